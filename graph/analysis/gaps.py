"""Gaps 缺口: computed from the open groups of local products, reconciled with the stated ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.analysis.missing import is_lacking, open_members
from graph.analysis.targets import wanted_products
from graph.analysis.walk import Walk, open_groups
from graph.model import Gap
from graph.model.vocabulary import MERGING_KINDS, GapKind, GapOrigin, Standing
from graph.network.arrays import CAPTIVE, NONE
from graph.network.frame import Frame, frame_for


@dataclass(frozen=True, slots=True)
class Block:
    """A local product that a gap blocks, and whether it does so in the possible world too."""

    product: int
    possible: bool


@dataclass(frozen=True, slots=True)
class Need:
    """A segment in an open group of the certain world: a derived gap of the region.

    `sole` where some open group has no other member; `path` proves it for the first product.
    """

    segment: int
    blocks: tuple[Block, ...]
    sole: bool
    path: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GapRow:
    """One row of the gap list: a stated gap, a derived one, or both in one.

    `need` is what the computation says of the segment, `stated` what a document says;
    `related` are the ids of rows that speak of the same thing more generally or specially.
    """

    id: str
    segment: str | None
    kind: GapKind
    origin: GapOrigin
    standing: Standing
    stated: Gap | None
    need: Need | None
    related: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    blocks: dict[int, bool] = field(default_factory=dict)
    sole: bool = False
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """The derived gaps of a region by segment, and who is in an open group of each world."""

    by_segment: dict[int, Need]
    certain: frozenset[int]
    possible: frozenset[int]


def needs(frame: Frame) -> Needs:
    """Walk upstream from every wanted product and collect the members of open groups.

    Linear in products times their upstream. Products count as their most special kind; those
    made or present come first in `blocks`.
    """
    return needs_of(frame, _first_available(frame))


def needs_of(frame: Frame, products: Iterable[int]) -> Needs:
    """Collect the members of the open groups of some products."""
    found: dict[int, _Found] = {}
    possible: set[int] = set()
    for product in products:
        within = frame_for(frame, product)
        place = within.situation
        surely = open_members(within, open_groups(within, product, place.possible, within.possible))
        walk = open_groups(within, product, place.certain, within.certain)
        possible |= surely
        _collect(within, walk, surely, found)
    return Needs(
        by_segment={
            segment: Need(segment, _blocks(each), each.sole, each.path)
            for segment, each in sorted(found.items())
        },
        certain=frozenset(found),
        possible=frozenset(possible),
    )


def _first_available(frame: Frame) -> list[int]:
    status = frame.situation.status
    return sorted(wanted_products(frame), key=lambda product: (status[product] > 1, product))


def _collect(frame: Frame, walk: Walk, surely: frozenset[int], found: dict[int, _Found]) -> None:
    for opening in walk.openings:
        members = [member for member, _ in frame.members(opening.group)]
        for member in members:
            each = found.setdefault(member, _Found())
            each.blocks[walk.target] = member in surely
            each.sole = each.sole or len(members) == 1
            each.path = each.path or walk.path(member, opening.consumer)


def _blocks(found: _Found) -> tuple[Block, ...]:
    return tuple(Block(product, possible) for product, possible in found.blocks.items())


def gap_rows(frame: Frame, derived: Needs, stated: Iterable[Gap]) -> list[GapRow]:
    """Reconcile derived gaps with stated ones, in order of id.

    A derived gap meets a stated one of the same region and segment if that one says missing,
    introduce or extend: one row with the stated id and origin `both`. Weak, upgrade and risk
    never merge. A stated gap on a more general segment, or one that names a segment as related,
    is linked.
    """
    inside = _regions_inside(frame)
    here = [gap for gap in stated if gap.region in inside]
    rows = [_stated_row(frame, derived, gap) for gap in here]
    met = {row.segment for row in rows if row.origin == "both"}
    for number, need in derived.by_segment.items():
        segment = frame.network.ids[number]
        if segment not in met:
            rows.append(_derived_row(frame, derived, segment, need))
    links = _links(frame, rows)
    linked = [
        GapRow(r.id, r.segment, r.kind, r.origin, r.standing, r.stated, r.need, links[r.id])
        for r in rows
    ]
    return sorted(linked, key=lambda row: row.id)


def derived_id(region: str, segment: str) -> str:
    """Name a derived gap; the id depends on nothing else."""
    return f"derived.{region}.{segment}"


def _regions_inside(frame: Frame) -> set[str]:
    regions = frame.network.locals.regions
    number = regions.index(frame.situation.region)
    return {regions[index] for index in frame.network.within(number)}


def _stated_row(frame: Frame, derived: Needs, gap: Gap) -> GapRow:
    number = frame.network.number(gap.segment) if gap.segment else NONE
    need = derived.by_segment.get(number)
    same_place = gap.region == frame.situation.region
    meets = need is not None and same_place and gap.kind in MERGING_KINDS
    return GapRow(
        id=gap.id,
        segment=gap.segment,
        kind=gap.kind,
        origin="both" if meets else "stated",
        standing=_standing(frame, derived, number, gap),
        stated=gap,
        need=need,
        related=(),
    )


def _derived_row(frame: Frame, derived: Needs, segment: str, need: Need) -> GapRow:
    return GapRow(
        id=derived_id(frame.situation.region, segment),
        segment=segment,
        kind="missing",
        origin="derived",
        standing=_standing(frame, derived, need.segment, None),
        stated=None,
        need=need,
        related=(),
    )


def _standing(frame: Frame, derived: Needs, segment: int, gap: Gap | None) -> Standing:
    """Apply the first standing that fits: noted, confirmed, to settle, wished for."""
    if gap is not None and (gap.kind not in MERGING_KINDS or gap.capability):
        return "noted"
    if segment == NONE:
        return "wished"
    if frame.situation.certain.available[segment] or frame.situation.status[segment] == CAPTIVE:
        return "noted"
    if segment in derived.certain:
        sure = is_lacking(frame, segment) and segment in derived.possible
        return "confirmed" if sure else "to_settle"
    return "wished"


def _links(frame: Frame, rows: list[GapRow]) -> dict[str, tuple[str, ...]]:
    links: dict[str, set[str]] = {row.id: set() for row in rows}
    touching: dict[str, list[str]] = {}
    for row in rows:
        for segment in _touched(row):
            touching.setdefault(segment, []).append(row.id)
    for row in rows:
        for segment in _same_or_general(frame, row.segment):
            for other in touching.get(segment, []):
                if other != row.id:
                    links[row.id].add(other)
                    links[other].add(row.id)
    return {row: tuple(sorted(found)) for row, found in links.items()}


def _touched(row: GapRow) -> set[str]:
    """List the segments that a stated gap is about or names as related."""
    if row.stated is None:
        return set()
    return {*row.stated.related, *([row.segment] if row.segment else [])}


def _same_or_general(frame: Frame, segment: str | None) -> list[str]:
    found: list[str] = []
    number = frame.network.number(segment) if segment else NONE
    while number != NONE:
        found.append(frame.network.ids[number])
        number = frame.arrays.parent[number]
    return found
