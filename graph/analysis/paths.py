"""Shortest supply paths between two segments."""

from collections import deque

from graph.network.frame import Frame


def shortest_paths(frame: Frame, source: int, target: int, limit: int = 20) -> list[list[int]]:
    """List the shortest supply paths from a segment to another, source and target included.

    A step goes from an input to the segment that takes it, through groups of the chosen input
    sorts, essential or not; a step from a kind to its general segment has length 0. At most
    `limit` paths, in order; none where the two are not connected. Linear in the network, then
    in the paths listed.
    """
    nearer = _steps_to(frame, target, source)
    if source not in nearer:
        return []
    paths: list[list[int]] = []
    stack = [[source]]
    while stack and len(paths) < limit:
        path = stack.pop()
        if path[-1] == target:
            paths.append(path)
            continue
        stack += [[*path, each] for each in reversed(_onward(frame, path, nearer))]
    return paths


def path_length(frame: Frame, source: int, target: int) -> int | None:
    """Count the supply steps of a shortest path; null where the two are not connected."""
    return _steps_to(frame, target, source).get(source)


def _steps_to(frame: Frame, target: int, source: int) -> dict[int, int]:
    """Walk upstream from the target until the source is settled; fewest steps to the target."""
    distance = {target: 0}
    settled: set[int] = set()
    queue = deque([target])
    while queue:
        segment = queue.popleft()
        if segment in settled:
            continue
        settled.add(segment)
        if segment == source:
            break
        for kind in frame.arrays.kinds.row(segment):
            if distance[segment] < distance.get(kind, len(frame.inside) + 1):
                distance[kind] = distance[segment]
                queue.appendleft(kind)
        for member in _inputs(frame, segment):
            if distance[segment] + 1 < distance.get(member, len(frame.inside) + 1):
                distance[member] = distance[segment] + 1
                queue.append(member)
    return {segment: distance[segment] for segment in settled | {source} & distance.keys()}


def _inputs(frame: Frame, segment: int) -> list[int]:
    chosen = frame.chosen
    groups = frame.arrays.groups.row(segment)
    return [
        member
        for group in groups
        if frame.arrays.input_sort[group] in chosen
        for member in frame.arrays.members.row(group)
    ]


def _onward(frame: Frame, path: list[int], nearer: dict[int, int]) -> list[int]:
    """List the next segments on shortest paths: takers one step nearer, the general kind."""
    here, chosen = path[-1], frame.chosen
    takers = {
        frame.arrays.consumer[group]
        for group in frame.arrays.used_in.row(here)
        if frame.arrays.input_sort[group] in chosen
    }
    onward = {each for each in takers if nearer.get(each) == nearer[here] - 1}
    parent = frame.arrays.parent[here]
    if nearer.get(parent) == nearer[here] and parent not in path:
        onward.add(parent)
    return sorted(onward)
