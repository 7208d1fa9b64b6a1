"""Which products lack a segment, found from the segment: for one page, not for the whole list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.analysis.steps import WalkSteps
from graph.analysis.targets import UNWANTED, descendants, is_hidden, rank_of
from graph.network.arrays import PRESENT
from graph.network.frame import Frame
from graph.network.kernels import Completable, World
from graph.network.situation import upward

View = tuple[World, Completable]


@dataclass(frozen=True)
class WaitingWalk:
    """A frame, and the segments that are `named` as gaps; its boundary has no tiers."""

    frame: Frame
    named: frozenset[int]

    def is_gap(self, segment: int) -> bool:
        """Tell whether a product lacks a segment that does not only wait for others."""
        return any(not self._is_link(each) for each in self.products(segment))

    def products(self, segment: int) -> Iterator[int]:
        """Yield the wanted products in one of whose open groups a segment stands."""
        if not any(self._is_open(group) for group in self.frame.arrays.used_in.row(segment)):
            return
        certain = (self.frame.situation.certain, self.frame.certain)
        for each in sorted(walked_from([segment], self.frame, [certain])):
            if self._is_wanted(each) and segment in self._steps.walked(each).members:
                yield each

    @cached_property
    def _steps(self) -> WalkSteps:
        return WalkSteps(self.frame)

    def _is_open(self, group: int) -> bool:
        return bool(self.frame.asked[group]) and not self.frame.closed(self.frame.certain, group)

    def _is_wanted(self, product: int) -> bool:
        near = (product, *descendants(self.frame, product))
        found = {each: rank_of(self.frame, self.named, each) for each in near}
        ranks = {each: UNWANTED if rank is None else rank for each, rank in found.items()}
        return ranks[product] != UNWANTED and not is_hidden(self.frame, product, ranks)

    def _is_link(self, product: int) -> bool:
        rank = rank_of(self.frame, self.named, product)
        if rank is None or rank <= PRESENT:
            return False
        near = (product, *descendants(self.frame, product))
        return any(other != product for each in near for other in self.products(each))


def views(frame: Frame) -> tuple[View, View]:
    """Return both worlds of a frame, each with what can be completed there."""
    return (
        (frame.situation.certain, frame.certain),
        (frame.situation.possible, frame.possible),
    )


def walked_from(changed: Iterable[int], frame: Frame, worlds: Iterable[View]) -> set[int]:
    """Collect whatever a walk can start from that looks at what changed.

    Back from who takes it or a general of it, through groups that are not closed in one of the
    worlds, by members that are available there or in-house stages.
    """
    arrays, seen = frame.arrays, tuple(worlds)
    found = set(upward(arrays, changed))
    uses = (group for each in found for group in arrays.used_in.row(each))
    entered = {arrays.consumer[group] for group in uses if frame.asked[group]}
    pending = list(entered)
    while pending:
        start = pending.pop()
        for here in (start, *arrays.above(start)):
            found.add(here)
            for group in arrays.used_in.row(here):
                taker = arrays.consumer[group]
                if frame.asked[group] and taker not in entered:
                    goes_on = any(
                        (arrays.captive[here] or world.available[here])
                        and not frame.closed(completable, group)
                        for world, completable in seen
                    )
                    if goes_on:
                        entered.add(taker)
                        pending.append(taker)
    return found
