"""Families 共同用户: who takes what is missing, gathered by their most general kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.network.arrays import NONE, PRESENT
from graph.network.frame import Frame


@dataclass(frozen=True, slots=True)
class Family:
    """Takers of one most general kind, by the name of the most general of them that is here.

    `here` where a product behind them is made or present; `products` are those behind them.
    """

    name: int
    takers: tuple[int, ...]
    products: frozenset[int]
    here: bool


def families(
    frame: Frame, wanted: Mapping[int, int], takers: Mapping[int, frozenset[int]]
) -> tuple[Family, ...]:
    """Gather takers into families: those here first, then by products, then by id."""
    gathered: dict[int, list[int]] = {}
    for taker in sorted(takers):
        gathered.setdefault(generals(frame, taker)[-1], []).append(taker)
    found = [_family(frame, wanted, takers, each) for each in gathered.values()]
    return tuple(sorted(found, key=lambda f: (not f.here, -len(f.products), f.name)))


def generals(frame: Frame, segment: int) -> list[int]:
    """List a segment and all its more general kinds, nearest first."""
    found = [segment]
    while frame.arrays.parent[found[-1]] != NONE:
        found.append(frame.arrays.parent[found[-1]])
    return found


def _family(
    frame: Frame,
    wanted: Mapping[int, int],
    takers: Mapping[int, frozenset[int]],
    members: list[int],
) -> Family:
    products = frozenset().union(*(takers[each] for each in members))
    available = frame.situation.certain.available
    here = [each for each in members if available[each]] or members
    return Family(
        name=min(here, key=lambda taker: (len(generals(frame, taker)), taker)),
        takers=tuple(members),
        products=products,
        here=any(wanted[product] <= PRESENT for product in products),
    )
