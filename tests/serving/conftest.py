"""The application behind the server's own connections, in a thread, with small limits."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

import uvicorn
from fastapi import FastAPI

from api.http.connections import HeldConnections, HoldingConfig
from api.serving import ServingLimits
from tests.patience import PATIENCE

LIMITS = ServingLimits(head_seconds=0.5, body_seconds=0.5, send_seconds=0.5, end_seconds=2)


@contextmanager
def served(app: FastAPI, **limits: float) -> Iterator[int]:
    """Serve an application at a port of this machine, which is given."""
    held = replace(LIMITS, **limits)  # type: ignore[arg-type] # whole where a whole one is wanted
    server = uvicorn.Server(HoldingConfig(app, HeldConnections(held)))
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(600)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        port = listener.getsockname()[1]
        thread.start()
        try:
            yield port
        finally:
            server.should_exit = True
            thread.join(PATIENCE)


def connected(port: int, source: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), PATIENCE, (source, 0))


def asked(port: int, path: str, headers: str = "", source: str = "127.0.0.1") -> bytes:
    """The whole answer to a GET."""
    with connected(port, source) as connection:
        connection.sendall(request(path, headers))
        return everything(connection)


def request(path: str, headers: str = "") -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: office\r\nConnection: close\r\n{headers}\r\n".encode()


def everything(connection: socket.socket) -> bytes:
    """What comes until the server closes; an abrupt close is one, too."""
    found = b""
    try:
        while piece := connection.recv(65536):
            found += piece
    except ConnectionError:
        pass
    return found


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])
