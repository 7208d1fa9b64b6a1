"""Errors as answers: problem details for programs, a page for people's browsers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import compile_path

from api.http.errors import (
    CHALLENGES,
    FAILED,
    MEDIA_TYPE,
    REFUSED,
    TOO_LARGE,
    TOO_SLOW,
    UNKNOWN_PATH,
    WRONG_METHOD,
    WRONG_PARAMETER,
    Problem,
    ProblemKind,
    details_of,
    kind_of,
)
from api.http.request_log import HEADER, request_id
from api.http.security import HEADERS
from api.http.services import lang_of
from api.http.validation import parameter_problem
from graph.errors import (
    CrowdedError,
    ImportsBusyError,
    LiantuError,
    StoreBusyError,
    StoreUnavailableError,
    TooManyTriesError,
    VersionNotSaidError,
)
from graph.message import _
from graph.model.vocabulary import Lang

API = "/api/"
BUSY_SECONDS = "2"
"""The patience of a store is over when this answer is given; a little later is enough."""

COME_AGAIN = (StoreBusyError, StoreUnavailableError, CrowdedError, ImportsBusyError)
"""What is well again in a moment."""

ErrorPage = Callable[[Request, Problem, Lang], str]
"""What shows a problem to a person, as HTML."""


@dataclass(frozen=True, slots=True)
class Problems:
    """Turns every error into a problem, or the page that `page` draws of it."""

    page: ErrorPage

    def ours(self, request: Request, error: Exception) -> Response:
        """Answer an error of the project, by the table of `api.http.errors`."""
        assert isinstance(error, LiantuError)  # noqa: S101 - registered for this class
        lang = lang_of(request)
        problem = _problem(request, kind_of(error), error.text(lang))
        response = self._respond(request, problem.model_copy(update=details_of(error)), lang)
        response.headers.update(headers_of(error))
        return response

    def invalid(self, request: Request, error: Exception) -> Response:
        """Answer parameters that are missing, unknown or none of their values."""
        assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
        if any(_says_no_version(each) for each in error.errors()):
            return self.ours(request, VersionNotSaidError())
        lang = lang_of(request)
        errors = tuple(parameter_problem(each, lang) for each in error.errors())
        detail = (_("；").text(lang)).join(f"{each.parameter}: {each.why}" for each in errors)
        problem = _problem(request, WRONG_PARAMETER, detail)
        return self._respond(request, problem.model_copy(update={"errors": errors}), lang)

    def http(self, request: Request, error: Exception) -> Response:
        """Answer paths that lead nowhere and methods that are not taken."""
        assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
        kind, detail = _refusal(request, error)
        problem = _problem(request, kind, detail)
        problem = problem.model_copy(update={"status": error.status_code})
        response = self._respond(request, problem, lang_of(request))
        response.headers.update(error.headers or {})
        if kind is WRONG_METHOD:
            response.headers["Allow"] = _allowed(request)
        return response

    def failed(self, request: Request, _error: Exception) -> Response:
        """Answer a fault of ours; the server logs it by itself."""
        lang = lang_of(request)
        message = _("服务器内部出错，详情见服务器日志")
        problem = _problem(request, FAILED, message.text(lang))
        response = self._respond(request, problem, lang)
        # this answer is made outside the middleware
        response.headers.update({**HEADERS, HEADER: request_id(request) or ""})
        return response

    def _respond(self, request: Request, problem: Problem, lang: Lang) -> Response:
        if _wants_page(request):
            html = self.page(request, problem, lang)
            return Response(html, problem.status, media_type="text/html")
        return Response(problem.encoded(), problem.status, media_type=MEDIA_TYPE)


def headers_of(error: LiantuError) -> dict[str, str]:
    """Return the headers that go with an error: what to show, when to come again."""
    if type(error) in CHALLENGES:
        return {"WWW-Authenticate": CHALLENGES[type(error)]}
    if isinstance(error, COME_AGAIN):
        return {"Retry-After": BUSY_SECONDS}
    if isinstance(error, TooManyTriesError):
        return {"Retry-After": str(error.seconds)}
    return {}


def handle_errors(app: FastAPI, problems: Problems) -> None:
    """Make every error of `app` a problem, or the page that is drawn of it."""
    app.add_exception_handler(LiantuError, problems.ours)
    app.add_exception_handler(RequestValidationError, problems.invalid)
    app.add_exception_handler(HTTPException, problems.http)
    app.add_exception_handler(Exception, problems.failed)


def _problem(request: Request, kind: ProblemKind, detail: str) -> Problem:
    return Problem(
        type=kind.type,
        title=kind.title(lang_of(request)),
        status=kind.status,
        detail=detail,
        instance=request.url.path,
        request_id=request_id(request),
    )


def _says_no_version(found: Mapping[str, object]) -> bool:
    return (found.get("type"), found.get("loc")) == ("missing", ("header", "If-Match"))


def _allowed(request: Request) -> str:
    """List every method that an address takes; a route by itself only knows its own."""
    found = {
        method
        for route in iter_route_contexts(request.app.routes)
        if route.path and compile_path(route.path)[0].match(request.url.path)
        for method in route.methods or ()
    }
    reads = {"GET", "HEAD"}  # what is mounted is files
    return ", ".join(sorted(found | reads if found & reads or not found else found))


def _wants_page(request: Request) -> bool:
    path = request.url.path
    return not path.startswith(API) and "text/html" in request.headers.get("accept", "")


def _refusal(request: Request, error: HTTPException) -> tuple[ProblemKind, str]:
    lang = lang_of(request)
    path, method = request.url.path, request.method
    if error.status_code == 404:
        return UNKNOWN_PATH, _("没有地址 {path}", path=path).text(lang)
    if error.status_code == 405:
        detail = _("{path} 不接受 {method}", path=path, method=method).text(lang)
        return WRONG_METHOD, detail
    if error.status_code == 413:
        detail = _("发往 {path} 的内容过大", path=path).text(lang)
        return TOO_LARGE, detail
    if error.status_code == 408:
        return TOO_SLOW, _("等待内容超时").text(lang)
    return REFUSED, str(error.detail)
