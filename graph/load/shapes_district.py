"""The form of what documents name around the chains: platforms, projects, indicators, ties."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from graph.load.shapes import Merged, Shape, broken
from graph.load.shapes_facts import Proven
from graph.model.district import Binding, Bound, Measure, ProjectState, SubjectType, Year
from graph.model.record import Id, Text


class PlatformShape(Merged, Proven):
    """A platform."""

    name: Text
    name_en: Text | None = None
    aliases: list[Text] = Field(default_factory=list)
    enterprise: Id | None = None
    chains: list[Id] | None = None
    region: Id | None = None
    state: ProjectState | None = None


class ProjectShape(Merged, Proven):
    """A named project."""

    name: Text
    name_en: Text | None = None
    enterprise: Id | None = None
    chains: list[Id] | None = None
    segments: list[Id] = Field(default_factory=list)
    region: Id | None = None
    state: ProjectState


class PeriodShape(Shape):
    """The years from start to end."""

    start: Year
    end: Year

    @model_validator(mode="after")
    def _goes_on(self) -> "PeriodShape":
        if self.start > self.end:
            raise broken("period 的 start 不能晚于 end", "a period starts before it ends")
        return self


class IndicatorShape(Merged, Proven):
    """A number of the document; without a subject it is about the dataset's region."""

    name: Text
    value: Annotated[float, Field(allow_inf_nan=False)] | None
    printed: Text
    bound: Bound = "exact"
    unit: Text
    year: Year
    period: PeriodShape | None = None
    measure: Measure = "level"
    binding: Binding | None = None
    subject_type: SubjectType = "region"
    subject: Id | None = None
    actual_or_target: Literal["actual", "target"]

    @model_validator(mode="after")
    def _is_about_something(self) -> "IndicatorShape":
        if self.subject is None and self.subject_type != "region":
            raise broken(
                "写了 subject_type 就要写 subject", "subject_type says of what; subject is missing"
            )
        return self

    @model_validator(mode="after")
    def _is_of_the_last_year(self) -> "IndicatorShape":
        if self.period is not None and self.period.end != self.year:
            raise broken("year 应是 period 的最后一年", "year is the last year of the period")
        return self


class SynergyShape(Merged, Proven):
    """A tie between two chains."""

    name: Text
    source: Id
    target: Id

    @model_validator(mode="after")
    def _ties_two(self) -> "SynergyShape":
        if self.source == self.target:
            raise broken("协同须在两条不同的产业链之间", "a synergy ties two different chains")
        return self


class DirectionShape(Merged, Proven):
    """What a region develops or cooperates on; `id` is unique in that region."""

    region: Id
    name: Text
    sort: Literal["develops", "cooperates"]
    chains: list[Id] = Field(default_factory=list)


class ProcessShape(Merged, Proven):
    """A process technique."""

    name: Text
    industries: list[Id] = Field(default_factory=list)
