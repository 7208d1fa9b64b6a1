"""Which records a record names: by field, and how ids are made of them."""

from collections.abc import Iterator, Mapping

from graph.model.district import Indicator
from graph.model.facts import AnyRecord, InputGroup, Member, RecordType, Role
from graph.model.judgement import Judgement

Key = tuple[RecordType, str]
"""Type and id of a record: ids are unique per type only."""

_NAMED: Mapping[RecordType, Mapping[str, RecordType]] = {
    "chain": {"industry": "industry"},
    "region": {"parent": "region"},
    "kind_of": {"segment": "segment", "parent": "segment"},
    "membership": {"segment": "segment", "chain": "chain"},
    "input_group": {"consumer": "segment", "members": "segment"},
    "by_product": {"source": "segment", "target": "segment"},
    "enterprise": {"region": "region"},
    "role": {"enterprise": "enterprise", "chain": "chain"},
    "makes": {"enterprise": "enterprise", "segment": "segment"},
    "mention": {"segment": "segment", "chain": "chain"},
    "claim": {"segment": "segment", "region": "region"},
    "gap": {"segment": "segment", "region": "region", "chains": "chain", "related": "segment"},
    "platform": {"region": "region", "chains": "chain", "enterprise": "enterprise"},
    "project": {
        "region": "region",
        "chains": "chain",
        "enterprise": "enterprise",
        "segments": "segment",
    },
    "delivery": {"source": "enterprise", "target": "enterprise", "segment": "segment"},
    "synergy": {"source": "chain", "target": "chain"},
    "direction": {"region": "region", "chains": "chain"},
    "process": {"industries": "industry"},
}
"""The fields of each type that name records, and records of which type."""
ID_FIELDS: Mapping[RecordType, tuple[str, ...]] = {
    "kind_of": ("segment",),
    "membership": ("chain", "segment"),
    "by_product": ("source", "target"),
    "role": ("chain", "enterprise"),
    "makes": ("enterprise", "segment"),
    "mention": ("chain", "segment"),
    "claim": ("region", "segment", "status"),
    "judgement": ("gap",),
    "delivery": ("source", "target", "segment"),
}
"""The fields that make up an id, after the type: `makes.<enterprise>.<segment>`."""
DERIVED = "derived."


def naming_fields(record: AnyRecord) -> Iterator[tuple[str, RecordType]]:
    """Yield the fields of a record that name others, with the type of what they name."""
    yield from _NAMED.get(record.type, {}).items()
    match record:
        case Indicator():
            yield "subject", record.subject_type
        case Judgement() if not record.gap.startswith(DERIVED):
            yield "gap", "gap"


def references(record: AnyRecord) -> Iterator[Key]:
    """Yield the records that a record names; a derived gap stands for its region and segment."""
    for field, type_ in naming_fields(record):
        for id_ in _ids(getattr(record, field)):
            yield type_, id_
    if isinstance(record, Judgement) and record.gap.startswith(DERIVED):
        yield from derived_ends(record.gap)


def derived_ends(gap: str) -> tuple[Key, ...]:
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
    fields = ID_FIELDS.get(record.type)
    if fields is None:
        return record.id
    nth = [str(record.nth)] if isinstance(record, Role) and record.nth > 1 else []
    return ".".join([record.type, *(getattr(record, field) for field in fields), *nth])


def _ids(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Member():
            yield value.segment
        case tuple():
            for each in value:
                yield from _ids(each)
