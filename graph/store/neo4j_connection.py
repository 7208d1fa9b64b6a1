"""A connection to a Neo4j server: transactions that are tried again, errors translated."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import (
    LiantuError,
    NotAStoreError,
    StoreBusyError,
    StoreDeniedError,
    StoreError,
    StoreReadOnlyError,
    StoreRefusesError,
    StoreUnavailableError,
)
from graph.message import Message, _
from graph.store.neo4j_address import Login, Neo4jAddress

Result = TypeVar("Result")
Returned = neo4j.Record
"""A row that a statement returned."""
# What goes wrong is raised; without a handler the driver would print it as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
VANISHED = "Neo.ClientError.Statement.EntityNotFound"
"""A node was deleted while a query looked at it: leftovers of a write that died."""
MEANWHILE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
"""Somebody else has made the same index between a look whether it is there and its making."""
READ_ONLY = (
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
    "Neo.ClientError.Statement.AccessMode",
)
WAITED = (
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.ClientError.Transaction.LockClientStopped",
    "Neo.TransientError.Transaction.LockClientStopped",
    "Neo.TransientError.Transaction.LockAcquisitionTimeout",
)
"""Only who waits for a lock is ever told so: nothing else of ours has a limit."""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """Which database is the store and how it is used.

    A writer that waits for another one gives up after `busy_seconds`; one that says nothing for
    `lease_seconds` is taken for dead. `batch` rows go into one transaction: fewer take longer, more
    only cost the server memory. Who closes the store waits `closing_seconds` for transactions of
    other threads. `remember` keeps what holds in memory. `columns` is a folder of this machine for
    what versions compile to, of all servers; without one they are not kept. `on_statement` is told
    each statement before it runs, `on_records` how many records came back, for tests and tracing.
    """

    address: Neo4jAddress
    login: Login | None = None
    create: bool = True
    read_only: bool = False
    busy_seconds: float = 10.0
    lease_seconds: float = 8.0
    closing_seconds: float = 5.0
    batch: int = 20_000
    remember: bool = True
    columns: Path | None = None
    on_statement: Callable[[str], None] | None = None
    on_records: Callable[[int], None] | None = None


class Transaction:
    """A transaction on the server, given to the functions that read and write rows."""

    def __init__(self, server: Neo4jServer, transaction: neo4j.ManagedTransaction) -> None:
        self._server = server
        self._transaction = transaction

    def rows(self, statement: str, **parameters: object) -> list[Returned]:
        """Run a statement and take all that it returns.

        Nothing but our own constants is ever part of a statement: what others say, and which
        dataset and version is meant, are parameters.
        """
        if self._server.on_statement is not None:
            self._server.on_statement(statement)
        try:
            found = list(self._transaction.run(statement, parameters))
        except Neo4jError as error:
            # The driver would try again for long: it hopes for a leader that can be written.
            if error.code in READ_ONLY:
                raise StoreReadOnlyError(store=self._server.address.uri) from error
            raise
        if self._server.on_records is not None:
            self._server.on_records(len(found))
        return found


class _InUse:
    """How many transactions run, and whether another may begin."""

    def __init__(self) -> None:
        self.over = False
        self._running = 0
        self._changed = threading.Condition()

    @contextmanager
    def one(self) -> Iterator[bool]:
        """Count a transaction, for as long as it runs; whether it may begin."""
        with self._changed:
            begins = not self.over
            self._running += begins
        try:
            yield begins
        finally:
            with self._changed:
                self._running -= begins
                self._changed.notify_all()

    def end(self, patience: float) -> None:
        """Let nothing begin any more, and wait some seconds for what runs."""
        with self._changed:
            self.over = True
            self._changed.wait_for(lambda: not self._running, patience)


class Connection:
    """The driver of one server; every error leaves as a `StoreError`."""

    def __init__(self, server: Neo4jServer) -> None:
        """Connect; raise the `StoreError` that says why that cannot be."""
        self.server = server
        self._in_use = _InUse()
        with self._translating():
            self._driver = _driver(server)
        try:
            with self._translating():
                self._driver.verify_connectivity()  # at once; transactions are tried for longer
        except BaseException:
            self._driver.close()
            raise
        # A cluster shows every session what the others have written.
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def read(self, work: Callable[[Transaction], Result]) -> Result:
        """Do `work` in a transaction that reads, on any member of a cluster."""
        for _other in range(2):
            with self._translating(), self._session() as session:
                try:
                    return session.execute_read(lambda each: work(Transaction(self.server, each)))
                except Neo4jError as error:
                    if error.code != VANISHED:
                        raise
        with self._translating(), self._session() as session:
            return session.execute_read(lambda each: work(Transaction(self.server, each)))

    def write(
        self, work: Callable[[Transaction], Result], *, timeout: float | None = None
    ) -> Result:
        """Do `work` in a transaction that writes; it may run again, and has to bear that."""

        @neo4j.unit_of_work(timeout=timeout)
        def once(transaction: neo4j.ManagedTransaction) -> Result:
            return work(Transaction(self.server, transaction))

        if self.server.read_only:
            raise StoreReadOnlyError(store=self.server.address.uri)
        with self._translating(), self._session() as session:
            return session.execute_write(once)

    def change_schema(self, statement: str) -> None:
        """Create a constraint or an index, unless it is there; who else does so is waited for."""

        def once(transaction: neo4j.ManagedTransaction) -> None:
            transaction.run(statement).consume()

        with self._translating(), self._session() as session:
            try:
                session.execute_write(once)
            except Neo4jError as error:
                if error.code != MEANWHILE:
                    raise

    def close(self) -> None:
        """Close every connection of the driver, once what runs in other threads has ended.

        What takes longer than `closing_seconds` is told so when its statement ends.
        """
        self._in_use.end(self.server.closing_seconds)
        with self._translating():
            self._driver.close()

    @contextmanager
    def _session(self) -> Iterator[neo4j.Session]:
        with self._in_use.one() as begins:
            if not begins:
                raise self._shut()
            with self._driver.session(
                database=self.server.address.database, bookmark_manager=self._bookmarks
            ) as session:
                yield session

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except LiantuError:
            raise
        except Neo4jError as error:
            raise self._meaning(error) from error
        except DriverError as error:
            raise self._unavailable(str(error)) from error
        except (OSError, ValueError) as error:  # names that do not resolve, certificates
            raise self._unavailable(str(error)) from error
        except Exception as error:
            # Of a driver that is closed under it, a session tells whatever it stumbles over.
            if self._in_use.over:
                raise self._shut() from error
            raise

    def _shut(self) -> StoreUnavailableError:
        return self._unavailable(_("存储已关闭"))

    def _meaning(self, error: Neo4jError) -> StoreError:
        code, uri = error.code or "", self.server.address.uri
        if code in READ_ONLY:
            return StoreReadOnlyError(store=uri)
        if code in WAITED:
            return StoreBusyError(store=uri)
        if code.startswith("Neo.ClientError.Security."):
            return StoreDeniedError(store=uri, reason=error.message)
        if code.startswith("Neo.ClientError.Database."):
            return NotAStoreError(store=uri, reason=error.message)
        if code.startswith("Neo.ClientError.") and ".Transaction." not in code:
            return StoreRefusesError(store=uri, reason=error.message)
        return self._unavailable(str(error.message))

    def _unavailable(self, reason: str | Message) -> StoreUnavailableError:
        return StoreUnavailableError(store=self.server.address.uri, reason=reason)


def _driver(server: Neo4jServer) -> neo4j.Driver:
    login, patience = server.login, server.address.timeout
    return neo4j.GraphDatabase.driver(
        server.address.server,
        auth=None if login is None else (login.user, login.password),
        connection_timeout=patience,
        connection_acquisition_timeout=patience,
        max_transaction_retry_time=patience,
        notifications_min_severity="OFF",  # an empty database is no reason to warn
        telemetry_disabled=True,
        user_agent="liantu",
    )
