"""The history of a dataset: its versions, what each edited, and how one is undone."""

from collections.abc import Collection

from graph.answers import Workspace
from graph.answers.shapes.edits import EditBody, EditsBody, EditShape, HistoryBody, VersionItem
from graph.answers.statements import statement
from graph.edits.changes import Author, refuse_the_future
from graph.edits.conflicts import conflicts_told
from graph.errors import NotUndoableError, StaleEditError, UnknownVersionError
from graph.model import AnyRecord, Key
from graph.model.soundness import names_only_what_is_there
from graph.model.vocabulary import Lang
from graph.store.contract import Edit, GraphStore, Version

SHOWN = 20
"""An import edits thousands of records at once; the list shows the first of them."""


def history(store: GraphStore, version: Version) -> HistoryBody:
    """List the versions up to this one, newest first, still without their edits."""
    found = [each for each in store.versions(version.dataset) if each.number <= version.number]
    items = tuple(_item(each) for each in found)
    return HistoryBody(
        dataset=version.dataset, version=version.number, total=len(items), items=items
    )


def with_edits(store: GraphStore, ws: Workspace, body: HistoryBody, lang: Lang) -> HistoryBody:
    """Add the first edits of each version to a page of the history."""
    items = tuple(_filled(store, ws, each, lang) for each in body.items)
    return body.model_copy(update={"items": items})


def _filled(store: GraphStore, ws: Workspace, item: VersionItem, lang: Lang) -> VersionItem:
    if item.cause == "load":
        return item
    found = store.edits(ws.facts.dataset.id, item.version)
    shown = tuple(edit_shape(ws, each, lang) for each in found[:SHOWN])
    return item.model_copy(update={"edits": shown, "more": len(found) - len(shown)})


def edits(store: GraphStore, ws: Workspace, number: int, lang: Lang) -> EditsBody:
    """List what one version edited; raise `UnknownVersionError`."""
    dataset = ws.facts.dataset.id
    found = store.edits(dataset, number)
    about = version_of(store, dataset, number)
    items = tuple(edit_shape(ws, each, lang) for each in found)
    return EditsBody(
        dataset=dataset,
        version=ws.facts.version,
        total=len(items),
        about=_item(about),
        items=items,
    )


def version_of(store: GraphStore, dataset: str, number: int) -> Version:
    """Return a version by its number; raise `UnknownVersionError`."""
    found = next((each for each in store.versions(dataset) if each.number == number), None)
    if found is None:
        raise UnknownVersionError(dataset=dataset, version=number)
    return found


def edited(store: GraphStore, ws: Workspace, keys: Collection[Key], lang: Lang) -> EditBody:
    """Say what the version of `ws` changed of these records: nothing where it is not theirs."""
    dataset, number = ws.facts.dataset.id, ws.facts.version
    found = [each for each in store.edits(dataset, number) if (each.type, each.id) in keys]
    return EditBody(
        dataset=dataset,
        version=number,
        changed=bool(found),
        edits=tuple(edit_shape(ws, each, lang) for each in found),
    )


def _item(version: Version) -> VersionItem:
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


def edit_shape(ws: Workspace, edit: Edit, lang: Lang) -> EditShape:
    """Say what was edited in words, as far as what it names is still there."""
    record = edit.after or edit.before
    assert record is not None  # noqa: S101 - an edit is of something
    return EditShape(
        type=edit.type,
        id=edit.id,
        text=sentence(ws, record, lang),
        before=edit.before,
        after=edit.after,
    )


def sentence(ws: Workspace, record: AnyRecord, lang: Lang) -> str:
    """Say what a record says; its id where it names something that is there no more."""
    if not names_only_what_is_there(record, ws.facts):
        return record.id
    return statement(ws, record, lang)[0]


def undo(
    store: GraphStore, version: Version, note: str, author: Author, seen: int
) -> tuple[Version, frozenset[Key]]:
    """Undo what a version edited; return the version after it, and the records touched.

    Raise `NotUndoableError` for a load, which another load undoes, and `EditConflictError` where a
    later version touched the same records, or the author has not even seen the version.
    """
    dataset, number = version.dataset, version.number
    refuse_the_future(store, dataset, seen)
    found = store.edits(dataset, number)
    if not found:
        raise NotUndoableError(version=number)
    keys = [(each.type, each.id) for each in found]
    with conflicts_told(store, dataset):
        if seen < number:
            raise StaleEditError(keys=keys, seen=seen, current=store.current(dataset).number)
        made = store.report(
            dataset,
            [each.before for each in found if each.before is not None],
            withdrawn=[(each.type, each.id) for each in found if each.before is None],
            by=author.name,
            note=note,
            seen=number,
            cause="undo",
        )
    return made, frozenset(keys)
