"""Who is answered next: a few answers are worked out at a time, each once however many ask.

Threads of Python share one core: more at a time are not ready sooner, they only make all else
wait, the word that the program is alive too.
"""

import asyncio
import logging
from asyncio import AbstractEventLoop, Event, Queue, Task
from collections.abc import Callable
from weakref import WeakKeyDictionary

from fastapi import Request
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.middleware import HttpMiddleware
from api.http.request_log import QUIET
from api.http.traffic import Waiting
from api.http.turns import Places, Turns
from graph.errors import AnswerLateError, CrowdedError

LOG = logging.getLogger("liantu.requests")
GONE = 499
"""The status in the log of who hung up before its turn came; nobody reads the answer."""

Refusal = Callable[[Request, Exception], Response]
AskedKey = tuple[str, bytes, str | None]
"""Path, query and languages: requests alike in these share their answer, or most of its work."""


class Admission(HttpMiddleware):
    """Lets as many questions in as there are workers; the others wait, addresses in turn.

    One that asks what is being answered to another waits for that answer first. Who hangs up
    while waiting is forgotten. Who waits too long is told so (503), and so is who asks too much
    at once (429). An answer that takes too long is told late (503), and made all the same.
    """

    def __init__(self, app: ASGIApp, turns: Turns, refuse: Refusal) -> None:
        super().__init__(app)
        self._turns = turns
        self._refuse = refuse
        self._lines: WeakKeyDictionary[AbstractEventLoop, _Line] = WeakKeyDictionary()

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when its turn comes."""
        # Who writes is told that it is done or not, never that it is late.
        if scope["method"] != "GET" or scope["path"].startswith(QUIET):
            await self.app(scope, receive, send)
            return
        address = scope["client"][0] if scope.get("client") else ""
        try:
            with self._turns.counted(address):
                await self._in_turn(address, scope, receive, send)
        except CrowdedError as error:
            await self._refuse(Request(scope), error)(scope, receive, send)

    async def _in_turn(self, address: str, scope: Scope, receive: Receive, send: Send) -> None:
        loop, places = asyncio.get_running_loop(), self._turns.places
        line = self._lines.setdefault(loop, _Line(places))
        asked = scope["path"], scope["query_string"], Headers(scope=scope).get("accept-language")
        seconds = self._turns.limits.answer_seconds
        if line.free(asked, address):
            places.take(address)  # at once, so that the next who asks the same sees it
            answer = _Answer(self.app, line, asked, address, self._turns.waiting)
            await answer.make(scope, receive, send, seconds)
            return
        client = _Watched(receive)
        try:
            if await self._wait(line.place(asked, address), client):
                answer = _Answer(self.app, line, asked, address, self._turns.waiting)
                await answer.make(scope, client.receive, send, seconds)
            else:
                await Response(status_code=GONE)(scope, receive, send)
        finally:
            client.gone.cancel()

    async def _wait(self, place: "Task[None]", client: "_Watched") -> bool:
        """Wait for a place; false where the client has gone."""
        waiting = self._turns.waiting
        waiting.queued += 1
        try:
            await asyncio.wait(
                {place, client.gone},
                timeout=self._turns.limits.queue_seconds,
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            waiting.queued -= 1
            if not place.done():
                place.cancel()
        if place.done():
            return True
        if client.gone.done():
            waiting.refused["gone"] += 1
            return False
        raise self._turns.too_long()


class _Line:
    """What is being answered in one event loop, in its places."""

    def __init__(self, places: Places) -> None:
        self.asked: dict[AskedKey, Event] = {}
        self.places = places

    def free(self, asked: AskedKey, address: str) -> bool:
        """Whether there is nothing to wait for."""
        return asked not in self.asked and self.places.free(address)

    def place(self, asked: AskedKey, address: str) -> "Task[None]":
        """Return what ends with a place."""
        return asyncio.create_task(self._place(asked, address))

    async def _place(self, asked: AskedKey, address: str) -> None:
        if asked in self.asked:
            await self.asked[asked].wait()
        await self.places.wait(address)


class _Answer:
    """An answer being made, in a place that it gives back once it is worked out."""

    def __init__(
        self, app: ASGIApp, line: _Line, asked: AskedKey, address: str, waiting: Waiting
    ) -> None:
        self._app = app
        self._line = line
        self._asked = asked
        self._address = address
        self._waiting = waiting
        self._made = Event()
        self._given_up = False
        line.asked.setdefault(asked, self._made)
        waiting.answering += 1

    async def make(self, scope: Scope, receive: Receive, send: Send, seconds: float) -> None:
        """Answer; raise `AnswerLateError` where that takes longer, and work on for the next."""

        async def told(message: Message) -> None:
            self._give_back()
            if not self._given_up:
                await send(message)

        work = asyncio.create_task(self._work(scope, receive, told))
        try:
            await asyncio.wait({work}, timeout=seconds)
        except asyncio.CancelledError:
            work.cancel()
            raise
        if work.done() or self._made.is_set():  # a file may take as long as its reader
            await work
            return
        self._given_up = True
        work.add_done_callback(_log_failure)
        raise AnswerLateError(seconds=f"{seconds:g}")

    async def _work(self, scope: Scope, receive: Receive, told: Send) -> None:
        try:
            await self._app(scope, receive, told)
        finally:
            self._give_back()

    def _give_back(self) -> None:
        if self._made.is_set():
            return
        self._made.set()
        self._waiting.answering -= 1
        self._line.places.give_back(self._address)
        if self._line.asked.get(self._asked) is self._made:
            del self._line.asked[self._asked]


class _Watched:
    """What a client sends, read while it waits, so that its going is noticed."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._sent: Queue[Message] = Queue()
        self._body_follows = False
        self.gone = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        message: Message = {}
        while message.get("type") != "http.disconnect":
            message = await self._receive()
            self._sent.put_nowait(message)
            if message.get("more_body"):  # which nobody reads ahead: it may be long
                self._body_follows = True
                await Event().wait()

    async def receive(self) -> Message:
        """Return the next message, those that were read already first."""
        if self._body_follows and self._sent.empty():
            return await self._receive()
        return await self._sent.get()


def _log_failure(work: "Task[None]") -> None:
    if not work.cancelled() and work.exception() is not None:
        LOG.error("a late answer failed", exc_info=work.exception())
