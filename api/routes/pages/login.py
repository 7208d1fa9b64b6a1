"""Logging in with a token, and out: for browsers; programs send their token each time."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Form, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.auth.kept_forms import fields_of, own_words
from api.auth.roles import Caller
from api.auth.sessions import COOKIE
from api.auth.tokens import Token
from api.auth.watchers import token_key
from api.http.errors import kind_of
from api.http.problems import headers_of
from api.http.proxies import root_path_of
from api.http.routers import open_router
from api.http.services import lang_of, services_of
from api.routes.pages.asking import bare_chrome
from api.wanted import LONGEST
from api.watching import begun
from graph.errors import AccessError, BadTokenError, TooManyTriesError
from viz.access import login_page, resume_page
from viz.queries import PageProblem

router = open_router(include_in_schema=False)
LONGEST_TOKEN = 200
LONGEST_ADDRESS = 8 * LONGEST


@router.get("/login")
def show_login(
    request: Request,
    next: Annotated[str, Query(max_length=LONGEST_ADDRESS)] = "",  # noqa: A002 - public name
) -> Response:
    """The form, or who is logged in."""
    return HTMLResponse(_page(request, next))


@router.post("/login")
def log_in(
    request: Request,
    token: Annotated[str, Form(max_length=LONGEST_TOKEN)] = "",
    next: Annotated[str, Form(max_length=LONGEST_ADDRESS)] = "",  # noqa: A002 - public name
    kept: Annotated[str, Form()] = "",
) -> Response:
    """Begin a session and go on; a wrong token is told above the form.

    `kept` is a form that was sent when nobody was logged in: it is shown, to be sent again.
    """
    request.state.audited = True
    try:
        found = _checked(request, token.strip())
    except AccessError as error:
        kind, lang = kind_of(error), lang_of(request)
        problem = PageProblem(kind.title(lang), error.text(lang))
        page = _page(request, next, problem, kept)
        return HTMLResponse(page, kind.status, headers_of(error))
    request.state.caller = Caller(found.name, found.role, found.id)
    sessions = services_of(request).sessions
    sessions.end(request.cookies.get(COOKIE, ""))
    begun(services_of(request), token_key(found.id))
    answer = _onward(request, local(next), kept)
    answer.set_cookie(
        COOKIE,
        sessions.begin(found.id),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
        path=_path(request),
    )
    return answer


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    services_of(request).sessions.end(request.cookies.get(COOKIE, ""))
    answer = RedirectResponse(bare_chrome(request).links.to("/login"), 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict", path=_path(request))
    return answer


def local(address: str) -> str:
    r"""Return an address if it is one of our pages, else the first page.

    >>> local("/gaps?kind=risk"), local("https://evil.example/"), local("//evil.example"), local("")
    ('/gaps?kind=risk', '/', '/', '/')
    >>> local("/\\evil.example"), local("/login?next=/"), local("[")
    ('/', '/', '/')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    ours = not (parts.scheme or parts.netloc) and parts.path.startswith("/")
    odd = address.startswith("//") or "\\" in address or not address.isprintable()
    return address if ours and not odd and parts.path not in {"/login", "/logout"} else "/"


def _path(request: Request) -> str:
    """Return where the cookie goes: what else lives at this host has cookies of its own."""
    return root_path_of(request) or "/"


def _checked(request: Request, secret: str) -> Token:
    services, address = services_of(request), request.client.host if request.client else ""
    wait = services.failures.wait(address)
    if wait:
        raise TooManyTriesError(seconds=wait)
    found = services.tokens.find(secret)
    if found is None:
        services.failures.note(address)
        raise BadTokenError
    return found


def _onward(request: Request, address: str, kept: str) -> Response:
    fields = fields_of(kept)
    if not fields:
        return RedirectResponse(address, 303)
    caller: Caller = request.state.caller
    chrome = replace(bare_chrome(request), user=caller.name, role=caller.role)
    return HTMLResponse(resume_page(chrome, address, fields, own_words(fields)))


def _page(request: Request, onward: str, problem: PageProblem | None = None, kept: str = "") -> str:
    tokens = services_of(request).tokens.usable()
    return login_page(bare_chrome(request), local(onward), problem, tokens=tokens, kept=kept)
