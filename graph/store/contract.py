"""The contract that every store keeps; its tests are `tests/stores/contract.py`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Self

from graph.model import AnyRecord, Dataset, Facts, RecordType, Seed

NameMatch = Literal["exact", "prefix", "part", "initials"]
Cause = Literal["load", "report", "withdraw"]


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a dataset: number (from 1, +1 with each change), time (UTC), what changed it.

    `added`, `changed` and `removed` count records in the layers written: a load counts seed
    records, a report reported ones. All three are 0 where only the dataset's own title, region
    or edition changed.
    """

    dataset: str
    number: int
    at: str
    cause: Cause
    by: str | None
    note: str | None
    edition: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found by name; `matched` is the name that matched."""

    type: RecordType
    id: str
    name: str
    matched: str
    match: NameMatch


class GraphStore(Protocol):
    """Keeps datasets side by side, each as a sequence of integer versions.

    A version never changes. Three layers lie above one another: `reference` and `local` (the
    seed, replaced by `load`) and `reported` (written by `report`, kept by `load`); of records
    with the same type and id the upper one holds. Every write is one transaction: it ends in the
    next version, or leaves everything as it was. A write that changes nothing makes no version.
    Reads name a version or take the current one, see it whole while the next is being written,
    and come back sorted. Nothing of one dataset is ever seen through another.
    """

    uri: str

    def load(self, seed: Seed) -> Version:
        """Replace the seed layers of `seed.dataset`; return the current version after it."""
        ...

    def report(self, dataset: str, records: Sequence[AnyRecord], *, by: str, note: str) -> Version:
        """Add or replace reported records; raise `UnknownDatasetError`."""
        ...

    def withdraw(
        self, dataset: str, keys: Sequence[tuple[RecordType, str]], *, by: str, note: str
    ) -> Version:
        """Take reported records away, by type and id; those that are not there are passed over."""
        ...

    def datasets(self) -> tuple[Dataset, ...]:
        """All datasets, in order of id."""
        ...

    def current(self, dataset: str) -> Version:
        """The newest version; raise `UnknownDatasetError`."""
        ...

    def versions(self, dataset: str) -> tuple[Version, ...]:
        """All versions, newest first; raise `UnknownDatasetError`."""
        ...

    def read(self, dataset: str, version: int | None = None) -> Facts:
        """Everything of one version; raise `UnknownDatasetError`, `UnknownVersionError`."""
        ...

    def reported(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """The records of the reported layer, by type (order of `FIELD_OF_TYPE`) and id."""
        ...

    def orphans(self, dataset: str, version: int | None = None) -> tuple[AnyRecord, ...]:
        """Reported records that name a record that is not there, in the order of `reported`."""
        ...

    def search(
        self,
        dataset: str,
        text: str,
        *,
        types: Iterable[RecordType] = (),
        limit: int = 20,
        version: int | None = None,
    ) -> tuple[Hit, ...]:
        """Industries, chains, regions, segments, enterprises and gaps by name.

        Names, English names, aliases (a mention's own word is an alias of its segment) and
        pinyin initials; folded by `graph.store.names.fold`. Ordered by match (exact, prefix,
        part, initials), length of the matched name, type (order of `FIELD_OF_TYPE`), id.
        A record comes once, by its best name. Empty text finds nothing.
        """
        ...

    def ping(self) -> None:
        """Return if the store answers; raise a `StoreError` that says why it does not."""
        ...

    def close(self) -> None:
        """Release files and connections; a closed store is not used again."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exc: object) -> None: ...
