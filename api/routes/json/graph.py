"""The graph around a record, with positions."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import drawings
from api.http.dependencies import Ask, TermsAsked
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted import GraphWanted
from graph.answers.shapes.graph import GraphBody

router = reading_router(prefix=PREFIX, tags=["graph"])


GraphAsked = Annotated[GraphWanted, Query()]


@router.get("/graph", response_model=GraphBody)
def show_graph(ask: Ask, terms: TermsAsked, wanted: GraphAsked) -> Response:
    """一个记录周围的图，位置固定。The graph around a record; the same request, the same places."""
    return ask.reply(lambda: drawings.graph(ask.question(terms), wanted))
