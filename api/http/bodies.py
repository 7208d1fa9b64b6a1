"""Encoded answers that were given already: the same question at one version has one answer."""

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

BUDGET = 48 * 1024 * 1024
"""Bytes; some hundreds of the largest answers of a district."""
SMALL = 1000
"""Below about one packet, compression saves nothing."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One answer as bytes; `zipped` is null where compression saves nothing."""

    plain: bytes
    zipped: bytes | None

    @property
    def size(self) -> int:
        """How many bytes it occupies."""
        return len(self.plain) + len(self.zipped or b"")


def encoded(plain: bytes) -> Encoded:
    """Compress what is worth it; the same bytes give the same compressed bytes."""
    zipped = gzip.compress(plain, compresslevel=5, mtime=0) if len(plain) > SMALL else None
    return Encoded(plain, zipped)


class Bodies:
    """The answers asked for last, within a budget of bytes; safe for threads."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._size = 0
        self._kept: OrderedDict[str, Encoded] = OrderedDict()
        self._lock = Lock()

    def get(self, tag: str) -> Encoded | None:
        """Return the answer with this tag, if it is still kept."""
        with self._lock:
            found = self._kept.get(tag)
            if found is not None:
                self._kept.move_to_end(tag)
            return found

    def put(self, tag: str, answer: Encoded) -> None:
        """Keep an answer; the ones not asked for longest make room."""
        with self._lock:
            before = self._kept.pop(tag, None)
            self._size += answer.size - (before.size if before else 0)
            self._kept[tag] = answer
            while self._size > self._budget:
                self._size -= self._kept.popitem(last=False)[1].size
