"""What each version did to the gap list, for the feed: worked out once, the newest first."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock, Thread
from typing import get_args

from cachetools import LRUCache

from api.workspaces import Workspaces
from graph.answers.chains import gap_chains
from graph.answers.diff import TERMS, gap_changes
from graph.answers.shapes.diff import GapDifference
from graph.errors import LiantuError
from graph.model.vocabulary import Lang
from graph.store.contract import Version

LAST = 6
"""Versions that are worked out: both sides are compiled for each, and eight networks are kept."""
KEPT = 200
"""Versions, in each language, whose changes stay known once they are worked out."""
PATIENCE = 2.0
"""Seconds; what takes longer is told the next time that somebody asks."""


@dataclass(frozen=True, slots=True)
class GapChange:
    """A gap that opened, closed or moved, and the chains in whose list it stands, or stood."""

    found: GapDifference
    chains: frozenset[str]


ChangesOfVersion = Mapping[int, Sequence[GapChange]]


class GapChanges:
    """The changes of gaps by version, each worked out once in a thread of its own."""

    def __init__(self) -> None:
        self._known: LRUCache[tuple[str, int, str, Lang], tuple[GapChange, ...]] = LRUCache(KEPT)
        self._making: Future[None] | None = None
        self._lock = Lock()

    def of(
        self, workspaces: Workspaces, versions: Sequence[Version], lang: Lang
    ) -> ChangesOfVersion:
        """What is known of versions, the newest first; of the last of them it is worked out now.

        Waits for that no longer than `PATIENCE`. Nothing is known of the first version.
        """
        pairs = [(after, before) for after, before in pairwise(versions[: LAST + 1])]
        with self._lock:
            wanted = [each for each in pairs if self._key(each[0], lang) not in self._known]
            if wanted and self._making is None:
                self._making = Future()
                made = self._making
                Thread(target=self._make, args=(workspaces, wanted, made), daemon=True).start()
            making = self._making if wanted else None
        if making is not None:
            wait([making], PATIENCE)
        with self._lock:
            return {
                each.number: self._known[key]
                for each in versions
                if (key := self._key(each, lang)) in self._known
            }

    def _make(
        self, workspaces: Workspaces, wanted: list[tuple[Version, Version]], made: Future[None]
    ) -> None:
        # A version that cannot be read, or a store that is away, is tried again when asked.
        try:
            with suppress(LiantuError):
                for after, before in wanted:
                    self._work_out(workspaces, after, before)
        finally:
            with self._lock:
                self._making = None
            made.set_result(None)

    def _work_out(self, workspaces: Workspaces, after: Version, before: Version) -> None:
        new, old = workspaces.at(after), workspaces.at(before)
        for lang in get_args(Lang):
            found = []
            for each in gap_changes(old, new, lang):
                ws = new if each.after else old
                chains = frozenset(gap_chains(ws, TERMS)[each.gap.id])
                found.append(GapChange(each, chains))
            with self._lock:
                self._known[self._key(after, lang)] = tuple(found)

    @staticmethod
    def _key(version: Version, lang: Lang) -> tuple[str, int, str, Lang]:
        return version.dataset, version.number, version.at, lang
