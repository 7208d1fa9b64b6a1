"""Which ids a record names, and under which key."""

from collections.abc import Iterator

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
    InputGroup,
    KindOf,
    Makes,
    Membership,
    Mention,
    Region,
    Role,
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


def _named_by_recipe(record: KindOf | Membership | InputGroup | ByProduct) -> Iterator[Reference]:
    match record:
        case KindOf():
            yield "segment", record.parent, ("segment",)
        case Membership():
            yield "chain", record.chain, ()
        case ByProduct():
            yield "segment", record.target, ("target",)
        case InputGroup():
            for index, member in enumerate(record.members):
                yield "segment", member.segment, ("members", index)


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
    for index, chain in enumerate(gap.chains):
        yield "chain", chain, ("chains", index)
    if gap.segment is not None:
        yield "segment", gap.segment, ("segment",)
    for index, related in enumerate(gap.related):
        yield "segment", related, ("related", index)
