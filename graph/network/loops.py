"""The loops over arrays, plain enough for a compiler: numbers in, numbers out, no objects.

There is one source of each: on a district they run as Python, over a country numba compiles them
(`graph.network.compiled`). Each takes what it reads, what it writes, and numbers; the first of
what is written has a place for every segment. Each is linear in what it looks at.
"""

from array import array

from graph.network.arrays import NONE

Lists = tuple["array[int]", "array[int]"]
"""Where each list starts, and the lists end to end (`graph.network.arrays.Rows`)."""

AS_KIND, QUEUED, AS_ITSELF = 1, 2, 4
HOPED, DOUBTED = 1, 2
"""Marks of a segment in loops: how a walk came to it, what is still to be looked at."""


def upstream(
    read: tuple[Lists, bytearray, bytearray, Lists],
    written: tuple[bytearray, bytearray, "array[int]", "array[int]", "array[int]"],
    target: int,
) -> int:
    """List what goes into a segment, nearest first, with depths in step; return how many.

    Read are the inputs of each segment whatever the group, which of them are followed, which
    have to be exact, and kinds. The target and its kinds come first, with depth 0.
    """
    (first_input, inputs), followed, exact, (first_kind, kinds) = read
    listed, opened, depths, found, stack = written
    stack[0], found[0], depths[0] = target, target, 0
    listed[target], opened[target] = 1, 1
    height, head, count, depth = 1, 0, 1, 0
    while True:
        while height:  # what any kind will do for: all its kinds
            height -= 1
            here = stack[height]
            for at in range(first_kind[here], first_kind[here + 1]):
                kind = kinds[at]
                if not opened[kind]:
                    opened[kind] = 1
                    stack[height] = kind
                    height += 1
                    if not listed[kind]:
                        listed[kind] = 1
                        found[count], depths[count] = kind, depth
                        count += 1
        if head == count:
            return count
        segment, depth = found[head], depths[head] + 1
        head += 1
        for place in range(first_input[segment], first_input[segment + 1]):
            member = inputs[place]
            if opened[member] or not followed[place]:
                continue
            if not exact[place]:
                opened[member] = 1
                if first_kind[member] != first_kind[member + 1]:
                    stack[height] = member
                    height += 1
            if not listed[member]:
                listed[member] = 1
                found[count], depths[count] = member, depth
                count += 1


def downstream(
    read: tuple[Lists, bytearray, "array[int]", "array[int]", bytearray],
    written: tuple[bytearray, "array[int]", "array[int]", "array[int]", "array[int]"],
    source: int,
) -> int:
    """List what takes a segment, nearest first, with depths in step; return how many.

    It comes first itself. What arrives at a general segment as a kind of it goes on only where
    it need not be exact.
    """
    (first_use, uses), exact, consumer, parent, followed = read
    seen, depths, found, queue, queued_at = written
    queue[0], seen[source], queued_at[0] = source, QUEUED, 0
    head, tail, count = 0, 1, 0
    while head < tail:
        segment, depth = queue[head], queued_at[head]
        head += 1
        # What was here as a kind was so for all that is more general, too.
        climbs = not seen[segment] & AS_KIND
        here, mark = segment, AS_ITSELF
        while here != NONE:
            if not seen[here] & (AS_KIND | AS_ITSELF):
                found[count], depths[count] = here, depth
                count += 1
            seen[here] |= mark
            for at in range(first_use[here], first_use[here + 1]):
                taker = consumer[uses[at]]
                passes = followed[uses[at]] and not (mark == AS_KIND and exact[at])
                if passes and not seen[taker] & QUEUED:
                    seen[taker] |= QUEUED
                    queue[tail], queued_at[tail] = taker, depth + 1
                    tail += 1
            here, mark = parent[here] if climbs else NONE, AS_KIND
            if here != NONE and seen[here] & (AS_KIND | AS_ITSELF):
                break
    return count


def reaches(
    read: tuple[
        tuple[Lists, bytearray, "array[int]", "array[int]", bytearray], bytearray, "array[int]"
    ],
    written: tuple[tuple[bytearray, "array[int]", "array[int]", "array[int]", "array[int]"], Lists],
    at: int,
    past: int,
) -> int:
    """List, for each of the sources `at` this one to `past`, the wanted segments that take it.

    Not those of which a general does. Returns the first source for which there was no room.
    """
    ways, wanted, sources = read
    walk, (starts, listed) = written
    (seen, depths, found, _, _), parent = walk, ways[3]
    while at < past and starts[at] + len(seen) <= len(listed):
        count, filled = downstream(ways, walk, sources[at]), starts[at]
        for each in range(count):
            if not depths[each]:
                seen[found[each]] = 0
        for each in range(count):
            if depths[each] and wanted[found[each]]:
                above = parent[found[each]]
                while above != NONE and not seen[above]:
                    above = parent[above]
                if above == NONE:
                    listed[filled] = found[each]
                    filled += 1
        for each in range(count):
            seen[found[each]] = 0
        at += 1
        starts[at] = filled
    return at


def spread(
    read: tuple[bytearray, "array[int]", Lists, Lists],
    written: tuple[bytearray, bytearray, bytearray, bytearray, "array[int]"],
    count: int,
) -> int:
    """Spread availability from the first `count` of `pending`; return how many were reached.

    Those reached are then in `pending`, some more than once.
    """
    captive, parent, (first_yield, yields), (first_stage, stages) = read
    itself, available, by_product, works, pending = written
    head = 0
    while head < count:
        segment = pending[head]
        head += 1
        if works[segment]:
            continue
        works[segment] = 1
        if not captive[segment]:
            available[segment] = 1
            above = parent[segment]
            if above != NONE and not captive[above]:
                pending[count] = above
                count += 1
        for at in range(first_yield[segment], first_yield[segment + 1]):
            target = yields[at]
            by_product[target] = 1
            itself[target] = 1
            pending[count] = target
            count += 1
        for at in range(first_stage[segment], first_stage[segment + 1]):
            pending[count] = stages[at]
            count += 1
    return count


def hold_up(
    read: tuple["array[int]", Lists, Lists, bytearray, bytearray, bytearray, bytearray, bytearray],
    written: tuple[bytearray, bytearray, "array[int]", bytearray, "array[int]", "array[int]"],
) -> int:
    """Put what stands alone, in or out of the boundary, into a set with all its generals.

    Of what stands in `base` alone, and of what is watched, the asked groups are counted. Returns
    how many of those lack one: the first of `pending`, which stand alone no longer.
    """
    (
        parent,
        (first_group, groups),
        (first_member, members),
        exact,
        asked,
        inside,
        base,
        watched,
    ) = read
    alone, whole, support, bears, left, pending = written
    for segment in range(len(alone)):
        if base[segment] or inside[segment]:
            alone[segment] = 1
            support[segment] += 1
            here = segment
            while here != NONE and not whole[here]:
                whole[here] = 1
                here = parent[here]
                if here != NONE:
                    support[here] += 1
    count = 0
    for segment in range(len(alone)):
        lacks = False
        if watched[segment] or (base[segment] and not inside[segment]):
            for at in range(first_group[segment], first_group[segment + 1]):
                group = groups[at]
                if asked[group]:
                    bears[group] = 1
                    for place in range(first_member[group], first_member[group + 1]):
                        member = members[place]
                        left[group] += alone[member] if exact[place] else whole[member]
                    lacks = lacks or not left[group]
        if lacks and alone[segment] and not inside[segment]:
            pending[count] = segment
            count += 1
    for at in range(count):
        alone[pending[at]] = 0
    return count


def fall(
    read: tuple["array[int]", Lists, bytearray, "array[int]", bytearray, bytearray],
    written: tuple[bytearray, bytearray, "array[int]", "array[int]", "array[int]", "array[int]"],
    count: int,
    until: int,
) -> int:
    """Take from a set what no longer stands alone, the first `count` of `pending`, and what falls.

    Returns how many left the whole set, which are then in `lost`. Stops short where `until` has
    lost a group of inputs.
    """
    parent, (first_use, uses), use_exact, consumer, inside, bears = read
    alone, whole, support, left, pending, lost = written
    gone, stopped = 0, False
    while count and not stopped:
        count -= 1
        segment = pending[count]
        support[segment] -= 1
        exactly = 1  # whoever takes this very segment loses it, the others if no kind is left
        while segment != NONE and (exactly or (not support[segment] and whole[segment])):
            if not exactly:
                whole[segment] = 0
                lost[gone] = segment
                gone += 1
            for at in range(first_use[segment], first_use[segment + 1]):
                group = uses[at]
                if bears[group] and use_exact[at] == exactly:
                    left[group] -= 1
                    taker = consumer[group]
                    if not left[group]:
                        stopped = stopped or taker == until
                        if alone[taker] and not inside[taker]:
                            alone[taker] = 0
                            pending[count] = taker
                            count += 1
            if exactly:
                exactly = 0
            else:
                segment = parent[segment]
                if segment != NONE:
                    support[segment] -= 1
    return gone


def hope(
    read: tuple[Lists, "array[int]", "array[int]", bytearray, bytearray, bytearray],
    written: tuple[bytearray, bytearray, "array[int]", "array[int]", bytearray],
    count: int,
) -> int:
    """Take in all that might be completable with the first `count` of `fresh`.

    Returns how many stand alone now, which are then in `hoped` and marked.
    """
    (first_use, uses), consumer, parent, asked, category, itself = read
    alone, whole, fresh, hoped, marks = written
    head, hopes = 0, 0
    for at in range(count):
        segment = fresh[at]
        if itself[segment] and not category[segment] and not alone[segment]:
            alone[segment] = 1
            marks[segment] = HOPED
            hoped[hopes] = segment
            hopes += 1
    while head < hopes:
        here = hoped[head]
        head += 1
        more = True
        while more:
            for at in range(first_use[here], first_use[here + 1]):
                taker = consumer[uses[at]]
                sure = itself[taker] and not category[taker] and not alone[taker]
                if sure and asked[uses[at]]:
                    alone[taker] = 1
                    marks[taker] = HOPED
                    hoped[hopes] = taker
                    hopes += 1
            more = not whole[here]
            whole[here] = 1
            if more:
                here = parent[here]
                more = here != NONE and not whole[here]
    return hopes


def doubt(
    read: tuple[
        Lists, "array[int]", "array[int]", bytearray, Lists, Lists, bytearray, Lists, bytearray
    ],
    written: tuple[bytearray, bytearray, "array[int]", "array[int]", bytearray],
    hopes: int,
) -> int:
    """Take out again what is not supported of what `hope` took in, and clear the marks.

    Returns how many it looked at.
    """
    (first_use, uses), consumer, parent, asked, groups_of, members_of, exact, kinds_of, was = read
    (first_group, groups), (first_member, members), (first_kind, kinds) = (
        groups_of,
        members_of,
        kinds_of,
    )
    alone, whole, pending, hoped, marks = written
    for at in range(hopes):
        pending[at] = hoped[at]
        marks[hoped[at]] = HOPED | DOUBTED
    count = hopes
    while count:
        count -= 1
        here = pending[count]
        marks[here] = HOPED
        supported = True
        for at in range(first_group[here], first_group[here + 1]):
            if asked[groups[at]] and supported:
                supported = False
                for place in range(first_member[groups[at]], first_member[groups[at] + 1]):
                    member = members[place]
                    if alone[member] if exact[place] else whole[member]:
                        supported = True
        if supported or not alone[here]:
            continue
        alone[here] = 0
        lost = True  # first as itself, then as what its generals were whole by
        first = True
        while lost:
            for at in range(first_use[here], first_use[here + 1]):
                taker = consumer[uses[at]]
                if asked[uses[at]] and marks[taker] == HOPED:
                    marks[taker] |= DOUBTED
                    pending[count] = taker
                    count += 1
            if not first:
                here = parent[here]
            first = False
            lost = here != NONE and not was[here] and not alone[here] and whole[here] == 1
            if lost:
                for at in range(first_kind[here], first_kind[here + 1]):
                    lost = lost and not whole[kinds[at]]
            if lost:
                whole[here] = 0
    for at in range(hopes):
        marks[hoped[at]] = 0
    return hopes
