"""The facts of the next version from those of this one, without reading everything again."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple, TypeVar

from graph.model.dataset import Facts
from graph.model.facts import FIELD_OF_TYPE, RECORDS, AnyRecord
from graph.model.record import Fact
from graph.model.references import RecordKey, pointing_fields, references
from graph.model.soundness import names_only_what_is_there
from graph.model.vocabulary import RecordType

T = TypeVar("T")


class ReportedChange(NamedTuple):
    """What became of one place of the reported layer: null where nothing lies, or lay."""

    key: RecordKey
    before: AnyRecord | None
    after: AnyRecord | None


def facts_after(facts: Facts, version: int, changes: Sequence[ReportedChange]) -> Facts | None:
    """Return what reading the next version gives; null where only reading it can tell.

    `facts` have no orphans (see `sound`), nor has what is returned. Null is what changes which ids
    are merged, what takes away a record that others may name, and what names one that is not there.
    That an id stands in one of the seed's layers alone is what loading a seed checks.
    """
    ledger = _Ledger(facts)
    if not all(ledger.takes(each) for each in changes):
        return None
    after = ledger.facts(version)
    return after if all(names_only_what_is_there(each, after) for each in ledger.put) else None


@cache
def named_types() -> frozenset[RecordType]:
    """The types of record that others name."""
    pointed = {type_ for model in RECORDS.values() for _, type_ in pointing_fields(model)}
    by_value: set[RecordType] = {"gap", "region", "segment", "chain", "industry"}
    return frozenset(pointed | by_value)


class _Ledger:
    """The shelves that change, as far as they have."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._shelves: dict[str, dict[str, AnyRecord]] = {}
        self._fresh: dict[str, list[str]] = {}
        self._covered = dict(facts.covered)
        self._denied = dict(facts.denied)
        self._merged = facts.merged.keys() | {
            (type_, new) for (type_, _), new in facts.merged.items()
        }
        self.put: list[AnyRecord] = []

    def takes(self, change: ReportedChange) -> bool:
        """Enter a change; false for one of which not all is known here."""
        key, held = change.key, self._held(change.key)
        if not self._is_plain(change, held):
            return False
        below = held if change.before is None else self._covered.get(key)
        now = change.after or below
        if _is_there(held) and not _is_there(now) and key[0] in named_types():
            return False
        self._cover(key, below if change.after is not None else None)
        self._lay(key, now)
        return True

    def facts(self, version: int) -> Facts:
        """Return the facts with all changes, each shelf in order of id."""
        shelves = {
            name: in_order(shelf, self._fresh.get(name, ()))
            for name, shelf in self._shelves.items()
        }
        ranks = {type_: rank for rank, type_ in enumerate(FIELD_OF_TYPE)}
        covered = sorted(self._covered.items(), key=lambda each: each[0][1])
        denied = sorted(self._denied.items(), key=lambda each: (ranks[each[0][0]], each[0][1]))
        return replace(
            self._facts,
            version=version,
            covered=dict(covered),
            denied=dict(denied),
            **shelves,  # type: ignore[arg-type] # by their type
        )

    def _held(self, key: RecordKey) -> AnyRecord | None:
        """What is held at a place: a fact, or the denial of one."""
        return self._shelf(key[0]).get(key[1]) or self._denied.get(key)

    def _is_plain(self, change: ReportedChange, held: AnyRecord | None) -> bool:
        """Whether a change merges nothing, and replaces what is held."""
        for record in (change.before, change.after, held):
            if isinstance(record, Fact) and record.was:
                return False
            if record is not None and self._met_another(record):
                return False
        return change.before is None or change.before == held

    def _met_another(self, record: AnyRecord) -> bool:
        """Whether a record is written under an id that was merged, or may meet one that is.

        What names an id that another was merged into stands where what named the other went.
        """
        if not self._merged:
            return False
        named = {(record.type, record.id), *references(record)}
        return not named.isdisjoint(self._merged)

    def _cover(self, key: RecordKey, below: AnyRecord | None) -> None:
        self._covered.pop(key, None)
        if below is not None:
            self._covered[key] = below

    def _lay(self, key: RecordKey, now: AnyRecord | None) -> None:
        shelf, name = self._shelf(key[0]), FIELD_OF_TYPE[key[0]]
        self._denied.pop(key, None)
        if now is not None and not _is_there(now):
            self._denied[key] = now
        if now is None or not _is_there(now):
            shelf.pop(key[1], None)
            return
        if key[1] not in shelf:
            self._fresh.setdefault(name, []).append(key[1])
        shelf[key[1]] = now
        self.put.append(now)

    def _shelf(self, type_: RecordType) -> dict[str, AnyRecord]:
        name = FIELD_OF_TYPE[type_]
        if name not in self._shelves:
            self._shelves[name] = dict(getattr(self._facts, name))
        return self._shelves[name]


def _is_there(record: AnyRecord | None) -> bool:
    """Whether a record is among the facts where it holds: a denial is not."""
    return record is not None and not (isinstance(record, Fact) and record.denied)


def in_order(shelf: Mapping[str, T], fresh: Iterable[str]) -> dict[str, T]:
    """Return a mapping in order of id of which only the `fresh` stand in no place yet, but last.

    >>> in_order({"a": 1, "c": 3, "b": 2}, ["b"])
    {'a': 1, 'b': 2, 'c': 3}
    """
    left = {each: shelf[each] for each in fresh if each in shelf}
    if not left:
        return dict(shelf)
    others = dict(shelf)
    for id_ in left:
        del others[id_]
    ids, found = list(others), list(others.values())
    for id_ in sorted(left):
        at = bisect(ids, id_)
        ids.insert(at, id_)
        found.insert(at, left[id_])
    return dict(zip(ids, found, strict=True))
