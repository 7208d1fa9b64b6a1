"""Pages that list segments and enterprises."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import queries
from api.routes.pages.asking import Cursor, PageAsk, PageForm
from api.wanted import EnterprisesWanted, PageWanted, SegmentsWanted
from graph import answers
from graph.answers import around_chains
from graph.answers.enterprises import EnterpriseSort
from graph.answers.segments import SegmentSort
from viz import records
from viz.records import RecordFilters

router = APIRouter(include_in_schema=False)


class SegmentsForm(PageForm, SegmentsWanted):
    """The filters of segments; a page shows first what is known."""

    sort: SegmentSort = "status"


class EnterprisesForm(PageForm, EnterprisesWanted):
    """The filters of enterprises; a page shows first who makes most."""

    sort: EnterpriseSort = "products"


@router.get("/segments")
def show_segments(
    page: PageAsk, wanted: Annotated[SegmentsForm, Query()], cursor: Cursor = None
) -> Response:
    """Segments, filtered."""
    filters = RecordFilters(**wanted.model_dump(exclude_unset=True))

    def made() -> str:
        asked = page.asked.question(page=PageWanted(cursor=cursor))
        return records.segments_page(page.chrome, queries.segments(asked, wanted), filters)

    return page.show(made)


@router.get("/enterprises")
def show_enterprises(
    page: PageAsk, wanted: Annotated[EnterprisesForm, Query()], cursor: Cursor = None
) -> Response:
    """Enterprises, filtered."""
    filters = RecordFilters(**wanted.model_dump(exclude_unset=True))

    def made() -> str:
        asked = page.asked.question(page=PageWanted(cursor=cursor))
        body = queries.enterprises(asked, wanted)
        regions = around_chains.own(answers.regions(asked.ws).items)
        return records.enterprises_page(page.chrome, body, filters, regions)

    return page.show(made)
