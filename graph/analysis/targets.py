"""What a question about a segment is asked of: itself, or the kinds of a category."""

from graph.network.arrays import MADE, PRESENT, SOUGHT
from graph.network.frame import Frame
from graph.network.kernels import World


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


def wanted_products(frame: Frame) -> list[int]:
    """List what the region makes, has, develops or seeks, each as its most special kind."""
    return _most_special(frame, range(SOUGHT + 1))


def local_products(frame: Frame) -> list[int]:
    """List what the region makes or has (as planned: develops too), as the most special kind."""
    planned = frame.terms.horizon == "planned"
    return _most_special(frame, range(MADE, PRESENT + 1 + planned))


def _most_special(frame: Frame, statuses: range) -> list[int]:
    status = frame.situation.status
    return [
        segment
        for segment in range(len(status))
        if status[segment] in statuses
        and not any(status[kind] in statuses for kind in descendants(frame, segment))
    ]


def descendants(frame: Frame, segment: int) -> list[int]:
    """List all kinds of a segment, kinds of kinds included, in order."""
    found: list[int] = []
    pending = list(frame.arrays.kinds.row(segment))
    while pending:
        kind = pending.pop()
        found.append(kind)
        pending += frame.arrays.kinds.row(kind)
    return sorted(found)


def supplied_locally(frame: Frame) -> frozenset[int]:
    """Collect the wanted products and all that stands upstream of them here.

    Goes through asked groups, into members that are available or captive, closed or not.
    """
    world = frame.situation.certain
    pending = [kind for product in wanted_products(frame) for kind in answered_for(frame, product)]
    seen = set(pending)
    while pending:
        for group in frame.groups(pending.pop()):
            for member, exact in frame.members(group):
                if frame.arrays.captive[member] or frame.here(world, member, exact=exact):
                    onward = set(found_here(frame, world, member, exact=exact)) - seen
                    seen |= onward
                    pending += onward
    return frozenset(seen)
