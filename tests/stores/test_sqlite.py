"""The SQLite store keeps the contract."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreBusyError, StoreUnavailableError
from graph.model import Facts
from graph.store import GraphStore, Version, open_store
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.patience import PATIENCE
from tests.stores.contract import StoreContract
from tests.stores.processes import run_in_child, start_child, wait_for
from tests.stores.supplied import lattice
from tests.support import chain, enterprise, group, industry, makes, region, seed, segment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def store(path: Path) -> Iterator[GraphStore]:
    with open_store(f"sqlite:///{path}") as store:
        yield store


class TestSqliteStore(StoreContract):
    def test_a_write_that_fails_half_way_leaves_everything_as_it_was(
        self, store: GraphStore, path: Path
    ) -> None:
        store.load(seed(segment("bike"), segment("bell")))
        before = store.read("demo")
        refuse_the_name("frame", path)

        with pytest.raises(StoreUnavailableError, match="not this one"):
            store.load(seed(segment("bike", name="自行车"), segment("frame")))

        assert store.current("demo").number == 1
        assert store.read("demo") == before
        assert store.search("demo", "自行车") == ()
        assert store.load(seed(segment("tyre"))).number == 2

    def test_other_processes_see_nothing_of_a_write_that_failed(
        self, store: GraphStore, path: Path
    ) -> None:
        store.load(seed(segment("bike")))
        refuse_the_name("frame", path)
        with pytest.raises(StoreUnavailableError):
            store.load(seed(segment("frame")))

        assert run_in_child(lambda: expect_segments(path, "bike")) == 0


class TestQuestions:
    def test_paths_are_not_looked_for_beyond_the_limit(self, store: GraphStore) -> None:
        lattice(store, 60)  # 2 to the power of 60 paths

        found = store.path("demo", "start", "end", limit=3)

        assert [each[-3:] for each in found] == [
            ("s58_a", "s59_a", "end"),
            ("s58_a", "s59_b", "end"),
            ("s58_b", "s59_a", "end"),
        ]

    def test_a_question_after_a_write_in_the_middle_of_another_question_sees_it(
        self, path: Path
    ) -> None:
        load_segments(path, "bike", "frame")
        written: list[Version] = []

        def write_meanwhile(statement: str) -> None:
            if "json_each" in statement and not written:
                with SqliteStore(SqliteFile(path)) as other:
                    written.append(
                        other.report("demo", [group("bike", "frame")], by="王工", note="报")
                    )

        with SqliteStore(SqliteFile(path, on_statement=write_meanwhile)) as store:
            assert len(store.closure("demo", "bike")) <= 1  # as it was before, or is after
            assert [each.number for each in written] == [2]
            assert [each.id for each in store.closure("demo", "bike")] == ["frame"]

    def test_questions_leave_nothing_in_the_file(self, store: GraphStore, path: Path) -> None:
        lattice(store, 3)
        before = path.read_bytes(), Path(f"{path}-wal").read_bytes()

        for _ in range(2):
            assert len(store.closure("demo", "end")) == 7
            assert len(store.neighbourhood("demo", "end", hops=9)) == 8
            assert len(store.path("demo", "start", "end", limit=2)) == 2

        assert (path.read_bytes(), Path(f"{path}-wal").read_bytes()) == before


class TestReading:
    def test_a_record_that_did_not_change_is_made_once(self, store: GraphStore) -> None:
        store.load(seed(segment("bike"), segment("frame")))
        before = store.read("demo")
        store.report("demo", [segment("frame", name="车架")], by="王工", note="报")

        after = store.read("demo")

        assert after.segments["bike"] is before.segments["bike"]
        assert after.segments["frame"].name == "车架"
        assert store.read("demo", 1) == before

    def test_a_row_that_another_program_wrote_over_is_read_again(
        self, store: GraphStore, path: Path
    ) -> None:
        store.load(seed(segment("bike")))
        assert store.read("demo").segments["bike"].name != "车"
        other = sqlite3.connect(path)
        body = segment("bike", name="车").model_dump_json()
        other.execute("UPDATE records SET body = ? WHERE id = 'bike'", [body])
        other.commit()
        other.close()

        assert store.read("demo").segments["bike"].name == "车"


class TestOtherProcesses:
    def test_another_process_reads_what_was_written(self, path: Path) -> None:
        with SqliteStore(SqliteFile(path)) as store:
            store.load(seed(segment("bike")))

        assert run_in_child(lambda: expect_segments(path, "bike")) == 0

    def test_an_open_store_notices_the_load_of_another_process(self, path: Path) -> None:
        load_segments(path, "bike")
        with SqliteStore(SqliteFile(path)) as store:
            assert list(store.read("demo").segments) == ["bike"]
            assert wait_for(start_child(lambda: load_segments(path, "frame"))) == 0
            assert store.current("demo").number == 2
            assert list(store.read("demo").segments) == ["frame"]
            assert list(store.read("demo", 1).segments) == ["bike"]

    def test_reads_go_on_and_writes_wait_while_another_process_writes(self, path: Path) -> None:
        load_segments(path, "bike")
        with locked_by_another(path), SqliteStore(SqliteFile(path, busy_seconds=0.1)) as store:
            assert list(store.read("demo").segments) == ["bike"]
            assert [hit.id for hit in store.search("demo", "bike")] == ["bike"]
            with pytest.raises(StoreBusyError):
                store.load(seed(segment("frame")))
            with pytest.raises(StoreBusyError):
                store.report("demo", [segment("frame")], by="王工", note="报")

    def test_a_write_succeeds_once_the_other_process_is_done(self, path: Path) -> None:
        load_segments(path, "bike")
        with (
            locked_by_another(path) as other,
            SqliteStore(SqliteFile(path, busy_seconds=0.1)) as store,
        ):
            with pytest.raises(StoreBusyError):
                store.load(seed(segment("frame")))
            other.execute("ROLLBACK")
            assert store.load(seed(segment("frame"))).number == 2

    def test_a_reader_in_the_middle_of_reading_holds_no_write_up(self, path: Path) -> None:
        load_segments(path, "bike")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN")
        assert other.execute("SELECT count(*) FROM records").fetchone() == (1,)

        with SqliteStore(SqliteFile(path, busy_seconds=0.1)) as store:
            assert store.load(seed(segment("bike"), segment("frame"))).number == 2

        assert other.execute("SELECT count(*) FROM records").fetchone() == (1,)
        other.close()

    def test_one_version_is_read_whole_while_others_are_written(self, path: Path) -> None:
        load_segments(path, *GENERATION_0)
        writer = start_child(lambda: load_generations(path))

        with SqliteStore(SqliteFile(path)) as store:
            seen = [store.read("demo") for _ in until_gone(writer)]
            seen.append(store.read("demo"))

        assert seen[-1].version == GENERATIONS
        assert all(is_one_generation(facts) for facts in seen)
        assert [facts.version for facts in seen] == sorted(facts.version for facts in seen)

    def test_an_archive_is_of_one_moment_though_another_writes_meanwhile(self, path: Path) -> None:
        load_segments(path, "bike", "bell")
        written: list[Version] = []

        def write_meanwhile(statement: str) -> None:
            if "FROM records" in statement and not written:
                with SqliteStore(SqliteFile(path)) as other:
                    written.append(other.load(seed(segment("bike"), segment("frame"))))

        with SqliteStore(SqliteFile(path, on_statement=write_meanwhile)) as store:
            found = store.archive("demo")

        assert [each.number for each in written] == [2]
        assert [version.number for version, _ in found.states] == [1]
        assert [(row.record.id, row.until) for row in found.records] == [
            ("bell", None),
            ("bike", None),
        ]

    def test_processes_that_write_at_once_lose_nothing(self, path: Path) -> None:
        load_segments(path, "bike")

        reporters = [start_child(reporter(path, f"firm{number}")) for number in range(4)]

        assert [wait_for(each) for each in reporters] == [0] * 4
        with SqliteStore(SqliteFile(path)) as store:
            assert store.current("demo").number == 1 + 4 * 5
            assert len(store.reported("demo")) == 4 * 5

    def test_processes_that_create_the_store_at_once_agree(self, path: Path) -> None:
        creators = [start_child(lambda: load_segments(path, "bike")) for _ in range(6)]

        assert [wait_for(each) for each in creators] == [0] * 6
        with SqliteStore(SqliteFile(path)) as store:
            assert store.current("demo").number == 1


class TestThreads:
    def test_threads_read_and_write_side_by_side(self, path: Path) -> None:
        with SqliteStore(SqliteFile(path)) as store:
            store.load(seed(industry(), chain(), region(), segment("frame")))

            def report(number: int) -> int:
                name = f"firm{number}"
                made = enterprise(name), makes(name, "frame")
                store.report("demo", made, by="王工", note="报")
                return len(store.read("demo").makes)

            with ThreadPoolExecutor(8) as pool:
                counts = list(pool.map(report, range(40)))

            assert store.current("demo").number == 41
            assert len(store.read("demo").makes) == 40
            assert max(counts) == 40

    def test_threads_that_ended_leave_no_files_open(self, path: Path) -> None:
        with SqliteStore(SqliteFile(path)) as store:
            before = len(list(Path("/dev/fd").iterdir()))
            for _ in range(20):
                thread = threading.Thread(target=store.ping)
                thread.start()
                thread.join()

            assert (
                len(list(Path("/dev/fd").iterdir())) <= before + 3
            )  # one connection: file, log, index

    def test_closing_closes_the_connections_of_all_threads(self, path: Path) -> None:
        store = SqliteStore(SqliteFile(path))
        asked, closed = threading.Event(), threading.Event()
        refused: list[bool] = []

        def ask() -> None:
            store.ping()
            asked.set()
            closed.wait(PATIENCE)
            try:
                store.ping()
            except StoreUnavailableError:
                refused.append(True)

        thread = threading.Thread(target=ask)
        thread.start()
        asked.wait(PATIENCE)
        store.close()
        closed.set()
        thread.join()

        assert refused == [True]
        assert not Path(f"{path}-wal").exists()  # the last connection takes it away

    def test_a_closed_store_says_so(self, path: Path) -> None:
        store = SqliteStore(SqliteFile(path))
        store.close()
        store.close()

        with pytest.raises(StoreUnavailableError, match="已关闭") as caught:
            store.datasets()

        assert caught.value.text("en") == f"store sqlite:///{path} cannot be used: it is closed"


GENERATIONS = 30
GENERATION_0 = tuple(f"old{number}" for number in range(20))


@contextmanager
def locked_by_another(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of a write."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def refuse_the_name(name: str, path: Path) -> None:
    """Let the file itself refuse a name, late in a load."""
    other = sqlite3.connect(path)
    other.execute(
        f"CREATE TRIGGER refuse BEFORE INSERT ON names WHEN NEW.text = '{name}'"
        " BEGIN SELECT RAISE(ABORT, 'not this one'); END"
    )
    other.close()


def load_segments(path: Path, *names: str) -> None:
    with SqliteStore(SqliteFile(path)) as store:
        store.load(seed(*(segment(name) for name in names)))


def load_generations(path: Path) -> None:
    """All names change at once, in each version but the first."""
    with SqliteStore(SqliteFile(path)) as store:
        for generation in range(1, GENERATIONS):
            names = [f"new{generation}_{number}" for number in range(20)]
            store.load(seed(*(segment(name) for name in names)))


def is_one_generation(facts: Facts) -> bool:
    generation = facts.version - 1
    prefix = f"new{generation}_" if generation else "old"
    return set(facts.segments) == {f"{prefix}{number}" for number in range(20)}


def until_gone(child: int) -> Iterator[None]:
    """Yield until the process `child` has ended, which has to be well."""
    while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
        yield
    assert ended == (child, 0)


def reporter(path: Path, firm: str) -> Callable[[], None]:
    def report() -> None:
        with SqliteStore(SqliteFile(path)) as store:
            for number in range(5):
                store.report("demo", [enterprise(f"{firm}_{number}")], by=firm, note="报")

    return report


def expect_segments(path: Path, *names: str) -> None:
    with SqliteStore(SqliteFile(path)) as store:
        assert list(store.read("demo").segments) == sorted(names)
