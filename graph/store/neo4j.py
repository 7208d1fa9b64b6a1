"""The store on a Neo4j server: versions as rows, names searched there, the graph drawn for people.

Never run as a script: beside this file `import neo4j` would find the file itself.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import suppress
from hashlib import blake2b
from typing import Literal, TypeVar

from graph.errors import DatasetExistsError
from graph.model import AnyRecord, Dataset, Facts, RecordType, Seed, facts_from
from graph.model.collecting import uncollected
from graph.model.references import RecordKey
from graph.model.vocabulary import InputSort
from graph.store import neo4j_rows as rows
from graph.store import neo4j_supply as supply
from graph.store.basics import StoreBasics, distinct
from graph.store.column_files import ColumnPlace
from graph.store.contract import Archive, ComputedGap, Edit, Hit, Near, Upstream, Version
from graph.store.history import edits_between, newest_of, refuse_stale
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
from graph.store.neo4j_connection import Connection, Neo4jServer, Transaction
from graph.store.neo4j_gaps import drawn_gaps, published
from graph.store.neo4j_held import WrittenMark, shelf_of
from graph.store.neo4j_schema import find_or_create
from graph.store.neo4j_versions import Versions
from graph.store.neo4j_writing import PAUSE_SECONDS, Writer, writing
from graph.store.steps import Step, VersionState

Result = TypeVar("Result")


class Neo4jStore(StoreBasics):
    """A `GraphStore` on a server; the contract says what each method means.

    A record row holds from version `since` until before `until`, as in the SQLite store. A write
    is many transactions, the last of which makes its rows visible (`graph.store.neo4j_writing`).
    """

    def __init__(self, server: Neo4jServer) -> None:
        """Connect, and prepare an empty database; raise the `StoreError` that says why not."""
        self.uri = server.address.uri
        self._connection = Connection(server)
        self._versions = Versions(self._connection)
        try:
            find_or_create(self._connection)
        except BaseException:
            self._connection.close()
            raise

    @uncollected()
    def load(self, seed: Seed) -> Version:
        """Replace the seed layers of `seed.dataset`; return the current version after it."""
        after = seed_shelf(seed)
        with writing(self._connection, seed.dataset.id) as writer:
            held = self._versions.newest(seed.dataset.id)
            state = None if held is None else held.state
            before = {} if held is None else held.seed
            step = Step(seed.dataset, "load")
            return self._advance(writer, state, step, difference(before, after), after)

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
        places = new.keys() | reported_places(withdrawn)
        self._require(dataset)
        with writing(self._connection, dataset) as writer:
            state, before = self._read(lambda tx: _before(tx, dataset, places, seen))
            step = Step(state.dataset, cause, by, note)
            return self._advance(writer, state, step, difference(before, new), new)

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
        self._require(dataset)
        with writing(self._connection, dataset) as writer:
            places = reported_places(keys)
            state, before = self._read(lambda tx: _before(tx, dataset, places, seen))
            step = Step(state.dataset, "withdraw", by, note)
            return self._advance(writer, state, step, difference(before, {}), {})

    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, in order of id."""
        return self._read(rows.datasets)

    def current(self, dataset: str) -> Version:
        """The newest version; raise `UnknownDatasetError`."""
        return self._read(lambda tx: rows.known(tx, dataset).version)

    def versions(self, dataset: str) -> tuple[Version, ...]:
        """All versions, newest first; raise `UnknownDatasetError`."""

        def found(tx: Transaction) -> tuple[Version, ...]:
            rows.known(tx, dataset)
            return tuple(state.version for state in rows.states(tx, dataset))

        return self._read(found)

    def read(self, dataset: str, version: int | None = None) -> Facts:
        """Everything of one version; raise `UnknownDatasetError`, `UnknownVersionError`."""

        def found(tx: Transaction) -> Facts:
            written, newest = WrittenMark.of(tx, dataset), rows.known(tx, dataset)
            if written is not None and version in {None, newest.version.number}:
                return self._versions.held(tx, written, newest).facts
            state = rows.at_version(tx, dataset, version)
            number = state.version.number
            return facts_from(state.dataset, number, rows.records(tx, state.version))

        return self._read(found)

    def reported(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """The records of the reported layer, by type (order of `FIELD_OF_TYPE`) and id."""

        def found(tx: Transaction) -> tuple[AnyRecord, ...]:
            state = rows.at_version(tx, dataset, version)
            return in_order(rows.records(tx, state.version, lowest=REPORTED))

        return self._read(found)

    def edits(self, dataset: str, version: int) -> tuple[Edit, ...]:
        """What this version changed in the reported layer, by type and id."""

        def found(tx: Transaction) -> tuple[Edit, ...]:
            state = rows.at_version(tx, dataset, version)
            return edits_between(*rows.reported_change(tx, state.version))

        return self._read(found)

    def archive(self, dataset: str) -> Archive:
        """The whole history up to the current version; raise `UnknownDatasetError`."""

        def found(tx: Transaction) -> Archive:
            rows.known(tx, dataset)
            return rows.archive(tx, dataset)

        return self._read(found)

    @uncollected()
    def restore(self, archive: Archive) -> Version:
        """Write a history, verbatim; return its newest version."""
        newest = newest_of(archive)
        states = [VersionState(version, dataset) for version, dataset in archive.states]
        with writing(self._connection, newest.dataset) as writer:
            if self._read(lambda tx: rows.newest(tx, newest.dataset)) is not None:
                raise DatasetExistsError(dataset=newest.dataset)
            held = shelf_of(each for each in archive.records if each.until is None)
            self._versions.write_whole(writer, rows.begin(archive.records), states, held)
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
        at, wanted = (dataset, version), frozenset(types)
        return self._read(lambda tx: rows.search(tx, at, text, wanted, limit))

    def columns_of(self, version: Version) -> ColumnPlace | None:
        """The place of the columns of a version: in a folder of this machine, apart by address."""
        address, folder = self._connection.server.address, self._connection.server.columns
        token = None if folder is None else self._read(lambda tx: rows.written_by(tx, version))
        if folder is None or token is None:
            return None
        where = f"{address.server} {address.database}".encode()
        name = blake2b(where, digest_size=8).hexdigest()
        return ColumnPlace(folder / name, version.dataset, version.number, token, apart=True)

    def publish(
        self, dataset: str, version: int, gaps: Callable[[], Iterable[ComputedGap]]
    ) -> None:
        """Draw the gaps computed from the current version beside its facts."""
        if not self._is_current(dataset, version):
            return
        wanted = list(gaps())
        with writing(self._connection, dataset) as writer:
            written = self._read(lambda tx: WrittenMark.of(tx, dataset))
            if written is not None and self._is_current(dataset, version):
                there = self._read(lambda tx: published(tx, dataset))
                writer.publish(written.drawing, drawn_gaps(wanted, there), version)

    def closure(
        self, dataset: str, segment: str, *, inputs: Sequence[InputSort] = ("material",)
    ) -> tuple[Upstream, ...]:
        """Everything upstream of a segment in the current version, by depth and id."""
        return self._ask(lambda tx: supply.closure(tx, dataset, segment, inputs))

    def neighbourhood(
        self, dataset: str, segment: str, *, hops: int = 1, limit: int = 100
    ) -> tuple[Near, ...]:
        """What lies around a segment in the current version, itself first, the nearest first."""
        return self._ask(lambda tx: supply.neighbourhood(tx, dataset, segment, hops, limit))

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
        ways = self._ask(lambda tx: supply.paths(tx, dataset, (source, target), inputs))
        return distinct(ways, limit)

    def close(self) -> None:
        """Close all connections; a closed store is not used again."""
        self._connection.close()

    def _read(self, work: Callable[[Transaction], Result]) -> Result:
        return self._connection.read(work)

    def _is_current(self, dataset: str, version: int) -> bool:
        state = self._read(lambda tx: rows.newest(tx, dataset))
        return state is not None and state.version.number == version

    def _ask(self, work: Callable[[Transaction], Result]) -> Result:
        """Ask the drawn graph, again while a write changes it."""
        while True:
            with suppress(supply.MovedError):
                return self._read(work)
            time.sleep(PAUSE_SECONDS)

    def _require(self, dataset: str) -> None:
        """Raise `UnknownDatasetError`: a load alone may lock what is not there yet."""
        self._read(lambda tx: rows.known(tx, dataset))

    def _advance(
        self,
        writer: Writer,
        state: VersionState | None,
        step: Step,
        change: LayerChange,
        after: Mapping[LayerPlace, AnyRecord],
    ) -> Version:
        if state is not None and not step.changes(state, change):
            return state.version
        following = step.after(state, change)
        self._versions.follow(writer, following, change, after)
        return following.version


def _before(
    tx: Transaction, dataset: str, places: Set[LayerPlace], seen: int | None
) -> tuple[VersionState, dict[LayerPlace, AnyRecord]]:
    """The state before an edit, and what lies at its places of the reported layer.

    Raise `StaleEditError` if it is not as `seen`.
    """
    state = rows.known(tx, dataset)
    keys = [(place.type, place.id) for place in places]
    now = rows.held(tx, state.version, keys)
    if seen is not None:
        then = rows.held(tx, rows.at_version(tx, dataset, seen).version, keys)
        refuse_stale(then, now, version=seen, current=state.version.number)
    return state, shelf("reported", (each.record for each in now.values() if each.reported))
