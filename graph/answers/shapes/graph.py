"""A neighbourhood of the whole graph, drawn: nodes with positions, edges with their basis."""

from typing import Literal

from graph.answers.offered import NodeType
from graph.answers.shapes.common import Computed, Ref
from graph.answers.shapes.panorama import GapBadge
from graph.model import Evidence, Record
from graph.model.vocabulary import Basis

Relation = Literal[
    "supplies",
    "kind_of",
    "makes",
    "in_chain",
    "in_industry",
    "has_role",
    "located_in",
    "gap_on",
    "blocks",
    "candidate_for",
]


class GraphNode(Record):
    """A record at a place; `status` is its local status, its standing, or an enterprise's.

    `id` is the record's id. Where records of several types share one, the first type of
    `NODE_TYPES` keeps it and the others get their type before it (`chain:vehicle`), so that
    ids stay unique; `record` always is the bare id. `gap` is the gravest gap on a segment;
    `more` counts the neighbours that are not drawn.
    """

    id: str
    type: NodeType
    record: str
    name: str
    name_en: str | None
    status: str | None
    stage: str | None
    gap: GapBadge | None = None
    more: int = 0
    x: float
    y: float


class GraphEdge(Record):
    """A relation between two nodes by their ids; `essential` is null for all but inputs.

    `id` names the fact (a group of inputs has one edge for each of its members).
    """

    source: str
    target: str
    relation: Relation
    id: str
    essential: bool | None
    by_product: bool
    basis: Basis


class GraphBody(Computed):
    """What lies around a record, nearest first; `truncated` where the limit left some out."""

    center: Ref | None
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    truncated: bool


class Related(Record):
    """One relation with its evidence; `id` is its fact, `essential` is null for all but inputs."""

    id: str
    source: Ref
    target: Ref
    relation: Relation
    essential: bool | None
    evidence: tuple[Evidence, ...]
