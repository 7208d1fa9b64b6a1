"""Twenty editors at once, each reading, adding a line and trying again when they come too late."""

import http.client
import json
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from graph.model import Judgement
from graph.store import GraphStore, open_store
from tests.commands.conftest import serving
from tests.edits.saying import API
from tests.http.conftest import client_of, filled
from tests.patience import PATIENCE

EDITORS = [f"编辑{number:02}" for number in range(20)]
GAP = f"{API}/gaps/belt_makers"


@dataclass(frozen=True)
class Reply:
    status: int
    body: dict[str, object]


Send = Callable[[str, str, dict[str, object] | None, dict[str, str]], Reply]


def add_line(send: Send, name: str) -> int:
    """Add a line to the note of a judgement, starting anew each time somebody was faster.

    Return the version that holds it.
    """
    for _ in range(400):
        seen = send("GET", GAP, None, {}).body
        judgement = seen.get("judgement")
        note = judgement["note"] if isinstance(judgement, dict) else ""
        body: dict[str, object] = {"note": f"{note} {name}".strip()}
        body["evidence"] = [{"note": "例会", "by": name}]
        headers = {"If-Match": str(seen["version"])}
        reply = send("POST", f"{GAP}/judgements", body, headers)
        if reply.status == 200:
            assert reply.body["changed"] is True
            return int(str(reply.body["version"]))
        assert reply.status in {409, 503}, reply.body
    raise AssertionError("somebody else was always faster")


def all_at_once(send: Send) -> dict[str, int]:
    with ThreadPoolExecutor(len(EDITORS)) as pool:
        found = pool.map(lambda name: add_line(send, name), EDITORS)
        return dict(zip(EDITORS, found, strict=True))


def lines_of(store: GraphStore, version: int) -> list[str]:
    (found,) = store.read("demo", version).judgements.values()
    return str(found.note).split()


def assert_every_edit_is_there(store: GraphStore, versions: dict[str, int]) -> None:
    """Each version adds one line to the one before, and its editor was told its number."""
    newest = store.current("demo").number
    assert sorted(versions.values()) == list(range(2, newest + 1))
    before: list[str] = []
    for number in range(2, newest + 1):
        (edit,) = store.edits("demo", number)
        assert isinstance(edit.after, Judgement)
        after = str(edit.after.note).split()
        assert after[:-1] == before
        assert versions[after[-1]] == number
        before = after
    assert sorted(before) == sorted(versions)


def test_twenty_threads_of_one_server_lose_nothing(store: GraphStore, tmp_path: Path) -> None:
    client = client_of("editor", store, tmp_path)

    def send(
        method: str, path: str, body: dict[str, object] | None, headers: dict[str, str]
    ) -> Reply:
        response = TestClient(client.app, headers=dict(client.headers)).request(
            method, path, json=body, headers=headers
        )
        return Reply(response.status_code, response.json())

    with ThreadPoolExecutor(len(EDITORS)) as pool:
        versions = dict(
            zip(EDITORS, pool.map(lambda name: add_line(send, name), EDITORS), strict=True)
        )

    assert_every_edit_is_there(store, versions)


@contextmanager
def server(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", Send]]:
    """A real server on SQLite, and how to send it something."""
    tokens = folder / "tokens.json"
    _, secret = Tokens(tokens).new("editor", "王工")
    filled(folder, "demo").close()
    uri = f"sqlite:///{folder / 'store.sqlite'}"
    with serving(LIANTU_STORE=uri, LIANTU_TOKENS=str(tokens)) as process:
        assert process.stderr is not None
        address = next(filter(None, (re.search(r"//([^/]+)/", line) for line in process.stderr)))

        def send(
            method: str, path: str, body: dict[str, object] | None, headers: dict[str, str]
        ) -> Reply:
            headers = {"Authorization": f"Bearer {secret}", **headers}
            if body is not None:
                headers["Content-Type"] = "application/json"
            text = None if body is None else json.dumps(body)
            with closing(http.client.HTTPConnection(address[1], timeout=PATIENCE)) as connection:
                connection.request(method, path, text, headers)
                response = connection.getresponse()
                return Reply(response.status, json.loads(response.read()))

        yield process, send


def test_twenty_editors_of_a_real_server_lose_nothing(tmp_path: Path) -> None:
    with server(tmp_path) as (_, send), ThreadPoolExecutor(len(EDITORS)) as pool:
        versions = dict(
            zip(EDITORS, pool.map(lambda name: add_line(send, name), EDITORS), strict=True)
        )

    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        assert_every_edit_is_there(store, versions)


def test_what_a_killed_server_had_answered_is_there_and_the_rest_is_whole(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []

    def edit_until_it_dies(send: Send, name: str) -> None:
        for number in range(1000):
            word = f"{name}-{number}"
            try:
                told.append((word, add_line(send, word)))
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                return

    with server(tmp_path) as (process, send), ThreadPoolExecutor(4) as pool:
        running = [pool.submit(edit_until_it_dies, send, name) for name in "甲乙丙丁"]
        while len(told) < 12 and not all(each.done() for each in running):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        for each in running:
            each.result()

    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        newest = store.current("demo").number
        kept = {lines_of(store, number)[-1]: number for number in range(2, newest + 1)}
        assert {word: kept.get(word) for word, _ in told} == dict(told)
        assert lines_of(store, newest) == list(kept)
        assert len(told) >= 12
