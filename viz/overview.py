"""What the overview draws besides words: targets as bars, and what changed last."""

from dataclasses import dataclass

from markupsafe import Markup

from graph.answers.shapes.overview import Goal

MOST_GOALS = 6
"""Targets of the district that are shown; the rest stands behind a link."""
MOST_CHANGES = 4
"""Versions that are listed, newest first."""
BAR = 200
"""Units of width; the stylesheet stretches bars to their place."""


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """A version: when it was made (UTC), what made it, who and why as far as it is known."""

    number: int
    at: str
    cause: str
    by: str | None
    note: str | None
    added: int
    changed: int
    removed: int

    @property
    def minute(self) -> str:
        """The time to the minute.

        >>> VersionSummary(1, "2026-01-02T03:04:05.678Z", "load", None, None, 1, 0, 0).minute
        '2026-01-02 03:04'
        """
        return self.at[:16].replace("T", " ")


def goal_bar(goal: Goal) -> Markup:
    """Today as a part of its target: full where it is reached, dotted where it is not known.

    A number of another name than the target is hatched: it only compares.
    """
    state = "unknown" if goal.share is None else "same" if goal.same else "other"
    wide = min(goal.share or 0, 1) * BAR
    return Markup(
        '<svg class="goal-bar is-{}" viewBox="0 0 {} 10" preserveAspectRatio="none" '
        'aria-hidden="true" focusable="false"><rect class="whole" width="{}" height="10"/>'
        '<line class="part" x2="{:.1f}" y1="5" y2="5" stroke-width="10"/></svg>'
    ).format(state, BAR, BAR, wide)


@dataclass(frozen=True, slots=True)
class SinceSeen:
    """What has changed since the reader was last here: facts by what became of them, gaps.

    `found` is false where the version that they saw is not kept (any more).
    """

    version: int
    day: str
    found: bool = False
    gaps: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def differs(self) -> bool:
        """Whether anything has changed."""
        return bool(self.gaps or self.added or self.changed or self.removed)
