"""Facts without those that lost their subject: what can be compiled and answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter

from graph.model.dataset import Facts
from graph.model.facts import FIELD_OF_TYPE, RECORDS, AnyRecord
from graph.model.references import (
    NAMED_BY_VALUE,
    RecordKey,
    ids_in,
    pointing_fields,
    references,
)


def names_only_what_is_there(record: AnyRecord, facts: Facts) -> bool:
    """Tell whether every record that `record` names is among the facts."""
    return all(id_ in getattr(facts, FIELD_OF_TYPE[type_]) for type_, id_ in references(record))


def sound(facts: Facts) -> Facts:
    """Leave out the records that name one which is not there (orphans), and what names these.

    Where a lower layer has the same record, that one holds again.
    """
    while lost := [each for each in _doubtful(facts) if not names_only_what_is_there(each, facts)]:
        facts = _without(facts, {(each.type, each.id): each for each in lost})
    return facts


def _doubtful(facts: Facts) -> Iterator[AnyRecord]:
    """Yield the records of the types some of which name what is not there.

    Every edit asks this, so it goes field by field and not record by record.
    """
    for type_, model in RECORDS.items():
        records = getattr(facts, FIELD_OF_TYPE[type_]).values()
        if model in NAMED_BY_VALUE or not all(
            _all_there(records, field, getattr(facts, FIELD_OF_TYPE[target]))
            for field, target in pointing_fields(model)
        ):
            yield from records


def _all_there(records: Iterable[AnyRecord], field: str, shelf: Mapping[str, AnyRecord]) -> bool:
    for value in map(attrgetter(field), records):
        if isinstance(value, str):
            if value not in shelf:
                return False
        elif any(each not in shelf for each in ids_in(value)):
            return False
    return True


def _without(facts: Facts, lost: dict[RecordKey, AnyRecord]) -> Facts:
    shelves = {FIELD_OF_TYPE[type_] for type_, _ in lost}
    left = {shelf: dict(getattr(facts, shelf)) for shelf in shelves}
    covered = dict(facts.covered)
    for type_, id_ in lost:
        below = covered.pop((type_, id_), None)
        if below is None:
            del left[FIELD_OF_TYPE[type_]][id_]
        else:
            left[FIELD_OF_TYPE[type_]][id_] = below
    return replace(facts, covered=covered, **left)  # type: ignore[arg-type] # by their type
