"""One line of the log per request, by the id that its answer and its problem carry as well."""

import logging
import re
import secrets
import sys
import time
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.middleware import HttpMiddleware
from api.http.traffic import Traffic
from api.settings import LogLevel

HEADER = "X-Request-ID"
LOG = logging.getLogger("liantu.requests")
QUIET = ("/static/", "/docs/files/", "/healthz", "/readyz", "/metrics")
"""What a page or a watching program asks for all the time; logged at `debug` only."""
_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_LONGEST_PATH = 200


class RequestLog(HttpMiddleware):
    """Gives each request an id (its own, if it came with a well-formed one) and logs its end.

    `traffic` counts it.
    """

    def __init__(self, app: ASGIApp, traffic: Traffic) -> None:
        super().__init__(app)
        self._traffic = traffic

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its id, and its response likewise."""
        id_, status, start = _id(scope), 500, time.perf_counter()
        scope.setdefault("state", {})["request_id"] = id_

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        finally:
            # What was asked after `?` stays out: somebody may have typed a secret there.
            path, seconds = quote(scope["path"])[:_LONGEST_PATH], time.perf_counter() - start
            route = getattr(scope.get("route"), "path", "none")
            self._traffic.note((scope["method"], route, status), seconds)
            said = id_, scope["method"], path, status, seconds * 1000
            LOG.log(_level(scope, status), "%s %s %s %d %.0f ms", *said)


def start_logging(level: LogLevel) -> None:
    """Send the log of the program to standard error, from `level` on."""
    handler = logging.StreamHandler(sys.stderr)
    form = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    form.converter = time.gmtime
    handler.setFormatter(form)
    for name, least in (("liantu", "DEBUG"), ("uvicorn", "WARNING")):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(max(logging.getLevelName(least), logging.getLevelName(level.upper())))


def request_id(request: Request) -> str | None:
    """Return the id of a request, once it has one."""
    found = getattr(request.state, "request_id", None)
    return found if isinstance(found, str) else None


def _id(scope: Scope) -> str:
    given = Headers(scope=scope).get(HEADER, "")
    return given if _GIVEN.fullmatch(given) else secrets.token_hex(8)


def _level(scope: Scope, status: int) -> int:
    if status >= 500:
        return logging.ERROR
    return logging.DEBUG if scope["path"].startswith(QUIET) else logging.INFO
