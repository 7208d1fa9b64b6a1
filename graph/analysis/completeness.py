"""Local completeness 本地配套率: how many of the groups of inputs are served locally."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.analysis.targets import answered_for, found_here
from graph.network.frame import Frame, frame_for
from graph.network.kernels import Completable, World

GroupAvailability = Literal["available", "developing", "unknown", "lacking"]
Depth = Literal["direct", "chain"]
Members = frozenset[tuple[int, bool]]

FEWEST_FOR_A_RATE = 3
"""Below three groups a percentage says less than the list."""


@dataclass(frozen=True, slots=True)
class Range:
    """Groups by state; each is a set of members outside the boundary, counted once.

    A group whose best member is being built is `developing`, and counts among the unknown.
    """

    groups: tuple[tuple[tuple[int, ...], GroupAvailability], ...]

    def count(self, state: GroupAvailability) -> int:
        """Count the groups in a state."""
        return sum(found == state for _, found in self.groups)

    @property
    def unknown(self) -> int:
        """Groups that are available in the possible world only, those being built included."""
        return self.count("unknown") + self.count("developing")

    @property
    def needed(self) -> int:
        """All groups."""
        return len(self.groups)

    @property
    def low(self) -> float | None:
        """The certain share: unknown counts as lacking; null where nothing is needed."""
        return self.count("available") / self.needed if self.needed else None

    @property
    def high(self) -> float | None:
        """The possible share: unknown counts as available."""
        if not self.needed:
            return None
        return (self.count("available") + self.unknown) / self.needed

    @property
    def display(self) -> Literal["percent", "counts", "list"]:
        """What may be shown: no rate over fewer than three groups or mostly unknown ones."""
        if self.needed < FEWEST_FOR_A_RATE:
            return "list"
        return "counts" if 2 * self.count("unknown") > self.needed else "percent"


def completeness(frame: Frame, targets: Iterable[int], depth: Depth = "direct") -> Range:
    """Count the distinct essential groups of the targets outside the boundary.

    A category counts the union over its kinds (those here, or all). A group with an available
    or boundary member stays one group; one whose only captive member stands between is replaced
    by the groups of that stage; with several captive members it is available if one of them is
    completable. `chain` goes on through available members, never through missing ones.
    """
    states: dict[Members, GroupAvailability] = {}
    for target in targets:
        within = frame_for(frame, target)
        pending = answered_for(within, target)
        seen = set(pending)
        while pending:
            segment = pending.pop()
            for group, _ in counted_groups(within, segment):
                states[frozenset(within.members(group))] = _state(within, group)
                if depth == "chain":
                    found = set(_available_makers(within, group)) - seen
                    seen |= found
                    pending += sorted(found)
    return Range(tuple(sorted((_sorted(members), state) for members, state in states.items())))


def _sorted(members: Members) -> tuple[int, ...]:
    return tuple(sorted(member for member, _ in members))


class CountedGroup(NamedTuple):
    """A group that counts; `around` are those whose in-house stage it stands in the place of."""

    group: int
    around: tuple[int, ...]


def counted_groups(
    frame: Frame, segment: int, around: tuple[int, ...] = (), passed: frozenset[int] = frozenset()
) -> list[CountedGroup]:
    """List the groups of a segment that count, captive stages passed through."""
    found: list[CountedGroup] = []
    for group in frame.groups(segment):
        members = frame.members(group)
        if any(frame.bought(member, exact=exact) for member, exact in members):
            continue
        captive = [member for member, _ in members if frame.arrays.captive[member]]
        through = len(captive) == 1 and captive[0] not in passed
        if through and not _available(frame, group):
            stage = captive[0]
            found += counted_groups(frame, stage, (*around, group), passed | {stage})
        else:
            found.append(CountedGroup(group, around))
    return found


def _available(frame: Frame, group: int) -> bool:
    world = frame.situation.certain
    return any(frame.here(world, member, exact=exact) for member, exact in frame.members(group))


def _state(frame: Frame, group: int) -> GroupAvailability:
    if _has(frame, group, frame.situation.certain, lambda: frame.certain):
        return "available"
    if _has(frame, group, frame.coming_world, lambda: frame.coming):
        return "developing"
    if _has(frame, group, frame.situation.possible, lambda: frame.possible):
        return "unknown"
    return "lacking"


def _has(frame: Frame, group: int, world: World, found: Callable[[], Completable]) -> bool:
    """Tell whether a member is there, or a captive one can be completed."""
    members = frame.members(group)
    if any(frame.here(world, member, exact=exact) for member, exact in members):
        return True
    captive = [member for member, _ in members if frame.arrays.captive[member]]
    return bool(captive) and any(found().whole[member] for member in captive)


def _available_makers(frame: Frame, group: int) -> list[int]:
    world = frame.situation.certain
    return [
        head
        for member, exact in frame.members(group)
        if frame.here(world, member, exact=exact)
        for head in found_here(frame, world, member, exact=exact)
    ]
