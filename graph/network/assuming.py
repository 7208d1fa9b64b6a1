"""What one answer more would change: the frame in which it holds, worked out from the change.

Nothing is worked out anew that the answer cannot reach: availability and the largest
self-supporting set grow from what they were, statuses are shown again upward of what changed.
Answers are tried on one copy of the frame, which is put back after each: a trial costs what the
answer reaches, whatever the size of the network.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property

from graph.network.arrays import ABSENT, MADE, NONE
from graph.network.frame import Frame
from graph.network.kernels import (
    Completable,
    Growth,
    World,
    grow_availability,
    grow_completable,
    room_to_spread,
)
from graph.network.situation import show_again, upward

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
class _Tried(Frame):
    """A frame whose certain completable set has been grown from that of another one."""

    grown: Completable

    @cached_property
    def certain(self) -> Completable:
        return self.grown


class Trials:
    """A copy of a frame on which answers are assumed, one at a time.

    What is assumed holds within its `with` alone, and so does the frame that it gives.
    """

    def __init__(self, frame: Frame) -> None:
        place = frame.situation
        self.before = frame
        self.own, self.status = bytearray(place.own), bytearray(place.status)
        self.makers = list(place.makers)
        self.now = World(*map(bytearray, place.now))
        same = place.certain is place.now
        self.certain = self.now if same else World(*map(bytearray, place.certain))
        self.growth = Growth.of(frame.certain)
        self.room = room_to_spread(frame.arrays)

    @contextmanager
    def made(self, segment: int) -> Iterator[Assumed]:
        """Assume that somebody makes a segment that is unknown, or being built."""
        frame, place, arrays = self.before, self.before.situation, self.before.arrays
        self.own[segment] = MADE
        self.makers[segment] = (*self.makers[segment], SOMEBODY)
        reached = self._spread(self.now, segment)
        here = fresh = _differing(reached, self.now, place.now)
        if self.certain is not self.now:
            further = self._spread(self.certain, segment)
            fresh = _differing(further, self.certain, place.certain)
            reached |= further
        itself, now = self.certain.itself, self.growth.now
        risen = grow_completable(arrays, frame.asked, itself, self.growth, fresh)
        shown = self._show({segment, *here})
        # With tiers each product has a boundary of its own, and its own completable segments.
        tiers = frame.terms.boundary.tiers is not None
        grown = _differing(risen, now, frame.certain)
        changed = _reached(frame, segment) if tiers else fresh | grown
        yield Assumed(self._frame(), shown, frozenset(changed))
        self._put_back((segment,), shown)
        self.makers[segment] = place.makers[segment]
        _restore(reached, self.now, place.now)
        _restore(reached, self.certain, place.certain)
        _restore(risen, now, frame.certain)

    @contextmanager
    def absent(self, segments: Iterable[int]) -> Iterator[Assumed]:
        """Assume of segments of which nothing is known that nobody in the region makes them.

        In the certain world they are not available to begin with: only statuses change.
        """
        absent = set(segments)
        for segment in absent:
            self.own[segment] = ABSENT
        shown = self._show(absent)
        yield Assumed(self._frame(), shown, frozenset())
        self._put_back(absent, shown)

    def _spread(self, world: World, segment: int) -> set[int]:
        return set(grow_availability(self.before.arrays, world, (segment,), self.room))

    def _frame(self) -> Frame:
        frame = self.before
        situation = replace(
            frame.situation,
            own=self.own,
            status=self.status,
            now=self.now,
            certain=self.certain,
            makers=self.makers,
        )
        return _Tried(
            network=frame.network,
            terms=frame.terms,
            situation=situation,
            asked=frame.asked,
            inside=frame.inside,
            reachable=frame.reachable,
            grown=self.growth.now,
        )

    def _show(self, segments: set[int]) -> frozenset[int]:
        arrays = self.before.arrays
        shown = upward(arrays, segments)
        show_again(arrays, self.own, self.now, self.status, shown)
        return shown

    def _put_back(self, segments: Iterable[int], shown: Iterable[int]) -> None:
        place = self.before.situation
        _restore(segments, (self.own,), (place.own,))
        _restore(shown, (self.status,), (place.status,))


def _differing(
    segments: Iterable[int], now: Iterable[bytearray], before: Iterable[bytearray]
) -> set[int]:
    """Pick those of some segments that differ in one of several pairs of marks."""
    pairs = list(zip(now, before, strict=True))
    return {each for each in segments if any(new[each] != old[each] for new, old in pairs)}


def _restore(
    segments: Iterable[int], now: Iterable[bytearray], before: Iterable[bytearray]
) -> None:
    pairs = list(zip(now, before, strict=True))
    for each in segments:
        for new, old in pairs:
            new[each] = old[each]


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
