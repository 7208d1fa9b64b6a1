"""The application: routes, pages, errors and headers, wired to one store."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api.openapi import DescribedFastAPI
from api.problems import handle_errors
from api.routes import chains, documents, export, gaps, health, search, segments
from api.security import HeadAsGet, SecurityHeaders
from api.services import Services, attach
from api.settings import Settings
from api.swagger import add_swagger
from api.workspaces import Workspaces
from graph.store.contract import GraphStore

NOUNS = (search, chains, segments, gaps, documents, export)


def create_app(settings: Settings, store: GraphStore) -> FastAPI:
    """Wire the application to a store, which stays the caller's to close."""
    services = Services(settings, store, Workspaces(store, settings.dataset))
    app = DescribedFastAPI(
        title="链图 Liantu", version=services.program, docs_url=None, redoc_url=None
    )
    attach(app, services)
    for noun in NOUNS:
        app.include_router(noun.router)
    app.include_router(health.router)
    add_swagger(app)
    handle_errors(app, lambda _request, problem, _lang: problem.detail)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadAsGet)
    return app
