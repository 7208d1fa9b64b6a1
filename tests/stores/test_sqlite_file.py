"""What a URI can lead to: a store, something else, or something that cannot be written."""

import os
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import (
    BadParameterError,
    NewerStoreError,
    NotAStoreError,
    StoreError,
    StoreReadOnlyError,
    StoreUnavailableError,
)
from graph.store import GraphStore, open_store
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.stores.processes import give_up_rights, run_in_child, start_child, wait_for
from tests.support import seed, segment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def filled(path: Path) -> Path:
    fill(path)
    return path


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that another user may enter; those of pytest are its user's alone."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def fill(path: Path) -> None:
    with SqliteStore(SqliteFile(path)) as store:
        store.load(seed(segment("bike")))


class TestUri:
    @pytest.mark.parametrize(
        "uri", ["", "store.db", "neo5j://x", "sqlite://", "sqlite:///", "sqlite://x.db", "sqlite:x"]
    )
    def test_a_uri_of_no_known_kind_is_refused_with_those_known(self, uri: str) -> None:
        with pytest.raises(BadParameterError, match="sqlite:///"):
            open_store(uri)

    def test_three_slashes_lead_to_a_relative_path(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)

        with open_store("sqlite:///here/store.db") as store:
            assert store.uri == "sqlite:///here/store.db"

        assert (tmp_path / "here" / "store.db").is_file()

    def test_four_slashes_lead_to_an_absolute_path(self, path: Path) -> None:
        with open_store(f"sqlite:///{path}") as store:
            assert store.uri == f"sqlite:///{path}"

        assert f"sqlite:///{path}".startswith("sqlite:////")
        assert path.is_file()

    def test_a_tilde_is_the_home_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))

        open_store("sqlite:///~/store.db").close()

        assert (tmp_path / "store.db").is_file()

    @pytest.mark.parametrize(
        "name", ["合川 链图.db", "a%20b.db", "what?.db", "x#y.db", "x&mode=ro"]
    )
    def test_a_path_may_hold_any_character(self, tmp_path: Path, name: str) -> None:
        with open_store(f"sqlite:///{tmp_path}/{name}") as store:
            store.load(seed(segment("bike")))

        assert sorted(each.name for each in tmp_path.iterdir()) == [name]


class TestWhatIsThere:
    def test_the_folder_is_made(self, tmp_path: Path) -> None:
        fill(tmp_path / "a" / "b" / "store.db")

        assert (tmp_path / "a" / "b" / "store.db").is_file()

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("not a folder")

        with pytest.raises(StoreUnavailableError, match="file"):
            SqliteStore(SqliteFile(tmp_path / "file" / "store.db"))

    def test_a_folder_in_place_of_the_file_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=str(tmp_path)):
            SqliteStore(SqliteFile(tmp_path))

    @pytest.mark.parametrize(("create", "read_only"), [(False, False), (False, True), (True, True)])
    def test_a_missing_file_is_made_only_when_asked(
        self, path: Path, *, create: bool, read_only: bool
    ) -> None:
        with pytest.raises(NotAStoreError, match="文件不存在"):
            open_store(f"sqlite:///{path}", create=create, read_only=read_only)

        assert not path.exists()

    def test_an_empty_file_becomes_a_store(self, path: Path) -> None:
        path.touch()

        fill(path)

    def test_an_empty_file_is_left_alone_unless_asked(self, path: Path) -> None:
        path.touch()

        with pytest.raises(NotAStoreError) as caught:
            open_store(f"sqlite:///{path}", create=False)

        assert "the file is empty" in caught.value.text("en")
        assert path.read_bytes() == b""

    def test_a_store_is_found_without_create(self, filled: Path) -> None:
        with open_store(f"sqlite:///{filled}", create=False) as store:
            assert store.load(seed(segment("frame"))).number == 2

    @pytest.mark.parametrize("read_only", [False, True])
    @pytest.mark.parametrize("content", [b"a text\n", b"x" * 5000, "链图".encode() * 2000])
    def test_a_file_that_is_no_database_is_refused_and_kept(
        self, path: Path, content: bytes, *, read_only: bool
    ) -> None:
        path.write_bytes(content)

        with pytest.raises(NotAStoreError):
            open_store(f"sqlite:///{path}", read_only=read_only)

        assert path.read_bytes() == content

    @pytest.mark.parametrize("application", [0, 0x47504B47])
    def test_another_program_s_database_is_refused_and_kept(
        self, path: Path, application: int
    ) -> None:
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE versions (x)")
        other.execute(f"PRAGMA application_id = {application}")
        other.close()
        before = path.read_bytes()

        with pytest.raises(NotAStoreError, match="另一程序的数据库"):
            open_store(f"sqlite:///{path}")

        assert path.read_bytes() == before

    def test_an_empty_database_of_another_program_is_refused(self, path: Path) -> None:
        other = sqlite3.connect(path)
        other.execute("PRAGMA application_id = 1196444487")
        other.close()

        with pytest.raises(NotAStoreError):
            open_store(f"sqlite:///{path}")

    def test_a_newer_store_is_refused_and_kept(self, filled: Path) -> None:
        other = sqlite3.connect(filled)
        other.execute("PRAGMA user_version = 9")
        other.close()
        before = filled.read_bytes()

        with pytest.raises(NewerStoreError) as caught:
            open_store(f"sqlite:///{filled}")

        assert (caught.value.details["found"], caught.value.details["supported"]) == (9, 4)
        assert filled.read_bytes() == before

    @pytest.mark.parametrize("cut", [100, 4096, 6000, 20000])
    def test_a_store_that_was_cut_short_is_told(self, filled: Path, cut: int) -> None:
        filled.write_bytes(filled.read_bytes()[:cut])

        with pytest.raises(StoreError), open_store(f"sqlite:///{filled}") as store:
            store.read("demo")

    def test_a_file_taken_away_while_open_loses_no_other_file(self, filled: Path) -> None:
        with open_store(f"sqlite:///{filled}") as store:
            filled.unlink()
            assert list(store.read("demo").segments) == ["bike"]

    @pytest.mark.parametrize("how", ["deleted", "replaced", "moved"])
    def test_nothing_is_written_into_a_file_that_is_no_longer_there(
        self, filled: Path, how: str
    ) -> None:
        with open_store(f"sqlite:///{filled}") as store:
            store.load(seed(segment("frame")))
            take_away(filled, how)
            with pytest.raises(StoreUnavailableError) as caught:
                store.report("demo", [segment("saddle")], by="王工", note="报")

        assert "moved, deleted or replaced" in caught.value.text("en")
        if how == "replaced":
            with open_store(f"sqlite:///{filled}") as store:
                assert store.current("demo").number == 1

    @pytest.mark.parametrize("how", ["deleted", "replaced", "log deleted"])
    def test_a_write_is_not_acknowledged_where_the_file_goes_meanwhile(
        self, filled: Path, how: str
    ) -> None:
        def on_statement(statement: str) -> None:
            if statement == "COMMIT":
                take_away(filled, how)

        store = SqliteStore(SqliteFile(filled, on_statement=on_statement))
        with store, pytest.raises(StoreUnavailableError) as caught:
            store.load(seed(segment("frame")))

        assert "was not saved" in caught.value.text("en")

    def test_a_copy_that_sqlite_made_is_written_ahead_like_any_store(
        self, filled: Path, path: Path
    ) -> None:
        copy = path.with_name("copy.db")
        with closing(sqlite3.connect(filled)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
            assert journal(copy) == "delete"

        with open_store(f"sqlite:///{copy}", read_only=True) as store:
            store.current("demo")
        assert journal(copy) == "delete"
        with open_store(f"sqlite:///{copy}") as store:
            store.load(seed(segment("frame")))

        assert journal(copy) == "wal"


def journal(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def take_away(path: Path, how: str) -> None:
    if how == "log deleted":
        Path(f"{path}-wal").unlink()
        return
    if how == "moved":
        path.rename(path.with_name("elsewhere.db"))
        return
    path.unlink()
    for helper in ("-wal", "-shm"):
        Path(f"{path}{helper}").unlink(missing_ok=True)
    if how == "replaced":
        fill(path)


class TestReadOnly:
    def test_a_store_opened_for_reading_refuses_to_be_written(self, filled: Path) -> None:
        before = filled.read_bytes()

        with open_store(f"sqlite:///{filled}", read_only=True) as store:
            expect_reads_only(store)

        assert filled.read_bytes() == before

    def test_a_file_without_the_right_to_write_is_read(self, common: Path) -> None:
        fill(common / "store.db")
        (common / "store.db").chmod(0o444)

        assert run_in_child(lambda: expect_reads_only_as_nobody(common / "store.db")) == 0

    def test_a_folder_without_the_right_to_write_is_read(self, common: Path) -> None:
        fill(common / "store.db")
        (common / "store.db").chmod(0o666)
        common.chmod(0o555)

        assert run_in_child(lambda: expect_reads_only_as_nobody(common / "store.db")) == 0

    def test_what_a_killed_process_left_in_the_log_is_read_without_rights(
        self, common: Path
    ) -> None:
        leave_a_log(common / "store.db")

        def expect_frame() -> None:
            give_up_rights()
            with open_store(f"sqlite:///{common}/store.db") as store:
                assert store.current("demo").number == 2
                assert list(store.read("demo").segments) == ["frame"]

        common.chmod(0o555)
        assert run_in_child(expect_frame) == 0

    def test_a_log_that_cannot_be_read_along_is_told_and_not_passed_over(
        self, common: Path
    ) -> None:
        leave_a_log(common / "store.db")

        def expect_refusal() -> None:
            give_up_rights()
            with pytest.raises(StoreUnavailableError):
                open_store(f"sqlite:///{common}/store.db")

        (common / "store.db-shm").unlink()
        common.chmod(0o555)
        assert run_in_child(expect_refusal) == 0

    def test_a_store_that_must_not_be_read_is_told(self, common: Path) -> None:
        fill(common / "store.db")
        (common / "store.db").chmod(0)

        def expect_refusal() -> None:
            give_up_rights()
            with pytest.raises(StoreUnavailableError):
                open_store(f"sqlite:///{common}/store.db")

        assert run_in_child(expect_refusal) == 0

    def test_a_folder_that_must_not_be_written_gets_no_store(self, common: Path) -> None:
        common.chmod(0o555)

        def expect_refusal() -> None:
            give_up_rights()
            for name in ("store.db", "folder/store.db"):
                with pytest.raises(StoreUnavailableError, match="Permission denied"):
                    open_store(f"sqlite:///{common}/{name}")

        assert run_in_child(expect_refusal) == 0

    def test_a_reader_without_rights_notices_another_s_load(self, common: Path) -> None:
        path = common / "store.db"
        fill(path)
        path.chmod(0o644)
        common.chmod(0o755)
        asked, loaded = os.pipe(), os.pipe()

        def watch() -> None:
            give_up_rights()
            with open_store(f"sqlite:///{path}", read_only=True) as store:
                assert store.current("demo").number == 1
                os.write(asked[1], b"!")
                os.read(loaded[0], 1)
                assert store.current("demo").number == 2
                assert list(store.read("demo").segments) == ["frame"]

        watcher = start_child(watch)
        os.read(asked[0], 1)
        with open_store(f"sqlite:///{path}") as store:
            store.load(seed(segment("frame")))
        os.write(loaded[1], b"!")

        assert wait_for(watcher) == 0


def leave_a_log(path: Path) -> None:
    """Leave the second version in the log alone, as a process does that is killed."""

    def load_and_die() -> None:
        SqliteStore(SqliteFile(path)).load(seed(segment("frame")))
        os.kill(os.getpid(), signal.SIGKILL)

    fill(path)
    assert run_in_child(load_and_die) == -signal.SIGKILL
    assert Path(f"{path}-wal").stat().st_size > 0


def expect_reads_only(store: GraphStore) -> None:
    assert list(store.read("demo").segments) == ["bike"]
    assert [hit.id for hit in store.search("demo", "bik")] == ["bike"]
    with pytest.raises(StoreReadOnlyError):
        store.load(seed(segment("frame")))
    with pytest.raises(StoreReadOnlyError):
        store.report("demo", [segment("frame")], by="王工", note="报")
    with pytest.raises(StoreReadOnlyError):
        store.withdraw("demo", [("segment", "frame")], by="王工", note="撤")
    assert store.current("demo").number == 1


def expect_reads_only_as_nobody(path: Path) -> None:
    give_up_rights()
    for read_only in (False, True):
        with open_store(f"sqlite:///{path}", read_only=read_only) as store:
            expect_reads_only(store)
