"""Standing 确认状态: what may be said of a gap, the first of five that applies."""

from typing import Literal

from graph.model import Gap
from graph.model.gap_kinds import MERGING_KINDS
from graph.model.vocabulary import NeedCode, Standing
from graph.network.arrays import CAPTIVE, DEVELOPING, NONE, PRESENT, SOUGHT, UNLISTED
from graph.network.frame import Frame

WishReason = Literal["bought", "building", "extending", "market", "nothing"]
"""Why nothing waits for what is wished: bought anyway, under construction, local firms are to
extend to it, for the market as goods are, or nothing here takes it."""


def judged_status(frame: Frame, segment: int) -> int:
    """Return the status by which a gap is judged.

    That shown; but availability risen from a kind fills no gap on the general, whose own status
    counts then.
    """
    place = frame.situation
    if place.status[segment] <= PRESENT and not place.certain.itself[segment]:
        return place.own[segment]
    return place.status[segment]


def is_lacking(frame: Frame, segment: int) -> bool:
    """Tell whether a segment is said not to be here: sought, absent, or not in a register."""
    return SOUGHT <= judged_status(frame, segment) <= UNLISTED


def standing_of(frame: Frame, segment: int, gap: Gap | None, need: NeedCode) -> Standing:
    """Judge a gap: a stated one, or without it the derived one on a segment.

    noted: weak, upgrade, risk, or an in-house stage · direction: on a type of firm, a chain or a
    capability, or on what is here by a fact of its own · confirmed: sought, absent or unlisted,
    and needed · to settle: unknown or being built, and a product needs it · wished: the rest.
    """
    if gap is not None and gap.kind not in MERGING_KINDS:
        return "noted"
    if segment == NONE:
        return "direction"
    if frame.situation.status[segment] == CAPTIVE:
        return "noted"
    if frame.situation.certain.itself[segment]:
        return "direction"
    if is_lacking(frame, segment):
        return "wished" if need == "none" else "confirmed"
    return "to_settle" if need in {"production", "plan"} else "wished"


def wish_of(frame: Frame, segment: int, gap: Gap, need: NeedCode) -> WishReason:
    """Say why nothing waits for a wished gap, the first reason that applies."""
    if frame.reachable[segment]:
        return "bought"
    if judged_status(frame, segment) == DEVELOPING:
        return "building"
    if gap.kind == "extend":
        return "extending"
    return "market" if need == "market" or frame.arrays.goods[segment] else "nothing"
