"""What documents name around the chains: platforms, projects, indicators, ties, directions."""

from typing import Annotated, Literal

from pydantic import Field

from graph.message import _, p_
from graph.model.record import Aliases, Fact, FactId, Id, Name, NameEn, Record, Text
from graph.model.told import AROUND_CHAINS, SUBJECT, TypeTold, told
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

Year = Annotated[int, Field(ge=1949, le=2100)]


class PlatformDetails(Record):
    """What is told of a platform itself."""

    name: Name
    name_en: NameEn = None
    aliases: Aliases = ()
    state: Annotated[ProjectState | None, told(_("进展"), shown="head")] = None


class Platform(PlatformDetails, Fact):
    """An innovation, testing, incubation or service platform (平台载体), and whose it is."""

    about = TypeTold(
        p_("sentence", "平台"),
        p_("several", "平台"),
        shelf="platforms",
        is_node=True,
        not_in=AROUND_CHAINS,
    )

    type: Literal["platform"] = "platform"
    id: Id
    enterprise: Annotated[Id | None, told(_("企业"), points_to="enterprise")] = None
    chains: Annotated[
        tuple[Id, ...], told(p_("several", "产业链"), points_to="chain", not_in=SUBJECT)
    ] = ()
    region: Annotated[Id | None, told(_("所在地区"), points_to="region")] = None


class ProjectDetails(Record):
    """What is told of a project itself."""

    name: Name
    name_en: NameEn = None
    state: Annotated[ProjectState, told(_("进展"), shown="head")]


class Project(ProjectDetails, Fact):
    """A named project (项目): whose, in which chains, for which segments, how far."""

    about = TypeTold(
        p_("sentence", "项目"),
        p_("several", "项目"),
        shelf="projects",
        is_node=True,
        not_in=AROUND_CHAINS,
    )

    type: Literal["project"] = "project"
    id: Id
    enterprise: Annotated[Id | None, told(_("企业"), points_to="enterprise")] = None
    chains: Annotated[
        tuple[Id, ...], told(p_("several", "产业链"), points_to="chain", not_in=SUBJECT)
    ] = ()
    segments: Annotated[
        tuple[Id, ...], told(p_("several", "环节"), points_to="segment", not_in=SUBJECT)
    ] = ()
    region: Annotated[Id | None, told(_("所在地区"), points_to="region")] = None


class Period(Record):
    """The years from `start` to `end`, both included."""

    start: Year
    end: Year

    def text(self, lang: Lang) -> str:
        """The years as people write them."""
        return f"{self.start}{'—' if lang == 'zh' else '–'}{self.end}"


class IndicatorDetails(Record):
    """What is told of an indicator itself."""

    name: Annotated[Text, told(_("名称"), shown="head", not_in=SUBJECT)]
    value: Annotated[float | None, told(_("数值"), shown="head")]
    printed: Annotated[Text, told(_("原文数值"), shown="head")]
    bound: Annotated[Bound, told(_("含义"), shown="head")] = "exact"
    unit: Annotated[Text, told(_("单位"), shown="head", not_in=SUBJECT)]
    year: Annotated[Year, told(_("年份"), shown="head", not_in=SUBJECT)]
    period: Annotated[Period | None, told(_("期间"), shown="head", not_in=SUBJECT)] = None
    measure: Annotated[Measure, told(_("口径"), shown="head")] = "level"
    binding: Annotated[Binding | None, told(_("指标属性"), shown="head")] = None
    actual_or_target: Annotated[Reading, told(_("现值或目标"), shown="head", not_in=SUBJECT)]


class Indicator(IndicatorDetails, Fact):
    """A number of a document: value in `unit`, of `year`, about a region, industry or chain.

    `printed` is the value as the document prints it (32左右); `bound` says how it is meant;
    `value` is null where nothing is printed (--). `subject` with `subject_type` is what it is
    about. What counts over several years has their `period`, where the document says it; `year`
    is the last of them.
    """

    about = TypeTold(
        p_("sentence", "指标"),
        p_("several", "指标"),
        shelf="indicators",
        is_node=True,
        not_in=AROUND_CHAINS,
    )

    type: Literal["indicator"] = "indicator"
    id: Id
    subject_type: Annotated[SubjectType, told(_("对象类型"), not_in=SUBJECT)]
    subject: Annotated[Id, told(_("对象"), not_in=SUBJECT)]


class SynergyDetails(Record):
    """What is told of a tie itself."""

    name: Name


class Synergy(SynergyDetails, Fact):
    """A tie between two chains that a document states; `source` serves or helps `target`."""

    about = TypeTold(
        p_("sentence", "协同"), p_("several", "协同"), shelf="synergies", not_in=AROUND_CHAINS
    )

    type: Literal["synergy"] = "synergy"
    id: FactId
    source: Annotated[Id, told(_("服务的产业链"), points_to="chain", not_in=SUBJECT)]
    target: Annotated[Id, told(_("得益的产业链"), points_to="chain", not_in=SUBJECT)]


class DirectionDetails(Record):
    """What is told of a direction itself."""

    name: Name
    sort: Annotated[DirectionSort, told(p_("segment", "类别"), shown="head")]


class RegionDirection(DirectionDetails, Fact):
    """What a region develops, or cooperates on, as the document says it.

    Of the district's own parks and zones, and of neighbours; `chains` are ours that it covers.
    Id: `direction.<region>.<slug>`.
    """

    about = TypeTold(
        p_("sentence", "产业方向"),
        p_("several", "产业方向"),
        shelf="directions",
        is_node=True,
        not_in=AROUND_CHAINS,
    )

    type: Literal["direction"] = "direction"
    region: Annotated[Id, told(_("地区"), points_to="region", not_in=SUBJECT)]
    chains: Annotated[
        tuple[Id, ...], told(p_("several", "产业链"), points_to="chain", not_in=SUBJECT)
    ] = ()


class Process(Fact):
    """A process technique (工艺) that a document promotes; no segment of a chain."""

    about = TypeTold(
        p_("sentence", "工艺"),
        p_("several", "工艺与装备"),
        shelf="processes",
        is_node=True,
        not_in=AROUND_CHAINS,
    )

    type: Literal["process"] = "process"
    id: Id
    name: Name
    industries: Annotated[
        tuple[Id, ...], told(p_("several", "产业"), points_to="industry", not_in=SUBJECT)
    ] = ()
