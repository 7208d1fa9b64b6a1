"""Segments and enterprises."""

from starlette.responses import Response

from api import queries
from api.http.dependencies import Ask, EnterprisesAsked, PageAsked, SegmentsAsked, TermsAsked
from api.http.paths import EnterpriseId, SegmentId
from api.http.routers import reading_router
from api.routes import PREFIX
from graph import answers
from graph.answers.shapes import EnterpriseBody, EnterprisesBody, SegmentBody, SegmentsBody

router = reading_router(prefix=PREFIX, tags=["segments"])


@router.get("/segments", response_model=SegmentsBody)
def list_segments(ask: Ask, terms: TermsAsked, page: PageAsked, wanted: SegmentsAsked) -> Response:
    """环节。Segments."""
    return ask.reply(lambda: queries.segments(ask.question(terms, page), wanted))


@router.get("/segments/{id}", response_model=SegmentBody)
def show_segment(ask: Ask, terms: TermsAsked, id: SegmentId) -> Response:  # noqa: A002
    """一个环节：投入、产出与每条依据。One segment: inputs, outputs and every statement on it."""
    return ask.reply(lambda: answers.segment(ask.ws, id, ask.question(terms).terms, ask.lang))


@router.get("/enterprises", response_model=EnterprisesBody)
def list_enterprises(ask: Ask, page: PageAsked, wanted: EnterprisesAsked) -> Response:
    """企业。Enterprises."""
    return ask.reply(lambda: queries.enterprises(ask.question(page=page), wanted))


@router.get("/enterprises/{id}", response_model=EnterpriseBody)
def show_enterprise(ask: Ask, id: EnterpriseId) -> Response:  # noqa: A002
    """一家企业。One enterprise."""
    return ask.reply(lambda: answers.enterprise(ask.ws, id, ask.lang))
