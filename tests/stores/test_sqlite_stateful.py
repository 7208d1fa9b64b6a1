"""Random writes leave the SQLite store equal to the model."""

import tempfile
from itertools import count
from pathlib import Path

from hypothesis import settings

from graph.store import GraphStore, open_store
from tests.stores.stateful import StoreMachine


class SqliteMachine(StoreMachine):
    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.numbers = count(1)
        super().__init__()

    def open(self) -> GraphStore:
        path = Path(self.folder.name) / f"{next(self.numbers)}.db"
        return open_store(f"sqlite:///{path}")

    def teardown(self) -> None:
        with self.folder:
            super().teardown()


TestSqliteMachine = SqliteMachine.TestCase
TestSqliteMachine.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
