"""Where the nodes of a graph stand: stages from left to right, few crossings, always the same.

A small layered layout after Sugiyama, Tagawa and Toda (1981), "Methods for visual understanding
of hierarchical system structures": stages are given, and within a stage whoever supplies stands
left of whom it supplies; within a column, nodes are sorted by the mean place of their neighbours
(barycentres), sweeping to and fro. Firms and gaps hang below the segment that they are about.
Nothing is random.
"""

import math
from collections.abc import Mapping, Sequence

from graph.answers.shapes.graph import GraphBody, GraphNode
from graph.model.vocabulary import STAGES

COLUMN = 200.0
"""Pixels from one column to the next: a Chinese name of ten characters fits, longer ones wrap."""
ROW = 52.0
"""Pixels from one node to the next below it."""
HANGING = 0.75
"""The height, in rows, of what hangs below another node."""
SWEEPS = 6
"""More sweeps hardly take away crossings."""
ASPECT = 1.5
"""Width to height of a picture that fills a screen."""
LEAST_ROWS = 16
"""Columns are not made shorter than this: as many fill a screen at a size that can be read."""
LEAST_COLUMNS = 5
"""As many columns always have room, so that few nodes need not stand above one another."""


def placed(graph: GraphBody) -> GraphBody:
    """The same graph, each node at its place: the same graph always has the same places."""
    loose = at_the_foot(graph)
    nodes = [node for node in graph.nodes if node.id not in loose]
    index = {node.id: number for number, node in enumerate(nodes)}
    edges = [(index[edge.source], index[edge.target]) for edge in graph.edges]
    stand = graph.model_copy(update={"nodes": tuple(nodes)})
    places = positions(_columns(stand, edges), edges, _hosts(stand, edges))
    at = dict(zip(index, places, strict=True))
    at |= zip(loose, foot(len(loose), places), strict=True)
    moved = (
        node.model_copy(update=dict(zip("xy", at[node.id], strict=True))) for node in graph.nodes
    )
    return graph.model_copy(update={"nodes": tuple(moved)})


def at_the_foot(graph: GraphBody) -> tuple[str, ...]:
    """Name the firms that nothing drawn has to do with: they stand below all else, if any is."""
    tied = {end for edge in graph.edges for end in (edge.source, edge.target)}
    loose = tuple(n.id for n in graph.nodes if n.type == "enterprise" and n.id not in tied)
    return loose if len(loose) < len(graph.nodes) else ()


def foot(count: int, above: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Place what belongs to no stage in rows below all that does, as wide as that.

    >>> foot(3, [(0.0, -26.0), (200.0, 26.0)])
    [(0.0, 117.0), (200.0, 117.0), (100.0, 156.0)]
    """
    if not count:
        return []
    xs, top = [x for x, _ in above], max(y for _, y in above) + 1.75 * ROW
    most, middle = round((max(xs) - min(xs)) / COLUMN) + 1, (max(xs) + min(xs)) / 2
    rows = [range(start, min(start + most, count)) for start in range(0, count, most)]
    return [
        (middle + (place - (len(row) - 1) / 2) * COLUMN, top + number * HANGING * ROW)
        for number, row in enumerate(rows)
        for place in range(len(row))
    ]


def _columns(graph: GraphBody, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Put segments in the column of their stage, all others beside the first of theirs."""
    first: dict[int, GraphNode] = {}
    for pair in edges:
        for one, other in (pair, pair[::-1]):
            if graph.nodes[other].type == "segment":
                first.setdefault(one, graph.nodes[other])
    return [_column_of(node, first.get(number)) for number, node in enumerate(graph.nodes)]


def _column_of(node: GraphNode, beside: GraphNode | None) -> int:
    if node.type in {"chain", "industry", "region"}:
        return 2 * len(STAGES) + 2
    own = node.type == "segment"
    segment = node if own else beside
    stages = (*STAGES, None)  # who has none stands right of all who have one
    place = stages.index(segment.stage if segment else None)
    return 2 * place + (0 if own else 1)


def _hosts(graph: GraphBody, edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Hang enterprises and gaps on the first drawn segment that they make or are about."""
    found: dict[int, int] = {}
    for edge, (source, target) in zip(graph.edges, edges, strict=True):
        if edge.relation in {"makes", "gap_on"}:
            found.setdefault(source, target)
    return found


def positions(
    columns: Sequence[int],
    edges: Sequence[tuple[int, int]],
    hosts: Mapping[int, int] | None = None,
) -> tuple[tuple[float, float], ...]:
    """Place nodes, given the stage of each, the edges between their indexes, and their hosts.

    Empty stages take no room. O(sweeps · edges + n log n).

    >>> positions([0, 0, 1], [(0, 2), (1, 2)])
    ((0.0, -26.0), (0.0, 26.0), (200.0, 0.0))
    """
    if not columns:
        return ()
    hung = _hung(hosts or {})
    hanging = {guest for guests in hung.values() for guest in guests}
    standing = [node for node in range(len(columns)) if node not in hanging]
    inside = [(a, b) for a, b in edges if a not in hanging and b not in hanging]
    most = _most_rows(len(standing) + HANGING * len(hanging))
    parts = _parts(standing, columns, inside, most)
    order = _sorted_columns(parts, _neighbours(len(columns), inside))
    found: dict[int, tuple[float, float]] = {}
    for place, nodes in enumerate(order):
        found |= _column(place * COLUMN, nodes, hung)
    return tuple(found[node] for node in range(len(columns)))


def _hung(hosts: Mapping[int, int]) -> dict[int, list[int]]:
    """List the guests of each host; a guest that is a host itself stands by itself."""
    found: dict[int, list[int]] = {}
    for guest, host in sorted(hosts.items()):
        if host not in hosts:
            found.setdefault(host, []).append(guest)
    return found


def _most_rows(rows: float) -> int:
    return max(LEAST_ROWS, math.ceil(math.sqrt(rows * COLUMN / ROW / ASPECT)))


def _parts(
    standing: Sequence[int],
    columns: Sequence[int],
    edges: Sequence[tuple[int, int]],
    most: int,
) -> list[list[int]]:
    """Cut each stage into columns of at most `most` rows, its first suppliers leftmost."""
    depths = _depths(standing, [(a, b) for a, b in edges if columns[a] == columns[b]])
    stages: dict[int, list[int]] = {}
    for node in sorted(standing, key=lambda node: depths[node]):
        stages.setdefault(columns[node], []).append(node)
    levels = {stage: len({depths[node] for node in nodes}) for stage, nodes in stages.items()}
    given = _given({stage: len(nodes) for stage, nodes in stages.items()}, levels, most)
    return [
        part for stage in sorted(stages) for part in _cut(stages[stage], depths, given[stage], most)
    ]


def _given(sizes: Mapping[int, int], levels: Mapping[int, int], most: int) -> dict[int, int]:
    """Give each stage the columns that it needs; what is left goes to the deepest ones."""
    given = {stage: -(-size // most) for stage, size in sizes.items()}
    for _ in range(LEAST_COLUMNS - sum(given.values())):
        deepest = max(given, key=lambda stage: (levels[stage] / given[stage], -stage))
        if levels[deepest] <= given[deepest]:
            break
        given[deepest] += 1
    return given


def _cut(nodes: list[int], depths: Mapping[int, int], columns: int, most: int) -> list[list[int]]:
    """Cut nodes in order of depth: each depth in columns of its own where there are enough."""
    by_depth: dict[int, list[int]] = {}
    for node in nodes:
        by_depth.setdefault(depths[node], []).append(node)
    parts = [part for depth in sorted(by_depth) for part in _broken(by_depth[depth], most)]
    return parts if len(parts) <= columns else _broken(nodes, -(-len(nodes) // columns))


def _depths(nodes: Sequence[int], edges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Count the longest walk of supply that leads to each node; a ring is cut where it closes."""
    onward: dict[int, list[int]] = {}
    waits = dict.fromkeys(nodes, 0)
    for source, target in edges:
        onward.setdefault(source, []).append(target)
        waits[target] += 1
    depths = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waits[node]]
    left = [node for node in nodes if waits[node]]
    for node in ready:
        for target in onward.get(node, ()):
            depths[target] = max(depths[target], depths[node] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
                left.remove(target)
    for node in left:
        depths[node] = max((depths[each] for each in ready), default=0)
    return depths


def _neighbours(size: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(size)]
    for one, other in edges:
        found[one].append(other)
        found[other].append(one)
    return found


def _sorted_columns(order: list[list[int]], beside: list[list[int]]) -> list[list[int]]:
    place = _places(order)
    for sweep in range(SWEEPS):
        for nodes in order if sweep % 2 == 0 else reversed(order):
            inside = set(nodes)
            nodes.sort(key=lambda node: _mean(node, inside, beside, place))
            place |= _places([nodes])
    return order


def _places(order: Sequence[Sequence[int]]) -> dict[int, float]:
    """Measure places from the middle, so that short and long columns compare."""
    return {node: row - (len(nodes) - 1) / 2 for nodes in order for row, node in enumerate(nodes)}


def _mean(node: int, inside: set[int], beside: list[list[int]], place: dict[int, float]) -> float:
    """Take the mean place of the neighbours in other columns, its own where it has none."""
    others = [place[each] for each in beside[node] if each not in inside]
    return sum(others) / len(others) if others else place[node]


def _broken(nodes: list[int], most: int) -> list[list[int]]:
    """Break a long column into parts of about the same length."""
    parts = -(-len(nodes) // most)
    length = -(-len(nodes) // parts)
    return [nodes[start : start + length] for start in range(0, len(nodes), length)]


def _column(
    x: float, nodes: Sequence[int], hung: Mapping[int, list[int]]
) -> dict[int, tuple[float, float]]:
    """Stack nodes and what hangs below them, around the middle line."""
    heights = [
        item
        for host in nodes
        for item in [(host, 1.0), *((guest, HANGING) for guest in hung.get(host, ()))]
    ]
    top = -sum(height for _, height in heights) / 2
    found: dict[int, tuple[float, float]] = {}
    for node, height in heights:
        found[node] = (x, (top + height / 2) * ROW)
        top += height
    return found
