"""Everything downstream of a segment, with depth; the mirror of the upstream closure.

t is downstream of s at depth d where s is upstream of t at depth d (`graph.network.frame.
upstream_depths`): a supply step counts 1, a step from a kind to its general segment 0. What
arrives at a general segment as a kind of it goes on only where the general one need not be exact.
"""

from graph.network.compiled import numbers, run
from graph.network.frame import Frame
from graph.network.loops import downstream


def followed(frame: Frame) -> bytearray:
    """Mark the groups that a closure follows (`Frame.followed`)."""
    return frame.followed


def downstream_depths(frame: Frame, source: int, groups: bytearray) -> dict[int, int]:
    """Find what takes the source by marked groups, directly or through others, with its depth.

    By breadth-first search in which steps of length 0 go first; linear in what is found.
    """
    arrays, size = frame.arrays, len(frame.inside)
    depths, found, room = numbers(size), numbers(size), (numbers(size), numbers(size))
    read = (arrays.used_in, arrays.used_exact, arrays.consumer, arrays.parent, groups)
    count = run(downstream, read, (bytearray(size), depths, found, *room), source)
    pairs = zip(found[:count].tolist(), depths[:count].tolist(), strict=True)
    return {segment: depth for segment, depth in pairs if depth}
