"""A cookie for readers who ask to be remembered and whom nothing else tells apart."""

from fastapi import Request
from starlette.responses import Response

from api.auth.watchers import COOKIE, SECONDS, new_cookie, visitor_key
from api.http.proxies import root_path_of


def introduced(request: Request, answer: Response) -> str:
    """Give a reader a cookie with an answer; return the key that they are known by then."""
    cookie = new_cookie()
    answer.set_cookie(
        COOKIE,
        cookie,
        max_age=SECONDS,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
        path=root_path_of(request) or "/",
    )
    return visitor_key(cookie)
