"""Questions whose answer is drawn: the graph around a record."""

from dataclasses import dataclass

from api.questions import Question
from graph.answers.neighbourhood import DEFAULT_TYPES, Around, neighbourhood, parse_types
from graph.answers.shapes.graph import GraphBody
from viz.graph_layout import positions

MOST_NODES = 1000
ONE_PICTURE = 800
"""More nodes than this nobody can read, and old machines cannot draw."""


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


def whole_drawing(asked: Question, chain: str | None) -> tuple[GraphBody, dict[str, int]]:
    """The graph of a chain or of everything, small enough for one picture.

    Where it is not, firms are left out and counted by segment instead.
    """
    body = graph(asked, GraphWanted(limit=ONE_PICTURE, chain=chain))
    if not body.truncated:
        return body, {}
    body = graph(asked, GraphWanted(limit=ONE_PICTURE, chain=chain, types="segment,gap"))
    made = {
        node.record: len(asked.ws.makers_here(asked.terms, node.record))
        for node in body.nodes
        if node.type == "segment"
    }
    return body, {segment: count for segment, count in made.items() if count}
