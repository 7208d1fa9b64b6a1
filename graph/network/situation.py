"""The situation of a region: local status of each segment, and both worlds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

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
    which that is.
    """

    arrays: Arrays
    region: str
    horizon: Horizon
    own: bytearray
    status: bytearray
    now: World
    certain: World
    makers: tuple[tuple[int, ...], ...]
    covered: Mapping[int, int]

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
    own, makers = _own_status(network, number)
    covered = _cover_kinds(network.arrays, own, _reported_absent(network, number))
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
    )


def known_here(arrays: Arrays, own: bytearray, horizon: Horizon, *, unknown: bool) -> bytearray:
    """Mark what is available by a fact on itself; with `unknown`, also what nothing is said of.

    That one firm builds does not say that nobody else makes it: with `unknown` it counts. A
    category is an OR over its kinds: that nothing is said of it adds nothing to them.
    """
    here = {MADE, PRESENT} | ({DEVELOPING} if unknown or horizon == "planned" else set())
    return bytearray(
        status in here or (unknown and status == UNKNOWN and not category)
        for status, category in zip(own, arrays.category, strict=True)
    )


def _own_status(network: Network, region: int) -> tuple[bytearray, tuple[tuple[int, ...], ...]]:
    """Take the first status that applies by the facts on a segment itself."""
    inside, above = network.within(region), network.above(region)
    stateless = network.locals.regions[region] == network.region
    own, makers = bytearray(), []
    for segment in range(len(network.ids)):
        here = _makers_here(network, segment, inside, stateless=stateless)
        makers.append(tuple(firm for firm, status in here if status == MADE))
        codes = [status for _, status in here]
        codes += _claims_here(network, segment, inside, above)
        own.append(CAPTIVE if network.arrays.captive[segment] else min(codes, default=UNKNOWN))
    return own, tuple(makers)


def _makers_here(
    network: Network, segment: int, inside: frozenset[int], *, stateless: bool
) -> list[tuple[int, int]]:
    """List makers in the region; one without a stated region counts for the district alone."""
    rows = network.locals.makers
    places = range(rows.starts[segment], rows.starts[segment + 1])
    found = [(rows.values[at], network.locals.maker_status[at]) for at in places]
    where = network.locals.enterprise_region
    return [
        (firm, status)
        for firm, status in found
        if where[firm] in inside or (stateless and where[firm] == NONE)
    ]


def _claims_here(
    network: Network, segment: int, inside: frozenset[int], above: frozenset[int]
) -> list[int]:
    """List claims: what is said of a part holds for the whole, what lacks lacks in every part."""
    rows = network.locals.claim_region
    places = range(rows.starts[segment], rows.starts[segment + 1])
    claims = [(rows.values[at], network.locals.claim_status[at]) for at in places]
    return [
        status
        for region, status in claims
        if region in (above if status in {ABSENT, UNLISTED} else inside)
    ]


def _reported_absent(network: Network, region: int) -> list[int]:
    """List the segments of which a person said that the region has none."""
    rows, above = network.locals.claim_region, network.above(region)
    status, reported = network.locals.claim_status, network.locals.claim_reported
    return [
        segment
        for segment in range(len(network.ids))
        if any(
            reported[at] and status[at] == ABSENT and rows.values[at] in above
            for at in range(rows.starts[segment], rows.starts[segment + 1])
        )
    ]


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
    shown = bytearray(own)
    show_again(arrays, own, now, shown, range(len(own)))
    return shown


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
