"""What stands around the chains, put in order: parks, neighbours, indicators beside targets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.answers.shapes import (
    GapBadge,
    IndicatorItem,
    PlatformItem,
    ProjectItem,
    Ref,
    RegionItem,
)
from graph.model import Enterprise

PLACES = ("park", "zone", "town")
"""Sorts of regions that lie in a district."""


@dataclass(frozen=True, slots=True)
class Site:
    """A park, zone or town of the district, with what lies in it."""

    region: RegionItem
    enterprises: tuple[Enterprise, ...]
    platforms: tuple[PlatformItem, ...]
    projects: tuple[ProjectItem, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A neighbouring region with its directions and the gaps of the chains that these cover."""

    region: RegionItem
    gaps: tuple[GapBadge, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator of one scope: what it is and what it should be."""

    name: str
    scope: Ref
    actuals: tuple[IndicatorItem, ...]
    targets: tuple[IndicatorItem, ...]

    @property
    def measured(self) -> IndicatorItem | None:
        """The actual whose progress towards a target is known."""
        return next((each for each in self.actuals if each.progress is not None), None)


@dataclass(frozen=True, slots=True)
class Scope:
    """The indicators of the district, of an industry with its chains, or of a park."""

    ref: Ref
    series: tuple[Series, ...]


def own(regions: Iterable[RegionItem]) -> tuple[Ref, ...]:
    """The district and its places: where an enterprise of the district can stand."""
    return tuple(
        Ref(type="region", id=each.id, name=each.name, name_en=each.name_en)
        for each in regions
        if each.sort != "neighbour"
    )


def sites(
    regions: Iterable[RegionItem],
    enterprises: Iterable[Enterprise],
    platforms: Sequence[PlatformItem],
    projects: Sequence[ProjectItem],
) -> tuple[Site, ...]:
    """The district's own places, those with most free land first, unknown land last."""
    firms: dict[str | None, list[Enterprise]] = {}
    for each in enterprises:
        firms.setdefault(each.region, []).append(each)
    found = [
        Site(
            region,
            tuple(firms.get(region.id, ())),
            tuple(each for each in platforms if _lies_in(each.region, region)),
            tuple(each for each in projects if _lies_in(each.region, region)),
        )
        for region in regions
        if region.sort in PLACES
    ]
    return tuple(
        sorted(found, key=lambda site: (-(site.region.free_land_mu or 0), site.region.sort))
    )


def neighbours(
    regions: Iterable[RegionItem], gaps: Mapping[str, tuple[GapBadge, ...]]
) -> tuple[Neighbour, ...]:
    """The neighbours, those first whose directions cover most of the `gaps` by region."""
    found = [
        Neighbour(region, gaps.get(region.id, ()))
        for region in regions
        if region.sort == "neighbour"
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.gaps), not each.region.directions)))


def scopes(
    items: Iterable[IndicatorItem], industries: Mapping[Ref, Sequence[Ref]], district: Ref
) -> tuple[Scope, ...]:
    """Indicators by scope: the district, each industry with its chains, then each park."""
    home = {chain.id: industry for industry, chains in industries.items() for chain in chains}
    found: dict[Ref, list[Series]] = {district: [], **{each: [] for each in industries}}
    for series in _series(items):
        scope = home.get(series.scope.id) if series.scope.type == "chain" else None
        found.setdefault(scope or series.scope, []).append(series)
    return tuple(
        Scope(ref, tuple(sorted(series, key=_told))) for ref, series in found.items() if series
    )


def _series(items: Iterable[IndicatorItem]) -> list[Series]:
    found: dict[tuple[str, str, str, Ref], list[IndicatorItem]] = {}
    for item in items:
        found.setdefault((item.name, item.unit, item.measure, item.scope), []).append(item)
    return [
        Series(
            name,
            scope,
            tuple(each for each in group if each.actual_or_target == "actual"),
            tuple(each for each in group if each.actual_or_target == "target"),
        )
        for (name, _, _, scope), group in found.items()
    ]


def _told(series: Series) -> tuple[bool, bool, bool]:
    """Measured progress first, then both ends, then targets alone."""
    both = bool(series.actuals and series.targets)
    return (series.measured is None, not both, not series.targets)


def _lies_in(where: Ref | None, region: RegionItem) -> bool:
    return where is not None and where.id == region.id
