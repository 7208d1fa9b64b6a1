"""What each route asks of its caller: `Reader`, `Editor`, `Admin`, or nothing (`anyone`)."""

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.auth.kept_forms import keep_form
from api.auth.origin import SAFE, foreign, silent
from api.auth.reading import loopback, ours
from api.auth.roles import ANYBODY, RANK, AccessRole, Caller
from api.auth.sessions import COOKIE
from api.http.services import has_services, services_of
from graph.errors import (
    AccessError,
    BadTokenError,
    CrossSiteError,
    RoleTooLowError,
    TokenNeededError,
    TokensFileError,
)

RequiredRole = Literal["anyone"] | AccessRole


def caller_of(request: Request) -> Caller | None:
    """Return whose token or session came with the request.

    Raises `BadTokenError` for a token that holds no more; a session that has ended says nothing,
    and neither does another kind of authorization, as some proxies send it.
    """
    services = services_of(request)
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        token = services.tokens.find(secret.strip())
        if token is None:
            raise BadTokenError
    else:
        id_ = services.sessions.token(request.cookies.get(COOKIE, ""))
        token = services.tokens.get(id_) if id_ else None
    return Caller(token.name, token.role, token.id) if token else None


def known_caller(request: Request) -> Caller:
    """Return who asks as far as that is known, for the head of a page; raises nothing."""
    try:
        return (has_services(request) and caller_of(request)) or ANYBODY
    except (AccessError, TokensFileError):
        return ANYBODY


# None of these waits: without `async` each would cross to a thread and back.
async def anyone(request: Request) -> None:
    """Let everybody in: what tells nothing of the data."""
    _refuse_foreign(request)


async def reader(request: Request) -> Caller:
    """Let in who may read: anybody where reading is open, else whoever has a token."""
    caller = _identified(request)
    if caller is None and not _open(request):
        await keep_form(request)
        raise TokenNeededError(role="reader")
    return caller or ANYBODY


async def editor(request: Request) -> Caller:
    """Let in who may edit."""
    return await _at_least(request, "editor")


async def admin(request: Request) -> Caller:
    """Let in who may administer."""
    return await _at_least(request, "admin")


Reader = Annotated[Caller, Depends(reader)]
Editor = Annotated[Caller, Depends(editor)]
Admin = Annotated[Caller, Depends(admin)]
GATES: Mapping[object, RequiredRole] = {
    anyone: "anyone",
    reader: "reader",
    editor: "editor",
    admin: "admin",
}


def asked_roles(app: FastAPI) -> dict[tuple[str, str], RequiredRole | None]:
    """Return what each route, by method and path, asks of its caller; null is nothing declared."""
    return {
        (method, route.path or ""): _asked(getattr(route, "dependant", None))
        for route in iter_route_contexts(app.routes)
        for method in sorted(route.methods or ["*"])
    }


def _asked(dependant: Dependant | None) -> RequiredRole | None:
    found = list(_gates(dependant)) if dependant else []
    return max(found, key=lambda each: RANK.get(each, -1), default=None)


def _gates(dependant: Dependant) -> list[RequiredRole]:
    here = [GATES[dependant.call]] if dependant.call in GATES else []
    return [*here, *(gate for each in dependant.dependencies for gate in _gates(each))]


def _identified(request: Request) -> Caller | None:
    caller = caller_of(request)
    request.state.caller = caller
    _refuse_foreign(request)
    return caller


def _refuse_foreign(request: Request) -> None:
    headers = request.headers
    if request.method in SAFE:
        return
    by_cookie = COOKIE in request.cookies and "authorization" not in headers
    if foreign(headers) or (by_cookie and silent(headers)):
        raise CrossSiteError


async def _at_least(request: Request, role: AccessRole) -> Caller:
    request.state.audited = True
    caller = _identified(request)
    if caller is None:
        await keep_form(request)
        raise TokenNeededError(role=role)
    if not caller.may(role):
        raise RoleTooLowError(role=role, name=caller.name, has=caller.role)
    return caller


def _open(request: Request) -> bool:
    settings = services_of(request).settings
    return (
        settings.reading == "loopback"
        and loopback(settings.host)
        and ours(request.headers.get("host", ""))
    )
