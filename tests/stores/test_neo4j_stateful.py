"""Random writes leave the Neo4j store equal to the model, and to the SQLite store."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from graph.store import Archive, GraphStore
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.questions.random_graphs import random_facts
from tests.stores.neo4j_database import Database
from tests.stores.stateful import StoreMachine
from tests.support import seed


def test_random_writes_leave_the_store_equal_to_the_model(neo4j_database: Database) -> None:
    class Neo4jMachine(StoreMachine):
        def open(self) -> GraphStore:
            return neo4j_database.empty_store()

    few = settings(max_examples=6, stateful_step_count=8, deadline=None)
    run_state_machine_as_test(Neo4jMachine, settings=few)


@pytest.mark.parametrize("number", range(3))
def test_random_writes_leave_both_stores_equal(
    neo4j_database: Database, tmp_path: Path, number: int
) -> None:
    with (
        neo4j_database.empty_store() as ours,
        SqliteStore(SqliteFile(tmp_path / "store.db")) as theirs,
    ):
        for store in (ours, theirs):
            write(store, Random(number))  # noqa: S311 - a test, no secret

        assert without_times(ours.archive("demo")) == without_times(theirs.archive("demo"))
        for each in theirs.read("demo").segments:
            assert ours.closure("demo", each) == theirs.closure("demo", each)
            assert ours.neighbourhood("demo", each, hops=3) == theirs.neighbourhood(
                "demo", each, hops=3
            )
            assert ours.search("demo", each[:2]) == theirs.search("demo", each[:2])


def write(store: GraphStore, dice: Random) -> None:
    """Five loads, each with a report and a withdrawal after it."""
    for _ in range(5):
        records = list(random_facts(dice.randrange(1000)).records())
        dice.shuffle(records)
        half = len(records) // 2
        store.load(seed(*records[half:]))
        store.report("demo", records[:half], by="王工", note="报")
        gone = [(each.type, each.id) for each in records[: half // 2]]
        store.withdraw("demo", gone, by="王工", note="撤")


def without_times(archive: Archive) -> Archive:
    states = tuple((replace(version, at=""), about) for version, about in archive.states)
    return replace(archive, states=states)
