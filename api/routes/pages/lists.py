"""Pages that list segments and enterprises."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import queries
from api.http.dependencies import LONGEST
from api.http.paging import PageWanted
from api.queries import EnterprisesWanted, SegmentsWanted
from api.routes.pages.asking import Blank, PageAsk
from graph import answers
from graph.answers.shapes import Ref
from graph.model.vocabulary import EnterpriseStatus, LocalStatus, Stage
from viz import records
from viz.records import RecordFilters

router = APIRouter(include_in_schema=False)
Field = Annotated[str, Query(max_length=LONGEST)]


@router.get("/segments")
def show_segments(  # noqa: PLR0913, PLR0917 - the fields of the form
    page: PageAsk,
    q: Field = "",
    chain: Field = "",
    stage: Annotated[Stage | None, Blank] = None,
    status: Annotated[LocalStatus | None, Blank] = None,
    sort: Field = "",
    cursor: Field = "",
) -> Response:
    """Segments, filtered."""
    wanted = SegmentsWanted(chain or None, stage, status, q or None, sort or "status")
    filters = RecordFilters(q, chain, stage or "", status or "", sort=sort)

    def made() -> str:
        asked = page.asked.question(page=PageWanted(cursor=cursor or None))
        return records.segments_page(page.chrome, queries.segments(asked, wanted), filters)

    return page.show(made)


@router.get("/enterprises")
def show_enterprises(  # noqa: PLR0913, PLR0917 - the fields of the form
    page: PageAsk,
    q: Field = "",
    chain: Field = "",
    status: Annotated[EnterpriseStatus | None, Blank] = None,
    region: Field = "",
    sort: Field = "",
    cursor: Field = "",
) -> Response:
    """Enterprises, filtered."""
    wanted = EnterprisesWanted(chain or None, status, region or None, q or None, sort or "products")
    filters = RecordFilters(q, chain, status=status or "", region=region, sort=sort)

    def made() -> str:
        asked = page.asked.question(page=PageWanted(cursor=cursor or None))
        body = queries.enterprises(asked, wanted)
        regions = tuple(
            Ref(type="region", id=each.id, name=each.name, name_en=each.name_en)
            for each in answers.regions(asked.ws).items
            if each.sort != "neighbour"
        )
        return records.enterprises_page(page.chrome, body, filters, regions)

    return page.show(made)
