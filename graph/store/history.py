"""Histories: what an edit finds changed, what a version edited, what makes an archive sound.

The same in every store.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.errors import BadParameterError, StaleEditError
from graph.model import AnyRecord, Dataset
from graph.model.references import RecordKey
from graph.store.contract import Archive, Edit, Stored, Version
from graph.store.layers import LAYERS, rank


@dataclass(frozen=True, slots=True)
class Held:
    """The record that holds for a key, and whether it is a reported one."""

    reported: bool
    record: AnyRecord


def refuse_stale(
    seen: Mapping[RecordKey, Held], now: Mapping[RecordKey, Held], *, version: int, current: int
) -> None:
    """Raise `StaleEditError` if some key is held otherwise now than when it was seen.

    What changed and was changed back since does not count: the editor saw what is there.
    """
    changed = [key for key in seen.keys() | now.keys() if seen.get(key) != now.get(key)]
    if changed:
        ordered = sorted(changed, key=lambda key: rank(*key))
        raise StaleEditError(keys=ordered, seen=version, current=current)


def edits_between(ended: Iterable[AnyRecord], begun: Iterable[AnyRecord]) -> tuple[Edit, ...]:
    """Pair the reported records that a version ended with those that it began."""
    before: dict[RecordKey, AnyRecord] = {(each.type, each.id): each for each in ended}
    after: dict[RecordKey, AnyRecord] = {(each.type, each.id): each for each in begun}
    keys = sorted(before.keys() | after.keys(), key=lambda key: rank(*key))
    return tuple(Edit(*key, before.get(key), after.get(key)) for key in keys)


def archive_of(states: Iterable[tuple[Version, Dataset]], rows: Iterable[Stored]) -> Archive:
    """Put states and the rows that were read after them into order.

    A version may have been written between the two readings: what it began is left out, and
    what it ended goes on.
    """
    oldest_first = sorted(states, key=lambda state: state[0].number)
    newest = oldest_first[-1][0].number
    then = (
        row if row.until is None or row.until <= newest else replace(row, until=None)
        for row in rows
        if row.since <= newest
    )
    return Archive(tuple(oldest_first), tuple(sorted(then, key=_order)))


def _order(row: Stored) -> tuple[int, int, int, str]:
    return row.since, LAYERS.index(row.layer), *rank(row.record.type, row.record.id)


def newest_of(archive: Archive) -> Version:
    """The newest version of an archive; raise `BadParameterError` if it is no sound history.

    Sound: versions of one dataset numbered from 1, rows within them, one at a place at a time.
    """
    flaw = next(_flaws(archive), None)
    if flaw is not None:
        raise BadParameterError(parameter="archive", value=flaw, allowed="a whole history")
    return archive.states[-1][0]


def _flaws(archive: Archive) -> Iterator[str]:
    numbers = [version.number for version, _ in archive.states]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        yield f"versions {numbers}"
        return
    name = archive.states[0][0].dataset
    for version, dataset in archive.states:
        called = (version.dataset, dataset.id, version.edition)
        if called != (name, name, dataset.edition.label):
            yield f"version {version.number} of {', '.join(called)}"
    free_from: dict[tuple[str, RecordKey], int] = {}
    for row in sorted(archive.records, key=_order):
        place = (row.layer, (row.record.type, row.record.id))
        until = numbers[-1] + 1 if row.until is None else row.until
        ends_in_time = row.until is None or row.until <= numbers[-1]
        if not (free_from.get(place, 1) <= row.since < until and ends_in_time):
            yield f"{row.record.type} {row.record.id}: {row.since}–{row.until}"
        free_from[place] = until
