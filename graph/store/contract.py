"""The contract that every store keeps; its tests are `tests/stores/contract.py`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, Self

from graph.model import AnyRecord, Dataset, Facts, Layer, RecordKey, RecordType, Seed
from graph.model.vocabulary import InputSort

NameMatch = Literal["exact", "prefix", "part", "pinyin", "initials"]
Cause = Literal["load", "report", "withdraw", "undo"]


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


@dataclass(frozen=True, slots=True)
class Stored:
    """One row of a history: `record` lies in `layer` from version `since` until before `until`."""

    layer: Layer
    record: AnyRecord
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Archive:
    """The whole history of one dataset: its versions, each with what it was called then, and rows.

    `states` come oldest first; `records` by since, layer (from the bottom), type (order of
    `FIELD_OF_TYPE`) and id.
    """

    states: tuple[tuple[Version, Dataset], ...]
    records: tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """What a version changed at one place of the reported layer; null where nothing lay there."""

    type: RecordType
    id: str
    before: AnyRecord | None
    after: AnyRecord | None


@dataclass(frozen=True, slots=True)
class Upstream:
    """A segment upstream of another, `depth` supply steps away at the fewest."""

    id: str
    depth: int


@dataclass(frozen=True, slots=True)
class Near:
    """A segment or an enterprise `hops` ties away from another at the fewest."""

    type: Literal["segment", "enterprise"]
    id: str
    hops: int


@dataclass(frozen=True, slots=True)
class ComputedGap:
    """A gap as it was computed from a version, for stores that people look into themselves.

    `segment` is null for a gap on a type of firm or a capability; `blocks` gives the worlds in
    which it blocks a product, by the product's id; `candidates` are enterprises.
    """

    id: str
    region: str
    segment: str | None
    properties: Mapping[str, str | int | float | bool | None]
    blocks: Mapping[str, str]
    candidates: tuple[str, ...]


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

    def report(  # noqa: PLR0913 - what is written, by whom and why, and what they had seen
        self,
        dataset: str,
        records: Sequence[AnyRecord],
        *,
        by: str,
        note: str,
        withdrawn: Sequence[RecordKey] = (),
        seen: int | None = None,
        cause: Literal["report", "undo"] = "report",
    ) -> Version:
        """Take the reported records `withdrawn` away, then add or replace `records`.

        `seen` is the version that the editor saw. Raise `StaleEditError` if at one of the places
        written something else holds now than did then, or holds in another way (reported, or
        from the seed); `UnknownVersionError` if there is no such version.
        """
        ...

    def withdraw(
        self,
        dataset: str,
        keys: Sequence[RecordKey],
        *,
        by: str,
        note: str,
        seen: int | None = None,
    ) -> Version:
        """Take reported records away, by type and id; those that are not there are passed over.

        `seen` as in `report`.
        """
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

    def edits(self, dataset: str, version: int) -> tuple[Edit, ...]:
        """What this version changed in the reported layer, by type and id as in `reported`.

        Nothing for a load. Raise `UnknownDatasetError`, `UnknownVersionError`.
        """
        ...

    def archive(self, dataset: str) -> Archive:
        """The whole history up to the current version; raise `UnknownDatasetError`."""
        ...

    def restore(self, archive: Archive) -> Version:
        """Write a history, verbatim, in one transaction; return its newest version.

        Raise `DatasetExistsError` if the store has that dataset in any version, and
        `BadParameterError` if the archive is no history that a store could have.
        """
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
        """Industries, chains, regions, segments, enterprises, gaps, platforms, projects by name.

        Names, English names, aliases (a mention's own word is an alias of its segment), pinyin
        from the beginning of any syllable on, and pinyin initials; folded by
        `graph.store.names.fold`. Ordered by match (exact, prefix, part, pinyin, initials), length
        of the matched name, type (order of `FIELD_OF_TYPE`), id.
        A record comes once, by its best name. Empty text finds nothing.
        """
        ...

    def closure(
        self, dataset: str, segment: str, *, inputs: Sequence[InputSort] = ("material",)
    ) -> tuple[Upstream, ...]:
        """Everything upstream of a segment in the current version, by depth and id.

        Through groups of these input sorts, own and inherited, essential or not; a kind of a
        member that is not exact supplies too, and takes no step of its own. What counts as the
        segment itself is left out, by-products are not followed. Raise `UnknownDatasetError`,
        `UnknownNameError`.
        """
        ...

    def neighbourhood(
        self, dataset: str, segment: str, *, hops: int = 1, limit: int = 100
    ) -> tuple[Near, ...]:
        """What lies around a segment in the current version, itself first, the nearest first.

        Segments and enterprises, along inputs, by-products, kinds and makers as recorded, in
        either direction; within a hop segments first, then by id. Raise `UnknownDatasetError`,
        `UnknownNameError`.
        """
        ...

    def path(
        self,
        dataset: str,
        source: str,
        target: str,
        *,
        inputs: Sequence[InputSort] = ("material",),
        limit: int = 20,
    ) -> tuple[tuple[str, ...], ...]:
        """The shortest supply paths in the current version, both ends included, in order of id.

        The fewest steps from an input to what takes it; a step from a kind to its general segment
        is named and does not count. At most `limit`; none where the two are not connected. Raise
        `UnknownDatasetError`, `UnknownNameError`.
        """
        ...

    def publish(
        self, dataset: str, version: int, gaps: Callable[[], Iterable[ComputedGap]]
    ) -> None:
        """Show the gaps computed from the current version beside its facts; never read them back.

        For stores that people look into themselves; the others do not even call `gaps`. Nothing
        is shown of what is not the current version of a dataset.
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
