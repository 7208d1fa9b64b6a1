"""The records: what a dataset and the reference layer hold."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field

from graph.message import Message, _, p_
from graph.model.delivery import Delivery
from graph.model.district import Indicator, Platform, Process, Project, RegionDirection, Synergy
from graph.model.documents import Document, Source
from graph.model.enterprises import Enterprise, Makes, Role
from graph.model.gap_kinds import GapKind
from graph.model.judgement import Judgement
from graph.model.leads import Lead
from graph.model.proposals import FirmWords, ProposalDecision
from graph.model.record import FRAME, Fact, FactId, Id, Name, Record, Text
from graph.model.registers import ListedFirm, Register, Review
from graph.model.segments import ByProduct, InputGroup, KindOf, Membership, Segment
from graph.model.told import (
    AROUND_CHAINS,
    NO_COLUMN,
    SEEDS_ALONE,
    SUBJECT,
    Told,
    TypeTold,
    told,
    told_by,
)
from graph.model.vocabulary import ClaimStatus, Intent, RecordType, RegionSort, Urgency


class IndustryDetails(Record):
    """What is told of an industry itself."""

    name: Name
    name_en: Annotated[Text, told(_("英文名称"), shown="head")]


class Industry(IndustryDetails, Fact):
    """One of the plan's industries (产业), the union of its chains."""

    about = TypeTold(
        p_("sentence", "产业"),
        p_("several", "产业"),
        shelf="industries",
        deniable=False,
        is_node=True,
    )

    type: Literal["industry"] = "industry"
    id: Id
    order: Annotated[int, told(_("次序"), not_in=SEEDS_ALONE)] = 0


class ChainDetails(Record):
    """What is told of a chain itself."""

    name: Name
    name_en: Annotated[Text, told(_("英文名称"), shown="head")]
    aliases: Annotated[tuple[Text, ...], told(_("别名"), shown="head", not_in=NO_COLUMN)] = ()


class Chain(ChainDetails, Fact):
    """An industry chain (产业链) of one industry."""

    about = TypeTold(
        p_("sentence", "产业链"),
        p_("several", "产业链"),
        shelf="chains",
        deniable=False,
        is_node=True,
    )

    type: Literal["chain"] = "chain"
    id: Id
    industry: Annotated[Id, told(_("产业"), points_to="industry", not_in=SUBJECT)]
    order: Annotated[int, told(_("次序"), not_in=SEEDS_ALONE)] = 0


class RegionDetails(Record):
    """What is told of a region itself."""

    name: Name
    name_en: Annotated[Text | None, told(_("英文名称"), shown="head", not_in=NO_COLUMN)] = None
    aliases: Annotated[tuple[Text, ...], told(_("别名"), shown="head", not_in=NO_COLUMN)] = ()
    sort: Annotated[RegionSort, told(p_("segment", "类别"), shown="head", not_in=SUBJECT)]
    free_land_mu: Annotated[
        float | None,
        told(
            _("剩余工业用地（亩）"),
            shown="card",
            not_in=NO_COLUMN,
        ),
    ] = Field(default=None, ge=0)
    planned_area_mu: Annotated[
        float | None,
        told(_("规划建设面积（亩）"), shown="card", not_in=NO_COLUMN),
    ] = Field(default=None, ge=0)
    industrial_land_mu: Annotated[
        float | None,
        told(
            _("规划工业用地（亩）"),
            shown="card",
            not_in=NO_COLUMN,
        ),
    ] = Field(default=None, ge=0)


class Region(RegionDetails, Fact):
    """A district, park (组团), SME zone, town or neighbouring district; land in mu (亩).

    `planned_area_mu` is 规划建设面积, `industrial_land_mu` 规划工业用地, `free_land_mu` the rest.
    """

    about = TypeTold(
        p_("sentence", "地区"), p_("several", "地区"), shelf="regions", deniable=False, is_node=True
    )

    type: Literal["region"] = "region"
    id: Id
    parent: Annotated[
        Id | None,
        told(_("上级地区"), shown="head", points_to="region", not_in=SUBJECT),
    ] = None


class Mention(Fact):
    """The document names `segment` in `chain`, as `name` where its word differs.

    `intent` records 发展, 探索 and the like: shown, but no status. Id: `mention.<chain>.<segment>`.
    """

    about = TypeTold(
        p_("sentence", "提及"),
        p_("several", "提及"),
        shelf="mentions",
        made_of=("chain", "segment"),
        not_in=AROUND_CHAINS,
    )

    type: Literal["mention"] = "mention"
    segment: Annotated[Id, told(_("环节"), points_to="segment", not_in=SUBJECT)]
    chain: Annotated[Id, told(_("产业链"), points_to="chain", not_in=SUBJECT)]
    name: Annotated[Text | None, told(_("原文名称"))] = None
    intent: Annotated[Intent | None, told(_("意向"))] = None


class Claim(Fact):
    """What is said of the availability of `segment` in `region`.

    Id: `claim.<region>.<segment>.<status>`.
    """

    about = TypeTold(
        p_("sentence", "现状陈述"),
        p_("several", "现状陈述"),
        shelf="claims",
        made_of=("region", "segment", "status"),
        not_in=("graph",),  # its segment has the status that follows
    )

    type: Literal["claim"] = "claim"
    segment: Annotated[Id, told(_("环节"), points_to="segment", not_in=SUBJECT)]
    region: Annotated[Id, told(_("地区"), points_to="region", not_in=SUBJECT)]
    status: Annotated[ClaimStatus, told(_("状态"))]


class GapDetails(Record):
    """What is told of a gap itself, whether a document states it or it is computed."""

    name: Name
    kind: Annotated[GapKind, told(_("缺口类别"), shown="head")]
    enterprise_type: Annotated[Text | None, told(_("缺的企业类型"), not_in=SUBJECT)] = None
    capability: Annotated[Text | None, told(_("缺的能力"), not_in=SUBJECT)] = None
    urgency: Annotated[Urgency, told(_("紧迫程度"), not_in=SUBJECT)] = 2


class Gap(GapDetails, Fact):
    """What a document says is missing, weak, sought … in `region`, in `chains`.

    Exactly one of `segment`, `enterprise_type` and `capability` says what is lacking;
    `related` names segments that a gap on a type of firm also touches. Derived gaps are
    computed (`graph.analysis.gaps`), never recorded. `urgency` is 0 where the document says
    lacking, or asks for it with stress (重点, 着力, 加快 …), 1 with 积极, 鼓励 …, else 2.
    """

    about = TypeTold(
        p_("sentence", "缺口"),
        p_("several", "缺口"),
        shelf="gaps",
        is_node=True,
        not_in=NO_COLUMN,
    )

    type: Literal["gap"] = "gap"
    id: FactId
    region: Annotated[Id, told(_("地区"), points_to="region", not_in=SUBJECT)]
    chains: Annotated[
        tuple[Id, ...], told(p_("several", "产业链"), points_to="chain", not_in=SUBJECT)
    ] = ()
    segment: Annotated[Id | None, told(_("环节"), points_to="segment", not_in=SUBJECT)] = None
    related: Annotated[
        tuple[Id, ...], told(_("相关环节"), points_to="segment", not_in=SUBJECT)
    ] = ()


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
    | Lead
    | Delivery
    | Register
    | ListedFirm
    | Review
    | FirmWords
    | ProposalDecision
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
CONFIDENTIAL: frozenset[RecordType] = frozenset(
    type_ for type_, each in RECORDS.items() if each.about.confidential
)
"""The types of record that are for editors alone."""


def own_fields(model: type[Record]) -> Mapping[str, Told]:
    """Return what a type of record tells of its own fields, without what every fact has."""
    return {name: each for name, each in told_by(model).items() if name not in FRAME}


def words_of(fields: Iterable[str]) -> tuple[Message, ...]:
    """What the fields that an evidence names are called; firms, which lists speak of, go first."""
    types = (Enterprise, *RECORDS.values())
    called = {
        name: each.words for model in reversed(types) for name, each in told_by(model).items()
    }
    return tuple(called[each] for each in fields if each in called)
