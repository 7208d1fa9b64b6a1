"""What an item of a file leaves unsaid."""

from dataclasses import dataclass

from graph.model import Evidence

Proof = tuple[Evidence, ...]
"""The quotes of a fact, found in their documents."""


@dataclass(frozen=True, slots=True)
class FileContext:
    """The chain of an item's file, the region of the dataset, and the item's place in order."""

    chain: str | None = None
    region: str = ""
    order: int = 0

    def of(self, field: str) -> object:
        """What a field holds that an item leaves unsaid; null where nothing fills it."""
        match field:
            case "chain":
                return self.chain
            case "chains":
                return () if self.chain is None else (self.chain,)
            case "region" | "subject":
                return self.region
        raise KeyError(field)
