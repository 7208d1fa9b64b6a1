"""The situation of a region: local status of each segment, and both worlds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import gt, or_

from graph.errors import UnknownNameError
from graph.model.vocabulary import LOCAL_STATUSES, Horizon, LocalStatus
from graph.network.arrays import (
    ABSENT,
    CAPTIVE,
    DEVELOPING,
    MADE,
    NONE,
    PRESENT,
    SOUGHT,
    UNKNOWN,
    UNLISTED,
    Arrays,
)
from graph.network.kernels import World, spread_availability
from graph.network.network import Network


@dataclass(frozen=True)
class Situation:
    """Who has what in a region.

    `own` is the status by facts on the segment itself, `status` the local status shown: risen
    from kinds and by-products, or from a category whose kinds all lack. `now` is what is known
    to be here today; in the `certain` world unknown counts as lacking, in the `possible` one as
    available, and what is being built too. `makers` lists the local makers by their numbers;
    `covered` tells of each kind that lacks because a person said so of a more general segment,
    which that is. `inside` names the region and its parts, `around` it and what it lies in.
    """

    arrays: Arrays
    region: str
    horizon: Horizon
    own: bytearray
    status: bytearray
    now: World
    certain: World
    makers: Sequence[tuple[int, ...]]
    covered: Mapping[int, int]
    inside: frozenset[str]
    around: frozenset[str]

    @cached_property
    def possible(self) -> World:
        """What is here if everything unknown is."""
        own, horizon = self.own, self.horizon
        facts = known_here(self.arrays, own, horizon, unknown=True)
        return spread_availability(self.arrays, facts)

    def local_status(self, segment: int) -> LocalStatus | None:
        """Return the local status, none for a captive stage."""
        code = self.status[segment]
        return None if code == CAPTIVE else LOCAL_STATUSES[code]


def situation_of(network: Network, region: str, horizon: Horizon) -> Situation:
    """Work out the situation of a region; raise `UnknownNameError` for one that is not there."""
    if region not in network.locals.regions:
        raise UnknownNameError(name=region, what="region", suggestions=network.locals.regions)
    number = network.locals.regions.index(region)
    inside, around = network.within(number), network.above(number)
    own, makers = _own_status(network, inside, around, stateless=region == network.region)
    covered = _cover_kinds(network.arrays, own, _reported_absent(network, around))
    arrays = network.arrays
    now = spread_availability(arrays, known_here(arrays, own, "now", unknown=False))
    built = known_here(arrays, own, horizon, unknown=False)
    return Situation(
        arrays=arrays,
        region=region,
        horizon=horizon,
        own=own,
        status=_shown_status(arrays, own, now),
        now=now,
        certain=now if horizon == "now" else spread_availability(arrays, built),
        makers=makers,
        covered=covered,
        inside=frozenset(network.locals.regions[each] for each in inside),
        around=frozenset(network.locals.regions[each] for each in around),
    )


def known_here(arrays: Arrays, own: bytearray, horizon: Horizon, *, unknown: bool) -> bytearray:
    """Mark what is available by a fact on itself; with `unknown`, also what nothing is said of.

    That one firm builds does not say that nobody else makes it: with `unknown` it counts. A
    category is an OR over its kinds: that nothing is said of it adds nothing to them.
    """
    sure = own.translate(_marks(_here(horizon, unknown=unknown)))
    if not unknown:
        return bytearray(sure)
    return bytearray(map(or_, sure, map(gt, own.translate(_marks({UNKNOWN})), arrays.category)))


def counts_here(
    arrays: Arrays, segment: int, code: int, horizon: Horizon, *, unknown: bool
) -> bool:
    """Tell of one segment with a status of its own what `known_here` marks."""
    if unknown and code == UNKNOWN:
        return not arrays.category[segment]
    return code in _here(horizon, unknown=unknown)


def _here(horizon: Horizon, *, unknown: bool) -> AbstractSet[int]:
    return {MADE, PRESENT, DEVELOPING} if unknown or horizon == "planned" else {MADE, PRESENT}


def _marks(codes: AbstractSet[int]) -> bytes:
    """Make a table that marks some statuses."""
    table = bytearray(256)
    for code in codes:
        table[code] = 1
    return bytes(table)


def _own_status(
    network: Network, inside: frozenset[int], around: frozenset[int], *, stateless: bool
) -> tuple[bytearray, tuple[tuple[int, ...], ...]]:
    """Take the first status that applies by the facts on a segment itself."""
    place, captive = network.locals, network.arrays.captive
    own = captive.translate(bytes((UNKNOWN, CAPTIVE)) + bytes(254))
    makers: list[tuple[int, ...]] = [()] * len(own)
    for at in _makings(network, inside, stateless=stateless):
        segment, status = place.maker_segment[at], place.maker_status[at]
        own[segment] = own[segment] if captive[segment] else min(own[segment], status)
        if status == MADE:
            makers[segment] = (*makers[segment], place.makers.values[at])
    for at in _claims(network, inside, around):
        segment, status = place.claim_segment[at], place.claim_status[at]
        own[segment] = own[segment] if captive[segment] else min(own[segment], status)
    return own, tuple(makers)


class Restated:
    """What facts say of the segments themselves in a region, where of some they say otherwise."""

    def __init__(self, network: Network, place: Situation) -> None:
        number = network.locals.regions.index(place.region)
        self.network, self.stateless = network, place.region == network.region
        self.inside, self.around = network.within(number), network.above(number)
        self.place = place
        self.own = bytearray(place.own)
        for kind in place.covered:
            self.own[kind] = UNKNOWN
        self.absent = _reported_absent(network, self.around)

    def changed_by(self, part: Network) -> dict[int, int]:
        """Return the status by facts of what changes where `part` says all of its segments."""
        at = [self.network.number(each) for each in part.ids]
        told, _makers = _own_status(part, self.inside, self.around, stateless=self.stateless)
        own, said = bytearray(self.own), frozenset(at)
        for segment, code in zip(at, told, strict=True):
            own[segment] = code
        absent = [at[each] for each in _reported_absent(part, self.around)]
        covered = _cover_kinds(self.network.arrays, own, [*absent, *(set(self.absent) - said)])
        before = self.place.own
        spoken = {*at, *covered, *self.place.covered}
        return {each: own[each] for each in sorted(spoken) if own[each] != before[each]}


def _makings(network: Network, inside: frozenset[int], *, stateless: bool) -> list[int]:
    """List who makes what in the region; one without a region counts for the district alone."""
    place = network.locals
    regions = (*inside, len(place.regions)) if stateless else inside
    firms = (firm for region in regions for firm in place.firms_in.row(region))
    return sorted(at for firm in firms for at in place.made_by.row(firm))


def _claims(network: Network, inside: frozenset[int], around: frozenset[int]) -> Iterator[int]:
    """Yield claims: what is said of a part holds for the whole, what lacks lacks in every part."""
    place = network.locals
    for region in inside | around:
        for at in place.claims_in.row(region):
            if region in (around if place.claim_status[at] in {ABSENT, UNLISTED} else inside):
                yield at


def _reported_absent(network: Network, around: frozenset[int]) -> list[int]:
    """List the segments of which a person said that the region has none."""
    place = network.locals
    claims = (at for region in around for at in place.claims_in.row(region))
    found = (at for at in claims if place.claim_reported[at] and place.claim_status[at] == ABSENT)
    return sorted({place.claim_segment[at] for at in found})


def _cover_kinds(arrays: Arrays, own: bytearray, absent: list[int]) -> dict[int, int]:
    """Let a reported absence cover the kinds of which nothing else is known.

    A stated one says nothing of them: who lacks high-end devices may make one sort of them.
    """
    covered: dict[int, int] = {}
    pending = list(absent)
    while pending:
        general = pending.pop()
        for kind in arrays.kinds.row(general):
            pending.append(kind)
            if own[kind] == UNKNOWN:
                own[kind] = ABSENT
                covered[kind] = general
    return covered


def _shown_status(arrays: Arrays, own: bytearray, now: World) -> bytearray:
    """Show every status; only what is known can change what is shown of it and above it."""
    shown = bytearray(own)
    known = own.translate(_marks(set(range(UNKNOWN))))
    told = compress(range(len(own)), map(or_, known, now.by_product))
    show_again(arrays, own, now, shown, upward(arrays, told))
    return shown


def upward(arrays: Arrays, segments: Iterable[int]) -> frozenset[int]:
    """Collect segments and all that are more general."""
    found: set[int] = set()
    for each in segments:
        here = each
        while here != NONE and here not in found:
            found.add(here)
            here = arrays.parent[here]
    return frozenset(found)


def show_again(
    arrays: Arrays, own: bytearray, now: World, shown: bytearray, segments: Iterable[int]
) -> None:
    """Show some segments, each with all that are more general.

    A general kind shows as made or present where a special one is, a by-product as present. A
    category of which nothing is said, and whose kinds all lack, lacks as the best of them.
    """
    for segment in sorted(segments, key=lambda each: -_generality(arrays, each)):
        code = own[segment]
        if now.by_product[segment] and code not in {MADE, CAPTIVE}:
            code = PRESENT
        kinds = [shown[kind] for kind in arrays.kinds.row(segment)]
        if kinds and code != CAPTIVE:
            best = min(kinds)
            lacking = arrays.category[segment] and code == UNKNOWN and best >= SOUGHT
            if best <= PRESENT or (lacking and max(kinds) <= UNLISTED):
                code = min(code, best)
        shown[segment] = code


def _generality(arrays: Arrays, segment: int) -> int:
    steps, above = 0, arrays.parent[segment]
    while above != NONE:
        steps, above = steps + 1, arrays.parent[above]
    return steps
