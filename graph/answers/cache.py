"""Results kept for the questions asked last, so that distinct terms cannot fill the memory."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

Value = TypeVar("Value")


class BoundedCache(Generic[Value]):
    """At most `most` values by key; the one not asked for longest makes room. Safe for threads.

    >>> kept = BoundedCache[int](most=1)
    >>> [kept.get(key, lambda: len(key)) for key in ("a", "bb", "a")]
    [1, 2, 1]
    """

    def __init__(self, most: int = 16) -> None:
        self._values: LRUCache[Hashable, Value] = LRUCache(most)
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key; make it if it is not kept (two threads may both make it)."""
        with self._lock:
            if key in self._values:
                return self._values[key]
        made = make()
        with self._lock:
            self._values[key] = made
        return made
