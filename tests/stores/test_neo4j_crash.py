"""Whoever dies in the middle of a load, server or loader, the old version is there, whole."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from graph.errors import StoreBusyError, StoreUnavailableError
from graph.model import InputGroup, Seed, Segment
from graph.store import GraphStore
from graph.store import neo4j_statements as cypher
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_connection import Neo4jServer
from graph.store.neo4j_drawing import node
from tests.patience import PATIENCE
from tests.stores.neo4j_database import Database
from tests.stores.neo4j_server import Server, VirtualMachine
from tests.stores.processes import run_in_child, start_child, wait_for
from tests.support import dataset, enterprise, group, makes, seed, segment

OLD = seed(segment("bike"), segment("bell"), group("bike", "bell"), enterprise("acme"))
NEW = seed(
    segment("bike", name="自行车"), segment("frame"), group("bike", "frame"), makes("acme", "frame")
)


@pytest.fixture
def store(neo4j_database: Database) -> Iterator[GraphStore]:
    neo4j_database.wipe()
    with Neo4jStore(quick(neo4j_database.server)) as store:
        yield store


def test_a_server_killed_in_a_load_answers_with_the_old_version(
    tmp_path: Path, virtual_machine: VirtualMachine
) -> None:
    # One death in two loads: with rows to come and a drawing beside; within the transaction that
    # patches the one there is.
    kinds = (("demo", "CREATE (n:Segment:Drawn", 3), ("west", cypher.MOVE_CURRENT, 20_000))
    server = Server(tmp_path / "neo4j")
    with VirtualMachine() as dying:
        database = Database(server.start(dying).uri)
        with database.store() as store:
            for name, _, _ in kinds:
                store.load(called(OLD, name))
        act = dying.kill
        for kind in kinds:
            act = partial(die_in_a_load, quick(database.server), act, *kind)
        act()

    server.start(virtual_machine)
    until_it_answers(database)
    with Neo4jStore(quick(database.server)) as store:
        for name, _, _ in kinds:
            expect(store, called(OLD, name))
            store.load(called(NEW, name))
            expect(store, called(NEW, name))
    expect_nothing_is_left(database, datasets=2)
    database.close()
    server.stop()


def die_in_a_load(
    server: Neo4jServer, die: Callable[[], None], name: str, statement: str, batch: int
) -> None:
    """Load, and before this statement let the server die."""
    address = replace(server.address, timeout=1.0)
    killer = before(statement, 1, die)
    server = replace(server, address=address, on_statement=killer, batch=batch)
    with pytest.raises(StoreUnavailableError), Neo4jStore(server) as dying:
        dying.load(called(NEW, name))


def called(found: Seed, name: str) -> Seed:
    """The same of a dataset of this name."""
    return replace(found, dataset=dataset(name))


@pytest.mark.parametrize(("batch", "fewest"), [(20_000, 5), (4, 8)], ids=["patched", "whole"])
def test_a_loader_killed_in_or_after_any_transaction_leaves_the_old_version(
    neo4j_database: Database, store: GraphStore, batch: int, fewest: int
) -> None:
    store.load(OLD)
    server = replace(quick(neo4j_database.server), batch=batch)
    points = points_of(server)
    assert len(points) >= fewest
    store.load(OLD)
    for number in points:
        assert run_in_child(dying_loader(server, NEW, number)) != 0
        # The last step was made, or it was not: never a part of it.
        seen = NEW if "frame" in store.read("demo").segments else OLD
        expect(store, seen)
        store.load(NEW)
        expect(store, NEW)
        expect_nothing_is_left(neo4j_database)
        store.load(OLD)
        expect(store, OLD)


def test_a_loader_taken_for_dead_writes_nothing_more(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(OLD)

    def overtaken() -> None:
        time.sleep(0.5)  # longer than the lease
        assert store.load(seed(segment("other"))).number == 2

    # Between two transactions: within one, the lock of the lease keeps others away.
    watch = before(cypher.LOCK, 4, overtaken)
    server = replace(quick(neo4j_database.server), on_statement=watch)
    with Neo4jStore(server) as late, pytest.raises(StoreBusyError):
        late.load(NEW)

    expect(store, seed(segment("other")))
    assert store.load(NEW).number == 3
    expect(store, NEW)
    expect_nothing_is_left(neo4j_database)


def test_a_second_writer_waits_and_then_is_told(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(OLD)
    started, done = threading.Event(), threading.Event()

    def wait() -> None:
        started.set()
        done.wait(PATIENCE)

    slow = replace(neo4j_database.server, on_statement=before(node("Evidence"), 1, wait))

    def load() -> None:
        with Neo4jStore(slow) as first:
            first.load(NEW)

    thread = threading.Thread(target=load)
    thread.start()
    assert started.wait(PATIENCE)
    try:
        impatient = replace(neo4j_database.server, busy_seconds=0.5)
        with Neo4jStore(impatient) as second, pytest.raises(StoreBusyError):
            second.load(OLD)
        expect(store, OLD)
    finally:
        done.set()
        thread.join()

    expect(store, NEW)
    assert store.load(OLD).number == 3


def test_writers_in_two_processes_lose_nothing(neo4j_database: Database, store: GraphStore) -> None:
    store.load(seed(segment("bike")))

    def reporter(firm: str) -> Callable[[], None]:
        def report() -> None:
            with Neo4jStore(neo4j_database.server) as mine:
                for number in range(5):
                    mine.report("demo", [enterprise(f"{firm}_{number}")], by=firm, note="报")

        return report

    children = [start_child(reporter(firm)) for firm in ("acme", "zeta")]

    assert [wait_for(child) for child in children] == [0, 0]
    assert store.current("demo").number == 11
    assert len(store.read("demo").enterprises) == 10


def test_readers_see_a_version_whole_while_others_are_loaded(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(generation(0))

    def load_generations() -> None:
        with Neo4jStore(replace(neo4j_database.server, batch=10)) as mine:
            for number in range(1, 6):
                mine.load(generation(number))

    child = start_child(load_generations)
    reads = 0
    while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
        facts = store.read("demo")
        assert set(facts.segments) == names(facts.version - 1)
        found = {hit.id for hit in store.search("demo", "gen", limit=50)}
        assert any(found == names(number) for number in range(6))
        upstream = {row.id for row in store.closure("demo", "end")}
        assert any(upstream == names(number) - {"end"} for number in range(6))
        around = {node.id for node in store.neighbourhood("demo", "end", hops=2)}
        assert any(around == names(number) for number in range(6))
        reads += 1

    assert ended == (child, 0)
    assert reads > 3
    expect(store, generation(5))


def names(number: int) -> set[str]:
    return {"end", *(f"gen{number}_{each}" for each in range(20))}


def generation(number: int) -> Seed:
    """Twenty segments that the end takes, all of a new name."""
    parts = sorted(names(number) - {"end"})
    return seed(
        segment("end", name="gen end"),
        *map(segment, parts),
        *(group("end", each) for each in parts),
    )


def quick(server: Neo4jServer) -> Neo4jServer:
    """Many transactions, and a short wait for those that died."""
    return replace(server, batch=3, lease_seconds=0.3)


def before(statement: str, number: int, act: Callable[[], None]) -> Callable[[str], None]:
    """Do `act` once, before this statement, or part of one, runs for the time of this number."""
    left = [number]

    def watch(each: str) -> None:
        if statement in each:
            left[0] -= 1
            if left[0] == 0:
                act()

    return watch


def points_of(server: Neo4jServer) -> list[int]:
    """The statements of a load before which it may die: between any two transactions, and in that
    of the last step, before it and after it."""
    said: list[str] = []
    with Neo4jStore(replace(server, on_statement=said.append)) as store:
        store.load(NEW)
    starts = [number for number, each in enumerate(said) if each == cypher.LOCK]
    last = said.index(cypher.MOVE_CURRENT)
    return [*starts, last, last + 1]


def dying_loader(server: Neo4jServer, new: Seed, number: int) -> Callable[[], None]:
    """A load that is killed before the statement of this number."""

    def load() -> None:
        left = count(number, -1)

        def watch(statement: str) -> None:
            del statement
            if next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        with Neo4jStore(replace(server, on_statement=watch)) as store:
            store.load(new)

    return load


def until_it_answers(database: Database) -> None:
    """A server that has just started may take longer for its first answer than a store waits."""
    for _ in range(9):
        with suppress(StoreUnavailableError):
            Neo4jStore(database.server).close()
            return


def expect(store: GraphStore, found: Seed) -> None:
    """The store holds exactly this, and answers from it."""
    records = {*found.reference, *found.local}
    name = found.dataset.id
    assert set(store.read(name).records()) == records
    named = {each.id for each in records if isinstance(each, Segment)}
    assert {hit.id for hit in store.search(name, "b", types=["segment"])} <= named
    inputs = {m.segment for each in records if isinstance(each, InputGroup) for m in each.members}
    end = next(each.id for each in records if isinstance(each, Segment) and each.id not in inputs)
    assert {row.id for row in store.closure(name, end)} == inputs


def expect_nothing_is_left(database: Database, datasets: int = 1) -> None:
    """Every node belongs to a version that came."""
    for label, condition in (
        ("Stored", "n.since > d.newest OR n.until > d.newest"),
        ("Drawn", "n.version <> d.current"),
        ("Version", "n.number > d.newest"),
    ):
        statement = f"MATCH (d:Dataset) MATCH (n:{label} {{dataset: d.id}}) WHERE {condition}"
        assert database.ask(f"{statement} RETURN n") == []
    assert database.ask("MATCH (n:Name) WHERE NOT (n)-[:NAME_OF]->(:Stored) RETURN n") == []
    left = "MATCH (d:Dataset) RETURN d.writer AS writer, d.staged AS staged, d.moving AS moving"
    assert database.ask(left) == [{"writer": None, "staged": None, "moving": None}] * datasets
