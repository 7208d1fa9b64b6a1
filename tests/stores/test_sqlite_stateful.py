"""Random writes leave the SQLite store equal to the model."""

import tempfile
from pathlib import Path

from hypothesis import settings

from graph.store import GraphStore, open_store
from tests.stores.stateful import StoreMachine


class SqliteMachine(StoreMachine):
    def open(self) -> GraphStore:
        self.folder = tempfile.TemporaryDirectory()
        return open_store(f"sqlite:///{Path(self.folder.name)}/store.db")

    def teardown(self) -> None:
        with self.folder:
            super().teardown()


TestSqliteMachine = SqliteMachine.TestCase
TestSqliteMachine.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
