"""The form of local facts and of the quotes that prove them."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from graph.load.shapes import Merged, Shape, broken, spelled_out
from graph.model.record import Id, Text
from graph.model.vocabulary import ClaimStatus, EnterpriseStatus, GapKind, RegionSort, Urgency


def _one_line(text: str) -> str:
    if "\n" in text:
        raise broken("引文必须在一行之内", "a quote lies within one line")
    return text


OneLine = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]


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


Quote = Annotated[QuoteShape, spelled_out("quote")]
Quotes = Annotated[list[Quote], Field(min_length=1)]


class Proven(Shape):
    """A local fact: the quotes that prove it."""

    evidence: Quotes


class UncitedShape(QuoteShape):
    """A sentence that no fact cites, and why."""

    reason: Text


class IndustryShape(Merged, Proven):
    """An industry."""

    name: Text
    name_en: Text


class ChainShape(Merged, Proven):
    """A chain."""

    name: Text
    name_en: Text
    industry: Id
    aliases: list[Text] = Field(default_factory=list)


Mu = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class RegionShape(Merged, Proven):
    """A region; parks, zones and towns lie in a parent."""

    name: Text
    name_en: Text | None = None
    aliases: list[Text] = Field(default_factory=list)
    sort: RegionSort
    parent: Id | None = None
    free_land_mu: Mu | None = None
    planned_area_mu: Mu | None = None
    industrial_land_mu: Mu | None = None

    @model_validator(mode="after")
    def _lies_somewhere(self) -> "RegionShape":
        if self.parent is None and self.sort in ("park", "zone", "town"):
            raise broken(
                f"{self.sort} 必须写 parent（所在地区）", f"a {self.sort} needs its parent region"
            )
        return self


class EnterpriseShape(Merged, Proven):
    """An enterprise."""

    name: Text
    name_en: Text | None = None
    aliases: list[Text] = Field(default_factory=list)
    status: EnterpriseStatus = "operating"
    region: Id | None = None


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


class RoleShape(Proven):
    """What an enterprise is in a chain."""

    enterprise: Id
    chain: Id | None = None
    role: Text
    nth: Annotated[int, Field(ge=1)] = 1


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
    related: list[Id] = Field(default_factory=list)
    urgency: Urgency = 2

    @model_validator(mode="after")
    def _has_one_subject(self) -> "GapShape":
        subjects = (self.segment, self.enterprise_type, self.capability)
        if sum(subject is not None for subject in subjects) != 1:
            raise broken(
                "segment、enterprise_type、capability 必须且只能写一个",
                "exactly one of segment, enterprise_type and capability",
            )
        return self
