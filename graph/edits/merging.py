"""Two enterprises that are one: merged under one id, and split again into what they were."""

from collections.abc import Iterator, Mapping

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


def merged(
    store: GraphStore, ws: Workspace, ends: tuple[str, str], said: MergeInput, author: Author
) -> Change:
    """Let the second of two enterprises be the first: its names, id and facts go over.

    What the first holds stays, what it lacks is taken from the other. Raise `BadParameterError`
    for one and the same, and for two whose credit codes differ.
    """
    keep, gone = (ws.facts.enterprises[each] for each in ends)
    if keep.id == gone.id or (keep.credit_code or gone.credit_code) != (
        gone.credit_code or keep.credit_code
    ):
        allowed = _("另一家企业，且统一社会信用代码不互相矛盾")
        raise BadParameterError(parameter="merge", value=gone.id, allowed=allowed)
    proofs = evidence_of(said.evidence, author.name, author.today)
    own = tuple(each.model_copy(update={"fields": ("aliases",)}) for each in proofs)
    united = {(e.type, e.id): e for e in _united(ws.facts, keep.id, gone.id)}
    return Change(
        said.reason,
        (_one_of(keep, gone, own), *united.values()),
        withdrawn=tuple(_in_the_way(store, ws.facts, keep.id, gone.id, united)),
    )


def _one_of(keep: Enterprise, gone: Enterprise, own: tuple[Evidence, ...]) -> Enterprise:
    values = {
        name: getattr(gone, name)
        for name in own_fields(Enterprise)
        if getattr(keep, name) in (None, ())
    }
    names = dict.fromkeys((*keep.aliases, gone.name, *gone.aliases))
    values |= {
        "aliases": tuple(each for each in names if each != keep.name),
        "qualifications": tuple(dict.fromkeys((*keep.qualifications, *gone.qualifications))),
        "was": tuple(dict.fromkeys((*keep.was, *gone.was, gone.id))),
        "evidence": tuple(dict.fromkeys((*keep.evidence, *gone.evidence, *own))),
    }
    return keep.model_copy(update=values)


def _united(facts: Facts, keep: str, gone: str) -> Iterator[AnyRecord]:
    """What is said of both: one fact with the proofs of both, where the other's is not denied."""
    for record in (*facts.records(), *facts.denied.values()):
        held = _held_of_keep(facts, record, keep, gone)
        if isinstance(held, Fact) and isinstance(record, Fact) and record.denied:
            yield held
        elif isinstance(held, Fact) and isinstance(record, Fact):
            proofs = tuple(dict.fromkeys((*held.evidence, *record.evidence)))
            yield held.model_copy(update={"evidence": proofs})


def _held_of_keep(facts: Facts, record: AnyRecord, keep: str, gone: str) -> AnyRecord | None:
    """What is held of the one that stays where a record says it of the other."""
    if ("enterprise", gone) not in references(record):
        return None
    other = reattached_one(record, {("enterprise", gone): keep})
    found: AnyRecord | None = getattr(facts, FIELD_OF_TYPE[other.type]).get(other.id)
    return found if other.id != record.id else None


def _in_the_way(
    store: GraphStore, facts: Facts, keep: str, gone: str, united: Mapping[RecordKey, AnyRecord]
) -> Iterator[RecordKey]:
    """The reported records of the one that goes whose place the other's take."""
    for record in store.reported(facts.dataset.id):
        key = (record.type, record.id)
        other = reattached_one(record, {("enterprise", gone): keep})
        ends = [id_ for type_, id_ in references(other) if type_ == "enterprise"]
        to_itself = record.type == "delivery" and len(set(ends)) < len(ends)
        place = (other.type, other.id)
        moved = other.id != record.id and (place in united or place in facts.denied)
        if key == ("enterprise", gone) or moved or to_itself:
            yield key


def split(
    store: GraphStore, ws: Workspace, ends: tuple[str, str], said: MergeInput, author: Author
) -> Change:
    """Take a merged enterprise out of another again, each with what it had before.

    What was said of the two since they were one stays with the first. Raise `BadParameterError`
    for an id that nobody merged into it by an edit.
    """
    keep, gone = ends
    number, edits = _merging(store, ws.facts, keep, gone)
    before = store.read(ws.facts.dataset.id, number - 1).enterprises[keep]
    held = {(each.type, each.id): each for each in store.reported(ws.facts.dataset.id)}
    records: list[AnyRecord] = []
    withdrawn: list[RecordKey] = []
    for edit in edits:
        key = (edit.type, edit.id)
        now = held.get(key)
        if now == edit.after and edit.before is not None:
            records.append(edit.before)
        elif now == edit.after and now is not None:
            withdrawn.append(key)
        elif isinstance(now, Enterprise) and isinstance(edit.after, Enterprise):
            own = evidence_of(said.evidence, author.name, author.today)
            records.append(_without(now, edit.after, before, own))
    return Change(said.reason, tuple(records), withdrawn=tuple(withdrawn))


def _merging(store: GraphStore, facts: Facts, keep: str, gone: str) -> tuple[int, tuple[Edit, ...]]:
    """The last version that merged one into the other, and what it edited."""
    merges = facts.merged.get(("enterprise", gone)) == keep
    for version in store.versions(facts.dataset.id) if merges else ():
        if version.cause == "load":
            continue
        edits = store.edits(facts.dataset.id, version.number)
        for edit in edits:
            was = [getattr(each, "was", ()) for each in (edit.before, edit.after)]
            if (
                (edit.type, edit.id) == ("enterprise", keep)
                and gone not in was[0]
                and gone in was[1]
            ):
                return version.number, edits
    raise BadParameterError(parameter="split", value=gone, allowed=_("由编辑并入该企业的编号"))


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
    proofs = (
        each for each in now.evidence if each in before.evidence or each not in after.evidence
    )
    values |= {
        "aliases": tuple(each for each in now.aliases if each not in brought),
        "was": tuple(each for each in now.was if each not in after.was or each in before.was),
        "evidence": tuple(dict.fromkeys((*proofs, *own))),
    }
    return now.model_copy(update=values)
