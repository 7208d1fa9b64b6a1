"""Circles in a directed graph."""

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter


def cycles(graph: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Circles without a common node, each closed by its first node, until none is left.

    >>> list(cycles({"a": ["b"], "b": ["a"], "c": ["a"]}))
    [('a', 'b', 'a')]
    """
    left = {node: sorted(graph[node]) for node in sorted(graph)}
    while (circle := _one(left)) is not None:
        yield circle
        left = {node: after for node, after in left.items() if node not in circle}


def _one(graph: Mapping[str, Collection[str]]) -> tuple[str, ...] | None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        backwards: list[str] = error.args[1]
        return _from_smallest(backwards[::-1])
    return None


def _from_smallest(circle: list[str]) -> tuple[str, ...]:
    nodes = circle[:-1]
    first = nodes.index(min(nodes))
    turned = nodes[first:] + nodes[:first]
    return (*turned, turned[0])
