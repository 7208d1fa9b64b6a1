"""Why a segment is not a gap, or not yet a confirmed one."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.analysis.needs import Needs, needs
from graph.analysis.standing import is_lacking
from graph.analysis.targets import descendants, supplied_locally
from graph.network.arrays import CAPTIVE
from graph.network.frame import Frame

WhyNotCode = Literal[
    "traded", "available", "alternative", "not_essential", "captive", "not_needed", "unknown"
]


class Use(NamedTuple):
    """Products, and what else serves them in the same place."""

    products: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """One reason, with the segments that it points to.

    `behind`: nobody needs it yet because these are missing themselves. `uses` are the products
    that could take it, each with those that it takes instead.
    """

    code: WhyNotCode
    segments: tuple[int, ...]
    behind: bool = False
    uses: tuple[Use, ...] = ()


def why_not(frame: Frame, segment: int, found: Needs | None = None) -> list[Why]:
    """List the reasons why a segment is no (confirmed) gap of the region.

    None if it is one, or if the gap is on a more general segment that it would serve.

    captive: a stage inside a maker · available: made or present · traded: inside the boundary ·
    not_essential: only in groups that are not asked · not_needed: no product that is here or
    wanted needs it, or only what is missing itself · alternative: another member serves the
    group · unknown: nothing says whether it is here.
    """
    derived = found or needs(frame)
    if frame.situation.status[segment] == CAPTIVE:
        return [Why("captive", _users(frame, segment))]
    reasons: list[Why] = []
    if frame.situation.certain.available[segment]:
        reasons.append(Why("available", _here(frame, segment)))
    if frame.reachable[segment]:
        reasons.append(Why("traded", _bought(frame, segment)))
    if reasons:
        return reasons
    if segment in derived.certain:
        return [] if is_lacking(frame, segment) else [Why("unknown", ())]
    return _by_groups(frame, segment, derived)


def _here(frame: Frame, segment: int) -> tuple[int, ...]:
    kinds = [k for k in descendants(frame, segment) if frame.situation.certain.available[k]]
    return tuple(kinds)


def _bought(frame: Frame, segment: int) -> tuple[int, ...]:
    return tuple(k for k in descendants(frame, segment) if frame.inside[k])


def _groups_with(frame: Frame, segment: int) -> list[int]:
    """List groups that take the segment: named itself, or as a kind of what is named."""
    arrays = frame.arrays
    found = list(arrays.used_in.row(segment))
    for above in frame.arrays.above(segment):
        found += [g for g in arrays.used_in.row(above) if (above, False) in frame.members(g)]
    return sorted(set(found))


def _users(frame: Frame, segment: int) -> tuple[int, ...]:
    users = {frame.arrays.consumer[group] for group in _groups_with(frame, segment)}
    return tuple(sorted(users))


def _by_groups(frame: Frame, segment: int, derived: Needs) -> list[Why]:
    groups = _groups_with(frame, segment)
    asked = [group for group in groups if frame.asked[group]]
    if not asked:
        return [Why("not_essential" if groups else "not_needed", _users(frame, segment))]
    upstream = supplied_locally(frame, derived.wanted)
    needed = [group for group in asked if frame.arrays.consumer[group] in upstream]
    uses = _uses(frame, segment, needed)
    if uses:
        others = {other for use in uses for other in use.others}
        return [Why("alternative", tuple(sorted(others)), uses=uses)]
    if needed and frame.terms.boundary.tiers is not None:
        return [Why("traded", ())]  # what is deeper than the tiers closes the groups
    if needed and any(general in derived.certain for general in frame.arrays.above(segment)):
        return []
    # Also where it would go into a captive stage in whose place something else serves.
    users = tuple(sorted({frame.arrays.consumer[group] for group in needed or asked}))
    return [Why("not_needed", users, behind=not derived.links.isdisjoint(users))]


def _uses(frame: Frame, segment: int, groups: list[int]) -> tuple[Use, ...]:
    """Say what each product of the groups takes instead; a kind that inherits is not repeated."""
    products: dict[tuple[int, ...], set[int]] = {}
    above = frame.arrays.above
    for group in groups:
        others = {
            member
            for member, exact in frame.members(group)
            if member != segment and _serves(frame, member, exact=exact)
        }
        if others:
            products.setdefault(tuple(sorted(others)), set()).add(frame.arrays.consumer[group])
    return tuple(
        Use(tuple(each for each in sorted(found) if found.isdisjoint(above(each))), others)
        for others, found in products.items()
    )


def _serves(frame: Frame, member: int, *, exact: bool) -> bool:
    bought = frame.bought(member, exact=exact)
    captive = bool(frame.arrays.captive[member])
    return bought or captive or frame.here(frame.situation.certain, member, exact=exact)
