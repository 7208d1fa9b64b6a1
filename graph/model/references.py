"""Which records a record names: by field, and how ids are made of them."""

from collections.abc import Iterable, Iterator
from functools import cache

from graph.model.district import Indicator
from graph.model.enterprises import Role
from graph.model.facts import AnyRecord
from graph.model.judgement import Judgement
from graph.model.leads import Lead
from graph.model.segments import InputGroup, Member
from graph.model.told import told_by
from graph.model.vocabulary import RecordType

RecordKey = tuple[RecordType, str]
"""Type and id of a record: ids are unique per type only."""

DERIVED = "derived."
NAMED_BY_VALUE: tuple[type[AnyRecord], ...] = (Indicator, Judgement, Lead)
"""Types whose records tell by a value what they name, beside their fields that always do."""


def naming_fields(record: AnyRecord) -> Iterator[tuple[str, RecordType]]:
    """Yield the fields of a record that name others, with the type of what they name."""
    yield from pointing_fields(type(record))
    match record:
        case Indicator():
            yield "subject", record.subject_type
        case Judgement() | Lead() if not record.gap.startswith(DERIVED):
            yield "gap", "gap"


@cache
def pointing_fields(model: type[AnyRecord]) -> tuple[tuple[str, RecordType], ...]:
    """Return the fields of a type of record that name others, with the type of what they name."""
    told = told_by(model).items()
    return tuple((name, field.points_to) for name, field in told if field.points_to is not None)


def references(record: AnyRecord) -> Iterator[RecordKey]:
    """Yield the records that a record names; a derived gap stands for its region and segment."""
    for field, type_ in naming_fields(record):
        value = getattr(record, field)
        if isinstance(value, str):  # most are, and every edit asks this of every record
            yield type_, value
        else:
            yield from ((type_, id_) for id_ in ids_in(value))
    if isinstance(record, Judgement | Lead) and record.gap.startswith(DERIVED):
        yield from derived_ends(record.gap)


def derived_ends(gap: str) -> tuple[RecordKey, ...]:
    """Return the region and the segment of a derived gap's id.

    >>> derived_ends("derived.district.frame")
    (('region', 'district'), ('segment', 'frame'))
    """
    region, _, segment = gap.removeprefix(DERIVED).partition(".")
    return ("region", region), ("segment", segment)


def composed_id(record: AnyRecord) -> str:
    """Return the id that follows from what a record names; of others the id it has."""
    if isinstance(record, InputGroup):
        return f"input.{record.consumer}.{record.input}.{record.members[0].segment}"
    fields = record.about.made_of
    return (
        made_id(record.type, (getattr(record, each) for each in fields), nth_of(record))
        if (fields)
        else record.id
    )


def nth_of(record: AnyRecord) -> int:
    """Return which of several alike a record is."""
    return record.nth if isinstance(record, Role) else 1


def made_id(type_: RecordType, names: Iterable[str], nth: int = 1) -> str:
    """Make the id of a record of what it names; of several alike, `nth` comes last.

    >>> made_id("role", ("chain", "acme"), 2)
    'role.chain.acme.2'
    """
    return ".".join([type_, *names, *([str(nth)] if nth > 1 else [])])


def ids_in(value: object) -> Iterator[str]:
    """Yield the ids that a field which names records holds."""
    match value:
        case str():
            yield value
        case Member():
            yield value.segment
        case tuple():
            for each in value:
                yield from ids_in(each)
