"""The audit log: a file of JSON lines beside the tokens, to which is only added.

It never holds a token, a cookie, a query or a body.
"""

import logging
import os
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock

from pydantic import ValidationError

from api.auth.tokens import utc_now
from api.wanted import PageWanted
from graph.answers.shapes.trail import TrailBody, TrailEntry
from graph.errors import BadParameterError

LOG = logging.getLogger("liantu.audit")
NAME = "audit.jsonl"
MOST_BYTES, FILES = 2 * 1024 * 1024, 5
"""A full file is put aside as `audit.jsonl.1`, and so on; the oldest goes."""
STRANGERS, STRANGER_SECONDS = 60, 60
"""Entries of requests without a token within a minute: who floods the log pushes nobody out."""


class AuditLog:
    """The log of one file; without a file nothing is kept. Safe for threads."""

    def __init__(self, file: Path | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.file = file
        self._clock = clock
        self._strangers: deque[float] = deque()
        self._unlisted = 0
        self._lock = Lock()

    @classmethod
    def next_to(cls, tokens: Path | None) -> "AuditLog":
        """Return the log that goes with a file of tokens."""
        return cls(tokens.with_name(NAME) if tokens else None)

    def add(self, entry: TrailEntry) -> None:
        """Add an entry, which gets its number here, and its time where it has none.

        A log that cannot be written stops nothing: that is an error of the server's own log.
        """
        if self.file is None:
            return
        with self._lock:
            if not entry.by and self._crowded():
                self._unlisted += 1
                return
            try:
                self._write(self.file, entry)
            except OSError as error:
                LOG.error("the audit log %s cannot be written: %s", self.file, error.strerror)
            else:
                self._unlisted = 0

    def page(self, page: PageWanted) -> TrailBody:
        """Return entries from the newest on; the cursor is the number of the last one shown.

        Raises `BadParameterError` for a cursor that is none.
        """
        before = _number(page.cursor)
        entries = list(self._entries())
        older = [each for each in entries if before is None or each.number < before]
        shown = older[: page.limit]
        more = len(older) > page.limit
        return TrailBody(
            items=tuple(shown),
            total=len(entries),
            next=str(shown[-1].number) if more else None,
            torn=self._lines() - len(entries),
        )

    def versions_after(self, dataset: str) -> frozenset[int]:
        """The versions of a dataset that listed edits made."""
        mine = (each.after for each in self._entries() if each.dataset == dataset)
        return frozenset(after for after in mine if after is not None)

    def _lines(self) -> int:
        return sum(len(file.read_bytes().splitlines()) for file in _files(self.file))

    def _crowded(self) -> bool:
        now = self._clock()
        while self._strangers and self._strangers[0] <= now - STRANGER_SECONDS:
            self._strangers.popleft()
        if len(self._strangers) >= STRANGERS:
            return True
        self._strangers.append(now)
        return False

    def _write(self, file: Path, entry: TrailEntry) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        last = next(self._entries(), None)
        given = {
            "number": last.number + 1 if last else 1,
            "time": entry.time or utc_now().isoformat(),
            "unlisted": self._unlisted,
        }
        line = entry.model_copy(update=given).model_dump_json(exclude_defaults=True) + "\n"
        if file.exists() and file.stat().st_size + len(line) > MOST_BYTES:
            _put_aside(file)
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "ab") as out:
            out.write(line.encode() if _is_whole(file) else b"\n" + line.encode())

    def _entries(self) -> Iterator[TrailEntry]:
        """Every entry, the newest first; a line that a crash left unfinished is passed over."""
        for file in _files(self.file):
            for line in reversed(file.read_bytes().splitlines()):
                try:
                    yield TrailEntry.model_validate_json(line)
                except ValidationError:
                    continue


def _is_whole(file: Path) -> bool:
    """Whether the last line ended; what a crash left of one must not take the next along."""
    with file.open("rb") as found:
        size = found.seek(0, os.SEEK_END)
        found.seek(max(0, size - 1))
        return found.read() in (b"", b"\n")


def _files(file: Path | None) -> Iterator[Path]:
    """The files there are, the newest first."""
    if file is not None:
        known = [file, *(Path(f"{file}.{number}") for number in range(1, FILES))]
        yield from (each for each in known if each.exists())


def _put_aside(file: Path) -> None:
    for number in range(FILES - 1, 1, -1):
        older, newer = Path(f"{file}.{number}"), Path(f"{file}.{number - 1}")
        if newer.exists():
            newer.replace(older)
    file.replace(f"{file}.1")


def _number(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit()):
        raise BadParameterError(parameter="cursor", value=cursor, allowed="next")
    return int(cursor)
