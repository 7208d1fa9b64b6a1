"""Long lists, leaf by leaf: which rows stand on this one, and what is folded into a count."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.message import Message, _

ROWS = 100
"""Rows of a list on one page; one whose rows say more has fewer."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a list that is shown: its number, the most rows it has, how many there are."""

    number: int
    size: int
    total: int

    @property
    def last_number(self) -> int:
        """The number of the last leaf."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """Which row of the whole list stands first here."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """Which row stands last."""
        return min(self.number * self.size, self.total)

    @property
    def part(self) -> slice:
        """The rows, of all."""
        return slice(self.first - 1, self.last)

    @property
    def wanted(self) -> slice:
        """The rows asked for, where nobody knows yet how many there are."""
        return slice(self.first - 1, self.number * self.size)

    @property
    def beyond(self) -> bool:
        """Whether the list has become shorter than a link says."""
        return self.number > self.last_number

    def ways(self) -> Iterator[tuple[str, Message, str]]:
        """Where links lead from here: the number (none: the first), its word, its relation."""
        last = self.last_number
        if self.number > 2:
            yield "", _("第一页"), ""
        if 1 < self.number <= last:
            yield str(self.number - 1) if self.number > 2 else "", _("上一页"), "prev"
        if self.number < last:
            yield str(self.number + 1), _("下一页"), "next"
        if self.number + 1 < last or self.beyond:
            yield str(last) if last > 1 else "", _("最后一页"), ""
