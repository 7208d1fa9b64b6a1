"""Frozen records and closed vocabularies: the words of the project as types."""

from graph.model.dataset import Dataset, Edition, Facts, Layer, Seed, facts_from, record_adapter
from graph.model.delivery import Delivery
from graph.model.district import Indicator, Platform, Process, Project, RegionDirection, Synergy
from graph.model.documents import Document, Source
from graph.model.enterprises import Enterprise, Makes, Role
from graph.model.facts import (
    CONFIDENTIAL,
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
from graph.model.leads import Lead
from graph.model.proposals import FirmLine, FirmWords, ProposalDecision
from graph.model.record import Evidence, Fact, Record
from graph.model.references import RecordKey, references
from graph.model.registers import ListedFirm, OwnWords, Register, Review
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
from graph.model.unlisted import LookedAt, Unlisted
from graph.model.vocabulary import RecordType

__all__ = [
    "CONFIDENTIAL",
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
    "FirmLine",
    "FirmWords",
    "Gap",
    "Indicator",
    "Industry",
    "InputGroup",
    "Judgement",
    "KindOf",
    "Layer",
    "Lead",
    "ListedFirm",
    "LookedAt",
    "Makes",
    "Member",
    "Membership",
    "Mention",
    "OwnWords",
    "Platform",
    "Process",
    "Project",
    "ProposalDecision",
    "Record",
    "RecordKey",
    "RecordType",
    "Region",
    "RegionDirection",
    "Register",
    "Review",
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
