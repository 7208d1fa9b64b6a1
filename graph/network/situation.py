"""The situation of a region: local status of each segment, and both worlds."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import UnknownNameError
from graph.model.vocabulary import LOCAL_STATUSES, Horizon, LocalStatus
from graph.network.arrays import (
    ABSENT,
    CAPTIVE,
    DEVELOPING,
    MADE,
    NONE,
    PRESENT,
    UNKNOWN,
    Arrays,
)
from graph.network.kernels import World, spread_availability
from graph.network.network import Network


@dataclass(frozen=True, slots=True)
class Situation:
    """Who has what in a region.

    `own` is the status by facts on the segment itself, `status` the local status shown: risen
    from kinds and by-products. In the `certain` world unknown counts as lacking, in the
    `possible` one as available. `makers` lists the local makers by their numbers.
    """

    region: str
    horizon: Horizon
    own: bytearray
    status: bytearray
    certain: World
    possible: World
    makers: tuple[tuple[int, ...], ...]

    def local_status(self, segment: int) -> LocalStatus | None:
        """Return the local status, none for a captive stage."""
        code = self.status[segment]
        return None if code == CAPTIVE else LOCAL_STATUSES[code]


def situation_of(network: Network, region: str, horizon: Horizon) -> Situation:
    """Work out the situation of a region; raise `UnknownNameError` for one that is not there."""
    if region not in network.locals.regions:
        raise UnknownNameError(name=region, what="region", suggestions=network.locals.regions)
    own, makers = _own_status(network, network.locals.regions.index(region))
    return _situation(network.arrays, region, horizon, own, makers)


def assume(network: Network, place: Situation, statuses: Mapping[int, int]) -> Situation:
    """Work out the situation that would hold if some segments had other statuses of their own."""
    own = bytearray(place.own)
    for segment, status in statuses.items():
        own[segment] = status
    return _situation(network.arrays, place.region, place.horizon, own, place.makers)


def _situation(
    arrays: Arrays,
    region: str,
    horizon: Horizon,
    own: bytearray,
    makers: tuple[tuple[int, ...], ...],
) -> Situation:
    now = spread_availability(arrays, known_here(arrays, own, "now", unknown=False))
    return Situation(
        region=region,
        horizon=horizon,
        own=own,
        status=_shown_status(arrays, own, now),
        certain=spread_availability(arrays, known_here(arrays, own, horizon, unknown=False)),
        possible=spread_availability(arrays, known_here(arrays, own, horizon, unknown=True)),
        makers=makers,
    )


def known_here(arrays: Arrays, own: bytearray, horizon: Horizon, *, unknown: bool) -> bytearray:
    """Mark what is available by a fact on itself; with `unknown`, also what nothing is said of.

    A category is an OR over its kinds: that nothing is said of it adds nothing to them.
    """
    here = {MADE, PRESENT} | ({DEVELOPING} if horizon == "planned" else set())
    return bytearray(
        status in here or (unknown and status == UNKNOWN and not category)
        for status, category in zip(own, arrays.category, strict=True)
    )


def _own_status(network: Network, region: int) -> tuple[bytearray, tuple[tuple[int, ...], ...]]:
    """Take the first status that applies; a stated absence descends to kinds."""
    inside, above = network.within(region), network.above(region)
    stateless = network.locals.regions[region] == network.region
    own, makers = bytearray(), []
    for segment in range(len(network.ids)):
        here = _makers_here(network, segment, inside, stateless=stateless)
        makers.append(tuple(firm for firm, status in here if status == MADE))
        codes = [status for _, status in here]
        codes += _claims_here(network, segment, inside, above)
        own.append(CAPTIVE if network.arrays.captive[segment] else min(codes, default=UNKNOWN))
    _let_absence_descend(network.arrays, own, _stated_absent(network, above))
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
    """List claims: what is said of a part holds for the whole, an absence for every part."""
    rows = network.locals.claim_region
    places = range(rows.starts[segment], rows.starts[segment + 1])
    claims = [(rows.values[at], network.locals.claim_status[at]) for at in places]
    return [
        status for region, status in claims if region in (above if status == ABSENT else inside)
    ]


def _stated_absent(network: Network, above: frozenset[int]) -> list[int]:
    rows, status = network.locals.claim_region, network.locals.claim_status
    return [
        segment
        for segment in range(len(network.ids))
        if any(
            status[at] == ABSENT and rows.values[at] in above
            for at in range(rows.starts[segment], rows.starts[segment + 1])
        )
    ]


def _let_absence_descend(arrays: Arrays, own: bytearray, absent: list[int]) -> None:
    pending = list(absent)
    while pending:
        for kind in arrays.kinds.row(pending.pop()):
            pending.append(kind)
            if own[kind] == UNKNOWN:
                own[kind] = ABSENT


def _shown_status(arrays: Arrays, own: bytearray, now: World) -> bytearray:
    """Show a general kind as made or present where a special one is, a by-product as present."""
    shown = bytearray(own)
    for segment in range(len(own)):
        if now.by_product[segment] and shown[segment] not in {MADE, CAPTIVE}:
            shown[segment] = PRESENT
    for segment in range(len(own)):
        above = arrays.parent[segment]
        while above != NONE and shown[segment] in {MADE, PRESENT} and shown[above] != CAPTIVE:
            shown[above] = min(shown[above], shown[segment])
            above = arrays.parent[above]
    return shown
