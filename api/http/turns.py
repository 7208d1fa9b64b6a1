"""Whose turn it is: a few questions are worked out at a time, and addresses take turns.

Who asks two hundred questions at once waits for himself, not everybody else for him.
"""

import asyncio
from asyncio import AbstractEventLoop, CancelledError, Future
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Annotated
from weakref import WeakKeyDictionary

from fastapi import Depends, Request

from api.http.traffic import Waiting
from api.serving import ServingLimits
from graph.errors import AddressCrowdedError, CrowdedError, QueueTooLongError


class Places:
    """The places of one event loop; one address takes all but one of them.

    Who waits is called by address in turn, and of one address in the order they came.
    """

    def __init__(self, most: int) -> None:
        self._free = most
        self._share = max(1, most - 1)
        self._taken: Counter[str] = Counter()
        self._waiting: OrderedDict[str, deque[Future[None]]] = OrderedDict()

    def free(self, address: str) -> bool:
        """Whether an address has nothing to wait for."""
        return self._free > 0 and self._taken[address] < self._share

    def take(self, address: str) -> None:
        """Take a place that is free."""
        self._free -= 1
        self._taken[address] += 1

    async def wait(self, address: str) -> None:
        """Take a place once it is this address's turn."""
        if self.free(address):
            self.take(address)
            return
        called = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(address, deque()).append(called)
        try:
            await called
        except CancelledError:
            if not called.cancelled():  # it was called, and is there no more
                self.give_back(address)
            raise

    def give_back(self, address: str) -> None:
        """Give a place back, to who is next."""
        self._free += 1
        self._taken[address] -= 1
        if not self._taken[address]:
            del self._taken[address]
        while self._call_next():
            pass

    def _call_next(self) -> bool:
        for address in filter(self.free, list(self._waiting)):
            line = self._waiting.pop(address)
            while line and line[0].done():  # who has gone
                line.popleft()
            called = line.popleft() if line else None
            if line:  # the others of this address go behind
                self._waiting[address] = line
            if called:
                self.take(address)
                called.set_result(None)
                return True
        return False


class Turns:
    """The turns of one application, and how much each address asks."""

    def __init__(self, limits: ServingLimits, waiting: Waiting) -> None:
        self.limits = limits
        self.waiting = waiting
        self._of_address: Counter[str] = Counter()
        # A server has one event loop; a client of tests has one for each request.
        self._places: WeakKeyDictionary[AbstractEventLoop, Places] = WeakKeyDictionary()

    @property
    def places(self) -> Places:
        """The places of the event loop that runs."""
        loop = asyncio.get_running_loop()
        return self._places.setdefault(loop, Places(self.limits.workers))

    @contextmanager
    def counted(self, address: str) -> Iterator[None]:
        """Count a question while it is asked; raise `AddressCrowdedError` for one too many."""
        self._of_address[address] += 1
        try:
            if self._of_address[address] > self.limits.requests_per_address:
                raise AddressCrowdedError(most=self.limits.requests_per_address)
            yield
        except CrowdedError as error:
            self.waiting.refused[type(error).__name__] += 1
            raise
        finally:
            self._of_address[address] -= 1
            if not self._of_address[address]:
                del self._of_address[address]

    def too_long(self) -> QueueTooLongError:
        """Say that the turn did not come."""
        return QueueTooLongError(seconds=f"{self.limits.queue_seconds:g}")


async def _in_turn(request: Request) -> AsyncIterator[None]:
    turns = request.app.state.turns
    assert isinstance(turns, Turns)  # noqa: S101 - set once, by `frame`
    address, places = request.client.host if request.client else "", turns.places
    with turns.counted(address):
        try:
            async with asyncio.timeout(turns.limits.queue_seconds):
                await places.wait(address)
        except TimeoutError as error:
            raise turns.too_long() from error
        try:
            yield
        finally:
            places.give_back(address)


InTurn = Annotated[None, Depends(_in_turn, scope="function")]
"""What a question that comes by POST asks for: its turn, once its body is there.

Those that come by GET have theirs before they are read. The place is given back before the answer
is sent, however slowly it is read.
"""
