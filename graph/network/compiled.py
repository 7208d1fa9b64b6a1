"""Loops as they stand or compiled by numba, whichever answers sooner: one source, the same result.

numba is an extra (`liantu[fast]`). Importing it takes most of a second, so that is done once the
loops over large networks have taken as long; a loop over a small one never counts.
"""

from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.util import find_spec
from time import thread_time
from types import FunctionType, ModuleType
from typing import Literal

When = Literal["worth it", "always", "never"]
Loop = Callable[..., int]

LARGE = 5_000
"""Segments below which a loop stays Python."""
WORTH = 0.6
"""Seconds of processor that importing numba, and what it compiled before, takes about."""

_when: ContextVar[When] = ContextVar("when", default="worth it")


class _Spent:
    """What loops over large networks have taken as Python in this process, in seconds."""

    seconds = 0.0


@contextmanager
def compiled(when: When) -> Iterator[None]:
    """Choose within a `with` whether loops are compiled, whatever their size."""
    token = _when.set(when)
    try:
        yield
    finally:
        _when.reset(token)


def run(loop: Loop, read: tuple[object, ...], written: tuple[object, ...], *given: int) -> int:
    """Run a loop over what it reads and what it writes; return what it returns."""
    first = _first(written)
    # Words without an end are Python's.
    if not _is_worth(len(first)) or isinstance(first, list):
        return _as_python(loop, len(first), read, written, *given)
    import numpy as np  # noqa: PLC0415 - heavy, and only wanted here

    return _compiled(loop)(
        _seen(np, read, writable=False), _seen(np, written, writable=True), *given
    )


def numbers(size: int) -> "array[int]":
    """Make room for so many numbers, all 0.

    Where loops are compiled it is numpy's, which costs nothing until it is written to.
    """
    if _is_worth(size):
        import numpy as np  # noqa: PLC0415 - heavy, and only wanted here

        return np.zeros(size, dtype=np.int32)  # type: ignore[return-value] # the same to loops
    return array("i", bytes(4 * size))


def larger(room: "array[int]") -> "array[int]":
    """Make room for twice as many numbers, the first of them the same."""
    more = numbers(2 * len(room))
    memoryview(more)[: len(room)] = memoryview(room)
    return more


def words(count: int, size: int) -> tuple[tuple[list[int], ...], int]:
    """Make room for `count` times so many words, all 0; return how many bits one can have, too.

    As Python they have no end, but grow slower to change; compiled they are numpy's.
    """
    if _is_worth(size):
        import numpy as np  # noqa: PLC0415 - heavy, and only wanted here

        found = tuple(np.zeros(size, dtype=np.int64) for _ in range(count))
        return found, 63  # type: ignore[return-value] # the same to loops
    return tuple([0] * size for _ in range(count)), 1018


def _first(written: tuple[object, ...]) -> bytearray | list[int]:
    """Return what has a place for each segment."""
    found = written[0]
    return _first(found) if isinstance(found, tuple) else found  # type: ignore[return-value]


def _as_python(loop: Loop, segments: int, *given: object) -> int:
    """Run a loop as it stands; over a large network it counts what that takes."""
    if segments < LARGE:
        return loop(*given)
    start = thread_time()
    found = loop(*given)
    _Spent.seconds += thread_time() - start
    return found


def _is_worth(segments: int) -> bool:
    when = _when.get()
    if when != "worth it":
        return when == "always"
    return segments >= LARGE and _Spent.seconds > WORTH and _installed()


@cache
def _installed() -> bool:
    return find_spec("numba") is not None


@cache
def _compiled(loop: FunctionType) -> Loop:
    """Compile a loop, and the loops that it calls; kept on disk where a folder can be written."""
    import numba  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: PLC0415 - an extra, and heavy

    names = {name: loop.__globals__.get(name) for name in loop.__code__.co_names}
    called = {
        name: _compiled(each)
        for name, each in names.items()
        if isinstance(each, FunctionType) and each.__module__ == loop.__module__
    }
    own = FunctionType(loop.__code__, loop.__globals__ | called, loop.__name__)
    own.__module__, own.__qualname__ = loop.__module__, loop.__qualname__
    try:
        found: Loop = numba.njit(cache=True, nogil=True)(own)
    except RuntimeError:  # no folder for what is compiled
        found = numba.njit(nogil=True)(own)
    return found


def _seen(np: ModuleType, value: object, *, writable: bool) -> object:
    """See arrays, and tuples of them, as numpy's without copying.

    All that is read is seen as read-only, wherever it lies: otherwise each loop would be compiled
    anew for every mixture.
    """
    if isinstance(value, tuple):
        return tuple([_seen(np, each, writable=writable) for each in value])
    view = np.asarray(memoryview(value))  # type: ignore[arg-type] # a buffer
    view.setflags(write=writable)
    return view
