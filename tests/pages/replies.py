"""Made-up answers to questions: what is missing, gaps, records, documents."""

from graph.answers.shapes import (
    BlockRef,
    CertainUnlock,
    ChainStage,
    Completeness,
    DocumentBody,
    EnterpriseBody,
    FamilyRef,
    GapItem,
    GapsBody,
    InputGroupItem,
    KindAnswer,
    MakesItem,
    MemberRef,
    MissingBody,
    MissingItem,
    Passage,
    PassageFact,
    PassagesBody,
    Reason,
    Ref,
    RoleItem,
    SearchBody,
    SearchItem,
    SegmentBody,
    Statement,
    TradedInput,
    Unlock,
    WhyNotBody,
)
from graph.answers.shapes.trail import TrailBody, TrailEntry, TrailOutcome
from graph.model import Code
from graph.model.gap_kinds import GAP_KINDS, GapKind
from graph.model.vocabulary import STANDINGS, LocalStatus, Standing
from tests.pages.bodies import (
    COMMON,
    COUNTED,
    DISTRICT,
    KNOWN,
    LINES,
    PARTS,
    PLAN,
    QUOTED,
    REPORTED,
    TERMS,
    completeness,
    segment_id,
    segment_ref,
    stated,
)

CAR = segment_ref("新能源乘用车 A0/A00")
MOTOR, CONTROLLER = segment_ref("高速驱动电机"), segment_ref("电机控制器")
REDUCER, DRIVE = segment_ref("多级减速器"), segment_ref("电驱动总成")
MAGNET, STEEL = segment_ref("钕铁硼永磁体"), segment_ref("无取向电工钢")
CELL = segment_ref("动力电芯")
FIRM = Ref(type="enterprise", id="changfeng", name="长风离合器")
NO_UNLOCK = Unlock(must=(), choices=(), sets=(), truncated=False, first_is_minimum=True)
NEEDED_NOTHING = Completeness(available=0, unknown=0, lacking=0, needed=0, low=None, high=None,
                              by="count", boundary="traded", display="list")  # fmt: skip


def gap_ref(segment: Ref) -> Ref:
    return Ref(type="gap", id=f"gap_{segment.id}", name=f"{segment.name}缺口")


def missing() -> MissingBody:
    """Two certain gaps, an unknown one with alternatives, two behind, one traded input."""
    return MissingBody(
        **TERMS, target=CAR, local_status="made", depth=None, kinds=(),
        sentence="新能源乘用车 A0/A00 上游缺 3 个环节：2 个确认缺，1 个待核实；补上 3 个即可配齐",
        completable="no", ready="no", completeness=completeness(),
        unlock=Unlock(
            must=(MOTOR, CONTROLLER), choices=((REDUCER, CELL),), truncated=False,
            sets=((MOTOR, CONTROLLER, REDUCER), (MOTOR, CONTROLLER, CELL)), first_is_minimum=True,
        ),
        certain=CertainUnlock(
            must=(MOTOR, CONTROLLER), smallest=4, proven=False,
            example=(MOTOR, CONTROLLER, REDUCER, MAGNET),
        ),
        traded=(TradedInput(segment=STEEL, reason="大宗钢材，全国公开市场供应充足", depth=2),),
        missing=(
            _item("absent", "confirmed", (MOTOR, DRIVE, CAR)),
            _item("absent", "confirmed", (CONTROLLER, DRIVE, CAR)),
            _item("unknown", "to_settle", (CELL, CAR), other=(REDUCER,)),
            _item("unknown", None, (MAGNET, MOTOR, DRIVE, CAR)),
        ),
    )  # fmt: skip


def nothing_missing() -> MissingBody:
    return MissingBody(
        **TERMS, target=segment_ref("离合器"), local_status="made", depth=None, kinds=(),
        sentence="离合器上游不缺需要本地配套的环节；依赖 1 个市场采购环节：无取向电工钢",
        completable="yes", ready="market", completeness=NEEDED_NOTHING, unlock=NO_UNLOCK,
        certain=CertainUnlock(must=(), smallest=0, proven=True), missing=(),
        traded=(TradedInput(segment=STEEL, reason="大宗钢材，全国公开市场供应充足", depth=1),),
    )  # fmt: skip


def category() -> MissingBody:
    kinds = (
        KindAnswer(segment=CAR, local_status="made", completable="no", ready="no"),
        KindAnswer(segment=segment_ref("纯电轻卡·物流车"), local_status="sought",
                   completable="unknown", ready="no_recipe"),
    )  # fmt: skip
    certain = CertainUnlock(must=(MOTOR, CONTROLLER), smallest=4, proven=True,
                            choices=((REDUCER, CELL), (MAGNET,)))  # fmt: skip
    changed = {"kinds": kinds, "completable": "unknown", "certain": certain}
    return missing().model_copy(update=changed)


def nothing_missing_of_what_is_sought() -> MissingBody:
    changed = {"local_status": "sought", "completable": "no"}
    return nothing_missing().model_copy(update=changed)


def why_not(*, gap: bool = False) -> WhyNotBody:
    reason = Reason(code="traded", text="冷轧汽车钢板可在公开市场采购。", refs=(STEEL,),
                    evidence=(KNOWN,))  # fmt: skip
    return WhyNotBody(**TERMS, target=segment_ref("冷轧汽车钢板"), local_status="unknown",
                      gap=gap_ref(STEEL) if gap else None,
                      standing="confirmed" if gap else None, reasons=(reason,))  # fmt: skip


def gaps() -> GapsBody:
    """Fifteen gaps: three of each standing, one on a type of firm, one on a capability."""
    items = tuple(
        _gap(standing, GAP_KINDS[(place * 2 + number) % 6], number)
        for place, standing in enumerate(STANDINGS)
        for number in range(3)
    )
    counts: dict[str, int] = dict.fromkeys(STANDINGS, 3)
    return GapsBody(**TERMS, rows="tasks", total=15, standings=counts, items=items)


def no_gaps() -> GapsBody:
    counts: dict[str, int] = dict.fromkeys(STANDINGS, 0)
    return GapsBody(**TERMS, rows="tasks", total=0, standings=counts, items=())


def document() -> DocumentBody:
    return DocumentBody(**COMMON, id="plan", title=PLAN.name, publisher="云溪区人民政府",
                        date="2023-02-06", sha256="0" * 64, lines=len(LINES), cited=3,
                        text=LINES)  # fmt: skip


def passages() -> PassagesBody:
    """Two spans that overlap on line 6 and one on line 3."""
    outer, inner = QUOTED, stated("高速驱动电机", 6)
    return PassagesBody(
        **COMMON, document="plan", total=3,
        items=(
            _passage(stated("离合器", 3).start or 0, 3, "离合器", ("长风离合器生产离合器",)),
            _passage(outer.start or 0, 6, outer.quote or "", ("电驱动总成拟引进",)),
            _passage(inner.start or 0, 6, "高速驱动电机", ("高速驱动电机缺口（拟引进）",)),
        ),
    )  # fmt: skip


def segment() -> SegmentBody:
    member = MemberRef(type="segment", id=MOTOR.id, name=MOTOR.name, local_status="absent")
    steel = MemberRef(type="segment", id=STEEL.id, name=STEEL.name, traded=True, exact=True)
    spare = MemberRef(type="segment", id=REDUCER.id, name=REDUCER.name, local_status="unknown")
    return SegmentBody(
        **COMMON, id=DRIVE.id, name=DRIVE.name, name_en="Electric drive", aliases=("三合一电驱",),
        sort="component", traded=False, traded_reason=None, captive=False, kind_of=CAR,
        chains=(ChainStage(id=PARTS.id, name=PARTS.name, stage="midstream", evidence=(KNOWN,)),),
        local_status="sought", status_basis="stated", status_evidence=(QUOTED,),
        status_remark=None, makers=(FIRM,), gaps=(gap_ref(DRIVE),), evidence=(KNOWN,),
        region=DISTRICT, boundary="traded", input_sorts=("material",), horizon="now",
        codes=(Code(code="3812", name="电动机制造", confidence="medium"),), kinds=(CELL,),
        category=False, by_products=(STEEL,), outputs=(CAR,), completable="no", ready="no",
        inputs=(
            InputGroupItem(id="input.a", essential=True, input="material", members=(member, spare),
                       inherited_from=None, evidence=(KNOWN,)),
            InputGroupItem(id="input.b", essential=False, input="capital", members=(steel,),
                       inherited_from=CAR, evidence=(KNOWN,)),
        ),
        statements=(
            Statement(id="claim.yunxi.drive.sought", type="claim", text="云溪区拟引进电驱动总成",
                      refs=(DISTRICT,), evidence=(QUOTED, REPORTED)),
        ),
        completeness=completeness("list"),
    )  # fmt: skip


def enterprise() -> EnterpriseBody:
    return EnterpriseBody(
        **COMMON, id="changfeng", name="云溪长风汽车离合器制造有限公司", name_en=None,
        aliases=("长风离合器",), status="operating", region=None, evidence=(QUOTED,),
        roles=(RoleItem(id="role.a", chain=PARTS, role="龙头", evidence=(QUOTED,)),),
        makes=(MakesItem(id="makes.a", segment=segment_ref("离合器"), evidence=(REPORTED,)),),
    )  # fmt: skip


def found() -> SearchBody:
    items = tuple(
        SearchItem(**ref.model_dump(), matched=matched)
        for ref, matched in ((MOTOR, "高速驱动电机"), (DRIVE, "三合一电驱"), (FIRM, "长风"),
                             (PARTS, "汽车零部件"))
    )  # fmt: skip
    return SearchBody(**COMMON, total=4, items=items)


def nothing_found() -> SearchBody:
    return SearchBody(**COMMON, total=0, items=())


def _item(
    status: LocalStatus, standing: Standing | None, path: tuple[Ref, ...], **more: tuple[Ref, ...]
) -> MissingItem:
    segment, other = path[0], more.get("other", ())
    return MissingItem(
        segment=segment, status=status, standing=standing, behind=standing is None,
        depth=len(path) - 1, essential=not other, path=path, alternatives=other,
        gaps=(gap_ref(segment),), related=(gap_ref(DRIVE),) if other else (),
        suppliers=(FIRM,) if other else (), evidence=(QUOTED, KNOWN),
    )  # fmt: skip


def _gap(standing: Standing, kind: GapKind, number: int) -> GapItem:
    names = ("高速驱动电机", "新能源汽车热管理系统与电动压缩机总成", "功率半导体（IGBT/SiC 模块）")
    segment = segment_ref(names[number])
    on_firm = standing == "noted" and number == 1
    blocked = BlockRef(type="segment", id=CAR.id, name=CAR.name, local_status="made",
                       worlds=("certain", "possible") if number else ("certain",))  # fmt: skip
    family = FamilyRef(type="segment", id=CAR.id, name=CAR.name, here=True, products=4 - number)
    waits = standing in {"confirmed", "to_settle"}
    id_ = f"derived.yunxi.{standing}{number}"
    return GapItem(
        need="production" if waits else "none", urgency=2, task=id_, under=None,
        sure=number == 0 if standing == "confirmed" else None, leaders=(segment,),
        open=(CELL,) if standing == "confirmed" and number else (),
        alternatives=(CELL,) if number else (), rank=number + 1, ties=1, takers=(),
        wish="nothing" if standing == "wished" else None, status_basis=None,
        families=(family,) if waits else (),
        id=id_, name=f"{segment.name}{kind}",
        segment=None if on_firm else segment,
        enterprise_type="电驱动系统供应商" if on_firm else None, capability=None, chains=(PARTS,),
        region=DISTRICT, kind=kind, origin=("stated", "derived", "both")[number],
        standing=standing, local_status=None if on_firm else "unknown", essential=number == 0,
        settles=f"核实云溪区是否有企业生产{segment.name}",
        blocks=(blocked,) * (4 - number) if waits else (),
        candidates=(FIRM,) if number == 0 else (), related=(), proof=(segment, DRIVE, CAR),
        evidence=(QUOTED, COUNTED) if number != 1 else (COUNTED,),
    )  # fmt: skip


def _passage(start: int, line: int, quote: str, facts: tuple[str, ...]) -> Passage:
    cited = tuple(
        PassageFact(id=f"claim.{segment_id(text)}", type="claim", text=text, refs=(DRIVE,))
        for text in facts
    )
    return Passage(line=line, start=start, end=start + len(quote), quote=quote, facts=cited)


def trail(count: int) -> TrailBody:
    """As many entries of the audit log, one of each outcome by turns."""
    outcomes: tuple[TrailOutcome, ...] = ("done", "refused", "failed")
    items = tuple(
        TrailEntry(
            number=number,
            time="2026-11-25T23:59:59+00:00",
            outcome=outcomes[number % 3],
            by="重庆市合川区经济和信息化委员会王工程师" if number % 2 else "",
            role="editor" if number % 2 else "",
            address="2001:db8:85a3:8d3:1319:8a2e:370:7348",
            method="POST",
            path=f"/api/v1/gaps/{'very_long_id_of_a_gap_' * 5}/judgements",
            status=(200, 403, 409)[number % 3],
            dataset="hechuan",
            before=12,
            after=13,
            unlisted=number,
        )
        for number in range(count)
    )
    return TrailBody(items=items, total=count, next="1" if items else None)
