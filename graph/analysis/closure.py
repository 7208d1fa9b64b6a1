"""Everything downstream of a segment, with depth; the mirror of the upstream closure.

t is downstream of s at depth d where s is upstream of t at depth d (`graph.network.frame.
upstream_depths`): a supply step counts 1, a step from a kind to its general segment 0. What
arrives at a general segment as a kind of it goes on only where the general one need not be exact.
"""

from collections.abc import Iterator

from graph.network.arrays import NONE, Arrays
from graph.network.frame import Frame

AS_KIND, AS_ITSELF = 1, 2
"""How a walk came to a segment."""


def followed(frame: Frame) -> bytearray:
    """Mark the groups that a closure follows (`Frame.followed`)."""
    return frame.followed


def downstream_depths(frame: Frame, source: int, groups: bytearray) -> dict[int, int]:
    """Find what takes the source by marked groups, directly or through others, with its depth.

    By breadth-first search in which steps of length 0 go first; linear in what is found.
    """
    arrays, depths = frame.arrays, dict[int, int]()
    seen = bytearray(len(frame.inside))
    level, depth = [source], 0
    while level:
        takers: list[int] = []
        for segment in level:
            if seen[segment] == AS_ITSELF:
                continue
            # What was here as a kind was so for all that is more general, too.
            general = NONE if seen[segment] else arrays.parent[segment]
            seen[segment] = AS_ITSELF
            depths.setdefault(segment, depth)
            takers += _takers(arrays, segment, groups)
            while general != NONE and not seen[general]:
                seen[general] = AS_KIND
                depths[general] = depth
                takers += _takers(arrays, general, groups, as_kind=True)
                general = arrays.parent[general]
        level, depth = takers, depth + 1
    return {segment: depth for segment, depth in depths.items() if depth > 0}


def _takers(
    arrays: Arrays, segment: int, groups: bytearray, *, as_kind: bool = False
) -> Iterator[int]:
    (starts, uses), exact = arrays.used_in, arrays.used_exact
    for at in range(starts[segment], starts[segment + 1]):
        if groups[uses[at]] and not (as_kind and exact[at]):
            yield arrays.consumer[uses[at]]
