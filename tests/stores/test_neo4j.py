"""The Neo4j store keeps the contract, on a real server."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.errors import UnknownNameError
from graph.store import GraphStore
from graph.store import neo4j_statements as cypher
from graph.store.neo4j import Neo4jStore
from tests.stores.contract import StoreContract
from tests.stores.neo4j_database import Database
from tests.support import dataset, group, seed, segment


class TestNeo4jStore(StoreContract):
    thinned = 6
    # In `test_neo4j_answers`, where the district is loaded anyway.
    test_the_shipped_district_is_answered_as_the_network_answers_it = None  # type: ignore[assignment]

    @pytest.fixture
    def store(self, neo4j_database: Database) -> Iterator[GraphStore]:
        with neo4j_database.empty_store(remember=False) as store:
            yield store

    def test_a_load_counts_nothing_of_another_dataset(self, store: GraphStore) -> None:
        store.load(seed(segment("bike"), dataset=dataset("east")))

        version = store.load(seed(segment("bell"), dataset=dataset("west")))
        again = store.load(seed(segment("frame"), dataset=dataset("west")))

        assert (version.added, version.removed) == (1, 0)
        assert (again.added, again.removed) == (1, 1)

    def test_datasets_of_one_age_do_not_supply_one_another(self, store: GraphStore) -> None:
        for name, part in (("east", "frame"), ("west", "wheel")):
            parts = map(segment, ("bike", "frame", "wheel"))
            store.load(seed(*parts, group("bike", part), dataset=dataset(name)))

        assert [row.id for row in store.closure("east", "bike")] == ["frame"]
        assert [row.id for row in store.closure("west", "bike")] == ["wheel"]

    def test_what_is_patched_is_seen_by_nobody_before(
        self, store: GraphStore, neo4j_database: Database
    ) -> None:
        self.expect_the_old_until_the_end(store, neo4j_database, batch=20_000)

    def test_what_is_staged_is_seen_by_nobody(
        self, store: GraphStore, neo4j_database: Database
    ) -> None:
        self.expect_the_old_until_the_end(store, neo4j_database, batch=5)

    def expect_the_old_until_the_end(
        self, store: GraphStore, neo4j_database: Database, *, batch: int
    ) -> None:
        parts = [*map(segment, ("bike", "frame", "ore"))]
        store.load(seed(*parts, segment("bell"), group("bike", "frame"), group("frame", "bell")))
        looked = []

        def look(statement: str) -> None:
            if statement == cypher.MOVE_CURRENT:
                expect_the_old(store)
                looked.append(statement)

        # All of it is other than before: names, what the bike takes, and one more segment.
        new = seed(
            *parts,
            segment("bell", name="铃铛"),
            segment("pedal"),
            group("bike", "ore"),
            group("bell", "bike"),
        )
        # Who reads the drawing waits while it is patched, unless the writer has died.
        server = replace(neo4j_database.server, on_statement=look, lease_seconds=0.1, batch=batch)
        with Neo4jStore(server) as writer:
            writer.load(new)

        assert looked == [cypher.MOVE_CURRENT]
        assert [row.id for row in store.closure("demo", "bell")] == ["bike", "ore"]
        assert [hit.id for hit in store.search("demo", "铃")] == ["bell"]


def expect_the_old(store: GraphStore) -> None:
    assert [each.name for each in store.read("demo").segments.values()] == [
        "bell",
        "bike",
        "frame",
        "ore",
    ]
    assert store.search("demo", "铃") == ()
    assert [row.id for row in store.closure("demo", "bike")] == ["frame", "bell"]
    near = store.neighbourhood("demo", "bike", hops=9)
    assert [node.id for node in near] == ["bike", "frame", "bell"]
    assert store.path("demo", "bell", "bike") == (("bell", "frame", "bike"),)
    assert store.path("demo", "ore", "bike") == ()
    for ask in (store.closure, store.neighbourhood):
        with pytest.raises(UnknownNameError):
            ask("demo", "pedal")
