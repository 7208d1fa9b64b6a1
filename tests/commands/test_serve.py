"""`liantu serve` as a process: ready, silent to others, gone when told."""

import asyncio
import re
import shutil
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path
from threading import Thread

import pytest

from api.auth.tokens import Tokens
from api.cli.serve import listening
from api.settings import Settings
from tests.commands.conftest import run_forked, serving
from tests.patience import PATIENCE


def address(process: "subprocess.Popen[str]") -> str:
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(r"http://\S+", line)
        if found:
            return found.group()
    raise AssertionError("the server said no address")


def get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=PATIENCE) as response:  # noqa: S310 - our own server
        return bytes(response.read())


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_until_it_is_told_to_stop(demo_store: str, signal_: signal.Signals) -> None:
    with serving(LIANTU_STORE=demo_store) as process:
        url = address(process)
        body = get(f"{url}api/v1/chains")
        process.send_signal(signal_)
        code = process.wait(PATIENCE)

    assert b'"dataset":"demo"' in body
    assert code == 0


def test_it_is_ready_as_soon_as_it_says_its_address(demo_store: str) -> None:
    """How soon that is, `python -m benchmarks.serve` tells."""
    with serving(LIANTU_STORE=demo_store) as process:
        assert get(f"{address(process)}readyz") == b'{"status":"ok"}'


def test_a_new_store_is_filled_from_the_shipped_dataset(tmp_path: Path) -> None:
    with serving(LIANTU_STORE=f"sqlite:///{tmp_path / 'store.sqlite'}") as process:
        body = get(f"{address(process)}api/v1/datasets")

    assert b'"id":"hechuan"' in body


def test_an_answer_does_not_wait_for_more_data(tmp_path: Path) -> None:
    """Without TCP_NODELAY each answer on a kept connection takes 40 ms and more."""
    found: list[int] = []

    async def answered(listener: socket.socket) -> None:
        def see(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            found.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        # As uvicorn does: the event loop sets what it sets on the connections of this socket.
        async with await asyncio.start_server(see, sock=listener):
            reader, writer = await asyncio.open_connection(*listener.getsockname())
            await reader.read()
            writer.close()

    with listening(Settings("sqlite://", port=0), Tokens(tmp_path / "tokens.json")) as listener:
        # In a thread: the browser of other tests may have an event loop in this one.
        asking = Thread(target=lambda: asyncio.run(answered(listener)))
        asking.start()
        asking.join()

    assert found == [1]


def test_a_taken_port_is_one_sentence(demo_store: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run_forked("serve", "--port", port, LIANTU_STORE=demo_store)

    assert done.code == 1
    assert port in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104 - refused
def test_an_address_that_others_could_reach_is_refused(demo_store: str, host: str) -> None:
    done = run_forked("serve", "--host", host, "--port", "0", LIANTU_STORE=demo_store)

    assert done.code == 2
    assert "尚无访问令牌" in done.err


def test_a_broken_store_is_told_before_anything_listens(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    file.write_text("no database, but a text that is long enough to be looked at twice\n" * 9)

    done = run_forked("serve", "--port", "0", LIANTU_STORE=f"sqlite:///{file}")

    assert done.code == 1
    assert "不是链图的存储" in done.err
    assert "http://" not in done.err


def test_where_reading_needs_a_token_the_store_file_is_its_owners_alone(
    demo_store: str, tmp_path: Path
) -> None:
    open_file, closed_file = tmp_path / "open.sqlite", tmp_path / "closed.sqlite"
    for file, reading in ((open_file, "loopback"), (closed_file, "tokens")):
        shutil.copy(demo_store.removeprefix("sqlite:///"), file)
        file.chmod(0o644)
        with serving(LIANTU_STORE=f"sqlite:///{file}", LIANTU_READING=reading) as process:
            address(process)

    assert open_file.stat().st_mode & 0o777 == 0o644
    assert closed_file.stat().st_mode & 0o777 == 0o600
