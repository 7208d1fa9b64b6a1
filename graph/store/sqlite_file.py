"""One SQLite file as a store: recognised, created, opened per thread, its errors translated."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import (
    NewerStoreError,
    NotAStoreError,
    StoreBusyError,
    StoreError,
    StoreReadOnlyError,
    StoreUnavailableError,
)
from graph.message import Message, _
from graph.store.sqlite_rows import name_again
from graph.store.sqlite_statements import KEPT_SUPPLY, REPORT_INDEXES, SCHEMA

APPLICATION_ID = 0x4C69616E  # "Lian": tells our files from those of other programs
FORMAT = 4
INDEXED_FORMAT = 2
"""Since which format reports are found by the version that began or ended them."""
NAMES_FORMAT = 3
"""Since which format names have their pinyin, and platforms and projects have names."""
UNKEPT_FORMAT = 4
"""Since which format no write keeps what supplies what."""


_REPLACED = _("存储文件已被移走、删除或替换；请核对文件后重新启动")
_UNSAVED = _("存储文件在写入时被移走、删除或替换，这次写入没有保存；请核对文件后重新启动")


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """Where a store lies and how it is opened.

    `on_statement` is told each SQL statement before it runs, for tests and for tracing.
    """

    path: Path
    create: bool = True
    read_only: bool = False
    busy_seconds: float = 10.0
    on_statement: Callable[[str], None] | None = None

    @property
    def uri(self) -> str:
        """The URI that `open_store` takes for this file."""
        return f"sqlite:///{self.path}"


@dataclass(frozen=True, slots=True)
class _Mine:
    """A thread's connection to the file of an `identity`.

    Where it takes no locks, `stamp` tells the state of the file that it belongs to.
    """

    connection: sqlite3.Connection
    identity: tuple[int, int]
    stamp: tuple[int, int] | None = None
    use: threading.RLock = field(default_factory=threading.RLock)

    def close(self) -> None:
        """Close it once its thread has left it; what that one is doing is broken off.

        A connection closed in the middle of a statement takes the process with it.
        """
        while not self.use.acquire(timeout=0.02):
            self.connection.interrupt()
        try:
            self.connection.close()
        finally:
            self.use.release()


class Connections:
    """The connections to one file, one per thread; every error leaves as a `StoreError`."""

    def __init__(self, file: SqliteFile) -> None:
        """Open the file, or create it with its folder; raise a `StoreError`."""
        self._file = file
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: dict[threading.Thread, _Mine] = {}
        self._closed = self._logs = False
        self._find_or_create()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection."""
        with self._translating(), self._using() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection in a transaction: all of it happens, or nothing."""
        with self._translating(), self._using() as connection:
            self._refuse_if_replaced(_REPLACED)
            # SQLite would only refuse what changes something, and only at the first change.
            if not self._is_writable():
                raise StoreReadOnlyError(store=self._file.uri)
            self._use_log(connection)
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._bring_up_to_date(connection)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            # Nobody will ever find what was written into a file that is there no more.
            self._refuse_if_replaced(_UNSAVED)

    def close(self) -> None:
        """Close the connections of all threads; what one of them is doing is broken off."""
        with self._lock:
            self._closed = True
            opened = [self._opened.popitem()[1] for _other in range(len(self._opened))]
        with self._translating():
            for each in opened:
                each.close()

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection, which nobody closes meanwhile."""
        mine = self._own()
        with mine.use:
            self._refuse_if_closed()
            yield mine.connection

    def _own(self) -> _Mine:
        self._refuse_if_closed()
        mine: _Mine | None = getattr(self._local, "mine", None)
        if mine is None or (mine.stamp is not None and mine.stamp != self._stamp()):
            mine = self._open()
            self._keep(mine)
            self._local.mine = mine
        return mine

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise self._shut()

    def _refuse_if_replaced(self, reason: Message) -> None:
        """A file that was moved, deleted or replaced is still open, and what it takes is lost."""
        mine: _Mine = self._local.mine
        log_gone = self._logs and reason is _UNSAVED and not Path(f"{self._file.path}-wal").exists()
        if log_gone or self._identity() != mine.identity:
            raise self._unavailable(reason)

    def _identity(self) -> tuple[int, int]:
        try:
            found = self._file.path.stat()
        except FileNotFoundError:
            return 0, 0
        return found.st_dev, found.st_ino

    def _use_log(self, connection: sqlite3.Connection) -> None:
        """Write ahead, also into a copy that `VACUUM INTO` made; at the next write if it is busy.

        The mode stays with the file; where it cannot be set, a write says why or is as safe.
        """
        if not self._logs:
            with suppress(sqlite3.OperationalError):
                (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
                self._logs = mode == "wal"

    def _is_writable(self) -> bool:
        mine: _Mine = self._local.mine
        asked = not self._file.read_only
        return asked and mine.stamp is None and os.access(self._file.path, os.W_OK)

    def _keep(self, mine: _Mine) -> None:
        with self._lock:
            if self._closed:
                mine.close()
                raise self._shut()
            gone = [thread for thread in self._opened if not thread.is_alive()]
            for thread in (*gone, threading.current_thread()):
                old = self._opened.pop(thread, None)
                if old is not None:
                    old.close()
            self._opened[threading.current_thread()] = mine

    def _open(self) -> _Mine:
        try:
            return _Mine(*self._connect("ro" if self._file.read_only else "rw"))
        except sqlite3.OperationalError as error:
            if not self._can_only_be_looked_at(error):
                raise
        # Not even the helper files of the write-ahead log can be made beside the file: it is
        # read as it stands, without locks, and opened again when somebody else has changed it.
        stamp = self._stamp()
        return _Mine(*self._connect("ro&immutable=1"), stamp)

    def _can_only_be_looked_at(self, error: sqlite3.OperationalError) -> bool:
        log = Path(f"{self._file.path}-wal")
        unwritable = _code(error) in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        whole = not log.exists() or log.stat().st_size == 0
        return unwritable and whole and os.access(self._file.path, os.R_OK)

    def _stamp(self) -> tuple[int, int]:
        found = self._file.path.stat()
        return found.st_mtime_ns, found.st_size

    def _connect(self, mode: str) -> tuple[sqlite3.Connection, tuple[int, int]]:
        """A connection, and which file it is to."""
        identity = self._identity()
        connection = sqlite3.connect(
            f"{self._file.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=self._file.busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.set_trace_callback(self._file.on_statement)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
        return connection, identity

    def _find_or_create(self) -> None:
        writable = self._file.create and not self._file.read_only
        if not self._file.path.exists():
            if not writable:
                raise self._not_a_store(_("文件不存在"))
            self._make_file()
        with self._translating(), self._using() as connection:
            found = self._format(connection)
            if found == 0 and not writable:
                raise self._not_a_store(_("文件是空的"))
            if self._is_writable():
                # Kept by the file. A crash right after it leaves an empty file, as before.
                self._use_log(connection)
            if found == 0 or (found < FORMAT and self._is_writable()):
                with self.writing():
                    pass  # which brings it up to date

    def _make_file(self) -> None:
        try:
            self._file.path.parent.mkdir(parents=True, exist_ok=True)
            self._file.path.touch()
        except OSError as error:
            raise self._unavailable(str(error)) from error

    def _format(self, connection: sqlite3.Connection) -> int:
        """The format of the store; 0 if the file is empty, an error if it is anything else."""
        application, found, tables = connection.execute(
            "SELECT (SELECT * FROM pragma_application_id), (SELECT * FROM pragma_user_version),"
            " (SELECT count(*) FROM sqlite_master)"
        ).fetchone()
        if application == APPLICATION_ID:
            if found > FORMAT:
                raise NewerStoreError(store=self._file.uri, found=found, supported=FORMAT)
            return int(found)
        if application == 0 and tables == 0:
            return 0
        raise self._not_a_store(_("另一程序的数据库"))

    def _bring_up_to_date(self, connection: sqlite3.Connection) -> None:
        # Asked again in the transaction: another process may have done it since we looked.
        found = self._format(connection)
        if found == 0:
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if found < INDEXED_FORMAT:
            for statement in REPORT_INDEXES:
                connection.execute(statement)
        if 0 < found < NAMES_FORMAT:
            name_again(connection)
        if INDEXED_FORMAT <= found < UNKEPT_FORMAT:
            for table in KEPT_SUPPLY:
                connection.execute(f"DROP TABLE {table}")
        if found < FORMAT:
            connection.execute(f"PRAGMA user_version = {FORMAT}")

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._meaning(error) from error
        except OSError as error:
            raise self._unavailable(str(error)) from error

    def _meaning(self, error: sqlite3.Error) -> StoreError:
        if self._closed:
            return self._shut()
        match _code(error):
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return StoreBusyError(store=self._file.uri)
            case sqlite3.SQLITE_READONLY:
                return StoreReadOnlyError(store=self._file.uri)
            case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
                return self._not_a_store(_("文件无法识别或已损坏（{error}）", error=error))
        return self._unavailable(str(error))

    def _not_a_store(self, reason: Message) -> NotAStoreError:
        return NotAStoreError(store=self._file.uri, reason=reason)

    def _shut(self) -> StoreUnavailableError:
        return self._unavailable(_("存储已关闭"))

    def _unavailable(self, reason: str | Message) -> StoreUnavailableError:
        return StoreUnavailableError(store=self._file.uri, reason=reason)


def _code(error: sqlite3.Error) -> int:
    """The primary result code; 0 for errors that Python's own module raises."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
