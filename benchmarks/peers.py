"""The same kernels in graph libraries and databases, on graphs built before the clock starts."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

import networkx as nx

from benchmarks.databases import in_duckdb, in_ladybug
from graph.analysis.synergy import MADE_AT, Places
from graph.network.arrays import NONE
from graph.network.frame import Frame, standing

Node = tuple[str, int]


class Peer(NamedTuple):
    """One question asked of one library."""

    question: str
    name: str
    ask: Callable[[], frozenset[int]]


def peers(frame: Frame, target: int, single: int, parties: Sequence[Places]) -> Iterator[Peer]:
    """The peers of each kernel; what is not installed is left out."""
    walked, rules = _walks(frame), rules_of(frame)
    near = frozenset({target, *_kinds(frame, target)})
    start = ("loose", target)
    yield Peer("closure", "networkx", lambda: _segments(nx.descendants(walked, start)) - near)
    embedded = {"rustworkx": _in_rustworkx, "DuckDB": in_duckdb, "ladybug": in_ladybug}
    for name, build in embedded.items():
        ask = build(walked, start)
        if ask is not None:
            yield Peer("closure", name, lambda ask=ask: ask() - near)  # type: ignore[misc] # bound at once
    base = standing(frame.arrays, frame.situation.certain, known=True)
    yield Peer("fixpoint", "networkx", lambda: fixpoint(frame, rules, base))
    yield Peer("without one", "networkx", lambda: _held(frame, rules, single))
    used, general = _used(frame)
    yield Peer("synergies", "networkx", lambda: _supplies(frame, used, general, parties))


def _segments(nodes: set[Node]) -> frozenset[int]:
    return frozenset(number for _, number in nodes)


def _kinds(frame: Frame, segment: int) -> Iterator[int]:
    for kind in frame.arrays.kinds.row(segment):
        yield kind
        yield from _kinds(frame, kind)


def _walks(frame: Frame) -> "nx.DiGraph[Node]":
    """Upstream steps: a segment as itself, or loosely as any kind of it."""
    graph: nx.DiGraph[Node] = nx.DiGraph()
    for segment in range(len(frame.inside)):
        graph.add_edge(("loose", segment), ("itself", segment))
        for kind in frame.arrays.kinds.row(segment):
            graph.add_edge(("loose", segment), ("loose", kind))
        for group in frame.arrays.groups.row(segment):
            for member, exact in frame.members(group) if frame.followed[group] else ():
                graph.add_edge(("itself", segment), ("itself" if exact else "loose", member))
    return graph


def rules_of(frame: Frame) -> "nx.DiGraph[Node]":
    """What holds up what: `alone` and `whole` of segments, and their asked groups."""
    graph: nx.DiGraph[Node] = nx.DiGraph()
    for segment in range(len(frame.inside)):
        graph.add_edge(("alone", segment), ("whole", segment))
        if frame.arrays.parent[segment] != NONE:
            graph.add_edge(("whole", segment), ("whole", frame.arrays.parent[segment]))
        for group in frame.groups(segment):
            graph.add_edge(("group", group), ("alone", segment))
            for member, exact in frame.members(group):
                graph.add_edge(("alone" if exact else "whole", member), ("group", group))
    return graph


def _used(frame: Frame) -> "tuple[nx.DiGraph[int], nx.DiGraph[int]]":
    """Who takes what, and what is a kind of what."""
    used: nx.DiGraph[int] = nx.DiGraph()
    general: nx.DiGraph[int] = nx.DiGraph()
    used.add_nodes_from(range(len(frame.inside)))
    general.add_nodes_from(used)
    for segment in used:
        for group in frame.arrays.used_in.row(segment):
            used.add_edge(segment, frame.arrays.consumer[group])
        if frame.arrays.parent[segment] != NONE:
            general.add_edge(segment, frame.arrays.parent[segment])
    return used, general


def _supplies(
    frame: Frame,
    used: "nx.DiGraph[int]",
    general: "nx.DiGraph[int]",
    parties: Sequence[Places],
) -> frozenset[int]:
    """How many supplies each pair has, the pair and the count in one number."""
    holders: dict[int, set[int]] = {}
    makers: dict[int, set[int]] = {}
    for party, places in enumerate(parties):
        for segment, stage in places.items():
            holders.setdefault(segment, set()).add(party)
            if stage in MADE_AT and not frame.arrays.captive[segment]:
                makers.setdefault(segment, set()).add(party)
    found: Counter[tuple[int, int]] = Counter()
    for source, givers in makers.items():
        taken: dict[int, set[int]] = {}
        for consumer in used.successors(source):
            for taker in holders.get(consumer, set()) - givers:
                taken.setdefault(taker, set()).add(consumer)
        for (taker, consumers), giver in product(taken.items(), givers):
            apart = {each for each in consumers if giver not in holders[each]}
            below = {each for each in apart if apart & _generals(general, each)}
            found[giver, taker] += len(apart - below)
    return frozenset((a * len(parties) + b) * 10**9 + n for (a, b), n in found.items() if n)


def _generals(general: "nx.DiGraph[int]", segment: int) -> set[int]:
    return nx.descendants(general, segment)


def fixpoint(frame: Frame, rules: "nx.DiGraph[Node]", base: bytearray) -> frozenset[int]:
    """The largest self-supporting set: what nothing holds up falls, until all that is left stands.

    What a graph library offers for it: neighbours, and degrees of nodes.
    """
    left = {node: degree for node, degree in rules.in_degree() if node[0] != "alone"}
    size = len(base)
    gone = {("alone", s) for s in range(size) if not (base[s] or frame.inside[s])}
    pending: list[Node] = [*gone, *(node for node, count in left.items() if not count)]
    gone.update(pending)
    while pending:
        for node in rules.successors(pending.pop()):
            if node in gone:
                continue
            if node[0] == "alone":
                fell = not frame.inside[node[1]]
            else:
                left[node] -= 1
                fell = not left[node]
            if fell:
                gone.add(node)
                pending.append(node)
    return frozenset(s for s in range(size) if ("whole", s) not in gone)


def _held(frame: Frame, rules: "nx.DiGraph[Node]", single: int) -> frozenset[int]:
    rest = bytearray(not category for category in frame.arrays.category)
    rest[single] = 0
    still = fixpoint(frame, rules, rest)
    own = {single, *frame.arrays.above(single)}
    here = frame.situation.certain.available
    return frozenset(s for s in range(len(here)) if here[s] and s not in still and s not in own)


def _in_rustworkx(walked: "nx.DiGraph[Node]", start: Node) -> Callable[[], frozenset[int]] | None:
    try:
        import rustworkx  # type: ignore[import-not-found,unused-ignore] # noqa: PLC0415
    except ImportError:
        return None
    graph = rustworkx.PyDiGraph()
    index = {node: graph.add_node(node) for node in walked}
    segments = [number for _, number in walked]
    graph.add_edges_from_no_data([(index[a], index[b]) for a, b in walked.edges()])
    return lambda: frozenset(segments[each] for each in rustworkx.descendants(graph, index[start]))
