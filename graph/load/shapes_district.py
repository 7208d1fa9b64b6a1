"""The form of what documents name around the chains: platforms, projects, indicators, ties."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from graph.load.shapes import Merged, broken
from graph.load.shapes_facts import Proven
from graph.model.record import Id, Text
from graph.model.vocabulary import Bound, ProjectState, SubjectType


class PlatformShape(Merged, Proven):
    """A platform."""

    name: Text
    name_en: Text | None = None
    aliases: list[Text] = Field(default_factory=list)
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


class IndicatorShape(Merged, Proven):
    """A number of the document; without a subject it is about the dataset's region."""

    name: Text
    value: Annotated[float, Field(allow_inf_nan=False)] | None
    printed: Text
    bound: Bound = "exact"
    unit: Text
    year: Annotated[int, Field(ge=1949, le=2100)]
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
    """What a neighbouring region develops or cooperates on; `id` is unique in that region."""

    region: Id
    name: Text
    sort: Literal["develops", "cooperates"]
    chains: list[Id] = Field(default_factory=list)


class ProcessShape(Merged, Proven):
    """A process technique."""

    name: Text
    industries: list[Id] = Field(default_factory=list)
