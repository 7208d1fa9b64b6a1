"""Pages that list segments and enterprises."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import queries
from api.http.routers import reading_router
from api.routes.pages.asking import PageAsk, PageForm, PageNumber
from api.wanted import EnterprisesWanted, SegmentsWanted
from api.wanted_rows import RowsWanted
from graph import answers
from graph.answers import around_chains
from graph.answers.offered import EnterpriseSort, SegmentSort
from viz import records
from viz.leaves import ROWS, Leaf
from viz.records import RecordFilters

router = reading_router(include_in_schema=False)


class SegmentsForm(PageForm, SegmentsWanted):
    """The filters of segments; a page shows first what is known."""

    sort: SegmentSort = "status"


class EnterprisesForm(PageForm, EnterprisesWanted):
    """The filters of enterprises; a page shows first who makes most."""

    sort: EnterpriseSort = "products"


@router.get("/segments")
def show_segments(
    page: PageAsk, wanted: Annotated[SegmentsForm, Query()], number: PageNumber = None
) -> Response:
    """Segments, filtered."""
    filters = RecordFilters(**wanted.model_dump(exclude_unset=True))

    def made() -> str:
        rows = RowsWanted(limit=ROWS, number=number or 1)
        body = queries.segments(page.asked.question(page=rows), wanted)
        leaf = Leaf(rows.number, ROWS, body.total)
        return records.segments_page(page.chrome, body, filters, leaf)

    return page.show(made)


@router.get("/enterprises")
def show_enterprises(
    page: PageAsk, wanted: Annotated[EnterprisesForm, Query()], number: PageNumber = None
) -> Response:
    """Enterprises, filtered."""
    filters = RecordFilters(**wanted.model_dump(exclude_unset=True))

    def made() -> str:
        rows = RowsWanted(limit=ROWS, number=number or 1)
        body = queries.enterprises(page.asked.question(page=rows), wanted)
        regions = around_chains.own(answers.regions(page.asked.ws).items)
        leaf = Leaf(rows.number, ROWS, body.total)
        return records.enterprises_page(page.chrome, body, filters, leaf, regions)

    return page.show(made)
