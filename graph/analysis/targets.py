"""What a question about a segment is asked of: itself, or the kinds of a category."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from graph.network.arrays import MADE, PRESENT, SOUGHT
from graph.network.frame import Frame
from graph.network.kernels import World

NAMED = SOUGHT + 1
"""The rank of a product that is wanted only because a document states a gap on it."""
UNWANTED = NAMED + 1
"""The rank of what nobody wants, where it has to have one."""


def answered_for(frame: Frame, target: int) -> list[int]:
    """List the segments for which a question about the target is answered.

    A segment with inputs of its own, or without kinds, stands for itself. A category is
    answered for each of its kinds that is here, or for all where none is; kinds that are
    categories are opened in turn.
    """
    if not frame.arrays.category[target]:
        return [target]
    kinds = _kinds_with_recipe(frame, target)
    return [kind for kind in kinds if frame.situation.certain.available[kind]] or kinds


def _kinds_with_recipe(frame: Frame, category: int) -> list[int]:
    found: list[int] = []
    for kind in frame.arrays.kinds.row(category):
        found += _kinds_with_recipe(frame, kind) if frame.arrays.category[kind] else [kind]
    return sorted(found)


def is_kind_unknown(frame: Frame, segment: int) -> bool:
    """Tell whether a category is made or present, and no kind of it is known to be."""
    if not frame.arrays.category[segment] or frame.situation.status[segment] > PRESENT:
        return False
    available = frame.situation.certain.available
    return not any(available[kind] for kind in frame.arrays.kinds.row(segment))


def found_here(frame: Frame, world: World, member: int, *, exact: bool) -> list[int]:
    """List what is really there of an available or captive member: itself, kinds of it.

    A category is there as its kinds alone, a general segment that is available through a kind
    only as that kind, which may have inputs of its own; an exact member as itself.
    """
    found = [member] if world.itself[member] and not frame.arrays.category[member] else []
    for kind in () if exact else frame.arrays.kinds.row(member):
        if world.available[kind]:
            found += found_here(frame, world, kind, exact=False)
    return found


def wanted_products(frame: Frame, named: Iterable[int] = ()) -> dict[int, int]:
    """Rank what the region wants: made 0, present 1, developing 2, sought 3, `named` only 4.

    `named` are segments on which a document states a gap: missing, to introduce, to extend. In
    order of rank, then id. A kind hides its general if its rank is at least as good, unless a
    maker of the general makes none of its kinds: then something else is built here too.
    """
    ranks = product_ranks(frame, frozenset(named))
    hidden = {general for general in ranks if is_hidden(frame, general, ranks)}
    return {
        each: ranks[each]
        for each in sorted(ranks, key=lambda s: (ranks[s], s))
        if each not in hidden
    }


def product_ranks(frame: Frame, named: AbstractSet[int] = frozenset()) -> dict[int, int]:
    """Rank what the region wants, generals that their kinds hide included."""
    ranks = ((each, rank_of(frame, named, each)) for each in range(len(frame.situation.status)))
    return {each: rank for each, rank in ranks if rank is not None}


def rank_of(frame: Frame, named: AbstractSet[int], segment: int) -> int | None:
    """Rank one segment; none if nobody wants it."""
    code = frame.situation.status[segment]
    if code <= SOUGHT:
        return code
    return NAMED if segment in named and not frame.arrays.captive[segment] else None


def is_hidden(frame: Frame, general: int, ranks: Mapping[int, int]) -> bool:
    """Tell whether kinds of a wanted general are wanted instead of it."""
    kinds = descendants(frame, general)
    if not any(ranks.get(kind, UNWANTED) <= ranks[general] for kind in kinds):
        return False
    makers = frame.situation.makers
    special = {firm for kind in kinds for firm in makers[kind]}
    return special.issuperset(makers[general])


def local_products(frame: Frame) -> list[int]:
    """List what the region makes or has (as planned: develops too), as the most special kind."""
    planned = frame.terms.horizon == "planned"
    statuses, status = range(MADE, PRESENT + 1 + planned), frame.situation.status
    return [
        segment
        for segment in range(len(status))
        if status[segment] in statuses
        and not any(status[kind] in statuses for kind in descendants(frame, segment))
    ]


def descendants(frame: Frame, segment: int) -> list[int]:
    """List all kinds of a segment, kinds of kinds included, in order."""
    kinds = frame.arrays.kinds.row(segment)
    if not kinds:  # as most, and many are asked
        return []
    found, pending = list[int](), list(kinds)
    while pending:
        kind = pending.pop()
        found.append(kind)
        pending += frame.arrays.kinds.row(kind)
    return sorted(found)


def supplied_locally(frame: Frame, products: Iterable[int]) -> frozenset[int]:
    """Collect some products and all that stands upstream of them here.

    Goes through asked groups, into members that are available or captive, closed or not.
    """
    world = frame.situation.certain
    pending = [kind for product in products for kind in answered_for(frame, product)]
    seen = set(pending)
    while pending:
        for group in frame.groups(pending.pop()):
            for member, exact in frame.members(group):
                if frame.arrays.captive[member] or frame.here(world, member, exact=exact):
                    onward = set(found_here(frame, world, member, exact=exact)) - seen
                    seen |= onward
                    pending += onward
    return frozenset(seen)
