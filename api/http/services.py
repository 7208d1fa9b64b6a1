"""What every request needs from its application, and its language."""

from dataclasses import dataclass, field

from fastapi import FastAPI, Request

from api.auth.audit_log import AuditLog
from api.auth.sessions import Failures, Sessions
from api.auth.tokens import Tokens
from api.auth.watchers import Watchers
from api.gap_changes import GapChanges
from api.http.answer_cache import AnswerCache
from api.http.language import preferred
from api.http.traffic import Traffic
from api.imports.drafts import Drafts
from api.imports.jobs import Jobs
from api.settings import Settings
from api.version import program_version
from api.workspaces import Workspaces
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore


@dataclass(frozen=True, slots=True)
class Services:
    """The settings, the store, what was compiled and encoded from it, and who may."""

    settings: Settings
    store: GraphStore
    workspaces: Workspaces
    tokens: Tokens
    audit_log: AuditLog
    sessions: Sessions = field(default_factory=Sessions)
    watchers: Watchers = field(default_factory=Watchers)
    drafts: Drafts = field(default_factory=Drafts)
    failures: Failures = field(default_factory=Failures)
    bodies: AnswerCache = field(default_factory=AnswerCache)
    imports: Jobs = field(default_factory=Jobs)
    gap_changes: GapChanges = field(default_factory=GapChanges)
    traffic: Traffic = field(default_factory=Traffic)
    program: str = field(default_factory=program_version)


def attach(app: FastAPI, services: Services) -> None:
    """Give an application its services."""
    app.state.services = services
    app.state.lang = services.settings.lang


def services_of(request: Request) -> Services:
    """Return the services of the application that got the request."""
    found = request.app.state.services
    assert isinstance(found, Services)  # noqa: S101 - set once, by `attach`
    return found


def has_services(request: Request) -> bool:
    """Whether the application has a store yet."""
    return hasattr(request.app.state, "services")


def lang_of(request: Request) -> Lang:
    """Return the language that the request wants, else that of the application."""
    return preferred(
        request.query_params.get("lang"),
        request.headers.get("accept-language"),
        request.app.state.lang,
    )
