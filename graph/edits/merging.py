"""Two enterprises that are one: merged under one id, and split again into what they were."""

from collections.abc import Iterator, Mapping

from graph.answers import Workspace
from graph.edits.changes import Author, Change
from graph.edits.inputs import MergeInput, evidence_of
from graph.edits.parting import split as split  # noqa: PLC0414 - given on
from graph.edits.uniting import Uniting
from graph.errors import BadParameterError
from graph.message import _
from graph.model import AnyRecord, Facts, RecordKey
from graph.model.merging import reattached_one
from graph.model.references import references
from graph.store.contract import GraphStore

LONGEST_NOTE = 2000


def merged(
    store: GraphStore, ws: Workspace, ends: tuple[str, str], said: MergeInput, author: Author
) -> Change:
    """Let the second of two enterprises be the first: its names, id and facts go over.

    What the first lacks is taken from the other, and of two values that differ the newer, by the
    date of its proofs; the first's where dates do not tell. Each is told. Raise
    `BadParameterError` for one and the same, and for two whose credit codes differ.
    """
    keep, gone = (ws.facts.enterprises[each] for each in ends)
    if keep.id == gone.id or (keep.credit_code or gone.credit_code) != (
        gone.credit_code or keep.credit_code
    ):
        allowed = _("另一家企业，且统一社会信用代码不互相矛盾")
        raise BadParameterError(parameter="merge", value=gone.id, allowed=allowed)
    proofs = evidence_of(said.evidence, author.name, author.today)
    own = tuple(each.model_copy(update={"fields": ("aliases",)}) for each in proofs)
    uniting = Uniting(ws.facts, keep, gone)
    one = uniting.enterprise(own)
    united = {(e.type, e.id): e for e in uniting.facts_of_both()}
    note = "；".join([said.reason, *(each.text("zh") for each in uniting.told)])
    return Change(
        note[:LONGEST_NOTE],
        (one, *united.values()),
        withdrawn=tuple(_in_the_way(store, ws.facts, keep.id, gone.id, united)),
        conflicts=tuple(uniting.told),
    )


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
