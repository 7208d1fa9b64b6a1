"""What is lost where facts say less: which segments, without the rounds in which they go.

The same as `graph.analysis.rounds` finds by comparing two frames, for many changes one by one.
"""

from itertools import compress
from operator import gt
from typing import NamedTuple

from graph.network.frame import Frame, standing
from graph.network.kernels import largest_self_supporting, spread_availability
from graph.network.situation import known_here


class Lost(NamedTuple):
    """What is lost by what is known, and what of it even if everything unknown is here."""

    known: frozenset[int]
    surely: frozenset[int]


NOTHING = Lost(frozenset(), frozenset())


def lost(frame: Frame, own: bytearray) -> Lost | None:
    """Tell what a frame loses where `own` is what facts say of the segments themselves.

    Null where that hangs on whether a segment is lost as available or as completable first, which
    only the rounds tell. Linear in the network where something is lost at all.
    """
    arrays, horizon = frame.arrays, frame.terms.horizon
    here = known_here(arrays, own, horizon, unknown=False)
    if here == known_here(arrays, frame.situation.own, horizon, unknown=False):
        return NOTHING
    world = spread_availability(arrays, here)
    base = standing(arrays, world, known=True)
    left = largest_self_supporting(arrays, frame.asked, frame.inside, base)
    works = _fallen(frame.situation.certain.works, world.works)
    works = {each for each in works if not arrays.captive[each]}
    whole = _fallen(frame.certain.whole, left.whole)
    if not works | whole:
        return NOTHING
    maybe = spread_availability(arrays, known_here(arrays, own, horizon, unknown=True))
    base = standing(arrays, maybe, known=False)
    hope = largest_self_supporting(arrays, frame.asked, frame.inside, base).whole
    if any(bool(maybe.available[each]) != bool(hope[each]) for each in works & whole):
        return None
    surely = {each for each in works if not maybe.available[each]}
    surely |= {each for each in whole if not hope[each]}
    return Lost(frozenset(works | whole), frozenset(surely))


def _fallen(before: bytearray, after: bytearray) -> set[int]:
    return set(compress(range(len(before)), map(gt, before, after)))
