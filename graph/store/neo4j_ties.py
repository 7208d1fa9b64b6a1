"""Which relationships the records of a version are, or imply, in the drawn graph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.model import (
    AnyRecord,
    ByProduct,
    Chain,
    Claim,
    Delivery,
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
    RegionDirection,
    Role,
    Synergy,
)
from graph.model.references import RecordKey

PropertyValue = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of the drawn graph; `id` is that of its fact, or says what implies it."""

    relation: str
    source: RecordKey
    target: RecordKey
    id: str
    properties: Mapping[str, PropertyValue] = field(default_factory=dict)


def ties_of(record: AnyRecord) -> Iterator[Relationship]:
    """Every relationship that a record is or implies by itself; ends may be missing."""
    match record:
        case KindOf() | Membership() | InputGroup() | ByProduct():
            yield from _of_recipe(record)
        case Role() | Makes() | Mention() | Claim() | Synergy() | Delivery():
            yield _of_statement(record)
        case Chain() | Region() | Enterprise() | Gap():
            yield from _of_entity(record)
        case Platform() | Project() | Indicator() | RegionDirection() | Process():
            yield from _of_surroundings(record)


def _of_recipe(record: KindOf | Membership | InputGroup | ByProduct) -> Iterator[Relationship]:
    match record:
        case KindOf():
            ends = _segment(record.segment), _segment(record.parent)
            yield Relationship("KIND_OF", *ends, record.id)
        case Membership():
            about = {"stage": record.stage, "group": record.group}
            here = _segment(record.segment)
            yield Relationship("IN_CHAIN", here, ("chain", record.chain), record.id, about)
        case InputGroup():
            yield from _of_group(record)
        case ByProduct():
            ends = _segment(record.source), _segment(record.target)
            yield Relationship("SUPPLIES", *ends, record.id, {"by_product": True})


def _of_group(group: InputGroup) -> Iterator[Relationship]:
    for member in group.members:
        properties: dict[str, PropertyValue] = {
            "group": group.id,
            "essential": group.essential,
            "input": group.input,
            "exact": member.exact,
            "by_product": False,
        }
        ends = _segment(member.segment), _segment(group.consumer)
        yield Relationship("SUPPLIES", *ends, group.id, properties)


def _of_statement(record: Role | Makes | Mention | Claim | Synergy | Delivery) -> Relationship:
    match record:
        case Role():
            ends: tuple[RecordKey, RecordKey] = (
                ("enterprise", record.enterprise),
                ("chain", record.chain),
            )
            return Relationship("HAS_ROLE", *ends, record.id, {"role": record.role})
        case Makes():
            ends = ("enterprise", record.enterprise), _segment(record.segment)
            return Relationship("MAKES", *ends, record.id)
        case Delivery():
            ends = ("enterprise", record.source), ("enterprise", record.target)
            about: dict[str, PropertyValue] = {
                "segment": record.segment,
                "amount": record.amount,
                "year": record.year,
            }
            return Relationship("DELIVERS", *ends, record.id, about)
        case Mention():
            about = {"name": record.name, "intent": record.intent}
            here = _segment(record.segment)
            return Relationship("MENTIONED_IN", here, ("chain", record.chain), record.id, about)
        case Claim():
            ends = _segment(record.segment), ("region", record.region)
            return Relationship("CLAIMED_IN", *ends, record.id, {"status": record.status})
        case Synergy():
            ends = ("chain", record.source), ("chain", record.target)
            return Relationship("TIED_TO", *ends, record.id, {"name": record.name})


def _of_entity(record: Chain | Region | Enterprise | Gap) -> Iterator[Relationship]:
    match record:
        case Chain():
            yield from _each("IN_INDUSTRY", record, "industry", record.industry)
        case Region():
            yield from _each("PART_OF", record, "region", record.parent)
        case Enterprise():
            yield from _each("LOCATED_IN", record, "region", record.region)
        case Gap():
            yield from _each("GAP_ON", record, "segment", record.segment)
            yield from _each("RELATED_TO", record, "segment", *record.related)
            yield from _each("IN_CHAIN", record, "chain", *record.chains)
            yield from _each("LOCATED_IN", record, "region", record.region)


def _of_surroundings(
    record: Platform | Project | Indicator | RegionDirection | Process,
) -> Iterator[Relationship]:
    if isinstance(record, Platform | Project | RegionDirection):
        yield from _each("IN_CHAIN", record, "chain", *record.chains)
        yield from _each("LOCATED_IN", record, "region", record.region)
    match record:
        case Platform():
            yield from _each("PLATFORM_OF", record, "enterprise", record.enterprise)
        case Project():
            yield from _each("PROJECT_OF", record, "enterprise", record.enterprise)
            yield from _each("PROJECT_FOR", record, "segment", *record.segments)
        case Indicator():
            yield from _each("ABOUT", record, record.subject_type, record.subject)
        case Process():
            yield from _each("IN_INDUSTRY", record, "industry", *record.industries)


def candidates(facts: Facts) -> Iterator[tuple[AnyRecord, Relationship]]:
    """Planned and prospective makers of what a gap lacks, with the record that proves it."""
    makers: dict[str, list[Makes]] = {}
    for fact in facts.makes.values():
        firm = facts.enterprises.get(fact.enterprise)
        if firm is not None and firm.status in {"planned", "prospective"}:
            makers.setdefault(fact.segment, []).append(fact)
    for gap in facts.gaps.values():
        for fact in makers.get(gap.segment or "", ()):
            ends: tuple[RecordKey, RecordKey] = ("enterprise", fact.enterprise), ("gap", gap.id)
            yield (
                fact,
                Relationship("CANDIDATE_FOR", *ends, f"candidate.{fact.enterprise}.{gap.id}"),
            )


def _each(
    relation: str, record: AnyRecord, type_: RecordType, *ids: str | None
) -> Iterator[Relationship]:
    name = f"{relation.lower()}.{record.id}"
    for id_ in ids:
        if id_ is not None:
            yield Relationship(relation, (record.type, record.id), (type_, id_), name)


def _segment(id_: str) -> RecordKey:
    return "segment", id_
