"""Minimal sets that make a monotone condition true, smallest first.

By implicit hitting sets: every satisfying set meets every *cut*, a set without which the rest of
the candidates does not suffice. Cuts are found one by one (QuickXplain, Junker 2004), sets that
hit all known cuts are tried in order of size, and one that fails yields the next cut. Because
every smaller size was exhausted before, a set that satisfies is minimal, and the first one is a
proven minimum. (Reiter 1987; Liffiton et al. 2016, "Fast, flexible MUS enumeration".)
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

Condition = Callable[[frozenset[int]], bool]
Late = Callable[[], bool]
"""Tells whether the time for a search is over."""


def never() -> bool:
    """Tell that there is always time."""
    return False


@dataclass(frozen=True, slots=True)
class MinimalSets:
    """Minimal satisfying sets by size, then members; `must` are the members of every one.

    `possible` is false where not even all candidates satisfy; `truncated` where more sets may
    exist; `proven` where the first is known to be a minimum, else it is just some minimal set.
    `late` where the time was over first.
    """

    possible: bool
    must: tuple[int, ...]
    sets: tuple[tuple[int, ...], ...]
    truncated: bool
    proven: bool
    late: bool = False


class _BudgetSpentError(Exception):
    """The search took more trials, or more time, than allowed."""


@dataclass(slots=True)
class _Search:
    holds: Condition
    candidates: tuple[int, ...]
    budget: int
    limit: int
    larger: bool
    late: Late
    was_late: bool = False
    size: int = 0
    stopped_by_size: bool = False
    cuts: list[frozenset[int]] = field(default_factory=list)
    known: dict[frozenset[int], bool] = field(default_factory=dict)
    found: list[frozenset[int]] = field(default_factory=list)

    def satisfied(self, chosen: frozenset[int]) -> bool:
        if chosen not in self.known:
            self.was_late = self.was_late or self.late()
            if self.was_late or len(self.known) >= self.budget:
                raise _BudgetSpentError
            self.known[chosen] = self.holds(chosen)
        return self.known[chosen]

    def cut_beside(self, chosen: frozenset[int]) -> frozenset[int]:
        """Find a minimal set that every satisfying set must meet, apart from `chosen`."""
        rest = tuple(c for c in self.candidates if c not in chosen)
        every = frozenset(self.candidates)
        return frozenset(self._needed((), rest, every, changed=False))

    def _needed(
        self,
        removed: tuple[int, ...],
        suspects: tuple[int, ...],
        every: frozenset[int],
        *,
        changed: bool,
    ) -> tuple[int, ...]:
        """Find which suspects have to go too, so that the condition breaks (QuickXplain)."""
        if changed and not self.satisfied(every.difference(removed)):
            return ()
        if len(suspects) == 1:
            return suspects
        half = len(suspects) // 2
        first, second = suspects[:half], suspects[half:]
        late = self._needed(removed + first, second, every, changed=True)
        early = self._needed(removed + late, first, every, changed=bool(late))
        return early + late

    def extensions(
        self, chosen: frozenset[int], refused: frozenset[int]
    ) -> Iterator[frozenset[int]]:
        """Yield minimal satisfying supersets of `chosen` without the refused, up to the size.

        Those found before are not yielded again.
        """
        if any(found <= chosen for found in self.found):
            return
        open_cuts = [cut - refused for cut in self.cuts if not cut & chosen]
        if not open_cuts:
            if self.satisfied(chosen):
                yield chosen
                return
            self.cuts.append(self.cut_beside(chosen))
            open_cuts = [self.cuts[-1] - refused]
        if len(chosen) + _disjoint(open_cuts) > self.size:
            self.stopped_by_size = True
            return
        tried: frozenset[int] = frozenset()
        narrowest = min(open_cuts, key=lambda cut: (len(cut), sorted(cut)))
        for each in sorted(narrowest):
            yield from self.extensions(chosen | {each}, refused | tried)
            tried |= {each}


def _disjoint(cuts: list[frozenset[int]]) -> int:
    """Bound from below how many more members the open cuts need: pairwise disjoint ones."""
    met: set[int] = set()
    count = 0
    for cut in sorted(cuts, key=len):
        if met.isdisjoint(cut):
            met |= cut
            count += 1
    return count


def minimal_sets(
    holds: Condition,
    candidates: Sequence[int],
    *,
    limit: int = 50,
    budget: int = 4000,
    late: Late = never,
) -> MinimalSets:
    """Enumerate up to `limit` minimal sets of candidates for which `holds` is true.

    `holds` has to be monotone: true of every superset of a set of which it is true. At most
    `budget` different sets are tried, and none once it is `late`; exponential in the worst case,
    so the result says whether it was cut short.

    >>> minimal_sets(lambda s: 1 in s and (2 in s or 3 in s), [1, 2, 3]).sets
    ((1, 2), (1, 3))
    """
    among = tuple(sorted(set(candidates)))
    return _found(_Search(holds, among, budget, limit, larger=True, late=late))


def smallest_sets(
    holds: Condition,
    candidates: Sequence[int],
    *,
    limit: int = 50,
    budget: int = 4000,
    late: Late = never,
) -> MinimalSets:
    """Enumerate those of the minimal sets that are as small as any; `must` are those of all.

    >>> smallest_sets(lambda s: 1 in s or (2 in s and 3 in s), [1, 2, 3]).sets
    ((1,),)
    """
    among = tuple(sorted(set(candidates)))
    return _found(_Search(holds, among, budget, limit, larger=False, late=late))


def _found(search: _Search) -> MinimalSets:
    return replace(_searched(search), late=search.was_late)


def _searched(search: _Search) -> MinimalSets:
    every = frozenset(search.candidates)
    if not search.holds(every):
        return MinimalSets(possible=False, must=(), sets=(), truncated=False, proven=True)
    try:
        some = _one_minimal(search)
    except _BudgetSpentError:
        return MinimalSets(possible=True, must=(), sets=(), truncated=True, proven=False)
    try:
        must = tuple(each for each in sorted(some) if not search.satisfied(every - {each}))
    except _BudgetSpentError:
        return MinimalSets(
            possible=True, must=(), sets=(tuple(sorted(some)),), truncated=True, proven=False
        )
    search.cuts += [frozenset({each}) for each in must]
    truncated = _collect(search, len(must))
    sets = sorted((tuple(sorted(each)) for each in search.found), key=lambda s: (len(s), s))
    return MinimalSets(
        possible=True,
        must=must,
        sets=tuple(sets) or (tuple(sorted(some)),),
        truncated=truncated,
        proven=bool(sets),
    )


def _one_minimal(search: _Search) -> frozenset[int]:
    """Find any minimal satisfying set: drop ever smaller blocks of candidates."""
    kept = list(search.candidates)
    block = max(1, len(kept) // 2)
    while True:
        for start in range(0, len(kept), block):
            trial = frozenset(kept[:start] + kept[start + block :])
            if len(trial) < len(kept) and search.satisfied(trial):
                kept = sorted(trial)
                break
        else:
            if block == 1:
                return frozenset(kept)
            block = max(1, block // 2)


def _collect(search: _Search, smallest: int) -> bool:
    """Fill `search.found` size by size; tell whether it was cut short."""
    search.size = smallest
    try:
        while True:
            search.stopped_by_size = False
            for each in search.extensions(frozenset(), frozenset()):
                search.found.append(each)
                if len(search.found) > search.limit:
                    search.found.pop()
                    return True
            if not search.stopped_by_size or (search.found and not search.larger):
                return False
            search.size += 1
    except _BudgetSpentError:
        return True
