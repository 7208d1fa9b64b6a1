"""Facts without those that lost their subject: what can be compiled and answered."""

from dataclasses import replace

from graph.model.dataset import Facts
from graph.model.facts import FIELD_OF_TYPE, AnyRecord
from graph.model.references import RecordKey, references


def names_only_what_is_there(record: AnyRecord, facts: Facts) -> bool:
    """Tell whether every record that `record` names is among the facts."""
    return all(id_ in getattr(facts, FIELD_OF_TYPE[type_]) for type_, id_ in references(record))


def sound(facts: Facts) -> Facts:
    """Leave out the records that name one which is not there (orphans), and what names these.

    Where a lower layer has the same record, that one holds again.
    """
    while lost := [each for each in facts.records() if not names_only_what_is_there(each, facts)]:
        facts = _without(facts, {(each.type, each.id): each for each in lost})
    return facts


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
