"""A process that dies in the middle of a load leaves the old version, whole."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from graph.errors import StoreUnavailableError
from graph.model import Seed
from graph.store import GraphStore
from graph.store.contract import Version
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from graph.store.streamed import load_streamed
from tests.stores.processes import killed_at, run_in_child
from tests.support import claim, enterprise, makes, seed, segment

OLD = seed(segment("bike"), segment("bell"), enterprise("acme"))
NEW = seed(segment("bike", name="自行车"), segment("frame"), makes("acme", "frame"))


def does_and_dies(path: Path, write: Callable[[GraphStore], object], statement: int) -> bool:
    """Whether a process that writes dies before its n-th statement, or else ends well."""

    def act() -> None:
        write(SqliteStore(SqliteFile(path, on_statement=killed_at(statement))))
        os._exit(0)  # without closing, as a process that is killed later

    status = run_in_child(act)
    assert status in (0, -signal.SIGKILL)
    return status != 0


def load_and_die(path: Path, new: Seed, statement: int) -> bool:
    """Whether a process that loads `new` dies before its n-th statement."""
    return does_and_dies(path, lambda store: store.load(new), statement)


def put_old(path: Path) -> None:
    with SqliteStore(SqliteFile(path)) as store:
        store.load(OLD)
        store.report("demo", [claim("bike", "present")], by="王工", note="走访")


def test_a_load_killed_at_any_statement_leaves_the_old_version(tmp_path: Path) -> None:
    put_old(tmp_path / "old.db")
    with SqliteStore(SqliteFile(tmp_path / "old.db")) as store:
        old, versions = store.read("demo"), store.versions("demo")

    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        shutil.copy(tmp_path / "old.db", path)
        if not load_and_die(path, NEW, statement):
            break
        with SqliteStore(SqliteFile(path)) as store:
            assert store.versions("demo") == versions
            assert store.read("demo") == old
            assert [hit.id for hit in store.search("demo", "bike")] == ["bike"]
            assert store.load(NEW).number == 3
            assert store.read("demo").segments["bike"].name == "自行车"
            assert store.read("demo", 2) == old

    assert statement > 20  # fewer would mean that the statements are not seen


def test_the_first_load_killed_at_any_statement_leaves_a_new_store(tmp_path: Path) -> None:
    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        if not load_and_die(path, NEW, statement):
            break
        with SqliteStore(SqliteFile(path)) as store:
            assert store.datasets() == ()
            assert store.load(NEW).number == 1
            assert [hit.id for hit in store.search("demo", "frame")] == ["frame"]

    assert statement > 30


def test_a_first_streamed_load_killed_at_any_statement_leaves_a_new_store(tmp_path: Path) -> None:
    records = (*NEW.reference, *NEW.local)

    def write(store: GraphStore) -> Version:
        return load_streamed(store, NEW.dataset.id, records, lambda: NEW.dataset)

    with SqliteStore(SqliteFile(tmp_path / "whole.db")) as store:
        store.load(NEW)
    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        if not does_and_dies(path, write, statement):
            break
        with SqliteStore(SqliteFile(path)) as store:
            assert store.datasets() == ()
            assert indexes(path) in (set(), indexes(tmp_path / "whole.db"))
            assert write(store).number == 1
            assert [hit.id for hit in store.search("demo", "frame")] == ["frame"]
        assert indexes(path) == indexes(tmp_path / "whole.db")

    assert statement > 30


def indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index'")
        return {sql for (sql,) in rows if sql}


def test_a_restore_killed_at_any_statement_leaves_no_dataset(tmp_path: Path) -> None:
    put_old(tmp_path / "old.db")
    with SqliteStore(SqliteFile(tmp_path / "old.db")) as store:
        archive = store.archive("demo")

    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        if not does_and_dies(path, lambda store: store.restore(archive), statement):
            break
        with SqliteStore(SqliteFile(path)) as store:
            assert store.datasets() == ()
            assert store.restore(archive).number == 2
            assert store.archive("demo") == archive

    assert statement > 30


def test_a_load_that_was_committed_is_there_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    put_old(path)

    assert not load_and_die(path, NEW, statement=-1)

    with SqliteStore(SqliteFile(path)) as store:
        assert store.current("demo").number == 3
        assert list(store.read("demo").segments) == ["bike", "frame"]


@pytest.mark.parametrize("spare_kib", [0, 4, 8, 16, 32, 48, 64])
def test_a_full_disk_leaves_the_old_version(tmp_path: Path, spare_kib: int) -> None:
    path = tmp_path / "store.db"
    put_old(path)
    many = seed(*(segment(f"part{number}") for number in range(300)))

    assert run_in_child(lambda: load_with_little_room(path, many, spare_kib * 1024)) == 0

    with SqliteStore(SqliteFile(path)) as store:
        assert store.current("demo").number == 2
        assert list(store.read("demo").segments) == ["bell", "bike"]
        assert store.load(many).number == 3


def load_with_little_room(path: Path, new: Seed, room: int) -> None:
    """Load where no file may grow beyond `room` bytes, as on a disk that is full."""
    import resource  # noqa: PLC0415 - not on every system

    with SqliteStore(SqliteFile(path)) as store:
        store.ping()
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        with pytest.raises(StoreUnavailableError):
            store.load(new)
        assert store.current("demo").number == 2
