"""Sessions of browsers: a cookie that stands for a token, until the server or the day ends.

The cookie does not hold the token itself: it is sent to every port of this machine.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

COOKIE = "liantu_session"
SECONDS = 12 * 3600
"""A working day; whoever comes back tomorrow logs in again."""
MOST = 1000
"""Sessions at once; the oldest make room."""
TRIES, TRY_SECONDS = 10, 60
"""Wrong tokens from one address before it has to wait; nobody guesses one, but the log fills."""


class Sessions:
    """Which session stands for which token, by its id; safe for threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, token: str) -> str:
        """Return the cookie of a new session."""
        cookie = secrets.token_urlsafe(32)
        with self._lock:
            self._open[cookie] = (token, self._clock() + SECONDS)
            while len(self._open) > MOST:
                self._open.popitem(last=False)
        return cookie

    def token(self, cookie: str) -> str | None:
        """Return the id of the token that a session stands for, while it is open."""
        with self._lock:
            token, end = self._open.get(cookie, ("", 0.0))
        return token if self._clock() < end else None

    def end(self, cookie: str) -> None:
        """End a session."""
        with self._lock:
            self._open.pop(cookie, None)


class Failures:
    """How often each address showed a wrong token of late; safe for threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, address: str) -> int:
        """Return how many seconds an address has to wait before it may try again; mostly 0."""
        with self._lock:
            recent = self._recent(address)
            return int(recent[0] + TRY_SECONDS - self._clock()) + 1 if len(recent) >= TRIES else 0

    def note(self, address: str) -> None:
        """Remember a failure."""
        with self._lock:
            self._times[address] = [*self._recent(address), self._clock()]
            self._times.move_to_end(address)
            while len(self._times) > MOST:
                self._times.popitem(last=False)

    def _recent(self, address: str) -> list[float]:
        since = self._clock() - TRY_SECONDS
        return [each for each in self._times.get(address, []) if each > since]
