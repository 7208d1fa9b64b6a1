"""A file of an older format is read as it is, and brought up to date when it can be written."""

import os
import shutil
import signal
import sqlite3
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from graph.errors import NewerStoreError, StoreReadOnlyError
from graph.store import Edit, GraphStore
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import FORMAT, SqliteFile
from tests.stores.processes import give_up_rights, killed_at, run_in_child
from tests.support import dataset, enterprise, group, makes, platform, seed, segment

FORMAT_1 = """
    CREATE TABLE versions (
        dataset TEXT NOT NULL,
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        cause TEXT NOT NULL,
        made_by TEXT,
        note TEXT,
        added INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        removed INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (dataset, number)
    );
    CREATE TABLE records (
        key INTEGER PRIMARY KEY,
        dataset TEXT NOT NULL,
        layer INTEGER NOT NULL CHECK (layer IN (0, 1, 2)),
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER CHECK (until > since),
        body TEXT NOT NULL,
        FOREIGN KEY (dataset, since) REFERENCES versions (dataset, number),
        FOREIGN KEY (dataset, until) REFERENCES versions (dataset, number)
    );
    CREATE UNIQUE INDEX one_holds ON records (dataset, layer, type, id) WHERE until IS NULL;
    CREATE INDEX records_by_id ON records (dataset, type, id);
    CREATE TABLE names (
        key INTEGER PRIMARY KEY,
        record INTEGER NOT NULL REFERENCES records (key),
        type TEXT NOT NULL,
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        folded TEXT NOT NULL
    );
    CREATE INDEX names_by_record ON names (record, kind);
    CREATE VIRTUAL TABLE characters USING fts5 (spelt, content = '', tokenize = 'ascii');
    PRAGMA user_version = 1;
    PRAGMA application_id = 1281974638;
"""
"""The file as the first release made it."""
KEPT_SUPPLY = ("takes", "descents", "ties")
"""What formats 2 and 3 kept with every write."""
OF_OLD = {
    "versions": "true",
    "records": "true",
    "names": "kind <> 'pinyin' AND type NOT IN ('platform', 'project')",
}
"""What of each table it had: neither pinyin nor names of platforms."""
ADDED_INDEXES = ("reports_begun", "reports_ended")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    make_old(path)
    return path


def make_old(path: Path) -> None:
    """Two datasets in a file of format 1, one of them with a report and its withdrawal."""
    with SqliteStore(SqliteFile(path.with_suffix(".new"))) as store:
        parts = segment("bike"), segment("frame"), segment("tube"), enterprise("acme")
        chinese = enterprise("wheel", name="飞轮车业"), platform("lab", name="飞轮实验室")
        store.load(seed(*parts, *chinese, group("bike", "frame")))
        store.report("demo", [group("frame", "tube"), makes("acme", "frame")], by="王", note="")
        store.report("demo", [makes("acme", "bike")], by="王工", note="报")
        store.withdraw("demo", [("makes", "makes.acme.bike")], by="王工", note="撤")
        store.load(seed(*parts[:2], dataset=dataset("west")))
    new = sqlite3.connect(path.with_suffix(".new"))
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.executescript(FORMAT_1)
    for table, columns in (
        ("versions", "dataset, number, at, cause, made_by, note, added, changed, removed, body"),
        ("records", "key, dataset, layer, type, id, since, until, body"),
        ("names", "key, record, type, id, kind, text, folded"),
    ):
        asked = f"SELECT {columns} FROM {table} WHERE {OF_OLD[table]}"  # noqa: S608 - ours
        rows = new.execute(asked).fetchall()
        marks = ", ".join("?" for _ in columns.split(","))
        other.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)  # noqa: S608
    spelt = [
        (key, " ".join(f"{ord(each):x}" for each in folded))
        for key, folded in other.execute("SELECT key, folded FROM names").fetchall()
    ]
    other.executemany("INSERT INTO characters (rowid, spelt) VALUES (?, ?)", spelt)
    other.commit()
    for each in (new, other):
        each.close()
    path.with_suffix(".new").unlink()


def opened(path: Path, *, read_only: bool = False) -> SqliteStore:
    return SqliteStore(SqliteFile(path, read_only=read_only))


def format_of(path: Path) -> int:
    other = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    (found,) = other.execute("PRAGMA user_version").fetchone()
    other.close()
    return int(found)


def expect_old_contents(store: GraphStore) -> None:
    assert [each.number for each in store.versions("demo")] == [4, 3, 2, 1]
    assert list(store.read("demo", 1).makes) == []
    assert list(store.read("demo", 3).makes) == ["makes.acme.bike", "makes.acme.frame"]
    assert [hit.id for hit in store.search("demo", "bik")] == ["bike"]
    assert [hit.id for hit in store.search("west", "fram")] == ["frame"]
    assert store.edits("demo", 4) == (
        Edit("makes", "makes.acme.bike", makes("acme", "bike"), None),
    )
    assert [row.record.id for row in store.archive("west").records] == ["bike", "frame"]


def expect_answers(store: GraphStore) -> None:
    assert [(each.id, each.depth) for each in store.closure("demo", "bike")] == [
        ("frame", 1),
        ("tube", 2),
    ]
    assert store.closure("west", "bike") == ()
    assert [each.id for each in store.neighbourhood("demo", "frame")] == [
        "frame",
        "bike",
        "tube",
        "acme",
    ]
    assert store.path("demo", "tube", "bike") == (("tube", "frame", "bike"),)


def test_opening_an_older_file_brings_it_up_to_date(old: Path) -> None:
    assert format_of(old) == 1

    with opened(old) as store:
        assert format_of(old) == FORMAT
        expect_old_contents(store)
        expect_answers(store)
        assert store.report("demo", [group("tube", "bike")], by="王", note="").number == 5
        assert store.path("demo", "frame", "tube") == (("frame", "bike", "tube"),)


def test_an_older_file_gets_the_names_it_has_not(old: Path) -> None:
    with opened(old, read_only=True) as store:
        assert [hit.id for hit in store.search("demo", "flcy")] == ["wheel"]
        assert store.search("demo", "feilun") == ()

    with opened(old) as store:
        assert [hit.id for hit in store.search("demo", "feilun")] == ["wheel", "lab"]
        assert [hit.id for hit in store.search("demo", "飞轮")] == ["wheel", "lab"]
        assert [hit.id for hit in store.search("demo", "che")] == ["wheel"]


@pytest.mark.parametrize("before", [2, 3])
def test_what_older_files_kept_of_supply_is_dropped(old: Path, before: int) -> None:
    opened(old).close()
    other = sqlite3.connect(old)
    for table in KEPT_SUPPLY:
        other.execute(f"CREATE TABLE {table} (dataset TEXT)")
    other.execute(f"PRAGMA user_version = {before}")
    other.close()

    with opened(old, read_only=True) as store:
        expect_answers(store)
    with opened(old) as store:
        expect_answers(store)

    assert not schema_of(old).keys() & set(KEPT_SUPPLY)


def test_a_file_brought_up_to_date_is_built_as_a_new_one(old: Path, tmp_path: Path) -> None:
    for path in (old, tmp_path / "new.db"):
        opened(path).close()

    assert schema_of(old) == schema_of(tmp_path / "new.db")
    assert set(ADDED_INDEXES) <= schema_of(old).keys()


def schema_of(path: Path) -> dict[str, str]:
    other = sqlite3.connect(path)
    rows = other.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    other.close()
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_an_older_file_opened_for_reading_is_read_and_asked(old: Path) -> None:
    before = old.read_bytes()

    with opened(old, read_only=True) as store:
        expect_old_contents(store)
        expect_answers(store)
        with pytest.raises(StoreReadOnlyError):
            store.load(seed(segment("bike")))

    assert old.read_bytes() == before
    assert format_of(old) == 1


def test_an_older_file_without_the_right_to_write_is_read() -> None:
    # Folders of pytest are its user's alone.
    with TemporaryDirectory() as folder:
        path = Path(folder) / "old.db"
        make_old(path)
        Path(folder).chmod(0o777)
        path.chmod(0o444)

        def read() -> None:
            give_up_rights()
            with opened(path) as store:
                expect_old_contents(store)
                expect_answers(store)

        assert run_in_child(read) == 0
        assert format_of(path) == 1


def test_a_writer_notices_that_a_newer_program_has_changed_the_file(tmp_path: Path) -> None:
    with opened(tmp_path / "store.db") as store:
        store.load(seed(segment("bike")))
        other = sqlite3.connect(tmp_path / "store.db")
        other.execute(f"PRAGMA user_version = {FORMAT + 1}")
        other.close()

        with pytest.raises(NewerStoreError):
            store.load(seed(segment("frame")))

        assert store.current("demo").number == 1


def test_a_process_killed_while_it_brings_a_file_up_to_date_leaves_the_old_one(
    old: Path, tmp_path: Path
) -> None:
    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        shutil.copy(old, path)

        def bring_up_to_date(path: Path = path, statement: int = statement) -> None:
            SqliteStore(SqliteFile(path, on_statement=killed_at(statement)))
            os._exit(0)  # without closing, as a process that is killed later

        status = run_in_child(bring_up_to_date)
        if status == 0:
            break
        assert status == -signal.SIGKILL
        with opened(path, read_only=True) as store:
            expect_old_contents(store)
            expect_answers(store)
        with opened(path) as store:
            expect_old_contents(store)
            expect_answers(store)

    assert statement > 20  # fewer would mean that the statements are not seen
