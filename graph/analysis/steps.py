"""Walks in the certain world, put together from steps that many of them share.

They find what `graph.analysis.openings` does, without the ways there, and a changed frame takes
over the steps that its change does not touch.
"""

from collections.abc import Iterable
from typing import NamedTuple

from graph.analysis.openings import tried_kinds
from graph.analysis.targets import answered_for
from graph.analysis.walk import not_closed
from graph.network.frame import Frame, frame_for


class Step(NamedTuple):
    """What a walk finds at a segment: the members of its open groups, and where it goes on."""

    missing: frozenset[int]
    onward: tuple[int, ...]


class Walked(NamedTuple):
    """The members of a product's open groups, and the segments entered to find them."""

    members: frozenset[int]
    entered: frozenset[int]


class Steps:
    """The steps in a frame, each worked out once.

    Those of `before` are taken over, but for the `touched` segments.
    """

    def __init__(
        self, frame: Frame, before: "Steps | None" = None, touched: Iterable[int] = ()
    ) -> None:
        self.frame = frame
        self.before = before
        self.touched = frozenset(touched)
        self.known: dict[int, Step] = {}

    def step(self, segment: int) -> Step:
        """Return the step at a segment."""
        if self.before is not None and segment not in self.touched:
            return self.before.step(segment)
        found = self.known.get(segment)
        if found is None:
            found = self.known[segment] = self._step(segment)
        return found

    def _step(self, segment: int) -> Step:
        frame = self.frame
        missing: list[int] = []
        onward: dict[int, None] = {}
        for group, ways in not_closed(frame, segment, frame.situation.certain, frame.certain):
            if not ways:
                missing += frame.arrays.members.row(group)
            for _, heads in ways:
                onward.update(dict.fromkeys(heads))
        return Step(frozenset(missing), tuple(onward))

    def walked(self, product: int) -> Walked:
        """Walk from a product; with tiers each has a boundary, and steps, of its own."""
        frame = frame_for(self.frame, product)
        steps = self if frame is self.frame else Steps(frame)
        entered: frozenset[int] = frozenset()
        for kind in tried_kinds(frame, product):
            found = steps.from_starts([kind])
            entered |= found.entered
            if not found.members:
                return Walked(found.members, entered)
        found = steps.from_starts(answered_for(frame, product))
        return Walked(found.members, entered | found.entered)

    def from_starts(self, starts: Iterable[int]) -> Walked:
        """Walk from some segments that have a recipe."""
        pending = list(starts)
        entered = set(pending)
        members: set[int] = set()
        while pending:
            missing, onward = self.step(pending.pop())
            members |= missing
            fresh = [each for each in onward if each not in entered]
            entered.update(fresh)
            pending += fresh
        return Walked(frozenset(members), frozenset(entered))
