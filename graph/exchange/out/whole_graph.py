"""Everything of a dataset version as one graph: records as nodes, relations as edges.

Nodes are named `type:id`. Attributes are flat (text, numbers, flags), so that every graph file
can hold them; `evidence` is a line of text. Derived gaps are nodes with `basis` derived and the
boundary under which they were computed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.answers.neighbourhood import chain_keys
from graph.answers.offered import NODE_TYPES
from graph.answers.relations import gap_items, ties
from graph.answers.shapes import GapItem
from graph.answers.status import status_basis
from graph.answers.tie import Tie
from graph.answers.workspace import Workspace
from graph.model import AnyRecord, Evidence, Segment
from graph.model.facts import FIELD_OF_TYPE
from graph.model.flat import flat
from graph.model.references import naming_fields
from graph.model.vocabulary import Lang
from graph.network.terms import Terms

AttributeValue = str | int | float | bool
_FACTS = {"in_chain": "memberships", "has_role": "roles", "makes": "makes", "kind_of": "kinds"}
"""Where the facts of relations lie that say more than what they join."""


@dataclass(frozen=True, slots=True)
class ExportedNode:
    """A record; `label` is its type in PascalCase, as Neo4j has it."""

    type: str
    id: str
    label: str
    attributes: dict[str, AttributeValue]

    @property
    def key(self) -> str:
        """The name of the node in a file: `type:id`."""
        return f"{self.type}:{self.id}"


@dataclass(frozen=True, slots=True)
class ExportedEdge:
    """A relation between two nodes, by their keys; `id` is that of its fact."""

    source: str
    target: str
    relation: str
    id: str
    attributes: dict[str, AttributeValue]


@dataclass(frozen=True, slots=True)
class WholeGraph:
    """Nodes in order of key, edges in order of ends, relation and id; `about` describes it."""

    about: dict[str, AttributeValue]
    nodes: tuple[ExportedNode, ...]
    edges: tuple[ExportedEdge, ...]


def whole_graph(ws: Workspace, terms: Terms, lang: Lang, *, chain: str | None = None) -> WholeGraph:
    """Collect every node and edge of a dataset version under the terms of its gaps.

    With `chain`, only its own: the chain, its industry, segments, enterprises and gaps.
    """
    gaps = gap_items(ws, terms, lang)
    nodes = [
        *_record_nodes(ws, terms),
        *(_gap_node(ws, each, str(terms.boundary)) for each in gaps),
    ]
    edges = [_edge(ws, tie) for tie in ties(ws, ws.gap_rows(terms).values())]
    if chain is not None:
        kept = {":".join(key) for key in chain_keys(ws, terms, chain)}
        nodes = [node for node in nodes if node.key in kept]
        edges = [edge for edge in edges if edge.source in kept and edge.target in kept]
    return WholeGraph(
        about=_about(ws, terms) | ({"chain": chain} if chain else {}),
        nodes=tuple(sorted(nodes, key=lambda node: node.key)),
        edges=tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.id))),
    )


def _about(ws: Workspace, terms: Terms) -> dict[str, AttributeValue]:
    """Say which data it is and under which terms its gaps were computed."""
    about = ws.facts.dataset
    return {
        "dataset": about.id,
        "title": about.title,
        "version": ws.facts.version,
        "edition": about.edition.label,
        "edition_date": about.edition.date,
        "region": ws.region(terms).id,
        "boundary": str(terms.boundary),
        "inputs": ",".join(terms.inputs),
        "horizon": terms.horizon,
        "made_up": about.made_up,
    }


def cited(evidence: Iterable[Evidence]) -> str:
    """Write evidence as one line of text.

    >>> cited([Evidence(basis="stated", document="plan", quote="电梯", line=3, start=0, end=2)])
    '“电梯”（plan 第3行）'
    """
    return "；".join(dict.fromkeys(_cited(each) for each in evidence))


def _cited(each: Evidence) -> str:
    if each.quote:
        return f"“{each.quote}”（{each.document} 第{each.line}行）"
    return f"[{each.source or each.table or each.basis}] {each.note or ''}".strip()


def _record_nodes(ws: Workspace, terms: Terms) -> Iterator[ExportedNode]:
    for type_ in NODE_TYPES:
        if type_ == "gap":
            continue
        for record in getattr(ws.facts, FIELD_OF_TYPE[type_]).values():
            attributes = _told(record) | _proof(record.evidence)
            if isinstance(record, Segment):
                attributes |= {"traded": record.traded is not None} | _status(ws, terms, record.id)
            yield ExportedNode(type_, record.id, type(record).__name__, attributes)


def _told(record: AnyRecord) -> dict[str, AttributeValue]:
    """What a record tells of itself, lists as one text."""
    return {
        name: "、".join(value) if isinstance(value, list) else value
        for name, value in flat(record).items()
    }


def _status(ws: Workspace, terms: Terms, segment: str) -> dict[str, AttributeValue]:
    """Tell the local status of a segment and, where there is one, what it rests on."""
    basis = status_basis(ws, terms, segment)
    found: dict[str, AttributeValue] = {"status": ws.local_status(terms, segment) or "captive"}
    return found | ({"status_basis": basis} if basis else {})


def computed_attributes(gap: GapItem, boundary: str) -> dict[str, AttributeValue]:
    """Tell what is computed of a gap, in the words of the interface; `sure` where it is known."""
    sure: dict[str, AttributeValue] = {} if gap.sure is None else {"sure": gap.sure}
    return sure | {
        "name": gap.name,
        "kind": gap.kind,
        "origin": gap.origin,
        "standing": gap.standing,
        "basis": "derived" if gap.origin == "derived" else "stated",
        "boundary": boundary,
        "need": gap.need,
        "urgency": gap.urgency,
        "rank": gap.rank,
        "ties": gap.ties,
        "task": gap.task,
        "settles": gap.settles or "",
        "evidence": cited(gap.evidence),
    }


def _gap_node(ws: Workspace, gap: GapItem, boundary: str) -> ExportedNode:
    stated = ws.facts.gaps.get(gap.id)
    attributes = (_told(stated) if stated else {}) | computed_attributes(gap, boundary)
    if gap.judgement is not None:
        said = _told(ws.facts.judgements[f"judgement.{gap.id}"])
        attributes |= {name: value for name, value in said.items() if name != "gap"}
    return ExportedNode("gap", gap.id, "Gap", attributes)


def _proof(evidence: tuple[Evidence, ...]) -> dict[str, AttributeValue]:
    return {"basis": evidence[0].basis, "evidence": cited(evidence)}


def _edge(ws: Workspace, tie: Tie) -> ExportedEdge:
    source, target = (":".join(end) for end in (tie.source, tie.target))
    attributes = _own(ws, tie) | (_proof(tie.evidence) if tie.evidence else {})
    return ExportedEdge(source, target, tie.relation.upper(), tie.id, attributes)


def _own(ws: Workspace, tie: Tie) -> dict[str, AttributeValue]:
    """Give the attributes of a relation that are no evidence."""
    if tie.essential is not None and tie.input is not None:
        return {
            "group": tie.id,
            "essential": tie.essential,
            "input": tie.input,
            "exact": tie.exact,
            "by_product": False,
        }
    if tie.by_product:
        return {"by_product": True}
    if tie.relation == "blocks":
        return {"worlds": tie.word}
    fact = getattr(ws.facts, _FACTS[tie.relation]).get(tie.id) if tie.relation in _FACTS else None
    if fact is None:
        return {}
    ends = {name for name, _ in naming_fields(fact)}
    return {name: value for name, value in _told(fact).items() if name not in ends}
