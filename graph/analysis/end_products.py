"""End products of a chain: what feeds no other product of it."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.analysis.closure import downstream_depths
from graph.network.frame import Frame


class EndProducts(NamedTuple):
    """The end products in order of number.

    `exposed` are those that cannot do without a segment with a single named maker, `unsourced`
    those that cannot do without one that is not known to be here.
    """

    every: tuple[int, ...]
    exposed: frozenset[int]
    unsourced: frozenset[int]


def end_products(frame: Frame, products: Iterable[int]) -> tuple[int, ...]:
    """Pick those products that feed no other of them by essential material.

    Directly or through others; a product does not feed its own kinds.
    """
    wanted, followed = frozenset(products), frame.feeding
    fed = {each: wanted.intersection(downstream_depths(frame, each, followed)) for each in wanted}
    return tuple(sorted(each for each in wanted if not fed[each] - _family(frame, each)))


def _family(frame: Frame, segment: int) -> set[int]:
    """Collect a segment with its generals and its kinds, kinds of kinds included."""
    found = {segment, *frame.arrays.above(segment)}
    pending = [segment]
    while pending:
        kinds = frame.arrays.kinds.row(pending.pop())
        found.update(kinds)
        pending.extend(kinds)
    return found
