"""What a search field suggests while one types."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import queries
from api.http.routers import reading_router
from api.routes.pages.asking import Blank, PageAsk
from api.wanted import LONGEST, PageWanted, SearchWanted
from graph.answers.offered import SearchType
from viz import hits

router = reading_router(include_in_schema=False)
MOST = 60
"""Hits that are looked at; a list of suggestions shows fewer."""


@router.get("/search/hits")
def show_hits(
    page: PageAsk,
    q: Annotated[str, Query(max_length=LONGEST)],
    type: Annotated[SearchType | None, Blank, Query()] = None,  # noqa: A002 - the public name
) -> Response:
    """The best matches, as options of a list."""

    def made() -> str:
        store, version = page.asked.conditions.services.store, page.asked.version
        wanted, facts = SearchWanted(q=q, type=type), page.asked.ws.facts
        body = queries.search(store, version, wanted, PageWanted(limit=MOST), facts)
        return hits.hits(page.chrome, body)

    return page.show(made)
