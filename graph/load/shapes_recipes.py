"""The form of segments with their recipes, and of the sources that these rest on."""

from typing import Annotated

from pydantic import Field, model_validator

from graph.load.forms import FormValues, Merged, form_of
from graph.load.shapes import Shape, spelled_out
from graph.message import _
from graph.model import Segment
from graph.model.formats import broken
from graph.model.record import Id, Text
from graph.model.vocabulary import InputSort, Stage

DOMAIN = "domain"
"""The source that stands for engineering knowledge without a page."""
SEGMENT_NOTE = "独立成类的环节，工程常识"
MEMBERSHIP_NOTE = "所处阶段与分组为编者归类"
KIND_NOTE = "属于关系为编者归类"


class SourceShape(Shape):
    """A public source of reference knowledge."""

    id: Id
    title: Text
    url: Text | None = None
    publisher: Text | None = None
    year: Text | None = None
    says: Text | None = None


class Sourced(Shape):
    """Reference knowledge: its sources, and the reason where it has no page."""

    source: Annotated[list[Id], Field(min_length=1, default_factory=lambda: [DOMAIN])]
    note: Text | None = None


class Reasoned(Sourced):
    """Reference knowledge that has to give the reason where it has no page."""

    @model_validator(mode="after")
    def _domain_needs_a_note(self) -> "Reasoned":
        if DOMAIN in self.source and self.note is None:
            raise broken(_("来源为 domain（工程常识）时必须写 note 说明理由"))
        return self


class KindOfShape(Reasoned):
    """The general kind above a segment."""

    segment: Id


class MembershipShape(Shape):
    """Where in a chain a segment stands."""

    stage: Stage
    group: Text | None = None


class MemberShape(Shape):
    """One alternative of a group."""

    segment: Id
    exact: bool = False


class InputShape(Reasoned):
    """A group of inputs."""

    members: Annotated[list[Annotated[MemberShape, spelled_out("segment")]], Field(min_length=1)]
    input: InputSort = "material"
    essential: bool = True


class ByProductShape(Reasoned):
    """What comes off on the side."""

    target: Id


class RecipeShape(Merged, Sourced):
    """What a segment takes, yields and belongs to."""

    kind_of: Annotated[KindOfShape, spelled_out("segment", note=KIND_NOTE)] | None = None
    chains: dict[Id, Annotated[MembershipShape, spelled_out("stage")]] = Field(default_factory=dict)
    inputs: list[InputShape] = Field(default_factory=list)
    by_products: list[ByProductShape] = Field(default_factory=list)


def _agrees_with_itself(segment: FormValues) -> None:
    if segment["captive"] and segment["traded"] is not None:
        raise broken(_("厂内工序（captive）不能同时是市售（traded）"))
    if segment["no_recipe"] is not None and segment["inputs"]:
        raise broken(_("写了 no_recipe 就不能有 inputs"))


SEGMENT = form_of(Segment, RecipeShape, rule=_agrees_with_itself)
"""A segment with its recipe."""
