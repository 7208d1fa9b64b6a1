"""Dependence: who is the only maker, how concentrated supply is, how far a stop would reach.

HHI, the Herfindahl–Hirschman index, is the sum of squared shares over the local makers
(Hirschman 1964, "The paternity of an index"); without amounts every maker has the same share,
so it is 1/n for n makers. Documents name some makers of many: one is "the only one named".
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.analysis.closure import downstream_depths
from graph.network import loops
from graph.network.arrays import NONE, Rows
from graph.network.compiled import larger, numbers, run
from graph.network.frame import Frame
from graph.network.kernels import take_away

Supplied = Literal["available", "bought", "unknown", "lacking"]
AT_ONCE = 16
"""Segments walked from in one loop: together they go over about as much as the network has."""
FEWEST_FOR_A_RATE = 3
"""Below three groups a percentage says less than the list."""


@dataclass(frozen=True, slots=True)
class ExternalInputs:
    """Where the inputs of a segment come from: each group of alternatives with its state.

    `available`: a member is certainly here; `bought`: none is, and one lies inside the boundary;
    `unknown`: neither, but one may be here; `lacking`: none. What is bought or lacking comes from
    outside for certain, what is unknown may.
    """

    groups: tuple[tuple[tuple[int, ...], Supplied], ...]

    def count(self, state: Supplied) -> int:
        """Count the groups in a state."""
        return sum(found == state for _, found in self.groups)

    @property
    def needed(self) -> int:
        """All groups."""
        return len(self.groups)

    @property
    def low(self) -> float | None:
        """The share that comes from outside for certain; null without inputs."""
        return (self.count("bought") + self.count("lacking")) / self.needed if self.needed else None

    @property
    def high(self) -> float | None:
        """The share that may come from outside: unknown counts, too."""
        return 1 - self.count("available") / self.needed if self.needed else None

    @property
    def display(self) -> Literal["percent", "counts", "list"]:
        """What may be shown: no rate over fewer than three groups or mostly unknown ones."""
        if self.needed < FEWEST_FOR_A_RATE:
            return "list"
        return "counts" if 2 * self.count("unknown") > self.needed else "percent"


@dataclass(frozen=True, slots=True)
class Dependence:
    """How a segment depends on others, and others on it.

    `makers`: operating local makers by number; `hhi` null without any;
    `reach`: what takes it by an asked group, directly or through others, nearest first, a product
    and its kinds as one; `holds`: the products here that cannot do without it (asked of single
    points only).
    """

    segment: int
    makers: tuple[int, ...]
    hhi: float | None
    reach: tuple[int, ...]
    holds: tuple[int, ...]
    external: ExternalInputs


class Hanging(NamedTuple):
    """How many hang on a segment with known makers: what a list of them is put in order by."""

    segment: int
    makers: tuple[int, ...]
    holds: int
    reach: int


def hanging(frame: Frame) -> tuple[Hanging, ...]:
    """List the segments that have a known local maker.

    Those with a single maker first, then by the products that they hold, by how far they reach
    downstream, by id.
    """
    found = [
        Hanging(
            segment=segment,
            makers=makers,
            holds=len(holds(frame, segment)) if len(makers) == 1 else 0,
            reach=len(reach(frame, segment)),
        )
        for segment, makers in enumerate(frame.situation.makers)
        if makers
    ]
    found.sort(key=lambda each: (len(each.makers) != 1, -each.holds, -each.reach, each.segment))
    return tuple(found)


def dependence(frame: Frame, segment: int) -> Dependence:
    """Describe the dependence of one segment; linear in the network where it is a single point."""
    makers = frame.situation.makers[segment]
    return Dependence(
        segment=segment,
        makers=makers,
        hhi=1 / len(makers) if makers else None,
        reach=reach(frame, segment),
        holds=holds(frame, segment) if len(makers) == 1 else (),
        external=external(frame, segment),
    )


def reach(frame: Frame, segment: int) -> tuple[int, ...]:
    """List what takes a segment by asked groups, directly or through others, nearest first.

    A product whose general is listed stands behind it; alternatives notwithstanding.
    """
    depths = downstream_depths(frame, segment, frame.asked)
    depths.pop(segment, None)
    heads = [each for each in depths if not _general_among(frame, each, depths)]
    return tuple(sorted(heads, key=lambda each: (depths[each], each)))


def reaches(frame: Frame, segments: Sequence[int], products: Iterable[int]) -> Rows:
    """List for each of some segments those of the products that are in its `reach`."""
    arrays, size = frame.arrays, len(frame.inside)
    wanted = bytearray(size)
    for each in products:
        wanted[each] = 1
    ways = (arrays.used_in, arrays.used_exact, arrays.consumer, arrays.parent, frame.asked)
    read = (ways, wanted, array("i", segments))
    walk = (bytearray(size), numbers(size), numbers(size), numbers(size), numbers(size))
    starts, listed, done = numbers(len(segments) + 1), numbers(4 * size), 0
    while done < len(segments):
        past = min(len(segments), done + AT_ONCE)
        done = run(loops.reaches, read, (walk, (starts, listed)), done, past)
        listed = listed if done == past else larger(listed)
    filled = starts[len(segments)]
    return Rows(array("l", starts.tolist()), array("i", memoryview(listed)[:filled].tobytes()))


def _general_among(frame: Frame, segment: int, among: Mapping[int, int]) -> bool:
    above = frame.arrays.parent[segment]
    while above != NONE and above not in among:
        above = frame.arrays.parent[above]
    return above != NONE


def holds(frame: Frame, segment: int) -> tuple[int, ...]:
    """List the products here that cannot do without this segment, whatever else there is.

    With everything but the segment here, they still could not be completed: in the recipes, an
    AND/OR graph, it dominates them. What can be bought holds nobody.
    """
    if frame.inside[segment]:
        return ()
    rest = frame.everything.copy()
    lost = [*take_away(frame.arrays, rest, [segment]), *frame.never]
    own = {segment, *frame.arrays.above(segment)}
    here = frame.situation.certain.available
    return tuple(sorted(each for each in lost if here[each] and each not in own))


def external(frame: Frame, segment: int) -> ExternalInputs:
    """Tell of each group of inputs of a segment whether it comes from here or from outside.

    A group whose only captive member stands between is replaced by the groups of that stage.
    """
    return external_of(frame, (segment,))


def external_of(frame: Frame, segments: Iterable[int]) -> ExternalInputs:
    """Tell it of the inputs of several segments, each group once."""
    states = {
        frozenset(frame.members(group)): _state(frame, group)
        for segment in segments
        for group in _groups(frame, segment, frozenset())
    }
    listed = [(tuple(sorted(m for m, _ in members)), state) for members, state in states.items()]
    return ExternalInputs(tuple(sorted(listed)))


def _groups(frame: Frame, segment: int, passed: frozenset[int]) -> list[int]:
    found: list[int] = []
    for group in frame.groups(segment):
        captive = _captive(frame, group)
        through = len(captive) == 1 and captive[0] not in passed
        if through and not _here(frame, group) and not _bought(frame, group):
            found += _groups(frame, captive[0], passed | {captive[0]})
        else:
            found.append(group)
    return found


def _captive(frame: Frame, group: int) -> list[int]:
    return [member for member, _ in frame.members(group) if frame.arrays.captive[member]]


def _here(frame: Frame, group: int) -> bool:
    world = frame.situation.certain
    return any(frame.here(world, member, exact=exact) for member, exact in frame.members(group))


def _bought(frame: Frame, group: int) -> bool:
    return any(frame.bought(member, exact=exact) for member, exact in frame.members(group))


def _state(frame: Frame, group: int) -> Supplied:
    captive = _captive(frame, group)
    if _here(frame, group) or any(frame.certain.whole[stage] for stage in captive):
        return "available"
    if _bought(frame, group):
        return "bought"
    world = frame.situation.possible
    maybe = any(frame.here(world, member, exact=exact) for member, exact in frame.members(group))
    if maybe or any(frame.possible.whole[stage] for stage in captive):
        return "unknown"
    return "lacking"
