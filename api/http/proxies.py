"""What a proxy in front says: whose words count, and what stands before every path out there."""

import re
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.middleware import HttpMiddleware
from api.serving import Trusted, is_root_path

PREFIX = "X-Forwarded-Prefix"
_HOST = re.compile(r"(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._-]{1,253})(?::\d{1,5})?")


class BelowRoot(HttpMiddleware):
    """Lets the application live below a path: that of the settings, or what a proxy says.

    Inside, paths begin at `/`, whether the proxy takes the prefix off or not. Redirects are to
    paths alone: what `Host` says is never repeated.
    """

    def __init__(self, app: ASGIApp, root_path: str, proxies: tuple[str, ...]) -> None:
        super().__init__(app)
        self._root_path = root_path
        self._trusted = Trusted(proxies)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with the path inside."""
        root = self._root(scope)
        # The state is shared: an answer to a fault is made out here.
        scope.setdefault("state", {})["root_path"] = root
        inside = {**scope, "path": _below(scope["path"], root)}

        async def send_below(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if "location" in headers:
                    headers["location"] = root + _local(headers["location"])
            await send(message)

        await self.app(inside, receive, send_below)

    def _root(self, scope: Scope) -> str:
        said = Headers(scope=scope).get(PREFIX, "").rstrip("/")
        peer = scope["client"][0] if scope.get("client") else ""
        return said if is_root_path(said) and peer in self._trusted else self._root_path


def root_path_of(request: Request) -> str:
    """Return what stands before every path where the request was made; mostly nothing."""
    found = getattr(request.state, "root_path", "")
    return found if isinstance(found, str) else ""


def site_of(request: Request) -> str:
    """Return the address under which the service was asked, for what is read elsewhere.

    It says to who asked what they said themselves (`Host`); of an odd one nothing is left.
    """
    host = request.headers.get("host", "")
    site = f"{request.url.scheme}://{host}" if _HOST.fullmatch(host) else ""
    return site + root_path_of(request)


def _below(path: str, root: str) -> str:
    """Return a path without what stands before it.

    >>> _below("/liantu/gaps", "/liantu"), _below("/liantu", "/liantu"), _below("/gaps", "/liantu")
    ('/gaps', '/', '/gaps')
    """
    return path.removeprefix(root) or "/" if path == root or path.startswith(root + "/") else path


def _local(location: str) -> str:
    """Return the path of an address, and what follows it.

    >>> _local("http://evil.example/gaps?kind=risk#a"), _local("/gaps?next=//b")
    ('/gaps?kind=risk#a', '/gaps?next=//b')
    """
    return urlsplit(location)._replace(scheme="", netloc="").geturl()
