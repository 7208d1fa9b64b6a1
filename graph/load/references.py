"""Which ids a record names, and under which key."""

from collections.abc import Iterable, Iterator

from graph.load.shapes_recipes import DOMAIN
from graph.load.yaml_marks import YamlPath
from graph.model import (
    AnyRecord,
    ByProduct,
    Chain,
    Claim,
    Enterprise,
    Fact,
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
    Region,
    RegionDirection,
    Role,
    Synergy,
)

Reference = tuple[str, str, YamlPath]
"""The type of what is named, its id, and the path from the record to where it is named."""


def references(record: AnyRecord) -> Iterator[Reference]:
    """Every id that the record names, the sources of its evidence included."""
    yield from _named(record)
    if isinstance(record, Fact):
        for index, evidence in enumerate(record.evidence):
            if evidence.source not in (None, DOMAIN):
                yield "source", str(evidence.source), ("source", index)


def _named(record: AnyRecord) -> Iterator[Reference]:
    match record:
        case Chain():
            yield "industry", record.industry, ("industry",)
        case Region(parent=str(parent)):
            yield "region", parent, ("parent",)
        case Enterprise(region=str(region)):
            yield "region", region, ("region",)
        case Gap():
            yield from _named_by_gap(record)
        case Role() | Makes() | Mention() | Claim():
            yield from _named_by_tie(record)
        case KindOf() | Membership() | InputGroup() | ByProduct():
            yield from _named_by_recipe(record)
        case _:
            yield from _named_around(record)


def _named_around(record: AnyRecord) -> Iterator[Reference]:
    match record:
        case Platform() | Project():
            yield from _each("chain", record.chains, "chains")
            if record.region is not None:
                yield "region", record.region, ("region",)
            if record.enterprise is not None:
                yield "enterprise", record.enterprise, ("enterprise",)
        case Indicator():
            yield record.subject_type, record.subject, ("subject",)
        case Synergy():
            yield "chain", record.source, ("source",)
            yield "chain", record.target, ("target",)
        case RegionDirection():
            yield "region", record.region, ("region",)
            yield from _each("chain", record.chains, "chains")
        case Process():
            yield from _each("industry", record.industries, "industries")
    if isinstance(record, Project):
        yield from _each("segment", record.segments, "segments")


def _each(kind: str, ids: Iterable[str], key: str) -> Iterator[Reference]:
    for index, id_ in enumerate(ids):
        yield kind, id_, (key, index)


def _named_by_recipe(record: KindOf | Membership | InputGroup | ByProduct) -> Iterator[Reference]:
    match record:
        case KindOf():
            yield "segment", record.parent, ("segment",)
        case Membership():
            yield "chain", record.chain, ()
        case ByProduct():
            yield "segment", record.target, ("target",)
        case InputGroup():
            yield from _each("segment", [m.segment for m in record.members], "members")


def _named_by_tie(record: Role | Makes | Mention | Claim) -> Iterator[Reference]:
    if isinstance(record, Role | Makes):
        yield "enterprise", record.enterprise, ("enterprise",)
    if isinstance(record, Makes | Mention | Claim):
        yield "segment", record.segment, ("segment",)
    if isinstance(record, Role | Mention):
        yield "chain", record.chain, ("chain",)
    if isinstance(record, Claim):
        yield "region", record.region, ("region",)


def _named_by_gap(gap: Gap) -> Iterator[Reference]:
    yield "region", gap.region, ("region",)
    yield from _each("chain", gap.chains, "chains")
    if gap.segment is not None:
        yield "segment", gap.segment, ("segment",)
    yield from _each("segment", gap.related, "related")
