"""Outlets: who here takes what is made here, and whose last taker here is gone."""

from graph.analysis.families import generals
from graph.network.frame import Frame


def takers_here(frame: Frame, segment: int) -> tuple[int, ...]:
    """List what is certainly here and takes a segment by an asked group, in-house stages passed.

    A group that names a general of it takes it too, unless the member has to be exact.
    """
    arrays, here = frame.arrays, frame.situation.certain.available
    found: set[int] = set()
    pending, seen = [segment], {segment}
    while pending:
        for taker in _takers(frame, pending.pop()):
            if arrays.captive[taker] and taker not in seen:
                seen.add(taker)
                pending.append(taker)
            elif here[taker]:
                found.add(taker)
    return tuple(sorted(found - {segment}))


def _takers(frame: Frame, segment: int) -> list[int]:
    arrays = frame.arrays
    return [
        arrays.consumer[group]
        for member in generals(frame, segment)
        for group in arrays.used_in.row(member)
        if frame.asked[group] and (member == segment or (member, False) in frame.members(group))
    ]


def outlets_lost(before: Frame, after: Frame) -> dict[int, tuple[int, ...]]:
    """Map what is made here before and after, and had takers here and has none, to its takers."""
    made = before.situation.makers, after.situation.makers
    both = [each for each in range(len(made[0])) if made[0][each] and made[1][each]]
    found = {each: takers_here(before, each) for each in both}
    return {each: by for each, by in found.items() if by and not takers_here(after, each)}
