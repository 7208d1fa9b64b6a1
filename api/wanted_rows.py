"""What is asked of a list by those who leaf through it: pages by their numbers."""

from api.wanted import PageWanted


class RowsWanted(PageWanted):
    """A page of a list by its number."""

    number: int = 1

    @property
    def start(self) -> int:
        """How many items of the list stand before it."""
        return (self.number - 1) * self.limit
