"""Errors as answers: problem details for programs, a page for people's browsers."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.errors import (
    FAILED,
    MEDIA_TYPE,
    REFUSED,
    UNKNOWN_PATH,
    WRONG_METHOD,
    WRONG_PARAMETER,
    Kind,
    ParameterProblem,
    Problem,
    kind_of,
)
from api.security import HEADERS
from api.services import lang_of
from api.validation import parameter_problem
from graph.errors import (
    AmbiguousNameError,
    LiantuError,
    StoreBusyError,
    UnknownNameError,
)
from graph.model.vocabulary import Lang

API = "/api/"
BUSY_SECONDS = "2"
"""The busy timeout of a store is over when this answer is given; a little later is enough."""

ErrorPage = Callable[[Request, Problem, Lang], str]
"""What shows a problem to a person, as HTML."""


def handle_errors(app: FastAPI, page: ErrorPage) -> None:
    """Make every error of `app` a problem, or the page that `page` draws of it."""

    def respond(
        request: Request,
        kind: Kind,
        detail: str,
        *,
        suggestions: tuple[str, ...] | None = None,
        errors: tuple[ParameterProblem, ...] | None = None,
    ) -> Response:
        lang = lang_of(request)
        problem = Problem(
            type=kind.type,
            title=kind.title(lang),
            status=kind.status,
            detail=detail,
            instance=request.url.path,
            suggestions=suggestions,
            errors=errors,
        )
        if _wants_page(request):
            return Response(page(request, problem, lang), kind.status, media_type="text/html")
        return Response(problem.encoded(), kind.status, media_type=MEDIA_TYPE)

    def ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, LiantuError)  # noqa: S101 - registered for this class
        suggestions = None
        if isinstance(error, UnknownNameError | AmbiguousNameError):
            suggestions = error.suggestions
        response = respond(
            request, kind_of(error), error.text(lang_of(request)), suggestions=suggestions
        )
        if isinstance(error, StoreBusyError):
            response.headers["Retry-After"] = BUSY_SECONDS
        return response

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for it
        lang = lang_of(request)
        errors = tuple(parameter_problem(each, lang) for each in error.errors())
        detail = ("；" if lang == "zh" else "; ").join(
            f"{each.parameter}: {each.why}" for each in errors
        )
        return respond(request, WRONG_PARAMETER, detail, errors=errors)

    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - registered for it
        kind, detail = _refusal(request, error)
        response = respond(request, kind, detail)
        response.status_code = error.status_code
        response.headers.update(error.headers or {})
        return response

    def failed(request: Request, _: Exception) -> Response:
        zh, en = "服务器内部出错，详情见服务器日志", "the server failed; its log says more"
        response = respond(request, FAILED, zh if lang_of(request) == "zh" else en)
        response.headers.update(HEADERS)  # this answer is made outside the middleware
        return response

    app.add_exception_handler(LiantuError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, failed)


def _wants_page(request: Request) -> bool:
    path = request.url.path
    return not path.startswith(API) and "text/html" in request.headers.get("accept", "")


def _refusal(request: Request, error: HTTPException) -> tuple[Kind, str]:
    zh = lang_of(request) == "zh"
    path, method = request.url.path, request.method
    if error.status_code == 404:
        return UNKNOWN_PATH, f"没有地址 {path}" if zh else f"there is nothing at {path}"
    if error.status_code == 405:
        detail = f"{path} 不接受 {method}" if zh else f"{path} does not take {method}"
        return WRONG_METHOD, detail
    return REFUSED, str(error.detail)
