"""The loops over arrays: what is available, what can be completed.

Plain loops without objects, so that a compiler can take them as they are. Each is linear in
segments and members of groups.
"""

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import gt, or_
from typing import NamedTuple

from graph.network.arrays import NONE, Arrays


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
    _spread(arrays, world, list(compress(range(size), facts)))
    return world


def more_available(arrays: Arrays, world: World, facts: Iterable[int]) -> tuple[World, set[int]]:
    """Spread availability from some facts more, and tell for which segments something changes."""
    grown = World(*(bytearray(each) for each in world))
    reached = grow_availability(arrays, grown, facts)
    return grown, {
        segment
        for segment in reached
        if any(new[segment] != old[segment] for new, old in zip(grown, world, strict=True))
    }


def grow_availability(arrays: Arrays, world: World, facts: Iterable[int]) -> set[int]:
    """Spread availability in a world itself; return all segments that it reaches."""
    return _spread(arrays, world, [segment for segment in facts if not world.itself[segment]])


def _spread(arrays: Arrays, world: World, facts: list[int]) -> set[int]:
    """Write into a world what some facts make available; return what they reach."""
    itself, available, by_product, works = world
    for segment in facts:
        itself[segment] = 1
    pending, reached = list(facts), set(facts)
    while pending:
        segment = pending.pop()
        if works[segment]:
            continue
        works[segment] = 1
        reached.add(segment)
        if not arrays.captive[segment]:
            available[segment] = 1
            parent = arrays.parent[segment]
            if parent != NONE and not arrays.captive[parent]:
                pending.append(parent)
        for at in range(arrays.yields.starts[segment], arrays.yields.starts[segment + 1]):
            target = arrays.yields.values[at]
            by_product[target] = itself[target] = 1
            reached.add(target)
            pending.append(target)
        for at in range(arrays.stages.starts[segment], arrays.stages.starts[segment + 1]):
            pending.append(arrays.stages.values[at])
    return reached


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
        alone, whole = bytearray(self.alone), bytearray(self.whole)
        return Sustained(self.inside, alone, whole, self.support[:], self.bears, self.left[:])


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
    found = Sustained(
        inside=inside,
        alone=bytearray(map(or_, inside, base)),
        whole=bytearray(size),
        support=array("i", bytes(4 * size)),
        bears=bytearray(len(asked)),
        left=array("i", bytes(4 * len(asked))),
    )
    _rise(arrays, found)
    fallen: list[int] = []
    for segment in (*compress(range(size), map(gt, base, inside)), *watched):
        for group in arrays.groups.row(segment):
            if asked[group]:
                found.bears[group] = 1
                found.left[group] = _count(arrays, group, found.alone, found.whole)
                if found.left[group] == 0:
                    fallen.append(segment)
    take_away(arrays, found, fallen)
    return found


def take_away(
    arrays: Arrays, found: Sustained, gone: Iterable[int], until: int = NONE
) -> list[int]:
    """Take away what stands alone among `gone`, and all that is no longer supported by it.

    Returns what is no longer in the whole set. Stops short where `until`, a watched segment, has
    lost a group of inputs.
    """
    whole, support = found.whole, found.support
    lost: list[int] = []
    pending = _fell(found, gone)
    while pending:
        segment = pending.pop()
        support[segment] -= 1
        fallen = _lose(arrays, found, segment, exact=1)
        while support[segment] == 0 and whole[segment]:
            whole[segment] = 0
            lost.append(segment)
            fallen += _lose(arrays, found, segment, exact=0)
            segment = arrays.parent[segment]
            if segment == NONE:
                break
            support[segment] -= 1
        if until in fallen:
            break
        pending += _fell(found, fallen)
    return lost


def _fell(found: Sustained, segments: Iterable[int]) -> list[int]:
    """List what no longer stands alone, each once."""
    fresh: list[int] = []
    for segment in segments:
        if found.alone[segment] and not found.inside[segment]:
            found.alone[segment] = 0
            fresh.append(segment)
    return fresh


def supplied(arrays: Arrays, found: Sustained, segment: int) -> bool:
    """Tell whether each group of a counted segment has a member in the set."""
    groups = arrays.groups.row(segment)
    return all(found.left[group] or not found.bears[group] for group in groups)


class Growth(NamedTuple):
    """A self-supporting set that grows in place, beside what it was."""

    before: Completable
    now: Completable


def grow_completable(
    arrays: Arrays, asked: bytearray, itself: bytearray, found: Growth, fresh: Iterable[int]
) -> set[int]:
    """Grow the largest self-supporting set of a certain world by `fresh` segments.

    `itself` is that of the world with them; a category has to be here as a known kind. Returns
    all segments that may have come into the set. Takes in whatever the fresh ones may bear, and
    then takes away what is not supported; of the others nothing changes, for a set that sustains
    itself without a fresh one was in before.
    """
    grown = found.now
    doubted = _hope(arrays, asked, itself, grown, fresh)
    hoped = set(doubted)
    while doubted:
        segment = doubted.pop()
        if grown.alone[segment] and not _supported(arrays, asked, grown, segment):
            grown.alone[segment] = 0
            for lost in _lost(arrays, found, segment):
                doubted += hoped.intersection(_takers(arrays, asked, lost))
    return {above for segment in hoped for above in _and_above(arrays, segment)}


def _lost(arrays: Arrays, found: Growth, segment: int) -> Iterator[int]:
    """Yield what no longer stands alone, and what is no longer whole because of it."""
    before, grown = found
    yield segment
    for here in _and_above(arrays, segment):
        kinds = arrays.kinds.row(here)
        if before.whole[here] or grown.alone[here] or any(grown.whole[kind] for kind in kinds):
            return
        grown.whole[here] = 0
        yield here


def _hope(
    arrays: Arrays, asked: bytearray, itself: bytearray, grown: Completable, fresh: Iterable[int]
) -> list[int]:
    """Take in all that might be completable now, and return it."""
    hoped: list[int] = []
    pending = list(fresh)
    while pending:
        segment = pending.pop()
        if grown.alone[segment] or arrays.category[segment] or not itself[segment]:
            continue
        grown.alone[segment] = 1
        hoped.append(segment)
        pending += _takers(arrays, asked, segment)
        for above in _and_above(arrays, segment):
            if grown.whole[above]:
                break
            grown.whole[above] = 1
            pending += _takers(arrays, asked, above)
    return hoped


def _and_above(arrays: Arrays, segment: int) -> Iterator[int]:
    while segment != NONE:
        yield segment
        segment = arrays.parent[segment]


def _takers(arrays: Arrays, asked: bytearray, segment: int) -> list[int]:
    return [arrays.consumer[g] for g in arrays.used_in.row(segment) if asked[g]]


def _supported(arrays: Arrays, asked: bytearray, found: Completable, segment: int) -> bool:
    return all(
        not asked[group] or _count(arrays, group, found.alone, found.whole)
        for group in arrays.groups.row(segment)
    )


def _rise(arrays: Arrays, found: Sustained) -> None:
    """Put whatever stands alone, and every general kind of it, into the whole set."""
    whole, support = found.whole, found.support
    for segment in compress(range(len(whole)), found.alone):
        support[segment] += 1
        here = segment
        while not whole[here]:
            whole[here] = 1
            here = arrays.parent[here]
            if here == NONE:
                break
            support[here] += 1


def _count(arrays: Arrays, group: int, alone: bytearray, whole: bytearray) -> int:
    found = 0
    for at in range(arrays.members.starts[group], arrays.members.starts[group + 1]):
        member = arrays.members.values[at]
        found += alone[member] if arrays.exact[at] else whole[member]
    return found


def _lose(arrays: Arrays, found: Sustained, segment: int, *, exact: int) -> list[int]:
    """Take one supporter from every group that counted on this segment (exactly, or at all).

    Returns the consumers that fall with the last one.
    """
    fallen: list[int] = []
    (starts, uses), bears, left = arrays.used_in, found.bears, found.left
    for at in range(starts[segment], starts[segment + 1]):
        group = uses[at]
        if bears[group] and arrays.used_exact[at] == exact:
            left[group] -= 1
            if left[group] == 0:
                fallen.append(arrays.consumer[group])
    return fallen
