"""What is no longer available where some facts fall away: only what they spread to is looked at."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from graph.network.arrays import NONE, Arrays
from graph.network.kernels import World


class Faded(NamedTuple):
    """What a world loses.

    `itself`: what is no longer here by itself; `works`: what is no longer available, and the
    captive stages that are no longer at work.
    """

    itself: frozenset[int]
    works: frozenset[int]


def faded(
    arrays: Arrays, world: World, gone: Iterable[int], stated: Callable[[int], bool]
) -> Faded:
    """Tell what a world loses with some of the facts that it was spread from.

    `stated` tells of a segment whether a fact on itself is left. Linear in what the lost facts
    spread to: what rests on something outside of that stays, and what is spread from it again.
    """
    doubted = _reached(arrays, gone, lambda _: True)
    held = (
        each
        for each in doubted
        if stated(each)
        or any(world.works[other] and other not in doubted for other in _behind(arrays, each))
    )
    works = doubted - _reached(arrays, held, doubted.__contains__)

    def yielded(segment: int) -> bool:
        sources = arrays.sources.row(segment)
        return any(world.works[each] and each not in works for each in sources)

    itself = (
        each
        for each in doubted
        if world.itself[each] and not (arrays.captive[each] or stated(each) or yielded(each))
    )
    return Faded(frozenset(itself), frozenset(works))


def _reached(arrays: Arrays, start: Iterable[int], among: Callable[[int], bool]) -> frozenset[int]:
    """Collect what availability spreads to, `among` some segments."""
    found: set[int] = set()
    pending = list(start)
    while pending:
        segment = pending.pop()
        if segment not in found:
            found.add(segment)
            pending.extend(filter(among, _onward(arrays, segment)))
    return frozenset(found)


def _onward(arrays: Arrays, segment: int) -> Iterator[int]:
    """Yield what is available with a segment: as `graph.network.loops.spread` has it."""
    above = arrays.parent[segment]
    if above != NONE and not arrays.captive[segment] and not arrays.captive[above]:
        yield above
    yield from arrays.yields.row(segment)
    yield from arrays.stages.row(segment)


def _behind(arrays: Arrays, segment: int) -> Iterator[int]:
    """Yield what a segment may be available by: `_onward`, the other way."""
    if arrays.captive[segment]:
        yield from (arrays.consumer[group] for group in arrays.used_in.row(segment))
    else:
        yield from (kind for kind in arrays.kinds.row(segment) if not arrays.captive[kind])
    yield from arrays.sources.row(segment)
