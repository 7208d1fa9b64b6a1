"""What documents name around the chains: platforms, projects, indicators, ties, directions."""

from typing import Annotated, Literal

from pydantic import Field

from graph.model.record import Aliases, Fact, FactId, Id, Name, NameEn, Record, Text
from graph.model.told import TypeTold, told
from graph.model.vocabulary import (
    Binding,
    Bound,
    DirectionSort,
    Lang,
    Measure,
    ProjectState,
    Reading,
    SubjectType,
)
from graph.model.words import Words

Year = Annotated[int, Field(ge=1949, le=2100)]


class PlatformDetails(Record):
    """What is told of a platform itself."""

    name: Name
    name_en: NameEn = None
    aliases: Aliases = ()
    state: Annotated[ProjectState | None, told(Words("进展", "State"), shown="head")] = None


class Platform(PlatformDetails, Fact):
    """An innovation, testing, incubation or service platform (平台载体), and whose it is."""

    about = TypeTold(
        Words("平台", "platform"),
        Words("平台", "Platforms"),
        shelf="platforms",
        is_node=True,
        not_in=("import", "graph"),  # graph files have chains, firms and gaps
    )

    type: Literal["platform"] = "platform"
    id: Id
    enterprise: Annotated[Id | None, told(Words("企业", "Enterprise"), points_to="enterprise")] = (
        None
    )
    chains: Annotated[
        tuple[Id, ...], told(Words("产业链", "Chains"), points_to="chain", not_in=("edit",))
    ] = ()
    region: Annotated[Id | None, told(Words("所在地区", "Region"), points_to="region")] = None


class ProjectDetails(Record):
    """What is told of a project itself."""

    name: Name
    name_en: NameEn = None
    state: Annotated[ProjectState, told(Words("进展", "State"), shown="head")]


class Project(ProjectDetails, Fact):
    """A named project (项目): whose, in which chains, for which segments, how far."""

    about = TypeTold(
        Words("项目", "project"),
        Words("项目", "Projects"),
        shelf="projects",
        is_node=True,
        not_in=("import", "graph"),
    )

    type: Literal["project"] = "project"
    id: Id
    enterprise: Annotated[Id | None, told(Words("企业", "Enterprise"), points_to="enterprise")] = (
        None
    )
    chains: Annotated[
        tuple[Id, ...], told(Words("产业链", "Chains"), points_to="chain", not_in=("edit",))
    ] = ()
    segments: Annotated[
        tuple[Id, ...], told(Words("环节", "Segments"), points_to="segment", not_in=("edit",))
    ] = ()
    region: Annotated[Id | None, told(Words("所在地区", "Region"), points_to="region")] = None


class Period(Record):
    """The years from `start` to `end`, both included."""

    start: Year
    end: Year

    def text(self, lang: Lang) -> str:
        """The years as people write them."""
        return f"{self.start}{'—' if lang == 'zh' else '–'}{self.end}"


class IndicatorDetails(Record):
    """What is told of an indicator itself."""

    name: Annotated[Text, told(Words("名称", "Name"), shown="head", not_in=("edit",))]
    value: Annotated[float | None, told(Words("数值", "Value"), shown="head")]
    printed: Annotated[Text, told(Words("原文数值", "As printed"), shown="head")]
    bound: Annotated[Bound, told(Words("含义", "Meaning"), shown="head")] = "exact"
    unit: Annotated[Text, told(Words("单位", "Unit"), shown="head", not_in=("edit",))]
    year: Annotated[Year, told(Words("年份", "Year"), shown="head", not_in=("edit",))]
    period: Annotated[
        Period | None, told(Words("期间", "Period"), shown="head", not_in=("edit",))
    ] = None
    measure: Annotated[Measure, told(Words("口径", "Measure"), shown="head")] = "level"
    binding: Annotated[
        Binding | None, told(Words("指标属性", "Binding or expected"), shown="head")
    ] = None
    actual_or_target: Annotated[
        Reading, told(Words("现值或目标", "Actual or target"), shown="head", not_in=("edit",))
    ]


class Indicator(IndicatorDetails, Fact):
    """A number of a document: value in `unit`, of `year`, about a region, industry or chain.

    `printed` is the value as the document prints it (32左右); `bound` says how it is meant;
    `value` is null where nothing is printed (--). `subject` with `subject_type` is what it is
    about. What counts over several years has their `period`, where the document says it; `year`
    is the last of them.
    """

    about = TypeTold(
        Words("指标", "indicator"),
        Words("指标", "Indicators"),
        shelf="indicators",
        is_node=True,
        not_in=("import", "graph"),
    )

    type: Literal["indicator"] = "indicator"
    id: Id
    subject_type: Annotated[
        SubjectType, told(Words("对象类型", "Type of subject"), not_in=("edit",))
    ]
    subject: Annotated[Id, told(Words("对象", "Subject"), not_in=("edit",))]


class Synergy(Fact):
    """A tie between two chains that a document states; `source` serves or helps `target`."""

    about = TypeTold(
        Words("协同", "synergy"),
        Words("协同", "Synergies"),
        shelf="synergies",
        not_in=("import", "graph"),
    )

    type: Literal["synergy"] = "synergy"
    id: FactId
    name: Name
    source: Annotated[
        Id, told(Words("服务的产业链", "Chain that serves"), points_to="chain", not_in=("edit",))
    ]
    target: Annotated[
        Id, told(Words("得益的产业链", "Chain that is served"), points_to="chain", not_in=("edit",))
    ]


class DirectionDetails(Record):
    """What is told of a direction itself."""

    name: Name
    sort: Annotated[DirectionSort, told(Words("类别", "Sort"), shown="head")]


class RegionDirection(DirectionDetails, Fact):
    """What a region develops, or cooperates on, as the document says it.

    Of the district's own parks and zones, and of neighbours; `chains` are ours that it covers.
    Id: `direction.<region>.<slug>`.
    """

    about = TypeTold(
        Words("产业方向", "direction"),
        Words("产业方向", "Directions"),
        shelf="directions",
        is_node=True,
        not_in=("import", "graph"),
    )

    type: Literal["direction"] = "direction"
    region: Annotated[Id, told(Words("地区", "Region"), points_to="region", not_in=("edit",))]
    chains: Annotated[
        tuple[Id, ...], told(Words("产业链", "Chains"), points_to="chain", not_in=("edit",))
    ] = ()


class Process(Fact):
    """A process technique (工艺) that a document promotes; no segment of a chain."""

    about = TypeTold(
        Words("工艺", "process"),
        Words("工艺与装备", "Processes"),
        shelf="processes",
        is_node=True,
        not_in=("import", "graph"),
    )

    type: Literal["process"] = "process"
    id: Id
    name: Name
    industries: Annotated[
        tuple[Id, ...], told(Words("产业", "Industries"), points_to="industry", not_in=("edit",))
    ] = ()
