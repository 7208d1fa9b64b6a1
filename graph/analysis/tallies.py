"""How many ties each pair of chains has: counted in one pass over what ties, not pair by pair.

The ties are those of `graph.analysis.synergy`, which lists them for one pair.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from graph.analysis.synergy import (
    MADE_AT,
    Places,
    TieGround,
    families,
    is_known_input,
    is_known_supply,
    taken,
)

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
    found, arrays = Tally(Counter(), Counter()), on.frame.arrays
    everywhere = _holders(parties)
    made = _holders({s for s, stage in each.items() if stage in MADE_AT} for each in parties)
    for source, givers in made.items():
        if arrays.captive[source]:
            continue
        takers: dict[int, dict[int, None]] = {}
        for group in arrays.used_in.row(source):
            consumer = arrays.consumer[group]
            for party in everywhere.get(consumer, ()):
                takers.setdefault(party, {})[consumer] = None
        for taker in takers.keys() - givers:
            for giver in givers:
                apart = [each for each in takers[taker] if giver not in everywhere[each]]
                for target, family in families(on.frame, apart).items():
                    known = is_known_supply(on, source, (target, *family))
                    found.add((giver, taker), known=known)
    return found


def input_tally(on: TieGround, parties: Sequence[Places]) -> Tally:
    """Count the inputs that each pair shares."""
    found, captive = Tally(Counter(), Counter()), on.frame.arrays.captive
    bought = [{s for s, stage in each.items() if stage not in MADE_AT} for each in parties]
    for segment, holders in _holders(bought).items():
        if captive[segment] or len(holders) < 2:
            continue
        marks = {party: taken(on, segment, parties[party]) for party in holders}
        for one, other in combinations(sorted(holders), 2):
            known = is_known_input(on, segment, taken=marks[one] and marks[other])
            found.add((one, other), known=known)
    return found


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
