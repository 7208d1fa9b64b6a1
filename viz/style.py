"""Which look belongs to what pages and charts show; the looks themselves are the model's.

Templates take names from here.
"""

from graph.answers.shapes import GapBadge
from graph.message import _
from graph.model.gap_kinds import GapKind
from graph.model.look import VOCABULARIES, Look
from graph.model.looks import CAPTIVE, SUSPECTED, TRADED
from graph.model.neighbour_looks import NEIGHBOUR_ROLES
from graph.model.plain_looks import URGENCY
from graph.model.vocabulary import (
    Answer,
    Basis,
    Criterion,
    EnterpriseStatus,
    GapOrigin,
    LocalStatus,
    NeedCode,
    Standing,
)

__all__ = [
    "ANSWER",
    "BASIS",
    "CRITERION",
    "ELSEWHERE",
    "ENTERPRISE",
    "GROUPS",
    "KIND",
    "NEED",
    "NEIGHBOUR_ROLES",
    "ORIGIN",
    "STANDING",
    "STATUS",
    "STATUS_ORDER",
    "SUSPECTED",
    "TRADED",
    "URGENCY",
    "Look",
    "kind_look",
    "standing_look",
    "status_look",
    "tile_look",
]

ANSWER = VOCABULARIES[Answer]
BASIS = VOCABULARIES[Basis]
CRITERION = VOCABULARIES[Criterion]
ENTERPRISE = VOCABULARIES[EnterpriseStatus]
KIND = VOCABULARIES[GapKind]
ORIGIN = VOCABULARIES[GapOrigin]
STANDING = VOCABULARIES[Standing]
NEED = VOCABULARIES[NeedCode]
STATUS: dict[str, Look] = {**VOCABULARIES[LocalStatus], "captive": CAPTIVE}
"""Local statuses, and the look of a captive segment, which has none."""

ELSEWHERE = Look(
    _("他链缺口"), "g-noted", "cross", _("他链缺口"), _("是确认缺口，记在等它的产品所在的产业链")
)
"""A confirmed gap on a card of a chain whose list has it not."""


def standing_look(gap: GapBadge) -> Look:
    """The look of a gap on the picture of a chain, or of all."""
    return ELSEWHERE if gap.elsewhere else STANDING[gap.standing]


GROUPS: dict[str, Look] = {
    "available": Look(_("有"), "s-made", "check", _("有")),
    "developing": Look(_("在建"), "s-developing", "build", _("在建")),
    "unknown": Look(_("未知"), "s-unknown", "query", _("未知")),
    "lacking": Look(_("缺"), "s-absent", "cross", _("缺")),
}
"""States of a group of inputs."""

SUPPLIED: dict[str, Look] = {
    "available": GROUPS["available"],
    "bought": Look(_("外购"), "a-market", "trade", _("外购")),
    "unknown": GROUPS["unknown"],
    "lacking": GROUPS["lacking"],
}
"""Where a group of inputs comes from."""

STATUS_ORDER = tuple(STATUS)
"""Statuses in the order of bars and legends, captive last."""


def kind_look(kind: str, standing: str) -> Look:
    """Return the look of a gap's kind; a computed one that is not settled is only suspected."""
    return SUSPECTED if (kind, standing) == ("missing", "to_settle") else KIND[kind]


def status_look(code: str | None) -> Look:
    """The look of a local status; null belongs to captive segments."""
    return STATUS[code or "captive"]


def tile_look(code: str) -> Look:
    """The look of a tile: a local status, a gap badge or `traded`."""
    return TRADED if code == "traded" else STATUS.get(code) or KIND[code]
