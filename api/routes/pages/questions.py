"""Pages with a form: the question as it was typed stands above the answer."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api import exports, queries
from api.routes.pages.asking import Cursor, FieldText, PageAsk, PageForm
from api.wanted import MOST, GapsWanted, PageWanted, SearchWanted, TermsWanted
from graph.network.terms import parse_boundary, parse_horizon, parse_inputs
from viz import pages
from viz.downloads import Download, exports_page
from viz.queries import GapFilters, MissingQuery, PageProblem, TermsQuery

router = APIRouter(include_in_schema=False)


@router.get("/search")
def show_search(page: PageAsk, q: FieldText = "") -> Response:
    """What was found by name."""

    def made() -> str:
        store = page.asked.conditions.services.store
        wanted = SearchWanted(q=q)
        facts, version = page.asked.ws.facts, page.asked.version
        body = queries.search(store, version, wanted, PageWanted(), facts) if q else None
        return pages.search_page(page.chrome, body, q)

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


@router.get("/gaps")
def show_gaps(
    page: PageAsk, wanted: GapsFormAsked, terms: TermsForm, cursor: Cursor = None
) -> Response:
    """The gap list."""

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms), PageWanted(limit=MOST, cursor=cursor))
        body = queries.gaps(asked, wanted)
        segment = asked.id(wanted.product, "segment")
        product = asked.ws.ref("segment", segment) if segment else None
        every = queries.all_gaps(asked, wanted.model_copy(update={"rows": "gaps"})).items
        gathered = [gap for gap in every if gap.task != gap.id and wanted.rows == "tasks"]
        return pages.gaps_page(page.chrome, body, _filters(wanted, terms), product, gathered)

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
        return pages.missing_page(page.chrome, body, problem, query, page.context.segments)

    return page.form(made)


@router.get("/why-not")
def show_why_not(page: PageAsk, query: MissingFormAsked) -> Response:
    """Why a segment is not a gap."""

    def made(problem: PageProblem | None) -> str:
        body = None
        if query.segment and problem is None:
            body = queries.why_not(page.asked.question(terms_wanted(query)), query.segment)
        return pages.why_not_page(page.chrome, body, problem, query, page.context.segments)

    return page.form(made)
