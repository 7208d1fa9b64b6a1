"""Made-up panoramas: a full one of every status, a crowded one, a small one, an empty one."""

from graph.answers.shapes import (
    Card,
    CardGroup,
    Completeness,
    GapBadge,
    Panorama,
    Ref,
    StageColumn,
    StatusCounts,
    Tile,
)
from graph.model.gap_kinds import GAP_KINDS, GapKind
from graph.model.vocabulary import LOCAL_STATUSES, STANDINGS, LocalStatus, Stage
from tests.pages.bodies import (
    COUNTED,
    INDUSTRY,
    KNOWN,
    PARTS,
    QUOTED,
    TERMS,
    completeness,
    segment_id,
)

# name, status, makers, gap kinds ("!" confirmed, "?" to settle, else noted), flags
ROWS: dict[Stage, dict[str, list[tuple[str, str, str, str, str]]]] = {
    "upstream": {
        "材料与铸造": [
            ("再生铝·汽车用铝", "made", "顺风铝业", "", ""),
            ("合金压铸件", "present", "", "weak", ""),
            ("车身注塑件", "made", "新达塑胶 云海注塑 联瑞 宏图", "", ""),
            ("气凝胶隔热材料", "made", "中润新材料", "upgrade", ""),
            ("冷轧汽车钢板", "unknown", "", "", "traded"),
            ("白车身焊接", "captive", "", "", "captive"),
        ],
        "模具与装备": [
            ("汽车模具", "made", "恒持模具 博远模具", "", ""),
            ("测试及维修设备", "present", "", "", ""),
        ],
        "电子元器件": [
            ("车规级芯片", "absent", "", "missing!", ""),
            ("功率半导体（IGBT/SiC 模块）", "absent", "", "missing!", "unnamed"),
        ],
        "新能源材料": [
            ("制氢·储氢·运氢", "sought", "", "introduce~", ""),
            ("动力电芯", "unknown", "", "missing?", "unnamed"),
        ],
    },
    "midstream": {
        "动力与底盘": [
            ("发动机及关键部件", "made", "福川动力 迈峰机械", "upgrade", ""),
            ("离合器", "made", "长风离合器", "", ""),
            ("国六排放后处理器", "present", "", "", ""),
            ("新能源汽车热管理系统与电动压缩机总成", "unknown", "", "missing?", "unnamed"),
        ],
        "车身与内外饰": [
            ("车身内外饰", "made", "", "risk", ""),
            ("高性能密封条", "present", "", "weak upgrade", ""),
            ("轻量化车身盖板", "developing", "", "upgrade", ""),
        ],
        "电驱动": [
            ("高速驱动电机", "absent", "", "missing!", ""),
            ("电机控制器", "absent", "", "missing!", ""),
            ("多级减速器", "absent", "", "missing!", "unnamed"),
            ("电驱动总成", "sought", "", "introduce!", ""),
            ("氢燃料电池", "sought", "", "introduce~", ""),
        ],
        "汽车电子与软件": [
            ("车载摄像头", "sought", "", "introduce~", ""),
            ("车载雷达", "developing", "", "", ""),
            ("HUD 抬头显示", "sought", "", "introduce~", ""),
            ("汽车操作系统", "unknown", "", "missing?", "unnamed"),
            ("智能座舱系统", "present", "", "", ""),
            ("智能驾驶系统", "present", "", "extend", ""),
            ("车联网安全", "made", "三六网安 天信科技", "", ""),
        ],
        "摩托车零部件": [
            ("摩托车动力与机加", "made", "万力机车 文轩机械 天元动力", "", ""),
            ("中置电机", "unknown", "", "", "unnamed"),
            ("车架·塑件·调速器", "unknown", "", "missing?", "unnamed"),
        ],
    },
    "downstream": {
        "汽车整车": [
            ("传统乘用车（SUV）", "made", "北风瑞达", "risk", ""),
            ("新能源乘用车 A0/A00", "made", "北风瑞达 比翼汽车", "upgrade", ""),
            ("纯电轻卡·物流车", "sought", "", "introduce~", ""),
            ("智能网联汽车", "developing", "", "", ""),
        ],
        "摩托车整车": [
            ("燃油摩托车", "made", "银飞摩托 广元摩托 望山摩托 德威", "", ""),
            ("新能源摩托车", "developing", "", "extend", ""),
        ],
        "后市场与服务": [
            ("充换电设施", "present", "", "", ""),
            ("动力电池回收", "unknown", "", "", ""),
            ("汽车租赁与智慧出行", "unknown", "", "", ""),
            ("汽车文旅", "sought", "", "introduce~", ""),
        ],
    },
}
HIDDEN = ("密封胶", "紧固件", "汽车玻璃")


NO_ROWS = dict.fromkeys(map(str, STANDINGS), 0)
STANDING_COUNTS = NO_ROWS | {"confirmed": 6, "to_settle": 9, "wished": 1}


def panorama() -> Panorama:
    """A full chain: 43 cards of every status, long names, a hole, a group behind "more"."""
    stages = tuple(_stage(stage, groups) for stage, groups in ROWS.items())
    cards = [card for stage in stages for group in stage.groups for card in group.segments]
    more = [card for stage in stages for group in stage.groups for card in group.more]
    return Panorama(
        **TERMS, subject=PARTS, industry=INDUSTRY, tiles=_tiles([*cards, *more]), stages=stages,
        headline="汽车零部件 47 个环节：本地在产 12 个，确认缺口 6 个；电驱动整组缺位",
        shown=len(cards), total=len(cards) + len(more), completeness=completeness(),
        standings=STANDING_COUNTS,
    )  # fmt: skip


def crowded_panorama() -> Panorama:
    """48 cards in 25 groups over four stages, each of a few cards with names of ten and more."""
    sizes: dict[Stage, tuple[int, ...]] = {
        "upstream": (1, 2, 1, 2), "midstream": (6, 4, 3, 3, 3, 3, 2, 2, 1, 1, 1),
        "downstream": (4, 2, 1, 1), "supporting": (1, 1, 1, 1, 0, 1),
    }  # fmt: skip
    stages = tuple(_crowd(stage, counts) for stage, counts in sizes.items())
    return Panorama(
        **TERMS, subject=INDUSTRY, industry=None, tiles=(Tile(code="unknown", count=50),),
        stages=stages, shown=48, total=50, completeness=completeness("counts"),
        standings=STANDING_COUNTS,
        headline="汽摩制造 50 个环节：10 个本地可得，11 个在建、拟引进或缺乏，29 个未见本地企业"
                 "（12 个可市场采购）；先核实高性能电驱动系统总成，关系到 5 个本地产品",
    )  # fmt: skip


def _crowd(stage: Stage, sizes: tuple[int, ...]) -> StageColumn:
    groups = tuple(
        CardGroup(
            name=f"零部件与材料{place}", hole=False, all_unknown=place % 2 == 0,
            segments=tuple(
                _card(f"{stage[0]}{place}{number}号高性能电驱动系统总成", "unknown", "", "", "")
                for number in range(size)
            ),
            more=() if size else (_card("后备一号", "unknown", "", "", ""),
                                  _card("后备二号", "unknown", "", "", "")),
        )
        for place, size in enumerate(sizes)
    )  # fmt: skip
    counts = StatusCounts(unknown=sum(sizes) + 2 * sizes.count(0))
    return StageColumn(stage=stage, counts=counts, groups=groups)


def small_panorama() -> Panorama:
    """A chain of three cards in one stage, nothing known of any."""
    group = CardGroup(name="日用玻璃", hole=False, all_unknown=True, more=(), segments=tuple(
        _card(name, "unknown", "", "", "") for name in ("玻璃瓶罐", "石英砂", "玻璃模具")
    ))  # fmt: skip
    column = StageColumn(stage="upstream", counts=StatusCounts(unknown=3), groups=(group,))
    return Panorama(
        **TERMS, subject=PARTS, industry=INDUSTRY, tiles=(Tile(code="unknown", count=3),),
        stages=(column,), headline="日用玻璃 3 个环节都未见本地企业，待核实", shown=3, total=3,
        completeness=completeness("counts"), standings=NO_ROWS,
    )  # fmt: skip


def empty_panorama() -> Panorama:
    nothing = Completeness(available=0, unknown=0, lacking=0, needed=0, low=None, high=None,
                           by="count", boundary="traded", display="list")  # fmt: skip
    return Panorama(**TERMS, subject=PARTS, industry=None, headline="这条链还没有收录环节",
                    tiles=(), stages=(), shown=0, total=0, completeness=nothing,
                    standings=NO_ROWS)  # fmt: skip


def _stage(stage: Stage, rows: dict[str, list[tuple[str, str, str, str, str]]]) -> StageColumn:
    groups = tuple(_group(name, cards) for name, cards in rows.items())
    shown = [card for group in groups for card in (*group.segments, *group.more)]
    counts = StatusCounts(
        captive=sum(card.captive for card in shown),
        **{code: sum(card.local_status == code for card in shown) for code in LOCAL_STATUSES},
    )
    return StageColumn(stage=stage, counts=counts, groups=groups)


def _group(name: str, rows: list[tuple[str, str, str, str, str]]) -> CardGroup:
    cards = tuple(_card(*row) for row in rows)
    more = tuple(_card(n, "unknown", "", "", "unnamed") for n in HIDDEN if name == "车身与内外饰")
    return CardGroup(name=name, segments=cards, more=more, hole=name in {"电子元器件", "电驱动"},
                     all_unknown=False)  # fmt: skip


def _card(name: str, status: str, makers: str, gaps: str, flags: str) -> Card:
    return Card(
        id=segment_id(name), name=name, name_en=f"Segment {len(name)} of the chain",
        sort="component", local_status=_status(status), captive=flags == "captive",
        traded=flags == "traded", named=flags != "unnamed",
        makers=tuple(_maker(maker) for maker in makers.split()),
        gaps=tuple(_gap(name, kind) for kind in gaps.split()), blocks=gaps.count("!") * 3,
        evidence=(QUOTED, COUNTED) if gaps else (KNOWN,),
    )  # fmt: skip


def _status(code: str) -> LocalStatus | None:
    return next((status for status in LOCAL_STATUSES if status == code), None)


def _maker(name: str) -> Ref:
    return Ref(type="enterprise", id=segment_id(name), name=name)


def _gap(name: str, code: str) -> GapBadge:
    kind: GapKind = next(kind for kind in GAP_KINDS if kind == code.rstrip("!?~"))
    gap_id, title = f"gap_{segment_id(name)}_{kind}", f"{name}缺口"
    if code.endswith("!"):
        return GapBadge(id=gap_id, name=title, kind=kind, origin="both", standing="confirmed")
    if code.endswith("?"):
        return GapBadge(id=gap_id, name=title, kind=kind, origin="derived", standing="to_settle")
    if code.endswith("~"):
        return GapBadge(id=gap_id, name=title, kind=kind, origin="stated", standing="wished")
    return GapBadge(id=gap_id, name=title, kind=kind, origin="stated", standing="noted")


def _tiles(cards: list[Card]) -> tuple[Tile, ...]:
    statuses = [Tile(code=code, count=sum(card.local_status == code for card in cards))
                for code in LOCAL_STATUSES]  # fmt: skip
    kinds = [Tile(code=kind, count=sum(any(gap.kind == kind for gap in card.gaps)
                                       for card in cards))
             for kind in ("weak", "upgrade", "risk")]  # fmt: skip
    return (*statuses, *kinds)
