"""Pages of a list: how many items at once, and an opaque cursor that carries the version."""

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from api.wanted import PageWanted, Wanted
from graph.errors import BadParameterError, StaleCursorError
from graph.model import Record

_CURSOR = re.compile(r"(\d{1,12}):(\d{1,12}):([0-9a-f]{8})")


class Totalled(Protocol):
    """The body of a list, or of several: how many there are."""

    @property
    def total(self) -> int:
        """How many there are in all."""
        ...

    def model_copy(self, *, update: dict[str, object]) -> Self:
        """Return the body with other values."""
        ...


class Listed(Totalled, Protocol):
    """The body of a list with all its items, or some of them."""

    @property
    def version(self) -> int:
        """The version that was asked."""
        ...

    @property
    def items(self) -> tuple[Record, ...]:
        """The items listed."""
        ...


B = TypeVar("B", bound=Totalled)
L = TypeVar("L", bound=Listed)
T = TypeVar("T")


def page_of(make: Callable[[slice], B], version: int, page: PageWanted, *asked: str | Wanted) -> B:
    """The wanted page of a list of which `make` describes any part, and counts all.

    Raises as `paged` does.
    """
    check = _check(asked)
    start = page.start if page.cursor is None else _start(page.cursor, version, check)
    stop = start + page.limit
    body = make(slice(start, stop))
    onward = _cursor(version, stop, check) if stop < body.total else None
    return body.model_copy(update={"next": onward})


def paged(body: L, page: PageWanted, *asked: str | Wanted) -> L:
    """The wanted page of `body`, which holds all items.

    `asked` is the list and its filters: a cursor of another list is refused. Raises
    `StaleCursorError` for a cursor of another version, `BadParameterError` for none of ours.
    """
    items, onward = cut(body.items, body.version, page, *asked)
    return body.model_copy(update={"items": items, "total": len(body.items), "next": onward})


def cut(
    items: tuple[T, ...], version: int, page: PageWanted, *asked: str | Wanted
) -> tuple[tuple[T, ...], str | None]:
    """The wanted page of `items` and the cursor of the next, where only a page is worth making.

    Raises as `paged` does.
    """
    check = _check(asked)
    start = page.start if page.cursor is None else _start(page.cursor, version, check)
    stop = start + page.limit
    return items[start:stop], _cursor(version, stop, check) if stop < len(items) else None


def _check(asked: tuple[str | Wanted, ...]) -> str:
    said = [each if isinstance(each, str) else each.model_dump() for each in asked]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


def _cursor(version: int, start: int, check: str) -> str:
    return base64.urlsafe_b64encode(f"{version}:{start}:{check}".encode()).decode().rstrip("=")


def _start(cursor: str, version: int, check: str) -> int:
    found = _CURSOR.fullmatch(_decoded(cursor))
    if found is None or found.group(3) != check:
        raise BadParameterError(parameter="cursor", value=cursor, allowed="next")
    if int(found.group(1)) != version:
        raise StaleCursorError(cursor_version=int(found.group(1)), version=version)
    return int(found.group(2))


def _decoded(cursor: str) -> str:
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return ""
