"""What a reader asked to be remembered: the version they saw last, lists to come back to.

Whoever is logged in is known by their token; anybody else by a cookie that holds nothing but
chance, and that no browser gets before somebody asks to be remembered.
"""

import hashlib
import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from pydantic import Field, TypeAdapter, ValidationError

from api.auth.private_files import keep, kept
from graph.errors import StaleWatcherError
from graph.model import Record

LOG = logging.getLogger("liantu.watchers")
NAME = "watchers.json"
COOKIE = "liantu_watch"
SECONDS = 400 * 24 * 3600
"""As long as browsers keep a cookie."""
MOST = 500
"""Visitors, and likewise tokens, that are remembered; who came back longest ago makes room."""
MOST_LISTS = 30
LONGEST_NAME = 60
LONGEST_ADDRESS = 1000


class SeenVersion(Record):
    """The version that a reader said they had seen, and the day on which they said so."""

    version: int
    day: str


class SavedList(Record):
    """A list under a name: its address with all filters, and the version at its last look."""

    id: str
    name: str
    address: str
    dataset: str
    looked: int


class Watcher(Record):
    """What is remembered of one reader: what they have seen, by dataset, and their lists.

    `revision` counts the changes of it.
    """

    seen: dict[str, SeenVersion] = Field(default_factory=dict)
    lists: tuple[SavedList, ...] = ()
    revision: int = 0


NOBODY = Watcher()
_KEPT = TypeAdapter(OrderedDict[str, Watcher])


class Watchers:
    """What is remembered, by the key of the reader; safe for threads.

    It is kept in `file`, if there is one, like sessions are.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._known = _read(file) if file else OrderedDict[str, Watcher]()
        self._lock = Lock()

    @classmethod
    def next_to(cls, tokens: Path | None) -> "Watchers":
        """Return what goes with a file of tokens."""
        return cls(tokens.with_name(NAME) if tokens else None)

    def of(self, key: str) -> Watcher:
        """What is remembered of a reader; nothing of an unknown one."""
        with self._lock:
            return self._known.get(key, NOBODY)

    def change(
        self, key: str, change: Callable[[Watcher], Watcher], seen: int | None = None
    ) -> Watcher:
        """Remember what `change` makes of what is known of a reader, and return it.

        Raise `StaleWatcherError` where that is another revision than the one `seen`.
        """
        with self._lock:
            before = self._known.get(key, NOBODY)
            if seen not in (None, before.revision):
                raise StaleWatcherError(seen=seen or 0, current=before.revision)
            after = change(before)
            if after == before:
                return before
            after = after.model_copy(update={"revision": before.revision + 1})
            self._known[key] = after
            self._known.move_to_end(key)
            self._make_room(key.partition(":")[0])
            if self._file is not None:
                keep(self._file, _KEPT.dump_json(self._known))
            return after

    def _make_room(self, sort: str) -> None:
        alike = [each for each in self._known if each.startswith(f"{sort}:")]
        for each in alike[: max(0, len(alike) - MOST)]:
            del self._known[each]


def token_key(token: str) -> str:
    """The key of whoever has a token, by the token's id."""
    return f"token:{token}"


def visitor_key(cookie: str) -> str:
    """The key of whoever has this cookie; what is kept is a hash of it."""
    return f"visitor:{hashlib.sha256(cookie.encode('utf-8', 'replace')).hexdigest()}"


def watcher_key(token: str, cookie: str) -> str:
    """The key of whoever has this token, by its id, or else this cookie; empty for nobody."""
    if token:
        return token_key(token)
    return visitor_key(cookie) if cookie else ""


def new_cookie() -> str:
    """A cookie for a reader who asks to be remembered."""
    return secrets.token_urlsafe(32)


def _read(file: Path) -> OrderedDict[str, Watcher]:
    try:
        return _KEPT.validate_json(kept(file) or b"{}")
    except ValidationError as error:
        LOG.warning("what %s remembers cannot be read: %s", file, type(error).__name__)
        return OrderedDict()
