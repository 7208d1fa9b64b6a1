"""The pages of what stands around the chains: one function per page, bodies in, HTML out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.answers import around_chains
from graph.answers.shapes import (
    GapBadge,
    IndicatorsBody,
    PlatformsBody,
    ProjectsBody,
    Ref,
    RegionsBody,
)
from graph.model import Enterprise
from viz.chrome import Chrome
from viz.render import render

STATES = ("building", "planned", "done")
"""States of projects and platforms, in the order in which lists show them."""


@dataclass(frozen=True, slots=True)
class RegionContents:
    """What lies in the regions, and the gaps that each neighbour might meet."""

    enterprises: Iterable[Enterprise]
    platforms: PlatformsBody
    projects: ProjectsBody
    gaps: Mapping[str, tuple[GapBadge, ...]]


def regions_page(chrome: Chrome, body: RegionsBody, around: RegionContents) -> str:
    """`/regions`: parks and zones with free land, neighbours with what they could supply."""
    sites = around_chains.sites(
        body.items, around.enterprises, around.platforms.items, around.projects.items
    )
    free = [site.region.free_land_mu for site in sites if site.region.free_land_mu]
    beside = around_chains.neighbours(body.items, around.gaps)
    names = {"sites": sites, "free": free, "neighbours": beside}
    return render("regions.html", chrome, body=body, **names)


def indicators_page(chrome: Chrome, body: IndicatorsBody) -> str:
    """`/indicators`: what is beside what should be, by scope; the rest as it is written."""
    ours = chrome.dataset.region if chrome.dataset else Ref(type="region", id="", name="")
    industries = {menu.industry: menu.chains for menu in chrome.menus}
    scopes = around_chains.scopes(body.items, industries, ours)
    series = [each for scope in scopes for each in scope.series]
    return render("indicators.html", chrome, body=body, scopes=scopes, series=series)


def platforms_page(chrome: Chrome, body: PlatformsBody) -> str:
    """`/platforms`: platforms by state."""
    return render("platforms.html", chrome, body=body, states=(*STATES, None))


def projects_page(chrome: Chrome, body: ProjectsBody) -> str:
    """`/projects`: projects by state."""
    return render("projects.html", chrome, body=body, states=STATES)
