"""Reported records that lost their subject: the same in every store."""

from collections.abc import Iterable, Iterator

from graph.model import (
    FIELD_OF_TYPE,
    AnyRecord,
    ByProduct,
    Chain,
    Claim,
    Enterprise,
    Facts,
    Gap,
    InputGroup,
    KindOf,
    Makes,
    Membership,
    Mention,
    RecordType,
    Region,
    Role,
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
        case Region(parent=str(parent)):
            yield "region", parent
        case Enterprise(region=str(region)):
            yield "region", region
        case Role():
            yield "enterprise", record.enterprise
            yield "chain", record.chain
        case Makes():
            yield "enterprise", record.enterprise
            yield "segment", record.segment
        case Membership() | Mention():
            yield "segment", record.segment
            yield "chain", record.chain
        case Claim():
            yield "segment", record.segment
            yield "region", record.region
        case Gap():
            yield from _of_gap(record)
        case KindOf() | InputGroup() | ByProduct():
            yield from (("segment", each) for each in _segments_of(record))


def _segments_of(record: KindOf | InputGroup | ByProduct) -> tuple[str, ...]:
    if isinstance(record, KindOf):
        return record.segment, record.parent
    if isinstance(record, ByProduct):
        return record.source, record.target
    return record.consumer, *(member.segment for member in record.members)


def _of_gap(gap: Gap) -> Iterator[Reference]:
    yield "region", gap.region
    yield from (("chain", chain) for chain in gap.chains)
    segments = gap.related if gap.segment is None else (gap.segment, *gap.related)
    yield from (("segment", segment) for segment in segments)


def _is_there(reference: Reference, facts: Facts) -> bool:
    type_, id_ = reference
    return id_ in getattr(facts, FIELD_OF_TYPE[type_])
