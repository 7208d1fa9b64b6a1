"""Questions whose answer is drawn: the graph around a record."""

from dataclasses import dataclass

from api.questions import Question
from graph.answers.neighbourhood import DEFAULT_TYPES, Around, neighbourhood, parse_types
from graph.answers.shapes.graph import GraphBody
from viz.graph_layout import positions

MOST_NODES = 1000


@dataclass(frozen=True, slots=True)
class GraphWanted:
    """What to draw, as it was written."""

    center: str | None = None
    hops: int = 1
    limit: int = 100
    chain: str | None = None
    types: str = ",".join(DEFAULT_TYPES)


def graph(asked: Question, wanted: GraphWanted) -> GraphBody:
    """What lies around a record, each node with its place."""
    around = Around(
        center=wanted.center,
        hops=wanted.hops,
        limit=wanted.limit,
        chain=asked.id(wanted.chain, "chain"),
        types=parse_types(wanted.types),
    )
    return neighbourhood(asked.ws, asked.terms, asked.lang, around, positions)
