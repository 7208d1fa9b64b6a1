"""An import that is killed on its way to a server leaves the old state or the new one there."""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from api.imports.applying import apply
from graph.store import neo4j_statements as cypher
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_connection import Neo4jServer
from tests.imports.tables import FACTS
from tests.imports.test_crash import OLD, import_of, prepared
from tests.stores.neo4j_database import Database
from tests.stores.processes import run_in_child
from tests.support import dataset, seed


def points_of(server: Neo4jServer) -> list[int]:
    """The statements of an import before which it may die: before each transaction, and before and
    after the last step."""
    said: list[str] = []
    with Neo4jStore(server) as reading:
        found = prepared(reading)
    with Neo4jStore(replace(server, on_statement=said.append)) as writing:
        apply(writing, found)
    starts = [number for number, each in enumerate(said) if each in {cypher.LOCK_NEW, cypher.LOCK}]
    last = said.index(cypher.MOVE_CURRENT)
    return [*starts, last, last + 1]


def dying_import(server: Neo4jServer, number: int) -> Callable[[], None]:
    """An import that is killed before the statement of this number."""

    def work() -> None:
        left = count(number, -1)

        def watch(statement: str) -> None:
            del statement
            if next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        with Neo4jStore(server) as reading:
            found = prepared(reading)
        with Neo4jStore(replace(server, on_statement=watch)) as writing:
            apply(writing, found)

    return work


def test_an_import_killed_at_many_points_leaves_old_or_new(neo4j_database: Database) -> None:
    server = replace(neo4j_database.server, lease_seconds=0.3)
    neo4j_database.wipe()
    with Neo4jStore(server) as store:
        store.load(seed(*FACTS.records(), dataset=dataset("demo")))
        apply(store, import_of(store, OLD))
        before, archive = store.reported("demo"), store.archive("demo")
        points = points_of(server)
        after = store.reported("demo")
        for number in points:
            neo4j_database.wipe()
            store.restore(archive)
            assert run_in_child(dying_import(server, number)) != 0
            assert store.reported("demo") in (before, after)
            apply(store, prepared(store))
            assert store.reported("demo") == after

        assert store.reported("demo") == after
        assert store.current("demo").number == archive.states[-1][0].number + 1

    assert before != after
    assert len(points) > 5
