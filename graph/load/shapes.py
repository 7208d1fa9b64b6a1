"""The form of the files: what stands under each section, before anything is looked up."""

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from graph.model import Code, Traded
from graph.model.record import Id, Text
from graph.model.vocabulary import (
    ClaimStatus,
    EnterpriseStatus,
    GapKind,
    InputSort,
    RegionSort,
    Sort,
    Stage,
)

DOMAIN = "domain"
"""The source that stands for engineering knowledge without a page."""
SEGMENT_NOTE = "独立成类的环节，工程常识"
MEMBERSHIP_NOTE = "所处阶段与分组为编者归类"
KIND_NOTE = "属于关系为编者归类"


def broken(zh: str, en: str) -> PydanticCustomError:
    """An error of a rule of ours, in both languages."""
    return PydanticCustomError("liantu", "{en}", {"zh": zh, "en": en})


def _iso_date(text: str) -> str:
    try:
        proper = date.fromisoformat(text).isoformat() == text
    except ValueError:
        proper = False
    if not proper:
        raise broken(
            f"“{text}”不是日期；写法：2023-02-06", f"“{text}” is no date; write 2023-02-06"
        )
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise broken("引文必须在一行之内", "a quote lies within one line")
    return text


def _spelled_out(key: str, **defaults: str) -> BeforeValidator:
    """Accept plain text as short for a mapping with that text under `key`."""

    def spell(value: object) -> object:
        return {key: value, **defaults} if isinstance(value, str) else value

    return BeforeValidator(spell)


IsoDate = Annotated[str, AfterValidator(_iso_date)]
OneLine = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]


class Shape(BaseModel):
    """A mapping in a file: strict, so that a typo does not pass."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class QuoteShape(Shape):
    """A passage that proves a fact; `nth` counts within the line, from 1."""

    quote: OneLine
    line: Annotated[int, Field(ge=1)] | None = None
    nth: Annotated[int, Field(ge=1)] | None = None
    document: Id | None = None
    why: Text | None = None

    @model_validator(mode="after")
    def _nth_needs_a_line(self) -> "QuoteShape":
        if self.nth is not None and self.line is None:
            raise broken("写了 nth 就要写 line", "nth needs a line")
        return self


Quote = Annotated[QuoteShape, _spelled_out("quote")]
Quotes = Annotated[list[Quote], Field(min_length=1)]


class Proven(Shape):
    """A local fact: the quotes that prove it."""

    evidence: Quotes


class UncitedShape(QuoteShape):
    """A sentence that no fact cites, and why."""

    reason: Text


class EditionShape(Shape):
    """The source's own label and date."""

    label: Text
    date: IsoDate


class DatasetShape(Shape):
    """The head of a dataset."""

    id: Id
    title: Text
    title_en: Text
    region: Id
    edition: EditionShape
    reference: Id | None = None
    made_up: bool = False


class LayerShape(Shape):
    """The head of a reference layer."""

    id: Id
    title: Text
    edition: EditionShape


class LayerChainShape(Shape):
    """A chain that the reference layer knows."""

    id: Id
    name: Text
    name_en: Text


class DocumentShape(Shape):
    """A text file of the dataset and the digest of its bytes."""

    id: Id
    title: Text
    publisher: Text | None = None
    date: IsoDate | None = None
    file: Text
    sha256: Text


class SourceShape(Shape):
    """A public source of reference knowledge."""

    id: Id
    title: Text
    url: Text | None = None
    publisher: Text | None = None
    year: Text | None = None
    says: Text | None = None


class Merged(Shape):
    """What has an id written by hand may have swallowed others."""

    id: Id
    was: list[Id] = []


class IndustryShape(Merged, Proven):
    """An industry."""

    name: Text
    name_en: Text


class ChainShape(Merged, Proven):
    """A chain."""

    name: Text
    name_en: Text
    industry: Id
    aliases: list[Text] = []


class RegionShape(Merged, Proven):
    """A region; parks, zones and towns lie in a parent."""

    name: Text
    name_en: Text | None = None
    aliases: list[Text] = []
    sort: RegionSort
    parent: Id | None = None
    free_land_mu: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None

    @model_validator(mode="after")
    def _lies_somewhere(self) -> "RegionShape":
        if self.parent is None and self.sort in ("park", "zone", "town"):
            raise broken(
                f"{self.sort} 必须写 parent（所在地区）", f"a {self.sort} needs its parent region"
            )
        return self


class Sourced(Shape):
    """Reference knowledge: its sources, and the reason where it has no page."""

    source: Annotated[list[Id], Field(min_length=1)] = [DOMAIN]
    note: Text | None = None


class Reasoned(Sourced):
    """Reference knowledge that has to give the reason where it has no page."""

    @model_validator(mode="after")
    def _domain_needs_a_note(self) -> "Reasoned":
        if DOMAIN in self.source and self.note is None:
            raise broken(
                "来源为 domain（工程常识）时必须写 note 说明理由",
                "source domain (engineering knowledge) needs a note with the reason",
            )
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

    members: Annotated[list[Annotated[MemberShape, _spelled_out("segment")]], Field(min_length=1)]
    input: InputSort = "material"
    essential: bool = True


class ByProductShape(Reasoned):
    """What comes off on the side."""

    target: Id


class SegmentShape(Merged, Sourced):
    """A segment with its recipe."""

    name: Text
    name_en: Text
    aliases: list[Text] = []
    sort: Sort
    kind_of: Annotated[KindOfShape, _spelled_out("segment", note=KIND_NOTE)] | None = None
    captive: bool = False
    traded: Traded | None = None
    codes: list[Code] = []
    no_recipe: Text | None = None
    chains: dict[Id, Annotated[MembershipShape, _spelled_out("stage")]] = {}
    inputs: list[InputShape] = []
    by_products: list[ByProductShape] = []

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> "SegmentShape":
        if self.captive and self.traded is not None:
            raise broken("厂内工序（captive）不能同时是市售（traded）", "captive cannot be traded")
        if self.no_recipe is not None and self.inputs:
            raise broken("写了 no_recipe 就不能有 inputs", "no_recipe contradicts inputs")
        return self


class MentionShape(Proven):
    """The document names a segment in a chain."""

    segment: Id
    chain: Id | None = None
    name: Text | None = None
    intent: Literal["develop", "explore"] | None = None


class ClaimShape(Proven):
    """What the document says of availability."""

    segment: Id
    status: ClaimStatus
    region: Id | None = None


class EnterpriseShape(Merged, Proven):
    """An enterprise."""

    name: Text
    name_en: Text | None = None
    aliases: list[Text] = []
    status: EnterpriseStatus = "operating"
    region: Id | None = None


class RoleShape(Proven):
    """What an enterprise is in a chain."""

    enterprise: Id
    chain: Id | None = None
    role: Text


class MakesShape(Proven):
    """What an enterprise makes."""

    enterprise: Id
    segment: Id


class GapShape(Merged, Proven):
    """What the document says is lacking: a segment, a type of enterprise or a capability."""

    name: Text
    kind: GapKind
    region: Id | None = None
    chains: list[Id] | None = None
    segment: Id | None = None
    enterprise_type: Text | None = None
    capability: Text | None = None
    related: list[Id] = []

    @model_validator(mode="after")
    def _has_one_subject(self) -> "GapShape":
        subjects = (self.segment, self.enterprise_type, self.capability)
        if sum(subject is not None for subject in subjects) != 1:
            raise broken(
                "segment、enterprise_type、capability 必须且只能写一个",
                "exactly one of segment, enterprise_type and capability",
            )
        return self
