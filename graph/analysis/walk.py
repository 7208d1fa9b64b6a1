"""The walk upstream: which groups of inputs are open, and which segments lie behind them."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from graph.analysis.targets import answered_for, found_here
from graph.network.frame import Frame
from graph.network.kernels import Completable, World

Ways = list[tuple[int, list[int]]]
"""The members through which a walk goes on, each with what is really there of it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An open group: no member completable, available or captive. `depth` is its members'."""

    group: int
    consumer: int
    depth: int
    behind: bool


@dataclass(slots=True)
class Walk:
    """Where a walk came: openings in order, and from each segment the next one to the target.

    `users` tells of each captive stage who works it, or what it is a kind of.
    """

    target: int
    openings: list[Opening] = field(default_factory=list)
    entered: dict[int, int] = field(default_factory=dict)
    onward: dict[int, int] = field(default_factory=dict)
    users: dict[int, set[int]] = field(default_factory=dict)

    def takers(self, consumer: int) -> frozenset[int]:
        """Return who takes what goes into a consumer: of captive stages, those that work them."""
        seen, pending = {consumer}, [consumer]
        while pending:
            fresh = self.users.get(pending.pop(), set()) - seen
            seen |= fresh
            pending += fresh
        return frozenset(each for each in seen if each not in self.users)

    def path(self, *start: int) -> tuple[int, ...]:
        """Return the path to the target from the last of some segments on its way, all included."""
        found = list(start)
        while found[-1] != self.target:
            found.append(self.onward[found[-1]])
        return tuple(found)


def open_groups(frame: Frame, target: int, world: World, found: Completable) -> Walk:
    """Walk the asked groups of the target until they are closed or open.

    A group with a completable member is closed. Otherwise the walk goes on into the members
    that are available or captive, and into those only; where there is none the group is open
    and the walk stops there.
    """
    walk = Walk(target)
    queue: deque[int] = deque()
    for start in answered_for(frame, target):
        steps = _chain(frame, start, target)
        for here, onward in pairwise(steps):
            if frame.arrays.captive[here]:
                walk.users.setdefault(here, set()).add(onward)
        _enter(walk, queue, steps, 0)
    _go(frame, walk, queue, world, found, behind=False)
    return walk


def walk_behind(frame: Frame, walk: Walk, world: World, found: Completable) -> None:
    """Go on through the missing members of the openings; what is found there lies behind."""
    queue: deque[int] = deque()
    for opening in list(walk.openings):
        _enter_missing(frame, walk, queue, opening)
    _go(frame, walk, queue, world, found, behind=True)


def _chain(frame: Frame, kind: int, general: int) -> list[int]:
    """List the kind-of steps from a kind up to the general segment."""
    steps = [kind]
    while steps[-1] != general:
        steps.append(frame.arrays.parent[steps[-1]])
    return steps


def _enter(walk: Walk, queue: deque[int], steps: Iterable[int], depth: int) -> None:
    """Queue the first of the steps, remembering each step on the way to the target."""
    trail = list(steps)
    for here, onward in pairwise(trail):
        if here != walk.target:
            walk.onward.setdefault(here, onward)
    if trail[0] not in walk.entered:
        walk.entered[trail[0]] = depth
        queue.append(trail[0])


def _go(  # noqa: PLR0913 - a walk needs its ground and its state
    frame: Frame,
    walk: Walk,
    queue: deque[int],
    world: World,
    found: Completable,
    *,
    behind: bool,
) -> None:
    while queue:
        segment = queue.popleft()
        depth = walk.entered[segment] + 1
        for group, ways in not_closed(frame, segment, world, found):
            for member, heads in ways:
                for head in heads:
                    if frame.arrays.captive[head]:
                        walk.users.setdefault(head, set()).add(segment)
                    steps = [*_chain(frame, head, member), segment]
                    _enter(walk, queue, steps, depth)
            if not ways:
                opening = Opening(group, segment, depth, behind)
                walk.openings.append(opening)
                if behind:
                    _enter_missing(frame, walk, queue, opening)


def not_closed(
    frame: Frame, segment: int, world: World, found: Completable
) -> Iterator[tuple[int, Ways]]:
    """Yield the asked groups of a segment without a completable member, each with the ways on.

    A group without any is open.
    """
    for group in frame.groups(segment):
        if not frame.closed(found, group):
            yield (
                group,
                [
                    (member, found_here(frame, world, member, exact=exact))
                    for member, exact in frame.members(group)
                    if frame.arrays.captive[member] or frame.here(world, member, exact=exact)
                ],
            )


def _enter_missing(frame: Frame, walk: Walk, queue: deque[int], opening: Opening) -> None:
    for member, _ in frame.members(opening.group):
        for head in _recipes_of(frame, member):
            steps = [*_chain(frame, head, member), opening.consumer]
            _enter(walk, queue, steps, opening.depth)


def _recipes_of(frame: Frame, member: int) -> list[int]:
    if not frame.arrays.category[member]:
        return [member]
    return [leaf for kind in frame.arrays.kinds.row(member) for leaf in _recipes_of(frame, kind)]
