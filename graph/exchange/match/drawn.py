"""Rows of `nodes.csv`: the records of a graph that was drawn elsewhere."""

import re
from collections.abc import Iterator, Mapping

from graph.exchange.match.changes import hold_back, speaking_of
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.names import Candidate
from graph.exchange.match.records import RowOrigin, agrees, laid_over, reported
from graph.exchange.match.running import refuse_closing, running
from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.values import NO, YES, codes_by_word, listed
from graph.message import _
from graph.model import (
    RECORDS,
    AnyRecord,
    Chain,
    Enterprise,
    Evidence,
    Industry,
    Membership,
    RecordType,
    Region,
    Segment,
    Traded,
)
from graph.model.formats import folded
from graph.model.new_ids import new_id
from graph.model.plain_looks import REGION_SORT, SORT, STAGE
from graph.model.references import RecordKey
from graph.model.vocabulary import Stage

TYPES: Mapping[str, RecordType] = {
    "环节": "segment",
    "产品": "segment",
    "segment": "segment",
    "product": "segment",
    "企业": "enterprise",
    "enterprise": "enterprise",
    "company": "enterprise",
    "产业链": "chain",
    "chain": "chain",
    "产业": "industry",
    "industry": "industry",
    "地区": "region",
    "园区": "region",
    "region": "region",
}
SORTS = codes_by_word(SORT)
REGIONS = codes_by_word(REGION_SORT)
STAGES = codes_by_word(STAGE)
_ID = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
COMMON_INDUSTRY = "industry"
"""The industry of chains that name none: a graph drawn elsewhere often has no industries."""


def nodes(cells: Cells, known: KnownRecords, origin: RowOrigin) -> Iterator[AnyRecord]:
    """What a row says: a record, and for a segment its place in a chain."""
    evidence = reported(cells, origin)
    own, name = cells.needed("id"), cells.needed("name")
    type_ = cells.word("type", TYPES) if cells.text("type") else "segment"
    if own is None or _stood_before(cells, known, own) or name is None or type_ is None:
        return
    key = _key(cells, known, (own, name, type_))
    if key is None:
        return
    cells.node = (own, key)
    yield from _RECORDS[key[0]](cells, known, (key[1], name), evidence)


def _stood_before(cells: Cells, known: KnownRecords, own: str) -> bool:
    """Whether an earlier row has this id; a second one is told, whatever it says."""
    row, said = known.drawn.rows.setdefault(own, (cells.row.number, cells.row.cells))
    if row == cells.row.number and said == cells.row.cells:
        return False
    if said == cells.row.cells:
        cells.refuse("id", _("与第 {row} 行重复", row=row), "duplicate")
    else:
        why = _("编号与第 {row} 行重复，内容不同", row=row)
        cells.refuse("id", why, "conflict")
    return True


def _key(cells: Cells, known: KnownRecords, said: tuple[str, str, RecordType]) -> RecordKey | None:
    """The record that a node stands for: one that was there, by id or name, or a new one."""
    own, name, type_ = said
    if known.before((type_, own)) is not None:
        return (type_, own) if _is_called(cells, known, (type_, own), name) else None
    found = known.names(type_).exactly(name)
    if found.id is not None:
        key = (type_, found.id)
        if known.before(key) is not None and key not in known.drawn.keys:
            return key
        why = _("“{name}”已是另一节点 {id} 的名称", name=name, id=found.id)
        cells.refuse("name", why, "duplicate_name")
        return None
    id_ = own if _ID.fullmatch(own) and len(own) <= 80 else new_node_id(own)
    return type_, id_


def new_node_id(own: str) -> str:
    """The id of a record whose own table calls it by what is no id."""
    return new_id(own, "node")


def _is_called(cells: Cells, known: KnownRecords, key: RecordKey, name: str) -> bool:
    """Whether a known record goes by a name; else a fault: ids of two graphs may be alike."""
    names, kind = known.names(key[0]), RECORDS[key[0]].about.words
    if key[1] in (names.find(name).id, known.choice(name)) or key[1] == known.facts.dataset.region:
        return True
    held = names.name(key[1])
    why = _(
        "编号 {id} 是已有的{kind}“{held}”，不是“{name}”；"
        "若是同一个，请确认 {name}={id}，否则换个编号",
        id=key[1],
        kind=kind,
        held=held,
        name=name,
    )
    cells.faults.append(
        Fault(cells.header("name"), name, why, "conflict", (Candidate(key[1], held, 0),), name)
    )
    return False


def _named(cells: Cells, name: str) -> str:
    return cells.text("name_en") or name


def _segment(
    cells: Cells, known: KnownRecords, said: tuple[str, str], evidence: Evidence
) -> Iterator[AnyRecord]:
    id_, name = said
    before = known.current(("segment", id_))
    changes: dict[str, object] = {"name": name, "evidence": (evidence,)}
    sort = cells.word("sort", SORTS)
    if sort is not None:
        changes["sort"] = sort
    if cells.text("name_en"):
        changes["name_en"] = cells.text("name_en")
    if cells.text("aliases"):
        changes["aliases"] = _also_called(cells, before)
    if cells.text("captive"):
        changes["captive"] = cells.yes("captive")
    if cells.text("traded"):
        changes["traded"] = traded_in(cells)
    base = (
        before
        if isinstance(before, Segment)
        else Segment(
            id=id_, name=name, name_en=_named(cells, name), sort="product", evidence=(evidence,)
        )
    )
    yield laid_over(before, base.model_copy(update=changes))
    yield from _places(cells, known, id_, evidence)


def _also_called(cells: Cells, before: AnyRecord | None) -> tuple[str, ...]:
    """The aliases held and those of the row: a list takes no name away."""
    held: tuple[str, ...] = getattr(before, "aliases", ())
    return tuple(dict.fromkeys((*held, *listed(cells.text("aliases")))))


def traded_in(cells: Cells) -> Traded | None:
    """The judgement that it is bought anywhere: a reason, or a bare yes."""
    text = cells.text("traded")
    if folded(text).casefold() in NO:
        return None
    return Traded(reason="导入的表格如此标明" if folded(text).casefold() in YES else text)


def _places(
    cells: Cells, known: KnownRecords, segment: str, evidence: Evidence
) -> Iterator[AnyRecord]:
    """The chains that the row names; a chain that no node declares is made with its first use."""
    stage = cells.word("stage", STAGES)
    for name in listed(cells.text("chain")):
        declared = known.drawn.nodes.get(name)
        chain = declared[1] if declared and declared[0] == "chain" else None
        chain = chain or known.names("chain").find(name).id
        if chain is None:
            made = chain_made(cells, known, name, evidence)
            chain = made[-1].id
            yield from made
        yield in_chain(known, (segment, chain), stage, evidence)


def chain_made(cells: Cells, known: KnownRecords, name: str, evidence: Evidence) -> list[AnyRecord]:
    """A chain that only a column names, last, and before it what it needs."""
    id_ = name if _ID.fullmatch(name) else new_id(name, "chain")
    return list(_chain(cells, known, (id_, name), evidence))


def in_chain(
    known: KnownRecords, ends: tuple[str, str], stage: Stage | None, evidence: Evidence
) -> Membership:
    """A segment's place in a chain; a row that says no stage leaves the one that is held."""
    segment, chain = ends
    id_ = f"membership.{chain}.{segment}"
    before = known.current(("membership", id_))
    if isinstance(before, Membership):
        held = {"stage": stage or before.stage, "evidence": (evidence,)}
        return laid_over(before, before.model_copy(update=held))
    return Membership(
        id=id_,
        segment=segment,
        chain=chain,
        stage=stage or "midstream",
        evidence=(evidence,),
    )


def _chain(
    cells: Cells, known: KnownRecords, said: tuple[str, str], evidence: Evidence
) -> Iterator[AnyRecord]:
    id_, name = said
    before = known.current(("chain", id_))
    if isinstance(before, Chain):
        yield _renamed(cells, before, name, evidence)
        return
    industry = next(iter(known.facts.industries), None)
    if industry is None:
        industry = COMMON_INDUSTRY
        yield from _industry(cells, known, (industry, "产业"), evidence)
    yield Chain(
        id=id_,
        name=name,
        name_en=cells.text("name_en") or name,
        industry=industry,
        evidence=(evidence,),
    )


def _renamed(cells: Cells, before: Chain | Industry, name: str, evidence: Evidence) -> AnyRecord:
    """A chain or an industry that is held, under the names of the row; its place stays."""
    names = {"name": name, "name_en": cells.text("name_en") or before.name_en}
    return laid_over(before, before.model_copy(update=names | {"evidence": (evidence,)}))


def _industry(
    cells: Cells, known: KnownRecords, said: tuple[str, str], evidence: Evidence
) -> Iterator[AnyRecord]:
    id_, name = said
    before = known.current(("industry", id_))
    if isinstance(before, Industry):
        yield _renamed(cells, before, name, evidence)
        return
    english = cells.text("name_en") or name
    yield Industry(id=id_, name=name, name_en=english, evidence=(evidence,))


def _region(
    cells: Cells, known: KnownRecords, said: tuple[str, str], evidence: Evidence
) -> Iterator[AnyRecord]:
    id_, name = said
    before = known.current(("region", id_))
    sort = cells.word("sort", REGIONS)
    home = known.facts.dataset.region
    base = (
        before
        if isinstance(before, Region)
        else Region(
            id=id_,
            name=name,
            sort="park",
            parent=None if id_ == home else home,
            evidence=(evidence,),
        )
    )
    changes: dict[str, object] = {"name": name, "evidence": (evidence,)}
    if sort is not None:
        changes["sort"] = sort
    yield laid_over(before, base.model_copy(update=changes))


def _enterprise(
    cells: Cells, known: KnownRecords, said: tuple[str, str], evidence: Evidence
) -> Iterator[AnyRecord]:
    id_, name = said
    key: RecordKey = ("enterprise", id_)
    before = known.current(key)
    base = (
        before
        if isinstance(before, Enterprise)
        else Enterprise(id=id_, name=name, status="operating", evidence=(evidence,))
    )
    changes: dict[str, object] = {"name": name, "evidence": (evidence,)}
    refuse_closing(cells)
    status = running(cells)
    for code, value in status.items():
        agrees(cells, known, code, key, value)
    changes |= status
    region = cells.text("region")
    if region:
        declared = known.drawn.nodes.get(region)
        is_region = declared is not None and declared[0] == "region"
        changes["region"] = (
            declared[1]
            if declared and is_region
            else known.named(cells, "region", "region", region)
        )
    ranked = {each: changes[each] for each in ("status", "region") if changes.get(each)}
    hold_back(cells, known, key, ranked, evidence)
    if cells.text("name_en"):
        changes["name_en"] = cells.text("name_en")
    if cells.text("aliases"):
        changes["aliases"] = _also_called(cells, before)
    changes["evidence"] = (speaking_of(evidence, before, changes),)
    yield laid_over(before, base.model_copy(update=changes))


_RECORDS = {
    "segment": _segment,
    "enterprise": _enterprise,
    "chain": _chain,
    "industry": _industry,
    "region": _region,
}
