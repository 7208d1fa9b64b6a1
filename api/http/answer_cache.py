"""Encoded answers that were given already: the same question at one version has one answer."""

import gzip
from dataclasses import dataclass
from threading import Lock

from cachetools import LRUCache

BUDGET = 48 * 1024 * 1024
"""Bytes; some hundreds of the largest answers of a district."""
SMALL = 1000
"""Below about one packet, compression saves nothing."""


@dataclass(frozen=True, slots=True)
class EncodedAnswer:
    """One answer as bytes; `zipped` is null where compression saves nothing."""

    plain: bytes
    zipped: bytes | None

    @property
    def size(self) -> int:
        """How many bytes it occupies."""
        return len(self.plain) + len(self.zipped or b"")


def encoded(plain: bytes) -> EncodedAnswer:
    """Compress what is worth it; the same bytes give the same compressed bytes."""
    zipped = gzip.compress(plain, compresslevel=5, mtime=0) if len(plain) > SMALL else None
    return EncodedAnswer(plain, zipped)


class AnswerCache:
    """The answers asked for last, within a budget of bytes; safe for threads."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._kept: LRUCache[str, EncodedAnswer] = LRUCache(
            budget, getsizeof=lambda each: each.size
        )
        self._lock = Lock()

    def get(self, tag: str) -> EncodedAnswer | None:
        """Return the answer with this tag, if it is still kept."""
        with self._lock:
            return self._kept.get(tag)

    def put(self, tag: str, answer: EncodedAnswer) -> None:
        """Keep an answer; the ones not asked for longest make room, for one that fits at all."""
        with self._lock:
            if answer.size <= self._kept.maxsize:
                self._kept[tag] = answer
