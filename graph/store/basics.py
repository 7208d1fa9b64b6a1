"""What every store does alike, made of what each does in its own way."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Self

from graph.model import AnyRecord, Dataset, Facts
from graph.store.orphans import orphans_among


class StoreBasics(ABC):
    """Orphans, the pulse, the `with` statement: the same in every store."""

    @abstractmethod
    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, in order of id."""

    @abstractmethod
    def read(self, dataset: str, version: int | None = None) -> Facts:
        """Everything of one version; raise `UnknownDatasetError`, `UnknownVersionError`."""

    @abstractmethod
    def reported(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """The records of the reported layer, by type (order of `FIELD_OF_TYPE`) and id."""

    @abstractmethod
    def close(self) -> None:
        """Release what the store holds open; a closed store is not used again."""

    def orphans(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """Reported records that name a record that is not there, in the order of `reported`."""
        facts = self.read(dataset, version)
        return orphans_among(self.reported(dataset, facts.version), facts)

    def ping(self) -> None:
        """Return if the store answers; raise a `StoreError` that says why it does not."""
        self.datasets()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def distinct(ways: Iterator[tuple[str, ...]], limit: int) -> tuple[tuple[str, ...], ...]:
    """Take the first ways, each once; asks for no more of them than it needs."""
    found: dict[tuple[str, ...], None] = {}
    while len(found) < limit and (way := next(ways, None)):
        found[way] = None
    return tuple(found)
