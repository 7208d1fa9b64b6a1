"""Need 需要: which segments stand in open groups of wanted products, and for whom."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from graph.analysis.openings import GroupOpening, Openings, openings
from graph.analysis.targets import descendants, wanted_products
from graph.model.vocabulary import NEEDS, NeedCode
from graph.network.arrays import PRESENT
from graph.network.frame import Frame


@dataclass(frozen=True, slots=True)
class Block:
    """A wanted product that a gap blocks, and whether it does so in the possible world too."""

    product: int
    possible: bool


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """An open group as the set of its members, of wanted `products` that are no links.

    `leaders` are those asked about, nobody where a narrower group is needed as much.
    """

    members: frozenset[int]
    need: NeedCode
    products: tuple[int, ...]
    leaders: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Need:
    """A segment in an open group of the certain world: a derived gap of the region.

    Only groups that the segment leads count, or that join those. `loose` is the need by those
    that would take a kind of the segment instead of it, none where each asks for it exactly.
    `blocks` holds links too; `takers` tells who takes it, for which products. `sole` where some
    group has no other member; `path` proves it for the first product.
    """

    segment: int
    need: NeedCode
    loose: NeedCode
    blocks: tuple[Block, ...]
    takers: Mapping[int, frozenset[int]]
    groups: tuple[OpenGroup, ...]
    sole: bool
    path: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a region lacks: its wanted products by rank, which of them are links, and the needs."""

    wanted: Mapping[int, int]
    links: frozenset[int]
    by_segment: Mapping[int, Need]
    groups: tuple[OpenGroup, ...]

    @property
    def certain(self) -> frozenset[int]:
        """The segments that are derived gaps."""
        return frozenset(self.by_segment)


def needs(frame: Frame, named: Iterable[int] = ()) -> Needs:
    """Walk upstream from every wanted product and collect the members of open groups.

    `named` are the segments on which a document states a gap. Linear in products times their
    upstream.
    """
    wanted = wanted_products(frame, named)
    found = {product: openings(frame, product) for product in wanted}
    groups = {each: lack.groups for each, lack in found.items()}
    return gathered(wanted, link_products(frame, wanted, groups), found)


def gathered(
    wanted: Mapping[int, int], links: frozenset[int], found: Mapping[int, Openings]
) -> Needs:
    """Put together what the wanted products lack; what only links lack is no need."""
    groups = led_groups(_groups(wanted, links, found))
    counted = _counted(groups)
    seen: dict[int, _Seen] = {segment: _Seen() for segment in sorted(counted)}
    for product, lack in found.items():
        code = _code(wanted, links, product)
        for opening in lack.groups:
            members = frozenset(member for member, _ in opening.members)
            for member, exact in opening.members:
                if code == "none" or members in counted.get(member, {}):
                    _note(seen.get(member), opening, product, code, exact=exact)
    return Needs(
        wanted=wanted,
        links=links,
        by_segment={
            segment: _need(segment, each, tuple(counted[segment].values()), found, wanted)
            for segment, each in seen.items()
        },
        groups=groups,
    )


@dataclass(slots=True)
class _Seen:
    takers: dict[int, dict[int, None]] = field(default_factory=dict)
    products: dict[int, None] = field(default_factory=dict)
    need: NeedCode = "none"
    loose: NeedCode = "none"


def _counted(groups: Iterable[OpenGroup]) -> dict[int, dict[frozenset[int], OpenGroup]]:
    """List the groups that count for each member: all but those that only others lead.

    Some always do: the narrowest of its groups it leads, or nobody does.
    """
    every: dict[int, dict[frozenset[int], OpenGroup]] = {}
    for group in groups:
        for member in group.members:
            every.setdefault(member, {})[group.members] = group
    return {
        member: {
            members: group
            for members, group in each.items()
            if not group.leaders or member in group.leaders
        }
        for member, each in every.items()
    }


def led_groups(groups: tuple[OpenGroup, ...]) -> tuple[OpenGroup, ...]:
    """Say who leads each group.

    Nobody where a narrower group is needed as much: its products join that one's. Where all
    narrower ones are needed less, the members outside them lead, if there are any.
    """
    beside: dict[int, list[OpenGroup]] = {}
    for group in groups:
        for member in group.members:
            beside.setdefault(member, []).append(group)
    return tuple(replace(group, leaders=_leaders(group, beside)) for group in groups)


def _leaders(group: OpenGroup, beside: Mapping[int, list[OpenGroup]]) -> frozenset[int]:
    near = [each for member in group.members for each in beside[member]]
    narrower = [each for each in near if each.members < group.members]
    if any(NEEDS.index(each.need) <= NEEDS.index(group.need) for each in narrower):
        return frozenset()
    within = frozenset(member for each in narrower for member in each.members)
    return (group.members - within) or group.members


def best(needs: Iterable[NeedCode]) -> NeedCode:
    """Pick the strongest need; none of none.

    >>> best(["plan", "production"]), best([])
    ('production', 'none')
    """
    return min(needs, key=NEEDS.index, default="none")


def _code(wanted: Mapping[int, int], links: frozenset[int], product: int) -> NeedCode:
    if product in links:
        return "none"
    return "production" if wanted[product] <= PRESENT else "plan"


def link_products(
    frame: Frame, wanted: Mapping[int, int], found: Mapping[int, tuple[GroupOpening, ...]]
) -> frozenset[int]:
    """Collect the planned products that stand, or a kind of which does, in another's open group."""
    planned = (product for product, rank in wanted.items() if rank > PRESENT)
    waiting: dict[int, set[int]] = {
        each: set() for product in planned for each in (product, *descendants(frame, product))
    }
    for product, lack in found.items():
        for opening in lack:
            for member, _ in opening.members:
                if member in waiting:
                    waiting[member].add(product)
    return frozenset(p for p, rank in wanted.items() if is_link(frame, p, rank, waiting))


def is_link(frame: Frame, product: int, rank: int, waiting: Mapping[int, AbstractSet[int]]) -> bool:
    """Tell whether a planned product, or a kind of it, stands in an open group of another.

    `waiting` tells of each member of an open group which products wait for it.
    """
    return rank > PRESENT and any(
        waiting.get(each, frozenset()) - {product}
        for each in (product, *descendants(frame, product))
    )


def _groups(
    wanted: Mapping[int, int], links: frozenset[int], found: Mapping[int, Openings]
) -> tuple[OpenGroup, ...]:
    products: dict[frozenset[int], dict[int, None]] = {}
    for product, lack in found.items():
        for opening in () if product in links else lack.groups:
            members = frozenset(member for member, _ in opening.members)
            products.setdefault(members, {})[product] = None
    return tuple(
        OpenGroup(members, best(_code(wanted, links, each) for each in behind), tuple(behind))
        for members, behind in sorted(products.items(), key=lambda item: sorted(item[0]))
    )


def _note(
    seen: _Seen | None, opening: GroupOpening, product: int, code: NeedCode, *, exact: bool
) -> None:
    if seen is None:
        return
    seen.products[product] = None
    for taker in opening.takers:
        seen.takers.setdefault(taker, {})[product] = None
    if code != "none":
        seen.need = best((seen.need, code))
        seen.loose = seen.loose if exact else best((seen.loose, code))


def _need(
    segment: int,
    seen: _Seen,
    groups: tuple[OpenGroup, ...],
    found: Mapping[int, Openings],
    wanted: Mapping[int, int],
) -> Need:
    return Need(
        segment=segment,
        need=seen.need,
        loose=seen.loose,
        blocks=tuple(Block(each, segment in found[each].possible) for each in seen.products),
        takers={taker: frozenset(products) for taker, products in sorted(seen.takers.items())},
        groups=groups,
        sole=any(len(group.members) == 1 for group in groups),
        path=_path(segment, groups, found, wanted),
    )


def _path(
    segment: int,
    groups: tuple[OpenGroup, ...],
    found: Mapping[int, Openings],
    wanted: Mapping[int, int],
) -> tuple[int, ...]:
    """Prove the need for the first product that stands behind its groups."""
    members = {group.members for group in groups}
    product = min((g.products[0] for g in groups), key=lambda each: (wanted[each], each))
    return next(
        (segment, *opening.path)
        for opening in found[product].groups
        if frozenset(member for member, _ in opening.members) in members
    )


def united(segment: int, found: list[Need], wanted: Mapping[int, int]) -> Need | None:
    """Unite the needs of a segment and of its kinds and generals: blocks, takers, groups."""
    if len(found) < 2:
        return found[0] if found else None
    products = {block.product for each in found for block in each.blocks}
    possible = {block.product for each in found for block in each.blocks if block.possible}
    takers: dict[int, frozenset[int]] = {}
    for each in found:
        for taker, behind in each.takers.items():
            takers[taker] = takers.get(taker, frozenset()) | behind
    ordered = sorted(products, key=lambda product: (wanted[product], product))
    return Need(
        segment=segment,
        need=best(each.need for each in found),
        loose=best(each.loose for each in found),
        blocks=tuple(Block(product, product in possible) for product in ordered),
        takers=dict(sorted(takers.items())),
        groups=tuple({group.members: group for each in found for group in each.groups}.values()),
        sole=any(each.sole for each in found),
        path=found[0].path,
    )
