"""Everything of a dataset version as one graph: records as nodes, relations as edges.

Nodes are named `type:id`. Attributes are flat (text, numbers, flags), so that every graph file
can hold them; `evidence` is a line of text. Derived gaps are nodes with `basis` derived and the
boundary under which they were computed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.answers.neighbourhood import chain_keys
from graph.answers.relations import Tie, gap_items, ties
from graph.answers.shapes import GapItem
from graph.answers.workspace import Workspace
from graph.model import Evidence
from graph.model.vocabulary import Lang
from graph.network.terms import Terms

Value = str | int | float | bool
_WORDS = {"in_chain": "stage", "has_role": "role", "blocks": "worlds"}
"""What the word of a tie is called as an attribute, by its relation."""


@dataclass(frozen=True, slots=True)
class Node:
    """A record; `label` is its type in PascalCase, as Neo4j has it."""

    type: str
    id: str
    label: str
    attributes: dict[str, Value]

    @property
    def key(self) -> str:
        """The name of the node in a file: `type:id`."""
        return f"{self.type}:{self.id}"


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes, by their keys; `id` is that of its fact."""

    source: str
    target: str
    relation: str
    id: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class WholeGraph:
    """Nodes in order of key, edges in order of ends, relation and id; `about` describes it."""

    about: dict[str, Value]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def whole_graph(ws: Workspace, terms: Terms, lang: Lang, *, chain: str | None = None) -> WholeGraph:
    """Collect every node and edge of a dataset version under the terms of its gaps.

    With `chain`, only its own: the chain, its industry, segments, enterprises and gaps.
    """
    gaps = gap_items(ws, terms, lang)
    nodes = [*_record_nodes(ws, terms), *(_gap_node(each, str(terms.boundary)) for each in gaps)]
    edges = [_edge(tie) for tie in ties(ws, gaps)]
    if chain is not None:
        kept = {":".join(key) for key in chain_keys(ws, chain, gaps)}
        nodes = [node for node in nodes if node.key in kept]
        edges = [edge for edge in edges if edge.source in kept and edge.target in kept]
    return WholeGraph(
        about=_about(ws, terms) | ({"chain": chain} if chain else {}),
        nodes=tuple(sorted(nodes, key=lambda node: node.key)),
        edges=tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.id))),
    )


def _about(ws: Workspace, terms: Terms) -> dict[str, Value]:
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


def _record_nodes(ws: Workspace, terms: Terms) -> Iterator[Node]:
    facts = ws.facts
    for industry in facts.industries.values():
        yield Node("industry", industry.id, "Industry", _named(industry.name, industry.evidence))
    for chain in facts.chains.values():
        yield Node("chain", chain.id, "Chain", _named(chain.name, chain.evidence))
    for region in facts.regions.values():
        attributes = _named(region.name, region.evidence) | {"sort": region.sort}
        if region.free_land_mu is not None:
            attributes["free_land_mu"] = region.free_land_mu
        yield Node("region", region.id, "Region", attributes)
    for firm in facts.enterprises.values():
        attributes = _named(firm.name, firm.evidence) | {"status": firm.status}
        yield Node("enterprise", firm.id, "Enterprise", attributes)
    for segment in facts.segments.values():
        attributes = _named(segment.name, segment.evidence) | {
            "name_en": segment.name_en,
            "sort": segment.sort,
            "traded": segment.traded is not None,
            "captive": segment.captive,
            "status": ws.local_status(terms, segment.id) or "captive",
        }
        yield Node("segment", segment.id, "Segment", attributes)


def _named(name: str, evidence: Iterable[Evidence]) -> dict[str, Value]:
    listed = tuple(evidence)
    return {"name": name, "basis": listed[0].basis, "evidence": cited(listed)}


def _gap_node(gap: GapItem, boundary: str) -> Node:
    attributes: dict[str, Value] = {
        "name": gap.name,
        "kind": gap.kind,
        "origin": gap.origin,
        "standing": gap.standing,
        "basis": "derived" if gap.origin == "derived" else "stated",
        "boundary": boundary,
        "need": gap.need,
        "task": gap.task,
        "settles": gap.settles or "",
        "evidence": cited(gap.evidence),
    }
    if gap.judgement is not None:
        said = gap.judgement.model_dump(include={"verdict", "reason", "owner", "due", "note"})
        attributes |= {name: text for name, text in said.items() if text is not None}
    return Node("gap", gap.id, "Gap", attributes)


def _proof(evidence: tuple[Evidence, ...]) -> dict[str, Value]:
    return {"basis": evidence[0].basis, "evidence": cited(evidence)}


def _edge(tie: Tie) -> Edge:
    source, target = (":".join(end) for end in (tie.source, tie.target))
    attributes = _own(tie) | (_proof(tie.evidence) if tie.evidence else {})
    return Edge(source, target, tie.relation.upper(), tie.id, attributes)


def _own(tie: Tie) -> dict[str, Value]:
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
    word = _WORDS.get(tie.relation)
    return {word: tie.word} if word else {}
