"""Dominators: segments without which a product cannot be made, whatever else there is.

v dominates t where t is not in the largest self-supporting set of a world in which everything but
v is here. In recipes, an AND/OR graph, this is what dominators are in a flow graph, where each
node has one group of alternatives (Lengauer and Tarjan 1979): every way to t passes v. What can
be bought has no dominators.

D(t) is the least solution of: D(t) = {t} ∪ ⋃ over groups of t of ⋂ over their members of D(m),
and of a general segment besides ⋂ over its kinds of D(k); found for all that goes into t at once.
What cannot be made even with everything here would have every segment for a dominator, which says
nothing: of these, all that goes into t is listed.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from graph.network.arrays import NONE
from graph.network.frame import Frame

ROOM = 4096
"""Segments that are looked at together, or as many as go into one product: sets have a bit each."""


def dominators(frame: Frame, asked: Iterable[int]) -> dict[int, frozenset[int]]:
    """List the dominators of some segments, each segment itself among its own."""
    return {each: marks.over(each) for marks, ends in _solved(frame, asked) for each in ends}


def dominated(
    frame: Frame, asked: Iterable[int], marked: Sequence[frozenset[int]]
) -> tuple[frozenset[int], ...]:
    """Tell which segments have one of the `marked` ones among their dominators, of each set.

    Themselves and what is more general than they are do not count.
    """
    found: tuple[set[int], ...] = tuple(set() for _ in marked)
    for marks, ends in _solved(frame, asked):
        wanted = [marks.bits(each.intersection(marks.place)) for each in marked]
        for end in ends:
            own = marks.bits((end, *frame.arrays.above(end)))
            held = marks.bits_over(end) & ~own
            for hung, bits in zip(found, wanted, strict=True):
                if held & bits:
                    hung.add(end)
    return tuple(map(frozenset, found))


def _solved(frame: Frame, asked: Iterable[int]) -> Iterator[tuple["_Marks", list[int]]]:
    """Work out some segments at a time, with all that goes into them."""
    marks, ends = _Marks(frame), list[int]()
    for end in asked:
        marks.take_in(end)
        ends.append(end)
        if len(marks.place) >= ROOM:
            marks.solve()
            yield marks, ends
            marks, ends = _Marks(frame), []
    marks.solve()
    yield marks, ends


class _Marks:
    """What would be lost with what: a bit of `alone[s]` (`whole[s]`) says that s goes with it.

    `place` is the bit of each segment looked at, in such an order that inputs mostly come first;
    one bit more stands for all segments besides.
    """

    def __init__(self, frame: Frame) -> None:
        self.frame, self.arrays = frame, frame.arrays
        self.entered: set[int] = set()
        self.place: dict[int, int] = {}
        self.alone: dict[int, int] = {}
        self.whole: dict[int, int] = {}
        self.every = 0

    def take_in(self, target: int) -> None:
        """Give a place to a segment, and to all that goes into it."""
        pending = [target]
        while pending:
            segment = pending[-1]
            if segment in self.entered:
                pending.pop()
                self.place.setdefault(segment, len(self.place))
            else:
                self.entered.add(segment)
                below = self._below(segment)
                pending.extend(each for each in below if each not in self.entered)

    def solve(self) -> None:
        """Look at each segment, and again when one of its inputs or kinds has changed."""
        self.every = (1 << (len(self.place) + 1)) - 1
        self.alone, self.whole = dict.fromkeys(self.place, 0), dict.fromkeys(self.place, 0)
        pending = deque(self.place)
        waiting = set(pending)
        while pending:
            segment = pending.popleft()
            waiting.discard(segment)
            if self._look(segment):
                for each in self._above(segment):
                    if each in self.place and each not in waiting:
                        waiting.add(each)
                        pending.append(each)

    def over(self, segment: int) -> frozenset[int]:
        """List the dominators of a segment."""
        number = self.bits_over(segment)
        return frozenset(each for each, place in self.place.items() if number >> place & 1)

    def bits_over(self, segment: int) -> int:
        """Return the bits of the dominators of a segment."""
        found = self.whole[segment]
        if not found >> len(self.place):
            return found
        alone = _Marks(self.frame)
        alone.take_in(segment)
        return self.bits(alone.place)

    def bits(self, segments: Iterable[int]) -> int:
        """Return the bits of those segments that have a place."""
        return sum(1 << self.place[each] for each in segments if each in self.place)

    def _look(self, segment: int) -> bool:
        """Work out a segment from its inputs and kinds; tell whether something changed."""
        if self.frame.inside[segment]:
            return False
        alone = self.every if self.arrays.category[segment] else 1 << self.place[segment]
        for group in self.frame.groups(segment):
            lost = self.every
            for member, exact in self.frame.members(group):
                lost &= self.alone[member] if exact else self.whole[member]
            alone |= lost
        whole = alone
        for kind in self.arrays.kinds.row(segment):
            whole &= self.whole[kind]
        changed = (alone, whole) != (self.alone[segment], self.whole[segment])
        self.alone[segment], self.whole[segment] = alone, whole
        return changed

    def _below(self, segment: int) -> Iterator[int]:
        """Yield what a segment rests on: the members of its groups, its kinds."""
        if not self.frame.inside[segment]:
            for group in self.frame.groups(segment):
                yield from (member for member, _ in self.frame.members(group))
            yield from self.arrays.kinds.row(segment)

    def _above(self, segment: int) -> Iterator[int]:
        """Yield what rests on a segment: its takers, its general kind."""
        for group in self.arrays.used_in.row(segment):
            if self.frame.asked[group]:
                yield self.arrays.consumer[group]
        if self.arrays.parent[segment] != NONE:
            yield self.arrays.parent[segment]
