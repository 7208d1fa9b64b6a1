"""Criteria 准则: what is measured of a gap, and how each measure becomes a number from 0 to 1.

Every value depends on the gap alone, never on what else is in the list: a gap that comes or goes
changes ranks and no score. Counts saturate as n / (n + h): h of them are worth a half.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.families import Family
from graph.analysis.land import ParkFit
from graph.model.vocabulary import CRITERIA, Criterion, NeedCode, Sort, Standing, Urgency

Values = tuple[float | None, ...]
"""One value for each of `CRITERIA`, in their order; null where there are no data."""

NEED: Mapping[NeedCode, float] = {"production": 1.0, "plan": 2 / 3, "market": 1 / 3, "none": 0.0}
URGENCY: Mapping[Urgency, float] = {0: 1.0, 1: 2 / 3, 2: 1 / 3}
CERTAINTY: Mapping[Standing, float] = {"confirmed": 3 / 4, "wished": 1 / 2, "to_settle": 1 / 4}
SORT: Mapping[Sort, float] = {"material": 1 / 2, "raw_material": 0.0}
"""The more that was done to a thing, the more of a chain comes with who makes it."""
HALF_FAMILIES, HALF_REACH, HALF_NEAR = 2, 5, 4
HALF_LAND_MU, HALF_TARGET = 500, 100
"""Mu of a plant with its suppliers; 亿元, what a plan calls a cluster (百亿级)."""
CANDIDATE = 2
"""A firm that means to make just this counts as much as two regions that speak of its chain."""


@dataclass(frozen=True, slots=True)
class GapMeasures:
    """What is known of a gap for each criterion; null where nothing can be known.

    `urgency` is null where no document asks for it. `near` is null where nobody near by says
    what they do; `parks` is null where no park of the district says so. `target` is the smallest
    scale, in 亿元, that a document sets for one of its chains, or for their industries.
    """

    need: NeedCode
    held: float
    urgency: Urgency | None
    standing: Standing
    sure: bool
    sort: Sort
    chains: int
    reach: int
    near: tuple[int, int] | None
    parks: tuple[ParkFit, ...] | None
    target: float | None

    @property
    def values(self) -> Values:
        """The value of each criterion.

        >>> two = GapMeasures("production", 2, 0, "confirmed", True, "component", 2, 5, (1, 2),
        ...     None, 100)
        >>> dict(zip(CRITERIA, two.values))["families"], two.values[-3:]
        (0.5, (None, None, 0.5))
        """
        found: Mapping[Criterion, float | None] = {
            "need": NEED[self.need],
            "families": saturated(self.held, HALF_FAMILIES),
            "urgency": 0.0 if self.urgency is None else URGENCY[self.urgency],
            "certainty": 1.0 if self.sure else CERTAINTY.get(self.standing, 0.0),
            "sort": SORT.get(self.sort, 1.0),
            "chains": None if self.chains == 0 else saturated(self.chains - 1, 1),
            "reach": saturated(self.reach, HALF_REACH),
            "near": _near(self.near),
            "park": _park(self.parks),
            "land": _land(self.parks),
            "target": None if self.target is None else saturated(self.target, HALF_TARGET),
        }
        return tuple(found[each] for each in CRITERIA)


def saturated(amount: float, half: float) -> float:
    """Map an amount from 0 on to 0 up to 1, `half` to a half.

    >>> [saturated(each, 2) for each in (0, 2, 6)]
    [0.0, 0.5, 0.75]
    """
    return amount / (amount + half)


def held(families: Iterable[Family], possibly: Collection[int]) -> float:
    """Count the families that wait: one that produces as 1, one that is planned as a half.

    `possibly` are the products that are held up even if everything unknown is here; a family
    without any of them counts half as much again.
    """
    return sum(
        (1 if each.here else 1 / 2) * (1 if each.products.intersection(possibly) else 1 / 2)
        for each in families
    )


def stated_land(fits: Iterable[ParkFit]) -> float | None:
    """Add up the free land of the parks that state a chain; null where none says how much."""
    known = [each.free_land_mu for each in fits if each.stated and each.free_land_mu is not None]
    return sum(known) if known else None


def _near(found: tuple[int, int] | None) -> float | None:
    if found is None:
        return None
    candidates, neighbours = found
    return saturated(CANDIDATE * candidates + neighbours, HALF_NEAR)


def _park(fits: tuple[ParkFit, ...] | None) -> float | None:
    if fits is None:
        return None
    if any(each.stated for each in fits):
        return 1.0
    return 1 / 2 if fits else 0.0


def _land(fits: tuple[ParkFit, ...] | None) -> float | None:
    land = stated_land(fits or ())
    return None if land is None else saturated(land, HALF_LAND_MU)
