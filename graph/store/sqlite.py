"""The store in one SQLite file, the default: every version of every dataset side by side."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Self

from graph.errors import UnknownDatasetError, UnknownVersionError
from graph.model import AnyRecord, Dataset, Facts, RecordType, Seed, facts_from
from graph.store import sqlite_rows as rows
from graph.store.contract import Hit, Version
from graph.store.layers import (
    REPORTED,
    Change,
    Place,
    difference,
    in_order,
    seed_shelf,
    shelf,
)
from graph.store.names import fold, ranked
from graph.store.orphans import orphans_among
from graph.store.sqlite_file import Connections, SqliteFile
from graph.store.steps import State, Step


class SqliteStore:
    """A `GraphStore` in one file; the contract says what each method means.

    A record row holds from version `since` until before `until`, so every old version stays
    readable and a load writes only what changed. No read needs a transaction of its own: what
    held at a version never changes, whatever is written meanwhile.
    """

    def __init__(self, file: SqliteFile) -> None:
        """Open or create the file; raise the `StoreError` that says why it cannot be."""
        self.uri = file.uri
        self._connections = Connections(file)

    def load(self, seed: Seed) -> Version:
        """Replace the seed layers of `seed.dataset`; return the current version after it."""
        after = seed_shelf(seed)
        with self._connections.writing() as connection:
            state = rows.newest(connection, seed.dataset.id)
            before = rows.holding(connection, seed.dataset.id, 0, REPORTED - 1)
            change = difference(before, after)
            return _advance(connection, state, Step(seed.dataset, "load"), change, after)

    def report(self, dataset: str, records: Sequence[AnyRecord], *, by: str, note: str) -> Version:
        """Add or replace reported records; raise `UnknownDatasetError`."""
        new = shelf("reported", records)
        with self._connections.writing() as connection:
            state = _known(connection, dataset)
            before = rows.holding(connection, dataset, REPORTED, REPORTED)
            change = difference(before, before | new)
            return _advance(connection, state, Step(state.dataset, "report", by, note), change, new)

    def withdraw(
        self, dataset: str, keys: Sequence[tuple[RecordType, str]], *, by: str, note: str
    ) -> Version:
        """Take reported records away, by type and id; those that are not there are passed over."""
        gone = {Place(REPORTED, type_, id_) for type_, id_ in keys}
        with self._connections.writing() as connection:
            state = _known(connection, dataset)
            before = rows.holding(connection, dataset, REPORTED, REPORTED)
            left = {place: record for place, record in before.items() if place not in gone}
            change = difference(before, left)
            step = Step(state.dataset, "withdraw", by, note)
            return _advance(connection, state, step, change, {})

    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, in order of id."""
        with self._connections.reading() as connection:
            return rows.datasets(connection)

    def current(self, dataset: str) -> Version:
        """The newest version; raise `UnknownDatasetError`."""
        with self._connections.reading() as connection:
            return _known(connection, dataset).version

    def versions(self, dataset: str) -> tuple[Version, ...]:
        """All versions, newest first; raise `UnknownDatasetError`."""
        with self._connections.reading() as connection:
            _known(connection, dataset)
            return tuple(state.version for state in rows.states(connection, dataset))

    def read(self, dataset: str, version: int | None = None) -> Facts:
        """Everything of one version; raise `UnknownDatasetError`, `UnknownVersionError`."""
        with self._connections.reading() as connection:
            state = _state(connection, dataset, version)
            records = rows.records(connection, state.version)
            return facts_from(state.dataset, state.version.number, records)

    def reported(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """The records of the reported layer, by type (order of `FIELD_OF_TYPE`) and id."""
        with self._connections.reading() as connection:
            state = _state(connection, dataset, version)
            return in_order(rows.records(connection, state.version, lowest=REPORTED))

    def orphans(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """Reported records that name a record that is not there, in the order of `reported`."""
        facts = self.read(dataset, version)
        return orphans_among(self.reported(dataset, facts.version), facts)

    def search(
        self,
        dataset: str,
        text: str,
        *,
        types: Iterable[RecordType] = (),
        limit: int = 20,
        version: int | None = None,
    ) -> tuple[Hit, ...]:
        """Industries, chains, regions, segments, enterprises and gaps by name, best first."""
        with self._connections.reading() as connection:
            state = _state(connection, dataset, version)
            found = rows.names(connection, state.version, fold(text))
            return ranked(found, text, frozenset(types), limit)

    def ping(self) -> None:
        """Return if the store answers; raise a `StoreError` that says why it does not."""
        self.datasets()

    def close(self) -> None:
        """Release the connections of all threads; a closed store is not used again."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _known(connection: sqlite3.Connection, dataset: str) -> State:
    # Ids are ASCII; a command line can hand in text that no database takes.
    state = rows.newest(connection, dataset) if dataset.isascii() else None
    if state is None:
        known = ", ".join(each.id for each in rows.datasets(connection))
        raise UnknownDatasetError(dataset=dataset, known=known)
    return state


def _state(connection: sqlite3.Connection, dataset: str, version: int | None) -> State:
    state = _known(connection, dataset)
    if version is None or version == state.version.number:
        return state
    if not 1 <= version < state.version.number:
        raise UnknownVersionError(dataset=dataset, version=version)
    return rows.state(connection, dataset, version)


def _advance(
    connection: sqlite3.Connection,
    state: State | None,
    step: Step,
    change: Change,
    after: Mapping[Place, AnyRecord],
) -> Version:
    if state is not None and not step.changes(state, change):
        return state.version
    following = step.after(state, change)
    rows.append(connection, following, change, after)
    return following.version
