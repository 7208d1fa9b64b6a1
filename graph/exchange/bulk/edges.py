"""Rows of big tables of edges: what joins the nodes, each edge as it comes.

Held until all are read: groups of alternatives, and edges that could go in a circle that nothing
may go in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graph.exchange.bulk.firms import made
from graph.exchange.bulk.ground import BulkGround, BulkRow
from graph.exchange.bulk.inputs import BulkInputs
from graph.exchange.bulk.nodes import placed
from graph.exchange.match.edges import (
    FORBIDDEN_CIRCLES,
    RELATIONS,
    EdgeRelation,
    MatchedEdge,
    input_meant,
    moved,
    refuse_circles,
    relation_between,
)
from graph.exchange.read.cells import Cells
from graph.message import _
from graph.model import (
    KindOf,
    RecordType,
)
from graph.model.names import simplified
from graph.model.record_text import RecordText, WrittenRecord, json_of, written
from graph.model.references import RecordKey

_SMALL: tuple[RecordType, ...] = ("chain", "region", "industry")
_PLACED = _("企业所在请写在节点或企业的“地区”列，这里不读")


@dataclass(slots=True)
class BulkEdges:
    """Edges as they come; `held` are those that wait for the rest, `inputs` what segments take."""

    ground: BulkGround
    held: list[tuple[BulkRow, MatchedEdge]] = field(default_factory=list)
    inputs: BulkInputs = field(default_factory=BulkInputs)

    def read(self, _ground: BulkGround, row: BulkRow) -> Iterator[WrittenRecord]:
        """What a row says, if that can be said already."""
        source, target = self._end(row, "source"), self._end(row, "target")
        relation = _relation(row.text("relation")) if row.text("relation") else None
        if row.text("relation") and relation is None:
            row.cells.word("relation", RELATIONS)  # which says what there is
        if source is None or target is None or row.cells.faults:
            return
        meant = relation_between(row.cells, relation, (source, target))
        if meant is None:
            return
        if source == target:
            row.cells.refuse("target", _("起点与终点相同（自环）"), "self_loop")
            return
        edge = MatchedEdge(meant, source, target)
        if self._said_before(row, edge):
            return
        if meant in FORBIDDEN_CIRCLES or self._within_a_factory(edge):
            self.held.append((row, edge))
        else:
            yield from self.say(row, edge)

    def circles_refused(self) -> Iterator[tuple[BulkRow, MatchedEdge]]:
        """Yield the edges that were held, those of circles with their fault."""
        read: list[tuple[Cells, MatchedEdge]] = [(row.cells, edge) for row, edge in self.held]
        refuse_circles(read, self._is_captive)
        yield from self.held

    def say(self, row: BulkRow, edge: MatchedEdge) -> Iterator[WrittenRecord]:
        """What an edge says; a fault for a second parent, or where a group contradicts itself."""
        source, target = edge.source[1], edge.target[1]
        match edge.relation:
            case "supplies":
                yield from self.inputs.say(row, source, target)
            case "makes":
                numbers = self._number(edge.source), self._number(edge.target)
                yield from made(self.ground, numbers[0], [numbers[1]], row.proofs())
            case "kind_of":
                yield from self._kind_of(row, source, target)
            case "in_chain":
                yield from self._in_chain(row, source, target)
            case "located_in":
                row.cells.refuse("relation", _PLACED)
            case _:
                self._moved(row, edge)

    def _end(self, row: BulkRow, code: str) -> RecordKey | None:
        text = row.needed(code)
        if not text:
            return None
        found = self._own(text) or self._by_name(text)
        if found is None:
            at = self.ground.refused.get(text)
            why = (
                _("没有节点“{text}”（悬空）", text=text)
                if at is None
                else _("节点“{text}”在第 {row} 行被拒绝", text=text, row=at)
            )
            row.cells.refuse(code, why, "dangling" if at is None else "end_rejected")
        return found

    def _own(self, text: str) -> RecordKey | None:
        for type_, shelf in self.ground.shelves.items():
            number = shelf.own(text)
            if number is not None:
                return type_, shelf.ids[number]
        return self.ground.known.drawn.nodes.get(text)

    def _by_name(self, text: str) -> RecordKey | None:
        """The one record with this id or name, of whichever type."""
        found: list[RecordKey] = []
        for type_, shelf in self.ground.shelves.items():
            number = shelf.exactly(text)
            if number is not None:
                found.append((type_, shelf.ids[number]))
        for small in _SMALL:
            id_ = self.ground.known.names(small).exactly(text).id
            if id_ is not None:
                found.append((small, id_))
        return found[0] if len(found) == 1 else None

    def _said_before(self, row: BulkRow, edge: MatchedEdge) -> bool:
        """Whether an earlier row says the same; this one is refused then."""
        said = edge.relation, edge.source[1], edge.target[1], input_meant(row.text("input"))
        first = self.ground.joined.setdefault(said, row.number)
        if first == row.number:
            return False
        row.cells.refuse("target", _("与第 {first} 行重复", first=first), "duplicate")
        return True

    def _within_a_factory(self, edge: MatchedEdge) -> bool:
        supplies = edge.relation == "supplies"
        return supplies and self._is_captive(edge.source) and self._is_captive(edge.target)

    def _is_captive(self, key: RecordKey) -> bool:
        return key[0] == "segment" and self._number(key) in self.ground.captive

    def _number(self, key: RecordKey) -> int:
        type_ = "segment" if key[0] == "segment" else "enterprise"
        return self.ground.shelves[type_].by_id[key[1]]  # type: ignore[index] # as said

    def _kind_of(self, row: BulkRow, source: str, target: str) -> Iterator[RecordText]:
        child, parent = (self._number(("segment", each)) for each in (source, target))
        held = self.ground.parents.setdefault(child, parent)
        if held != parent:
            above = self.ground.shelves["segment"].ids[held]
            why = _("已属于 {parent}，只能有一个上级", parent=above)
            row.cells.refuse("target", why, "second_parent")
            return
        id_ = f"kind_of.{source}"
        said = {"id": json_of(id_), "segment": json_of(source), "parent": json_of(target)}
        yield RecordText("kind_of", id_, written(KindOf, **said, evidence=row.proofs()))

    def _in_chain(self, row: BulkRow, segment: str, chain: str) -> Iterator[RecordText]:
        place = placed(row, segment, chain, row.proofs())
        if place.id in self.ground.placed:
            row.cells.refuse("target", _("节点的“产业链”列已经说了"), "duplicate")
        if row.cells.faults:
            return
        self.ground.placed.add(place.id)
        yield place

    def _moved(self, row: BulkRow, edge: MatchedEdge) -> None:
        """Move one of the few chains and regions; they are told when all is read."""
        known = self.ground.known
        plain = row.evidence().model_copy(update={"note": row.text("basis") or None})
        records = list(moved(row.cells, known, edge, plain))
        if not row.cells.faults:
            self.ground.hold(row, records)


@lru_cache(1 << 10)
def _relation(text: str) -> EdgeRelation | None:
    return RELATIONS.get(simplified(text).casefold())
