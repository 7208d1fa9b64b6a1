"""Gaps, and why a segment is none."""

from typing import Literal

from pydantic import Field

from graph.answers.offered import GapRows
from graph.answers.shapes.common import Computed, ComputedPage, Ref
from graph.answers.shapes.priority import PriorityScore
from graph.model import Evidence, Record
from graph.model.facts import GapDetails
from graph.model.judgement import JudgementDetails
from graph.model.vocabulary import (
    GapOrigin,
    LocalStatus,
    NeedCode,
    NeighbourReason,
    NeighbourRole,
    Standing,
    StatusBasis,
)

Wish = Literal["bought", "building", "extending", "market", "nothing"]


class BlockRef(Ref):
    """A local product that a gap blocks, with its status and the worlds in which it does."""

    local_status: LocalStatus
    worlds: tuple[Literal["certain", "possible"], ...]


class FamilyRef(Ref):
    """Who takes what is missing, by the most general taker of one kind that is here.

    `here` where a product behind it is made or present; `products` counts those behind it.
    """

    here: bool
    products: int


class NeighbourItem(Record):
    """A region whose stated direction or cooperation covers a gap."""

    region: Ref
    evidence: tuple[Evidence, ...]


class NeighbourBeside(NeighbourItem):
    """A neighbour beside a gap: complement or rival, why, and the quotes of both sides.

    `evidence` is what it states, `ours` what the plan says of the gap, or of who waits for it.
    """

    role: NeighbourRole
    reasons: tuple[NeighbourReason, ...]
    because: str
    ours: tuple[Evidence, ...]


class JudgementItem(JudgementDetails):
    """What people decided about a gap: the verdict with its reason, whose it is, until when."""

    id: str
    evidence: tuple[Evidence, ...]


class GapItem(GapDetails):
    """A gap: what the region needs and lacks, why it is thought so, and what would settle it.

    `open` are members of its groups that may yet be here, `sure` where there is none, null
    where it stands in no group. `task` is the gap that leads the row in which it stands, `under`
    the row that heads that one; `leaders` are asked about in that row, `alternatives` would do
    too. `rank` is that of the row within its standing, `ties` how many rows share it. `wish`
    says why nothing waits for a wished gap, `takers` who would take it. Of a gap without a
    segment, `local_status` is that of its verb. `judgement` stands beside what is computed, and
    is left out where there is none. `priority` is that of its row, null where that is not ranked.
    """

    id: str
    segment: Ref | None
    chains: tuple[Ref, ...]
    region: Ref
    origin: GapOrigin
    standing: Standing
    need: NeedCode
    sure: bool | None
    open: tuple[Ref, ...]
    task: str
    under: str | None
    leaders: tuple[Ref, ...]
    alternatives: tuple[Ref, ...]
    rank: int
    ties: int
    wish: Wish | None
    local_status: LocalStatus | None
    status_basis: StatusBasis | None
    essential: bool | None
    settles: str | None
    blocks: tuple[BlockRef, ...]
    families: tuple[FamilyRef, ...]
    takers: tuple[Ref, ...]
    candidates: tuple[Ref, ...]
    related: tuple[Ref, ...]
    places: tuple[NeighbourItem, ...] = ()
    neighbours: tuple[NeighbourBeside, ...] = ()
    proof: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]
    priority: PriorityScore | None = None
    judgement: JudgementItem | None = Field(default=None, exclude_if=lambda each: each is None)


class GapsBody(ComputedPage):
    """The gap list 补链清单, one standing after the other; `standings` counts its rows.

    `rows`: one for each task, or for each gap.
    """

    rows: GapRows
    standings: dict[str, int]
    items: tuple[GapItem, ...]


class GapBody(Computed, GapItem):
    """One gap."""


class NeighbourGap(NeighbourBeside):
    """A neighbour beside one row of the gap list."""

    gap: Ref
    standing: Standing


class NeighboursBody(ComputedPage):
    """Who nearby states a direction that meets a row of the gap list.

    `roles` counts the pairs of a row and a region, `gaps` the rows, `regions` the regions.
    """

    roles: dict[str, int]
    gaps: int
    regions: int
    items: tuple[NeighbourGap, ...]


ReasonCode = Literal[
    "traded",
    "available",
    "alternative",
    "not_essential",
    "captive",
    "not_needed",
    "unknown",
    "general",
    "kinds",
]


class Reason(Record):
    """One reason why a segment is not a gap.

    `general`: the list has it under what it is a kind of; `kinds`: the list has kinds of it.
    """

    code: ReasonCode
    text: str
    refs: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class WhyNotBody(Computed):
    """Why a segment is not a gap; `gap` and its `standing` where it is one, or a question."""

    target: Ref
    local_status: LocalStatus | None
    gap: Ref | None
    standing: Standing | None
    reasons: tuple[Reason, ...]
