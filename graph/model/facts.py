"""The records: what a dataset and the reference layer hold."""

from typing import Annotated, Literal

from pydantic import Field

from graph.model.delivery import Delivery
from graph.model.district import Direction, Indicator, Platform, Process, Project, Synergy
from graph.model.judgement import Judgement
from graph.model.record import Evidence, Fact, FactId, Id, Record, Text
from graph.model.vocabulary import (
    ClaimStatus,
    Confidence,
    EnterpriseStatus,
    GapKind,
    InputSort,
    RegionSort,
    Sort,
    Stage,
    Urgency,
)


class Document(Record):
    """A source text kept verbatim: UTF-8, LF, its SHA-256 checked at each load.

    `uncited` are the passages that no fact cites by decision, in order, the reason as `note`.
    """

    type: Literal["document"] = "document"
    id: Id
    title: Text
    publisher: Text | None = None
    date: str | None = None
    sha256: str
    text: str
    uncited: tuple[Evidence, ...] = ()


class Source(Record):
    """A public source of the reference layer; `says` sums it up in our own words.

    The key `domain` stands for engineering knowledge without a page.
    """

    type: Literal["source"] = "source"
    id: Id
    title: Text
    url: str | None = None
    publisher: str | None = None
    year: str | None = None
    says: str | None = None


class Industry(Fact):
    """One of the plan's industries (产业), the union of its chains."""

    type: Literal["industry"] = "industry"
    id: Id
    name: Text
    name_en: Text
    order: int = 0


class Chain(Fact):
    """An industry chain (产业链) of one industry."""

    type: Literal["chain"] = "chain"
    id: Id
    name: Text
    name_en: Text
    industry: Id
    order: int = 0
    aliases: tuple[Text, ...] = ()


class Region(Fact):
    """A district, park (组团), SME zone, town or neighbouring district; free land in mu (亩)."""

    type: Literal["region"] = "region"
    id: Id
    name: Text
    name_en: Text | None = None
    aliases: tuple[Text, ...] = ()
    sort: RegionSort
    parent: Id | None = None
    free_land_mu: float | None = Field(default=None, ge=0)


class Traded(Record):
    """The judgement that anyone buys this segment on the open market, with its reason."""

    reason: Text


class Code(Record):
    """A GB/T 4754-2017 class."""

    code: Annotated[str, Field(pattern=r"^\d{3,4}$")]
    name: Text
    confidence: Confidence


class Segment(Fact):
    """A product, material, component, equipment, software or service (环节).

    `captive` (厂内工序) is a stage inside the maker of the next one: never a gap.
    """

    type: Literal["segment"] = "segment"
    id: Id
    name: Text
    name_en: Text
    aliases: tuple[Text, ...] = ()
    sort: Sort
    captive: bool = False
    traded: Traded | None = None
    codes: tuple[Code, ...] = ()
    no_recipe: Text | None = None


class KindOf(Fact):
    """`segment` is a kind of `parent` (属于). Id: `kind_of.<segment>`; one parent, acyclic."""

    type: Literal["kind_of"] = "kind_of"
    segment: Id
    parent: Id


class Membership(Fact):
    """`segment` belongs to `chain` at `stage`. Id: `membership.<chain>.<segment>`.

    `group` is a label on the panorama; it has nothing to do with groups of inputs.
    """

    type: Literal["membership"] = "membership"
    segment: Id
    chain: Id
    stage: Stage
    group: Text | None = None


class Member(Record):
    """One alternative in a group of inputs; `exact` where no kind of it will do."""

    segment: Id
    exact: bool = False


class InputGroup(Fact):
    """Inputs of `consumer`, any one of which satisfies the group (alternatives).

    Different essential groups are all needed. Id: `input.<consumer>.<input>.<first member>`.
    """

    type: Literal["input_group"] = "input_group"
    consumer: Id
    input: InputSort
    essential: bool
    members: tuple[Member, ...] = Field(min_length=1)


class ByProduct(Fact):
    """`source` yields `target` (副产). Id: `by_product.<source>.<target>`."""

    type: Literal["by_product"] = "by_product"
    source: Id
    target: Id


class Enterprise(Fact):
    """An enterprise, once, under all its names; `region` is null where none is stated.

    `credit_code` is the 统一社会信用代码 (GB 32100), which tells two firms of one name apart.
    """

    type: Literal["enterprise"] = "enterprise"
    id: Id
    name: Text
    name_en: Text | None = None
    aliases: tuple[Text, ...] = ()
    status: EnterpriseStatus
    region: Id | None = None
    credit_code: Text | None = None
    qualifications: tuple[Text, ...] = ()


class Role(Fact):
    """What `enterprise` is in `chain`, in the plan's own word. Id: `role.<chain>.<enterprise>`."""

    type: Literal["role"] = "role"
    enterprise: Id
    chain: Id
    role: Text


class Makes(Fact):
    """`enterprise` makes `segment` (生产). Id: `makes.<enterprise>.<segment>`."""

    type: Literal["makes"] = "makes"
    enterprise: Id
    segment: Id


class Mention(Fact):
    """The document names `segment` in `chain`, as `name` where its word differs.

    `intent` records 发展, 探索 and the like: shown, but no status. Id: `mention.<chain>.<segment>`.
    """

    type: Literal["mention"] = "mention"
    segment: Id
    chain: Id
    name: Text | None = None
    intent: Literal["develop", "explore"] | None = None


class Claim(Fact):
    """What is said of the availability of `segment` in `region`.

    Id: `claim.<region>.<segment>.<status>`.
    """

    type: Literal["claim"] = "claim"
    segment: Id
    region: Id
    status: ClaimStatus


class Gap(Fact):
    """What a document says is missing, weak, sought … in `region`, in `chains`.

    Exactly one of `segment`, `enterprise_type` and `capability` says what is lacking;
    `related` names segments that a gap on a type of firm also touches. `urgency` is what the
    sentence says of it: 0 lacking or 重点, 1 积极, 2 plain. Derived gaps are computed
    (`graph.analysis.gaps`), never recorded.
    """

    type: Literal["gap"] = "gap"
    id: FactId
    name: Text
    kind: GapKind
    region: Id
    chains: tuple[Id, ...] = ()
    segment: Id | None = None
    enterprise_type: Text | None = None
    capability: Text | None = None
    related: tuple[Id, ...] = ()
    urgency: Urgency = 2


AnyFact = (
    Industry
    | Chain
    | Region
    | Segment
    | KindOf
    | Membership
    | InputGroup
    | ByProduct
    | Enterprise
    | Role
    | Makes
    | Mention
    | Claim
    | Gap
    | Platform
    | Project
    | Indicator
    | Synergy
    | Direction
    | Process
    | Judgement
    | Delivery
)
"""Everything that is held for a reason."""
AnyRecord = Document | Source | AnyFact
RecordType = Literal[
    "document",
    "source",
    "industry",
    "chain",
    "region",
    "segment",
    "kind_of",
    "membership",
    "input_group",
    "by_product",
    "enterprise",
    "role",
    "makes",
    "mention",
    "claim",
    "gap",
    "platform",
    "project",
    "indicator",
    "synergy",
    "direction",
    "process",
    "judgement",
    "delivery",
]
