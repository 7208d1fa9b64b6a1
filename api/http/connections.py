"""HeldConnections that hold a place only while they are of use: uvicorn's, with clocks and a count.

uvicorn knows no time by which the head of a request has to be there, and counts connections only
when a request has come; so whoever opens some hundred and says nothing shuts it for good.
"""

import asyncio
import json
from collections import Counter
from http import HTTPStatus
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from api.serving import ServingLimits, Trusted

STALLED = 3.0
"""Seconds without reading on, after which a connection makes room for others."""


class HeldConnections:
    """Those that are open, in the order they came; who is to go where there are too many.

    First who has idled longest, then who has kept an answer waiting longest, above `STALLED`.
    """

    def __init__(self, limits: ServingLimits, proxies: tuple[str, ...] = ()) -> None:
        self.limits = limits
        self.turned_away = 0
        self._trusted = Trusted(proxies)
        self._open: dict[HeldProtocol, str] = {}
        self._of_address: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many are open."""
        return len(self._open)

    def enter(self, new: "HeldProtocol", address: str) -> bool:
        """Give a connection a place, if need be that of one that is of little use.

        A proxy's are bounded like all together: it speaks for many addresses.
        """
        few = self._of_address[address] < self.limits.connections_per_address
        if not few and address not in self._trusted and not self._make_room(address):
            return False
        if len(self._open) >= self.limits.connections and not self._make_room(None):
            return False
        self._open[new] = address
        self._of_address[address] += 1
        return True

    def leave(self, gone: "HeldProtocol") -> None:
        """Take a place back."""
        address = self._open.pop(gone, None)
        if address is not None:
            self._of_address[address] -= 1
            if not self._of_address[address]:
                del self._of_address[address]

    def _make_room(self, address: str | None) -> bool:
        self.turned_away += 1
        theirs = [each for each, its in self._open.items() if address in {None, its}]
        slow = [each for each in theirs if each.stalled > STALLED]
        gone = next((each for each in theirs if each.idle), None) or max(
            slow, key=lambda each: each.stalled, default=None
        )
        if gone is None:
            return False
        self.leave(gone)
        gone.transport.abort()
        return True


class HoldingConfig(uvicorn.Config):
    """A configuration of uvicorn whose connections are held to `connections.limits`."""

    def __init__(self, app: ASGIApp, connections: HeldConnections) -> None:
        self.connections = connections
        limits = connections.limits
        super().__init__(
            app,
            http=HeldProtocol,
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # the application reads them, and trusts whom the settings name
            timeout_graceful_shutdown=limits.end_seconds * 3 // 4,  # type: ignore[arg-type]
        )


class HeldProtocol(H11Protocol):
    """One connection: closed when the head of a request, or who is to read, keeps it waiting."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        assert isinstance(config, HoldingConfig)  # noqa: S101 - which names this class
        self._held = config.connections
        app_state["connections"] = self._held
        super().__init__(config, server_state, app_state, _loop)
        self._head: asyncio.TimerHandle | None = None
        self._sending: asyncio.TimerHandle | None = None
        self._paused: float | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is asked over it that is still to be answered."""
        return self.cycle is None or (self.cycle.response_complete and self._paused is None)

    @property
    def stalled(self) -> float:
        """For how many seconds the client has read nothing of its answer."""
        return 0.0 if self._paused is None else self.loop.time() - self._paused

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a place, or say that there is none."""
        super().connection_made(transport)
        if self._held.enter(self, self.client[0] if self.client else ""):
            self._wait_for_head()
        else:
            self._turn_away(503, "too-many-connections", "连接过多 / too many connections")

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the place back."""
        self._held.leave(self)
        _stop(self._head)
        _stop(self._sending)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; the clock stops when the head is there, and starts with the next one."""
        if self.timeout_keep_alive_task is not None:
            self._wait_for_head()
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            _stop(self._head)
            self._head = None

    def pause_writing(self) -> None:
        """The client reads no more for now: wait, but not for good."""
        super().pause_writing()
        self._paused = self.loop.time()
        _stop(self._sending)
        seconds = self._held.limits.send_seconds
        self._sending = self.loop.call_later(seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """It reads again."""
        _stop(self._sending)
        self._paused = None
        super().resume_writing()

    def _wait_for_head(self) -> None:
        _stop(self._head)
        self._head = self.loop.call_later(self._held.limits.head_seconds, self._too_slow)

    def _too_slow(self) -> None:
        if self.transport.is_closing():
            return
        if self.conn.trailing_data[0]:
            self._turn_away(
                408, "too-slow", "请求头迟迟未到 / the head of the request did not come"
            )
        else:
            self.transport.close()

    def _turn_away(self, status: int, code: str, title: str) -> None:
        problem = {"type": f"urn:liantu:problem:{code}", "title": title, "status": status}
        body = json.dumps(problem | {"detail": title}, ensure_ascii=False).encode()
        head = (
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
            "Content-Type: application/problem+json",
            f"Content-Length: {len(body)}",
            "Retry-After: 5",
            "Connection: close",
            "\r\n",
        )
        self.transport.write("\r\n".join(head).encode() + body)
        self.transport.close()


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
