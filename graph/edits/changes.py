"""An edit before it is written: which reported records it adds and takes away, and why."""

from dataclasses import dataclass

from graph.edits.conflicts import conflicts_told
from graph.errors import BadParameterError
from graph.message import Message
from graph.model import AnyRecord, Facts, RecordKey
from graph.model.merging import reattached_one
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore, Version


@dataclass(frozen=True, slots=True)
class Author:
    """Who edits, and on which day."""

    name: str
    today: str


@dataclass(frozen=True, slots=True)
class Change:
    """Reported records to write and to withdraw; `note` says why.

    `undoes` is the version whose edits are taken back, if it is such a change; `conflicts` are
    values of which it sets one aside.
    """

    note: str
    records: tuple[AnyRecord, ...] = ()
    withdrawn: tuple[RecordKey, ...] = ()
    undoes: int | None = None
    conflicts: tuple[Message, ...] = ()

    @property
    def keys(self) -> frozenset[RecordKey]:
        """What it touches."""
        return frozenset({*self.withdrawn, *((each.type, each.id) for each in self.records)})

    def told(self, lang: Lang) -> tuple[str, ...]:
        """The conflicts in a language."""
        return tuple(each.text(lang) for each in self.conflicts)


def commit(store: GraphStore, facts: Facts, change: Change, author: Author, seen: int) -> Version:
    """Write a change of what the author saw at version `seen`; return the version after it.

    Raise `EditConflictError` if one of the records was changed since; for a change that undoes a
    version, since that one.
    """
    dataset = facts.dataset.id
    refuse_the_future(store, dataset, seen)
    withdrawn = (*change.withdrawn, *_older_ids(store, facts, change))
    by, note = author.name, change.note
    with conflicts_told(store, dataset):
        if change.undoes is not None:
            return store.report(
                dataset,
                change.records,
                withdrawn=withdrawn,
                by=by,
                note=note,
                seen=change.undoes,
                cause="undo",
            )
        if not change.records:
            return store.withdraw(dataset, withdrawn, by=by, note=note, seen=seen)
        return store.report(
            dataset, change.records, withdrawn=withdrawn, by=by, note=note, seen=seen
        )


def refuse_the_future(store: GraphStore, dataset: str, seen: int) -> None:
    """Raise `BadParameterError` if nobody can have seen this version yet."""
    current = store.current(dataset).number
    if not 1 <= seen <= current:
        raise BadParameterError(parameter="If-Match", value=seen, allowed=f"1–{current}")


def _older_ids(store: GraphStore, facts: Facts, change: Change) -> tuple[RecordKey, ...]:
    """Name the records that were written under ids which were merged into those that change."""
    if not facts.merged:
        return ()
    found = []
    for record in store.reported(facts.dataset.id):
        now = reattached_one(record, facts.merged)
        own = (record.type, record.id)
        if now.id != record.id and own not in change.keys and (now.type, now.id) in change.keys:
            found.append((record.type, record.id))
    return tuple(found)
