"""What goes into the audit log: every request that was to change something, refused ones too."""

from http import HTTPStatus

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from api.auth.origin import SAFE
from api.auth.roles import ANYBODY, Caller
from api.http.etag import version_in
from api.http.middleware import HttpMiddleware
from api.http.request_log import request_id
from api.http.services import has_services, services_of
from graph.answers.shapes.trail import TrailEntry, TrailOutcome
from graph.store.contract import Version

REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}


class Audited(HttpMiddleware):
    """Adds an entry for each request that asked for more than reading, after its answer."""

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and write down what became of it."""
        request, status, tag = Request(scope), 500, ""

        async def send_and_see(message: Message) -> None:
            nonlocal status, tag
            if message["type"] == "http.response.start":
                status = message["status"]
                tag = Headers(raw=message["headers"]).get("etag", "")
            await send(message)

        try:
            await self.app(scope, receive, send_and_see)
        finally:
            if _counts(request, status):
                entry = _entry(request, status, tag)
                await run_in_threadpool(services_of(request).audit_log.add, entry)


def _counts(request: Request, status: int) -> bool:
    """Whether a request belongs into the log: edits, and refused ones of whatever needs a role.

    A question that is asked by POST, and answered, does not.
    """
    asked = getattr(request.state, "audited", False)
    writes, refused = request.method not in SAFE, status in REFUSED
    return has_services(request) and sum((asked, writes, refused)) >= 2


def _entry(request: Request, status: int, tag: str) -> TrailEntry:
    caller: Caller = getattr(request.state, "caller", None) or ANYBODY
    seen: Version | None = getattr(request.state, "version", None)
    outcome = _outcome(status)
    return TrailEntry(
        number=0,
        time="",
        outcome=outcome,
        by=caller.name,
        role=caller.role if caller.token else "",
        token=caller.token,
        address=request.client.host if request.client else "",
        request=request_id(request) or "",
        method=request.method,
        route=getattr(request.scope.get("route"), "path", ""),
        path=request.scope["path"][:300],
        status=status,
        dataset=seen.dataset if seen else None,
        before=seen.number if seen else None,
        after=version_in(tag) if outcome == "done" and seen else None,
    )


def _outcome(status: int) -> TrailOutcome:
    if status < 400:
        return "done"
    return "refused" if status in REFUSED else "failed"
