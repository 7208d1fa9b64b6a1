"""The compiled network of each dataset, for as long as its version is the current one."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from cachetools import LRUCache

import seeds
from api.columns import KeptColumns
from graph.answers import Workspace
from graph.errors import (
    NoDatasetChosenError,
    UnknownDatasetError,
    UnknownVersionError,
    VersionGoneError,
)
from graph.store.contract import GraphStore, Version

if TYPE_CHECKING:
    from api.routes.pages.context import PageContext

KEPT = 8
"""Datasets are few, and an old version is only wanted while its last answers are on their way."""

VersionKey = tuple[str, int]
T = TypeVar("T")


class Workspaces:
    """Workspaces of one store, each compiled once per version, whichever thread asks first.

    `told` hears of each of them; `columns` are where they are kept.
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
        self._compiled: LRUCache[VersionKey, Workspace] = LRUCache(KEPT)
        self._contexts: LRUCache[VersionKey, PageContext] = LRUCache(KEPT)
        self._lock = Lock()

    def current(self, wanted: str | None) -> Version:
        """Return the current version of the wanted dataset, else of the default one.

        Asks the store each time, so that another process's load is noticed. Raises
        `UnknownDatasetError`, and `BadParameterError` where there is a choice.
        """
        return self.store.current(wanted or self.dataset or self._only())

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
        return tuple(self.store.current(dataset.id) for dataset in self.store.datasets())

    @property
    def compiled(self) -> int:
        """How many networks are kept."""
        return len(self._compiled)

    def at(self, version: Version) -> Workspace:
        """Return the workspace of a version; raises `UnknownVersionError`."""
        key = (version.dataset, version.number)
        with self._lock:
            return _kept(self._compiled, key, lambda: self._compile(version))

    def context(self, version: Version) -> "PageContext":
        """Return what surrounds the pages of a version; raises `UnknownVersionError`."""
        # Imported here: commands show no pages.
        from api.routes.pages.context import page_context  # noqa: PLC0415

        ws = self.at(version)
        with self._lock:
            key = (version.dataset, version.number)
            return _kept(self._contexts, key, lambda: page_context(ws))

    def _compile(self, version: Version) -> Workspace:
        ws = self._columns.workspace(version)
        self._told(ws)
        return ws

    def _only(self) -> str:
        known = [dataset.id for dataset in self.store.datasets()]
        if not known:
            raise UnknownDatasetError(dataset="", known="—")
        if len(known) > 1:
            raise NoDatasetChosenError(known=", ".join(known))
        return known[0]


def _kept(kept: LRUCache[VersionKey, T], key: VersionKey, make: Callable[[], T]) -> T:
    if key not in kept:
        kept[key] = make()
    return kept[key]
