"""A load of records as they come: some at a time, compared with what the file holds."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import islice

from graph.model import Dataset
from graph.model.record_text import WrittenRecord
from graph.store import sqlite_rows as rows
from graph.store import sqlite_stream_statements as sql
from graph.store.contract import Version
from graph.store.layers import LAYERS, REPORTED, LayerChange, body_of
from graph.store.steps import Step, VersionState

_LOCAL = LAYERS.index("local")


def load_streamed(
    connection: sqlite3.Connection,
    dataset: str,
    records: Iterable[WrittenRecord],
    called: Callable[[], Dataset],
) -> Version:
    """Write the next version in the transaction that is open; return the current one after it."""
    before = rows.newest(connection, dataset)
    number = 1 if before is None else before.version.number + 1
    connection.execute(sql.RESERVE_VERSION, (dataset, number))
    load = _Load(connection, dataset, number, bytearray(rows.last_record(connection) + 1))
    with _indexed_at_the_end(connection) if len(load.kept) == 1 else nullcontext():
        coming = iter(records)
        while some := list(islice(coming, rows.AT_ONCE)):
            load.take(some if before is None else load.unheld(some))
    removed = load.end_the_rest() if before is not None else 0
    about = called()
    if (
        before is not None
        and before.dataset == about
        and not (load.added or load.changed or removed)
    ):
        connection.execute(sql.FORGET_VERSION, (dataset, number))
        return before.version
    state = Step(about, "load").after(before, LayerChange((), (), ()))
    version = replace(state.version, added=load.added, changed=load.changed, removed=removed)
    rows.name_version(connection, VersionState(version, about))
    return version


@contextmanager
def _indexed_at_the_end(connection: sqlite3.Connection) -> Iterator[None]:
    """Make the indexes of a store without records when they are there: sorted, not one by one.

    All in the transaction of the load, so nobody ever finds the store without them.
    """
    indexes = connection.execute(sql.INDEXES).fetchall()
    for name, _statement in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _name, statement in indexes:
        connection.execute(statement)


@dataclass(slots=True)
class _Load:
    """A version that is being written; `kept` marks, by key, the rows that go on or have ended."""

    connection: sqlite3.Connection
    dataset: str
    number: int
    kept: bytearray
    added: int = 0
    changed: int = 0

    def take(self, records: Sequence[WrittenRecord]) -> None:
        """Begin records."""
        self.added += len(records)
        rows.append_local(self.connection, self.dataset, self.number, records)

    def unheld(self, records: Sequence[WrittenRecord]) -> list[WrittenRecord]:
        """Leave out what is held just so; what is held otherwise ends."""
        found, ended = [], []
        for record in records:
            place = (self.dataset, _LOCAL, record.type, record.id)
            row = self.connection.execute(sql.HELD_LOCALLY, place).fetchone()
            if row is not None:
                self.kept[row[0]] = 1
                if row[1] == body_of(record):
                    continue
                ended.append((self.number, row[0]))
            found.append(record)
        self.connection.executemany(sql.END_KEY, ended)
        self.changed += len(ended)
        self.added -= len(ended)
        return found

    def end_the_rest(self) -> int:
        """End what of the seed layers has not come; return how many records that are."""
        asked = (self.dataset, REPORTED, self.number)
        held = self.connection.execute(sql.SEED_KEYS, asked)
        gone = [(self.number, key) for (key,) in held if not self.kept[key]]
        self.connection.executemany(sql.END_KEY, gone)
        return len(gone)
