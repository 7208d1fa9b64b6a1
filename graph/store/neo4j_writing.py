"""One write to a Neo4j store: the lease of the only writer, rows out of sight, the last step.

Everything but the last step writes what no reader sees: rows of the version to come, and the
drawing of it where it is drawn whole. The last one makes it the version that holds, and patches the
drawing where that is less. Each transaction first makes sure that the lease is still ours.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from typing import TypeVar
from uuid import uuid4

from graph.errors import StoreBusyError, StoreError
from graph.store import neo4j_statements as cypher
from graph.store.neo4j_connection import Connection, Result, Returned, Transaction
from graph.store.neo4j_rows import CypherStatement, Parameters, row_about, row_of_state
from graph.store.steps import VersionState

Made = TypeVar("Made")
PAUSE_SECONDS = 0.1
STAGED_ROWS = 5_000
"""What is out of sight goes in smaller transactions: the server collects less garbage."""


@contextmanager
def writing(connection: Connection, dataset: str) -> Iterator["Writer"]:
    """Wait until nobody else writes the dataset; raise `StoreBusyError` after some seconds."""
    writer = Writer(connection, dataset)
    writer.begin()
    try:
        yield writer
    finally:
        # If the server is gone, or others thought that we were, the lease is no longer ours.
        with suppress(StoreError):
            writer.release()


class Writer:
    """The only writer of a dataset, for as long as it says something now and then."""

    def __init__(self, connection: Connection, dataset: str) -> None:
        self._connection = connection
        self.token = uuid4().hex
        self._ours = {"dataset": dataset, "token": self.token}
        self._batch = connection.server.batch
        self._lease = int(connection.server.lease_seconds * 1000)
        self._step = 0

    def begin(self) -> None:
        """Take the lease, and clear away what a write that died has left behind."""
        taken = self._taken()
        if taken["staged"] is not None:
            at: Parameters = {"version": taken["newest"], "drawing": taken["drawing"]}
            self._clear(at, (*cypher.LEFT_OVER, cypher.OUTDATED))

    def stage(
        self, version: int, statements: Iterable[CypherStatement], *, patching: bool = False
    ) -> None:
        """Write rows of the version to come, which nobody sees yet.

        Where `patching` is to follow, who reads the drawing is told.
        """
        mark: Parameters = {"version": version, "moving": patching or None}
        given = ahead(batches(statements, min(self._batch, STAGED_ROWS)))
        first = next(given, [])

        def begin(tx: Transaction) -> None:
            tx.rows(cypher.STAGE, **self._ours, **mark)
            self._put(first, version, version, tx)

        self._hold(begin)
        for batch in given:
            self._hold(partial(self._put, batch, version, version))

    def finish(self, states: Sequence[VersionState], digest: str) -> None:
        """Make the last of these states the current version, with the drawing that is staged.

        Then clear the drawing before it.
        """
        number = states[-1].version.number
        about = {"current": number, "drawing": digest, "published": None}
        self._hold(lambda tx: self._move(tx, states, about))
        self._clear({"version": number, "drawing": number}, (cypher.OUTDATED,))

    def patch(
        self,
        drawing: int,
        change: Sequence[CypherStatement],
        states: Sequence[VersionState],
        digest: str,
    ) -> None:
        """Make the last of these states the current version, and the drawing that of it."""
        number = states[-1].version.number
        about = {"drawing": digest, "staged": None}

        def work(tx: Transaction) -> None:
            self._put(change, number, drawing, tx)
            self._move(tx, states, about)

        self._hold(work)

    def publish(self, drawing: int, gaps: Iterable[CypherStatement], version: int) -> None:
        """Draw computed gaps of the version that holds, then say of which they are."""
        for batch in batches(gaps, self._batch):
            self._hold(partial(self._put, batch, version, drawing))
        self._hold(lambda tx: tx.rows(cypher.PUBLISHED, **self._ours, version=version))

    def release(self) -> None:
        """Let others write."""
        self._hold(lambda tx: tx.rows(cypher.RELEASE, **self._ours))

    def _taken(self) -> Returned:
        deadline = time.monotonic() + self._connection.server.busy_seconds
        while True:
            patience = max(deadline - time.monotonic(), PAUSE_SECONDS)
            found = self._connection.write(self._take, timeout=patience)
            if found is not None:
                return found
            if time.monotonic() >= deadline:
                raise self._busy()
            time.sleep(PAUSE_SECONDS)

    def _take(self, tx: Transaction) -> Returned | None:
        tx.rows(cypher.LOCK_NEW, **self._ours)
        return next(iter(tx.rows(cypher.TAKE, **self._ours, lease=self._lease)), None)

    def _hold(self, work: Callable[[Transaction], Result]) -> Result | None:
        """Do `work` once while the lease is ours, in one transaction, and renew it.

        Nothing is returned where it was done and its answer lost on the way.
        """
        self._step += 1
        return self._connection.write(partial(self._held, work, self._step))

    def _held(
        self, work: Callable[[Transaction], Result], step: int, tx: Transaction
    ) -> Result | None:
        ours: Parameters = {**self._ours, "lease": self._lease}
        tx.rows(cypher.LOCK, **self._ours)
        renewed = tx.rows(cypher.RENEW, **ours, step=step - 1)
        if not renewed:
            raise self._busy()
        if renewed[0]["done"] >= step:
            return None
        done = work(tx)
        tx.rows(cypher.RENEW, **ours, step=step)
        return done

    def _put(
        self, batch: Iterable[CypherStatement], version: int, drawing: int, tx: Transaction
    ) -> None:
        at: Parameters = {"dataset": self._ours["dataset"], "version": version, "drawing": drawing}
        for statement, rows in batch:
            if rows:
                tx.rows(statement, **at, rows=rows)

    def _move(
        self, tx: Transaction, states: Sequence[VersionState], about: Mapping[str, object]
    ) -> None:
        newest = states[-1]
        step: Parameters = {
            "version": newest.version.number,
            "about": row_about(newest) | dict(about),
            "states": [row_of_state(each) for each in states],
        }
        tx.rows(cypher.MOVE_CURRENT, **self._ours, **step)

    def _clear(self, at: Parameters, statements: Sequence[str]) -> None:
        while self._hold(partial(self._cleared, at, statements)):
            pass

    def _cleared(self, at: Parameters, statements: Sequence[str], tx: Transaction) -> bool:
        """Clear a part of what no version holds; whether there may be more."""
        step: Parameters = {"dataset": self._ours["dataset"], "batch": self._batch, **at}
        done = [row["done"] for each in statements for row in tx.rows(each, **step)]
        more: bool = max(done) == self._batch
        if not more:
            tx.rows(cypher.CLEARED, **self._ours)
        return more

    def _busy(self) -> StoreBusyError:
        return StoreBusyError(store=self._connection.server.address.uri)


def ahead(items: Iterable[Made]) -> Iterator[Made]:
    """The same, each made while the server is busy with the one before."""
    left = iter(items)
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, left, None)
        while (item := coming.result()) is not None:
            coming = maker.submit(next, left, None)
            yield item


def batches(statements: Iterable[CypherStatement], size: int) -> Iterator[list[CypherStatement]]:
    """Cut statements and their rows into transactions of at most `size` rows."""
    batch: list[CypherStatement] = []
    left = size
    for statement, given in statements:
        rows = given
        while rows:
            batch.append((statement, rows[:left]))
            rows, left = rows[left:], left - len(rows[:left])
            if not left:
                yield batch
                batch, left = [], size
    if batch:
        yield batch
