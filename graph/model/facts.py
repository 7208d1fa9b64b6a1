"""The records: what a dataset and the reference layer hold."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from graph.model.delivery import Delivery
from graph.model.district import Indicator, Platform, Process, Project, RegionDirection, Synergy
from graph.model.enterprises import Enterprise, Makes, Role
from graph.model.judgement import Judgement
from graph.model.record import FRAME, Evidence, Fact, FactId, Id, Name, Record, Text
from graph.model.segments import ByProduct, InputGroup, KindOf, Membership, Segment
from graph.model.told import Told, TypeTold, told, told_by
from graph.model.vocabulary import ClaimStatus, GapKind, Intent, RecordType, RegionSort, Urgency
from graph.model.words import Words


class Document(Record):
    """A source text kept verbatim: UTF-8, LF, its SHA-256 checked at each load.

    `uncited` are the passages that no fact cites by decision, in order, the reason as `note`.
    """

    about: ClassVar[TypeTold] = TypeTold(
        Words("文件", "document"),
        Words("文件", "Documents"),
        shelf="documents",
        deniable=False,
        is_node=True,
        not_in=("edit", "import", "graph"),  # kept verbatim; a graph has what it says
    )

    type: Literal["document"] = "document"
    id: Annotated[Id, told(Words("编号", "Id"))]
    title: Annotated[Text, told(Words("标题", "Title"))]
    publisher: Annotated[Text | None, told(Words("发布单位", "Publisher"))] = None
    date: Annotated[str | None, told(Words("日期", "Date"))] = None
    sha256: Annotated[str, told(Words("摘要值", "Digest"), not_in=("page",))]
    text: Annotated[str, told(Words("正文", "Text"))]
    uncited: Annotated[
        tuple[Evidence, ...],
        told(Words("不引用的句子", "Sentences that no fact cites")),
    ] = ()


class Source(Record):
    """A public source of the reference layer; `says` sums it up in our own words.

    The key `domain` stands for engineering knowledge without a page.
    """

    about: ClassVar[TypeTold] = TypeTold(
        Words("来源", "source"),
        Words("资料来源", "Sources"),
        shelf="sources",
        deniable=False,
        is_node=True,
        not_in=("edit", "import", "graph"),  # evidence names them
    )

    type: Literal["source"] = "source"
    id: Annotated[Id, told(Words("编号", "Id"))]
    title: Annotated[Text, told(Words("标题", "Title"))]
    url: Annotated[str | None, told(Words("网址", "Address"))] = None
    publisher: Annotated[str | None, told(Words("发布单位", "Publisher"))] = None
    year: Annotated[str | None, told(Words("年份", "Year"))] = None
    says: Annotated[str | None, told(Words("大意", "What it says"))] = None


class Industry(Fact):
    """One of the plan's industries (产业), the union of its chains."""

    about = TypeTold(
        Words("产业", "industry"),
        Words("产业", "Industries"),
        shelf="industries",
        deniable=False,
        is_node=True,
    )

    type: Literal["industry"] = "industry"
    id: Id
    name: Name
    name_en: Annotated[Text, told(Words("英文名称", "English name"), shown="head")]
    order: Annotated[int, told(Words("次序", "Order"), not_in=("edit", "import"))] = 0


class Chain(Fact):
    """An industry chain (产业链) of one industry."""

    about = TypeTold(
        Words("产业链", "chain"),
        Words("产业链", "Chains"),
        shelf="chains",
        deniable=False,
        is_node=True,
    )

    type: Literal["chain"] = "chain"
    id: Id
    name: Name
    name_en: Annotated[Text, told(Words("英文名称", "English name"), shown="head")]
    industry: Annotated[Id, told(Words("产业", "Industry"), points_to="industry", not_in=("edit",))]
    order: Annotated[int, told(Words("次序", "Order"), not_in=("edit", "import"))] = 0
    aliases: Annotated[
        tuple[Text, ...], told(Words("别名", "Aliases"), shown="head", not_in=("import",))
    ] = ()


class RegionDetails(Record):
    """What is told of a region itself."""

    name: Name
    name_en: Annotated[
        Text | None, told(Words("英文名称", "English name"), shown="head", not_in=("import",))
    ] = None
    aliases: Annotated[
        tuple[Text, ...], told(Words("别名", "Aliases"), shown="head", not_in=("import",))
    ] = ()
    sort: Annotated[RegionSort, told(Words("类别", "Sort"), shown="head", not_in=("edit",))]
    free_land_mu: Annotated[
        float | None,
        told(
            Words("剩余工业用地（亩）", "Free industrial land (mu)"),
            shown="card",
            not_in=("import",),
        ),
    ] = Field(default=None, ge=0)
    planned_area_mu: Annotated[
        float | None,
        told(Words("规划建设面积（亩）", "Planned area (mu)"), shown="card", not_in=("import",)),
    ] = Field(default=None, ge=0)
    industrial_land_mu: Annotated[
        float | None,
        told(
            Words("规划工业用地（亩）", "Planned industrial land (mu)"),
            shown="card",
            not_in=("import",),
        ),
    ] = Field(default=None, ge=0)


class Region(RegionDetails, Fact):
    """A district, park (组团), SME zone, town or neighbouring district; land in mu (亩).

    `planned_area_mu` is 规划建设面积, `industrial_land_mu` 规划工业用地, `free_land_mu` the rest.
    """

    about = TypeTold(
        Words("地区", "region"),
        Words("地区", "Regions"),
        shelf="regions",
        deniable=False,
        is_node=True,
    )

    type: Literal["region"] = "region"
    id: Id
    parent: Annotated[
        Id | None,
        told(Words("上级地区", "Lies in"), shown="head", points_to="region", not_in=("edit",)),
    ] = None


class Mention(Fact):
    """The document names `segment` in `chain`, as `name` where its word differs.

    `intent` records 发展, 探索 and the like: shown, but no status. Id: `mention.<chain>.<segment>`.
    """

    about = TypeTold(
        Words("提及", "mention"),
        Words("提及", "Mention"),
        shelf="mentions",
        made_of=("chain", "segment"),
        not_in=("import", "graph"),  # what documents say, not what is so
    )

    type: Literal["mention"] = "mention"
    segment: Annotated[Id, told(Words("环节", "Segment"), points_to="segment", not_in=("edit",))]
    chain: Annotated[Id, told(Words("产业链", "Chain"), points_to="chain", not_in=("edit",))]
    name: Annotated[Text | None, told(Words("原文名称", "Name in the document"))] = None
    intent: Annotated[Intent | None, told(Words("意向", "Intent"))] = None


class Claim(Fact):
    """What is said of the availability of `segment` in `region`.

    Id: `claim.<region>.<segment>.<status>`.
    """

    about = TypeTold(
        Words("现状陈述", "claim"),
        Words("现状陈述", "Status claim"),
        shelf="claims",
        made_of=("region", "segment", "status"),
        not_in=("graph",),  # graph files have the status that follows
    )

    type: Literal["claim"] = "claim"
    segment: Annotated[Id, told(Words("环节", "Segment"), points_to="segment", not_in=("edit",))]
    region: Annotated[Id, told(Words("地区", "Region"), points_to="region", not_in=("edit",))]
    status: Annotated[ClaimStatus, told(Words("状态", "Status"))]


class Gap(Fact):
    """What a document says is missing, weak, sought … in `region`, in `chains`.

    Exactly one of `segment`, `enterprise_type` and `capability` says what is lacking;
    `related` names segments that a gap on a type of firm also touches. Derived gaps are
    computed (`graph.analysis.gaps`), never recorded. `urgency` is 0 where the document says
    lacking, or asks for it with stress (重点, 着力, 加快 …), 1 with 积极, 鼓励 …, else 2.
    """

    about = TypeTold(
        Words("缺口", "gap"),
        Words("缺口", "Gaps"),
        shelf="gaps",
        is_node=True,
        not_in=("import",),  # the gap list comes back with judgements
    )

    type: Literal["gap"] = "gap"
    id: FactId
    name: Name
    kind: Annotated[GapKind, told(Words("缺口类别", "Kind of gap"), shown="head")]
    region: Annotated[Id, told(Words("地区", "Region"), points_to="region", not_in=("edit",))]
    chains: Annotated[
        tuple[Id, ...], told(Words("产业链", "Chains"), points_to="chain", not_in=("edit",))
    ] = ()
    segment: Annotated[
        Id | None, told(Words("环节", "Segment"), points_to="segment", not_in=("edit",))
    ] = None
    enterprise_type: Annotated[
        Text | None, told(Words("缺的企业类型", "Type of enterprise"), not_in=("edit",))
    ] = None
    capability: Annotated[Text | None, told(Words("缺的能力", "Capability"), not_in=("edit",))] = (
        None
    )
    related: Annotated[
        tuple[Id, ...], told(Words("相关环节", "Related"), points_to="segment", not_in=("edit",))
    ] = ()
    urgency: Annotated[Urgency, told(Words("紧迫程度", "Urgency"), not_in=("edit",))] = 2


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
    | RegionDirection
    | Process
    | Judgement
    | Delivery
)
"""Everything that is held for a reason."""
AnyRecord = Document | Source | AnyFact
RECORDS: Mapping[RecordType, type[AnyRecord]] = {
    each.model_fields["type"].default: each for each in get_args(AnyRecord)
}
"""The class of each type of record, in the order of types."""
FIELD_OF_TYPE: Mapping[RecordType, str] = {
    type_: each.about.shelf for type_, each in RECORDS.items()
}
"""The field of `Facts` that holds each type of record, in the order of `Facts.records`."""


def own_fields(model: type[Record]) -> Mapping[str, Told]:
    """Return what a type of record tells of its own fields, without what every fact has."""
    return {name: each for name, each in told_by(model).items() if name not in FRAME}
