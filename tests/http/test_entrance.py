"""Before the store is there: alive, not ready, and every answer says why; then as ever."""

from pathlib import Path
from threading import Event

import pytest
from starlette.testclient import TestClient

import seeds
from api.http.deferred import DeferredApp
from api.settings import Settings
from graph.errors import LiantuError, NotAStoreError
from graph.load import load_dataset
from graph.store import open_store

BROWSER = {"Accept": "text/html"}


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Where a store will be."""
    return f"sqlite:///{tmp_path / 'late.sqlite'}"


@pytest.fixture
def entrance(store: str) -> DeferredApp:
    """The application of that store, which was looked for in vain."""
    found = DeferredApp(Settings(store), lambda: open_store(store, create=False))
    with pytest.raises(NotAStoreError):
        found.open()
    return found


@pytest.fixture
def client(entrance: DeferredApp) -> TestClient:
    return TestClient(entrance)


def test_without_its_store_the_program_is_alive_and_not_ready(
    client: TestClient, store: str
) -> None:
    alive, ready = client.get("/healthz"), client.get("/readyz")

    assert (alive.status_code, ready.status_code) == (200, 503)
    assert ready.headers["content-type"] == "application/problem+json"
    assert store in ready.json()["detail"]
    assert "文件不存在" in ready.json()["detail"]


@pytest.mark.parametrize("path", ["/api/v1/chains", "/api/v1/nothing", "/", "/gaps", "/docs"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "DELETE"])
def test_whatever_is_asked_is_told_why_there_is_no_answer(
    client: TestClient, method: str, path: str
) -> None:
    response = client.request(method, path)

    assert response.status_code == 503
    assert method == "HEAD" or response.json()["type"] == "urn:liantu:problem:not-a-store"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_browser_gets_a_page_in_its_language_with_its_styles(client: TestClient) -> None:
    page = client.get("/gaps", headers=BROWSER | {"Accept-Language": "en"})

    assert page.status_code == 503
    assert "there is no such file" in page.text
    assert '<html lang="en">' in page.text
    assert client.get("/static/frame.css").status_code == 200


def test_once_the_store_is_there_everything_answers(
    entrance: DeferredApp, client: TestClient, store: str
) -> None:
    told: list[LiantuError | None] = []
    with open_store(store) as made:
        made.load(load_dataset(seeds.FOLDER / "demo"))

    entrance.keep_trying(told.append, Event())

    assert told == [None]
    assert client.get("/readyz").status_code == 200
    assert client.get("/api/v1/chains").json()["dataset"] == "demo"


def test_a_new_reason_is_told_once(
    entrance: DeferredApp, tmp_path: Path, client: TestClient
) -> None:
    """Another program's file appears in the place; the second look sees nothing new."""
    (tmp_path / "late.sqlite").write_bytes(b"something else, long enough to be no database at all")
    told: list[LiantuError | None] = []
    stop = Event()

    def hear(error: LiantuError | None) -> None:
        told.append(error)
        stop.set()

    entrance.keep_trying(hear, stop)

    assert [type(each) for each in told] == [NotAStoreError]
    assert "文件不存在" not in client.get("/readyz").json()["detail"]
