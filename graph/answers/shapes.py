"""The bodies of answers, as the routes, the pages and `--json` give them."""

from typing import Literal

from graph.model import Code, Evidence, Record, RecordType
from graph.model.vocabulary import (
    Answer,
    EnterpriseStatus,
    GapKind,
    GapOrigin,
    Horizon,
    InputSort,
    LocalStatus,
    RegionSort,
    Sort,
    Stage,
    Standing,
)


class Ref(Record):
    """A pointer to a record, with what a reader needs to recognise it."""

    type: RecordType
    id: str
    name: str
    name_en: str | None = None


class Body(Record):
    """What every answer says: which dataset, which version."""

    dataset: str
    version: int


class Computed(Body):
    """What every computed answer says: region, boundary, inputs and horizon."""

    region: Ref
    boundary: str
    inputs: tuple[InputSort, ...]
    horizon: Horizon


class Page(Body):
    """What every list says: how many there are, and where the next page begins."""

    total: int
    next: str | None = None


class ComputedPage(Computed):
    """A computed list."""

    total: int
    next: str | None = None


class GroupState(Record):
    """One group of a completeness: its members and whether one is available."""

    members: tuple[Ref, ...]
    state: Literal["available", "unknown", "lacking"]


class Completeness(Record):
    """Local completeness 本地配套率 as a range; low and high are null only when needed is 0.

    `display` says what may be shown: `percent`, the bare `counts` (more than half unknown),
    or the `list` of groups (fewer than three).
    """

    available: int
    unknown: int
    lacking: int
    needed: int
    low: float | None
    high: float | None
    by: Literal["count", "value"]
    boundary: str
    display: Literal["percent", "counts", "list"]
    groups: tuple[GroupState, ...] = ()


class DatasetItem(Record):
    """A dataset with what its facts rest on; shares are between 0 and 1."""

    id: str
    title: str
    title_en: str
    region: Ref
    edition: str
    edition_date: str
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


class StatusCounts(Record):
    """Segments by local status; captive ones have none and stand apart."""

    made: int = 0
    present: int = 0
    developing: int = 0
    sought: int = 0
    absent: int = 0
    unknown: int = 0
    captive: int = 0


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


class GapBadge(Record):
    """A gap as a card shows it."""

    id: str
    name: str
    kind: GapKind
    origin: GapOrigin
    standing: Standing


class Card(Record):
    """A segment on a panorama. `named` where the document names it; `blocks` counts products."""

    id: str
    name: str
    name_en: str
    sort: Sort
    local_status: LocalStatus | None
    captive: bool
    traded: bool
    named: bool
    makers: tuple[Ref, ...]
    gaps: tuple[GapBadge, ...]
    blocks: int
    evidence: tuple[Evidence, ...]


class CardGroup(Record):
    """A labelled group of cards.

    `hole` 整组缺位 where every member is lacking, `all_unknown` 整组未知 where none is known.
    """

    name: str
    segments: tuple[Card, ...]
    more: tuple[Card, ...]
    hole: bool
    all_unknown: bool


class StageColumn(Record):
    """A column of the panorama."""

    stage: Stage
    counts: StatusCounts
    groups: tuple[CardGroup, ...]


class Tile(Record):
    """A number that is also legend and filter: a local status or a gap badge."""

    code: str
    count: int


class Panorama(Computed):
    """全景图 of a chain or an industry: at most 48 cards, the rest in `more`."""

    subject: Ref
    industry: Ref | None
    headline: str
    tiles: tuple[Tile, ...]
    stages: tuple[StageColumn, ...]
    shown: int
    total: int
    completeness: Completeness


class ChainStage(Record):
    """A chain that a segment belongs to, and where in it."""

    id: str
    name: str
    stage: Stage
    evidence: tuple[Evidence, ...]


class MemberRef(Ref):
    """An alternative within a group of inputs."""

    exact: bool = False
    local_status: LocalStatus | None = None
    traded: bool = False


class InputShape(Record):
    """A group of inputs of a segment; `inherited_from` names the general kind that brought it."""

    id: str
    essential: bool
    input: InputSort
    members: tuple[MemberRef, ...]
    inherited_from: Ref | None
    evidence: tuple[Evidence, ...]


class Statement(Record):
    """Any fact on a segment that has evidence: a mention, claim, making or kind."""

    id: str
    type: RecordType
    text: str
    refs: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class SegmentItem(Record):
    """A segment in a list."""

    id: str
    name: str
    name_en: str
    aliases: tuple[str, ...]
    sort: Sort
    traded: bool
    traded_reason: str | None
    captive: bool
    kind_of: Ref | None
    chains: tuple[ChainStage, ...]
    local_status: LocalStatus | None
    makers: tuple[Ref, ...]
    gaps: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class SegmentsBody(ComputedPage):
    """Segments, filtered."""

    items: tuple[SegmentItem, ...]


class SegmentBody(Body, SegmentItem):
    """One segment with its inputs, outputs and every statement on it.

    Here `inputs` are the groups of inputs; the input sorts of the question are `input_sorts`.
    """

    region: Ref
    boundary: str
    input_sorts: tuple[InputSort, ...]
    horizon: Horizon

    codes: tuple[Code, ...]
    kinds: tuple[Ref, ...]
    category: bool
    inputs: tuple[InputShape, ...]
    by_products: tuple[Ref, ...]
    outputs: tuple[Ref, ...]
    statements: tuple[Statement, ...]
    completeness: Completeness
    completable: Answer | None
    ready: Answer | None


class RoleShape(Record):
    """What an enterprise is in a chain."""

    id: str
    chain: Ref
    role: str
    evidence: tuple[Evidence, ...]


class MakesShape(Record):
    """What an enterprise makes."""

    id: str
    segment: Ref
    evidence: tuple[Evidence, ...]


class EnterpriseItem(Record):
    """An enterprise."""

    id: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    status: EnterpriseStatus
    roles: tuple[RoleShape, ...]
    makes: tuple[MakesShape, ...]
    region: Ref | None
    evidence: tuple[Evidence, ...]


class EnterprisesBody(Page):
    """Enterprises, filtered."""

    items: tuple[EnterpriseItem, ...]


class EnterpriseBody(Body, EnterpriseItem):
    """One enterprise."""


class RegionItem(Record):
    """A region as the documents name it."""

    id: str
    name: str
    name_en: str | None
    sort: RegionSort
    parent: Ref | None
    free_land_mu: float | None
    evidence: tuple[Evidence, ...]


class BlockRef(Ref):
    """A local product that a gap blocks, with its status and the worlds in which it does."""

    local_status: LocalStatus
    worlds: tuple[Literal["certain", "possible"], ...]


class GapItem(Record):
    """A gap: what the region needs and lacks, why it is thought so, and what would settle it."""

    id: str
    name: str
    segment: Ref | None
    enterprise_type: str | None
    capability: str | None
    chains: tuple[Ref, ...]
    region: Ref
    kind: GapKind
    origin: GapOrigin
    standing: Standing
    local_status: LocalStatus | None
    essential: bool | None
    settles: str
    blocks: tuple[BlockRef, ...]
    candidates: tuple[Ref, ...]
    related: tuple[Ref, ...]
    proof: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class GapsBody(ComputedPage):
    """The gap list 补链清单, one standing after the other; `standings` counts them."""

    standings: dict[str, int]
    items: tuple[GapItem, ...]


class GapBody(Computed, GapItem):
    """One gap."""


class Unlock(Record):
    """What would make the product ready in the possible world.

    `choices` only where must × choices yields exactly the sets.
    """

    must: tuple[Ref, ...]
    choices: tuple[tuple[Ref, ...], ...]
    sets: tuple[tuple[Ref, ...], ...]
    truncated: bool
    first_is_minimum: bool


class CertainUnlock(Record):
    """The same for the certain world: must-haves, and the size of the smallest set.

    `smallest` is null where nothing makes the product ready; `proven` is false where the search
    was cut short and a smaller set may exist.
    """

    must: tuple[Ref, ...]
    smallest: int | None
    proven: bool


class MissingItem(Record):
    """A missing upstream segment; `essential` where its group has no alternative.

    `path` runs from the missing segment to the product.
    """

    segment: Ref
    status: LocalStatus
    standing: Standing | None
    behind: bool
    depth: int
    essential: bool
    path: tuple[Ref, ...]
    alternatives: tuple[Ref, ...]
    gaps: tuple[Ref, ...]
    related: tuple[Ref, ...]
    suppliers: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class KindAnswer(Record):
    """The kind of a category for which the question was answered."""

    segment: Ref
    local_status: LocalStatus | None
    completable: Answer
    ready: Answer


class TradedInput(Record):
    """A traded segment that the answer rests on, with the reason for the judgement.

    `evidence` proves that it is an input; the judgement itself is engineering knowledge.
    """

    segment: Ref
    reason: str
    depth: int
    evidence: tuple[Evidence, ...] = ()


class MissingBody(Computed):
    """缺什么: what is missing upstream of a product, and what would make it ready."""

    target: Ref
    local_status: LocalStatus | None
    depth: int | None
    sentence: str
    kinds: tuple[KindAnswer, ...]
    completable: Answer
    ready: Answer
    completeness: Completeness
    unlock: Unlock
    certain: CertainUnlock
    traded: tuple[TradedInput, ...]
    missing: tuple[MissingItem, ...]


ReasonCode = Literal[
    "traded", "available", "alternative", "not_essential", "captive", "not_needed", "unknown"
]


class Reason(Record):
    """One reason why a segment is not a gap."""

    code: ReasonCode
    text: str
    refs: tuple[Ref, ...]
    evidence: tuple[Evidence, ...]


class WhyNotBody(Computed):
    """Why a segment is not a gap; `gap` where it is one."""

    target: Ref
    local_status: LocalStatus | None
    gap: Ref | None
    reasons: tuple[Reason, ...]


class SearchItem(Ref):
    """A record found by name."""

    matched: str


class SearchBody(Page):
    """What was found."""

    items: tuple[SearchItem, ...]


class DocumentItem(Record):
    """A document without its text."""

    id: str
    title: str
    publisher: str | None
    date: str | None
    sha256: str
    lines: int
    cited: int


class DocumentsBody(Page):
    """All documents."""

    items: tuple[DocumentItem, ...]


class DocumentBody(Body, DocumentItem):
    """A document by line; line n is `text[n - 1]`."""

    text: tuple[str, ...]


class PassageFact(Record):
    """A fact that cites a passage."""

    id: str
    type: RecordType
    text: str
    refs: tuple[Ref, ...]


class Passage(Record):
    """A cited span of a line (0-based code points, end exclusive) with its facts."""

    line: int
    start: int
    end: int
    quote: str
    facts: tuple[PassageFact, ...]


class PassagesBody(Page):
    """The cited spans of a document, in order of place."""

    document: str
    items: tuple[Passage, ...]
