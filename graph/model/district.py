"""What documents name around the chains: platforms, projects, indicators, ties, directions."""

from typing import Annotated, Literal

from pydantic import Field

from graph.model.record import Fact, FactId, Id, Record, Text

Bound = Literal["exact", "at_least", "more_than", "about", "at_most"]
ProjectState = Literal["planned", "building", "done"]
SubjectType = Literal["region", "industry", "chain"]
Measure = Literal["level", "cumulative", "annual_average", "growth"]
"""What a figure measures: 水平, 累计 (〔〕, 五年合计), 年均, 当年增速."""
Binding = Literal["binding", "expected"]
"""约束性 and 预期性."""
Year = Annotated[int, Field(ge=1949, le=2100)]


class Platform(Fact):
    """An innovation, testing, incubation or service platform (平台载体), and whose it is."""

    type: Literal["platform"] = "platform"
    id: Id
    name: Text
    name_en: Text | None = None
    aliases: tuple[Text, ...] = ()
    enterprise: Id | None = None
    chains: tuple[Id, ...] = ()
    region: Id | None = None
    state: ProjectState | None = None


class Project(Fact):
    """A named project (项目): whose, in which chains, for which segments, how far."""

    type: Literal["project"] = "project"
    id: Id
    name: Text
    name_en: Text | None = None
    enterprise: Id | None = None
    chains: tuple[Id, ...] = ()
    segments: tuple[Id, ...] = ()
    region: Id | None = None
    state: ProjectState


class Period(Record):
    """The years from `start` to `end`, both included."""

    start: Year
    end: Year


class Indicator(Fact):
    """A number of a document: value in `unit`, of `year`, about a region, industry or chain.

    `printed` is the value as the document prints it (32左右); `bound` says how it is meant;
    `value` is null where nothing is printed (--). `subject` with `subject_type` is what it is
    about. What counts over several years has their `period`, where the document says it; `year`
    is the last of them.
    """

    type: Literal["indicator"] = "indicator"
    id: Id
    name: Text
    value: float | None
    printed: Text
    bound: Bound = "exact"
    unit: Text
    year: Year
    period: Period | None = None
    measure: Measure = "level"
    binding: Binding | None = None
    subject_type: SubjectType
    subject: Id
    actual_or_target: Literal["actual", "target"]


class Synergy(Fact):
    """A tie between two chains that a document states; `source` serves or helps `target`."""

    type: Literal["synergy"] = "synergy"
    id: FactId
    name: Text
    source: Id
    target: Id


class RegionDirection(Fact):
    """What a region develops, or cooperates on, as the document says it.

    Of the district's own parks and zones, and of neighbours; `chains` are ours that it covers.
    Id: `direction.<region>.<slug>`.
    """

    type: Literal["direction"] = "direction"
    region: Id
    name: Text
    sort: Literal["develops", "cooperates"]
    chains: tuple[Id, ...] = ()


class Process(Fact):
    """A process technique (工艺) that a document promotes; no segment of a chain."""

    type: Literal["process"] = "process"
    id: Id
    name: Text
    industries: tuple[Id, ...] = ()
