"""The application: routes, pages, errors and headers, wired to one store."""

import warnings
from collections.abc import Mapping

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from pydantic.warnings import UnsupportedFieldAttributeWarning
from starlette.middleware.gzip import GZipMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.auth.audit_log import AuditLog
from api.auth.audited import Audited
from api.auth.reconciling import reconcile
from api.auth.sessions import Sessions
from api.auth.tokens import Tokens
from api.auth.watchers import Watchers
from api.columns import KeptColumns
from api.http.admission import Admission
from api.http.limits import BodyLimits
from api.http.openapi import DescribedFastAPI
from api.http.pieces import InPieces
from api.http.problems import Problems, handle_errors
from api.http.proxies import BelowRoot
from api.http.request_log import RequestLog
from api.http.security import HeadAsGet, SecurityHeaders
from api.http.services import Services, attach
from api.http.swagger import add_swagger
from api.http.traffic import Traffic
from api.http.turns import Turns
from api.imports.uploads import MOST_BYTES
from api.publishing import publish_soon
from api.routes.json import (
    audit_log,
    chains,
    choices,
    district,
    documents,
    edits,
    export,
    gaps,
    graph,
    health,
    imports,
    leads,
    metrics,
    pictures,
    proposals,
    registers,
    search,
    segments,
    stress,
    ties,
    watching,
)
from api.routes.pages import choices as choice_pages
from api.routes.pages import district as district_pages
from api.routes.pages import edits as edit_pages
from api.routes.pages import enterprises as enterprise_page
from api.routes.pages import feed as feed_page
from api.routes.pages import graph as graph_page
from api.routes.pages import import_files, login
from api.routes.pages import imports as import_page
from api.routes.pages import leads as lead_pages
from api.routes.pages import lists as record_pages
from api.routes.pages import priority as priority_pages
from api.routes.pages import questions as forms
from api.routes.pages import queue as queue_pages
from api.routes.pages import registers as register_pages
from api.routes.pages import saved as saved_pages
from api.routes.pages import single as pages
from api.routes.pages import status as status_pages
from api.routes.pages import stress as stress_pages
from api.routes.pages import suggestions as hits
from api.routes.pages import ties as tie_pages
from api.routes.pages import watching as watching_pages
from api.routes.pages.asking import problem_page
from api.settings import Settings
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
    choices,
    stress,
    graph,
    pictures,
    edits,
    proposals,
    export,
    imports,
    metrics,
    registers,
    pages,
    enterprise_page,
    forms,
    graph_page,
    hits,
    tie_pages,
    priority_pages,
    choice_pages,
    stress_pages,
    district_pages,
    leads,
    lead_pages,
    audit_log,
    record_pages,
    import_page,
    import_files,
    queue_pages,
    edit_pages,
    register_pages,
    status_pages,
    watching,
    watching_pages,
    saved_pages,
    feed_page,
    health,
    login,
)
LARGER = dict.fromkeys(
    (imports.PATH, import_files.PATH, proposals.LISTS, queue_pages.LISTS), MOST_BYTES
)
"""The paths that take larger bodies than usual, in bytes."""


def create_app(settings: Settings, store: GraphStore) -> FastAPI:
    """Wire the application to a store, which stays the caller's to close."""
    services = Services(
        settings=settings,
        store=store,
        workspaces=Workspaces(
            store,
            settings.dataset,
            lambda ws: publish_soon(store, ws),
            columns=KeptColumns(store, behind=True),
        ),
        tokens=Tokens(settings.tokens),
        audit_log=AuditLog.next_to(settings.tokens),
        sessions=Sessions.next_to(settings.tokens),
        watchers=Watchers.next_to(settings.tokens),
    )
    reconcile(services.audit_log, store)
    # FastAPI silences this where it builds at once; ours are built when they are first asked.
    warnings.filterwarnings("ignore", category=UnsupportedFieldAttributeWarning)
    app = DescribedFastAPI(
        title="链图 Liantu",
        version=services.program,
        docs_url=None,
        redoc_url=None,
    )
    attach(app, services)
    for noun in NOUNS:
        app.router.routes.extend(noun.router.routes)
    add_swagger(app)
    frame(app, services.settings, LARGER, services.traffic)
    return app


def frame(app: FastAPI, settings: Settings, larger: Mapping[str, int], traffic: Traffic) -> None:
    """Give an application what it needs whatever it answers: errors, limits, log, static files.

    `larger` are the paths that take larger bodies than usual; `traffic` counts what is asked.
    """
    app.mount("/static/vis", StaticFiles(directory=vis_folder()), name="vis")
    app.mount("/static", StaticFiles(packages=[("viz", "static")]), name="static")
    problems = Problems(problem_page)
    handle_errors(app, problems)
    limits = settings.limits
    app.add_middleware(BodyLimits, larger=larger, problems=problems, limits=limits)
    app.add_middleware(Audited)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.state.turns = Turns(limits, traffic.waiting)
    app.add_middleware(Admission, turns=app.state.turns, refuse=problems.ours)
    app.add_middleware(InPieces)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestLog, traffic=traffic)
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.proxies))
    app.add_middleware(BelowRoot, root_path=settings.root_path, proxies=settings.proxies)
