"""What if: what is supposed, what is lost and gained, and what that does to chains and gaps."""

from typing import Literal

from graph.analysis.rounds import CauseCode, ShiftSort
from graph.answers.offered import SupposedAction
from graph.answers.shapes.common import Completeness, Computed, Ref
from graph.model import Record
from graph.model.vocabulary import Answer, Standing

GapCause = Literal["lost", "needed", "filled", "alternative", "not_needed", "behind"]


class SupposedItem(Record):
    """One thing that is supposed: of which record, whether it changes anything, in a sentence.

    `also` are segments that are said to be here in sentences alone that name the closed firm.
    """

    action: SupposedAction
    ref: Ref
    changes: bool
    text: str
    also: tuple[Ref, ...]


class ShiftCause(Record):
    """Because of what a segment is lost or gained; `refs` are the segments meant."""

    code: CauseCode
    text: str
    refs: tuple[Ref, ...]


class ShiftItem(Record):
    """A segment that is lost or gained in the certain world, in which round, and why.

    `sort`: that it is available, can be bought, can be completed. `possible`: whether in the
    possible world it is still there (of what is gained: was there before). `bought`: whether it
    can be bought afterwards.
    """

    segment: Ref
    round: int
    sort: ShiftSort
    because: ShiftCause
    possible: bool
    bought: bool


class FeasibilityShift(Record):
    """A wanted product of which another answer holds: can it be completed, are inputs ready."""

    segment: Ref
    completable_before: Answer
    completable_after: Answer
    ready_before: Answer
    ready_after: Answer


class CompletenessShift(Record):
    """The local completeness of a chain before and after."""

    chain: Ref
    before: Completeness
    after: Completeness


class OutletItem(Record):
    """A product made here whose last taker here is gone: its makers, and who took it."""

    segment: Ref
    makers: tuple[Ref, ...]
    takers: tuple[Ref, ...]


class GapShift(Record):
    """A gap that opens or closes, and why."""

    gap: Ref
    segment: Ref | None
    standing: Standing
    code: GapCause
    text: str


class StandingShift(Record):
    """A gap that stays and stands otherwise; `filled` where its segment has come."""

    gap: Ref
    segment: Ref | None
    before: Standing
    after: Standing
    filled: bool


class GapShifts(Record):
    """What becomes of the gaps; `rows_before` and `rows_after` count the list by standing."""

    opened: tuple[GapShift, ...]
    closed: tuple[GapShift, ...]
    changed: tuple[StandingShift, ...]
    rows_before: dict[str, int]
    rows_after: dict[str, int]


class PriorityShift(Record):
    """A row of the gap list of another rank under the usual weights; null where it has none."""

    gap: Ref
    rank_before: int | None
    rank_after: int | None
    score_before: float | None
    score_after: float | None


class WhatIfBody(Computed):
    """What follows from what is supposed; nothing of it is kept.

    `summary` says it in sentences, the first one first. `method` names how it was worked out.
    """

    supposed: tuple[SupposedItem, ...]
    summary: tuple[str, ...]
    lost: tuple[ShiftItem, ...]
    gained: tuple[ShiftItem, ...]
    feasibility: tuple[FeasibilityShift, ...]
    outlets: tuple[OutletItem, ...]
    completeness: tuple[CompletenessShift, ...]
    gaps: GapShifts
    priority: tuple[PriorityShift, ...]
    method: Literal["qualitative_cascade"]
    method_text: str
