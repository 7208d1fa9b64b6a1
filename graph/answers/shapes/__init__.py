"""The bodies of answers, as the routes, the pages and `--json` give them."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.answers.shapes.audit import AuditBody as AuditBody
    from graph.answers.shapes.audit import AuditItem as AuditItem
    from graph.answers.shapes.chains import ChainBody as ChainBody
    from graph.answers.shapes.chains import ChainCounts as ChainCounts
    from graph.answers.shapes.chains import ChainItem as ChainItem
    from graph.answers.shapes.chains import ChainsBody as ChainsBody
    from graph.answers.shapes.chains import DatasetItem as DatasetItem
    from graph.answers.shapes.chains import DatasetsBody as DatasetsBody
    from graph.answers.shapes.chains import IndustriesBody as IndustriesBody
    from graph.answers.shapes.chains import IndustryItem as IndustryItem
    from graph.answers.shapes.choose import ChooseBody as ChooseBody
    from graph.answers.shapes.choose import ChosenItem as ChosenItem
    from graph.answers.shapes.choose import WorldChoice as WorldChoice
    from graph.answers.shapes.closure import ClosureBody as ClosureBody
    from graph.answers.shapes.closure import ClosureItem as ClosureItem
    from graph.answers.shapes.common import Body as Body
    from graph.answers.shapes.common import Completeness as Completeness
    from graph.answers.shapes.common import Computed as Computed
    from graph.answers.shapes.common import ComputedPage as ComputedPage
    from graph.answers.shapes.common import Correction as Correction
    from graph.answers.shapes.common import GroupState as GroupState
    from graph.answers.shapes.common import Page as Page
    from graph.answers.shapes.common import Ref as Ref
    from graph.answers.shapes.common import Statement as Statement
    from graph.answers.shapes.common import StatusCounts as StatusCounts
    from graph.answers.shapes.district import DependenceBody as DependenceBody
    from graph.answers.shapes.district import DependenceItem as DependenceItem
    from graph.answers.shapes.district import External as External
    from graph.answers.shapes.district import IndicatorItem as IndicatorItem
    from graph.answers.shapes.district import IndicatorsBody as IndicatorsBody
    from graph.answers.shapes.district import PlatformItem as PlatformItem
    from graph.answers.shapes.district import PlatformsBody as PlatformsBody
    from graph.answers.shapes.district import ProjectItem as ProjectItem
    from graph.answers.shapes.district import ProjectsBody as ProjectsBody
    from graph.answers.shapes.district import RegionsBody as RegionsBody
    from graph.answers.shapes.district import SuppliedGroup as SuppliedGroup
    from graph.answers.shapes.documents import DocumentBody as DocumentBody
    from graph.answers.shapes.documents import DocumentItem as DocumentItem
    from graph.answers.shapes.documents import DocumentsBody as DocumentsBody
    from graph.answers.shapes.documents import Passage as Passage
    from graph.answers.shapes.documents import PassageFact as PassageFact
    from graph.answers.shapes.documents import PassagesBody as PassagesBody
    from graph.answers.shapes.documents import SourceItem as SourceItem
    from graph.answers.shapes.documents import SourcesBody as SourcesBody
    from graph.answers.shapes.documents import UncitedSentence as UncitedSentence
    from graph.answers.shapes.enterprises import DirectionItem as DirectionItem
    from graph.answers.shapes.enterprises import EnterpriseBody as EnterpriseBody
    from graph.answers.shapes.enterprises import EnterpriseItem as EnterpriseItem
    from graph.answers.shapes.enterprises import EnterprisesBody as EnterprisesBody
    from graph.answers.shapes.enterprises import MakesItem as MakesItem
    from graph.answers.shapes.enterprises import RegionItem as RegionItem
    from graph.answers.shapes.enterprises import RoleItem as RoleItem
    from graph.answers.shapes.gaps import BlockRef as BlockRef
    from graph.answers.shapes.gaps import FamilyRef as FamilyRef
    from graph.answers.shapes.gaps import GapBody as GapBody
    from graph.answers.shapes.gaps import GapItem as GapItem
    from graph.answers.shapes.gaps import GapsBody as GapsBody
    from graph.answers.shapes.gaps import JudgementItem as JudgementItem
    from graph.answers.shapes.gaps import NeighbourBeside as NeighbourBeside
    from graph.answers.shapes.gaps import NeighbourGap as NeighbourGap
    from graph.answers.shapes.gaps import NeighbourItem as NeighbourItem
    from graph.answers.shapes.gaps import NeighboursBody as NeighboursBody
    from graph.answers.shapes.gaps import Reason as Reason
    from graph.answers.shapes.gaps import ReasonCode as ReasonCode
    from graph.answers.shapes.gaps import WhyNotBody as WhyNotBody
    from graph.answers.shapes.missing import CertainUnlock as CertainUnlock
    from graph.answers.shapes.missing import KindAnswer as KindAnswer
    from graph.answers.shapes.missing import MissingBody as MissingBody
    from graph.answers.shapes.missing import MissingItem as MissingItem
    from graph.answers.shapes.missing import TradedInput as TradedInput
    from graph.answers.shapes.missing import Unlock as Unlock
    from graph.answers.shapes.panorama import Card as Card
    from graph.answers.shapes.panorama import CardGroup as CardGroup
    from graph.answers.shapes.panorama import GapBadge as GapBadge
    from graph.answers.shapes.panorama import Panorama as Panorama
    from graph.answers.shapes.panorama import StageColumn as StageColumn
    from graph.answers.shapes.panorama import Tile as Tile
    from graph.answers.shapes.priority import AcceptabilityItem as AcceptabilityItem
    from graph.answers.shapes.priority import ContributionItem as ContributionItem
    from graph.answers.shapes.priority import FirstLine as FirstLine
    from graph.answers.shapes.priority import FlipItem as FlipItem
    from graph.answers.shapes.priority import LandBody as LandBody
    from graph.answers.shapes.priority import LeftOut as LeftOut
    from graph.answers.shapes.priority import LeftOutItem as LeftOutItem
    from graph.answers.shapes.priority import ParkCell as ParkCell
    from graph.answers.shapes.priority import ParkItem as ParkItem
    from graph.answers.shapes.priority import ParkRow as ParkRow
    from graph.answers.shapes.priority import PriorityBody as PriorityBody
    from graph.answers.shapes.priority import PriorityItem as PriorityItem
    from graph.answers.shapes.priority import PriorityScore as PriorityScore
    from graph.answers.shapes.search import FoundPassage as FoundPassage
    from graph.answers.shapes.search import SearchBody as SearchBody
    from graph.answers.shapes.search import SearchItem as SearchItem
    from graph.answers.shapes.segments import ChainStage as ChainStage
    from graph.answers.shapes.segments import InputGroupItem as InputGroupItem
    from graph.answers.shapes.segments import MemberRef as MemberRef
    from graph.answers.shapes.segments import SegmentBody as SegmentBody
    from graph.answers.shapes.segments import SegmentItem as SegmentItem
    from graph.answers.shapes.segments import SegmentsBody as SegmentsBody
    from graph.answers.shapes.synergies import PathBody as PathBody
    from graph.answers.shapes.synergies import PathStep as PathStep
    from graph.answers.shapes.synergies import PossibleCounts as PossibleCounts
    from graph.answers.shapes.synergies import PossibleTies as PossibleTies
    from graph.answers.shapes.synergies import StatedTie as StatedTie
    from graph.answers.shapes.synergies import SynergiesBody as SynergiesBody
    from graph.answers.shapes.synergies import SynergyBody as SynergyBody
    from graph.answers.shapes.synergies import SynergyCell as SynergyCell
    from graph.answers.shapes.synergies import SynergySupply as SynergySupply
    from graph.answers.shapes.synergies import SynergyTie as SynergyTie
    from graph.answers.shapes.verify import Consequence as Consequence
    from graph.answers.shapes.verify import EnterpriseSheet as EnterpriseSheet
    from graph.answers.shapes.verify import FirstQuestion as FirstQuestion
    from graph.answers.shapes.verify import VerifyBody as VerifyBody
    from graph.answers.shapes.verify import VerifyByEnterpriseBody as VerifyByEnterpriseBody
    from graph.answers.shapes.verify import VerifyItem as VerifyItem

_HOMES: Mapping[str, str] = {
    name: module
    for module, names in {
        "audit": "AuditBody AuditItem",
        "chains": (
            "ChainBody ChainCounts ChainItem ChainsBody DatasetItem DatasetsBody "
            "IndustriesBody IndustryItem"
        ),
        "choose": "ChooseBody ChosenItem WorldChoice",
        "closure": "ClosureBody ClosureItem",
        "common": (
            "Body Completeness Computed ComputedPage Correction GroupState Page Ref "
            "Statement StatusCounts"
        ),
        "district": (
            "DependenceBody DependenceItem External IndicatorItem IndicatorsBody "
            "PlatformItem PlatformsBody ProjectItem ProjectsBody RegionsBody "
            "SuppliedGroup"
        ),
        "documents": (
            "DocumentBody DocumentItem DocumentsBody Passage PassageFact "
            "PassagesBody SourceItem SourcesBody UncitedSentence"
        ),
        "enterprises": (
            "DirectionItem EnterpriseBody EnterpriseItem EnterprisesBody MakesItem "
            "RegionItem RoleItem"
        ),
        "gaps": (
            "BlockRef FamilyRef GapBody GapItem GapsBody JudgementItem "
            "NeighbourBeside NeighbourGap NeighbourItem NeighboursBody Reason "
            "ReasonCode WhyNotBody"
        ),
        "missing": "CertainUnlock KindAnswer MissingBody MissingItem TradedInput Unlock",
        "panorama": "Card CardGroup GapBadge Panorama StageColumn Tile",
        "priority": (
            "AcceptabilityItem ContributionItem FirstLine FlipItem LandBody LeftOut "
            "LeftOutItem ParkCell ParkItem ParkRow PriorityBody PriorityItem "
            "PriorityScore"
        ),
        "search": "FoundPassage SearchBody SearchItem",
        "segments": ("ChainStage InputGroupItem MemberRef SegmentBody SegmentItem SegmentsBody"),
        "synergies": (
            "PathBody PathStep PossibleCounts PossibleTies StatedTie SynergiesBody "
            "SynergyBody SynergyCell SynergySupply SynergyTie"
        ),
        "verify": (
            "Consequence EnterpriseSheet FirstQuestion VerifyBody VerifyByEnterpriseBody VerifyItem"
        ),
    }.items()
    for name in names.split()
}
"""In which module each body is: a command imports those of its answer, not all of them."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
