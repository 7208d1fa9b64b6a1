"""Nobody holds a place of the server by being silent, slow or many."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import cycle

import pytest
from fastapi import FastAPI
from starlette.responses import Response, StreamingResponse

from api.http.connections import STALLED
from graph.store import GraphStore
from tests.http.conftest import application, filled
from tests.serving.conftest import LIMITS, asked, connected, everything, request, served, status

LARGE = 64 * 1024 * 1024
"""Bytes; more than the buffers between two programs hold."""
FORM = (
    b"POST /login HTTP/1.1\r\nHost: office\r\nContent-Length: 1000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\n"
)
"""The head of a request whose body is still to come."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    with filled(tmp_path_factory.mktemp("held"), "demo") as store:
        yield held(store)


def held(store: GraphStore) -> FastAPI:
    made = application(store, limits=LIMITS)

    @made.get("/large")
    def large() -> StreamingResponse:
        return StreamingResponse(iter([b"x" * 65536] * (LARGE // 65536)))

    @made.get("/whole")
    def whole() -> Response:
        return Response(b"x" * LARGE)

    return made


@pytest.fixture(scope="module")
def port(app: FastAPI) -> Iterator[int]:
    with served(app) as found:
        yield found


def drip(connection: socket.socket, bytes_: Iterator[bytes]) -> bytes:
    """What the server says to who sends a byte now and then; fails where it just listens on."""
    connection.settimeout(0.1)
    for _, byte in zip(range(100), bytes_, strict=False):
        try:
            connection.sendall(byte)
            return connection.recv(65536)
        except TimeoutError:
            continue
        except ConnectionError:
            return b""
    raise AssertionError("ten seconds later it still waits")


def alive(connection: socket.socket) -> bool:
    """Ask over a connection that stays open."""
    connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: office\r\n\r\n")
    said = b""
    while not said.endswith(b"}") and (piece := connection.recv(65536)):
        said += piece
    return said.endswith(b'{"status":"ok"}')


def test_silent_connections_are_closed(port: int) -> None:
    with connected(port) as connection:
        assert everything(connection) == b""


def test_more_silent_connections_than_there_are_places_keep_nobody_out(app: FastAPI) -> None:
    with ExitStack() as open_, served(app, head_seconds=60) as port:
        silent = [open_.enter_context(connected(port)) for _ in range(505)]

        assert status(asked(port, "/healthz")) == 200
        assert status(asked(port, "/api/v1/chains")) == 200
        for each in silent:
            each.close()


def test_an_address_takes_places_from_none_but_itself(app: FastAPI) -> None:
    few = {"connections": 4, "connections_per_address": 2, "head_seconds": 60}
    with (
        served(app, **few) as port,
        connected(port) as first,
        connected(port),
        connected(port),
    ):
        assert everything(first) == b""


def test_who_is_being_answered_is_not_closed_for_the_next(app: FastAPI) -> None:
    with served(app, connections=1) as port, connected(port) as busy:
        busy.sendall(FORM)
        time.sleep(0.2)
        refused = asked(port, "/healthz")

    assert status(refused) == 503
    assert b'"type": "urn:liantu:problem:too-many-connections"' in refused


def test_a_head_that_comes_byte_by_byte_is_not_waited_for(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nX-Slow: ")
        answer = drip(connection, cycle([b"x"]))

    assert status(answer) == 408
    assert b"urn:liantu:problem:too-slow" in answer


def test_neither_is_the_head_of_a_later_request(port: int) -> None:
    with connected(port) as connection:
        assert alive(connection)
        answer = drip(connection, cycle([b"G"]))

    assert status(answer) == 408


def test_a_body_that_comes_byte_by_byte_is_not_waited_for(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(FORM)
        answer = drip(connection, cycle([b"x"]))

    assert status(answer) == 408


def test_who_reads_no_further_is_let_go(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: office\r\n\r\n")
        time.sleep(2)

        assert len(everything(connection)) < LARGE


def test_who_reads_slowly_but_steadily_gets_everything(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(request("/whole"))
        found = 0
        while piece := connection.recv(4 * 1024 * 1024, socket.MSG_WAITALL):
            found += len(piece)
            time.sleep(0.1)  # in all far longer than the server waits for who reads nothing

    assert found > LARGE


def test_who_reads_no_further_makes_room_for_others(app: FastAPI) -> None:
    with served(app, connections=1, send_seconds=60) as port, connected(port) as slow:
        slow.sendall(request("/whole"))
        time.sleep(STALLED + 1)

        assert status(asked(port, "/healthz")) == 200
        assert len(everything(slow)) < LARGE


def test_kept_connections_answer_again(port: int) -> None:
    with connected(port) as connection:
        for _ in range(3):
            assert alive(connection)
            time.sleep(0.3)
