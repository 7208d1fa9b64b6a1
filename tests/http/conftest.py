"""Clients of real applications over real stores: the demo, and the shipped dataset."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.auth.roles import AccessRole
from api.auth.tokens import Tokens
from api.http.app import create_app
from api.settings import Settings
from graph.store import GraphStore, open_store
from tests import templates


def application(store: GraphStore, **settings: object) -> FastAPI:
    return create_app(Settings(store.uri, **settings), store)  # type: ignore[arg-type] # by name


def client_of(
    role: AccessRole, store: GraphStore, folder: Path, name: str = "王工", **settings: object
) -> TestClient:
    """A client whose requests carry a new token of this role; the tokens lie in `folder`."""
    file = folder / "tokens.json"
    _, secret = Tokens(file).new(role, name)
    app = application(store, tokens=file, **settings)
    return TestClient(app, headers={"Authorization": f"Bearer {secret}"})


def filled(folder: Path, *datasets: str) -> GraphStore:
    file = folder / "store.sqlite"
    if datasets:
        templates.lay(file, *datasets)
    return open_store(f"sqlite:///{file}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The six segments of seeds/demo, whose answers are worked out by hand in its dataset.yaml."""
    with filled(tmp_path_factory.mktemp("demo"), "demo") as store:
        yield TestClient(application(store))


@pytest.fixture(scope="session")
def hechuan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with filled(tmp_path_factory.mktemp("hechuan"), "hechuan") as store:
        yield TestClient(application(store))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    """A store with the demo, for tests that change it."""
    with filled(tmp_path, "demo") as opened:
        yield opened
