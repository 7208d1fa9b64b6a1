"""What stands around the chains: regions, platforms, projects, indicators; dependence."""

from typing import Literal

from graph.answers.shapes.common import ComputedPage, Page, Ref
from graph.answers.shapes.enterprises import RegionItem
from graph.model import Evidence, Record
from graph.model.district import Period
from graph.model.vocabulary import Binding, Measure


class RegionsBody(Page):
    """Regions as the documents name them."""

    items: tuple[RegionItem, ...]


class PlatformItem(Record):
    """A platform as a document names it."""

    id: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    enterprise: Ref | None = None
    chains: tuple[Ref, ...]
    region: Ref | None
    state: str | None
    evidence: tuple[Evidence, ...]


class PlatformsBody(Page):
    """All platforms."""

    items: tuple[PlatformItem, ...]


class ProjectItem(Record):
    """A project as a document names it."""

    id: str
    name: str
    name_en: str | None
    enterprise: Ref | None
    chains: tuple[Ref, ...]
    segments: tuple[Ref, ...]
    region: Ref | None
    state: str
    evidence: tuple[Evidence, ...]


class ProjectsBody(Page):
    """All projects."""

    items: tuple[ProjectItem, ...]


class IndicatorItem(Record):
    """A number of a document; `target` and `progress` where an actual has a target beside it.

    Progress is actual / target of the same name, scope, unit and measure; null where it makes no
    sense. `year` is the last of the `period`.
    """

    id: str
    name: str
    value: float | None
    printed: str
    bound: str
    unit: str
    year: int
    period: Period | None = None
    measure: Measure = "level"
    binding: Binding | None = None
    scope: Ref
    actual_or_target: Literal["actual", "target"]
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
