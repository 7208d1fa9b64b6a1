"""What stands around the chains: regions, platforms, projects, indicators."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import queries
from api.http.dependencies import Ask, PageAsked
from api.http.paging import paged
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted_around import AuditFilter
from graph import answers
from graph.answers.shapes import AuditBody, IndicatorsBody, PlatformsBody, ProjectsBody, RegionsBody

router = reading_router(prefix=PREFIX, tags=["district"])
AuditAsked = Annotated[AuditFilter, Query()]


@router.get("/regions", response_model=RegionsBody)
def list_regions(ask: Ask, page: PageAsked) -> Response:
    """地区：全区、组团、园区、镇街与周边区县。Regions as the documents name them."""
    return ask.reply(lambda: paged(answers.regions(ask.ws), page, "regions"))


@router.get("/platforms", response_model=PlatformsBody)
def list_platforms(ask: Ask, page: PageAsked) -> Response:
    """平台。Platforms as the documents name them."""
    return ask.reply(lambda: paged(answers.platforms(ask.ws), page, "platforms"))


@router.get("/projects", response_model=ProjectsBody)
def list_projects(ask: Ask, page: PageAsked) -> Response:
    """项目。Projects as the documents name them."""
    return ask.reply(lambda: paged(answers.projects(ask.ws), page, "projects"))


@router.get("/indicators", response_model=IndicatorsBody)
def list_indicators(ask: Ask, page: PageAsked) -> Response:
    """指标与目标。Indicators, an actual beside its target."""
    return ask.reply(lambda: paged(answers.indicators(ask.ws), page, "indicators"))


@router.get("/audit", response_model=AuditBody)
def list_contradictions(ask: Ask, page: PageAsked, wanted: AuditAsked) -> Response:
    """规划体检：规划自相矛盾之处。What the plan says against itself, with the arithmetic."""
    return ask.reply(lambda: queries.audit(ask.question(page=page), wanted))
