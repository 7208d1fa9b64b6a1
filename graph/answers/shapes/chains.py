"""Datasets, industries and chains."""

from graph.answers.shapes.common import Completeness, Computed, ComputedPage, Ref, StatusCounts
from graph.model import Evidence, Record
from graph.model.district import Period


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


class ChainItem(Record):
    """A chain with its counts and the completeness of its products."""

    id: str
    name: str
    name_en: str
    industry: Ref
    counts: StatusCounts
    segments: int
    enterprises: int
    gaps: int
    completeness: Completeness
    evidence: tuple[Evidence, ...]


class IndustryItem(Record):
    """An industry: the union of its chains."""

    id: str
    name: str
    name_en: str
    chains: tuple[Ref, ...]
    counts: StatusCounts
    segments: int
    enterprises: int
    gaps: int
    completeness: Completeness
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
