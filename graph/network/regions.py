"""What every region can complete, in one question: the same network, and each region's own facts.

What can be completed with nothing here is worked out once; from there each region's facts spread,
what they sustain is listed, and everything is put back. A region costs what its facts reach.
"""

from array import array
from collections.abc import Iterator

from graph.network.arrays import DEVELOPING, NONE, PRESENT, Rows, rows_of
from graph.network.compiled import numbers, run
from graph.network.frame import Frame, standing
from graph.network.kernels import largest_self_supporting, room_to_spread, spread_availability
from graph.network.loops import everywhere
from graph.network.network import Network
from graph.network.terms import Terms


def completable_everywhere(frame: Frame, facts: Rows) -> Rows:
    """List for each region what it can complete for certain beyond what any region can.

    `facts` lists what is here by a fact on itself, region by region (`facts_of_regions`); the
    terms are those of the frame. In no order within a region. With tiers a product has a boundary
    of its own: then it is that of `traded`.
    """
    arrays, size = frame.arrays, len(frame.inside)
    world = spread_availability(arrays, bytearray(size))
    base = standing(arrays, world, known=True)
    found = largest_self_supporting(arrays, frame.asked, frame.inside, base)
    read = (
        facts,
        (arrays.captive, arrays.parent, arrays.yields, arrays.stages),
        (arrays.used_in, arrays.consumer, arrays.parent, frame.asked),
        (arrays.groups, arrays.members, arrays.exact, arrays.kinds),
        arrays.category,
        found.whole,
    )
    grown = (bytearray(found.alone), bytearray(found.whole), numbers(size), bytearray(size))
    rooms = (room_to_spread(arrays), numbers(size))
    regions = len(facts.starts) - 1
    starts, listed, done = numbers(regions + 1), numbers(2 * size), 0
    while done < regions:
        done = run(everywhere, read, (world, grown, rooms, starts, listed), done)
        if done < regions:
            listed = _larger(listed)
    filled = starts[regions]
    return Rows(array("l", starts.tolist()), array("i", listed[:filled].tolist()))


def _larger(listed: "array[int]") -> "array[int]":
    more = numbers(2 * len(listed))
    memoryview(more)[: len(listed)] = memoryview(listed)
    return more


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
