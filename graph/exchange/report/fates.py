"""What became of rows: new, changed, the same or rejected; of many thousands, in few bytes."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

Outcome = Literal["new", "changed", "same", "rejected"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_NUMBER = {outcome: number for number, outcome in enumerate(OUTCOMES)}


@dataclass(slots=True)
class RowFates:
    """What became of the rows of a table, in a few bytes each."""

    numbers: "array[int]" = field(default_factory=lambda: array("L"))
    outcomes: bytearray = field(default_factory=bytearray)

    def add(self, number: int, outcome: Outcome) -> None:
        """Note what became of a row."""
        self.numbers.append(number)
        self.outcomes.append(_NUMBER[outcome])

    def reject(self, number: int) -> None:
        """Note that a row was rejected after all."""
        self.outcomes[bisect_left(self.numbers, number)] = _NUMBER["rejected"]

    def __iter__(self) -> Iterator[tuple[int, Outcome]]:
        for number, outcome in zip(self.numbers, self.outcomes, strict=True):
            yield number, OUTCOMES[outcome]
