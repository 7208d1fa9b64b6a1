"""Which questions stand on whose sheet: numbers and ids, nothing described."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Whom = str | None
"""The id of an enterprise; null is the office, which is asked what no known firm can answer."""


class FirstAsked(NamedTuple):
    """A first question, not described: about which segment, whom it asks, until when was built.

    `kinds` are those that nobody says; of what was to be built there are none.
    """

    segment: int
    kinds: tuple[int, ...]
    firms: tuple[str, ...]
    end: int = 0


class Asked(NamedTuple):
    """The questions by row of the gap list, in its order, after those about facts themselves.

    The sheets of firms hold places in these two; the office comes last.
    """

    first: tuple[FirstAsked, ...]
    rows: tuple[str, ...]
    first_of: Mapping[Whom, Sequence[int]]
    rows_of: Mapping[Whom, Sequence[int]]
    firms: tuple[Whom, ...]
