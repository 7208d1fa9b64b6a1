"""What is available, what can be completed: the loops over arrays with room and names.

Each is linear in segments and members of groups, or in what it reaches.
"""

from array import array
from collections.abc import Iterable
from copy import copy
from itertools import compress
from typing import NamedTuple

from graph.network.arrays import NONE, Arrays
from graph.network.compiled import numbers, run
from graph.network.loops import doubt, fall, hold_up, hope, spread


class World(NamedTuple):
    """What is available in one world, segment by segment.

    `itself`: by a fact on the segment itself, as a by-product of an available source, or as a
    captive stage; `available`: also risen from a special kind; a captive stage never is.
    `by_product` marks what an available source yields, `works` what is available and the
    captive stages at work.
    """

    itself: bytearray
    available: bytearray
    by_product: bytearray
    works: bytearray


class Completable(NamedTuple):
    """The largest self-supporting set X.

    `alone` holds those in it without the help of a kind (clauses a and b), which is what an
    `exact` input asks for.
    """

    alone: bytearray
    whole: bytearray


def spread_availability(arrays: Arrays, facts: bytearray) -> World:
    """Spread availability from facts to general kinds and by-products: a least fixpoint.

    `facts` marks the segments that are available by a fact on themselves. Availability rises
    from a special kind to its general one; an available source makes its by-products available;
    a captive source works where a consumer of it is available, or is a working captive stage.
    """
    size = len(facts)
    world = World(bytearray(arrays.captive), bytearray(size), bytearray(size), bytearray(size))
    grow_availability(arrays, world, compress(range(size), facts), room_to_spread(arrays))
    return world


def more_available(arrays: Arrays, world: World, facts: Iterable[int]) -> tuple[World, set[int]]:
    """Spread availability from some facts more, and tell for which segments something changes."""
    grown = World(*(bytearray(each) for each in world))
    reached = grow_availability(arrays, grown, facts, room_to_spread(arrays))
    return grown, {
        segment
        for segment in set(reached)
        if any(new[segment] != old[segment] for new, old in zip(grown, world, strict=True))
    }


def room_to_spread(arrays: Arrays) -> "array[int]":
    """Make room for all that a spread can reach, each as often as it may."""
    size = len(arrays.captive)
    return numbers(2 * size + len(arrays.yields.values) + len(arrays.stages.values))


def grow_availability(
    arrays: Arrays, world: World, facts: Iterable[int], room: "array[int]"
) -> list[int]:
    """Spread availability in a world itself, from facts that it may hold; return what it reaches.

    Some are listed more than once. `room` (`room_to_spread`) may be used again.
    """
    count = 0
    for segment in facts:
        if not (world.itself[segment] and world.works[segment]):
            world.itself[segment] = 1
            room[count] = segment
            count += 1
    read = (arrays.captive, arrays.parent, arrays.yields, arrays.stages)
    return room[: run(spread, read, (*world, room), count)].tolist()


def largest_self_supporting(
    arrays: Arrays, asked: bytearray, inside: bytearray, base: bytearray
) -> Completable:
    """Find the largest set X of segments that sustain one another: a greatest fixpoint.

    A segment is in X if (a) it is `inside` the boundary, or (b) it is in `base` and each `asked`
    group of it has a member in X, or (c) a kind of it is in X. An exact member counts by (a) or
    (b) alone. Starts from everything and takes away what is not supported.
    """
    found = sustained(arrays, asked, inside, base)
    return Completable(found.alone, found.whole)


class Sustained(NamedTuple):
    """A self-supporting set with what each member of it rests on, so that some can be taken away.

    What is `inside` the boundary stays. `support` counts the reasons why a segment is in the set:
    (a) or (b), and each (c). `bears` marks the groups whose loss takes their consumer with it,
    `left` counts what they have in the set.
    """

    inside: bytearray
    alone: bytearray
    whole: bytearray
    support: "array[int]"
    bears: bytearray
    left: "array[int]"

    def copy(self) -> "Sustained":
        """Return the same, to take something away from."""
        inside, alone, whole, support, bears, left = self
        return Sustained(inside, alone[:], whole[:], copy(support), bears, copy(left))


def sustained(
    arrays: Arrays,
    asked: bytearray,
    inside: bytearray,
    base: bytearray,
    watched: Iterable[int] = (),
) -> Sustained:
    """Find the largest self-supporting set, with what it rests on.

    Of `watched` segments the groups are counted too, whatever they are themselves.
    """
    size = len(base)
    alone, whole, support = bytearray(size), bytearray(size), numbers(size)
    bears, left = bytearray(len(asked)), numbers(len(asked))
    marks, pending = bytearray(size), numbers(size)
    for segment in watched:
        marks[segment] = 1
    recipes = (arrays.groups, arrays.members, arrays.exact)
    read = (arrays.parent, *recipes, asked, inside, base, marks)
    count = run(hold_up, read, (alone, whole, support, bears, left, pending))
    found = Sustained(inside, alone, whole, support, bears, left)
    _fall(arrays, found, pending, count)
    return found


def take_away(
    arrays: Arrays, found: Sustained, gone: Iterable[int], until: int = NONE
) -> list[int]:
    """Take away what stands alone among `gone`, and all that is no longer supported by it.

    Returns what is no longer in the whole set. Stops short where `until`, a watched segment, has
    lost a group of inputs.
    """
    pending, count = numbers(len(found.alone)), 0
    for segment in gone:
        if found.alone[segment] and not found.inside[segment]:
            found.alone[segment] = 0
            pending[count] = segment
            count += 1
    return _fall(arrays, found, pending, count, until)


def _fall(
    arrays: Arrays, found: Sustained, pending: "array[int]", count: int, until: int = NONE
) -> list[int]:
    inside, alone, whole, support, bears, left = found
    lost = numbers(len(alone))
    read = (arrays.parent, arrays.used_in, arrays.used_exact, arrays.consumer, inside, bears)
    written = (alone, whole, support, left, pending, lost)
    return lost[: run(fall, read, written, count, until)].tolist()


def supplied(arrays: Arrays, found: Sustained, segment: int) -> bool:
    """Tell whether each group of a counted segment has a member in the set."""
    groups = arrays.groups.row(segment)
    return all(found.left[group] or not found.bears[group] for group in groups)


class Growth(NamedTuple):
    """A self-supporting set that grows in place, beside what it was, with room for what it tries.

    `fresh` and `hoped` have a place for each segment, and so have `marks`, which are all 0.
    """

    before: Completable
    now: Completable
    fresh: "array[int]"
    hoped: "array[int]"
    marks: bytearray

    @classmethod
    def of(cls, before: Completable) -> "Growth":
        """Make a copy that can grow."""
        size = len(before.alone)
        now = Completable(*map(bytearray, before))
        return cls(before, now, numbers(size), numbers(size), bytearray(size))


def grow_completable(
    arrays: Arrays, asked: bytearray, itself: bytearray, found: Growth, fresh: Iterable[int]
) -> set[int]:
    """Grow the largest self-supporting set of a certain world by `fresh` segments.

    `itself` is that of the world with them; a category has to be here as a known kind. Returns
    all segments that may have come into the set. Takes in whatever the fresh ones may bear, and
    then takes away what is not supported; of the others nothing changes, for a set that sustains
    itself without a fresh one was in before.
    """
    count = 0
    for segment in fresh:
        found.fresh[count] = segment
        count += 1
    written = (*found.now, found.fresh, found.hoped, found.marks)
    ways = (arrays.used_in, arrays.consumer, arrays.parent, asked)
    hopes = run(hope, (*ways, arrays.category, itself), written, count)
    recipes = (arrays.groups, arrays.members, arrays.exact, arrays.kinds)
    run(doubt, (*ways, *recipes, found.before.whole), written, hopes)
    hoped = found.hoped[:hopes].tolist()
    return {above for segment in hoped for above in (segment, *arrays.above(segment))}
