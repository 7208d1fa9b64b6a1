"""Told to stop, the server stops within its time, whatever it is doing."""

import os
import signal
import time
from pathlib import Path

from api.auth.tokens import Tokens
from tests.auth.test_process import port_of
from tests.commands.conftest import demo_store, serving  # noqa: F401 - a fixture
from tests.patience import PATIENCE
from tests.serving.conftest import connected, request


def test_even_a_server_that_hangs_ends(demo_store: str, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "tokens.json"
    Tokens(file).new("reader")
    with serving(
        LIANTU_STORE=demo_store, LIANTU_TOKENS=str(file), LIANTU_END_SECONDS="2"
    ) as server:
        port = port_of(server)
        file.unlink()
        os.mkfifo(file)  # whoever reads it waits for somebody who writes, the event loop itself
        with connected(port) as connection:
            connection.sendall(request("/api/v1/chains", "Authorization: Bearer x\r\n"))
            time.sleep(0.5)
            told = time.monotonic()
            server.send_signal(signal.SIGTERM)
            code = server.wait(PATIENCE)

    assert code == 0
    assert time.monotonic() - told < 8  # far less alone; it never ends without its own clock
