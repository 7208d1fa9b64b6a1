"""Datasets, industries and chains."""

from graph.answers.shapes.common import Completeness, Computed, ComputedPage, Ref, StatusCounts
from graph.model import Evidence, Record
from graph.model.district import Period
from graph.model.facts import ChainDetails, IndustryDetails


class DatasetItem(Record):
    """A dataset with what its facts rest on; shares are between 0 and 1.

    `period` are the years that its plan is for, null where that is not told.
    """

    id: str
    title: str
    title_en: str
    region: Ref
    edition: str
    edition_date: str
    period: Period | None = None
    made_up: bool
    version: int
    counts: dict[str, int]
    basis_share: dict[str, float]
    unknown_share: float | None


class DatasetsBody(Record):
    """All datasets of the store."""

    items: tuple[DatasetItem, ...]
    total: int
    next: str | None = None


class ChainCounts(Record):
    """What chains hold, counted, and the completeness of their products."""

    counts: StatusCounts
    segments: int
    enterprises: int
    gaps: int
    completeness: Completeness


class ChainItem(ChainCounts, ChainDetails):
    """A chain with its counts."""

    id: str
    industry: Ref
    evidence: tuple[Evidence, ...]


class IndustryItem(ChainCounts, IndustryDetails):
    """An industry: the union of its chains."""

    id: str
    chains: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class ChainsBody(ComputedPage):
    """All chains."""

    items: tuple[ChainItem, ...]


class IndustriesBody(ComputedPage):
    """All industries."""

    items: tuple[IndustryItem, ...]


class ChainBody(Computed):
    """One chain."""

    chain: ChainItem
