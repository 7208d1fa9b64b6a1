"""Regions, platforms, projects and indicators, as the documents name them."""

from collections.abc import Mapping

from graph.answers.described import described
from graph.answers.echo import origin
from graph.answers.shapes import DirectionItem, RegionItem
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
from graph.model import Indicator, Region


def regions(ws: Workspace) -> RegionsBody:
    """List every region by id: the district, its parks and zones, its neighbours."""
    items = tuple(_region(ws, each) for each in ws.facts.regions.values())
    return RegionsBody(**origin(ws), items=items, total=len(items))


def platforms(ws: Workspace) -> PlatformsBody:
    """List every platform by id."""
    items = tuple(described(ws, PlatformItem, each) for each in ws.facts.platforms.values())
    return PlatformsBody(**origin(ws), items=items, total=len(items))


def projects(ws: Workspace) -> ProjectsBody:
    """List every project by id."""
    items = tuple(described(ws, ProjectItem, each) for each in ws.facts.projects.values())
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
    directions = (one for one in ws.facts.directions.values() if one.region == each.id)
    found = tuple(described(ws, DirectionItem, direction) for direction in directions)
    return described(ws, RegionItem, each, directions=found)


def _indicator(
    ws: Workspace, each: Indicator, targets: Mapping[tuple[str, str, str, str, str], Indicator]
) -> IndicatorItem:
    target = targets.get(_key(each)) if each.actual_or_target == "actual" else None
    return described(
        ws,
        IndicatorItem,
        each,
        scope=ws.ref(each.subject_type, each.subject),
        target=ref_to(target) if target else None,
        progress=_progress(each, target),
    )


def _progress(actual: Indicator, target: Indicator | None) -> float | None:
    """Divide the actual by the target; null unless both are positive."""
    if target is None or not actual.value or not target.value or target.value < 0:
        return None
    return actual.value / target.value
