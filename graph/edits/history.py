"""The history of a dataset: its versions, what each edited, and how one is undone."""

from collections.abc import Collection, Iterator
from typing import Literal

from graph.answers import Workspace
from graph.answers.shapes.edits import (
    EditBody,
    EditItem,
    EditsBody,
    HistoryBody,
    Orphan,
    VersionItem,
)
from graph.answers.statements import sentence
from graph.edits.changes import Change
from graph.edits.conflicts import conflicts_told
from graph.edits.finding import held
from graph.errors import NotUndoableError, StaleEditError, UnknownVersionError
from graph.model import (
    CONFIDENTIAL,
    FIELD_OF_TYPE,
    AnyRecord,
    Document,
    Fact,
    Facts,
    RecordKey,
    Source,
    references,
)
from graph.model.merging import reattached_one
from graph.model.vocabulary import Lang
from graph.store.contract import Edit, GraphStore, Version

SHOWN = 20
"""An import edits thousands of records at once; the list shows the first of them."""


def history(store: GraphStore, version: Version) -> HistoryBody:
    """List the versions up to this one, newest first, still without their edits."""
    found = [each for each in store.versions(version.dataset) if each.number <= version.number]
    items = tuple(version_shape(each) for each in found)
    return HistoryBody(
        dataset=version.dataset, version=version.number, total=len(items), items=items
    )


def with_edits(store: GraphStore, ws: Workspace, body: HistoryBody, lang: Lang) -> HistoryBody:
    """Add the first edits of each version to a page of the history, and the orphans."""
    items = tuple(_filled(store, ws, each, lang) for each in body.items)
    return body.model_copy(update={"items": items, "orphans": tuple(_orphans(store, body))})


def _orphans(store: GraphStore, body: HistoryBody) -> Iterator[Orphan]:
    lost = store.orphans(body.dataset, body.version)
    facts = store.read(body.dataset, body.version) if lost else None
    for record in lost:
        if facts is None or isinstance(record, Document | Source) or record.type in CONFIDENTIAL:
            continue
        named = references(reattached_one(record, facts.merged))
        gone = [f"{t}:{id_}" for t, id_ in named if id_ not in getattr(facts, FIELD_OF_TYPE[t])]
        yield Orphan(type=record.type, id=record.id, lost=tuple(gone), evidence=record.evidence)


def _filled(store: GraphStore, ws: Workspace, item: VersionItem, lang: Lang) -> VersionItem:
    if item.cause == "load":
        return item
    found = _public(store, ws.facts.dataset.id, item.version)
    shown = tuple(edit_shape(ws, each, lang) for each in found[:SHOWN])
    return item.model_copy(update={"edits": shown, "more": len(found) - len(shown)})


def _public(store: GraphStore, dataset: str, number: int) -> tuple[Edit, ...]:
    """What a version edited of what readers may know."""
    return tuple(each for each in store.edits(dataset, number) if each.type not in CONFIDENTIAL)


def edits(store: GraphStore, ws: Workspace, number: int, lang: Lang) -> EditsBody:
    """List what one version edited; raise `UnknownVersionError`."""
    dataset = ws.facts.dataset.id
    found = _public(store, dataset, number)
    about = version_of(store, dataset, number)
    items = tuple(edit_shape(ws, each, lang) for each in found)
    return EditsBody(
        dataset=dataset,
        version=ws.facts.version,
        total=len(items),
        about=version_shape(about),
        items=items,
    )


def version_of(store: GraphStore, dataset: str, number: int) -> Version:
    """Return a version by its number; raise `UnknownVersionError`."""
    found = next((each for each in store.versions(dataset) if each.number == number), None)
    if found is None:
        raise UnknownVersionError(dataset=dataset, version=number)
    return found


def edited(store: GraphStore, ws: Workspace, keys: Collection[RecordKey], lang: Lang) -> EditBody:
    """Say what the version of `ws` changed of these records: nothing where it is not theirs."""
    dataset, number = ws.facts.dataset.id, ws.facts.version
    found = [each for each in store.edits(dataset, number) if (each.type, each.id) in keys]
    return EditBody(
        dataset=dataset,
        version=number,
        changed=bool(found),
        edits=tuple(edit_shape(ws, each, lang) for each in found),
    )


def would_edit(before: Workspace, after: Workspace, change: Change, lang: Lang) -> EditBody:
    """Say what a change would edit, of the records that hold now."""
    records = {(each.type, each.id): each for each in change.records}
    found = [
        Edit(*key, held(before.facts, key), records.get(key, held(after.facts, key)))
        for key in sorted(change.keys)
    ]
    edits = tuple(edit_shape(after, each, lang) for each in found if each.before != each.after)
    return EditBody(
        dataset=before.facts.dataset.id,
        version=before.facts.version,
        changed=False,
        edits=edits,
    )


def version_shape(version: Version) -> VersionItem:
    """Tell a version without its edits."""
    return VersionItem(
        version=version.number,
        at=version.at,
        cause=version.cause,
        by=version.by,
        note=version.note,
        edition=version.edition,
        added=version.added,
        changed=version.changed,
        removed=version.removed,
    )


def edit_shape(ws: Workspace, edit: Edit, lang: Lang) -> EditItem:
    """Say what was edited in words, as far as what it names is still there."""
    record = edit.after or edit.before
    assert record is not None  # noqa: S101 - an edit is of something
    return EditItem(
        type=edit.type,
        id=edit.id,
        text=sentence(ws, record, lang),
        action=_action(edit),
        before=edit.before,
        after=edit.after,
        seed=_below(ws.facts, edit),
    )


def _below(facts: Facts, edit: Edit) -> AnyRecord | None:
    """Return what the seed says where an edit lies."""
    key = (edit.type, edit.id)
    found = facts.covered.get(key) or held(facts, key)
    reported = isinstance(found, Fact) and any(e.basis == "reported" for e in found.evidence)
    return None if reported else found


def _action(edit: Edit) -> Literal["reported", "changed", "denied", "withdrawn"]:
    if edit.after is None:
        return "withdrawn"
    if isinstance(edit.after, Fact) and edit.after.denied:
        return "denied"
    return "reported" if edit.before is None else "changed"


def undoing(store: GraphStore, version: Version, reason: str, seen: int) -> Change:
    """Return the inverse of what a version edited, by an author who saw version `seen`.

    Raise `NotUndoableError` for a load, which another load undoes, and `EditConflictError` if the
    author has not even seen the version.
    """
    dataset, number = version.dataset, version.number
    found = store.edits(dataset, number)
    if not found:
        raise NotUndoableError(version=number)
    if seen < number:
        keys = [(each.type, each.id) for each in found]
        with conflicts_told(store, dataset):
            raise StaleEditError(keys=keys, seen=seen, current=store.current(dataset).number)
    return Change(
        reason,
        records=tuple(each.before for each in found if each.before is not None),
        withdrawn=tuple((each.type, each.id) for each in found if each.before is None),
        undoes=number,
    )
