"""Who reads while a version is compiled gets the one before it; who edits sees what they did."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from starlette.testclient import TestClient

import api.workspaces
from api.workspaces import Workspaces
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.edits.saying import API, correct
from tests.http.conftest import client_of, filled
from tests.patience import PATIENCE
from tests.support import region

HELD_BACK = "SELECT key, body"
"""With this begins what reads everything of a version."""


@pytest.fixture
def gate() -> Iterator[Event]:
    """What holds reading back while it is not set."""
    found = Event()
    found.set()
    yield found
    found.set()


@pytest.fixture
def editor(tmp_path: Path, gate: Event, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The demo, at version 1, in a store that reads a version when the gate is open."""
    monkeypatch.setattr(api.workspaces, "PATIENCE", 0.02)
    filled(tmp_path, "demo").close()

    def hold(statement: str) -> None:
        if HELD_BACK in statement:
            assert gate.wait(PATIENCE)

    file = SqliteFile(tmp_path / "store.sqlite", on_statement=hold)
    with SqliteStore(file) as store:
        client = client_of("editor", store, tmp_path)
        assert version(client) == 1
        yield client


def version(client: TestClient) -> int:
    """The version of an answer, which its tag names too."""
    answer = client.get(f"{API}/chains")
    found: int = answer.json()["version"]
    assert answer.headers["ETag"].startswith(f'"{found}-')
    return found


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_readers_get_the_version_before_while_one_of_another_process_is_compiled(
    editor: TestClient, gate: Event, tmp_path: Path
) -> None:
    gate.clear()
    with SqliteStore(SqliteFile(tmp_path / "store.sqlite")) as other:
        other.report("demo", [region("dock", parent=None)], by="王工", note="新区")

    assert [version(editor) for _ in range(3)] == [1, 1, 1]
    assert editor.get("/").status_code == 200
    assert [each["version"] for each in editor.get(f"{API}/datasets").json()["items"]] == [1]

    gate.set()
    wait_for(lambda: version(editor) == 2)


def test_an_editor_is_answered_when_what_they_did_is_shown(
    editor: TestClient, gate: Event, tmp_path: Path
) -> None:
    gate.clear()
    answers: list[int] = []

    def said() -> None:
        answers.append(correct(editor, 1, "segment:belt", name="皮带").status_code)

    edit = Thread(target=said)
    edit.start()
    with SqliteStore(SqliteFile(tmp_path / "store.sqlite")) as other:
        wait_for(lambda: other.current("demo").number == 2)
    assert (version(editor), answers) == (1, [])

    gate.set()
    edit.join(PATIENCE)

    assert (version(editor), answers) == (2, [200])


def test_an_edit_that_is_derived_reads_nothing_again(editor: TestClient, gate: Event) -> None:
    gate.clear()

    response = correct(editor, 1, "flywheel", status="suspended")

    assert response.status_code == 200
    assert version(editor) == 2
    assert editor.get(f"{API}/enterprises/flywheel").json()["status"] == "suspended"


def test_a_past_version_that_is_asked_for_first_is_not_answered_as_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.workspaces, "PATIENCE", 0.0)
    with filled(tmp_path, "demo") as store:
        store.report("demo", [region("dock", parent=None)], by="王工", note="新区")
        workspaces = Workspaces(store, None)
        past = workspaces.numbered(workspaces.current(None), 1)

        assert workspaces.at(past).facts.version == 1
        assert workspaces.current(None).number == 2


def test_past_versions_do_not_displace_the_newest(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        for number in range(api.workspaces.KEPT + 1):
            store.report("demo", [region(f"dock{number}", parent=None)], by="王工", note="新区")
        workspaces = Workspaces(store, None)
        newest = workspaces.current(None)
        ws = workspaces.at(newest)
        for number in range(1, newest.number):
            workspaces.at(workspaces.numbered(newest, number))

        assert workspaces.compiled == api.workspaces.KEPT
        assert workspaces.at(newest) is ws
