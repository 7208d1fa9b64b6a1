"""Sessions of browsers: a cookie that stands for a token, until the day ends.

The cookie does not hold the token itself: it is sent to every port of this machine. What is kept
beside the tokens, so that a restart logs nobody out, is a hash of each cookie.
"""

import hashlib
import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from pydantic import TypeAdapter, ValidationError

from api.auth.private_files import keep, kept

LOG = logging.getLogger("liantu.sessions")
NAME = "sessions.json"
_KEPT = TypeAdapter(OrderedDict[str, tuple[str, float]])
COOKIE = "liantu_session"
SECONDS = 12 * 3600
"""A working day; whoever comes back tomorrow logs in again."""
MOST = 1000
"""Sessions at once; the oldest make room."""
TRIES, TRY_SECONDS = 10, 60
"""Wrong tokens from one address before it has to wait; nobody guesses one, but the log fills."""


class Sessions:
    """Which session stands for which token, by its id; safe for threads.

    They are kept in `file`, if there is one. One that cannot be read, or that others could have
    written, logs nobody in; one that cannot be written lasts as long as the server.
    """

    def __init__(self, clock: Callable[[], float] = time.time, file: Path | None = None) -> None:
        self._clock = clock
        self._file = file
        self._open = _read(file) if file else OrderedDict()
        self._lock = Lock()

    @classmethod
    def next_to(cls, tokens: Path | None) -> "Sessions":
        """Return the sessions that go with a file of tokens."""
        return cls(file=tokens.with_name(NAME) if tokens else None)

    def begin(self, token: str) -> str:
        """Return the cookie of a new session."""
        cookie, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            for ended in [key for key, (_, end) in self._open.items() if end <= now]:
                del self._open[ended]
            self._open[_digest(cookie)] = (token, now + SECONDS)
            while len(self._open) > MOST:
                self._open.popitem(last=False)
            self._keep()
        return cookie

    def token(self, cookie: str) -> str | None:
        """Return the id of the token that a session stands for, while it is open."""
        with self._lock:
            token, end = self._open.get(_digest(cookie), ("", 0.0))
        return token if self._clock() < end else None

    def end(self, cookie: str) -> None:
        """End a session."""
        with self._lock:
            if self._open.pop(_digest(cookie), None):
                self._keep()

    def __len__(self) -> int:
        """How many are open."""
        now = self._clock()
        with self._lock:
            return sum(now < end for _, end in self._open.values())

    def _keep(self) -> None:
        if self._file is not None:
            keep(self._file, _KEPT.dump_json(self._open))


def _read(file: Path) -> OrderedDict[str, tuple[str, float]]:
    try:
        return _KEPT.validate_json(kept(file) or b"{}")
    except ValidationError as error:
        LOG.warning("the sessions %s cannot be read: %s", file, type(error).__name__)
        return OrderedDict()


def _digest(cookie: str) -> str:
    return hashlib.sha256(cookie.encode("utf-8", "replace")).hexdigest()


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
