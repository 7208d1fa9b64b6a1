"""Where a row of the gap list stands."""

from typing import NamedTuple


class Ranked(NamedTuple):
    """Where a row stands in the whole list, its rank within its standing, and who shares it."""

    place: int
    rank: int
    ties: int
