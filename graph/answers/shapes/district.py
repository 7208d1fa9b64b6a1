"""What stands around the chains: regions, platforms, projects, indicators; dependence."""

from typing import Literal

from graph.answers.shapes.common import ComputedPage, Page, Ref
from graph.answers.shapes.enterprises import RegionItem
from graph.model import Evidence, Record
from graph.model.district import IndicatorDetails, PlatformDetails, ProjectDetails


class RegionsBody(Page):
    """Regions as the documents name them."""

    items: tuple[RegionItem, ...]


class PlatformItem(PlatformDetails):
    """A platform as a document names it."""

    id: str
    enterprise: Ref | None = None
    chains: tuple[Ref, ...]
    region: Ref | None
    evidence: tuple[Evidence, ...]


class PlatformsBody(Page):
    """All platforms."""

    items: tuple[PlatformItem, ...]


class ProjectItem(ProjectDetails):
    """A project as a document names it."""

    id: str
    enterprise: Ref | None
    chains: tuple[Ref, ...]
    segments: tuple[Ref, ...]
    region: Ref | None
    evidence: tuple[Evidence, ...]


class ProjectsBody(Page):
    """All projects."""

    items: tuple[ProjectItem, ...]


class IndicatorItem(IndicatorDetails):
    """A number of a document; `target` and `progress` where an actual has a target beside it.

    Progress is actual / target of the same name, scope, unit and measure; null where it makes no
    sense. `year` is the last of the `period`.
    """

    id: str
    scope: Ref
    target: Ref | None
    progress: float | None
    evidence: tuple[Evidence, ...]


class IndicatorsBody(Page):
    """All indicators."""

    items: tuple[IndicatorItem, ...]


class SuppliedGroup(Record):
    """A group of alternative inputs, and where it comes from."""

    members: tuple[Ref, ...]
    state: Literal["available", "bought", "unknown", "lacking"]


class External(Record):
    """External dependence 对外依存 as a range over the groups of essential inputs.

    available + bought + unknown + lacking = needed. `low` counts what is bought or lacking,
    `high` what is unknown, too; both are null only when needed is 0. `display` says what may be
    shown, as in `Completeness`.
    """

    available: int
    bought: int
    unknown: int
    lacking: int
    needed: int
    low: float | None
    high: float | None
    display: Literal["percent", "counts", "list"]
    groups: tuple[SuppliedGroup, ...]


class DependenceItem(Record):
    """How a segment depends on others and others on it; HHI lies between 0 and 1.

    `reach` counts what takes it directly or through others, a product and its kinds as one;
    `reaches` are the nearest of these, at most 20. `holds` counts the products here that cannot do
    without it, `held` are the first 20; asked of segments with a single maker only.
    """

    segment: Ref
    single_makers: tuple[Ref, ...]
    makers: tuple[Ref, ...]
    hhi: float | None
    reach: int
    reaches: tuple[Ref, ...]
    holds: int
    held: tuple[Ref, ...]
    external: External


class DependenceBody(ComputedPage):
    """Segments with a known maker; those with a single one first, then those that hold most.

    `single` counts those with a single maker.
    """

    single: int
    items: tuple[DependenceItem, ...]
