"""What stands around the chains: regions, platforms, projects, indicators."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.dependencies import Ask, PageAsked
from api.http.paging import paged
from api.routes import PREFIX
from graph import answers
from graph.answers.shapes import IndicatorsBody, PlatformsBody, ProjectsBody, RegionsBody

router = APIRouter(prefix=PREFIX, tags=["district"])


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
