"""What one answer more would change: the frame in which it holds, worked out from the change.

Nothing is worked out anew that the answer cannot reach: availability and the largest
self-supporting set grow from what they were, statuses are shown again upward of what changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from graph.network.arrays import ABSENT, MADE, NONE
from graph.network.frame import Frame
from graph.network.kernels import Completable, more_available, more_completable
from graph.network.situation import Situation, show_again, upward

SOMEBODY = -1
"""The maker that an assumption brings, who makes nothing else."""


@dataclass(frozen=True)
class Assumed:
    """A frame in which an answer holds, and what differs by it.

    `shown` may show another status; `changed` are available or completable otherwise than
    before in the certain world.
    """

    frame: Frame
    shown: frozenset[int]
    changed: frozenset[int]


@dataclass(frozen=True)
class _Grown(Frame):
    """A frame whose certain world holds some segments more than that of another one."""

    before: Frame
    fresh: frozenset[int]

    @cached_property
    def grown(self) -> tuple[Completable, set[int]]:
        itself, before = self.situation.certain.itself, self.before.certain
        return more_completable(self.arrays, self.asked, itself, before, self.fresh)

    @cached_property
    def certain(self) -> Completable:
        return self.grown[0]


def if_made(frame: Frame, segment: int) -> Assumed:
    """Assume that somebody makes a segment that is unknown, or being built."""
    arrays, place = frame.arrays, frame.situation
    own, makers = bytearray(place.own), list(place.makers)
    own[segment] = MADE
    makers[segment] = (*makers[segment], SOMEBODY)
    now, here = more_available(arrays, place.now, (segment,))
    certain, fresh = now, here
    if place.certain is not place.now:
        certain, fresh = more_available(arrays, place.certain, (segment,))
    shown = upward(arrays, {segment, *here})
    status = bytearray(place.status)
    show_again(arrays, own, now, status, shown)
    situation = replace(
        place, own=own, status=status, now=now, certain=certain, makers=tuple(makers)
    )
    found = _grown(frame, situation, fresh)
    # With tiers each product has a boundary of its own, and its own completable segments.
    tiers = frame.terms.boundary.tiers is not None
    changed = _reached(frame, segment) if tiers else fresh | found.grown[1]
    return Assumed(found, shown, frozenset(changed))


def if_absent(frame: Frame, segments: Iterable[int]) -> Assumed:
    """Assume of segments of which nothing is known that nobody in the region makes them.

    In the certain world they are not available to begin with: only statuses change.
    """
    place, absent = frame.situation, set(segments)
    own, status = bytearray(place.own), bytearray(place.status)
    for segment in absent:
        own[segment] = ABSENT
    shown = upward(frame.arrays, absent)
    show_again(frame.arrays, own, place.now, status, shown)
    found = _grown(frame, replace(place, own=own, status=status), ())
    return Assumed(found, shown, frozenset())


def _grown(frame: Frame, situation: Situation, fresh: Iterable[int]) -> _Grown:
    return _Grown(
        network=frame.network,
        terms=frame.terms,
        situation=situation,
        asked=frame.asked,
        inside=frame.inside,
        reachable=frame.reachable,
        before=frame,
        fresh=frozenset(fresh),
    )


def _reached(frame: Frame, segment: int) -> set[int]:
    """Collect whatever the segment can bear on: takers, general kinds, kinds, by-products."""
    arrays = frame.arrays
    seen = {segment}
    pending = [segment]
    while pending:
        here = pending.pop()
        onward = _takers(frame, here)
        onward |= {*arrays.yields.row(here), *arrays.kinds.row(here)}
        if arrays.parent[here] != NONE:
            onward.add(arrays.parent[here])
        fresh = onward - seen
        seen |= fresh
        pending += fresh
    return seen


def _takers(frame: Frame, segment: int) -> set[int]:
    """Collect the takers of a segment, and the captive stages that it would set to work."""
    arrays = frame.arrays
    takers = {arrays.consumer[g] for g in arrays.used_in.row(segment) if frame.asked[g]}
    inputs: Iterable[int] = (
        member for group in arrays.groups.row(segment) for member in arrays.members.row(group)
    )
    return takers | {each for each in inputs if arrays.captive[each] and arrays.yields.row(each)}
