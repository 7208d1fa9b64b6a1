"""Results kept for the questions asked last, so that distinct terms cannot fill the memory."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

from graph.model.collecting import uncollected

Value = TypeVar("Value")


class BoundedCache(Generic[Value]):
    """At most `most` values by key; the one not asked for longest makes room. Safe for threads.

    >>> kept = BoundedCache[int](most=1)
    >>> [kept.get(key, lambda: len(key)) for key in ("a", "bb", "a")]
    [1, 2, 1]
    """

    def __init__(self, most: int = 16) -> None:
        self._values: LRUCache[Hashable, Value] = LRUCache(most)
        self._making: dict[Hashable, Future[Value]] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._values)

    @property
    def most(self) -> int:
        """How many values are kept."""
        return int(self._values.maxsize)

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key; make it if it is not kept, once for all who ask meanwhile.

        What `make` raises reaches all of them and is not kept. It must not ask for its own key.
        """
        with self._lock:
            if key in self._values:
                return self._values[key]
            made = self._making.get(key)
            mine = made is None
            if made is None:
                made = self._making[key] = Future()
        if mine:
            self._make(key, make, made)
        return made.result()

    def peek(self, key: Hashable) -> Value | None:
        """Return the value of a key if it is kept."""
        with self._lock:
            return self._values.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value in the place of another, if one is kept."""
        with self._lock:
            self._values[key] = value

    def _make(self, key: Hashable, make: Callable[[], Value], made: Future[Value]) -> None:
        try:
            with uncollected():
                value = make()
        except BaseException as error:  # whoever waits has to be told
            with self._lock:
                del self._making[key]
            made.set_exception(error)
        else:
            with self._lock:
                del self._making[key]
                self._values[key] = value
            made.set_result(value)
