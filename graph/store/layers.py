"""Layers and what a write changes in them: the same in every store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import ConfigDict, Field, TypeAdapter

from graph.model import FIELD_OF_TYPE, AnyRecord, Layer, RecordType, Seed
from graph.model.collecting import uncollected
from graph.model.record_text import RecordText, WrittenRecord
from graph.model.references import RecordKey

LAYERS: tuple[Layer, ...] = ("reference", "local", "reported")
"""From the bottom up: of records with one type and id, the upper one holds."""
REPORTED = LAYERS.index("reported")

_RANK_OF_TYPE = {type_: rank for rank, type_ in enumerate(FIELD_OF_TYPE)}


class LayerPlace(NamedTuple):
    """Where a record lies: number of its layer (from the bottom), type, id."""

    layer: int
    type: RecordType
    id: str


@dataclass(frozen=True, slots=True)
class LayerChange:
    """What turns one state of some layers into another, each in order of place."""

    added: tuple[LayerPlace, ...]
    changed: tuple[LayerPlace, ...]
    removed: tuple[LayerPlace, ...]

    @property
    def ended(self) -> tuple[LayerPlace, ...]:
        """Places whose old record ends."""
        return self.changed + self.removed

    @property
    def begun(self) -> tuple[LayerPlace, ...]:
        """Places where a new record begins."""
        return self.added + self.changed

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def difference(
    before: Mapping[LayerPlace, AnyRecord], after: Mapping[LayerPlace, AnyRecord]
) -> LayerChange:
    """Compare two states record by record.

    Records are compared, not their JSON: a field that a later release adds with a default
    changes nothing that is stored.
    """
    shared = before.keys() & after.keys()
    return LayerChange(
        added=tuple(sorted(after.keys() - shared)),
        changed=tuple(sorted(place for place in shared if before[place] != after[place])),
        removed=tuple(sorted(before.keys() - shared)),
    )


def seed_shelf(seed: Seed) -> dict[LayerPlace, AnyRecord]:
    """The records of both seed layers by place."""
    lower = shelf("reference", seed.reference)
    return lower | shelf("local", seed.local)


def shelf(layer: Layer, records: Iterable[AnyRecord]) -> dict[LayerPlace, AnyRecord]:
    """The records of one layer by place; of two at one place the later one holds."""
    number = LAYERS.index(layer)
    return {LayerPlace(number, record.type, record.id): record for record in records}


def reported_places(keys: Iterable[RecordKey]) -> set[LayerPlace]:
    """The places of these records in the reported layer."""
    return {LayerPlace(REPORTED, type_, id_) for type_, id_ in keys}


def in_order(records: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
    """Records by type (order of `FIELD_OF_TYPE`) and id."""
    return tuple(sorted(records, key=lambda each: rank(each.type, each.id)))


def rank(type_: RecordType, id_: str) -> tuple[int, str]:
    """Where a record stands among others: by type (order of `FIELD_OF_TYPE`) and id."""
    return _RANK_OF_TYPE[type_], id_


def body_of(record: WrittenRecord) -> str:
    """A record as JSON, with its nulls: some of them are required."""
    return record.text if isinstance(record, RecordText) else record.model_dump_json()


def records_from(bodies: Iterable[str]) -> list[AnyRecord]:
    """Records of any type from their JSON, in one go: the fastest way for thousands."""
    with uncollected():
        return _record_list.validate_json(f"[{','.join(bodies)}]")


_record_list: TypeAdapter[list[AnyRecord]] = TypeAdapter(
    list[Annotated[AnyRecord, Field(discriminator="type")]], config=ConfigDict(defer_build=True)
)
