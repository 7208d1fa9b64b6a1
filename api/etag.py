"""Entity tags: known before the body is computed, so that an unchanged answer costs nothing."""

import hashlib


def etag(*parts: str) -> str:
    """A strong tag of what an answer depends on.

    >>> etag("hechuan", "1") == etag("hechuan", "1") != etag("hechuan1")
    True
    """
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


def matches(if_none_match: str | None, tag: str) -> bool:
    """Whether an `If-None-Match` header names the tag; weak tags compare like strong ones.

    >>> matches('"a", W/"b"', '"b"'), matches("*", '"b"'), matches(None, '"b"')
    (True, True, False)
    """
    if if_none_match is None:
        return False
    given = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return "*" in given or tag in given
