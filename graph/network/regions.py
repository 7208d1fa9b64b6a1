"""What every region can complete, in one question: the same network, and each region's own facts.

What can be completed with nothing here is worked out once; what each region's facts add to it is
worked out for a block of regions at a time, which share every look at a segment.
"""

from array import array
from collections.abc import Iterator
from functools import cache

from graph.network.arrays import DEVELOPING, NONE, PRESENT, Arrays, Rows, rows_of
from graph.network.compiled import larger, numbers, run, words
from graph.network.frame import Frame, standing
from graph.network.kernels import largest_self_supporting, spread_availability
from graph.network.network import Network
from graph.network.region_loops import everywhere
from graph.network.terms import Terms


def completable_everywhere(frame: Frame, facts: Rows) -> Rows:
    """List for each region what it can complete for certain beyond what any region can.

    `facts` lists what is here by a fact on itself, region by region (`facts_of_regions`); the
    terms are those of the frame. In order within a region. With tiers a product has a boundary
    of its own: then it is that of `traded`.
    """
    arrays, size = frame.arrays, len(frame.inside)
    base = standing(arrays, spread_availability(arrays, bytearray(size)), known=True)
    found = largest_self_supporting(arrays, frame.asked, frame.inside, base)
    rooms, width = words(5, size)
    read = (
        facts,
        (arrays.captive, arrays.parent, arrays.yields, arrays.stages, _leading(arrays)),
        (arrays.used_in, arrays.consumer, frame.asked),
        (arrays.groups, arrays.members, arrays.exact, arrays.kinds),
        (arrays.category, found.alone, found.whole),
        _powers(width),
    )
    stack, regions = numbers(size), len(facts.starts) - 1
    starts, listed, done = numbers(regions + 1), numbers(size + len(facts.values)), 0
    while done < regions:
        done = run(everywhere, read, (rooms, stack, (starts, listed)), done, width)
        if done < regions:
            listed = larger(listed)
    filled = starts[regions]
    return Rows(array("l", starts.tolist()), array("i", memoryview(listed)[:filled].tobytes()))


def _leading(arrays: Arrays) -> bytearray:
    """Mark what yields by-products where it is available, and what leads to that: kinds, users."""
    found, pending = bytearray(len(arrays.captive)), list(arrays.sources.values)
    while pending:
        here = pending.pop()
        if not found[here]:
            found[here] = 1
            pending += arrays.kinds.row(here)
            users = arrays.used_in.row(here) if arrays.captive[here] else ()
            pending += (arrays.consumer[group] for group in users)
    return found


@cache
def _powers(width: int) -> "array[int]":
    """Tell each power of 2 below `2**width` by its rest: for this divisor no two have the same.

    >>> powers = _powers(5)
    >>> [powers[2**number % len(powers)] for number in range(5)]
    [0, 1, 2, 3, 4]
    """
    divisor = width + 1
    while len({pow(2, each, divisor) for each in range(width)}) < width:
        divisor += 1
    found = array("i", bytes(4 * divisor))
    for each in range(width):
        found[pow(2, each, divisor)] = each
    return found


def facts_of_regions(network: Network, terms: Terms) -> Rows:
    """List by region what is here by a fact on itself, in it or in a part of it, in order."""
    found: list[set[int]] = [set() for _ in network.locals.regions]
    for region, segment in _stated(network, terms):
        here = region
        while here != NONE and segment not in found[here]:
            found[here].add(segment)
            here = network.locals.region_parent[here]
    return rows_of(map(sorted, found))


def _stated(network: Network, terms: Terms) -> Iterator[tuple[int, int]]:
    """Yield region and segment of what makers and claims say is here."""
    place, captive = network.locals, network.arrays.captive
    last = DEVELOPING if terms.horizon == "planned" else PRESENT
    own = place.regions.index(network.region)
    for at, segment in enumerate(place.maker_segment):
        if place.maker_status[at] <= last and not captive[segment]:
            region = place.enterprise_region[place.makers.values[at]]
            # One without a region counts for the district alone.
            yield own if region == NONE else region, segment
    for at, segment in enumerate(place.claim_segment):
        if place.claim_status[at] <= last and not captive[segment]:
            yield place.claim_region.values[at], segment
