"""Datasets, and records by name."""

from starlette.responses import Response

from api import queries
from api.http.dependencies import Ask, AskAll, PageAsked, SearchAsked
from api.http.routers import reading_router
from api.routes import PREFIX
from graph.answers.shapes import DatasetsBody, SearchBody

router = reading_router(prefix=PREFIX, tags=["search"])


@router.get("/datasets", response_model=DatasetsBody)
def list_datasets(ask: AskAll) -> Response:
    """数据集。Datasets."""
    return ask.reply(lambda: queries.datasets(ask.services.workspaces))


@router.get("/search", response_model=SearchBody)
def search(ask: Ask, page: PageAsked, wanted: SearchAsked) -> Response:
    """按名称、别名、拼音查找，及规划原文。Records by name, alias or pinyin; what documents say."""

    def found() -> SearchBody:
        store = ask.conditions.services.store
        return queries.search(store, ask.version, wanted, page, ask.ws.facts)

    return ask.reply(found)
