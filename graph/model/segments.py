"""Segments and their recipes: what they are, where they stand, what they take."""

from typing import Annotated, Literal

from pydantic import Field

from graph.message import _, p_
from graph.model.record import Aliases, Fact, Id, Name, Record, Text
from graph.model.told import NO_COLUMN, SEEDS_ALONE, SUBJECT, TypeTold, told
from graph.model.vocabulary import Confidence, InputSort, Sort, Stage


class Traded(Record):
    """The judgement that anyone buys this segment on the open market, with its reason."""

    reason: Text


class Code(Record):
    """A GB/T 4754-2017 class."""

    code: Annotated[str, Field(pattern=r"^\d{3,4}$")]
    name: Text
    confidence: Confidence


class SegmentDetails(Record):
    """What is told of a segment itself."""

    name: Name
    name_en: Annotated[Text, told(_("英文名称"), shown="head")]
    aliases: Aliases = ()
    sort: Annotated[Sort, told(p_("segment", "类别"), shown="head")]
    captive: Annotated[bool, told(_("厂内工序"), shown="head", not_in=SUBJECT)] = False


class Segment(SegmentDetails, Fact):
    """A product, material, component, equipment, software or service (环节).

    `captive` (厂内工序) is a stage inside the maker of the next one: never a gap.
    """

    about = TypeTold(
        p_("sentence", "环节"),
        p_("several", "环节"),
        shelf="segments",
        deniable=False,
        is_node=True,
    )

    type: Literal["segment"] = "segment"
    id: Id
    traded: Annotated[
        Traded | None,
        told(_("可市场采购的理由（空：不可）")),
    ] = None
    codes: Annotated[
        tuple[Code, ...],
        told(_("国民经济行业分类"), not_in=SEEDS_ALONE),
    ] = ()
    no_recipe: Annotated[
        Text | None,
        told(_("不列投入的理由"), not_in=SEEDS_ALONE),
    ] = None


class KindOf(Fact):
    """`segment` is a kind of `parent` (属于). Id: `kind_of.<segment>`; one parent, acyclic."""

    about = TypeTold(
        p_("sentence", "属于"), p_("several", "属于"), shelf="kinds", made_of=("segment",)
    )

    type: Literal["kind_of"] = "kind_of"
    segment: Annotated[Id, told(_("环节"), points_to="segment", not_in=SUBJECT)]
    parent: Annotated[Id, told(_("上位环节"), points_to="segment", not_in=SUBJECT)]


class MembershipDetails(Record):
    """What is told of a place in a chain itself."""

    stage: Annotated[Stage, told(_("位置"))]
    group: Annotated[Text | None, told(_("分组"), not_in=NO_COLUMN)] = None


class Membership(MembershipDetails, Fact):
    """`segment` belongs to `chain` at `stage`. Id: `membership.<chain>.<segment>`.

    `group` is a label on the panorama; it has nothing to do with groups of inputs.
    """

    about = TypeTold(
        p_("sentence", "所在产业链"),
        p_("several", "所在产业链"),
        shelf="memberships",
        made_of=("chain", "segment"),
    )

    type: Literal["membership"] = "membership"
    segment: Annotated[Id, told(_("环节"), points_to="segment", not_in=SUBJECT)]
    chain: Annotated[Id, told(_("产业链"), points_to="chain", not_in=SUBJECT)]


class Member(Record):
    """One alternative in a group of inputs; `exact` where no kind of it will do."""

    segment: Id
    exact: bool = False


class InputGroupDetails(Record):
    """What is told of a group of inputs itself."""

    input: Annotated[InputSort, told(_("投入类别"), not_in=SUBJECT)]
    essential: Annotated[bool, told(_("必需"))]


class InputGroup(InputGroupDetails, Fact):
    """Inputs of `consumer`, any one of which satisfies the group (alternatives).

    Different essential groups are all needed. Id: `input.<consumer>.<input>.<first member>`.
    Recipes keep their shape: a circle of inputs or kinds would have no answer, so a wrong one is
    denied, and the right one reported.
    """

    about = TypeTold(p_("sentence", "投入"), p_("several", "投入"), shelf="input_groups")

    type: Literal["input_group"] = "input_group"
    consumer: Annotated[Id, told(_("下游环节"), points_to="segment", not_in=SUBJECT)]
    members: Annotated[
        tuple[Member, ...],
        told(_("可替代的投入"), points_to="segment", not_in=SUBJECT),
    ] = Field(min_length=1)


class ByProduct(Fact):
    """`source` yields `target` (副产). Id: `by_product.<source>.<target>`."""

    about = TypeTold(
        p_("sentence", "副产"),
        p_("several", "副产"),
        shelf="by_products",
        made_of=("source", "target"),
        not_in=NO_COLUMN,
    )

    type: Literal["by_product"] = "by_product"
    source: Annotated[Id, told(p_("supply", "来自"), points_to="segment", not_in=SUBJECT)]
    target: Annotated[Id, told(_("副产品"), points_to="segment", not_in=SUBJECT)]
