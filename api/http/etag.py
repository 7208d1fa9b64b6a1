"""Entity tags: known before the body is computed, so that an unchanged answer costs nothing."""

import hashlib
import re

_NUMBER = re.compile(r'(?:W/)?"?(\d{1,9})(?:-[0-9a-f]+)?"?')
VERSION_TAG = f"^{_NUMBER.pattern}$"
"""The pattern of a tag, or number, that names a version."""


def etag(*parts: str) -> str:
    """A strong tag of what an answer depends on.

    >>> etag("hechuan", "1") == etag("hechuan", "1") != etag("hechuan1")
    True
    """
    return f'"{_digest(parts)}"'


def versioned(number: int, *parts: str) -> str:
    """A tag that names the version of the dataset before what else the answer depends on.

    >>> version_in(versioned(12, "hechuan")), version_in('"12"'), version_in("12")
    (12, 12, 12)
    """
    return f'"{number}-{_digest(parts)}"'


def version_in(tag: str) -> int | None:
    """The version that a tag names; a bare number does too.

    >>> version_in('"24f1ab"'), version_in("*"), version_in('"3", "4"')
    (None, None, None)
    """
    found = _NUMBER.fullmatch(tag.strip())
    return None if found is None else int(found[1])


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]


def matches(if_none_match: str | None, tag: str) -> bool:
    """Whether an `If-None-Match` header names the tag; weak tags compare like strong ones.

    >>> matches('"a", W/"b"', '"b"'), matches("*", '"b"'), matches(None, '"b"')
    (True, True, False)
    """
    if if_none_match is None:
        return False
    given = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return "*" in given or tag in given
