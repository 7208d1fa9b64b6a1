"""One write to a Neo4j store: the lease of the only writer, rows out of sight, the last step.

Everything but the last step writes what no reader sees: rows of the version to come. The last
one moves `Dataset.current`. Each transaction first makes sure that the lease is still ours.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from uuid import uuid4

from graph.errors import StoreBusyError, StoreError
from graph.store import neo4j_statements as cypher
from graph.store.neo4j_connection import Connection, Result, Transaction
from graph.store.neo4j_rows import CypherStatement, Parameters, row_about, row_of_state
from graph.store.steps import VersionState

PAUSE_SECONDS = 0.1


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
        self._ours = {"dataset": dataset, "token": uuid4().hex}
        self._batch = connection.server.batch
        self._lease = int(connection.server.lease_seconds * 1000)

    def begin(self) -> None:
        """Take the lease, and clear away what a write that died has left behind."""
        current, staged = self._taken()
        if staged is not None:
            self._clear(current, (*cypher.LEFT_OVER, cypher.OUTDATED))

    def stage(self, version: int, statements: Iterable[CypherStatement]) -> None:
        """Write rows of the version to come, which nobody sees yet."""
        self._hold(lambda tx: tx.rows(cypher.STAGE, **self._ours, version=version))
        self.add(version, statements)

    def add(self, version: int, statements: Iterable[CypherStatement]) -> None:
        """Write rows of a version: one to come, or drawings of the current one."""
        for batch in batches(statements, self._batch):
            self._hold(partial(self._put, batch, version))

    def finish(self, states: Sequence[VersionState]) -> None:
        """Make the last of these states the current version, then clear the drawing before it."""
        newest = states[-1]
        step: Parameters = {
            "version": newest.version.number,
            "about": row_about(newest),
            "states": [row_of_state(each) for each in states],
        }
        self._hold(lambda tx: tx.rows(cypher.MOVE_CURRENT, **self._ours, **step))
        self._clear(newest.version.number, (cypher.OUTDATED,))

    def release(self) -> None:
        """Let others write."""
        self._hold(lambda tx: tx.rows(cypher.RELEASE, **self._ours))

    def _taken(self) -> tuple[int, int | None]:
        deadline = time.monotonic() + self._connection.server.busy_seconds
        while True:
            patience = max(deadline - time.monotonic(), PAUSE_SECONDS)
            found = self._connection.write(self._take, timeout=patience)
            if found is not None:
                return found
            if time.monotonic() >= deadline:
                raise self._busy()
            time.sleep(PAUSE_SECONDS)

    def _take(self, tx: Transaction) -> tuple[int, int | None] | None:
        tx.rows(cypher.LOCK_NEW, **self._ours)
        rows = tx.rows(cypher.TAKE, **self._ours, lease=self._lease)
        return next(((row["current"], row["staged"]) for row in rows), None)

    def _hold(self, work: Callable[[Transaction], Result]) -> Result:
        """Do `work` while the lease is ours, in one transaction, and renew it."""
        return self._connection.write(partial(self._held, work))

    def _held(self, work: Callable[[Transaction], Result], tx: Transaction) -> Result:
        tx.rows(cypher.LOCK, **self._ours)
        if not tx.rows(cypher.RENEW, **self._ours, lease=self._lease):
            raise self._busy()
        done = work(tx)
        tx.rows(cypher.RENEW, **self._ours, lease=self._lease)
        return done

    def _put(self, batch: Iterable[CypherStatement], version: int, tx: Transaction) -> None:
        for statement, rows in batch:
            tx.rows(statement, dataset=self._ours["dataset"], version=version, rows=rows)

    def _clear(self, current: int, statements: Sequence[str]) -> None:
        while self._hold(partial(self._cleared, current, statements)):
            pass

    def _cleared(self, current: int, statements: Sequence[str], tx: Transaction) -> bool:
        """Clear a part of what no version holds; whether there may be more."""
        step = {"dataset": self._ours["dataset"], "version": current, "batch": self._batch}
        done = [row["done"] for each in statements for row in tx.rows(each, **step)]
        more: bool = max(done) == self._batch
        if not more:
            tx.rows(cypher.CLEARED, **self._ours)
        return more

    def _busy(self) -> StoreBusyError:
        return StoreBusyError(store=self._connection.server.address.uri)


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
