"""The graph around a record, with positions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api import drawings
from api.drawings import MOST_NODES, GraphWanted
from api.http.dependencies import Ask, Name, TermsAsked
from api.routes import PREFIX
from graph.answers.neighbourhood import DEFAULT_TYPES, MOST_HOPS
from graph.answers.shapes.graph import NODE_TYPES, GraphBody

router = APIRouter(prefix=PREFIX, tags=["graph"])


async def wanted_graph(
    center: Name | None = None,
    hops: Annotated[int, Query(ge=1, le=MOST_HOPS)] = 1,
    limit: Annotated[int, Query(ge=1, le=MOST_NODES)] = 100,
    chain: Name | None = None,
    types: Annotated[str, Query(max_length=80, description=", ".join(NODE_TYPES))] = ",".join(
        DEFAULT_TYPES
    ),
) -> GraphWanted:
    """Return what to draw."""
    return GraphWanted(center, hops, limit, chain, types)


GraphAsked = Annotated[GraphWanted, Depends(wanted_graph)]


@router.get("/graph", response_model=GraphBody)
def show_graph(ask: Ask, terms: TermsAsked, wanted: GraphAsked) -> Response:
    """一个记录周围的图，位置固定。The graph around a record; the same request, the same places."""
    return ask.reply(lambda: drawings.graph(ask.question(terms), wanted))
