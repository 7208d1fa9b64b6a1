"""What stands around the chains: regions, platforms, projects, indicators; dependence."""

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

    Progress is actual / target of the same name, scope and unit; null where it makes no sense.
    """

    id: str
    scope: Ref
    target: Ref | None
    progress: float | None
    evidence: tuple[Evidence, ...]


class IndicatorsBody(Page):
    """All indicators."""

    items: tuple[IndicatorItem, ...]


class DependenceItem(Record):
    """How a segment depends on others and others on it; shares and HHI between 0 and 1."""

    segment: Ref
    single_makers: tuple[Ref, ...]
    makers: tuple[Ref, ...]
    hhi: float | None
    reach: int
    reaches: tuple[Ref, ...]
    external: float | None


class DependenceBody(ComputedPage):
    """Segments with a known maker, those that reach furthest first."""

    items: tuple[DependenceItem, ...]
