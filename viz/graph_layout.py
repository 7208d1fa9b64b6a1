"""Where the nodes of a graph stand: columns from left to right, few crossings, always the same.

A small layered layout after Sugiyama, Tagawa and Toda (1981), "Methods for visual understanding
of hierarchical system structures": columns are given; within a column, nodes are sorted by the
mean place of their neighbours (barycentres), sweeping to and fro. Nothing is random.
"""

from collections.abc import Sequence

COLUMN = 260.0
"""Pixels from one column to the next: a Chinese name of ten characters fits."""
ROW = 56.0
"""Pixels from one node to the next below it."""
SWEEPS = 6
"""More sweeps hardly take away crossings."""
HIGHEST = 40
"""A column of more nodes than this is broken into several."""


def positions(
    columns: Sequence[int], edges: Sequence[tuple[int, int]]
) -> tuple[tuple[float, float], ...]:
    """Place nodes, given the column of each and the edges between their indexes.

    Empty columns take no room. O(sweeps · edges + n log n).

    >>> positions([0, 0, 1], [(0, 2), (1, 2)])
    ((0.0, -28.0), (0.0, 28.0), (260.0, 0.0))
    """
    sorted_columns = _sorted_columns(columns, _neighbours(len(columns), edges))
    found: dict[int, tuple[float, float]] = {}
    x = 0.0
    for nodes in sorted_columns:
        for part in _broken(nodes):
            top = -(len(part) - 1) / 2
            found |= {node: (x, (top + row) * ROW) for row, node in enumerate(part)}
            x += COLUMN
    return tuple(found[node] for node in range(len(columns)))


def _neighbours(size: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(size)]
    for one, other in edges:
        found[one].append(other)
        found[other].append(one)
    return found


def _sorted_columns(columns: Sequence[int], beside: list[list[int]]) -> list[list[int]]:
    rows: dict[int, list[int]] = {}
    for node, column in enumerate(columns):
        rows.setdefault(column, []).append(node)
    order = [rows[column] for column in sorted(rows)]
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


def _broken(nodes: list[int]) -> list[list[int]]:
    """Break a long column into parts of about the same length."""
    parts = -(-len(nodes) // HIGHEST)
    length = -(-len(nodes) // parts)
    return [nodes[start : start + length] for start in range(0, len(nodes), length)]
