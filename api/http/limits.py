"""How much a request may bring, and how slowly: nobody fills memory or holds a place for good."""

import asyncio
import time
from collections.abc import Mapping

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.auth.callers import caller_of
from api.http.middleware import HttpMiddleware
from api.http.problems import Problems
from api.serving import ServingLimits
from graph.errors import LiantuError, TokenNeededError

MB = 1024 * 1024
USUAL = MB
"""Bytes; a judgement or a correction is a few sentences."""
SLOWEST = 10_000
"""Bytes a second; a client that sends a body more slowly for long is not waited for."""
TOO_LARGE, TOO_SLOW = 413, 408


class BodyLimits(HttpMiddleware):
    """Refuses bodies above `USUAL`, or above what `larger` says of a path.

    Only for a caller with a token are larger bodies taken: a stranger's is not even read, unless
    it is no larger than usual.
    """

    def __init__(
        self, app: ASGIApp, larger: Mapping[str, int], problems: Problems, limits: ServingLimits
    ) -> None:
        super().__init__(app)
        self.larger = larger
        self.ours = problems.ours
        self.http = problems.http
        self.seconds = limits.body_seconds

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with a body that ends where it grows too large."""
        request = Request(scope)
        try:
            limit = self._limit(request)
        except LiantuError as error:
            await self.ours(request, error)(scope, receive, send)
            return
        if _announced(request) > limit:
            await self.http(request, HTTPException(TOO_LARGE))(scope, receive, send)
            return
        await self.app(scope, _Counted(receive, limit, self.seconds).receive, send)

    def _limit(self, request: Request) -> int:
        """Say how much is taken; raise `TokenNeededError` for a stranger who announces more."""
        larger = self.larger.get(request.scope["path"])
        if larger is None or request.method != "POST":
            return USUAL
        if caller_of(request) is not None:
            return larger
        if _announced(request) > USUAL:
            raise TokenNeededError(role="editor")
        return USUAL


def _announced(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0


class _Counted:
    """A body that ends where it grows too large, or comes too slowly."""

    def __init__(self, receive: Receive, limit: int, seconds: float) -> None:
        self._receive = receive
        self._left = limit
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._ended = False

    async def receive(self) -> Message:
        if self._ended:
            return await self._receive()  # waits for the client to hang up, however long
        patience = min(self._end - time.monotonic(), self._seconds)
        try:
            message = await asyncio.wait_for(self._receive(), patience)
        except TimeoutError as error:
            raise HTTPException(TOO_SLOW) from error
        size = len(message.get("body", b""))
        self._left -= size
        self._end += size / SLOWEST
        self._ended = not message.get("more_body", False)
        if self._left < 0:
            raise HTTPException(TOO_LARGE)
        return message
