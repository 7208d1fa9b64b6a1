"""Regions, platforms, projects and indicators, as the documents name them."""

from collections.abc import Mapping

from graph.answers.echo import origin
from graph.answers.shapes import DirectionItem, Ref, RegionItem
from graph.answers.shapes.district import (
    IndicatorItem,
    IndicatorsBody,
    PlatformItem,
    PlatformsBody,
    ProjectItem,
    ProjectsBody,
    RegionsBody,
)
from graph.answers.workspace import Workspace, ref_to
from graph.model import Indicator, Platform, Project, RecordType, Region, RegionDirection


def regions(ws: Workspace) -> RegionsBody:
    """List every region by id: the district, its parks and zones, its neighbours."""
    items = tuple(_region(ws, each) for each in ws.facts.regions.values())
    return RegionsBody(**origin(ws), items=items, total=len(items))


def platforms(ws: Workspace) -> PlatformsBody:
    """List every platform by id."""
    items = tuple(_platform(ws, each) for each in ws.facts.platforms.values())
    return PlatformsBody(**origin(ws), items=items, total=len(items))


def projects(ws: Workspace) -> ProjectsBody:
    """List every project by id."""
    items = tuple(_project(ws, each) for each in ws.facts.projects.values())
    return ProjectsBody(**origin(ws), items=items, total=len(items))


def indicators(ws: Workspace) -> IndicatorsBody:
    """List every indicator by id, an actual with its target and the progress towards it."""
    targets = {
        _key(each): each
        for each in ws.facts.indicators.values()
        if each.actual_or_target == "target"
    }
    items = tuple(_indicator(ws, each, targets) for each in ws.facts.indicators.values())
    return IndicatorsBody(**origin(ws), items=items, total=len(items))


def _key(each: Indicator) -> tuple[str, str, str, str, str]:
    return (each.name, each.unit, each.measure, each.subject_type, each.subject)


def _region(ws: Workspace, each: Region) -> RegionItem:
    return RegionItem(
        id=each.id,
        name=each.name,
        name_en=each.name_en,
        sort=each.sort,
        parent=_maybe(ws, "region", each.parent),
        free_land_mu=each.free_land_mu,
        planned_area_mu=each.planned_area_mu,
        industrial_land_mu=each.industrial_land_mu,
        directions=tuple(
            _direction(ws, direction)
            for direction in ws.facts.directions.values()
            if direction.region == each.id
        ),
        evidence=each.evidence,
    )


def _direction(ws: Workspace, each: RegionDirection) -> DirectionItem:
    return DirectionItem(
        id=each.id,
        name=each.name,
        sort=each.sort,
        chains=tuple(ws.ref("chain", chain) for chain in each.chains),
        evidence=each.evidence,
    )


def _platform(ws: Workspace, each: Platform) -> PlatformItem:
    return PlatformItem(
        id=each.id,
        name=each.name,
        name_en=each.name_en,
        aliases=each.aliases,
        enterprise=_maybe(ws, "enterprise", each.enterprise),
        chains=tuple(ws.ref("chain", chain) for chain in each.chains),
        region=_maybe(ws, "region", each.region),
        state=each.state,
        evidence=each.evidence,
    )


def _project(ws: Workspace, each: Project) -> ProjectItem:
    return ProjectItem(
        id=each.id,
        name=each.name,
        name_en=each.name_en,
        enterprise=_maybe(ws, "enterprise", each.enterprise),
        chains=tuple(ws.ref("chain", chain) for chain in each.chains),
        segments=tuple(ws.ref("segment", segment) for segment in each.segments),
        region=_maybe(ws, "region", each.region),
        state=each.state,
        evidence=each.evidence,
    )


def _maybe(ws: Workspace, kind: RecordType, record_id: str | None) -> Ref | None:
    return ws.ref(kind, record_id) if record_id else None


def _indicator(
    ws: Workspace, each: Indicator, targets: Mapping[tuple[str, str, str, str, str], Indicator]
) -> IndicatorItem:
    target = targets.get(_key(each)) if each.actual_or_target == "actual" else None
    return IndicatorItem(
        id=each.id,
        name=each.name,
        value=each.value,
        printed=each.printed,
        bound=each.bound,
        unit=each.unit,
        year=each.year,
        period=each.period,
        measure=each.measure,
        binding=each.binding,
        scope=ws.ref(each.subject_type, each.subject),
        actual_or_target=each.actual_or_target,
        target=ref_to(target) if target else None,
        progress=_progress(each, target),
        evidence=each.evidence,
    )


def _progress(actual: Indicator, target: Indicator | None) -> float | None:
    """Divide the actual by the target; null unless both are positive."""
    if target is None or not actual.value or not target.value or target.value < 0:
        return None
    return actual.value / target.value
