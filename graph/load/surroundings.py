"""What an item of a file leaves unsaid."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Evidence

Proof = tuple[Evidence, ...]
"""The quotes of a fact, found in their documents."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The chain of an item's file, the region of the dataset, and the item's place in order."""

    chain: str | None
    region: str
    order: int

    def chains(self, stated: Sequence[str] | None) -> tuple[str, ...]:
        """The chains stated, or where nothing is said that of the file."""
        if stated is not None:
            return tuple(stated)
        return () if self.chain is None else (self.chain,)
