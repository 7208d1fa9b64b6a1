"""A store with the demo, and the file of its tokens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import filled


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with filled(tmp_path, "demo") as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "tokens.json"


@pytest.fixture
def tokens(file: Path) -> Tokens:
    return Tokens(file)
