"""The panorama: stages, groups, cards."""

from graph.answers.shapes.common import Completeness, Computed, Ref, StatusCounts
from graph.model import Evidence, Record
from graph.model.gap_kinds import GapKind
from graph.model.vocabulary import GapOrigin, LocalStatus, Sort, Stage, Standing


class GapBadge(Record):
    """A gap as a card shows it; `elsewhere` if it is confirmed, but other chains' lists have it."""

    id: str
    name: str
    kind: GapKind
    origin: GapOrigin
    standing: Standing
    elsewhere: bool = False


class Card(Record):
    """A segment on a panorama.

    `named` where the document names it; `blocks` counts the products of the panorama that wait
    for it, `blocks_here` those of them that are made or present.
    """

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
    blocks_here: int = 0
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
    """全景图 of a chain or an industry: at most 48 cards, the rest in `more`.

    `standings` counts the rows of its gap list, as the headline does.
    """

    subject: Ref
    industry: Ref | None
    headline: str
    tiles: tuple[Tile, ...]
    standings: dict[str, int]
    stages: tuple[StageColumn, ...]
    shown: int
    total: int
    completeness: Completeness
