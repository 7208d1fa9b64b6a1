"""Rounds of effect: what is lost and gained in the certain world, in which order, because of what.

Two frames of one network are compared, before and after a change. Whatever a fact no longer says
is lost in round 1; what has lost all that it rested on by the end of a round goes in the next one.
What is gained comes in the same way. What sustains one another in a circle comes or goes as one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from graph.network.frame import Frame
from graph.network.situation import known_here

ShiftSort = Literal["available", "obtainable", "completable"]
CauseCode = Literal["fact", "market", "kind", "by_product", "input", "circle"]


@dataclass(frozen=True, slots=True)
class Shift:
    """A segment that is lost, or gained.

    `sort`: that it is available, can be bought, or can be completed. `cause`: a `fact` on itself,
    the boundary (`market`), a `kind`, a source of which it is a `by_product`, an `input`, or a
    `circle` in which each rests on the others; `through` are the segments meant, which went or
    came in an earlier round. `possible`: of what is lost whether it is there in the possible world
    still, of what is gained whether it was before; `bought`: whether it can be bought afterwards.
    """

    segment: int
    round: int
    sort: ShiftSort
    cause: CauseCode
    through: tuple[int, ...]
    possible: bool
    bought: bool


@dataclass(frozen=True, slots=True)
class Shifts:
    """All that is lost and gained: round by round, each in order of number."""

    lost: tuple[Shift, ...]
    gained: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What works (is available, or an in-house stage in use), stands alone, is completable."""

    works: set[int]
    alone: set[int]
    whole: set[int]

    def sets(self) -> tuple[set[int], set[int], set[int]]:
        return self.works, self.alone, self.whole


def shifts(before: Frame, after: Frame) -> Shifts:
    """Compare two frames of one network under the same terms."""
    return Shifts(lost=_moved(before, after, falling=True), gained=_moved(before, after))


def _moved(before: Frame, after: Frame, *, falling: bool = False) -> tuple[Shift, ...]:
    """Go from what both have, or either has, to what holds after; note when each moves."""
    old, new = _state(before), _state(after)
    pairs = list(zip(old.sets(), new.sets(), strict=True))
    left = _State(*(a - b if falling else b - a for a, b in pairs))
    now = _State(*(a | b if falling else a & b for a, b in pairs))
    step = _Step(
        after, known_here(after.arrays, after.situation.own, after.terms.horizon, unknown=False)
    )
    cause = _Causes(before, after, falling=falling)
    while any(left.sets()):
        moving = _State(*(
            {each for each in waiting if holds(each, now) != falling}
            for waiting, holds in zip(left.sets(), step.tests, strict=True)
        ))  # fmt: skip
        circle = not any(moving.sets())
        if circle:
            moving = _State(*(set(each) for each in left.sets()))
        cause.note(moving, circle=circle)
        for kept, waiting, moved in zip(now.sets(), left.sets(), moving.sets(), strict=True):
            waiting.difference_update(moved)
            kept.symmetric_difference_update(moved)
    return tuple(cause.found.values())


def _state(frame: Frame) -> _State:
    marks = (frame.situation.certain.works, frame.certain.alone, frame.certain.whole)
    return _State(*({n for n, mark in enumerate(each) if mark} for each in marks))


@dataclass(frozen=True, slots=True)
class _Step:
    """What holds of a segment at the end of a round, given the state at the end of the last one."""

    frame: Frame
    told: bytearray

    @property
    def tests(self) -> tuple[Callable[[int, _State], bool], ...]:
        return self.works, self.alone, self.whole

    def works(self, segment: int, now: _State) -> bool:
        return bool(self.told[segment]) or any(s in now.works for s in sources(self.frame, segment))

    def alone(self, segment: int, now: _State) -> bool:
        """Clauses (a) and (b) of the definition of what is completable."""
        frame, arrays = self.frame, self.frame.arrays
        if frame.inside[segment]:
            return True
        itself = self.told[segment] or arrays.captive[segment]
        itself = itself or any(each in now.works for each in arrays.sources.row(segment))
        return bool(itself) and not arrays.category[segment] and not self.open(segment, now)

    def whole(self, segment: int, now: _State) -> bool:
        kinds = self.frame.arrays.kinds.row(segment)
        return self.alone(segment, now) or any(each in now.whole for each in kinds)

    def open(self, segment: int, now: _State) -> list[int]:
        """List the asked groups without a member that is completable."""
        return [
            group
            for group in self.frame.groups(segment)
            if not any(
                member in (now.alone if exact else now.whole)
                for member, exact in self.frame.members(group)
            )
        ]


def sources(frame: Frame, segment: int) -> list[int]:
    """List what makes a segment work besides a fact: sources, kinds; its takers if captive."""
    arrays = frame.arrays
    found = list(arrays.sources.row(segment))
    if arrays.captive[segment]:
        return [*found, *(arrays.consumer[group] for group in arrays.used_in.row(segment))]
    return [*found, *(kind for kind in arrays.kinds.row(segment) if not arrays.captive[kind])]


class _Causes:
    """Notes of each segment when it moves first, and because of what."""

    def __init__(self, before: Frame, after: Frame, *, falling: bool) -> None:
        self.has, self.lacks = (before, after) if falling else (after, before)
        self.after = after
        self.found: dict[int, Shift] = {}
        self.past: set[int] = set()
        self.round = 0

    def note(self, moving: _State, *, circle: bool) -> None:
        """Note a round."""
        self.round += 1
        captive = self.has.arrays.captive
        works = {each for each in moving.works if not captive[each]}
        for segment in sorted((works | moving.whole) - self.found.keys()):
            self.found[segment] = self._effect(segment, available=segment in works, circle=circle)
        self.past |= moving.works | moving.whole | moving.alone

    def _effect(self, segment: int, *, available: bool, circle: bool) -> Shift:
        market = bool(self.has.inside[segment]) and not self.lacks.inside[segment]
        sort: ShiftSort = "available" if available else "obtainable" if market else "completable"
        cause, through = self._cause(segment, sort)
        place = self.lacks.situation.possible.available
        possible = place if available else self.lacks.possible.whole
        return Shift(
            segment=segment,
            round=self.round,
            sort=sort,
            cause="circle" if circle else cause,
            through=through,
            possible=bool(possible[segment]),
            bought=bool(self.after.reachable[segment]),
        )

    def _cause(self, segment: int, sort: ShiftSort) -> tuple[CauseCode, tuple[int, ...]]:
        arrays = self.has.arrays
        if sort == "obtainable":
            return "market", ()
        kinds = self._earlier(arrays.kinds.row(segment))
        by_product = self._earlier(arrays.sources.row(segment))
        inputs = () if sort == "available" else self._inputs(segment)
        found: tuple[tuple[CauseCode, tuple[int, ...]], ...]
        found = (("input", inputs), ("kind", kinds), ("by_product", by_product))
        return next(((code, through) for code, through in found if through), ("fact", ()))

    def _inputs(self, segment: int) -> tuple[int, ...]:
        """List the members that moved before, of the groups that are closed on one side alone."""
        return self._earlier(
            member
            for group in self.has.groups(segment)
            if not self.lacks.closed(self.lacks.certain, group)
            for member, _exact in self.has.members(group)
        )

    def _earlier(self, segments: Iterable[int]) -> tuple[int, ...]:
        return tuple(sorted(self.past.intersection(segments)))
