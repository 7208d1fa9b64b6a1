"""The loops that count ties between parties such as chains (`graph.analysis.tallies`).

Like those of `graph.network.loops`, plain enough for a compiler. The holders of a segment are the
parties that it belongs to; `made` tells in step with them whether they make it. Counts are square,
row by row.
"""

from array import array

from graph.network.arrays import NONE
from graph.network.loops import Lists

Parties = tuple[Lists, bytearray]
"""The holders of each segment, and in step whether they make it."""
Scene = tuple[bytearray, bytearray, bytearray, bytearray]
"""Of each segment: whether it is captive, can be bought, is available, is at work here."""


def supply_ties(
    read: tuple[Parties, Scene, Lists, "array[int]", "array[int]"],
    written: tuple[bytearray, tuple["array[int]", "array[int]", "array[int]"], "array[int]", Lists],
    parties: int,
) -> int:
    """Count what each party supplies to each other one; return how many ties there are.

    What a party makes itself it takes from nobody.
    """
    ((first_holder, held_by), made), scene, (first_use, uses), consumer, _ = read
    captive, bought, available, _ = scene
    at_work, rooms, met, (known, possible) = written
    heads = rooms[2]
    ties, stamp, turn = 0, 0, 0
    for source in range(len(captive)):
        for place in range(first_holder[source], first_holder[source + 1]):
            if captive[source] or not made[place]:
                continue
            turn += 1
            for at in range(first_holder[source], first_holder[source + 1]):
                if made[at]:
                    met[held_by[at]] = turn
            for use in range(first_use[source], first_use[source + 1]):
                taken_by = consumer[uses[use]]
                for at in range(first_holder[taken_by], first_holder[taken_by + 1]):
                    taker = held_by[at]
                    if met[taker] == turn:
                        continue
                    met[taker] = turn
                    stamp += 1
                    pair = (held_by[place], taker)
                    count = targets(read, (at_work, rooms), source, pair, stamp)
                    cell = held_by[place] * parties + taker
                    ties += count
                    for each in range(count):
                        here = available[source] or at_work[heads[each]]
                        if here and not bought[source]:
                            known[cell] += 1
                        else:
                            possible[cell] += 1
    return ties


def targets(
    read: tuple[Parties, Scene, Lists, "array[int]", "array[int]"],
    written: tuple[bytearray, tuple["array[int]", "array[int]", "array[int]"]],
    source: int,
    pair: tuple[int, int],
    stamp: int,
) -> int:
    """List what takes a source in one party and is not in the giver too; return how many.

    A target with kinds that take it as well is one, the most general of them; `at_work` marks
    those of which one is at work here.
    """
    ((first_holder, held_by), _), scene, (first_use, uses), consumer, parent = read
    works, (giver, taker) = scene[3], pair
    at_work, (among, met, heads) = written
    for use in range(first_use[source], first_use[source + 1]):
        segment, theirs, ours = consumer[uses[use]], False, False
        for at in range(first_holder[segment], first_holder[segment + 1]):
            theirs = theirs or held_by[at] == taker
            ours = ours or held_by[at] == giver
        if theirs and not ours:
            among[segment] = stamp
    count = 0
    for use in range(first_use[source], first_use[source + 1]):
        segment = consumer[uses[use]]
        if among[segment] != stamp:
            continue
        head, above = segment, parent[segment]
        while above != NONE:
            if among[above] == stamp:
                head = above
            above = parent[above]
        if met[head] != stamp:
            met[head], at_work[head] = stamp, 0
            heads[count] = head
            count += 1
        if works[segment]:
            at_work[head] = 1
    return count


def input_ties(
    read: tuple[Parties, Scene, Lists, "array[int]", bytearray],
    written: tuple[bytearray, bytearray, Lists],
    parties: int,
) -> int:
    """Count the inputs that each two parties share and neither makes; return how many there are.

    `utility` marks the groups that take power or a service: what only those take ties nobody.
    """
    ((first_holder, held_by), made), scene, (first_use, uses), consumer, utility = read
    captive, bought, available, works = scene
    _, taken, (known, possible) = written
    ties = 0
    for segment in range(len(captive)):
        start, end = first_holder[segment], first_holder[segment + 1]
        if captive[segment] or end - start < 2:
            continue
        for at in range(start, end):
            taken[held_by[at]] = 0
        mere = first_use[segment] < first_use[segment + 1]
        for use in range(first_use[segment], first_use[segment + 1]):
            mere = mere and utility[uses[use]] == 1
            taker = consumer[uses[use]]
            if works[taker]:
                for at in range(first_holder[taker], first_holder[taker + 1]):
                    taken[held_by[at]] = 1
        for one in range(start, end):
            for other in range(one + 1, end):
                if made[one] or made[other]:
                    continue
                ties += 1
                here = available[segment] or (taken[held_by[one]] and taken[held_by[other]])
                cell = held_by[one] * parties + held_by[other]
                if here and not bought[segment] and not mere:
                    known[cell] += 1
                else:
                    possible[cell] += 1
    return ties
