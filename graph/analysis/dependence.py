"""Dependence: who is the only maker, how concentrated supply is, how far a stop would reach.

HHI, the Herfindahl–Hirschman index, is the sum of squared shares over the local makers
(Hirschman 1964, "The paternity of an index"); without amounts every maker has the same share,
so it is 1/n for n makers.
"""

from collections import deque
from dataclasses import dataclass

from graph.network.frame import Frame


@dataclass(frozen=True, slots=True)
class Dependence:
    """How a segment depends on others, and others on it.

    `makers`: operating local makers by number; `hhi` null without any;
    `reach`: segments downstream that take it by an asked group, directly or through others;
    `bought` of `asked` groups have a member inside the boundary and none that is here.
    """

    segment: int
    makers: tuple[int, ...]
    hhi: float | None
    reach: tuple[int, ...]
    bought: int
    asked: int

    @property
    def external(self) -> float | None:
        """The share of its inputs that only the market supplies; null without inputs."""
        return self.bought / self.asked if self.asked else None


def dependence(frame: Frame, segment: int) -> Dependence:
    """Describe the dependence of one segment; linear in what lies downstream of it."""
    makers = frame.situation.makers[segment]
    groups = frame.groups(segment)
    return Dependence(
        segment=segment,
        makers=makers,
        hhi=1 / len(makers) if makers else None,
        reach=downstream(frame, segment),
        bought=sum(_only_bought(frame, group) for group in groups),
        asked=len(groups),
    )


def downstream(frame: Frame, segment: int) -> tuple[int, ...]:
    """List the segments that take this one by asked groups, directly or through others."""
    arrays = frame.arrays
    seen = {segment}
    queue = deque([segment])
    while queue:
        here = queue.popleft()
        takers = {arrays.consumer[g] for g in arrays.used_in.row(here) if frame.asked[g]}
        fresh = takers - seen
        seen |= fresh
        queue += sorted(fresh)
    return tuple(sorted(seen - {segment}))


def _only_bought(frame: Frame, group: int) -> bool:
    members = frame.members(group)
    world = frame.situation.certain
    here = any(frame.here(world, member, exact=exact) for member, exact in members)
    return not here and any(frame.bought(member, exact=exact) for member, exact in members)
