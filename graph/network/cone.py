"""The cone of a segment: the part of the network that can bear on whether its inputs are ready."""

from array import array
from dataclasses import dataclass
from operator import gt, or_

from graph.network.arrays import NONE, Arrays, inverses, rows_of
from graph.network.frame import Frame, unfit
from graph.network.kernels import Sustained, spread_availability, sustained


@dataclass(frozen=True, slots=True)
class Cone:
    """A small network cut out of a large one; `segments` are the old numbers in order.

    `known`: categories count by known kinds alone (see `graph.network.frame.standing`).
    """

    segments: tuple[int, ...]
    arrays: Arrays
    asked: bytearray
    inside: bytearray
    known: bool

    def standing(self, facts: bytearray) -> bytearray:
        """Spread availability from `facts`, then mark what stands on its own feet."""
        if self.arrays.yields.values:
            itself = spread_availability(self.arrays, facts).itself
        else:  # without by-products nothing is here by itself but by a fact
            itself = bytearray(map(or_, facts, self.arrays.captive))
        return bytearray(map(gt, itself, unfit(self.arrays, known=self.known)))

    def sustained(self, facts: bytearray, watched: tuple[int, ...]) -> Sustained:
        """Find the largest self-supporting set; the groups of `watched` ones are counted too."""
        base = self.standing(facts)
        return sustained(self.arrays, self.asked, self.inside, base, watched)


def cone_of(frame: Frame, targets: list[int], *, known: bool) -> Cone:
    """Cut out the cone of the targets, whose own groups count even inside the boundary.

    The cone holds the members of asked groups, kinds, sources of by-products, and the consumers
    of captive sources; nothing beyond the boundary.
    """
    kept = _reached(frame, targets)
    number = {segment: index for index, segment in enumerate(kept)}
    groups = [group for segment in kept for group in frame.arrays.groups.row(segment)]
    return Cone(
        segments=tuple(kept),
        arrays=_cut(frame.arrays, kept, number, groups),
        asked=bytearray(_is_asked(frame, group, targets) for group in groups),
        inside=bytearray(frame.inside[segment] for segment in kept),
        known=known,
    )


def _is_asked(frame: Frame, group: int, targets: list[int]) -> bool:
    """Groups of what is bought are not asked: their members may lie outside the cone."""
    consumer = frame.arrays.consumer[group]
    bought = frame.inside[consumer] and consumer not in targets
    return bool(frame.asked[group]) and not bought


def _reached(frame: Frame, targets: list[int]) -> list[int]:
    arrays = frame.arrays
    seen = set(targets)
    pending = list(targets)
    while pending:
        segment = pending.pop()
        found = list(arrays.kinds.row(segment)) + list(arrays.sources.row(segment))
        if segment in targets or not frame.inside[segment]:
            for group in frame.groups(segment):
                found += arrays.members.row(group)
        if arrays.captive[segment] and len(arrays.yields.row(segment)):
            found += _users(arrays, segment)
        fresh = set(found) - seen
        seen |= fresh
        pending += fresh
    return sorted(seen)


def _users(arrays: Arrays, stage: int) -> list[int]:
    """List the consumers of a captive stage, and of those that are captive stages themselves."""
    users: set[int] = set()
    pending = [stage]
    while pending:
        groups = arrays.used_in.row(pending.pop())
        fresh = {arrays.consumer[group] for group in groups} - users
        users |= fresh
        pending += [user for user in fresh if arrays.captive[user]]
    return list(users)


def _cut(arrays: Arrays, kept: list[int], number: dict[int, int], groups: list[int]) -> Arrays:
    """Renumber what is kept; members and targets outside the cone are left out."""
    places = [
        [
            at
            for at in range(arrays.members.starts[group], arrays.members.starts[group + 1])
            if arrays.members.values[at] in number
        ]
        for group in groups
    ]
    members = rows_of([[number[arrays.members.values[at]] for at in row] for row in places])
    exact = bytearray(arrays.exact[at] for row in places for at in row)
    consumer = array("i", [number[arrays.consumer[group]] for group in groups])
    lists: list[list[int]] = [[] for _ in kept]
    for index, each in enumerate(consumer):
        lists[each].append(index)
    yields = rows_of([[number[t] for t in arrays.yields.row(s) if t in number] for s in kept])
    captive = bytearray(arrays.captive[s] for s in kept)
    groups_of = rows_of(lists)
    return Arrays(
        parent=array("i", [number.get(arrays.parent[s], NONE) for s in kept]),
        kinds=rows_of([[number[k] for k in arrays.kinds.row(s) if k in number] for s in kept]),
        traded=bytearray(arrays.traded[s] for s in kept),
        captive=captive,
        goods=bytearray(arrays.goods[s] for s in kept),
        category=bytearray(arrays.category[s] for s in kept),
        groups=groups_of,
        yields=yields,
        consumer=consumer,
        essential=bytearray(arrays.essential[group] for group in groups),
        input_sort=bytearray(arrays.input_sort[group] for group in groups),
        members=members,
        exact=exact,
        **inverses(groups_of, members, exact, yields, captive),
    )
