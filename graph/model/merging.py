"""Ids that were merged into others (`was`): what named the old id names the new one."""

from collections.abc import Iterable, Iterator, Mapping

from graph.model.facts import AnyRecord
from graph.model.judgement import Judgement
from graph.model.leads import Lead
from graph.model.record import Fact
from graph.model.references import (
    DERIVED,
    RecordKey,
    composed_id,
    derived_ends,
    naming_fields,
    references,
)
from graph.model.segments import Member
from graph.model.vocabulary import RecordType


def merged_ids(records: Iterable[AnyRecord]) -> dict[RecordKey, str]:
    """Lead from each id that was merged to the one that holds now, over several steps too."""
    steps: dict[RecordKey, str] = {
        (record.type, old): record.id
        for record in records
        if isinstance(record, Fact) and record.was
        for old in record.was
    }
    return {(type_, old): _last(steps, type_, old) for type_, old in sorted(steps)}


def _last(steps: Mapping[RecordKey, str], type_: RecordType, old: str) -> str:
    seen = {old}
    while (type_, old) in steps and steps[type_, old] not in seen:
        old = steps[type_, old]
        seen.add(old)
    return old


def reattached(
    records: Iterable[AnyRecord], merged: Mapping[RecordKey, str]
) -> Iterator[AnyRecord]:
    """Yield the records with merged ids replaced, in what they name and in their own id."""
    if not merged:
        yield from records
        return
    for record in records:
        yield reattached_one(record, merged)


def reattached_one(record: AnyRecord, merged: Mapping[RecordKey, str]) -> AnyRecord:
    """Return the record with merged ids replaced; itself if there are none in it."""
    own = merged.get((record.type, record.id))
    if any(key in merged for key in references(record)):
        update = {
            field: _renamed(getattr(record, field), type_, merged)
            for field, type_ in naming_fields(record)
        }
        if isinstance(record, Judgement | Lead) and record.gap.startswith(DERIVED):
            update["gap"] = DERIVED + ".".join(
                merged.get(end, end[1]) for end in derived_ends(record.gap)
            )
        record = record.model_copy(update=update)
        record = record.model_copy(update={"id": composed_id(record)})
    return record if own is None else record.model_copy(update={"id": own})


def _renamed(value: object, type_: RecordType, merged: Mapping[RecordKey, str]) -> object:
    match value:
        case str():
            return merged.get((type_, value), value)
        case Member():
            found = _renamed(value.segment, type_, merged)
            return value.model_copy(update={"segment": found})
        case tuple():
            return tuple(_renamed(each, type_, merged) for each in value)
    return value
