"""Made-up answers, plausible in size and names, so that pages can be seen without a store."""

from typing import TypedDict

from graph.answers.shapes import (
    ChainItem,
    ChainsBody,
    Completeness,
    DatasetItem,
    DatasetsBody,
    GroupState,
    IndicatorItem,
    IndustryItem,
    Ref,
    StatusCounts,
)
from graph.answers.shapes.overview import Goal, Grounds, IndustryOverview, Overview
from graph.model import Evidence
from graph.model.district import Period
from graph.model.vocabulary import (
    Horizon,
    InputSort,
)
from viz.overview import VersionSummary

DISTRICT = Ref(type="region", id="yunxi", name="云溪区", name_en="Yunxi District")
INDUSTRY = Ref(type="industry", id="vehicles", name="汽摩制造", name_en="Vehicles")
PARTS = Ref(type="chain", id="car_parts", name="汽车零部件", name_en="Car parts")
PLAN = Ref(type="document", id="plan", name="云溪区制造业发展规划（虚构）")


class Common(TypedDict):
    """What every answer says."""

    dataset: str
    version: int


class Terms(Common):
    """What every computed answer says."""

    region: Ref
    boundary: str
    inputs: tuple[InputSort, ...]
    horizon: Horizon


COMMON: Common = {"dataset": "yunxi", "version": 3}
TERMS: Terms = {**COMMON, "region": DISTRICT, "boundary": "traded", "inputs": ("material",),
                "horizon": "now"}  # fmt: skip

LINES = (
    "云溪区制造业发展规划",
    "一、发展基础",
    "全区现有发动机及关键部件、离合器等优势产品，长风离合器等企业稳步发展；车规级芯片缺乏。",
    "",
    "二、重点任务",
    "引进高速驱动电机、电机控制器等新能源汽车核心零部件项目，补齐新能源汽车产业链。",
    "推动轻量化车身盖板、高性能密封条技改升级，建设动力电池回收示范项目。",
)


def chrome_dataset(*, made_up: bool = False) -> DatasetItem:
    return DatasetItem(
        id="yunxi", title="云溪区产业链图谱", title_en="Yunxi industry chains", region=DISTRICT,
        edition="云府发〔2023〕4号", edition_date="2023-02-06", made_up=made_up, version=3,
        counts={"chain": 2, "segment": 46, "enterprise": 21}, unknown_share=0.31,
        basis_share={"stated": 0.62, "reference": 0.35, "derived": 0.03},
        period=Period(start=2021, end=2025),
    )  # fmt: skip


def segment_ref(name: str) -> Ref:
    return Ref(type="segment", id=segment_id(name), name=name, name_en=f"Segment {len(name)}")


def segment_id(name: str) -> str:
    return "s" + "_".join(f"{ord(char):x}" for char in name[:8])


def stated(quote: str, line: int) -> Evidence:
    start = LINES[line - 1].index(quote)
    return Evidence(basis="stated", document="plan", quote=quote, line=line, start=start,
                    end=start + len(quote))  # fmt: skip


QUOTED = stated("引进高速驱动电机、电机控制器等新能源汽车核心零部件项目", 6)
KNOWN = Evidence(basis="reference", source="domain", note="电驱动系统由电机、控制器、减速器组成")
COUNTED = Evidence(basis="derived", note="由 2 个本地产品的必需投入推算")
REPORTED = Evidence(basis="reported", table="重点企业库", row=12, by="区经信委", as_of="2026-06-30")


def completeness(display: str = "percent") -> Completeness:
    groups = (
        GroupState(members=(segment_ref("高速驱动电机"),), state="lacking"),
        GroupState(members=(segment_ref("离合器"), segment_ref("多级减速器")), state="available"),
    )
    if display == "list":
        return Completeness(available=1, unknown=0, lacking=1, needed=2, low=0.5, high=0.5,
                            by="count", boundary="traded", display="list",
                            groups=groups)  # fmt: skip
    if display == "counts":
        return Completeness(available=2, unknown=9, lacking=3, needed=14, low=2 / 14, high=11 / 14,
                            by="count", boundary="traded", display="counts")  # fmt: skip
    return Completeness(available=9, unknown=7, lacking=10, needed=26, low=9 / 26, high=16 / 26,
                        by="count", boundary="traded", display="percent")  # fmt: skip


def chains() -> ChainsBody:
    items = tuple(
        ChainItem(
            id=chain.id, name=chain.name, name_en=chain.name_en or "", industry=INDUSTRY,
            counts=StatusCounts(made=12, present=7, developing=4, sought=8, absent=5, unknown=9,
                                captive=1),
            segments=46, enterprises=21, gaps=17, completeness=completeness(display),
            evidence=(QUOTED,),
        )
        for chain, display in (
            (PARTS, "percent"),
            (Ref(type="chain", id="glass", name="日用玻璃", name_en="Daily glass"), "counts"),
            (Ref(type="chain", id="motorcycles", name="摩托车整车及零部件",
                 name_en="Motorcycles and parts"), "list"),
        )
    )  # fmt: skip
    return ChainsBody(**TERMS, total=len(items), items=items)


def overview() -> Overview:
    """Two industries, one of a single chain; a target of the same name, of another, of none."""
    of_many = IndustryItem(
        id="vehicles", name="汽摩制造", name_en="Vehicles", segments=46, enterprises=21, gaps=17,
        chains=tuple(Ref(type="chain", id=each.id, name=each.name, name_en=each.name_en)
                     for each in chains().items),
        counts=chains().items[0].counts, completeness=completeness(), evidence=(QUOTED,),
    )  # fmt: skip
    single = of_many.model_copy(update={
        "id": "glass_trade", "name": "日用玻璃与特种玻璃制品", "name_en": "Glass",
        "chains": of_many.chains[1:2], "completeness": completeness("counts"),
    })  # fmt: skip
    standings = {"confirmed": 6, "wished": 5, "to_settle": 4, "direction": 3, "noted": 2}
    none = dict.fromkeys(standings, 0)
    return Overview(
        **TERMS, headline="云溪区确认缺口6个，首要是高速驱动电机，卡住2个本地产品；"
                          "31%的环节未见本地企业", standings=standings,
        first=Ref(type="gap", id="gap_motor", name="高速驱动电机"),
        industries=(
            IndustryOverview(industry=of_many, standings=standings,
                             goals=(goal("vehicles_scale", 93.3, "含装备产值"), goal("firms"))),
            IndustryOverview(industry=single, standings=none, goals=()),
        ),
        goals=(goal("output", 408.0), goal("share_of_high_technology_manufacturing", 13.2)),
        grounds=Grounds(basis_share=chrome_dataset().basis_share, domain_share=0.3,
                        unknown_share=0.31, edition="云府发〔2023〕4号",
                        edition_date="2023-02-06", reported_as_of="2026-06-30"),
    )  # fmt: skip


def no_overview() -> Overview:
    """A district of which nothing is known yet."""
    none = dict.fromkeys(overview().standings, 0)
    return overview().model_copy(update={
        "headline": "云溪区没有推算出须补的缺口", "standings": none, "first": None,
        "industries": (), "goals": (), "grounds": overview().grounds.model_copy(
            update={"unknown_share": None, "reported_as_of": None}),
    })  # fmt: skip


def goal(id_: str, today: float | None = None, other: str | None = None) -> Goal:
    """A target of 750, with a number of today of the same name or of `other`."""
    name = f"规模以上工业{id_}产业集群规模"
    target = _indicator(f"{id_}_2025", name, 750.0, 2025)
    actual = None if today is None else _indicator(f"{id_}_2021", other or name, today, 2021)
    share = None if today is None else today / 750
    return Goal(target=target, today=actual, same=actual is not None and not other, share=share)


def changes() -> tuple[VersionSummary, ...]:
    return tuple(
        VersionSummary(number=number, at=f"2026-0{number}-02T03:04:05.678Z", cause=cause, by=by,
               note=note, added=12, changed=3, removed=0)
        for number, cause, by, note in (
            (3, "report", "区经信委", "重点企业库 2026 年上半年"), (2, "load", None, None),
            (1, "load", None, None),
        )
    )  # fmt: skip


def _indicator(id_: str, name: str, value: float, year: int) -> IndicatorItem:
    return IndicatorItem(
        id=id_, name=name, value=value, printed=f"{value:g}亿元", bound="exact", unit="亿元",
        year=year, scope=DISTRICT, actual_or_target="target" if year > 2023 else "actual",
        target=None, progress=None, evidence=(QUOTED,),
    )  # fmt: skip


def datasets() -> DatasetsBody:
    return DatasetsBody(items=(chrome_dataset(),), total=1)
