"""Answers: results of questions with names, evidence and boundary attached.

Pure functions of a `Workspace` (one dataset at one version), the `Terms` of the question and
the language of its sentences; each gives a body of `graph.answers.shapes`.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.answers.audit import audit as audit
    from graph.answers.chains import chain as chain
    from graph.answers.chains import chains as chains
    from graph.answers.chains import industries as industries
    from graph.answers.choose import ChoiceAsked as ChoiceAsked
    from graph.answers.choose import chosen as chosen
    from graph.answers.closure import closure as closure
    from graph.answers.datasets import dataset_item as dataset_item
    from graph.answers.dependence import dependence as dependence
    from graph.answers.diff import diff as diff
    from graph.answers.district import indicators as indicators
    from graph.answers.district import platforms as platforms
    from graph.answers.district import projects as projects
    from graph.answers.district import regions as regions
    from graph.answers.documents import document as document
    from graph.answers.documents import documents as documents
    from graph.answers.documents import passages as passages
    from graph.answers.enterprises import enterprise as enterprise
    from graph.answers.enterprises import enterprises as enterprises
    from graph.answers.gaps import GapFilter as GapFilter
    from graph.answers.gaps import gap as gap
    from graph.answers.gaps import gap_item as gap_item
    from graph.answers.gaps import gap_list as gap_list
    from graph.answers.gaps import gap_row as gap_row
    from graph.answers.gaps import gaps as gaps
    from graph.answers.lead_offers import gap_leads as gap_leads
    from graph.answers.leads import lead as lead
    from graph.answers.leads import leads as leads
    from graph.answers.missing import missing as missing
    from graph.answers.names import resolve as resolve
    from graph.answers.neighbours import neighbours_of as neighbours_of
    from graph.answers.overview import grounds as grounds
    from graph.answers.overview import overview as overview
    from graph.answers.panorama import panorama as panorama
    from graph.answers.panorama import panorama_card as panorama_card
    from graph.answers.parks import land as land
    from graph.answers.paths import path as path
    from graph.answers.priority import Weighing as Weighing
    from graph.answers.priority import priority as priority
    from graph.answers.risk import risk as risk
    from graph.answers.scores import scores as scores
    from graph.answers.segments import segment as segment
    from graph.answers.segments import segments as segments
    from graph.answers.sources import sources as sources
    from graph.answers.synergies import synergies as synergies
    from graph.answers.synergies import synergy as synergy
    from graph.answers.verify import verify as verify
    from graph.answers.verify import verify_by_enterprise as verify_by_enterprise
    from graph.answers.what_if import what_if as what_if
    from graph.answers.why_not import why_not as why_not
    from graph.answers.wordings import sentences_with as sentences_with
    from graph.answers.workspace import Workspace as Workspace
    from graph.answers.workspace import workspace as workspace

_HOMES: Mapping[str, str] = {
    name: module
    for module, names in {
        "audit": "audit",
        "chains": "chain chains industries",
        "choose": "ChoiceAsked chosen",
        "closure": "closure",
        "datasets": "dataset_item",
        "dependence": "dependence",
        "diff": "diff",
        "district": "indicators platforms projects regions",
        "documents": "document documents passages",
        "enterprises": "enterprise enterprises",
        "gaps": "GapFilter gap gap_item gap_list gap_row gaps",
        "lead_offers": "gap_leads",
        "leads": "lead leads",
        "missing": "missing",
        "names": "resolve",
        "neighbours": "neighbours_of",
        "overview": "grounds overview",
        "panorama": "panorama panorama_card",
        "parks": "land",
        "paths": "path",
        "priority": "Weighing priority",
        "risk": "risk",
        "scores": "scores",
        "segments": "segment segments",
        "sources": "sources",
        "synergies": "synergies synergy",
        "verify": "verify verify_by_enterprise",
        "what_if": "what_if",
        "why_not": "why_not",
        "wordings": "sentences_with",
        "workspace": "Workspace workspace",
    }.items()
    for name in names.split()
}
"""In which module each answer is: a command imports those that it asks for, not all of them."""


class _Answers(ModuleType):
    """The package: `answers.missing` is the function, also once its module was imported."""

    def __getattr__(self, name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        super().__setattr__(name, found)
        return found

    def __setattr__(self, name: str, value: object) -> None:
        # Python gives a package each module of it that is imported, under its name.
        if name not in _HOMES or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Answers
