"""The Neo4j store keeps the contract, on a real server."""

from collections.abc import Iterator

import pytest

from graph.store import GraphStore
from tests.stores.contract import StoreContract
from tests.stores.neo4j_database import Database


class TestNeo4jStore(StoreContract):
    @pytest.fixture
    def store(self, neo4j_database: Database) -> Iterator[GraphStore]:
        with neo4j_database.empty_store() as store:
            yield store
