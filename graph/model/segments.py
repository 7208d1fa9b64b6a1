"""Segments and their recipes: what they are, where they stand, what they take."""

from typing import Annotated, Literal

from pydantic import Field

from graph.model.record import Aliases, Fact, Id, Name, Record, Text
from graph.model.told import TypeTold, told
from graph.model.vocabulary import Confidence, InputSort, Sort, Stage
from graph.model.words import Words


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
    name_en: Annotated[Text, told(Words("英文名称", "English name"), shown="head")]
    aliases: Aliases = ()
    sort: Annotated[Sort, told(Words("类别", "Sort"), shown="head")]
    captive: Annotated[
        bool, told(Words("厂内工序", "In-house stage"), shown="head", not_in=("edit",))
    ] = False


class Segment(SegmentDetails, Fact):
    """A product, material, component, equipment, software or service (环节).

    `captive` (厂内工序) is a stage inside the maker of the next one: never a gap.
    """

    about = TypeTold(
        Words("环节", "segment"),
        Words("环节", "Segments"),
        shelf="segments",
        deniable=False,
        is_node=True,
    )

    type: Literal["segment"] = "segment"
    id: Id
    traded: Annotated[
        Traded | None,
        told(Words("可市场采购的理由（空：不可）", "Why it can be bought (empty: it cannot)")),
    ] = None
    codes: Annotated[
        tuple[Code, ...],
        told(Words("国民经济行业分类", "GB/T 4754 classes"), not_in=("edit", "import")),
    ] = ()
    no_recipe: Annotated[
        Text | None,
        told(Words("不列投入的理由", "Why no inputs are listed"), not_in=("edit", "import")),
    ] = None


class KindOf(Fact):
    """`segment` is a kind of `parent` (属于). Id: `kind_of.<segment>`; one parent, acyclic."""

    about = TypeTold(
        Words("属于", "kind"), Words("属于", "Kind of"), shelf="kinds", made_of=("segment",)
    )

    type: Literal["kind_of"] = "kind_of"
    segment: Annotated[Id, told(Words("环节", "Segment"), points_to="segment", not_in=("edit",))]
    parent: Annotated[
        Id, told(Words("上位环节", "General kind"), points_to="segment", not_in=("edit",))
    ]


class Membership(Fact):
    """`segment` belongs to `chain` at `stage`. Id: `membership.<chain>.<segment>`.

    `group` is a label on the panorama; it has nothing to do with groups of inputs.
    """

    about = TypeTold(
        Words("所在产业链", "membership"),
        Words("所在产业链", "Membership"),
        shelf="memberships",
        made_of=("chain", "segment"),
    )

    type: Literal["membership"] = "membership"
    segment: Annotated[Id, told(Words("环节", "Segment"), points_to="segment", not_in=("edit",))]
    chain: Annotated[Id, told(Words("产业链", "Chain"), points_to="chain", not_in=("edit",))]
    stage: Annotated[Stage, told(Words("位置", "Stage"))]
    group: Annotated[Text | None, told(Words("分组", "Group"), not_in=("import",))] = None


class Member(Record):
    """One alternative in a group of inputs; `exact` where no kind of it will do."""

    segment: Id
    exact: bool = False


class InputGroup(Fact):
    """Inputs of `consumer`, any one of which satisfies the group (alternatives).

    Different essential groups are all needed. Id: `input.<consumer>.<input>.<first member>`.
    Recipes keep their shape: a circle of inputs or kinds would have no answer, so a wrong one is
    denied, and the right one reported.
    """

    about = TypeTold(Words("投入", "input"), Words("投入", "Input"), shelf="input_groups")

    type: Literal["input_group"] = "input_group"
    consumer: Annotated[
        Id, told(Words("下游环节", "Consumer"), points_to="segment", not_in=("edit",))
    ]
    input: Annotated[InputSort, told(Words("投入类别", "Sort of input"), not_in=("edit",))]
    essential: Annotated[bool, told(Words("必需", "Essential"))]
    members: Annotated[
        tuple[Member, ...],
        told(Words("可替代的投入", "Alternatives"), points_to="segment", not_in=("edit",)),
    ] = Field(min_length=1)


class ByProduct(Fact):
    """`source` yields `target` (副产). Id: `by_product.<source>.<target>`."""

    about = TypeTold(
        Words("副产", "by-product"),
        Words("副产", "By-product"),
        shelf="by_products",
        made_of=("source", "target"),
        not_in=("import",),  # graphs drawn elsewhere know inputs alone
    )

    type: Literal["by_product"] = "by_product"
    source: Annotated[Id, told(Words("来自", "Source"), points_to="segment", not_in=("edit",))]
    target: Annotated[
        Id, told(Words("副产品", "What comes off"), points_to="segment", not_in=("edit",))
    ]
