"""The application: routes, pages, errors and headers, wired to one store."""

from collections.abc import Mapping

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from api.audit_log import AuditLog
from api.audited import Audited
from api.auth.callers import anyone, reader
from api.auth.tokens import Tokens
from api.limits import BodyLimits
from api.openapi import DescribedFastAPI
from api.pages import problem_page
from api.problems import Problems, handle_errors
from api.publishing import publish_soon
from api.request_log import RequestLog
from api.routes import (
    audit_log,
    chains,
    district,
    district_pages,
    documents,
    edit_pages,
    edits,
    export,
    forms,
    gaps,
    graph,
    graph_page,
    health,
    hits,
    import_page,
    imports,
    login,
    pages,
    record_pages,
    search,
    segments,
    tie_pages,
    ties,
)
from api.security import HeadAsGet, SecurityHeaders
from api.services import Services, attach
from api.settings import Settings
from api.swagger import add_swagger
from api.uploads import MOST_BYTES
from api.workspaces import Workspaces
from graph.store.contract import GraphStore
from viz.single_file import vis_folder

NOUNS = (
    search,
    chains,
    segments,
    gaps,
    documents,
    district,
    ties,
    graph,
    edits,
    export,
    imports,
    pages,
    forms,
    graph_page,
    hits,
    tie_pages,
    district_pages,
    audit_log,
    record_pages,
    import_page,
    edit_pages,
)
"""What they answer is read; a route that changes something asks for more by itself."""
OPEN = (health, login)
"""What tells nothing of the data."""
LARGER = dict.fromkeys((imports.PATH, import_page.PATH), MOST_BYTES)
"""The paths that take larger bodies than usual, in bytes."""


def create_app(settings: Settings, store: GraphStore) -> FastAPI:
    """Wire the application to a store, which stays the caller's to close."""
    services = Services(
        settings=settings,
        store=store,
        workspaces=Workspaces(store, settings.dataset, lambda ws: publish_soon(store, ws)),
        tokens=Tokens(settings.tokens),
        audit_log=AuditLog.beside(settings.tokens),
    )
    app = DescribedFastAPI(
        title="链图 Liantu", version=services.program, docs_url=None, redoc_url=None
    )
    attach(app, services)
    for noun in NOUNS:
        app.include_router(noun.router, dependencies=[Depends(reader)])
    for noun in OPEN:
        app.include_router(noun.router, dependencies=[Depends(anyone)])
    add_swagger(app)
    frame(app, LARGER)
    return app


def frame(app: FastAPI, larger: Mapping[str, int]) -> None:
    """Give an application what it needs whatever it answers: errors, limits, log, static files.

    `larger` are the paths that take larger bodies than usual.
    """
    app.mount("/static/vis", StaticFiles(directory=vis_folder()), name="vis")
    app.mount("/static", StaticFiles(packages=[("viz", "static")]), name="static")
    problems = Problems(problem_page)
    handle_errors(app, problems)
    app.add_middleware(BodyLimits, larger=larger, ours=problems.ours, http=problems.http)
    app.add_middleware(Audited)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestLog)
