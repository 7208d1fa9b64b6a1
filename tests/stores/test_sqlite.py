"""The SQLite store keeps the contract, and tells apart what it can be given as a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import GraphStore, open_store
from tests.stores.contract import StoreContract


class TestSqliteStore(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[GraphStore]:
        with open_store(f"sqlite:///{tmp_path}/store.db") as store:
            yield store
