"""Candidates for a choice: segments that could be attracted, from the rows of the gap list."""

from collections.abc import Iterable, Mapping
from typing import Literal

from graph.analysis.gaps import GapRow
from graph.analysis.tasks import Task
from graph.model.vocabulary import Standing
from graph.network.frame import Frame

NoCandidate = Literal["captive", "category", "bought", "here"]
NOTHING_TO_FILL: frozenset[Standing] = frozenset({"noted", "direction"})
"""Rows of these standings say nothing that one segment more would fill."""


def no_candidate(frame: Frame, segment: int) -> NoCandidate | None:
    """Say why a segment cannot be attracted; none where it can."""
    if frame.arrays.captive[segment]:
        return "captive"
    if frame.arrays.category[segment]:
        return "category"
    if frame.inside[segment]:
        return "bought"
    return "here" if frame.situation.certain.itself[segment] else None


def candidates(
    frame: Frame, rows: Mapping[str, GapRow], tasks: Iterable[Task]
) -> dict[int, tuple[str, ...]]:
    """Collect what the rows are on and what else would do, each with the rows it comes from.

    A category stands for its kinds. Rows with nothing to fill (noted, direction) are passed over.
    """
    found: dict[int, list[str]] = {}
    for task in tasks:
        if rows[task.id].standing in NOTHING_TO_FILL:
            continue
        named = (rows[gap].segment for gap in task.gaps)
        segments = {frame.network.number(each) for each in named if each is not None}
        for each in sorted(segments.union(task.leaders, task.members)):
            for segment in _specials(frame, each):
                if no_candidate(frame, segment) is None and task.id not in found.get(segment, ()):
                    found.setdefault(segment, []).append(task.id)
    return {segment: tuple(found[segment]) for segment in sorted(found)}


def _specials(frame: Frame, segment: int) -> list[int]:
    """List what stands for a segment: itself, or the kinds of a category."""
    if not frame.arrays.category[segment]:
        return [segment]
    return [each for kind in frame.arrays.kinds.row(segment) for each in _specials(frame, kind)]
