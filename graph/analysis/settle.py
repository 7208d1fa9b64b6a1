"""Which unknown facts would settle most: what changes with the answer yes, and with no."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.analysis.gaps import Needs, needs_of
from graph.analysis.missing import is_lacking
from graph.analysis.targets import descendants, wanted_products
from graph.network.arrays import ABSENT, MADE, NONE, UNKNOWN
from graph.network.frame import Frame, frame_assuming


@dataclass(frozen=True, slots=True)
class Question:
    """An unknown segment in an open group, and what its answer would change.

    `closes`: gaps that close if it is here (itself and its alternatives); `opens`: inputs of it
    that are asked for then; `confirms`: gaps that are certain if it is not.
    """

    segment: int
    closes: tuple[int, ...]
    opens: tuple[int, ...]
    confirms: tuple[int, ...]

    @property
    def weight(self) -> int:
        """How many gaps change with the answer, either way."""
        return len(self.closes) + len(self.opens) + len(self.confirms)


class _Open(NamedTuple):
    """Who is in an open group of some product, in each world."""

    certain: frozenset[int]
    possible: frozenset[int]


def questions(frame: Frame, derived: Needs) -> list[Question]:
    """Ask about every unknown segment in an open group, those that change most first.

    Each answer is worked out by assuming it, for the products that the segment can reach; of
    the others nothing changes, and a gap that one of them has stays.
    """
    status = frame.situation.status
    asked = [s for s in sorted(derived.certain) if status[s] == UNKNOWN]
    alone = {product: _open(frame, [product]) for product in wanted_products(frame)}
    before = _Open(derived.certain, derived.possible)
    found = [_question(frame, alone, before, segment) for segment in asked]
    return sorted(found, key=lambda q: (-q.weight, q.segment))


def _question(frame: Frame, alone: Mapping[int, _Open], before: _Open, segment: int) -> Question:
    reached = _reached(frame, segment)
    rest = [found for product, found in alone.items() if product not in reached]
    yes = _assuming(frame_assuming(frame, {segment: MADE}), reached, rest)
    no_frame = frame_assuming(frame, dict.fromkeys(_absent(frame, segment), ABSENT))
    no = _assuming(no_frame, reached, rest)
    return Question(
        segment=segment,
        closes=tuple(sorted(before.certain - yes.certain)),
        opens=tuple(sorted(yes.certain - before.certain)),
        confirms=tuple(sorted(_confirmed(no_frame, no) - _confirmed(frame, before))),
    )


def _open(frame: Frame, products: Iterable[int]) -> _Open:
    found = needs_of(frame, products)
    return _Open(found.certain, found.possible)


def _assuming(frame: Frame, reached: set[int], rest: list[_Open]) -> _Open:
    # What turns out to be made is itself a product that may lack something.
    found = [_open(frame, sorted(reached.intersection(wanted_products(frame)))), *rest]
    return _Open(
        frozenset().union(*(each.certain for each in found)),
        frozenset().union(*(each.possible for each in found)),
    )


def _absent(frame: Frame, segment: int) -> list[int]:
    """List what is not here if a segment is not: itself, and its kinds nobody spoke of."""
    status = frame.situation.status
    return [each for each in (segment, *descendants(frame, segment)) if status[each] == UNKNOWN]


def _confirmed(frame: Frame, found: _Open) -> set[int]:
    return {s for s in found.certain & found.possible if is_lacking(frame, s)}


def _reached(frame: Frame, segment: int) -> set[int]:
    """Collect whatever the segment can bear on: takers, general kinds, kinds, by-products."""
    arrays = frame.arrays
    seen = {segment}
    pending = [segment]
    while pending:
        here = pending.pop()
        onward = _takers(frame, here)
        onward |= {*arrays.yields.row(here), *arrays.kinds.row(here)}
        if arrays.parent[here] != NONE:
            onward.add(arrays.parent[here])
        fresh = onward - seen
        seen |= fresh
        pending += fresh
    return seen


def _takers(frame: Frame, segment: int) -> set[int]:
    """Collect the takers of a segment, and the captive stages that it would set to work."""
    arrays = frame.arrays
    takers = {arrays.consumer[g] for g in arrays.used_in.row(segment) if frame.asked[g]}
    inputs: Iterable[int] = (
        member for group in arrays.groups.row(segment) for member in arrays.members.row(group)
    )
    return takers | {each for each in inputs if arrays.captive[each] and arrays.yields.row(each)}
