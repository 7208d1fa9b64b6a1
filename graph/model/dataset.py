"""A dataset (数据集): one district's facts with their documents, and the layers they lie in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from graph.model.district import Direction, Indicator, Platform, Process, Project, Synergy
from graph.model.facts import (
    AnyRecord,
    ByProduct,
    Chain,
    Claim,
    Document,
    Enterprise,
    Gap,
    Industry,
    InputGroup,
    KindOf,
    Makes,
    Membership,
    Mention,
    Region,
    Role,
    Segment,
    Source,
)
from graph.model.record import Id, Record, Text

Layer = Literal["reference", "local", "reported"]
"""`reference` and `local` come from seeds and are replaced by a load; `reported` lies above."""

record_adapter: TypeAdapter[AnyRecord] = TypeAdapter(
    Annotated[AnyRecord, Field(discriminator="type")]
)
"""Reads any record from JSON by its `type`."""


class Edition(Record):
    """The source's own label and date (ISO 8601)."""

    label: Text
    date: str


class Dataset(Record):
    """What a dataset is called and which region its facts are about."""

    id: Id
    title: Text
    title_en: Text
    region: Id
    edition: Edition
    made_up: bool = False


@dataclass(frozen=True, slots=True)
class Seed:
    """A checked dataset folder: the records of both seed layers, each sorted by type and id."""

    dataset: Dataset
    reference: tuple[AnyRecord, ...]
    local: tuple[AnyRecord, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of one dataset at one version; each mapping goes by id, in order of id."""

    dataset: Dataset
    version: int
    documents: Mapping[str, Document] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    industries: Mapping[str, Industry] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    segments: Mapping[str, Segment] = field(default_factory=dict)
    kinds: Mapping[str, KindOf] = field(default_factory=dict)
    memberships: Mapping[str, Membership] = field(default_factory=dict)
    input_groups: Mapping[str, InputGroup] = field(default_factory=dict)
    by_products: Mapping[str, ByProduct] = field(default_factory=dict)
    enterprises: Mapping[str, Enterprise] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    makes: Mapping[str, Makes] = field(default_factory=dict)
    mentions: Mapping[str, Mention] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    gaps: Mapping[str, Gap] = field(default_factory=dict)
    platforms: Mapping[str, Platform] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    synergies: Mapping[str, Synergy] = field(default_factory=dict)
    directions: Mapping[str, Direction] = field(default_factory=dict)
    processes: Mapping[str, Process] = field(default_factory=dict)

    def records(self) -> Iterator[AnyRecord]:
        """Every record, type by type, each type in order of id."""
        for name in FIELD_OF_TYPE.values():
            yield from getattr(self, name).values()


FIELD_OF_TYPE: Mapping[str, str] = {
    "document": "documents",
    "source": "sources",
    "industry": "industries",
    "chain": "chains",
    "region": "regions",
    "segment": "segments",
    "kind_of": "kinds",
    "membership": "memberships",
    "input_group": "input_groups",
    "by_product": "by_products",
    "enterprise": "enterprises",
    "role": "roles",
    "makes": "makes",
    "mention": "mentions",
    "claim": "claims",
    "gap": "gaps",
    "platform": "platforms",
    "project": "projects",
    "indicator": "indicators",
    "synergy": "synergies",
    "direction": "directions",
    "process": "processes",
}
"""The field of `Facts` that holds each type of record, in the order of `Facts.records`."""


def facts_from(dataset: Dataset, version: int, records: Iterable[AnyRecord]) -> Facts:
    """Sort records into `Facts`; of two with one type and id, the later one holds."""
    shelves: dict[str, dict[str, AnyRecord]] = {name: {} for name in FIELD_OF_TYPE.values()}
    for record in sorted(records, key=lambda each: each.id):
        shelves[FIELD_OF_TYPE[record.type]][record.id] = record
    return Facts(dataset, version, **shelves)  # type: ignore[arg-type] # sorted by their type
