"""Segments as files write them to records: the segment, its kind, its chains, its recipe."""

from collections.abc import Iterator

from graph.load.entries import SourceEntry
from graph.load.file_context import FileContext
from graph.load.forms import built
from graph.load.places import FilePlace
from graph.load.shapes_recipes import (
    DOMAIN,
    MEMBERSHIP_NOTE,
    SEGMENT_NOTE,
    InputShape,
    RecipeShape,
)
from graph.model import (
    AnyFact,
    ByProduct,
    Evidence,
    InputGroup,
    KindOf,
    Member,
    Membership,
)


def segment_entries(shape: RecipeShape, place: FilePlace) -> Iterator[SourceEntry]:
    """The segment first, then everything that hangs on it."""
    yield SourceEntry(_segment(shape), place)
    yield from _kind(shape, place)
    yield from _memberships(shape, place)
    yield from _input_groups(shape, place)
    yield from _by_products(shape, place)


def _evidence(source: list[str], note: str | None) -> tuple[Evidence, ...]:
    return tuple(Evidence(basis="reference", source=key, note=note) for key in source)


def _segment(shape: RecipeShape) -> AnyFact:
    note = shape.note
    if note is None and DOMAIN in shape.source:
        note = SEGMENT_NOTE
    return built(shape, _evidence(shape.source, note), FileContext())


def _kind(shape: RecipeShape, place: FilePlace) -> Iterator[SourceEntry]:
    kind = shape.kind_of
    if kind is None:
        return
    id_ = f"kind_of.{shape.id}"
    record = KindOf(
        id=id_,
        segment=shape.id,
        parent=kind.segment,
        evidence=_evidence(kind.source, kind.note),
    )
    yield SourceEntry(record, place.at("kind_of").of(id_))


def _memberships(shape: RecipeShape, place: FilePlace) -> Iterator[SourceEntry]:
    for chain, membership in shape.chains.items():
        id_ = f"membership.{chain}.{shape.id}"
        record = Membership(
            id=id_,
            segment=shape.id,
            chain=chain,
            stage=membership.stage,
            group=membership.group,
            evidence=_evidence([DOMAIN], MEMBERSHIP_NOTE),
        )
        yield SourceEntry(record, place.at("chains", chain).of(id_))


def _input_groups(shape: RecipeShape, place: FilePlace) -> Iterator[SourceEntry]:
    for index, group in enumerate(shape.inputs):
        record = _input_group(shape.id, group)
        yield SourceEntry(record, place.at("inputs", index).of(record.id))


def _input_group(consumer: str, group: InputShape) -> InputGroup:
    return InputGroup(
        id=f"input.{consumer}.{group.input}.{group.members[0].segment}",
        consumer=consumer,
        input=group.input,
        essential=group.essential,
        members=tuple(Member(segment=each.segment, exact=each.exact) for each in group.members),
        evidence=_evidence(group.source, group.note),
    )


def _by_products(shape: RecipeShape, place: FilePlace) -> Iterator[SourceEntry]:
    for index, by_product in enumerate(shape.by_products):
        id_ = f"by_product.{shape.id}.{by_product.target}"
        record = ByProduct(
            id=id_,
            source=shape.id,
            target=by_product.target,
            evidence=_evidence(by_product.source, by_product.note),
        )
        yield SourceEntry(record, place.at("by_products", index).of(id_))
