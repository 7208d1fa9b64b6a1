"""How many ties each pair of chains has: counted in one pass over what ties, not pair by pair.

The ties are those of `graph.analysis.synergy`, which lists them for one pair.
"""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import NamedTuple, TypeVar

from graph.analysis.synergy import MADE_AT, UTILITIES, Places, TieGround
from graph.network.arrays import Rows, rows_of
from graph.network.compiled import numbers, run
from graph.network.tie_loops import input_ties, supply_ties

PartyPair = tuple[int, int]
K = TypeVar("K", bound=Hashable)


class Tally(NamedTuple):
    """How many known ties, and how many possible ones, pairs have; parties go by their place."""

    known: Counter[PartyPair]
    possible: Counter[PartyPair]

    def add(self, pair: PartyPair, *, known: bool) -> None:
        """Count a tie."""
        (self.known if known else self.possible)[pair] += 1


def supply_tally(on: TieGround, parties: Sequence[Places]) -> Tally:
    """Count what each party supplies to each other one: pairs of giver and taker."""
    arrays, size = on.frame.arrays, len(on.works)
    read = (_laid(size, parties), _scene(on), arrays.used_in, arrays.consumer, arrays.parent)
    rooms, met, counts = [numbers(size) for _ in range(3)], numbers(len(parties)), _square(parties)
    written = (bytearray(size), tuple(rooms), met, counts)
    run(supply_ties, read, written, len(parties))
    return _tally(counts, len(parties))


def input_tally(on: TieGround, parties: Sequence[Places]) -> Tally:
    """Count the inputs that each pair shares."""
    arrays, size = on.frame.arrays, len(on.works)
    utility = arrays.input_sort.translate(bytes(sort in UTILITIES for sort in range(256)))
    read = (_laid(size, parties), _scene(on), arrays.used_in, arrays.consumer, utility)
    counts = _square(parties)
    run(input_ties, read, (bytearray(size), bytearray(len(parties)), counts), len(parties))
    return _tally(counts, len(parties))


def _laid(size: int, parties: Sequence[Places]) -> tuple[Rows, bytearray]:
    """List the parties of each segment, by their place, and whether they make it."""
    holders: list[list[int]] = [[] for _ in range(size)]
    made: list[list[bool]] = [[] for _ in range(size)]
    for place, each in enumerate(parties):
        for segment, stage in each.items():
            holders[segment].append(place)
            made[segment].append(stage in MADE_AT)
    return rows_of(holders), bytearray(chain.from_iterable(made))


def _scene(on: TieGround) -> tuple[bytearray, bytearray, bytearray, bytearray]:
    frame = on.frame
    here = frame.situation.certain.available
    return frame.arrays.captive, frame.reachable, here, on.works


def _square(parties: Sequence[Places]) -> tuple["array[int]", "array[int]"]:
    """Make room for a count of known and one of possible ties of each pair."""
    return numbers(len(parties) ** 2), numbers(len(parties) ** 2)


def _tally(counts: tuple["array[int]", "array[int]"], parties: int) -> Tally:
    known, possible = (
        Counter({divmod(at, parties): count for at, count in enumerate(each.tolist()) if count})
        for each in counts
    )
    return Tally(known, possible)


def shared_tally(parties: Sequence[Mapping[str, bool]]) -> Tally:
    """Count what pairs have in common: makers or gaps, given with whether they are known there.

    >>> shared_tally([{"a": True, "b": True}, {"a": True, "b": False}]).known
    Counter({(0, 1): 1})
    """
    found = Tally(Counter(), Counter())
    for each, holders in _holders(parties).items():
        for one, other in combinations(sorted(holders), 2):
            found.add((one, other), known=parties[one][each] and parties[other][each])
    return found


def _holders(parties: Iterable[Iterable[K]]) -> dict[K, set[int]]:
    """Tell of each member the places of the parties that hold it."""
    found: dict[K, set[int]] = {}
    for place, members in enumerate(parties):
        for each in members:
            found.setdefault(each, set()).add(place)
    return found
