"""What each route asks of its caller: `Reader`, `Editor`, `Admin`, or nothing (`anyone`)."""

from collections.abc import Mapping
from typing import Annotated, Literal

from fastapi import Depends, FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from api.auth.reading import loopback, ours
from api.auth.roles import ANYBODY, RANK, Caller, Role
from api.services import services_of
from graph.errors import BadTokenError, RoleTooLowError, TokenNeededError

Asked = Literal["anyone"] | Role


def caller_of(request: Request) -> Caller | None:
    """Return whose token came with the request; raise `BadTokenError` for one that holds no more.

    Nobody is told from whoever sends another kind of authorization, as some proxies do.
    """
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return None
    token = services_of(request).tokens.find(secret.strip())
    if token is None:
        raise BadTokenError
    return Caller(token.name, token.role, token.id)


# None of these waits: without `async` each would cross to a thread and back.
async def anyone() -> None:
    """Let everybody in: what tells nothing of the data."""


async def reader(request: Request) -> Caller:
    """Let in who may read: anybody where reading is open, else whoever has a token."""
    caller = _identified(request)
    if caller is None and not _open(request):
        raise TokenNeededError(role="reader")
    return caller or ANYBODY


async def editor(request: Request) -> Caller:
    """Let in who may edit."""
    return _at_least(request, "editor")


async def admin(request: Request) -> Caller:
    """Let in who may administer."""
    return _at_least(request, "admin")


Reader = Annotated[Caller, Depends(reader)]
Editor = Annotated[Caller, Depends(editor)]
Admin = Annotated[Caller, Depends(admin)]
GATES: Mapping[object, Asked] = {
    anyone: "anyone",
    reader: "reader",
    editor: "editor",
    admin: "admin",
}


def asked_roles(app: FastAPI) -> dict[tuple[str, str], Asked | None]:
    """Return what each route, by method and path, asks of its caller; null is nothing declared."""
    return {
        (method, route.path or ""): _asked(getattr(route, "dependant", None))
        for route in iter_route_contexts(app.routes)
        for method in sorted(route.methods or ["*"])
    }


def _asked(dependant: Dependant | None) -> Asked | None:
    found = list(_gates(dependant)) if dependant else []
    return max(found, key=lambda each: RANK.get(each, -1), default=None)


def _gates(dependant: Dependant) -> list[Asked]:
    here = [GATES[dependant.call]] if dependant.call in GATES else []
    return [*here, *(gate for each in dependant.dependencies for gate in _gates(each))]


def _identified(request: Request) -> Caller | None:
    caller = caller_of(request)
    request.state.caller = caller
    return caller


def _at_least(request: Request, role: Role) -> Caller:
    caller = _identified(request)
    if caller is None:
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
