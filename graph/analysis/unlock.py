"""Unlock sets: the smallest sets of segments which, once available, make a product ready."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress, product
from math import prod
from operator import gt

from graph.analysis.minimal_sets import Late, MinimalSets, minimal_sets, never, smallest_sets
from graph.analysis.targets import answered_for
from graph.network.arrays import CAPTIVE, NONE
from graph.network.cone import Cone, cone_of
from graph.network.frame import Frame, frame_for
from graph.network.kernels import Sustained, spread_availability, supplied, take_away
from graph.network.situation import known_here


@dataclass(frozen=True, slots=True)
class UnlockSets:
    """Minimal sets, factored where must-haves × choices yields exactly the sets.

    All empty when the product is ready already; `possible` is false where nothing helps. `late`
    where the time for the search was over before it was done.
    """

    possible: bool
    must: tuple[int, ...]
    choices: tuple[tuple[int, ...], ...]
    sets: tuple[tuple[int, ...], ...]
    truncated: bool
    first_is_minimum: bool
    late: bool = False


@dataclass(frozen=True, slots=True)
class CertainSets:
    """Of the certain world: the must-haves, and the size of the smallest set (null: none).

    The smallest sets are exactly the must-haves and one of each choice; without choices where they
    are no such product. `example` is the first of them. `late` as above.
    """

    must: tuple[int, ...]
    choices: tuple[tuple[int, ...], ...]
    example: tuple[int, ...]
    smallest: int | None
    proven: bool
    late: bool = False


READY = UnlockSets(True, (), (), (), False, True)  # noqa: FBT003 - fields in order


def unlock_sets(frame: Frame, target: int, limit: int = 50, *, late: Late = never) -> UnlockSets:
    """Find the unlock sets in the possible world: what the plan itself says is lacking.

    Stops once it is `late`.
    """
    condition = _Condition.of(frame, target, known=False)
    if condition.ready(frozenset()):
        return READY
    found = minimal_sets(condition.ready, condition.candidates, limit=limit, late=late)
    choices = () if found.truncated else _factors(found)
    return UnlockSets(
        possible=found.possible,
        must=condition.old(found.must),
        choices=tuple(condition.old(choice) for choice in choices),
        sets=tuple(condition.old(each) for each in found.sets),
        truncated=found.truncated,
        first_is_minimum=found.proven,
        late=found.late,
    )


def certain_sets(frame: Frame, target: int, *, late: Late = never) -> CertainSets:
    """Find must-haves and the smallest sets in the certain world, where unknown lacks too.

    Stops once it is `late`.
    """
    condition = _Condition.of(frame, target, known=True)
    if condition.ready(frozenset()):
        return CertainSets((), (), (), 0, proven=True)
    found = smallest_sets(condition.ready, condition.candidates, late=late)
    choices = () if found.truncated else _factors(found)
    return CertainSets(
        must=condition.old(found.must),
        choices=tuple(condition.old(choice) for choice in choices),
        example=condition.old(found.sets[0]) if found.sets else (),
        smallest=len(found.sets[0]) if found.sets else None,
        proven=found.proven,
        late=found.late,
    )


@dataclass(frozen=True, slots=True)
class _Condition:
    """Readiness of a target as a condition on what becomes available, in its cone.

    `most` is what completes with all candidates, `stands` what stands then: each trial takes
    away from it what is not added, up to the first proof that the target is not ready.
    """

    cone: Cone
    facts: bytearray
    starts: tuple[int, ...]
    candidates: tuple[int, ...]
    stands: bytearray
    most: Sustained

    @classmethod
    def of(cls, frame: Frame, target: int, *, known: bool) -> "_Condition":
        """Set up for a target, in the certain world (only what is `known`) or the possible one."""
        frame = frame_for(frame, target)
        starts = answered_for(frame, target)
        cone = cone_of(frame, starts, known=known)
        own = frame.situation.own
        here = known_here(frame.arrays, own, frame.terms.horizon, unknown=not known)
        facts = bytearray(here[segment] for segment in cone.segments)
        itself = spread_availability(cone.arrays, facts).itself
        candidates = [
            index
            for index, segment in enumerate(cone.segments)
            if own[segment] != CAPTIVE
            and not (itself[index] or cone.inside[index] or cone.arrays.category[index])
        ]
        numbers = tuple(cone.segments.index(start) for start in starts)
        every = _with(facts, candidates)
        most = cone.sustained(every, numbers)
        return cls(cone, facts, numbers, tuple(candidates), cone.standing(every), most)

    def ready(self, added: frozenset[int]) -> bool:
        """Tell whether the target is ready once `added` are available."""
        stands = self.cone.standing(_with(self.facts, added))
        gone = list(compress(range(len(stands)), map(gt, self.stands, stands)))
        found = self.most.copy()
        until = self.starts[0] if len(self.starts) == 1 else NONE
        take_away(self.cone.arrays, found, gone, until)
        return any(supplied(self.cone.arrays, found, start) for start in self.starts)

    def old(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Give back the numbers that the whole network uses."""
        return tuple(self.cone.segments[number] for number in numbers)


def _with(facts: bytearray, added: Iterable[int]) -> bytearray:
    more = bytearray(facts)
    for segment in added:
        more[segment] = 1
    return more


def _factors(found: MinimalSets) -> tuple[tuple[int, ...], ...]:
    """Split what remains beside the must-haves into choices, if their product is the sets."""
    rest = [frozenset(each).difference(found.must) for each in found.sets]
    choices = _never_together(rest)
    if prod(len(choice) for choice in choices) != len(rest):
        return ()
    combined = {frozenset(each) for each in product(*choices)}
    return choices if combined == set(rest) and choices else ()


def _never_together(sets: list[frozenset[int]]) -> tuple[tuple[int, ...], ...]:
    """Put members that never stand in one set together into one choice."""
    left = sorted(frozenset().union(*sets))
    choices: list[tuple[int, ...]] = []
    while left:
        first = left[0]
        beside = frozenset().union(*(each for each in sets if first in each))
        choice = tuple(each for each in left if each == first or each not in beside)
        choices.append(choice)
        left = [each for each in left if each not in choice]
    return tuple(choices)
