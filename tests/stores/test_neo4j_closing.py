"""A store is closed while another thread is in the middle of a write: it is told, and ends."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import StoreUnavailableError
from graph.store.neo4j import Neo4jStore
from tests.patience import PATIENCE
from tests.stores.neo4j_database import Database
from tests.support import enterprise, seed, segment

FIRMS = [enterprise(f"firm_{number}") for number in range(400)]


def ended(work: Callable[[], object], begun: threading.Event, close: Callable[[], None]) -> str:
    """What a thread that works without end is told once the store is closed under it."""
    told: list[str] = []

    def run() -> None:
        try:
            while True:
                work()
        except StoreUnavailableError as error:
            told.append(error.text("en"))

    thread = threading.Thread(target=run)
    thread.start()
    assert begun.wait(PATIENCE)
    close()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    return told[0]


@pytest.mark.parametrize("statements", range(1, 25))
def test_a_thread_that_writes_is_told_and_leaves_nothing_half(
    neo4j_database: Database, statements: int
) -> None:
    with neo4j_database.empty_store() as store:
        store.load(seed(segment("bike")))
    enough, left = threading.Event(), [statements]

    def on_statement(_statement: str) -> None:
        left[0] -= 1
        if left[0] <= 0:
            enough.set()

    closing = Neo4jStore(replace(neo4j_database.server, on_statement=on_statement))

    def write() -> None:
        closing.report("demo", FIRMS, by="王工", note="导入")
        closing.withdraw("demo", [("enterprise", each.id) for each in FIRMS], by="", note="")

    assert "it is closed" in ended(write, enough, closing.close)
    with Neo4jStore(neo4j_database.server) as store:
        assert len(store.reported("demo")) in {0, len(FIRMS)}
