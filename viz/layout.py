"""Where the cards of a panorama stand: sub-columns for stages, shelves for groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

LABEL = 0.36
"""Height of a group's label, in rows of cards."""
LEAST_COLUMNS = 6
"""Fewer sub-columns than this make cards too wide at 1440 px."""
MOST_COLUMNS = 8
"""More sub-columns than this make cards too narrow at 1440 px."""
MOST_ROWS = 10.5
"""A stage with more rows than this is too high at 900 px: then cards get narrower after all."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Groups that stand side by side: the index, span and last index of each, and the rows."""

    spans: tuple[tuple[int, int], ...]
    rows: int


def shelves(sizes: Sequence[int], columns: int) -> tuple[Shelf, ...]:
    """Groups of `sizes` cards on shelves `columns` wide, in order, as low as possible.

    Each shelf gives a group as many sub-columns as its rows need. O(n² · rows).

    >>> shelves([2, 1, 3], 3)
    (Shelf(spans=((0, 2), (1, 1)), rows=1), Shelf(spans=((2, 3),), rows=1))
    """
    counts = tuple(sizes)

    @cache
    def best(first: int) -> tuple[float, tuple[Shelf, ...]]:
        if first == len(counts):
            return 0.0, ()
        found: list[tuple[float, int, tuple[Shelf, ...]]] = []
        for last in range(first + 1, min(len(counts), first + columns) + 1):
            rows = _rows(counts[first:last], columns)
            below, rest = best(last)
            shelf = Shelf(_spans(counts, first, last, rows=rows, columns=columns), rows)
            found.append((rows + LABEL + below, last, (shelf, *rest)))
        height, _, chosen = min(found, key=lambda option: option[:2])
        return height, chosen

    return best(0)[1]


def height(sizes: Sequence[int], columns: int) -> float:
    """The height of these groups, in rows of cards."""
    return sum(shelf.rows + LABEL for shelf in shelves(sizes, columns))


def allot(stages: Sequence[Sequence[int]], *, rows: float) -> tuple[int, ...]:
    """Sub-columns for each stage, so that no stage is higher than `rows` if that can be.

    A sub-column goes each time to the highest stage, so the result is the lowest possible
    for its number of sub-columns: at least `LEAST_COLUMNS` (cards get no wider), at most
    `MOST_COLUMNS`, and one more where a stage would still have more than `MOST_ROWS` rows.

    >>> allot([[4], [8, 4], [2]], rows=3.5)
    (2, 5, 1)
    """
    given = [1] * len(stages)
    while stages and sum(given) <= MOST_COLUMNS:
        heights = [height(sizes, columns) for sizes, columns in zip(stages, given, strict=True)]
        highest = max(range(len(stages)), key=lambda index: heights[index])
        if sum(given) == MOST_COLUMNS and heights[highest] <= MOST_ROWS:
            break
        low_enough = heights[highest] <= rows and sum(given) >= LEAST_COLUMNS
        if low_enough or given[highest] >= sum(stages[highest]):
            break
        given[highest] += 1
    return tuple(given)


def _rows(counts: Sequence[int], columns: int) -> int:
    """The fewest rows in which these groups stand side by side."""
    rows = 1
    while sum(-(-max(count, 1) // rows) for count in counts) > columns:
        rows += 1
    return rows


def _spans(
    counts: Sequence[int], first: int, last: int, *, rows: int, columns: int
) -> tuple[tuple[int, int], ...]:
    """The span of each group; what is left over widens the groups from the fullest on."""
    spans = [-(-max(counts[index], 1) // rows) for index in range(first, last)]
    for _ in range(columns - sum(spans)):
        fullest = max(range(len(spans)), key=lambda i: (counts[first + i] / spans[i], -i))
        if counts[first + fullest] <= spans[fullest]:
            break
        spans[fullest] += 1
    return tuple(zip(range(first, last), spans, strict=True))
