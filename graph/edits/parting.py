"""A merged enterprise taken out of another again, each with what it had before."""

from collections.abc import Iterator

from graph.answers import Workspace
from graph.edits.changes import Author, Change
from graph.edits.inputs import MergeInput, evidence_of
from graph.errors import BadParameterError
from graph.message import _
from graph.model import AnyRecord, Enterprise, Evidence, Fact, Facts, RecordKey
from graph.model.facts import FIELD_OF_TYPE, own_fields
from graph.model.merging import reattached_one
from graph.model.references import references
from graph.store.contract import Edit, GraphStore


def split(
    store: GraphStore, ws: Workspace, ends: tuple[str, str], said: MergeInput, author: Author
) -> Change:
    """Take a merged enterprise out of another again, each with what it had before.

    What was said of the two since they were one stays with the first. Raise `BadParameterError`
    for an id that nobody merged into it by an edit.
    """
    dataset, (keep, gone) = ws.facts.dataset.id, ends
    number, edits = _merging(store, ws.facts, keep, gone)
    before = store.read(dataset, number - 1)
    parted = _Parted(before, {(each.type, each.id): each for each in store.reported(dataset)})
    own = evidence_of(said.evidence, author.name, author.today)
    for edit in edits:
        parted.take_back(edit, own)
    for record in store.reported(dataset, number - 1):
        parted.give_back(record, gone, keep)
    return Change(said.reason, tuple(parted.records.values()), withdrawn=tuple(parted.withdrawn))


def _merging(store: GraphStore, facts: Facts, keep: str, gone: str) -> tuple[int, tuple[Edit, ...]]:
    """The last version that merged one into the other, and what it edited."""
    dataset = facts.dataset.id
    merges = facts.merged.get(("enterprise", gone)) == keep
    for version in store.versions(dataset) if merges else ():
        if version.cause == "load":
            continue
        edits = store.edits(dataset, version.number)
        joins = any(_joins(edit, keep, gone) for edit in edits)
        if joins and {keep, gone} <= store.read(dataset, version.number - 1).enterprises.keys():
            return version.number, edits
    raise BadParameterError(parameter="split", value=gone, allowed=_("由编辑并入该企业的编号"))


def _joins(edit: Edit, keep: str, gone: str) -> bool:
    before, after = (getattr(each, "was", ()) for each in (edit.before, edit.after))
    return (edit.type, edit.id) == ("enterprise", keep) and gone not in before and gone in after


class _Parted:
    """What is to be written and withdrawn, so that two are what they were `before`."""

    def __init__(self, before: Facts, held: dict[RecordKey, AnyRecord]) -> None:
        self.before = before
        self.held = held
        self.records: dict[RecordKey, AnyRecord] = {}
        self.withdrawn: dict[RecordKey, None] = {}

    def take_back(self, edit: Edit, own: tuple[Evidence, ...]) -> None:
        """Undo what the merger did to a record, but for what was said of it since."""
        key: RecordKey = (edit.type, edit.id)
        now = self.held.get(key)
        if now == edit.after:
            self._put(key, edit.before)
        elif isinstance(now, Enterprise) and isinstance(edit.after, Enterprise):
            self.records[key] = _without(now, edit.after, self.before.enterprises[edit.id], own)
        elif now is not None and isinstance(edit.after, Fact):
            self._put(key, self._own_proofs(now, edit.after, key))

    def give_back(self, record: AnyRecord, gone: str, keep: str) -> None:
        """Give the one that went what was said of it alone, where it stands with the other now."""
        key: RecordKey = (record.type, record.id)
        if ("enterprise", gone) not in references(record):
            return
        there = reattached_one(record, {("enterprise", gone): keep})
        place: RecordKey = (there.type, there.id)
        now = self.held.get(place)
        if now is None or place == key or not isinstance(record, Fact):
            return
        self.records[key] = self.held.get(key, record)
        if place not in self.records:
            self._put(place, _with_proofs(now, record.evidence))

    def _own_proofs(self, now: AnyRecord, after: Fact, key: RecordKey) -> AnyRecord | None:
        found = getattr(self.before, FIELD_OF_TYPE[key[0]]).get(key[1])
        own = found.evidence if isinstance(found, Fact) else ()
        return _with_proofs(now, tuple(each for each in after.evidence if each not in own))

    def _put(self, key: RecordKey, record: AnyRecord | None) -> None:
        """Write a record in its place; withdraw what is there for none."""
        if record is not None:
            self.records[key] = record
        elif key in self.held:
            self.withdrawn[key] = None


def _with_proofs(now: AnyRecord, but: tuple[Evidence, ...]) -> AnyRecord | None:
    """A fact without some proofs; null where it has no others."""
    held = now.evidence if isinstance(now, Fact) else ()
    proofs = tuple(each for each in held if each not in but)
    return now.model_copy(update={"evidence": proofs}) if proofs else None


def _without(
    now: Enterprise, after: Enterprise, before: Enterprise, own: tuple[Evidence, ...]
) -> Enterprise:
    """An enterprise that was edited since it was merged, without what came with the other."""
    brought = {*after.aliases} - {*before.aliases}
    values: dict[str, object] = {
        name: getattr(before, name)
        for name in own_fields(Enterprise)
        if getattr(now, name) == getattr(after, name)
    }
    proofs: Iterator[Evidence] = (
        each for each in now.evidence if each in before.evidence or each not in after.evidence
    )
    values |= {
        "aliases": tuple(each for each in now.aliases if each not in brought),
        "was": tuple(each for each in now.was if each not in after.was or each in before.was),
        "evidence": tuple(dict.fromkeys((*proofs, *own))),
    }
    return now.model_copy(update=values)
