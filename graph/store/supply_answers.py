"""Questions of supply answered from an index in memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from graph.model.vocabulary import InputSort
from graph.store.contract import Near, Upstream
from graph.store.supply import Descent, SupplyIndex, SupplyNode, Take

_Step = tuple[str, int]
"""An id on a way, with 1 where it is passed as the general of what comes before, else 0."""


class SupplyAnswers:
    """Closures, paths and neighbourhoods of one version; the contract says what each means."""

    def __init__(self, index: SupplyIndex) -> None:
        """Look the index up from either end."""
        self._takes: defaultdict[str, list[Take]] = defaultdict(list)
        self._takers: defaultdict[str, list[Take]] = defaultdict(list)
        self._kinds: defaultdict[str, list[Descent]] = defaultdict(list)
        self._generals: defaultdict[str, list[Descent]] = defaultdict(list)
        self._ties: defaultdict[SupplyNode, list[SupplyNode]] = defaultdict(list)
        for take in index.takes:
            self._takes[take.consumer].append(take)
            self._takers[take.member].append(take)
        for descent in index.descents:
            self._kinds[descent.general].append(descent)
            self._generals[descent.special].append(descent)
        for here, there in index.ties:
            self._ties[here].append(there)
            self._ties[there].append(here)

    def knows(self, segment: str) -> bool:
        """Whether there is a segment of this id."""
        return segment in self._generals

    def closure(self, target: str, inputs: Sequence[InputSort]) -> tuple[Upstream, ...]:
        """Everything upstream of a segment, by depth and id."""
        depths: dict[str, int] = {}
        for depth, fresh in enumerate(self._levels(target, inputs)):
            depths |= dict.fromkeys(sorted(fresh), depth)
        return tuple(Upstream(each, depth) for each, depth in depths.items() if depth)

    def paths(
        self, source: str, target: str, inputs: Sequence[InputSort]
    ) -> Iterator[tuple[str, ...]]:
        """Shortest paths in order.

        One that can be gone in two ways, by taker and by general segment, may come twice.
        """
        levels: list[set[str]] = []
        for fresh in self._levels(target, inputs):
            levels.append(fresh)
            if source in fresh:
                return self._ways(source, target, levels, inputs)
        return iter(())

    def neighbourhood(self, segment: str, hops: int, limit: int) -> tuple[Near, ...]:
        """What lies around a segment, itself first, the nearest first."""
        fresh = {SupplyNode("segment", segment)}
        found: dict[SupplyNode, int] = {}
        for hop in count():
            ordered = sorted(fresh, key=lambda node: (node.type == "enterprise", node.id))
            found |= dict.fromkeys(ordered, hop)
            if not fresh or hop >= hops or len(found) >= limit:
                break
            fresh = {near for node in fresh for near in self._ties.get(node, ())} - found.keys()
        listed = [Near(node.type, node.id, hop) for node, hop in found.items()]
        return tuple(listed[: max(limit, 0)])

    def _levels(self, target: str, inputs: Sequence[InputSort]) -> Iterator[set[str]]:
        """What counts as the target, then what is upstream of it, one depth further each time."""
        fresh = {each.special for each in self._kinds.get(target, ())}
        reached: set[str] = set()
        while fresh:
            yield fresh
            reached |= fresh
            fresh = set(self._suppliers(fresh, inputs)) - reached

    def _suppliers(self, consumers: Iterable[str], inputs: Sequence[InputSort]) -> Iterator[str]:
        for consumer in consumers:
            for take in self._takes.get(consumer, ()):
                if take.input in inputs:
                    yield take.member
                    if not take.exact:
                        yield from (each.special for each in self._kinds.get(take.member, ()))

    def _ways(
        self, source: str, target: str, levels: Sequence[set[str]], inputs: Sequence[InputSort]
    ) -> Iterator[tuple[str, ...]]:
        """Go down the levels, of all steps the first in order first."""
        pending: list[tuple[_Step, ...]] = [((source, 0),)]
        while pending:
            way = pending.pop()
            here, depth = way[-1][0], len(levels) - sum(1 for _, mark in way if not mark)
            if depth:
                steps = set(self._steps(here, levels[depth - 1], inputs))
                pending += [way + step for step in sorted(steps, reverse=True)]
            else:
                last = next(each for each in self._generals[here] if each.general == target)
                yield *(id_ for id_, _ in way), *last.way

    def _steps(
        self, here: str, below: set[str], inputs: Sequence[InputSort]
    ) -> Iterator[tuple[_Step, ...]]:
        for descent in self._generals.get(here, ()):
            for take in self._takers.get(descent.general, ()):
                fits = not take.exact or not descent.way
                if fits and take.consumer in below and take.input in inputs:
                    yield *((general, 1) for general in descent.way), (take.consumer, 0)
