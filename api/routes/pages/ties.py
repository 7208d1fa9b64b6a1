"""Pages of what ties chains together."""

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api import queries
from api.routes.pages.asking import Blank, PageAsk
from api.wanted import GapsWanted
from graph.answers.synergies import Level
from viz import tie_pages
from viz.matrix import TieSort

router = APIRouter(include_in_schema=False)


@router.get("/synergies")
def show_synergies(
    page: PageAsk,
    level: Annotated[Level | None, Blank] = None,
    sort: Annotated[TieSort | None, Blank] = None,
) -> Response:
    """The matrix of industries, or of chains."""

    def made() -> str:
        asked = page.asked.question()
        body = queries.synergies(asked, level or "industry")
        gaps = queries.all_gaps(asked, GapsWanted())
        return tie_pages.synergies_page(page.chrome, body, gaps, sort or "stated")

    return page.show(made)


@router.get("/synergies/{a}/{b}")
def show_synergy(
    page: PageAsk, a: str, b: str, level: Annotated[Level | None, Blank] = None
) -> Response:
    """What ties two chains, or two industries."""

    def made() -> str:
        asked = page.asked.question()
        body = queries.synergy(asked, (a, b), level or "chain")
        return tie_pages.synergy_page(page.chrome, body, level or "chain")

    return page.show(made)
