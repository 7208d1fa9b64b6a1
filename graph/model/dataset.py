"""A dataset (数据集): one district's facts with their documents, and the layers they lie in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from graph.model.delivery import Delivery
from graph.model.district import (
    Indicator,
    Period,
    Platform,
    Process,
    Project,
    RegionDirection,
    Synergy,
)
from graph.model.documents import Document, Source
from graph.model.enterprises import Enterprise, Makes, Role
from graph.model.facts import (
    CONFIDENTIAL,
    FIELD_OF_TYPE,
    AnyRecord,
    Chain,
    Claim,
    Gap,
    Industry,
    Mention,
    Region,
)
from graph.model.judgement import Judgement
from graph.model.leads import Lead
from graph.model.merging import merged_ids, reattached
from graph.model.proposals import FirmWords, ProposalDecision
from graph.model.record import Fact, Id, Record, Text
from graph.model.references import RecordKey
from graph.model.registers import ListedFirm, Register, Review
from graph.model.segments import ByProduct, InputGroup, KindOf, Membership, Segment

Layer = Literal["reference", "local", "reported"]
"""`reference` and `local` come from seeds and are replaced by a load; `reported` lies above."""

record_adapter: TypeAdapter[AnyRecord] = TypeAdapter(
    Annotated[AnyRecord, Field(discriminator="type")], config=ConfigDict(defer_build=True)
)
"""Reads any record from JSON by its `type`; built when it is first used."""


class Edition(Record):
    """The source's own label and date (ISO 8601), and the years that a plan is for."""

    label: Text
    date: str
    period: Period | None = None


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
    """Everything of one dataset at one version; each mapping goes by id, in order of id.

    `covered` holds the seed's records that a reported one replaces or denies, `denied` the
    denials; neither is among the facts. `merged` leads from ids that are no more to those that
    they were merged into; whatever names the former names the latter here.
    """

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
    directions: Mapping[str, RegionDirection] = field(default_factory=dict)
    processes: Mapping[str, Process] = field(default_factory=dict)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    leads: Mapping[str, Lead] = field(default_factory=dict)
    deliveries: Mapping[str, Delivery] = field(default_factory=dict)
    registers: Mapping[str, Register] = field(default_factory=dict)
    listed_firms: Mapping[str, ListedFirm] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    firm_words: Mapping[str, FirmWords] = field(default_factory=dict)
    decisions: Mapping[str, ProposalDecision] = field(default_factory=dict)
    covered: Mapping[RecordKey, AnyRecord] = field(default_factory=dict)
    denied: Mapping[RecordKey, AnyRecord] = field(default_factory=dict)
    merged: Mapping[RecordKey, str] = field(default_factory=dict)

    def records(self) -> Iterator[AnyRecord]:
        """Every record, type by type, each type in order of id."""
        for name in FIELD_OF_TYPE.values():
            yield from getattr(self, name).values()

    def public(self) -> Iterator[AnyRecord]:
        """Every record that readers may know of, in the order of `records`."""
        return (each for each in self.records() if each.type not in CONFIDENTIAL)


def facts_from(dataset: Dataset, version: int, records: Iterable[AnyRecord]) -> Facts:
    """Sort records into `Facts`; of two with one type and id, the later one holds.

    Records that name an id which was merged into another name the other, and go by its id.
    """
    given = tuple(records)
    merged = merged_ids(given)
    shelves: dict[str, dict[str, AnyRecord]] = {name: {} for name in FIELD_OF_TYPE.values()}
    covered: dict[RecordKey, AnyRecord] = {}
    for record in sorted(reattached(given, merged), key=lambda each: each.id):
        shelf = shelves[FIELD_OF_TYPE[record.type]]
        if record.id in shelf:
            covered[record.type, record.id] = shelf[record.id]
        shelf[record.id] = record
    denied = _taken_out(shelves)
    about = {"covered": covered, "denied": denied, "merged": merged}
    return Facts(dataset, version, **shelves, **about)  # type: ignore[arg-type] # by their type


def _taken_out(shelves: Mapping[str, dict[str, AnyRecord]]) -> dict[RecordKey, AnyRecord]:
    """Take the denials off their shelves."""
    found: dict[RecordKey, AnyRecord] = {
        (record.type, record.id): record
        for shelf in shelves.values()
        for record in shelf.values()
        if isinstance(record, Fact) and record.denied
    }
    for type_, id_ in found:
        del shelves[FIELD_OF_TYPE[type_]][id_]
    return found
