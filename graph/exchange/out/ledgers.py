"""The tables of the workbook that are told alone: 堵点台账, 项目策划表, 承载地, 规划体检."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.answers.audit import audit
from graph.answers.dependence import dependence
from graph.answers.district import projects
from graph.answers.gaps import gaps
from graph.answers.parks import land
from graph.answers.shapes import GapItem, ParkRow, Ref
from graph.answers.shapes.district import DependenceItem
from graph.answers.words import STANDING
from graph.answers.workspace import Workspace
from graph.exchange.out.sheet import WrittenSheet
from graph.message import Message, _
from graph.model import Evidence
from graph.model.audit_looks import FINDINGS, SEVERITIES
from graph.model.plain_looks import LEAD_STAGE, PROJECT_STATE
from graph.model.vocabulary import OPEN_STANDINGS, Lang
from graph.network.terms import Terms

LedgerRow = tuple[str, ...]
LedgerRows = Callable[[Workspace, Terms, Lang], Iterator[LedgerRow]]
MOST_HELD = 8
"""Products named of those that hang on one maker."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table that is told: its title, its columns, how its rows are made."""

    title: Message
    columns: tuple[str, ...]
    rows: LedgerRows

    def sheet(self, ws: Workspace, terms: Terms, lang: Lang) -> WrittenSheet:
        """The table as a sheet; its ids are there for the way back."""
        rows = tuple(self.rows(ws, terms, lang))
        return WrittenSheet(self.title.text("zh"), self.columns, rows, hidden=("编号",), keys=2)


def blocks(ws: Workspace, terms: Terms, lang: Lang) -> Iterator[LedgerRow]:
    """堵点: gaps that hold up products here, then segments of which one maker is named."""
    for item in gaps(ws, terms, lang).items:
        if item.blocks and item.standing in OPEN_STANDINGS:
            yield _held_up(ws, item, lang)
    for each in dependence(ws, terms).items:
        if each.single_makers and each.holds:
            yield _single(ws, each, lang)


def _held_up(ws: Workspace, item: GapItem, lang: Lang) -> LedgerRow:
    return (
        item.id,
        _("缺口卡住产品").text(lang),
        item.name,
        _names(item.chains, lang),
        _names(item.blocks, lang),
        STANDING[lang][item.standing],
        item.settles or "",
        (item.judgement and item.judgement.owner) or "",
        _progress(ws, item.id, lang),
        quoted(item.evidence),
    )


def _progress(ws: Workspace, gap: str, lang: Lang) -> str:
    """How far the leads of a gap are, and whose."""
    found = (each for each in ws.facts.leads.values() if each.gap == gap)
    return "；".join(f"{LEAD_STAGE[each.stage].label(lang)} {each.owner}" for each in found)


def _single(ws: Workspace, item: DependenceItem, lang: Lang) -> LedgerRow:
    firm = item.single_makers[0]
    made = [m for m in ws.makers.get(item.segment.id, ()) if m.enterprise == firm.id]
    chains = {each.chain for each in ws.places.get(item.segment.id, ())}
    held = _names(item.held[:MOST_HELD], lang)
    if item.holds > MOST_HELD:
        held = _("{names}等 {n} 个", names=held, n=item.holds).text(lang)
    return (
        item.segment.id,
        _("只点名一家").text(lang),
        _name(item.segment, lang),
        _names((ws.ref("chain", each) for each in sorted(chains)), lang),
        held,
        _("{firm}一家", firm=_name(firm, lang)).text(lang),
        _("核实有无第二家；没有则稳住这一家或引第二家").text(lang),
        "",
        "",
        quoted(each for fact in made for each in fact.evidence),
    )


def plans(ws: Workspace, terms: Terms, lang: Lang) -> Iterator[LedgerRow]:
    """项目: those under way first, then planned ones, then what is done."""
    order = ("building", "planned", "done")
    found = sorted(projects(ws).items, key=lambda each: (order.index(each.state), each.id))
    for item in found:
        yield (
            item.id,
            _name(Ref(type="project", id=item.id, name=item.name, name_en=item.name_en), lang),
            PROJECT_STATE[item.state].label(lang),
            _name(item.enterprise, lang) if item.enterprise else "",
            _names(item.chains, lang),
            _names(item.segments, lang),
            _name(item.region, lang) if item.region else "",
            _fills(ws, terms, item.segments, lang),
            grounds(item.evidence),
        )


def _fills(ws: Workspace, terms: Terms, segments: Iterable[Ref], lang: Lang) -> str:
    """Which gaps of the list a project is on, and how they stand now."""
    rows = [row for each in segments for row in ws.gaps_on(terms, each.id)]
    return "；".join(
        f"{_name(ws.ref('segment', row.segment), lang)} {STANDING[lang][row.standing]}"
        for row in rows
        if row.segment
    )


def parks(ws: Workspace, terms: Terms, lang: Lang) -> Iterator[LedgerRow]:
    """A row for each chain of a park; one of which nothing is told stands all the same."""
    for park in land(ws, terms).parks:
        if not park.cells:
            yield (*_park(park, lang), *[""] * (len(PARKS.columns) - 3))
        for cell in park.cells:
            stated = _("是") if cell.directions else _("否")
            yield (
                *_park(park, lang),
                _name(cell.chain, lang),
                stated.text(lang),
                _names(cell.enterprises, lang),
                _names(cell.platforms, lang),
                _names(cell.projects, lang),
                quoted(cell.evidence),
            )


def _park(park: ParkRow, lang: Lang) -> LedgerRow:
    acres = park.free_land_mu
    told = _("未写明").text(lang) if acres is None else f"{acres:g}"
    return (park.region.id, _name(park.region, lang), told)


def findings(ws: Workspace, terms: Terms, lang: Lang) -> Iterator[LedgerRow]:  # noqa: ARG001 - as all
    """What does not fit in the documents, the arithmetic, the quotes of both sides."""
    for item in audit(ws, lang).items:
        yield (
            item.id,
            FINDINGS[item.kind].label(lang),
            SEVERITIES[item.severity].label(lang),
            item.statement,
            item.arithmetic,
            item.unless or "",
            quoted(item.evidence),
        )


def _name(ref: Ref, lang: Lang) -> str:
    return ref.name if lang == "zh" else ref.name_en or ref.name


def _names(refs: Iterable[Ref], lang: Lang) -> str:
    return "、".join(_name(each, lang) for each in refs)


def quoted(evidence: Iterable[Evidence]) -> str:
    """What documents say, with the lines."""
    return "；".join(f"“{each.quote}”（第{each.line}行）" for each in evidence if each.quote)


def grounds(evidence: Iterable[Evidence]) -> str:
    """Likewise, and what people reported, with who and when."""
    return "；".join(
        f"“{each.quote}”（第{each.line}行）"
        if each.quote
        else f"{each.note or each.table or ''}（{' '.join(filter(None, (each.by, each.as_of)))}）"
        for each in evidence
    )


BLOCKS = Ledger(
    _("堵点台账"),
    (
        "编号",
        "堵点类别",
        "堵在哪里",
        "产业链",
        "卡住的产品",
        "现况",
        "怎样化解",
        "责任单位",
        "线索进展",
        "原文(行)",
    ),
    blocks,
)
PLANS = Ledger(
    _("项目策划表"),
    (
        "编号",
        "项目",
        "项目进展",
        "项目企业",
        "产业链",
        "填补环节",
        "落在",
        "所涉缺口的现况",
        "依据",
    ),
    plans,
)
PARKS = Ledger(
    _("承载地"),
    (
        "编号",
        "承载地",
        "剩余可用工业用地(亩)",
        "所涉产业链",
        "写明为方向",
        "已在此的企业",
        "平台",
        "项目",
        "原文(行)",
    ),
    parks,
)
AUDIT = Ledger(
    _("规划体检"),
    ("编号", "哪一类", "把握", "哪里不合", "算式", "除非", "原文(行)"),
    findings,
)
LEDGERS: Mapping[str, Ledger] = {
    "blocks": BLOCKS,
    "projects": PLANS,
    "parks": PARKS,
    "audit": AUDIT,
}
"""The tables that are told alone, by their kind on the way back."""
