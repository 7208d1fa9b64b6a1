"""Segments as files write them to records: the segment, its kind, its chains, its recipe."""

from collections.abc import Iterator

from graph.load.entries import SourceEntry
from graph.load.file_context import FileContext
from graph.load.forms import built
from graph.load.forms_recipes import (
    DOMAIN,
    MEMBERSHIP_NOTE,
    SEGMENT_NOTE,
    InputForm,
    RecipeForm,
)
from graph.load.places import FilePlace
from graph.model import (
    AnyFact,
    ByProduct,
    Evidence,
    InputGroup,
    KindOf,
    Member,
    Membership,
)


def segment_entries(form: RecipeForm, place: FilePlace) -> Iterator[SourceEntry]:
    """The segment first, then everything that hangs on it."""
    yield SourceEntry(_segment(form), place)
    yield from _kind(form, place)
    yield from _memberships(form, place)
    yield from _input_groups(form, place)
    yield from _by_products(form, place)


def _evidence(source: list[str], note: str | None) -> tuple[Evidence, ...]:
    return tuple(Evidence(basis="reference", source=key, note=note) for key in source)


def _segment(form: RecipeForm) -> AnyFact:
    note = form.note
    if note is None and DOMAIN in form.source:
        note = SEGMENT_NOTE
    return built(form, _evidence(form.source, note), FileContext())


def _kind(form: RecipeForm, place: FilePlace) -> Iterator[SourceEntry]:
    kind = form.kind_of
    if kind is None:
        return
    id_ = f"kind_of.{form.id}"
    record = KindOf(
        id=id_,
        segment=form.id,
        parent=kind.segment,
        evidence=_evidence(kind.source, kind.note),
    )
    yield SourceEntry(record, place.at("kind_of").of(id_))


def _memberships(form: RecipeForm, place: FilePlace) -> Iterator[SourceEntry]:
    for chain, membership in form.chains.items():
        id_ = f"membership.{chain}.{form.id}"
        record = Membership(
            id=id_,
            segment=form.id,
            chain=chain,
            evidence=_evidence([DOMAIN], MEMBERSHIP_NOTE),
            **dict(membership),
        )
        yield SourceEntry(record, place.at("chains", chain).of(id_))


def _input_groups(form: RecipeForm, place: FilePlace) -> Iterator[SourceEntry]:
    for index, group in enumerate(form.inputs):
        record = _input_group(form.id, group)
        yield SourceEntry(record, place.at("inputs", index).of(record.id))


def _input_group(consumer: str, group: InputForm) -> InputGroup:
    return InputGroup(
        id=f"input.{consumer}.{group.input}.{group.members[0].segment}",
        consumer=consumer,
        input=group.input,
        essential=group.essential,
        members=tuple(Member(segment=each.segment, exact=each.exact) for each in group.members),
        evidence=_evidence(group.source, group.note),
    )


def _by_products(form: RecipeForm, place: FilePlace) -> Iterator[SourceEntry]:
    for index, by_product in enumerate(form.by_products):
        id_ = f"by_product.{form.id}.{by_product.target}"
        record = ByProduct(
            id=id_,
            source=form.id,
            target=by_product.target,
            evidence=_evidence(by_product.source, by_product.note),
        )
        yield SourceEntry(record, place.at("by_products", index).of(id_))
