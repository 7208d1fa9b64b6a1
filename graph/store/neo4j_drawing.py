"""The graph of the current version as people see it in Browser and Bloom.

Records are nodes or relationships, evidence are nodes: `CITES` leads from a node to them, a
relationship holds their ids. Everything is bound to dataset and version. Facts are never read
from here: those come from the rows of the history.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.model import (
    FIELD_OF_TYPE,
    RECORDS,
    AnyRecord,
    Document,
    Fact,
    Facts,
    RecordType,
    Segment,
    Source,
)
from graph.model.flat import flat
from graph.store.neo4j_rows import CypherStatement, Parameters
from graph.store.neo4j_ties import Relationship, candidates, ties_of
from graph.store.supply import SupplyIndex

LABELS: Mapping[RecordType, str] = {
    type_: record.__name__ for type_, record in RECORDS.items() if record.about.is_node
}
"""Records that are nodes; all others are relationships between them."""
EVIDENCE = "Evidence"
CONSTRAINTS = tuple(
    f"CREATE CONSTRAINT liantu_{label.lower()} IF NOT EXISTS "
    f"FOR (n:{label}) REQUIRE (n.dataset, n.version, n.id) IS UNIQUE"
    for label in (*LABELS.values(), EVIDENCE)
)
_LEFT_OUT = {"text", "uncited"}
"""What is too long for a node of a document."""


class DrawnNode(NamedTuple):
    """Which node it is, of one dataset."""

    label: str
    id: str


class DrawnTie(NamedTuple):
    """Which relationship it is; `id` is empty where its ends say it."""

    relation: str
    source: DrawnNode
    target: DrawnNode
    id: str = ""


@dataclass(frozen=True, slots=True)
class DrawnGraph:
    """Nodes and relationships with their properties; a whole graph, or a part of one."""

    nodes: dict[DrawnNode, Parameters]
    ties: dict[DrawnTie, Parameters]


def drawing_of(facts: Facts, records: Iterable[AnyRecord]) -> DrawnGraph:
    """What these of the facts are drawn as: nodes, their evidence, what they tie."""
    drawing = DrawnGraph({}, {})
    for record in records:
        _draw_node(drawing, record)
        _draw_evidence(drawing, facts, record)
        for tie in ties_of(record):
            _draw_tie(drawing, facts, record, tie)
    return drawing


def candidates_of(facts: Facts) -> dict[DrawnTie, Parameters]:
    """What ties firms to gaps: it follows from several facts together."""
    drawing = DrawnGraph({}, {})
    for record, tie in candidates(facts):
        _draw_tie(drawing, facts, record, tie)
    return drawing.ties


def supply_ties(supply: SupplyIndex) -> dict[DrawnTie, Parameters]:
    """What leads from inputs to what takes them, and from kinds to what they count as."""
    ways = {(each.special, each.general): list(each.way) for each in supply.descents}
    found: dict[DrawnTie, Parameters] = {
        DrawnTie("COUNTS_AS", _segment(special), _segment(general)): {"way": way}
        for (special, general), way in ways.items()
        if way
    }
    for each in supply.feeds():
        ends = _segment(each.source), _segment(each.consumer)
        way = ways[each.source, each.via]
        properties: Parameters = {"input": each.input, "via": each.via, "way": way}
        found[DrawnTie("FEEDS", *ends, f"feeds.{each.input}.{each.via}")] = properties
    return found


def evidence_ids(record: AnyRecord) -> list[str]:
    """The ids of the evidence of a record, in its order."""
    if isinstance(record, Document | Source):
        return []
    return [f"{record.type}:{record.id}:{number}" for number in range(len(record.evidence))]


def nodes_by_label(nodes: Mapping[DrawnNode, Parameters]) -> Iterator[CypherStatement]:
    """Every statement that draws or changes these nodes, with its rows."""
    found: defaultdict[str, list[Parameters]] = defaultdict(list)
    for (label, id_), properties in nodes.items():
        found[label].append({"id": id_, "properties": properties})
    for label, rows in found.items():
        yield node(label), rows


def by_ends(
    ties: Mapping[DrawnTie, Parameters],
) -> Mapping[tuple[str, str, str], list[Parameters]]:
    """Rows of relationships by what they are and the labels of their ends."""
    found: defaultdict[tuple[str, str, str], list[Parameters]] = defaultdict(list)
    for (relation, source, target, id_), properties in ties.items():
        row: Parameters = {
            "source": source.id,
            "target": target.id,
            "id": id_,
            "properties": properties,
        }
        found[relation, source.label, target.label].append(row)
    return found


def node(label: str) -> str:
    """The statement that draws nodes, or changes some of their properties."""
    return f"""
    UNWIND $rows AS row
    MERGE (n:{label} {{dataset: $dataset, version: $drawing, id: row.id}})
    SET n:Drawn, n += row.properties
    """


def between(source: str, target: str) -> str:
    """How the two ends of ties are found, `a` and `b`."""
    return f"""UNWIND $rows AS row
    MATCH (a:{source} {{dataset: $dataset, version: $drawing, id: row.source}})
    MATCH (b:{target} {{dataset: $dataset, version: $drawing, id: row.target}})"""


def _draw_node(drawing: DrawnGraph, record: AnyRecord) -> None:
    """What a node says of its record; of a segment also that nobody sells it."""
    if record.type not in LABELS:
        return
    properties: Parameters = {
        name: each for name, each in flat(record).items() if name not in _LEFT_OUT
    }
    if isinstance(record, Segment):
        properties = {"traded": False, "codes": []} | properties
    if isinstance(record, Fact):
        said = {"was": list(record.was), "denied": record.denied, "corrected": record.corrected}
        properties |= {name: each for name, each in said.items() if each is not None}
    drawing.nodes[DrawnNode(LABELS[record.type], record.id)] = properties


def _draw_evidence(drawing: DrawnGraph, facts: Facts, record: AnyRecord) -> None:
    if isinstance(record, Document | Source):
        return
    for id_, each in zip(evidence_ids(record), record.evidence, strict=True):
        here = DrawnNode(EVIDENCE, id_)
        drawing.nodes[here] = each.model_dump(exclude_none=True)
        if record.type in LABELS:
            drawing.ties[DrawnTie("CITES", DrawnNode(LABELS[record.type], record.id), here)] = {}
        if each.document is not None and each.document in facts.documents:
            drawing.ties[DrawnTie("CITES", here, DrawnNode("Document", each.document))] = {}


def _draw_tie(drawing: DrawnGraph, facts: Facts, record: AnyRecord, tie: Relationship) -> None:
    """Draw it if both ends are there."""
    if not all(is_there(facts, *key) for key in (tie.source, tie.target)):
        return
    source, target = (DrawnNode(LABELS[type_], id_) for type_, id_ in (tie.source, tie.target))
    properties = {name: each for name, each in tie.properties.items() if each is not None}
    key = DrawnTie(tie.relation, source, target, tie.id)
    drawing.ties[key] = {**properties, "evidence": evidence_ids(record)}


def is_there(facts: Facts, type_: RecordType, id_: str) -> bool:
    """Whether a record is among the facts."""
    return id_ in getattr(facts, FIELD_OF_TYPE[type_])


def _segment(id_: str) -> DrawnNode:
    return DrawnNode("Segment", id_)
