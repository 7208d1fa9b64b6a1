"""`liantu serve` as a process: who may from where, its log, its end with work under way."""

import re
import signal
import socket
import subprocess
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from api.auth.tokens import Tokens
from graph.store import open_store
from tests.commands.conftest import demo_store, run_forked, serving  # noqa: F401 - a fixture
from tests.patience import PATIENCE

LOGIN = b"token=wrong"
ROWS = 6000
"""More than an import that is answered once it is done."""


def port_of(process: "subprocess.Popen[str]") -> int:
    """The port, once the server says it."""
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(r"http://\S+:(\d+)/", line)
        if found:
            return int(found[1])
    raise AssertionError("the server said no address")


def ask(port: int, text: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(text + b"\r\nHost: office\r\nConnection: close\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(65536), b""))


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def refuses(port: int) -> bool:
    """Whether nothing new is taken any more, waiting a while for it."""
    for _ in range(10 * PATIENCE):
        with socket.socket() as late:
            if late.connect_ex(("127.0.0.1", port)) != 0:
                return True
        time.sleep(0.1)
    return False


def test_other_machines_need_a_token_for_reading(demo_store: str, file: Path) -> None:  # noqa: F811
    _, secret = Tokens(file).new("reader")
    settings = {"LIANTU_STORE": demo_store, "LIANTU_TOKENS": str(file)}
    with serving("--host", "0.0.0.0", **settings) as process:  # noqa: S104 - with tokens
        port = port_of(process)
        refused = ask(port, b"GET /api/v1/chains HTTP/1.1")
        sign = f"\r\nAuthorization: Bearer {secret}".encode()
        answered = ask(port, b"GET /api/v1/chains HTTP/1.1" + sign)

    assert status(refused) == 401
    assert status(answered) == 200


@pytest.mark.parametrize("days_ago", [None, 3])
def test_without_a_token_that_holds_other_machines_are_not_listened_to(
    demo_store: str,  # noqa: F811
    file: Path,
    days_ago: int | None,
) -> None:
    if days_ago:
        long_ago = Tokens(file, lambda: datetime.now(UTC) - timedelta(days=days_ago))
        long_ago.new("reader", days=1)
    settings = {"LIANTU_STORE": demo_store, "LIANTU_TOKENS": str(file)}
    done = run_forked("serve", "--host", "0.0.0.0", "--port", "0", **settings)  # noqa: S104

    assert done.code == 2
    assert "liantu token new" in done.err


def test_a_broken_tokens_file_is_told_before_anything_listens(
    demo_store: str,  # noqa: F811
    file: Path,
) -> None:
    file.parent.mkdir()
    file.write_text("{")
    settings = {"LIANTU_STORE": demo_store, "LIANTU_TOKENS": str(file)}
    done = run_forked("serve", "--port", "0", **settings)

    assert done.code == 1
    assert "令牌文件" in done.err
    assert "http://" not in done.err


def test_the_first_start_says_how_to_get_a_token(demo_store: str) -> None:  # noqa: F811
    with serving(LIANTU_STORE=demo_store) as process:
        assert process.stderr is not None
        said = [next(process.stderr) for _ in range(2)]

    assert "liantu token new editor" in "".join(said)


def test_each_request_is_a_line_of_standard_error(demo_store: str) -> None:  # noqa: F811
    with serving(LIANTU_STORE=demo_store, LIANTU_LOG_LEVEL="info") as process:
        port = port_of(process)
        ask(port, b"GET /api/v1/missing?segment=bicycle HTTP/1.1\r\nX-Request-ID: abc-1")
        ask(port, b"GET /healthz HTTP/1.1")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)

    lines = [line for line in said.splitlines() if " GET " in line]
    assert len(lines) == 1
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO abc-1 GET /api/v1/missing 200 \d+ ms", lines[0]
    )


def test_a_level_that_is_none_is_wrong_use(demo_store: str) -> None:  # noqa: F811
    done = run_forked("serve", LIANTU_STORE=demo_store, LIANTU_LOG_LEVEL="loud")

    assert done.code == 2
    assert "debug, info, warning, error" in done.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_under_way_is_answered_before_the_end(
    demo_store: str,  # noqa: F811
    number: signal.Signals,
) -> None:
    with serving(LIANTU_STORE=demo_store) as process:
        port = port_of(process)
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            connection.sendall(
                b"POST /login HTTP/1.1\r\nHost: office\r\nOrigin: http://office\r\n"
                b"Content-Type: application/x-www-form-urlencoded\r\n"
                b"Content-Length: %d\r\n\r\n" % len(LOGIN)
            )
            connection.sendall(LOGIN[:5])
            time.sleep(0.5)
            process.send_signal(number)
            refused = refuses(port)
            connection.sendall(LOGIN[5:])
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        code = process.wait(PATIENCE)

    assert refused
    assert status(answer) == 401
    assert answer.rstrip().endswith(b"</html>") or b'"status":401' in answer
    assert code == 0


def test_a_request_that_never_ends_does_not_hold_up_the_end_and_the_store_is_closed(
    tmp_path: Path,
) -> None:
    store = tmp_path / "store.sqlite"
    uri = {"LIANTU_STORE": f"sqlite:///{store}"}
    assert run_forked("load", "demo", **uri).code == 0
    with serving(**uri, LIANTU_END_SECONDS="3") as process:
        port = port_of(process)
        ask(port, b"GET /api/v1/chains HTTP/1.1")
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
            connection.sendall(
                b"POST /login HTTP/1.1\r\nHost: office\r\nContent-Length: 100\r\n\r\nx"
            )
            time.sleep(0.3)
            process.send_signal(signal.SIGTERM)
            code = process.wait(PATIENCE)

    assert code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["store.sqlite"]


@pytest.mark.parametrize("later", [0.0, 1.0, 4.0])
def test_an_import_under_way_is_written_whole_or_not_at_all(
    tmp_path: Path, file: Path, later: float
) -> None:
    uri = {"LIANTU_STORE": f"sqlite:///{tmp_path / 'store.sqlite'}", "LIANTU_TOKENS": str(file)}
    _, secret = Tokens(file).new("editor")
    assert run_forked("load", "demo", **uri).code == 0
    rows = "".join(f"新厂第{number}号机械,在产\n" for number in range(ROWS))
    body = f"企业,状态\n{rows}".encode()
    with open_store(uri["LIANTU_STORE"]) as store:
        before = len(store.read("demo").enterprises)

    with serving(**uri) as process:
        answer = httpx2.post(
            f"http://127.0.0.1:{port_of(process)}/api/v1/imports?apply=true",
            files={"files": ("firms.csv", body)},
            headers={"Authorization": f"Bearer {secret}"},
            timeout=PATIENCE,
        )
        time.sleep(later)
        process.send_signal(signal.SIGTERM)
        code = process.wait(PATIENCE)

    assert answer.status_code == 202
    assert code == 0
    with open_store(uri["LIANTU_STORE"]) as store:
        found = (store.current("demo").number, len(store.read("demo").enterprises))
    assert found in {(1, before), (2, before + ROWS)}
