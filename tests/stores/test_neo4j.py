"""The Neo4j store keeps the contract, on a real server."""

from collections.abc import Iterator

import pytest

from graph.store import SupplyStore
from tests.stores.contract import StoreContract, SupplyContract
from tests.stores.neo4j_database import Database


class TestNeo4jStore(StoreContract, SupplyContract):
    @pytest.fixture
    def store(self, neo4j_database: Database) -> Iterator[SupplyStore]:
        with neo4j_database.empty_store() as store:
            yield store
