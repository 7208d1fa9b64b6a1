"""The frame of a question: what is obtainable, asked, available and completable under its terms."""

from array import array
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from operator import and_, gt, mul, sub

from graph.model.vocabulary import INPUT_SORTS
from graph.network.arrays import NONE, Arrays, Rows
from graph.network.compiled import numbers, run
from graph.network.kernels import (
    Completable,
    Sustained,
    World,
    largest_self_supporting,
    spread_availability,
    sustained,
)
from graph.network.loops import upstream
from graph.network.network import Network
from graph.network.situation import Situation, known_here, situation_of
from graph.network.terms import Terms


@dataclass(frozen=True)
class Frame:
    """A network seen under terms: the shared ground of every question.

    `inside` marks what lies inside the boundary by itself; `reachable` also what has a kind
    inside it (a traded kind makes its general obtainable). `asked` marks the essential groups
    of the chosen input sorts; what a category inherits is asked of its kinds alone.
    """

    network: Network
    terms: Terms
    situation: Situation
    asked: bytearray
    inside: bytearray
    reachable: bytearray

    @property
    def arrays(self) -> Arrays:
        """The arrays of the network."""
        return self.network.arrays

    @property
    def chosen(self) -> frozenset[int]:
        """The chosen input sorts by their number."""
        return frozenset(INPUT_SORTS.index(sort) for sort in self.terms.inputs)

    @cached_property
    def followed(self) -> bytearray:
        """Mark the groups that a closure follows: of the chosen input sorts, essential or not.

        What a category inherits goes into its kinds, unless they replace it.
        """
        arrays, chosen = self.arrays, self.chosen
        wanted = arrays.input_sort.translate(bytes(sort in chosen for sort in range(256)))
        return bytearray(map(gt, wanted, map(arrays.category.__getitem__, arrays.consumer)))

    @cached_property
    def inputs(self) -> tuple[Rows, bytes]:
        """The inputs of each segment, whatever the group, and which of them a closure follows.

        Groups are counted in order of their consumers: so its inputs lie end to end.
        """
        starts, values = self.arrays.members
        lengths = map(sub, starts[1:], starts)
        places = map(mul, map((b"\0", b"\1").__getitem__, self.followed), lengths)
        first = array("l", map(starts.__getitem__, self.arrays.groups.starts))
        return Rows(first, values), b"".join(places)

    @cached_property
    def feeding(self) -> bytearray:
        """Mark the groups of essential material, but what a category inherits."""
        arrays, material = self.arrays, INPUT_SORTS.index("material")
        groups = zip(arrays.essential, arrays.input_sort, arrays.consumer, strict=True)
        return bytearray(
            essential and sort == material and not arrays.category[consumer]
            for essential, sort, consumer in groups
        )

    @cached_property
    def certain(self) -> Completable:
        """What can be completed with what is known to be here."""
        return self._completable(standing(self.arrays, self.situation.certain, known=True))

    @cached_property
    def possible(self) -> Completable:
        """What can be completed if everything unknown is here."""
        return self._completable(standing(self.arrays, self.situation.possible, known=False))

    @cached_property
    def coming_world(self) -> World:
        """What is known to be here or to be built."""
        own = self.situation.own
        return spread_availability(
            self.arrays, known_here(self.arrays, own, "planned", unknown=False)
        )

    @cached_property
    def coming(self) -> Completable:
        """What can be completed once everything that is being built stands."""
        return self._completable(standing(self.arrays, self.coming_world, known=True))

    @cached_property
    def everything(self) -> Sustained:
        """What can be completed if everything is here, with what it rests on."""
        every = bytearray(not category for category in self.arrays.category)
        return sustained(self.arrays, self.asked, self.inside, every)

    @cached_property
    def never(self) -> tuple[int, ...]:
        """What cannot be completed even then."""
        return tuple(each for each, whole in enumerate(self.everything.whole) if not whole)

    def _completable(self, base: bytearray) -> Completable:
        return largest_self_supporting(self.arrays, self.asked, self.inside, base)

    def groups(self, segment: int) -> list[int]:
        """List the asked groups of a segment, in order."""
        return [group for group in self.arrays.groups.row(segment) if self.asked[group]]

    def members(self, group: int) -> list[tuple[int, bool]]:
        """List the members of a group, each with whether it has to be exact."""
        starts = self.arrays.members.starts
        return [
            (self.arrays.members.values[at], bool(self.arrays.exact[at]))
            for at in range(starts[group], starts[group + 1])
        ]

    def bought(self, member: int, *, exact: bool) -> bool:
        """Tell whether a member lies inside the boundary."""
        return bool(self.inside[member] if exact else self.reachable[member])

    def here(self, world: World, member: int, *, exact: bool) -> bool:
        """Tell whether a member is available in a world."""
        if exact:
            return bool(world.itself[member]) and not self.arrays.captive[member]
        return bool(world.available[member])

    def closed(self, found: Completable, group: int) -> bool:
        """Tell whether a group has a completable member."""
        (starts, members), exact = self.arrays.members, self.arrays.exact
        for at in range(starts[group], starts[group + 1]):
            if (found.alone if exact[at] else found.whole)[members[at]]:
                return True
        return False


def frame_of(
    network: Network,
    terms: Terms,
    situation: Situation | None = None,
    before: Frame | None = None,
) -> Frame:
    """Set the frame for questions about a whole region; raise `UnknownNameError`.

    With tiers in the boundary nothing is known to be inside by depth yet: see `frame_for`.
    `before` is the frame of another version, if one is known: what rests on recipes and terms
    alone is taken from it.
    """
    place = situation or situation_of(network, terms.region or network.region, terms.horizon)
    if before is not None and before.arrays is network.arrays and before.terms == terms:
        found = replace(before, network=network, situation=place)
        known = {each: value for each, value in vars(before).items() if each in OF_RECIPES}
        vars(found).update(known)
        return found
    traded = network.arrays.traded if terms.boundary.traded else bytearray(len(network.ids))
    return _frame(network, terms, place, bytearray(traded))


OF_RECIPES = frozenset({"followed", "inputs", "feeding", "everything", "never"})
"""What a frame works out from recipes and terms, whoever makes what."""


def frame_for(frame: Frame, target: int) -> Frame:
    """Set the frame for one product: with tiers, what lies deeper becomes obtainable."""
    tiers = frame.terms.boundary.tiers
    if tiers is None:
        return frame
    inside = bytearray(frame.inside)
    for segment, depth in upstream_depths(frame, target).items():
        if depth > tiers:
            inside[segment] = 1
    return _frame(frame.network, frame.terms, frame.situation, inside)


def _frame(network: Network, terms: Terms, situation: Situation, inside: bytearray) -> Frame:
    arrays = network.arrays
    reachable = bytearray(inside)
    for segment in compress(range(len(inside)), inside):
        above = arrays.parent[segment]
        while above != NONE and not reachable[above]:
            reachable[above] = 1
            above = arrays.parent[above]
    return Frame(network, terms, situation, _asked(arrays, terms), inside, reachable)


def _asked(arrays: Arrays, terms: Terms) -> bytearray:
    chosen = {INPUT_SORTS.index(sort) for sort in terms.inputs}
    groups = zip(arrays.essential, arrays.input_sort, arrays.consumer, strict=True)
    return bytearray(
        essential and sort in chosen and not arrays.category[consumer]
        for essential, sort, consumer in groups
    )


def standing(arrays: Arrays, world: World, *, known: bool) -> bytearray:
    """Mark what stands on its own feet in a world if its inputs do (clause b).

    A category that is itself here tells of some kind, not of which: that is enough for the
    possible world, and not where kinds have to be `known`. A captive one never is itself here.
    """
    return bytearray(map(gt, world.itself, unfit(arrays, known=known)))


def unfit(arrays: Arrays, *, known: bool) -> bytearray:
    """Mark the categories that cannot stand on their own feet (see `standing`)."""
    return arrays.category if known else bytearray(map(and_, arrays.category, arrays.captive))


def upstream_depths(frame: Frame, target: int) -> dict[int, int]:
    """Find the upstream closure: every segment that supplies the target, with its depth.

    Through groups of the chosen input sorts, essential or not. Depth is the fewest supply
    steps; a step from a general segment to a kind of it has depth 0, and none leads from an
    exact member to its kinds.
    """
    found, depths = upstream_of(frame, target)
    pairs = zip(found.tolist(), depths.tolist(), strict=True)
    return {segment: depth for segment, depth in pairs if depth}


def upstream_of(frame: Frame, target: int) -> tuple["array[int]", "array[int]"]:
    """List the upstream closure as numbers, nearest first, and depths in step.

    The target and its kinds come first, with depth 0.
    """
    arrays, size = frame.arrays, len(frame.inside)
    depths, found, stack = numbers(size), numbers(size), numbers(size)
    read = (*frame.inputs, arrays.exact, arrays.kinds)
    marks = (bytearray(size), bytearray(size))
    count = run(upstream, read, (*marks, depths, found, stack), target)
    return found[:count], depths[:count]
