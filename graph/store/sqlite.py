"""The store in one SQLite file, the default: every version of every dataset side by side."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from graph.errors import (
    DatasetExistsError,
    UnknownDatasetError,
    UnknownNameError,
    UnknownVersionError,
)
from graph.model import AnyRecord, Dataset, Facts, RecordType, Seed, facts_from
from graph.model.collecting import uncollected
from graph.model.names import fold
from graph.model.record_text import WrittenRecord
from graph.model.references import RecordKey
from graph.model.vocabulary import InputSort
from graph.store import sqlite_rows as rows
from graph.store import sqlite_supply as supply
from graph.store.basics import StoreBasics, distinct
from graph.store.column_files import ColumnPlace
from graph.store.contract import Archive, ComputedGap, Edit, Hit, Near, Upstream, Version
from graph.store.history import Held, edits_between, newest_of, refuse_stale
from graph.store.layers import (
    REPORTED,
    LayerChange,
    LayerPlace,
    difference,
    in_order,
    reported_places,
    seed_shelf,
    shelf,
)
from graph.store.names import ranked
from graph.store.sqlite_file import Connections, SqliteFile
from graph.store.sqlite_stamp import stamp
from graph.store.sqlite_streamed import load_streamed
from graph.store.steps import Step, VersionState
from graph.store.streamed_facts import StoredBody
from graph.store.supply_answers import SupplyAnswers


class SqliteStore(StoreBasics):
    """A `GraphStore` in one file; the contract says what each method means.

    A record row holds from version `since` until before `until`, so every old version stays
    readable and a load writes only what changed. No read needs a transaction of its own: what
    held at a version never changes, whatever is written meanwhile.
    """

    def __init__(self, file: SqliteFile) -> None:
        """Open or create the file; raise the `StoreError` that says why it cannot be."""
        self.uri = file.uri
        self._file = file
        self._connections = Connections(file)
        self._kept: dict[str, rows.KeptRecords] = {}
        self._supply: tuple[Version, SupplyAnswers] | None = None

    @uncollected()
    def load(self, seed: Seed) -> Version:
        """Replace the seed layers of `seed.dataset`; return the current version after it."""
        after = seed_shelf(seed)
        with self._connections.writing() as connection:
            state = rows.newest(connection, seed.dataset.id)
            before = rows.holding(connection, seed.dataset.id, 0, REPORTED - 1)
            change = difference(before, after)
            return _advance(connection, state, Step(seed.dataset, "load"), change, after)

    @uncollected()
    def load_streamed(
        self, dataset: str, records: Iterable[WrittenRecord], called: Callable[[], Dataset]
    ) -> Version:
        """Replace the seed layers by a local one of records as they come."""
        with self._connections.writing() as connection:
            return load_streamed(connection, dataset, records, called)

    def report(  # noqa: PLR0913 - as in the contract
        self,
        dataset: str,
        records: Sequence[AnyRecord],
        *,
        by: str,
        note: str,
        withdrawn: Sequence[RecordKey] = (),
        seen: int | None = None,
        cause: Literal["report", "undo"] = "report",
    ) -> Version:
        """Take the reported records `withdrawn` away, then add or replace `records`."""
        new = shelf("reported", records)
        with self._connections.writing() as connection:
            state = _known(connection, dataset)
            step = Step(state.dataset, cause, by, note)
            held = _held(connection, state, new.keys() | reported_places(withdrawn), seen)
            return _edit(connection, state, step, held, new)

    def withdraw(
        self,
        dataset: str,
        keys: Sequence[RecordKey],
        *,
        by: str,
        note: str,
        seen: int | None = None,
    ) -> Version:
        """Take reported records away, by type and id; those that are not there are passed over."""
        with self._connections.writing() as connection:
            state = _known(connection, dataset)
            step = Step(state.dataset, "withdraw", by, note)
            held = _held(connection, state, reported_places(keys), seen)
            return _edit(connection, state, step, held, {})

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
            kept = rows.records_kept(connection, state.version, self._kept.get(dataset, {}))
        self._kept[dataset] = kept
        return facts_from(state.dataset, state.version.number, (each for _, each in kept.values()))

    def reported(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """The records of the reported layer, by type (order of `FIELD_OF_TYPE`) and id."""
        with self._connections.reading() as connection:
            state = _state(connection, dataset, version)
            return in_order(rows.records(connection, state.version, lowest=REPORTED))

    def edits(self, dataset: str, version: int) -> tuple[Edit, ...]:
        """What this version changed in the reported layer, by type and id."""
        with self._connections.reading() as connection:
            state = _state(connection, dataset, version)
            return edits_between(*rows.reported_change(connection, state.version))

    def archive(self, dataset: str) -> Archive:
        """The whole history up to the current version; raise `UnknownDatasetError`."""
        with self._connections.reading() as connection:
            _known(connection, dataset)
            return rows.archive(connection, dataset)

    @uncollected()
    def restore(self, archive: Archive) -> Version:
        """Write a history, verbatim, in one transaction; return its newest version."""
        newest = newest_of(archive)
        with self._connections.writing() as connection:
            if rows.newest(connection, newest.dataset) is not None:
                raise DatasetExistsError(dataset=newest.dataset)
            rows.restore(connection, archive)
        return newest

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

    def columns_of(self, version: Version) -> ColumnPlace:
        """The place of the columns of a version: in a folder beside the file."""
        with self._connections.reading() as connection:
            told = stamp(connection, version)
        return ColumnPlace(
            parent=Path(f"{self._file.path}.columns"),
            dataset=version.dataset,
            version=version.number,
            stamp=told,
            writable=not self._file.read_only and os.access(self._file.path, os.W_OK),
        )

    def count_of(self, version: Version, types: Sequence[RecordType]) -> int:
        """How many rows of these types a version has."""
        with self._connections.reading() as connection:
            return rows.count_of(connection, version, types)

    def read_without(self, version: Version, types: Sequence[RecordType]) -> Facts:
        """Everything of a version but these types."""
        with self._connections.reading() as connection:
            state = _state(connection, version.dataset, version.number)
            found = rows.records_without(connection, version, types)
            return facts_from(state.dataset, version.number, found)

    @contextmanager
    def bodies(self, version: Version, type_: RecordType) -> Iterator[Iterator[StoredBody]]:
        """The rows of a type, by id, upper layers last."""
        with self._connections.reading() as connection:
            yield rows.bodies(connection, version, type_)

    def record_of(self, version: Version, key: RecordKey) -> AnyRecord:
        """One record that the version has."""
        with self._connections.reading() as connection:
            return rows.held(connection, version, [key])[key].record

    def closure(
        self, dataset: str, segment: str, *, inputs: Sequence[InputSort] = ("material",)
    ) -> tuple[Upstream, ...]:
        """Everything upstream of a segment in the current version, by depth and id."""
        return self._supply_of(dataset, segment).closure(segment, inputs)

    def neighbourhood(
        self, dataset: str, segment: str, *, hops: int = 1, limit: int = 100
    ) -> tuple[Near, ...]:
        """What lies around a segment in the current version, itself first, the nearest first."""
        return self._supply_of(dataset, segment).neighbourhood(segment, hops, limit)

    def path(
        self,
        dataset: str,
        source: str,
        target: str,
        *,
        inputs: Sequence[InputSort] = ("material",),
        limit: int = 20,
    ) -> tuple[tuple[str, ...], ...]:
        """The shortest supply paths in the current version, both ends included, in order of id."""
        ways = self._supply_of(dataset, source, target).paths(source, target, inputs)
        return distinct(ways, limit)

    def publish(
        self,
        dataset: str,
        version: int,
        gaps: Callable[[], Iterable[ComputedGap]],
    ) -> None:
        """Show nothing: nobody looks into the file."""

    def close(self) -> None:
        """Release the connections of all threads; a closed store is not used again."""
        self._connections.close()

    def _supply_of(self, dataset: str, *segments: str) -> SupplyAnswers:
        """What the current version says, kept until another is asked; raise `UnknownNameError`."""
        with self._connections.reading() as connection:
            state = _known(connection, dataset)
            kept = self._supply
            if kept is None or kept[0] != state.version:
                kept = self._supply = state.version, supply.answers(connection, state.dataset)
        for each in segments:
            if not kept[1].knows(each):
                raise UnknownNameError(name=each, what="segment")
        return kept[1]


def _known(connection: sqlite3.Connection, dataset: str) -> VersionState:
    # Ids are ASCII; a command line can hand in text that no database takes.
    state = rows.newest(connection, dataset) if dataset.isascii() else None
    if state is None:
        known = ", ".join(each.id for each in rows.datasets(connection))
        raise UnknownDatasetError(dataset=dataset, known=known)
    return state


def _state(connection: sqlite3.Connection, dataset: str, version: int | None) -> VersionState:
    state = _known(connection, dataset)
    if version is None or version == state.version.number:
        return state
    if not 1 <= version < state.version.number:
        raise UnknownVersionError(dataset=dataset, version=version)
    return rows.state(connection, dataset, version)


def _held(
    connection: sqlite3.Connection, state: VersionState, places: Set[LayerPlace], seen: int | None
) -> dict[RecordKey, Held]:
    """What holds at places of the reported layer; raise `StaleEditError` if it is not as `seen`."""
    keys = [(place.type, place.id) for place in places]
    now = rows.held(connection, state.version, keys)
    if seen is not None:
        then = _state(connection, state.version.dataset, seen).version
        refuse_stale(
            rows.held(connection, then, keys),
            now,
            version=seen,
            current=state.version.number,
        )
    return now


def _edit(
    connection: sqlite3.Connection,
    state: VersionState,
    step: Step,
    held: Mapping[RecordKey, Held],
    after: Mapping[LayerPlace, AnyRecord],
) -> Version:
    """Put `after` in place of what is reported among `held`."""
    before = shelf("reported", (each.record for each in held.values() if each.reported))
    change = difference(before, after)
    return _advance(connection, state, step, change, after)


def _advance(
    connection: sqlite3.Connection,
    state: VersionState | None,
    step: Step,
    change: LayerChange,
    after: Mapping[LayerPlace, AnyRecord],
) -> Version:
    if state is not None and not step.changes(state, change):
        return state.version
    following = step.after(state, change)
    rows.append(connection, following, change, after)
    return following.version
