"""Facts by their ids, as people and programs name them: `makes.acme.frame`, `segment:frame`."""

from collections.abc import Iterator

from graph.answers import Workspace
from graph.errors import AmbiguousNameError, NotReportedError, UnknownNameError
from graph.model import CONFIDENTIAL, FIELD_OF_TYPE, AnyRecord, Facts, RecordKey, RecordType
from graph.model.merging import reattached_one
from graph.store.contract import GraphStore

TYPES: tuple[RecordType, ...] = tuple(FIELD_OF_TYPE)


def found(ws: Workspace, name: str, *, for_editor: bool = False) -> RecordKey:
    """Find a fact by id, or by `type:id` where several types have that id; denied ones too.

    Confidential ones are found for an editor alone. Raise `UnknownNameError` and
    `AmbiguousNameError`.
    """
    there = {key for key in _keys(name) if held(ws.facts, key) is not None}
    return _only(name, {key for key in there if for_editor or key[0] not in CONFIDENTIAL})


def held(facts: Facts, key: RecordKey) -> AnyRecord | None:
    """Return what is held for a key: a fact, or the denial of one."""
    shelf: dict[str, AnyRecord] = getattr(facts, FIELD_OF_TYPE[key[0]])
    return shelf.get(key[1]) or facts.denied.get(key)


def found_reported(store: GraphStore, ws: Workspace, name: str) -> tuple[RecordKey, ...]:
    """Find what was reported under a name, orphans too; several where ids were merged.

    With a register go its rows.
    Raise `NotReportedError` for a fact of a seed alone, `UnknownNameError` for none.
    """
    wanted = set(_keys(name))
    written: dict[RecordKey, list[RecordKey]] = {}
    for record in store.reported(ws.facts.dataset.id):
        now = reattached_one(record, ws.facts.merged)
        for key in {(now.type, now.id), (record.type, record.id)} & wanted:
            written.setdefault(key, []).append((record.type, record.id))
    if not written:
        raise NotReportedError(id=found(ws, name)[1])
    keys = written[_only(name, set(written))]
    rows = ws.facts.listed_firms.values()
    own: list[RecordKey] = [
        ("listed_firm", row.id) for row in rows if ("register", row.listed_in) in keys
    ]
    return (*keys, *own)


def _keys(name: str) -> Iterator[RecordKey]:
    """List what a name can mean."""
    type_, _, id_ = name.rpartition(":")
    yield from ((each, id_) for each in TYPES if type_ in {"", each})


def _only(name: str, keys: set[RecordKey]) -> RecordKey:
    if not keys:
        raise UnknownNameError(name=name, what="fact")
    if len(keys) > 1:
        named = sorted(f"{type_}:{id_}" for type_, id_ in keys)
        raise AmbiguousNameError(name=name, what="fact", suggestions=named)
    return keys.pop()
