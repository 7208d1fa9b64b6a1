"""The loop that asks what many regions can complete, as many at once as a word has bits.

Like those of `graph.network.loops`, plain enough for a compiler. Each segment has a word: one bit
for each region of a block, all of them set (-1) where something holds in every region. Compiled
a word holds 63 regions; as Python it is as wide as one likes.
"""

from array import array

from graph.network.arrays import NONE
from graph.network.loops import Lists

RegionWords = list[int]
EVERY = -1
Spreading = tuple[bytearray, "array[int]", Lists, Lists, bytearray]
"""Captive, parent, by-products, captive stages of each segment; whether it leads to by-products."""
Uses = tuple[Lists, "array[int]", bytearray]
"""The groups that take each segment, who asks for them, and which are asked."""
RecipeRows = tuple[Lists, Lists, bytearray, Lists]
"""The groups of each segment, their members, which have to be exact, and its kinds."""
Marks = tuple[bytearray, bytearray, bytearray]
"""Categories; what stands alone in every region, and what is in the set there."""


def everywhere(
    read: tuple[Lists, Spreading, Uses, RecipeRows, Marks, "array[int]"],
    written: tuple[
        tuple[RegionWords, RegionWords, RegionWords, RegionWords, RegionWords], "array[int]", Lists
    ],
    region: int,
    width: int,
) -> int:
    """List what each region from `region` on can complete by its facts, beyond what all can.

    Returns the first region of the block of `width` for which there was no room.
    """
    facts, spreading, uses, recipes, marks, places = read
    (itself, works, waiting, alone, whole), stack, lists = written
    regions = len(facts[0]) - 1
    while region < regions:
        block = region, min(regions, region + width)
        for segment in range(len(itself)):
            itself[segment] = EVERY if spreading[0][segment] else 0
            whole[segment] = EVERY if marks[2][segment] else 0
            works[segment] = 0
        here_by_facts(facts, spreading, (itself, works, waiting), stack, block)
        count = stand_up(spreading[1], marks, (itself, alone, whole), stack)
        let_fall((spreading[1], uses, recipes, marks[1]), (alone, whole, waiting), stack, count)
        if not listing(marks[2], whole, places, stack, lists, block):
            return region
        region = block[1]
    return region


def here_by_facts(
    facts: Lists,
    spreading: Spreading,
    words: tuple[RegionWords, RegionWords, RegionWords],
    stack: "array[int]",
    block: tuple[int, int],
) -> None:
    """Spread the facts of a block of regions: in which of them each segment is here by itself."""
    first_fact, stated = facts
    captive, parent, (first_yield, yields), (first_stage, stages), leading = spreading
    itself, works, waiting = words
    height = 0
    for region in range(block[0], block[1]):
        bit = 1 << (region - block[0])
        for at in range(first_fact[region], first_fact[region + 1]):
            itself[stated[at]] |= bit
            if leading[stated[at]]:
                height = put(stack, height, waiting, stated[at], bit)
    while height:
        height -= 1
        segment = stack[height]
        new = waiting[segment] & ~works[segment]
        waiting[segment] = 0
        works[segment] |= new
        above = parent[segment]
        rises = not captive[segment] and above != NONE and not captive[above]
        if rises and leading[above]:
            height = put(stack, height, waiting, above, new)
        for at in range(first_yield[segment], first_yield[segment + 1]):
            itself[yields[at]] |= new
            if leading[yields[at]]:
                height = put(stack, height, waiting, yields[at], new)
        for at in range(first_stage[segment], first_stage[segment + 1]):
            if leading[stages[at]]:
                height = put(stack, height, waiting, stages[at], new)


def put(stack: "array[int]", height: int, waiting: RegionWords, segment: int, bits: int) -> int:
    """Put a segment on the stack, unless it lies there already, with the bits it waits for."""
    if bits and not waiting[segment]:
        stack[height] = segment
        height += 1
    waiting[segment] |= bits
    return height


def stand_up(
    parent: "array[int]",
    marks: Marks,
    words: tuple[RegionWords, RegionWords, RegionWords],
    stack: "array[int]",
) -> int:
    """Take in whatever is here by itself, with its generals; return how many may fall again."""
    (category, sure, was), (itself, alone, whole) = marks, words
    count = 0
    for segment in range(len(was) - 1, -1, -1):  # the first comes off the stack first
        alone[segment] = 0 if category[segment] else itself[segment]
        if sure[segment]:
            alone[segment] = EVERY
        elif alone[segment]:
            stack[count] = segment
            count += 1
        here = segment
        while here != NONE and alone[segment] & ~whole[here]:
            whole[here] |= alone[segment]
            here = parent[here]
    return count


def let_fall(
    read: tuple["array[int]", Uses, RecipeRows, bytearray],
    words: tuple[RegionWords, RegionWords, RegionWords],
    stack: "array[int]",
    count: int,
) -> None:
    """Take out what is not supported, of the first `count` of the stack.

    All of them once, which is enough where inputs go before what takes them; then what is left,
    and whatever loses something by it.
    """
    parent, ((first_use, uses), consumer, asked), recipes, sure = read
    alone, whole, waiting = words
    kinds = recipes[3]
    for at in range(count - 1, -1, -1):
        here = stack[at]
        left = supported(recipes, asked, alone, whole, here)
        changed = left != alone[here]
        alone[here] = left
        while changed and here != NONE:
            changed = lessened(kinds, alone, whole, here) != 0
            here = parent[here]
    height = 0
    for at in range(count):
        height = put(stack, height, waiting, stack[at], alone[stack[at]])
    while height:
        height -= 1
        here = stack[height]
        waiting[here], left = 0, supported(recipes, asked, alone, whole, here)
        lost = alone[here] & ~left
        alone[here] = left
        first = True  # what took this very segment, then what took it or one above for its kinds
        while lost:
            for at in range(first_use[here], first_use[here + 1]):
                taker = consumer[uses[at]]
                if asked[uses[at]] and not sure[taker]:
                    height = put(stack, height, waiting, taker, alone[taker] & lost)
            here = here if first else parent[here]
            first = False
            lost = 0 if here == NONE else lessened(kinds, alone, whole, here)


def supported(
    recipes: RecipeRows, asked: bytearray, alone: RegionWords, whole: RegionWords, segment: int
) -> int:
    """Tell in which regions a segment that stands alone has a member of each asked group."""
    (first_group, groups), (first_member, members), exact, _ = recipes
    left = alone[segment]
    for at in range(first_group[segment], first_group[segment + 1]):
        if left and asked[groups[at]]:
            some = 0
            for place in range(first_member[groups[at]], first_member[groups[at] + 1]):
                some |= alone[members[place]] if exact[place] else whole[members[place]]
            left &= some
    return left


def lessened(kinds: Lists, alone: RegionWords, whole: RegionWords, segment: int) -> int:
    """Look again whether a segment or a kind of it is in the set; return where none is any more."""
    first_kind, special = kinds
    left = alone[segment]
    for at in range(first_kind[segment], first_kind[segment + 1]):
        left |= whole[special[at]]
    lost = whole[segment] & ~left
    whole[segment] = left
    return lost


def listing(  # noqa: PLR0913, PLR0917 - a loop takes what it reads and writes
    was: bytearray,
    whole: RegionWords,
    places: "array[int]",
    found: "array[int]",
    lists: Lists,
    block: tuple[int, int],
) -> bool:
    """List by region what is in the set that was not before; tell whether there was room.

    `places` tells by the rest of a power of 2 which power it is; `found` is room.
    """
    starts, listed = lists
    first, past = block
    begin, count = starts[first], 0
    for region in range(first + 1, past + 1):
        starts[region] = 0
    for segment in range(len(was)):
        if not was[segment] and whole[segment]:
            found[count] = segment
            count += 1
            word = whole[segment]
            while word:
                low = word & -word
                word ^= low
                starts[first + places[low % len(places)] + 1] += 1
    for region in range(first, past):
        starts[region + 1] += starts[region]
    if starts[past] > len(listed):
        return False
    for at in range(count):
        word = whole[found[at]]
        while word:
            low = word & -word
            word ^= low
            region = first + places[low % len(places)]
            listed[starts[region]] = found[at]
            starts[region] += 1
    for region in range(past, first, -1):
        starts[region] = starts[region - 1]
    starts[first] = begin
    return True
