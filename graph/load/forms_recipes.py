"""The form of segments with their recipes, and of the sources that these rest on."""

from typing import Annotated

from pydantic import Field, model_validator

from graph.load.file_forms import Form, spelled_out
from graph.load.forms import FormValues, Merged, form_of
from graph.message import _
from graph.model import Segment
from graph.model.documents import SourceDetails
from graph.model.formats import broken
from graph.model.record import Id, Text
from graph.model.segments import MembershipDetails
from graph.model.vocabulary import InputSort

DOMAIN = "domain"
"""The source that stands for engineering knowledge without a page."""
SEGMENT_NOTE = "独立成类的环节，工程常识"
MEMBERSHIP_NOTE = "所处阶段与分组为编者归类"
KIND_NOTE = "属于关系为编者归类"


class SourceForm(Form, SourceDetails):
    """A public source of reference knowledge."""

    id: Id


class Sourced(Form):
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


class KindOfForm(Reasoned):
    """The general kind above a segment."""

    segment: Id


class MembershipForm(Form, MembershipDetails):
    """Where in a chain a segment stands."""


class MemberForm(Form):
    """One alternative of a group."""

    segment: Id
    exact: bool = False


class InputForm(Reasoned):
    """A group of inputs."""

    members: Annotated[list[Annotated[MemberForm, spelled_out("segment")]], Field(min_length=1)]
    input: InputSort = "material"
    essential: bool = True


class ByProductForm(Reasoned):
    """What comes off on the side."""

    target: Id


class RecipeForm(Merged, Sourced):
    """What a segment takes, yields and belongs to."""

    kind_of: Annotated[KindOfForm, spelled_out("segment", note=KIND_NOTE)] | None = None
    chains: dict[Id, Annotated[MembershipForm, spelled_out("stage")]] = Field(default_factory=dict)
    inputs: list[InputForm] = Field(default_factory=list)
    by_products: list[ByProductForm] = Field(default_factory=list)


def _agrees_with_itself(segment: FormValues) -> None:
    if segment["captive"] and segment["traded"] is not None:
        raise broken(_("厂内工序（captive）不能同时是市售（traded）"))
    if segment["no_recipe"] is not None and segment["inputs"]:
        raise broken(_("写了 no_recipe 就不能有 inputs"))


SEGMENT = form_of(Segment, RecipeForm, rule=_agrees_with_itself)
"""A segment with its recipe."""
