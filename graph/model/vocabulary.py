"""The closed vocabularies: codes that stay English in data, code and interface."""

from typing import Literal, get_args

from graph.message import Lang as Lang  # noqa: PLC0414 - given on

Basis = Literal["stated", "reference", "reported", "derived"]
Stage = Literal["upstream", "midstream", "downstream", "supporting"]
Sort = Literal[
    "raw_material", "material", "component", "equipment", "product", "software", "service"
]
InputSort = Literal["material", "energy", "capital", "service"]
LocalStatus = Literal["made", "present", "developing", "sought", "absent", "unlisted", "unknown"]
StatusBasis = Literal["stated", "reported", "register", "derived"]
ClaimStatus = Literal["present", "developing", "sought", "absent"]
EnterpriseStatus = Literal["operating", "suspended", "planned", "prospective"]
RegionSort = Literal["district", "park", "zone", "town", "neighbour"]
GapOrigin = Literal["stated", "derived", "both"]
NeedCode = Literal["production", "plan", "market", "none"]
Urgency = Literal[0, 1, 2]
Standing = Literal["confirmed", "wished", "to_settle", "direction", "noted"]
Answer = Literal["yes", "unknown", "no", "market", "no_recipe"]
Horizon = Literal["now", "planned"]
Confidence = Literal["high", "medium"]
ProposalState = Literal["waiting", "confirmed", "refused"]
QueueBy = Literal["firm", "segment"]
Verdict = Literal["confirm", "refute", "adopt", "filled"]
Intent = Literal["develop", "explore"]
DirectionSort = Literal["develops", "cooperates"]
Bound = Literal["exact", "at_least", "more_than", "about", "at_most"]
ProjectState = Literal["planned", "building", "done"]
SubjectType = Literal["region", "industry", "chain"]
Reading = Literal["actual", "target"]
Measure = Literal["level", "cumulative", "annual_average", "growth"]
"""What a figure measures: 水平, 累计 (〔〕, 五年合计), 年均, 当年增速."""
Binding = Literal["binding", "expected"]
"""约束性 and 预期性."""
Currency = Literal["CNY", "USD", "EUR", "HKD", "JPY", "GBP", "TWD", "SGD", "KRW"]
FirmColumn = Literal["scope", "activity", "invoice", "award"]
"""What a column holds that firms speak in: 经营范围, 主要业务活动, 开票商品, 主导产品."""
Coverage = Literal["all_industrial", "above_scale", "park", "partial", "elsewhere"]
"""What a register claims to hold: 全部工业法人, 全部规上工业企业, 某园区全部企业, anything else."""
Strength = Literal["strong", "medium", "weak"]
By = Literal["name", "alias", "synonym", "standard_phrase", "firm_name"]
"""As what a word of a firm was understood."""
Verb = Literal["makes", "processes", "sells", "develops", "repairs", "none"]
DecisionVerdict = Literal["confirm", "refuse"]
Criterion = Literal[
    "need",
    "families",
    "urgency",
    "certainty",
    "sort",
    "chains",
    "reach",
    "near",
    "park",
    "land",
    "target",
]
"""By what the gaps are put in order of priority."""
Preset = Literal["fill", "strengthen", "across"]
"""Weights that stand ready: 补链优先, 强链优先, 跨链协同优先."""
FindingKind = Literal[
    "growth",
    "share",
    "two_figures",
    "like_figures",
    "two_scales",
    "joint_count",
    "below_present",
    "double_negative",
    "parts_exceed_whole",
    "firms_exceed_scale",
    "part_takes_all",
    "built_exceeds_planned",
    "land",
    "stopped_and_counted_on",
    "here_and_lacking",
    "overtaken",
]
FactAction = Literal["added", "removed", "changed"]
GapAction = Literal["opened", "closed", "moved"]
NeighbourRole = Literal["complement", "rival", "both"]
NeighbourReason = Literal["cooperates", "makes", "takes", "attracts"]
"""Why: agreed to work together, may supply it, takes it too, asks the same firms in."""
Severity = Literal["certain", "doubtful"]
"""certain: no reading of the words and no rounding makes both true; doubtful: one might."""
LeadStage = Literal["study", "contact", "talks", "signed", "building", "producing", "ended"]
LeadRemark = Literal["local_target", "gap_closed", "landed"]
RecordType = Literal[
    "document",
    "source",
    "industry",
    "chain",
    "region",
    "segment",
    "kind_of",
    "membership",
    "input_group",
    "by_product",
    "enterprise",
    "role",
    "makes",
    "mention",
    "claim",
    "gap",
    "platform",
    "project",
    "indicator",
    "synergy",
    "direction",
    "process",
    "judgement",
    "lead",
    "delivery",
    "register",
    "listed_firm",
    "review",
    "firm_words",
    "decision",
]

STAGES: tuple[Stage, ...] = get_args(Stage)
INPUT_SORTS: tuple[InputSort, ...] = get_args(InputSort)
LOCAL_STATUSES: tuple[LocalStatus, ...] = get_args(LocalStatus)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
LEAD_STAGES: tuple[LeadStage, ...] = get_args(LeadStage)
HORIZONS: tuple[Horizon, ...] = get_args(Horizon)
STANDINGS: tuple[Standing, ...] = get_args(Standing)
NEEDS: tuple[NeedCode, ...] = get_args(NeedCode)
CRITERIA: tuple[Criterion, ...] = get_args(Criterion)
PRESETS: tuple[Preset, ...] = get_args(Preset)

OPEN_STANDINGS: frozenset[Standing] = frozenset({"confirmed", "to_settle"})
"""Of gaps that something waits for, or may wait for."""
FILLED_BY_LANDING: frozenset[Standing] = frozenset({"confirmed", "wished", "to_settle"})
"""Of gaps that are closed by landing somebody, if they are gaps."""
AVAILABLE: frozenset[LocalStatus] = frozenset({"made", "present"})
"""Statuses that make a segment available now."""
LACKING: frozenset[LocalStatus] = frozenset({"sought", "absent", "unlisted"})
"""Statuses that say a segment is not here, in both worlds; what is being built may be here."""
