"""Frozen records and closed vocabularies: the words of the project as types."""

from graph.model.dataset import Dataset, Edition, Facts, Layer, Seed, facts_from, record_adapter
from graph.model.delivery import Delivery
from graph.model.district import Indicator, Platform, Process, Project, RegionDirection, Synergy
from graph.model.documents import Document, Source
from graph.model.enterprises import Enterprise, Makes, Role
from graph.model.facts import (
    FIELD_OF_TYPE,
    RECORDS,
    AnyFact,
    AnyRecord,
    Chain,
    Claim,
    Gap,
    Industry,
    Mention,
    Region,
)
from graph.model.judgement import Judgement
from graph.model.record import Evidence, Fact, Record
from graph.model.references import RecordKey, references
from graph.model.segments import (
    ByProduct,
    Code,
    InputGroup,
    KindOf,
    Member,
    Membership,
    Segment,
    Traded,
)
from graph.model.unlisted import Unlisted
from graph.model.vocabulary import RecordType

__all__ = [
    "FIELD_OF_TYPE",
    "RECORDS",
    "AnyFact",
    "AnyRecord",
    "ByProduct",
    "Chain",
    "Claim",
    "Code",
    "Dataset",
    "Delivery",
    "Document",
    "Edition",
    "Enterprise",
    "Evidence",
    "Fact",
    "Facts",
    "Gap",
    "Indicator",
    "Industry",
    "InputGroup",
    "Judgement",
    "KindOf",
    "Layer",
    "Makes",
    "Member",
    "Membership",
    "Mention",
    "Platform",
    "Process",
    "Project",
    "Record",
    "RecordKey",
    "RecordType",
    "Region",
    "RegionDirection",
    "Role",
    "Seed",
    "Segment",
    "Source",
    "Synergy",
    "Traded",
    "Unlisted",
    "facts_from",
    "record_adapter",
    "references",
]
