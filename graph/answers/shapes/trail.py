"""The audit log: who tried to change something, and what became of it."""

from typing import Literal

from graph.model import Record

TrailOutcome = Literal["done", "refused", "failed"]


class TrailEntry(Record):
    """One request that changes something, or one command; who asked is empty where nobody said.

    `number` grows by one with each entry. `route` is the pattern of `path`. `before` and `after`
    are versions of `dataset`. `unlisted` counts refused requests of strangers before this one
    that were too many to be listed.
    """

    number: int
    time: str
    outcome: TrailOutcome
    by: str = ""
    role: str = ""
    token: str = ""
    address: str = ""
    request: str = ""
    method: str = ""
    route: str = ""
    path: str = ""
    status: int | None = None
    dataset: str | None = None
    before: int | None = None
    after: int | None = None
    unlisted: int = 0


class TrailBody(Record):
    """Entries, the newest first; `torn` lines could not be read, as a crash leaves them."""

    items: tuple[TrailEntry, ...]
    total: int
    next: str | None = None
    torn: int = 0
