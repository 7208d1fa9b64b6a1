"""Shortest supply paths between two segments.

A step goes from an input to a segment that takes it, through groups of the chosen input sorts,
essential or not, and counts 1; a step from a kind to its general segment counts 0. What arrived
at a general segment as a kind of it cannot go on where the general one has to be exact, and a
category takes nothing itself: its kinds do. So the length of a path is the depth of its start in
the upstream closure of its end.
"""

from collections import deque
from collections.abc import Iterator

from graph.network.frame import Frame

PathState = tuple[int, bool]
"""A segment, and whether the path came to it as a kind of it."""


def shortest_paths(frame: Frame, source: int, target: int, limit: int = 20) -> list[list[int]]:
    """List the shortest supply paths from a segment to another, source and target included.

    At most `limit` paths, in order; none where the two are not connected. Linear in the
    network, then in the paths listed.
    """
    left = _steps_to(frame, target)
    paths: dict[tuple[int, ...], None] = {}
    stack: list[list[PathState]] = [[(source, False)]] if (source, False) in left else []
    while stack and len(paths) < limit:
        path = stack.pop()
        if path[-1][0] == target:
            paths[tuple(segment for segment, _ in path)] = None
            continue
        onward = sorted(set(_onward(frame, path[-1], left)), reverse=True)
        stack += [[*path, each] for each in onward]
    return [list(path) for path in paths]


def path_length(frame: Frame, source: int, target: int) -> int | None:
    """Count the supply steps of a shortest path; null where the two are not connected."""
    return _steps_to(frame, target).get((source, False))


def _steps_to(frame: Frame, target: int) -> dict[PathState, int]:
    """Walk upstream from the target: the fewest supply steps from each state to it."""
    distance: dict[PathState, int] = {}
    queue: deque[tuple[PathState, int]] = deque([((target, False), 0), ((target, True), 0)])
    while queue:
        state, steps = queue.popleft()
        if state in distance:
            continue
        distance[state] = steps
        segment, as_kind = state
        if as_kind:
            kinds = frame.arrays.kinds.row(segment)
            queue.extendleft(((kind, way), steps) for kind in kinds for way in (False, True))
        else:
            queue.extend((each, steps + 1) for each in _inputs(frame, segment))
    return distance


def _inputs(frame: Frame, segment: int) -> Iterator[PathState]:
    """List what a segment takes; what has to be exact is not taken as a kind of it."""
    for group in _groups(frame, segment):
        for member, exact in frame.members(group):
            yield member, False
            if not exact:
                yield member, True


def _groups(frame: Frame, segment: int) -> list[int]:
    if frame.arrays.category[segment]:
        return []
    sort, chosen = frame.arrays.input_sort, frame.chosen
    return [group for group in frame.arrays.groups.row(segment) if sort[group] in chosen]


def _onward(frame: Frame, state: PathState, left: dict[PathState, int]) -> Iterator[PathState]:
    """List the next states on shortest paths: takers one step nearer, the general segment."""
    here, steps = state[0], left[state]
    general = (frame.arrays.parent[here], True)
    if left.get(general) == steps:
        yield general
    for group in frame.arrays.used_in.row(here):
        taker = frame.arrays.consumer[group]
        if left.get((taker, False)) == steps - 1 and state in set(_inputs(frame, taker)):
            yield taker, False
