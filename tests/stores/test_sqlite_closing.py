"""A store is closed while other threads are in the middle of something: they stop, and all is well.

Each try is a process of its own, since what went wrong here once ended the whole process.
"""

import threading
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph.errors import StoreUnavailableError
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import Connections, SqliteFile
from tests.stores.processes import run_in_child
from tests.support import enterprise, seed, segment

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
FIRMS = [enterprise(f"firm_{number}") for number in range(400)]
TRIES = 12


def close_under(path: Path) -> None:
    """Close a file while a thread asks something that would never end."""
    connections = Connections(SqliteFile(path))
    begun, told = threading.Event(), []

    def ask() -> None:
        try:
            with connections.reading() as connection:
                begun.set()
                connection.execute(ENDLESS).fetchone()
        except StoreUnavailableError as error:
            told.append(error.text("en"))

    asking = threading.Thread(target=ask)
    asking.start()
    begun.wait()
    connections.close()
    asking.join()
    assert ["it is closed" in each for each in told] == [True]


def test_closing_breaks_off_a_statement_that_runs(tmp_path: Path) -> None:
    for number in range(TRIES):
        path = tmp_path / f"{number}.db"

        assert run_in_child(partial(close_under, path)) == 0


def close_under_a_writer(path: Path, writes: int) -> None:
    """Close a store while a thread writes, after so many of its statements."""
    enough, seen = threading.Event(), []

    def on_statement(statement: str) -> None:
        seen.append(statement)
        if len(seen) > writes:
            enough.set()

    store = SqliteStore(SqliteFile(path, on_statement=on_statement))

    def write() -> None:
        while True:
            try:
                store.report("demo", FIRMS, by="王工", note="导入")
                store.withdraw("demo", [("enterprise", each.id) for each in FIRMS], by="", note="")
            except StoreUnavailableError:
                return

    writing = threading.Thread(target=write)
    writing.start()
    enough.wait()
    store.close()
    writing.join()


@pytest.mark.parametrize("writes", range(0, 3000, 3000 // TRIES))
def test_what_a_thread_was_writing_is_there_whole_or_not_at_all(writes: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with SqliteStore(SqliteFile(path)) as store:
            store.load(seed(segment("bike")))

        assert run_in_child(partial(close_under_a_writer, path, writes)) == 0

        with SqliteStore(SqliteFile(path)) as store:
            assert len(store.reported("demo")) in {0, len(FIRMS)}
            assert not Path(f"{path}-journal").exists()
