"""The compiled network of each dataset, for as long as its version is the current one."""

from collections import OrderedDict
from threading import Lock

from graph.answers import Workspace, workspace
from graph.errors import BadParameterError, UnknownDatasetError
from graph.store.contract import GraphStore, Version

KEPT = 8
"""Datasets are few, and an old version is only wanted while its last answers are on their way."""


class Workspaces:
    """Workspaces of one store, each compiled once per version, whichever thread asks first."""

    def __init__(self, store: GraphStore, dataset: str | None) -> None:
        self.store = store
        self.dataset = dataset
        self._compiled: OrderedDict[tuple[str, int], Workspace] = OrderedDict()
        self._lock = Lock()

    def current(self, wanted: str | None) -> Version:
        """Return the current version of the wanted dataset, else of the default one.

        Asks the store each time, so that another process's load is noticed. Raises
        `UnknownDatasetError`, and `BadParameterError` where there is a choice.
        """
        return self.store.current(wanted or self.dataset or self._only())

    def versions(self) -> tuple[Version, ...]:
        """Return the current version of every dataset, in order of id."""
        return tuple(self.store.current(dataset.id) for dataset in self.store.datasets())

    def at(self, version: Version) -> Workspace:
        """Return the workspace of a version; raises `UnknownVersionError`."""
        key = (version.dataset, version.number)
        with self._lock:
            found = self._compiled.get(key)
            if found is None:
                found = workspace(self.store.read(*key))
                self._compiled[key] = found
            self._compiled.move_to_end(key)
            while len(self._compiled) > KEPT:
                self._compiled.popitem(last=False)
            return found

    def _only(self) -> str:
        known = [dataset.id for dataset in self.store.datasets()]
        if not known:
            raise UnknownDatasetError(dataset="", known="—")
        if len(known) > 1:
            raise BadParameterError(parameter="dataset", value="", allowed=", ".join(known))
        return known[0]
