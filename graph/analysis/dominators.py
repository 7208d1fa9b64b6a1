"""Dominators: segments without which a product cannot be made, whatever else there is.

v dominates t where t is not in the largest self-supporting set of a world in which everything but
v is here. In recipes, an AND/OR graph, this is what dominators are in a flow graph, where each
node has one group of alternatives (Lengauer and Tarjan 1979): every way to t passes v. What can
be bought has no dominators.

D(t) is the least solution of: D(t) = {t} ∪ ⋃ over groups of t of ⋂ over their members of D(m),
and of a general segment besides ⋂ over its kinds of D(k); found for all t at once.
"""

from collections import deque
from collections.abc import Iterable, Iterator

from graph.network.arrays import NONE
from graph.network.frame import Frame


def dominators(frame: Frame, asked: Iterable[int]) -> dict[int, frozenset[int]]:
    """List the dominators of some segments, each segment itself among its own.

    Sets of segments are bits of numbers; each segment is looked at again when one of its inputs
    or kinds has changed.
    """
    marks = _Marks(frame)
    pending = deque(range(marks.size))
    waiting = set(pending)
    while pending:
        segment = pending.popleft()
        waiting.discard(segment)
        if marks.look(segment):
            for each in marks.above(segment):
                if each not in waiting:
                    waiting.add(each)
                    pending.append(each)
    return {each: frozenset(_bits(marks.whole[each])) for each in asked}


class _Marks:
    """What would be lost with what: bit v of `alone[s]` (`whole[s]`) says that s goes with v."""

    def __init__(self, frame: Frame) -> None:
        self.frame, self.arrays = frame, frame.arrays
        self.size = len(frame.inside)
        self.every = (1 << self.size) - 1
        self.alone = [0] * self.size
        self.whole = [0] * self.size

    def look(self, segment: int) -> bool:
        """Work out a segment from its inputs and kinds; tell whether something changed."""
        if self.frame.inside[segment]:
            return False
        alone = self.every if self.arrays.category[segment] else 1 << segment
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

    def above(self, segment: int) -> Iterator[int]:
        """Yield what rests on a segment: its takers, its general kind."""
        for group in self.arrays.used_in.row(segment):
            if self.frame.asked[group]:
                yield self.arrays.consumer[group]
        if self.arrays.parent[segment] != NONE:
            yield self.arrays.parent[segment]


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
