"""Pages with a form: the question as it was typed stands above the answer."""

from dataclasses import asdict, replace
from typing import Annotated

from fastapi import Depends, Query
from starlette.responses import Response

from api import exports, queries
from api.http.routers import reading_router
from api.routes.pages.asking import FieldText, PageAsk, PageForm, PageNumber
from api.wanted import GapsWanted, SearchWanted, TermsWanted
from api.wanted_rows import RowsWanted
from graph import answers
from graph.answers.shapes import GapItem
from graph.errors import UnknownNameError
from graph.network.terms import parse_boundary, parse_horizon, parse_inputs
from viz import pages
from viz.downloads import Download, exports_page
from viz.leaves import ROWS, Leaf
from viz.pages import GapsShown
from viz.queries import GapFilters, MissingQuery, PageProblem, TermsQuery

router = reading_router(include_in_schema=False)


@router.get("/search")
def show_search(page: PageAsk, q: FieldText = "", number: PageNumber = None) -> Response:
    """What was found by name."""

    def made() -> str:
        store = page.asked.conditions.services.store
        wanted, rows = SearchWanted(q=q), RowsWanted(limit=ROWS, number=number or 1)
        facts, version = page.asked.ws.facts, page.asked.version
        body = queries.search(store, version, wanted, rows, facts) if q else None
        leaf = Leaf(rows.number, ROWS, body.total if body else 0)
        return pages.search_page(page.chrome, body, q, leaf)

    return page.show(made)


async def asked_terms(
    boundary: FieldText = "",
    inputs: FieldText = "",
    horizon: FieldText = "",
    region: FieldText = "",
) -> TermsQuery:
    """Return the terms of the form, as they were typed."""
    default = TermsQuery()
    return TermsQuery(
        boundary=boundary.replace(" ", "+") or default.boundary,
        inputs=inputs or default.inputs,
        horizon=horizon or default.horizon,
        region=region,
    )


class GapsForm(PageForm, GapsWanted):
    """The filters of the form."""


TermsForm = Annotated[TermsQuery, Depends(asked_terms)]
GapsFormAsked = Annotated[GapsForm, Query()]


def terms_wanted(query: TermsQuery) -> TermsWanted:
    """Return the terms as a question takes them; raise `BadParameterError`."""
    return TermsWanted(
        region=query.region or None,
        boundary=str(parse_boundary(query.boundary)),
        inputs=",".join(parse_inputs(query.inputs)),
        horizon=parse_horizon(query.horizon),
    )


OpenedGap = Annotated[FieldText, Query(alias="gap")]


@router.get("/gaps")
def show_gaps(
    page: PageAsk,
    wanted: GapsFormAsked,
    terms: TermsForm,
    number: PageNumber = None,
    opened: OpenedGap = "",
) -> Response:
    """The gap list: the page asked for, else the one on which the opened gap stands."""

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms))
        gap, place = _opened(asked, wanted, opened)
        here = number or (1 if place is None else place // ROWS + 1)
        body = queries.gaps(replace(asked, page=RowsWanted(limit=ROWS, number=here)), wanted)
        segment = asked.id(wanted.product, "segment")
        product = asked.ws.ref("segment", segment) if segment else None
        gone = opened if gap is None else ""
        shown = GapsShown(Leaf(here, ROWS, body.total), gap, gone, product)
        return pages.gaps_page(page.chrome, body, _filters(wanted, terms), shown)

    return page.show(made)


def _opened(
    asked: queries.Question, wanted: GapsWanted, gap: str
) -> tuple[GapItem | None, int | None]:
    """Describe the gap that an address opens, and where it stands in the list."""
    if not gap:
        return None, None
    try:
        row = answers.gap_row(asked.ws, gap, asked.terms)
    except UnknownNameError:
        return None, None
    item = answers.gap_item(asked.ws, row, asked.terms, asked.lang)
    return item, queries.place_of_gap(asked, wanted, gap)


@router.get("/gaps/{id}/about")
def show_gap_part(page: PageAsk, id: str, wanted: GapsFormAsked, terms: TermsForm) -> Response:  # noqa: A002
    """What is known of one gap, as the list shows it opened."""

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms))
        row = answers.gap_row(asked.ws, id, asked.terms)
        gap = answers.gap_item(asked.ws, row, asked.terms, asked.lang)
        return pages.gap_part(page.chrome, gap, _filters(wanted, terms))

    return page.show(made)


def _filters(wanted: GapsWanted, terms: TermsQuery) -> GapFilters:
    asked = wanted.model_dump(exclude_defaults=True)
    return GapFilters(**(asdict(terms) | asked))


@router.get("/exports")
def show_exports(page: PageAsk, chain: FieldText = "") -> Response:
    """The files to take away, of everything or of one chain."""

    def made() -> str:
        known = page.asked.question().id(chain or None, "chain")
        files = tuple(
            Download(name, "chain" in file.filters) for name, file in exports.FILES.items()
        )
        return exports_page(page.chrome, files, known or "")

    return page.show(made)


async def asked_missing(terms: TermsForm, segment: FieldText = "") -> MissingQuery:
    """Return the question of the form, as it was typed."""
    return MissingQuery(**asdict(terms), segment=segment)


MissingFormAsked = Annotated[MissingQuery, Depends(asked_missing)]


@router.get("/missing")
def show_missing(page: PageAsk, query: MissingFormAsked) -> Response:
    """What is missing upstream of a segment."""

    def made(problem: PageProblem | None) -> str:
        body = None
        if query.segment and problem is None:
            body = queries.missing(page.asked.question(terms_wanted(query)), query.segment)
        return pages.missing_page(page.chrome, body, problem, query, page.asked.ws.segment_refs)

    return page.form(made)


@router.get("/why-not")
def show_why_not(page: PageAsk, query: MissingFormAsked) -> Response:
    """Why a segment is not a gap."""

    def made(problem: PageProblem | None) -> str:
        body = None
        if query.segment and problem is None:
            body = queries.why_not(page.asked.question(terms_wanted(query)), query.segment)
        return pages.why_not_page(page.chrome, body, problem, query, page.asked.ws.segment_refs)

    return page.form(made)
