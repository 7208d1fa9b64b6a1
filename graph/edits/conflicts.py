"""What an edit that came too late collides with: both versions of each record."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from graph.answers.shapes.edits import Conflict
from graph.edits.finding import held
from graph.errors import EditConflictError, StaleEditError
from graph.model import AnyRecord, RecordKey
from graph.store.contract import GraphStore, Version


@contextmanager
def conflicts_told(store: GraphStore, dataset: str) -> Iterator[None]:
    """Turn a `StaleEditError` into an `EditConflictError`."""
    try:
        yield
    except StaleEditError as stale:
        before, after = store.read(dataset, stale.seen), store.read(dataset)
        authors = _authors(store, dataset, stale.seen)
        found = [
            _conflict(key, held(before, key), held(after, key), authors.get(key))
            for key in cast("tuple[RecordKey, ...]", stale.keys)
        ]
        raise EditConflictError(stale, found) from stale


def _authors(store: GraphStore, dataset: str, seen: int) -> dict[RecordKey, Version]:
    """Find the newest edit of each record after the version seen."""
    found: dict[RecordKey, Version] = {}
    for version in store.versions(dataset):
        if version.number <= seen:
            break
        for edit in store.edits(dataset, version.number):
            found.setdefault((edit.type, edit.id), version)
    return found


def _conflict(
    key: RecordKey, seen: AnyRecord | None, now: AnyRecord | None, version: Version | None
) -> Conflict:
    type_, id_ = key
    by, at = (version.by, version.at) if version else (None, None)
    return Conflict(type=type_, id=id_, seen=seen, now=now, by=by, at=at)
