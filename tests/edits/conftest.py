"""Editors of the demo, whose answers are worked out by hand in its dataset.yaml."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.http.conftest import client_of, store

__all__ = ["store"]


@pytest.fixture
def editor(store: GraphStore, tmp_path: Path) -> TestClient:
    return client_of("editor", store, tmp_path)


@pytest.fixture
def other(store: GraphStore, tmp_path: Path) -> TestClient:
    return client_of("editor", store, tmp_path, "李工")
