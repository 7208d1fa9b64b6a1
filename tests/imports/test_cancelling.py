"""Imports that are cancelled, while they wait and while they read, and write nothing."""

import signal
import time
from _thread import interrupt_main
from pathlib import Path
from threading import Event, Timer

import pytest
from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from api.cli import main
from api.imports.jobs import KEPT, MOST_OF_STRANGERS, MOST_WAITING, Job, Jobs
from graph.errors import ImportCancelledError, ImportsBusyError
from graph.exchange.report.bodies import ImportBody
from graph.store import GraphStore, open_store
from tests import templates
from tests.http.conftest import application
from tests.patience import PATIENCE

PATH = "/api/v1/imports"
MANY = "企业,产品\n" + "".join(f"大河{n}号链条厂,链条\n" for n in range(60_000))


def file(name: str = "企业.csv") -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", (name, MANY.encode()))]


def test_one_that_waits_for_its_turn_ends_at_once() -> None:
    jobs, go = Jobs(), Event()

    def first(job: Job) -> ImportBody:
        go.wait(PATIENCE)
        job.tell(1)
        raise AssertionError("cancelled before")

    one = jobs.start("demo", first)
    two = jobs.start("demo", first)
    ended = two.wait()
    cancelled = two.cancel()

    assert (ended, cancelled) == (False, True)
    with pytest.raises(ImportCancelledError):
        two.result.result(timeout=0)
    one.cancel()
    go.set()
    with pytest.raises(ImportCancelledError):
        one.result.result(timeout=PATIENCE)


def test_one_that_writes_is_not_cancelled_any_more() -> None:
    jobs, wrote, go = Jobs(), Event(), Event()

    def work(job: Job) -> ImportBody:
        job.begin_to_write()
        wrote.set()
        go.wait(PATIENCE)
        raise ImportCancelledError

    job = jobs.start("demo", work)
    wrote.wait(PATIENCE)

    assert not job.cancel()
    go.set()


def test_an_import_is_cancelled_by_its_id_and_writes_nothing(
    editor: TestClient, store: GraphStore
) -> None:
    started = editor.post(PATH, params={"apply": "true"}, files=file()).json()
    queued = editor.post(PATH, files=file()).json()
    place, waiting = f"{PATH}/{started['id']}", f"{PATH}/{queued['id']}"

    replies = [editor.delete(waiting), editor.delete(place)]
    after = ended(editor, place)

    assert [each.json()["state"] for each in replies] == ["cancelled", "cancelled"]
    assert (after["state"], editor.get(waiting).json()["state"]) == ("cancelled", "cancelled")
    assert store.current("demo").number == 1
    assert editor.delete(f"{PATH}/nothing").status_code == 404


def test_one_that_is_done_is_not_cancelled(editor: TestClient) -> None:
    done = editor.post(PATH, files=small()).json()

    late = editor.delete(f"{PATH}/{done['id']}")

    assert (late.status_code, late.json()["type"]) == (409, "urn:liantu:problem:import-ended")


def test_readers_cancel_their_own_and_nobody_elses(
    editor: TestClient, store: GraphStore, tmp_path: Path
) -> None:
    first, second = (client_like(editor, tmp_path, name) for name in ("李工", "赵工"))
    running = editor.post(PATH, files=file()).json()
    waiting = first.post(PATH, files=small()).json()
    place = f"{PATH}/{waiting['id']}"

    others = [each.delete(place).status_code for each in (second, editor, TestClient(editor.app))]
    unseen = second.get(place).status_code
    theirs = first.delete(f"{PATH}/{running['id']}").status_code
    seen = first.get(place).json()
    cancelled = first.delete(place)
    editor.delete(f"{PATH}/{running['id']}")

    assert (waiting["state"], waiting["ahead"], seen["ahead"]) == ("running", 1, 1)
    assert (others, unseen, theirs) == ([404] * 3, 404, 404)
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    assert first.get(place).json()["state"] == "cancelled"
    assert store.current("demo").number == 1


def test_who_has_no_token_cancels_by_the_id_that_they_were_given(store: GraphStore) -> None:
    app = application(store)
    stranger, jobs, go = TestClient(app), app.state.services.imports, Event()

    def work(_: Job) -> ImportBody:
        go.wait(PATIENCE)
        raise ImportCancelledError

    before = jobs.start("demo", work)
    waiting = stranger.post(PATH, files=small()).json()
    cancelled = stranger.delete(f"{PATH}/{waiting['id']}")
    go.set()
    before.result.exception(timeout=PATIENCE)

    assert cancelled.json()["state"] == "cancelled"
    assert stranger.delete(f"{PATH}/nothing").status_code == 404


def client_like(client: TestClient, folder: Path, name: str) -> TestClient:
    """A reader of the same server."""
    _, secret = Tokens(folder / "tokens.json").new("reader", name)
    return TestClient(client.app, headers={"Authorization": f"Bearer {secret}"})


def small() -> list[tuple[str, tuple[str, bytes]]]:
    return [("files", ("a.csv", "企业,产品\n大河厂,链条\n".encode()))]


def test_the_page_cancels_what_is_under_way(editor: TestClient, store: GraphStore) -> None:
    running = editor.post("/import", files=file())
    cancelled = editor.post(running.url.path, data={"action": "cancel"})
    deadline = time.monotonic() + PATIENCE
    while "导入已取消" not in cancelled.text and time.monotonic() < deadline:
        time.sleep(0.2)
        cancelled = editor.get(running.url.path)

    assert 'value="cancel"' in running.text
    assert "没有导入" in cancelled.text
    assert cancelled.status_code == 409
    assert store.current("demo").number == 1


def test_an_interrupted_command_leaves_the_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uri = f"sqlite:///{tmp_path / 'store.sqlite'}"
    templates.lay(tmp_path / "store.sqlite", "demo")
    table = tmp_path / "企业.csv"
    table.write_text(MANY, "utf-8")
    monkeypatch.setenv("LIANTU_STORE", uri)

    # In the background of a shell a process starts without one, and cannot be interrupted.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    Timer(2, interrupt_main).start()
    code = main(["import", str(table), "--apply", "--by", "王工"])

    assert code == 130
    with open_store(uri) as store:
        assert store.current("demo").number == 1


def ended(client: TestClient, place: str) -> dict[str, object]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        body: dict[str, object] = client.get(place).json()
        if body["state"] != "running":
            return body
        time.sleep(0.1)
    raise TimeoutError(place)


def test_a_queue_that_is_full_says_so_and_readers_leave_room_for_editors() -> None:
    jobs, go = Jobs(), Event()

    def work(_: Job) -> ImportBody:
        go.wait(PATIENCE)
        raise ImportCancelledError

    strangers = [jobs.start("demo", work, f"r{each}") for each in range(MOST_OF_STRANGERS)]
    with pytest.raises(ImportsBusyError):
        jobs.start("demo", work)
    with pytest.raises(ImportsBusyError):
        jobs.start("demo", work, "a reader with a token")
    editors = [
        jobs.start("demo", work, "t1", writes=True) for _ in range(MOST_WAITING - len(strangers))
    ]
    with pytest.raises(ImportsBusyError, match="8 个导入"):
        jobs.start("demo", work, "t1", writes=True)

    editors[-1].cancel()  # who waits no longer gives the place away
    editors.append(jobs.start("demo", work, "t2", writes=True))
    go.set()
    for each in (*strangers, *editors):
        assert each.result.exception(timeout=PATIENCE) is not None


def test_whoever_tries_small_tables_again_and_again_displaces_no_import_under_way() -> None:
    jobs, go = Jobs(), Event()

    def work(_: Job) -> ImportBody:
        go.wait(PATIENCE)
        raise ImportCancelledError

    running = jobs.start("demo", work, "t1", writes=True)
    ended = jobs.start("demo", work, "t1", writes=True)
    ended.cancel()
    for _ in range(3 * KEPT):
        jobs.start("demo", work).cancel()

    assert jobs.find(running.id, "t1") is running
    assert jobs.find(ended.id, "t1") is ended
    assert jobs.find(ended.id, "t2") is None
    go.set()
    assert running.result.exception(timeout=PATIENCE) is not None


def test_a_full_queue_is_answered_with_when_to_come_again(store: GraphStore) -> None:
    app = application(store)
    client, jobs, go = TestClient(app), app.state.services.imports, Event()

    def work(_: Job) -> ImportBody:
        go.wait(PATIENCE)
        raise ImportCancelledError

    waiting = [jobs.start("demo", work) for _ in range(MOST_OF_STRANGERS)]
    reply = client.post(PATH, files=[("files", ("x.csv", "企业,产品\n".encode()))])
    go.set()
    for each in waiting:
        each.result.exception(timeout=PATIENCE)

    assert (reply.status_code, reply.json()["type"]) == (503, "urn:liantu:problem:imports-busy")
    assert int(reply.headers["Retry-After"]) > 0
