"""Rows of `edges.csv`: what joins the nodes, and every defect that a drawn graph can have."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from graph.exchange.match.changes import hold_back, speaking_of
from graph.exchange.match.drawn import STAGES, in_chain
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.records import RowOrigin, laid_over, makes, reported
from graph.exchange.match.running import refuse_closing
from graph.exchange.read.cells import Cells
from graph.exchange.read.values import codes_by_word
from graph.message import _
from graph.model import (
    RECORDS,
    AnyRecord,
    Chain,
    Enterprise,
    Evidence,
    InputGroup,
    KindOf,
    Member,
    RecordType,
    Region,
    Segment,
)
from graph.model.names import simplified
from graph.model.plain_looks import INPUT_SORT
from graph.model.references import RecordKey

EdgeRelation = Literal[
    "supplies", "kind_of", "makes", "in_chain", "in_industry", "located_in", "part_of"
]
RELATIONS: Mapping[str, EdgeRelation] = {
    "供应": "supplies",
    "投入": "supplies",
    "supplies": "supplies",
    "supply": "supplies",
    "属于": "kind_of",
    "kind_of": "kind_of",
    "is_a": "kind_of",
    "生产": "makes",
    "makes": "makes",
    "produces": "makes",
    "所在链": "in_chain",
    "in_chain": "in_chain",
    "所属产业": "in_industry",
    "in_industry": "in_industry",
    "位于": "located_in",
    "located_in": "located_in",
    "隶属": "part_of",
    "part_of": "part_of",
}
ENDS: Mapping[EdgeRelation, tuple[RecordType, RecordType]] = {
    "supplies": ("segment", "segment"),
    "makes": ("enterprise", "segment"),
    "in_chain": ("segment", "chain"),
    "in_industry": ("chain", "industry"),
    "located_in": ("enterprise", "region"),
    "part_of": ("region", "region"),
    "kind_of": ("segment", "segment"),
}
"""What each relation joins; without a word, the first that fits."""
INPUTS = codes_by_word(INPUT_SORT)


@lru_cache(1 << 10)
def input_meant(text: str) -> str:
    """The sort of input that a cell says, as it stands where it says none."""
    return INPUTS.get(simplified(text).casefold(), text) if text else "material"


FORBIDDEN_CIRCLES: tuple[EdgeRelation, ...] = ("kind_of", "part_of")


class MatchedEdge(NamedTuple):
    """An edge with ends that are there: what it means, and between which records."""

    relation: EdgeRelation
    source: RecordKey
    target: RecordKey


class Circle(NamedTuple):
    """Segments that supply one another: allowed, for they may sustain one another, and shown."""

    rows: tuple[int, ...]
    names: tuple[str, ...]


def edge_of(cells: Cells, known: KnownRecords) -> MatchedEdge | None:
    """Read an edge; null and a fault for a dangling end, a loop, or ends that do not fit."""
    source, target = _end(cells, known, "source"), _end(cells, known, "target")
    relation = cells.word("relation", RELATIONS)
    if source is None or target is None or (cells.text("relation") and relation is None):
        return None
    meant = relation_between(cells, relation, (source, target))
    if meant is None:
        return None
    if source == target:
        why = _("起点与终点相同（自环）")
        cells.refuse("target", why, "self_loop")
        return None
    return MatchedEdge(meant, source, target)


def relation_between(
    cells: Cells, relation: EdgeRelation | None, ends: tuple[RecordKey, RecordKey]
) -> EdgeRelation | None:
    """The relation said or meant between two ends; null and a fault where none fits."""
    kinds = ends[0][0], ends[1][0]
    fitting = [each for each, joined_ in ENDS.items() if joined_ == kinds]
    meant = relation or next(iter(fitting), None)
    if meant is not None and meant in fitting:
        return meant
    what = [RECORDS[kind].about.words for kind in kinds]
    why = _("{source} → {target} 之间没有这种关系", source=what[0], target=what[1])
    cells.refuse("relation", why, "wrong_ends")
    return None


def _end(cells: Cells, known: KnownRecords, code: str) -> RecordKey | None:
    text = cells.needed(code)
    if text is None:
        return None
    found = known.drawn.nodes.get(text) or _by_name(known, text)
    if found is None:
        row = known.drawn.rows.get(text) or known.drawn.refused.get(text)
        why = (
            _("没有节点“{text}”（悬空）", text=text)
            if row is None
            else _("节点“{text}”在第 {row} 行被拒绝", text=text, row=row[0])
        )
        cells.refuse(code, why, "dangling" if row is None else "end_rejected")
    return found


def _by_name(known: KnownRecords, text: str) -> RecordKey | None:
    """The one record with this id or name, of whichever type."""
    kinds: tuple[RecordType, ...] = ("segment", "enterprise", "chain", "region", "industry")
    found = [(kind, match.id) for kind in kinds if (match := known.names(kind).exactly(text)).id]
    return (found[0][0], found[0][1] or "") if len(found) == 1 else None


def refuse_circles(
    read: Sequence[tuple[Cells, MatchedEdge]], is_captive: Callable[[RecordKey], bool]
) -> None:
    """Reject every edge of a circle of kinds or of regions, or of captive stages."""
    for relation in FORBIDDEN_CIRCLES:
        chosen = [(cells, edge) for cells, edge in read if edge.relation == relation]
        _refuse_circles(chosen)
    captive = [
        (cells, edge)
        for cells, edge in read
        if edge.relation == "supplies" and is_captive(edge.source) and is_captive(edge.target)
    ]
    _refuse_circles(captive)


def is_captive(known: KnownRecords, key: RecordKey) -> bool:
    """Whether a record is a stage inside one factory."""
    found = known.current(key)
    return isinstance(found, Segment) and found.captive


def _refuse_circles(read: Sequence[tuple[Cells, MatchedEdge]]) -> None:
    for together in _tangled(edge for _cells, edge in read):
        inside = [(c, e) for c, e in read if e.source in together and e.target in together]
        rows = "、".join(str(cells.row.number) for cells, _edge in inside[:20])
        for cells, _edge in inside:
            why = _("关系成环，见第 {rows} 行", rows=rows)
            cells.refuse("target", why, "cycle")


def _tangled(edges: Iterable[MatchedEdge]) -> list[set[RecordKey]]:
    """The sets of records that lead to one another, in order of id."""
    import networkx as nx  # noqa: PLC0415 - only where a graph is imported

    graph: nx.DiGraph[RecordKey] = nx.DiGraph()
    graph.add_edges_from((edge.source, edge.target) for edge in edges)
    found = [set(each) for each in nx.strongly_connected_components(graph) if len(each) > 1]
    return sorted(found, key=min)


def supply_circles(
    read: Sequence[tuple[Cells, MatchedEdge]], known: KnownRecords
) -> Iterator[Circle]:
    """Yield the circles of supply among the edges that were taken."""
    supplied = [(cells, edge) for cells, edge in read if edge.relation == "supplies"]
    for together in _tangled(edge for _other, edge in supplied):
        rows = [c.row.number for c, e in supplied if e.source in together and e.target in together]
        names = [getattr(known.current(key), "name", key[1]) for key in sorted(together)]
        yield Circle(tuple(rows), tuple(names))


def joined(
    cells: Cells, known: KnownRecords, origin: RowOrigin, edge: MatchedEdge
) -> Iterator[AnyRecord]:
    """What an edge says; a fault where an earlier row says the same, or another parent."""
    evidence = reported(cells, origin)
    said = (*edge, input_meant(cells.text("input")))
    first = known.drawn.edges.setdefault(said, cells.row.number)
    if first != cells.row.number:
        cells.refuse("target", _("与第 {first} 行重复", first=first), "duplicate")
        return
    source, target = edge.source[1], edge.target[1]
    match edge.relation:
        case "supplies":
            yield _supplied(cells, known, (source, target), evidence)
        case "makes":
            refuse_closing(cells)
            yield makes(known, source, target, evidence)
        case "kind_of":
            kind = KindOf(
                id=f"kind_of.{source}", segment=source, parent=target, evidence=(evidence,)
            )
            yield from _sole(cells, known, kind)
        case "in_chain":
            yield in_chain(known, (source, target), cells.word("stage", STAGES), evidence)
        case _:
            yield from moved(cells, known, edge, evidence)


def _sole(cells: Cells, known: KnownRecords, kind: KindOf) -> Iterator[KindOf]:
    before = known.current(("kind_of", kind.id))
    if isinstance(before, KindOf) and before.parent != kind.parent:
        why = _("已属于 {parent}，只能有一个上级", parent=before.parent)
        cells.refuse("target", why, "second_parent")
    yield laid_over(before, kind)


_LEADS_TO: Mapping[EdgeRelation, str] = {
    "located_in": "region",
    "part_of": "parent",
    "in_industry": "industry",
}


def moved(
    cells: Cells, known: KnownRecords, edge: MatchedEdge, evidence: Evidence
) -> Iterator[AnyRecord]:
    """A firm in its region, a region in another, a chain in its industry."""
    before, field = known.current(edge.source), _LEADS_TO[edge.relation]
    if isinstance(before, Enterprise | Region | Chain):
        changes: dict[str, object] = {field: edge.target[1]}
        hold_back(cells, known, edge.source, changes, evidence)
        own = speaking_of(evidence, before, changes)
        yield laid_over(before, before.model_copy(update=changes | {"evidence": (own,)}))


def _supplied(
    cells: Cells, known: KnownRecords, ends: tuple[str, str], evidence: Evidence
) -> InputGroup:
    """The group of inputs that the edge belongs to, with its source as one more member."""
    source, consumer = ends
    sort = cells.word("input", INPUTS) or "material"
    essential = cells.yes("essential") is not False
    member = Member(segment=source, exact=bool(cells.yes("exact")))
    label = cells.text("group") or f"\0{source}"
    held = _held(known, consumer, sort, source)
    id_ = (
        held
        or known.drawn.groups.get((consumer, sort, label))
        or f"input.{consumer}.{sort}.{source}"
    )
    known.drawn.groups.setdefault((consumer, sort, label), id_)
    before = known.current(("input_group", id_))
    if not isinstance(before, InputGroup):
        return InputGroup(
            id=id_,
            consumer=consumer,
            input=sort,
            essential=essential,
            members=(member,),
            evidence=(evidence,),
        )
    others = tuple(each for each in before.members if each.segment != source)
    members = before.members if len(others) < len(before.members) else (*others, member)
    if members == before.members:
        return before
    if before.essential != essential:
        why = _("同一组内“必需”不一致")
        cells.refuse("essential", why, "contradiction")
    return before.model_copy(update={"members": members, "evidence": (*before.evidence, evidence)})


def _held(known: KnownRecords, consumer: str, sort: str, source: str) -> str | None:
    """The group of the facts before that has this input already."""
    return known.inputs_before().get((consumer, sort, source))
