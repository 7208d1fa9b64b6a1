"""Referrals 以商招商: what is here and would sell to, or buy from, whoever fills a gap."""

from dataclasses import dataclass

from graph.analysis.outlets import takers_here
from graph.network.frame import Frame


@dataclass(frozen=True, slots=True)
class Referrals:
    """Segments here that take a segment (`buying`), and that go into it (`selling`)."""

    buying: tuple[int, ...]
    selling: tuple[int, ...]


def referrals(frame: Frame, segment: int) -> Referrals:
    """Find both sides of a segment in the certain world, in-house stages passed."""
    return Referrals(takers_here(frame, segment), feeders_here(frame, segment))


def feeders_here(frame: Frame, segment: int) -> tuple[int, ...]:
    """List what is certainly here and goes into a segment by an asked group.

    A member goes in by each of its kinds as well, unless it has to be exact.
    """
    arrays, here = frame.arrays, frame.situation.certain.available
    found: set[int] = set()
    pending, seen = [segment], {segment}
    while pending:
        consumer = pending.pop()
        for member in _fed_by(frame, consumer):
            if arrays.captive[member] and member not in seen:
                seen.add(member)
                pending.append(member)
            elif here[member]:
                found.add(member)
    return tuple(sorted(found - {segment}))


def _fed_by(frame: Frame, consumer: int) -> set[int]:
    arrays = frame.arrays
    found: set[tuple[int, bool]] = set()
    pending = [each for group in frame.groups(consumer) for each in frame.members(group)]
    while pending:
        member, exact = pending.pop()
        if (member, exact) not in found and not exact:
            pending.extend((kind, False) for kind in arrays.kinds.row(member))
        found.add((member, exact))
    return {member for member, _ in found}
