"""Pages of what ties chains together, and of what hangs on what."""

from dataclasses import asdict
from typing import Annotated

from fastapi import Query
from pydantic import Field as Bounded
from starlette.responses import Response

from api import queries
from api.http.routers import reading_router
from api.routes.pages.asking import (
    Blank,
    Cursor,
    FieldText,
    LeafNumber,
    PageAsk,
    PageForm,
    PageNumber,
)
from api.routes.pages.questions import MissingFormAsked, TermsForm, terms_wanted
from api.wanted import MOST, ClosureWanted, GapsWanted, PageWanted
from api.wanted_around import NeighboursWanted
from graph import answers
from graph.answers.offered import Direction, Level
from graph.answers.synergies import serving_several
from graph.answers.workspace import ref_to
from viz import reach_pages, tie_pages
from viz.leaves import Leaf
from viz.matrix import TieSort
from viz.queries import PageProblem
from viz.reach_pages import ClosureQuery, DependenceQuery, NeighboursQuery
from viz.tie_pages import SynergiesQuery

router = reading_router(include_in_schema=False)
StepsBack = Annotated[int, Bounded(ge=1, le=99)]
ROWS = 50
"""Rows of a page that quotes both sides."""


@router.get("/synergies")
def show_synergies(  # noqa: PLR0913, PLR0917 - the fields of the page
    page: PageAsk,
    level: Annotated[Level | None, Blank] = None,
    sort: Annotated[TieSort | None, Blank] = None,
    chain: FieldText = "",
    number: PageNumber = None,
    shared: LeafNumber = None,
) -> Response:
    """The matrix of industries, or of chains."""

    def made() -> str:
        asked, wanted = page.asked.question(), level or "industry"
        one = asked.id(chain or None, wanted) or ""
        query = SynergiesQuery(sort or "stated", one, number or 1)
        body = queries.synergies(asked, wanted)
        rows = serving_several(asked.ws, asked.terms, queries.gap_rows(asked, GapsWanted()))
        leaf = Leaf(shared or 1, tie_pages.GAPS, len(rows))
        gaps = tuple(
            answers.gap_item(asked.ws, row, asked.terms, asked.lang) for row in rows[leaf.part]
        )
        return tie_pages.synergies_page(page.chrome, body, query, (gaps, leaf))

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


@router.get("/closure")
def show_closure(
    page: PageAsk,
    asked: MissingFormAsked,
    direction: Annotated[Direction | None, Blank] = None,
    depth: Annotated[StepsBack | None, Blank] = None,
) -> Response:
    """Everything upstream or downstream of a segment, by depth."""
    way = direction or "up"
    query = ClosureQuery(**asdict(asked), direction=way, depth=str(depth or ""))

    def made(problem: PageProblem | None) -> str:
        body = None
        if query.segment and problem is None:
            question = page.asked.question(terms_wanted(query), PageWanted(limit=MOST))
            wanted = ClosureWanted(segment=query.segment, direction=way, depth=depth)
            body = queries.closure(question, wanted)
        return reach_pages.closure_page(
            page.chrome, body, problem, query, page.asked.ws.segment_refs
        )

    return page.form(made)


@router.get("/dependence")
def show_dependence(
    page: PageAsk, terms: TermsForm, chain: FieldText = "", cursor: FieldText = ""
) -> Response:
    """Who is the only maker named, and what hangs on it."""
    query = DependenceQuery(**asdict(terms), chain=chain)

    def made() -> str:
        question = page.asked.question(terms_wanted(terms), PageWanted(cursor=cursor or None))
        body = queries.dependence(question, chain or None)
        return reach_pages.dependence_page(page.chrome, body, query)

    return page.show(made)


class NeighboursForm(PageForm, NeighboursWanted):
    """The filters of the form."""


@router.get("/neighbours")
def show_neighbours(
    page: PageAsk,
    terms: TermsForm,
    form: Annotated[NeighboursForm, Query()],
    cursor: Cursor = None,
) -> Response:
    """Who nearby states what meets a gap, as complement or rival."""
    filters = {name: text or "" for name, text in form.model_dump().items()}
    query = NeighboursQuery(**asdict(terms), **filters)

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms), PageWanted(limit=ROWS, cursor=cursor))
        regions = page.asked.ws.facts.regions.values()
        around = tuple(ref_to(each) for each in regions if each.sort == "neighbour")
        body = queries.neighbours(asked, form)
        return reach_pages.neighbours_page(page.chrome, body, query, around)

    return page.show(made)
