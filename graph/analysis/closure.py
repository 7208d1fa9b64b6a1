"""Everything downstream of a segment, with depth; the mirror of the upstream closure.

t is downstream of s at depth d where s is upstream of t at depth d (`graph.network.frame.
upstream_depths`): a supply step counts 1, a step from a kind to its general segment 0. What
arrives at a general segment as a kind of it goes on only where the general one need not be exact.
"""

from collections import deque
from collections.abc import Iterator

from graph.network.arrays import NONE
from graph.network.frame import Frame

ClosureState = tuple[int, bool]
"""A segment, and whether the walk came to it as a kind of it."""


def followed(frame: Frame) -> bytearray:
    """Mark the groups that a closure follows: of the chosen input sorts, essential or not.

    What a category inherits goes into its kinds, unless they replace it.
    """
    arrays, chosen = frame.arrays, frame.chosen
    return bytearray(
        sort in chosen and not arrays.category[consumer]
        for sort, consumer in zip(arrays.input_sort, arrays.consumer, strict=True)
    )


def downstream_depths(frame: Frame, source: int, groups: bytearray) -> dict[int, int]:
    """Find what takes the source by marked groups, directly or through others, with its depth.

    By breadth-first search in which steps of length 0 go first; linear in what is found.
    """
    depths: dict[int, int] = {}
    seen: set[ClosureState] = set()
    queue: deque[tuple[ClosureState, int]] = deque([((source, False), 0)])
    while queue:
        state, depth = queue.popleft()
        if state in seen:
            continue
        seen.add(state)
        depths.setdefault(state[0], depth)
        general = frame.arrays.parent[state[0]]
        if general != NONE:
            queue.appendleft(((general, True), depth))
        queue.extend(((taker, False), depth + 1) for taker in _takers(frame, state, groups))
    return {segment: depth for segment, depth in depths.items() if depth > 0}


def _takers(frame: Frame, state: ClosureState, groups: bytearray) -> Iterator[int]:
    segment, as_kind = state
    for group in frame.arrays.used_in.row(segment):
        takes = not as_kind or (segment, False) in frame.members(group)
        if groups[group] and takes:
            yield frame.arrays.consumer[group]
