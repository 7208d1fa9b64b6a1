"""Answers: results of questions with names, evidence and boundary attached.

Pure functions of a `Workspace` (one dataset at one version), the `Terms` of the question and
the language of its sentences; each gives a body of `graph.answers.shapes`.
"""

from graph.answers.audit import audit
from graph.answers.chains import chain, chains, industries
from graph.answers.choose import ChoiceAsked, chosen
from graph.answers.closure import closure
from graph.answers.datasets import dataset_item
from graph.answers.dependence import dependence
from graph.answers.diff import diff
from graph.answers.district import indicators, platforms, projects, regions
from graph.answers.documents import document, documents, passages
from graph.answers.enterprises import enterprise, enterprises
from graph.answers.gaps import gap, gap_item, gap_list, gap_row, gaps
from graph.answers.lead_offers import gap_leads
from graph.answers.leads import lead, leads
from graph.answers.missing import missing
from graph.answers.names import resolve
from graph.answers.neighbours import neighbours_of
from graph.answers.overview import grounds, overview
from graph.answers.panorama import panorama, panorama_card
from graph.answers.parks import land
from graph.answers.paths import path
from graph.answers.priority import Weighing, priority
from graph.answers.risk import risk
from graph.answers.segments import segment, segments
from graph.answers.sources import sources
from graph.answers.synergies import synergies, synergy
from graph.answers.verify import sheets_of, verify, verify_by_enterprise
from graph.answers.what_if import what_if
from graph.answers.why_not import why_not
from graph.answers.wordings import sentences_with
from graph.answers.workspace import Workspace, workspace

__all__ = [
    "ChoiceAsked",
    "Weighing",
    "Workspace",
    "audit",
    "chain",
    "chains",
    "chosen",
    "closure",
    "dataset_item",
    "dependence",
    "diff",
    "document",
    "documents",
    "enterprise",
    "enterprises",
    "gap",
    "gap_item",
    "gap_leads",
    "gap_list",
    "gap_row",
    "gaps",
    "grounds",
    "indicators",
    "industries",
    "land",
    "lead",
    "leads",
    "missing",
    "neighbours_of",
    "overview",
    "panorama",
    "panorama_card",
    "passages",
    "path",
    "platforms",
    "priority",
    "projects",
    "regions",
    "resolve",
    "risk",
    "segment",
    "segments",
    "sentences_with",
    "sheets_of",
    "sources",
    "synergies",
    "synergy",
    "verify",
    "verify_by_enterprise",
    "what_if",
    "why_not",
    "workspace",
]
