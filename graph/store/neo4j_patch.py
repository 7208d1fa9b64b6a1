"""What an edit changes in the drawn graph: the difference between two versions, as statements.

Only what can differ is drawn again: the records that changed, and those that quote a document
which came or went. What follows from many facts together (candidates, supply) is compared whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import TypeVar

from graph.model import CONFIDENTIAL, FIELD_OF_TYPE, AnyRecord, Fact, Facts
from graph.model.references import RecordKey
from graph.store.neo4j_drawing import (
    DrawnGraph,
    DrawnNode,
    DrawnTie,
    between,
    by_ends,
    candidates_of,
    drawing_of,
    nodes_by_label,
    supply_ties,
)
from graph.store.neo4j_rows import CypherStatement, Parameters
from graph.store.supply import supply_of

Key = TypeVar("Key", DrawnNode, DrawnTie)
_RECIPES = ("segments", "kinds", "input_groups")
_CANDIDATES = ("enterprises", "makes", "gaps")

UNSETTLE = """
    UNWIND $rows AS row
    MATCH (g:Gap {dataset: $dataset, version: $drawing, id: row.id})
    WHERE g.published IS NOT NULL
    SET g.published = ''
"""
"""What was computed of these gaps may have gone with what they were tied to: publish it again."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What is to go from a drawing, what is to come, and how much it is."""

    before: DrawnGraph
    after: DrawnGraph

    def statements(self) -> Iterator[CypherStatement]:
        """Every statement that makes the one into the other, with its rows."""
        old, new = self.before, self.after
        lost = {tie: old.ties[tie] for tie in old.ties.keys() - new.ties.keys()}
        for ends, rows in by_ends(lost).items():
            yield _without_ties(*ends), rows
        for label, ids in _by_label(old.nodes.keys() - new.nodes.keys()).items():
            yield _without_nodes(label), ids
        nodes = _changes(old.nodes, new.nodes)
        yield from nodes_by_label(nodes)
        for ends, rows in by_ends(_changes(old.ties, new.ties)).items():
            yield _with_ties(*ends), rows
        touched = _by_label({*nodes, *(end for tie in lost for end in (tie.source, tie.target))})
        yield UNSETTLE, touched.get("Gap", [])


def patch(old: Facts, new: Facts) -> Patch:
    """What the drawings of two versions do not share, both sound."""
    touched = _changed(old, new)
    touched |= _quoting(touched, old, new)
    before, after = _drawing(old, touched), _drawing(new, touched)
    if _differ(old, new, _CANDIDATES):
        before.ties.update(candidates_of(old))
        after.ties.update(candidates_of(new))
    if _differ(old, new, _RECIPES):
        before.ties.update(supply_ties(supply_of(old)))
        after.ties.update(supply_ties(supply_of(new)))
    _forget_shared(before.nodes, after.nodes)
    _forget_shared(before.ties, after.ties)
    return Patch(before, after)


def whole(facts: Facts) -> DrawnGraph:
    """The drawing of all of a version, which has to be sound."""
    drawing = drawing_of(facts, facts.public())
    drawing.ties.update(candidates_of(facts))
    drawing.ties.update(supply_ties(supply_of(facts)))
    return drawing


def digest(drawing: DrawnGraph) -> int:
    """A number that tells whether two drawings are the same; that of a part can be taken off."""
    told = chain(
        (_digest_of(*each) for each in drawing.nodes.items()),
        (_digest_of(*each) for each in drawing.ties.items()),
    )
    return sum(told) % (1 << 128)


def patched(number: int, change: Patch) -> int:
    """The digest of a drawing after a patch."""
    return (number - digest(change.before) + digest(change.after)) % (1 << 128)


def _digest_of(key: DrawnNode | DrawnTie, properties: Parameters) -> int:
    told = repr((tuple(key), sorted(properties.items()))).encode()
    return int.from_bytes(blake2b(told, digest_size=16).digest())


def _changed(old: Facts, new: Facts) -> set[RecordKey]:
    found: set[RecordKey] = set()
    for type_, shelf in FIELD_OF_TYPE.items():
        before, after = getattr(old, shelf), getattr(new, shelf)
        if before is not after and type_ not in CONFIDENTIAL:
            keys = before.keys() | after.keys()
            found |= {(type_, id_) for id_ in keys if _differs(before.get(id_), after.get(id_))}
    return found


def _differs(before: AnyRecord | None, after: AnyRecord | None) -> bool:
    return before is not after and before != after


def _quoting(keys: set[RecordKey], old: Facts, new: Facts) -> set[RecordKey]:
    """The records whose evidence quotes a document that came or went.

    What else a record leads to it names: it came or went itself, for sound facts have no orphans.
    """
    documents = {id_ for type_, id_ in keys if type_ == "document"}
    documents &= old.documents.keys() ^ new.documents.keys()
    if not documents:
        return set()
    return {
        (record.type, record.id)
        for facts in (old, new)
        for record in facts.public()
        if isinstance(record, Fact) and any(each.document in documents for each in record.evidence)
    }


def _record(facts: Facts, key: RecordKey) -> AnyRecord | None:
    found: AnyRecord | None = getattr(facts, FIELD_OF_TYPE[key[0]]).get(key[1])
    return found


def _drawing(facts: Facts, keys: set[RecordKey]) -> DrawnGraph:
    found = (_record(facts, key) for key in sorted(keys))
    return drawing_of(facts, (each for each in found if each is not None))


def _differ(old: Facts, new: Facts, shelves: tuple[str, ...]) -> bool:
    return any(getattr(old, shelf) != getattr(new, shelf) for shelf in shelves)


def _forget_shared(one: dict[Key, Parameters], other: dict[Key, Parameters]) -> None:
    for key in [key for key, value in one.items() if other.get(key) == value]:
        del one[key], other[key]


def _changes(old: Mapping[Key, Parameters], new: Mapping[Key, Parameters]) -> dict[Key, Parameters]:
    """The properties to set, null where one has gone."""
    found: dict[Key, Parameters] = {}
    for key, properties in new.items():
        before = old.get(key, {})
        gone: Parameters = dict.fromkeys(before.keys() - properties.keys())
        found[key] = gone | {k: v for k, v in properties.items() if before.get(k) != v}
    return found


def _by_label(nodes: set[DrawnNode]) -> dict[str, list[Parameters]]:
    found: dict[str, list[Parameters]] = {}
    for each in sorted(nodes):
        found.setdefault(each.label, []).append({"id": each.id})
    return found


def _without_nodes(label: str) -> str:
    return f"""
    UNWIND $rows AS row
    MATCH (n:{label} {{dataset: $dataset, version: $drawing, id: row.id}})
    OPTIONAL MATCH (n)--(g:Gap) WHERE g.published IS NOT NULL
    SET g.published = ''
    WITH DISTINCT n
    DETACH DELETE n
    """


def _without_ties(relation: str, source: str, target: str) -> str:
    return f"""
    {between(source, target)}
    MATCH (a)-[r:{relation}]->(b) WHERE coalesce(r.id, '') = row.id
    DELETE r
    """


def _with_ties(relation: str, source: str, target: str) -> str:
    """Draw ties, or change some of their properties; one that was computed is recorded now."""
    there = f"""
    {between(source, target)}
    MERGE (a)-[r:{relation}%s]->(b)
    SET r += row.properties, r.computed = null
    """
    return there % ("" if relation in {"CITES", "COUNTS_AS"} else " {id: row.id}")
