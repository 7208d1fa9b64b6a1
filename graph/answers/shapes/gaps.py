"""Gaps, and why a segment is none."""

from typing import Literal

from pydantic import Field

from graph.answers.shapes.common import Computed, ComputedPage, Ref
from graph.model import Evidence, Record
from graph.model.vocabulary import GapKind, GapOrigin, LocalStatus, Standing, Verdict


class BlockRef(Ref):
    """A local product that a gap blocks, with its status and the worlds in which it does."""

    local_status: LocalStatus
    worlds: tuple[Literal["certain", "possible"], ...]


class NeighbourItem(Record):
    """A neighbouring region whose stated direction or cooperation covers a gap."""

    region: Ref
    evidence: tuple[Evidence, ...]


class JudgementShape(Record):
    """What people decided about a gap: the verdict with its reason, whose it is, until when."""

    id: str
    verdict: Verdict | None
    reason: str | None
    owner: str | None
    due: str | None
    note: str | None
    evidence: tuple[Evidence, ...]


class GapItem(Record):
    """A gap: what the region needs and lacks, why it is thought so, and what would settle it.

    `judgement` stands beside what is computed, and is left out where there is none.
    """

    id: str
    name: str
    segment: Ref | None
    enterprise_type: str | None
    capability: str | None
    chains: tuple[Ref, ...]
    region: Ref
    kind: GapKind
    origin: GapOrigin
    standing: Standing
    local_status: LocalStatus | None
    essential: bool | None
    settles: str
    blocks: tuple[BlockRef, ...]
    candidates: tuple[Ref, ...]
    related: tuple[Ref, ...]
    neighbours: tuple[NeighbourItem, ...] = ()
    proof: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]
    judgement: JudgementShape | None = Field(default=None, exclude_if=lambda each: each is None)


class GapsBody(ComputedPage):
    """The gap list 补链清单, one standing after the other; `standings` counts them."""

    standings: dict[str, int]
    items: tuple[GapItem, ...]


class GapBody(Computed, GapItem):
    """One gap."""


ReasonCode = Literal[
    "traded", "available", "alternative", "not_essential", "captive", "not_needed", "unknown"
]


class Reason(Record):
    """One reason why a segment is not a gap."""

    code: ReasonCode
    text: str
    refs: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class WhyNotBody(Computed):
    """Why a segment is not a gap; `gap` where it is one."""

    target: Ref
    local_status: LocalStatus | None
    gap: Ref | None
    reasons: tuple[Reason, ...]
