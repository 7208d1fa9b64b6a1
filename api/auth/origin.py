"""Whether a request was made by a page of ours: no other site writes with a visitor's rights."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

SAFE = {"GET", "HEAD", "OPTIONS"}
OWN = {"same-origin", "none"}
"""What `Sec-Fetch-Site` says of our own pages, and of what the person at the browser did."""


def foreign(headers: Headers) -> bool:
    """Whether the browser says that another site made the request; programs say nothing.

    >>> foreign(Headers({"sec-fetch-site": "cross-site"})), foreign(Headers({}))
    (True, False)
    >>> foreign(Headers({"origin": "http://a:1", "host": "a:1"}))
    False
    >>> foreign(Headers({"origin": "http://a:2", "host": "a:1"}))
    True
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in OWN
    return origin is not None and _authority(origin) != headers.get("host", "").lower()


def silent(headers: Headers) -> bool:
    """Whether the request says nothing of where it was made, as no browser does that writes."""
    return "sec-fetch-site" not in headers and "origin" not in headers


def _authority(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower() or None
    except ValueError:
        return None
