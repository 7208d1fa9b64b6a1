"""The compiled network of each dataset, for as long as its version is the current one."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from threading import Lock, Thread
from typing import TYPE_CHECKING

from cachetools import LRUCache

import seeds
from api.columns import KeptColumns
from graph.answers import Workspace
from graph.answers.cache import BoundedCache
from graph.answers.renewed import renewed
from graph.errors import (
    NoDatasetChosenError,
    UnknownDatasetError,
    UnknownVersionError,
    VersionGoneError,
)
from graph.model.following import ReportedChange
from graph.store.contract import GraphStore, Version

if TYPE_CHECKING:
    from api.routes.pages.context import PageContext

KEPT = 8
"""Datasets are few, and an old version is only wanted while its last answers are on their way."""
MOST_STEPS = 8
"""Versions that are followed one by one; beyond that everything is read again."""
PATIENCE = 0.5
"""Seconds; what takes longer to make is made behind, while readers get the version before it."""

VersionKey = tuple[str, int]


class Workspaces:
    """Workspaces of one store, each made once per version, whichever thread asks first.

    One that follows from the newest by its edits is derived, others come from their columns or are
    compiled. `told` hears of each of them.
    Readers are not kept waiting by what is compiled; whoever writes is answered once the version
    that they made is ready, so that all they read after that shows it.
    """

    def __init__(
        self,
        store: GraphStore,
        dataset: str | None,
        told: Callable[[Workspace], None] = lambda _: None,
        *,
        columns: KeptColumns | None = None,
    ) -> None:
        self.store = store
        self.dataset = dataset
        self._told = told
        self._columns = columns or KeptColumns(store)
        self._made: BoundedCache[Workspace] = BoundedCache(KEPT)
        self._contexts: BoundedCache[PageContext] = BoundedCache(KEPT)
        self._newest: LRUCache[str, Workspace] = LRUCache(KEPT)
        self._ready: dict[str, Version] = {}
        self._behind: dict[VersionKey, Future[None]] = {}
        self._lock = Lock()

    def newest(self, wanted: str | None) -> Version:
        """Return the newest version of the wanted dataset, else of the default one.

        Asks the store each time, so that another process's load is noticed. Raises
        `UnknownDatasetError`, and `BadParameterError` where there is a choice.
        """
        return self.store.current(wanted or self.dataset or self._only())

    def current(self, wanted: str | None) -> Version:
        """Likewise the newest that can be answered from: of one that takes long, that before it.

        The newest is being made then; a first one is waited for.
        """
        return self._answerable(self.newest(wanted))

    def shown(self, wanted: str | None) -> Version:
        """Like `current`, but where there is a choice the first page shows one, and lists all.

        The shipped dataset goes first, then the order of ids.
        """
        known = sorted(
            (dataset.id for dataset in self.store.datasets()),
            key=lambda each: (each != seeds.SHIPPED, each),
        )
        return self.current(wanted or self.dataset or next(iter(known), None))

    def numbered(self, current: Version, number: int | None) -> Version:
        """Return the version of a number, the current one without any.

        Raises `VersionGoneError` for one that the store keeps no longer, `UnknownVersionError` for
        one that is still to come.
        """
        if number is None or number == current.number:
            return current
        kept = {each.number: each for each in self.store.versions(current.dataset)}
        if number in kept:
            return kept[number]
        if number > current.number:
            raise UnknownVersionError(dataset=current.dataset, version=number)
        raise VersionGoneError(dataset=current.dataset, version=number, oldest=min(kept))

    def versions(self) -> tuple[Version, ...]:
        """Return the current version of every dataset, in order of id."""
        return tuple(self.current(dataset.id) for dataset in self.store.datasets())

    @property
    def compiled(self) -> int:
        """How many networks are kept."""
        return len(self._made)

    def at(self, version: Version) -> Workspace:
        """Return the workspace of a version; raises `UnknownVersionError`."""
        key = version.dataset, version.number
        return self._made.get(key, lambda: self._make(version))

    def context(self, version: Version) -> "PageContext":
        """Return what surrounds the pages of a version; raises `UnknownVersionError`."""
        # Imported here: commands show no pages.
        from api.routes.pages.context import page_context  # noqa: PLC0415

        key = version.dataset, version.number
        return self._contexts.get(key, lambda: page_context(self.at(version)))

    def _answerable(self, newest: Version) -> Version:
        key = newest.dataset, newest.number
        with self._lock:
            last = self._ready.get(newest.dataset)
            if last is None or last.number >= newest.number:
                return newest
            making = self._behind.get(key)
            if making is None:
                making = self._behind[key] = Future()
                Thread(target=self._make_behind, args=(newest, making), daemon=True).start()
        wait([making], PATIENCE)
        return newest if making.done() else last

    def _make_behind(self, version: Version, making: Future[None]) -> None:
        # Whoever asks for the version next is told why there is none.
        with suppress(Exception):
            self.at(version)
        with self._lock:
            del self._behind[version.dataset, version.number]
        making.set_result(None)

    def _make(self, version: Version) -> Workspace:
        dataset, number = version.dataset, version.number
        ws = self._followed(dataset, number)
        if ws is None:
            ws, whole = self._columns.workspace(version)
            if whole:  # where orphans were left out, what follows is not known
                self._keep_newest(dataset, ws)
        else:
            self._keep_newest(dataset, ws)
        self._note_ready(version)
        self._told(ws)
        return ws

    def _note_ready(self, version: Version) -> None:
        """Answer from a version from now on; not from a past one that somebody asked for first."""
        dataset = version.dataset
        past = dataset not in self._ready and version != self.store.current(dataset)
        with self._lock:
            known = self._ready.get(dataset)
            if not past and (known is None or known.number < version.number):
                self._ready[dataset] = version

    def _followed(self, dataset: str, number: int) -> Workspace | None:
        """Derive a version from the newest one by what was edited since; null if that cannot be."""
        with self._lock:
            ws: Workspace | None = self._newest.get(dataset)
        if ws is not None and ws.facts.version == number:
            return ws  # past ones that were asked for took its place
        if ws is None or not 0 < number - ws.facts.version <= MOST_STEPS:
            return None
        for step in range(ws.facts.version + 1, number + 1):
            edits = self.store.edits(dataset, step)
            changes = [ReportedChange((e.type, e.id), e.before, e.after) for e in edits]
            ws = renewed(ws, step, changes) if changes else None  # a load changes anything
            if ws is None:
                return None
        return ws

    def _keep_newest(self, dataset: str, ws: Workspace) -> None:
        with self._lock:
            known: Workspace | None = self._newest.get(dataset)
            if known is None or known.facts.version < ws.facts.version:
                self._newest[dataset] = ws

    def _only(self) -> str:
        known = [dataset.id for dataset in self.store.datasets()]
        if not known:
            raise UnknownDatasetError(dataset="", known="—")
        if len(known) > 1:
            raise NoDatasetChosenError(known=", ".join(known))
        return known[0]
