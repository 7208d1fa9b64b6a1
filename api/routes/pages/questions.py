"""Pages with a form: the question as it was typed stands above the answer."""

from dataclasses import asdict, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api import exports, queries
from api.http.dependencies import LONGEST
from api.http.paging import MOST, PageWanted
from api.queries import GapsWanted, SearchWanted, TermsWanted
from api.routes.pages.asking import Blank, PageAsk
from graph.answers.shapes import GapRows
from graph.model.vocabulary import GapKind, GapOrigin, NeedCode, Standing
from viz import pages
from viz.downloads import Download, exports_page
from viz.queries import GapFilters, MissingQuery, Problem, TermsQuery

router = APIRouter(include_in_schema=False)
Field = Annotated[str, Query(max_length=LONGEST)]


@router.get("/search")
def show_search(page: PageAsk, q: Field = "") -> Response:
    """What was found by name."""

    def made() -> str:
        store = page.asked.conditions.services.store
        wanted = SearchWanted(q)
        body = queries.search(store, page.asked.version, wanted, PageWanted()) if q else None
        return pages.search_page(page.chrome, body, q)

    return page.show(made)


async def asked_terms(
    boundary: Field = "",
    inputs: Field = "",
    horizon: Field = "",
    region: Field = "",
) -> TermsQuery:
    """Return the terms of the form, as they were typed."""
    default = TermsQuery()
    return TermsQuery(
        boundary=boundary.replace(" ", "+") or default.boundary,
        inputs=inputs or default.inputs,
        horizon=horizon or default.horizon,
        region=region,
    )


async def asked_gaps(  # noqa: PLR0913, PLR0917 - the fields of the form
    chain: Field = "",
    kind: Annotated[GapKind | None, Blank] = None,
    origin: Annotated[GapOrigin | None, Blank] = None,
    standing: Annotated[Standing | None, Blank] = None,
    product: Field = "",
    sort: Field = "",
    need: Annotated[NeedCode | None, Blank] = None,
    rows: Annotated[GapRows | None, Blank] = None,
) -> GapsWanted:
    """Return the filters of the form; an empty field counts as not given."""
    return GapsWanted(
        chain or None,
        kind,
        origin,
        standing,
        product or None,
        sort or "standing",
        need,
        rows or "tasks",
    )


TermsForm = Annotated[TermsQuery, Depends(asked_terms)]
GapsForm = Annotated[GapsWanted, Depends(asked_gaps)]


def terms_wanted(query: TermsQuery) -> TermsWanted:
    """Return the terms as a question takes them."""
    return TermsWanted(query.region or None, query.boundary, query.inputs, query.horizon)


@router.get("/gaps")
def show_gaps(page: PageAsk, wanted: GapsForm, terms: TermsForm, cursor: Field = "") -> Response:
    """The gap list."""

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms), PageWanted(MOST, cursor or None))
        body = queries.gaps(asked, wanted)
        segment = asked.id(wanted.product, "segment")
        product = asked.ws.ref("segment", segment) if segment else None
        every = queries.all_gaps(asked, replace(wanted, rows="gaps")).items
        gathered = [gap for gap in every if gap.task != gap.id and wanted.rows == "tasks"]
        return pages.gaps_page(page.chrome, body, _filters(wanted, terms), product, gathered)

    return page.show(made)


def _filters(wanted: GapsWanted, terms: TermsQuery) -> GapFilters:
    asked = {
        name: text
        for name, text in asdict(wanted).items()
        if text not in {None, "standing", "tasks"}
    }
    return GapFilters(**(asdict(terms) | asked))


@router.get("/exports")
def show_exports(page: PageAsk, chain: Field = "") -> Response:
    """The files to take away, of everything or of one chain."""

    def made() -> str:
        known = page.asked.question().id(chain or None, "chain")
        files = tuple(
            Download(name, "chain" in file.filters) for name, file in exports.FILES.items()
        )
        return exports_page(page.chrome, files, known or "")

    return page.show(made)


async def asked_missing(terms: TermsForm, segment: Field = "") -> MissingQuery:
    """Return the question of the form, as it was typed."""
    return MissingQuery(**asdict(terms), segment=segment)


MissingAsked = Annotated[MissingQuery, Depends(asked_missing)]


@router.get("/missing")
def show_missing(page: PageAsk, query: MissingAsked) -> Response:
    """What is missing upstream of a segment."""

    def made(problem: Problem | None) -> str:
        body = None
        if query.segment and problem is None:
            body = queries.missing(page.asked.question(terms_wanted(query)), query.segment)
        return pages.missing_page(page.chrome, body, problem, query, page.shell.segments)

    return page.form(made)


@router.get("/why-not")
def show_why_not(page: PageAsk, query: MissingAsked) -> Response:
    """Why a segment is not a gap."""

    def made(problem: Problem | None) -> str:
        body = None
        if query.segment and problem is None:
            body = queries.why_not(page.asked.question(terms_wanted(query)), query.segment)
        return pages.why_not_page(page.chrome, body, problem, query, page.shell.segments)

    return page.form(made)
