"""Reported records that lost their subject: the same in every store."""

from collections.abc import Iterable, Iterator

from graph.model import (
    FIELD_OF_TYPE,
    AnyRecord,
    ByProduct,
    Chain,
    Claim,
    Direction,
    Enterprise,
    Facts,
    Gap,
    Indicator,
    InputGroup,
    KindOf,
    Makes,
    Membership,
    Mention,
    Platform,
    Process,
    Project,
    RecordType,
    Region,
    Role,
    Synergy,
)

Reference = tuple[RecordType, str]


def orphans_among(reported: Iterable[AnyRecord], facts: Facts) -> tuple[AnyRecord, ...]:
    """Those that name a record which is not among `facts`, in the order given."""
    return tuple(
        record
        for record in reported
        if any(not _is_there(reference, facts) for reference in references(record))
    )


def references(record: AnyRecord) -> Iterator[Reference]:
    """The industries, chains, regions, segments and enterprises that a record names."""
    match record:
        case Chain():
            yield "industry", record.industry
        case Region():
            yield from _each("region", record.parent)
        case Enterprise():
            yield from _each("region", record.region)
        case Role() | Makes() | Mention() | Claim() | Gap():
            yield from _of_statement(record)
        case KindOf() | Membership() | InputGroup() | ByProduct():
            yield from _of_recipe(record)
        case Platform() | Project() | Indicator() | Synergy() | Direction() | Process():
            yield from _of_surroundings(record)


def _of_statement(record: Role | Makes | Mention | Claim | Gap) -> Iterator[Reference]:
    if isinstance(record, Role | Makes):
        yield "enterprise", record.enterprise
    if isinstance(record, Makes | Mention | Claim | Gap):
        yield from _each("segment", record.segment)
    if isinstance(record, Role | Mention):
        yield "chain", record.chain
    if isinstance(record, Claim | Gap):
        yield "region", record.region
    if isinstance(record, Gap):
        yield from _each("chain", *record.chains)
        yield from _each("segment", *record.related)


def _of_recipe(record: KindOf | Membership | InputGroup | ByProduct) -> Iterator[Reference]:
    match record:
        case KindOf():
            yield from _each("segment", record.segment, record.parent)
        case Membership():
            yield "segment", record.segment
            yield "chain", record.chain
        case InputGroup():
            members = (member.segment for member in record.members)
            yield from _each("segment", record.consumer, *members)
        case ByProduct():
            yield from _each("segment", record.source, record.target)


def _of_surroundings(
    record: Platform | Project | Indicator | Synergy | Direction | Process,
) -> Iterator[Reference]:
    if isinstance(record, Platform | Project | Direction):
        yield from _each("region", record.region)
        yield from _each("chain", *record.chains)
    match record:
        case Project():
            yield from _each("enterprise", record.enterprise)
            yield from _each("segment", *record.segments)
        case Indicator():
            yield record.subject_type, record.subject
        case Synergy():
            yield from _each("chain", record.source, record.target)
        case Process():
            yield from _each("industry", *record.industries)


def _each(type_: RecordType, *ids: str | None) -> Iterator[Reference]:
    return ((type_, id_) for id_ in ids if id_ is not None)


def _is_there(reference: Reference, facts: Facts) -> bool:
    type_, id_ = reference
    return id_ in getattr(facts, FIELD_OF_TYPE[type_])
