"""The panorama as it is laid out: columns, shelves and the badges of cards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from graph.answers.shapes import Card, CardGroup, Panorama, Ref, StageColumn
from graph.model.vocabulary import Lang, Stage
from viz import layout, style, svg

ROWS = 5.9
"""Rows of cards, labels counted, above which a stage asks for another sub-column."""
TIGHT: Mapping[Lang, float] = {"zh": 8.2, "en": 5.9}
"""Rows above which cards are drawn tight, so that 48 fit at 1440×900; English names are long."""
ROW_PX, LABEL_PX = 134, 27
"""The most height a row of cards and a label take; see `.r-1` in the stylesheet."""
_BAR_PX = {0: 40, 1: 66, 2: 150}


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """A group and its width in sub-columns."""

    group: CardGroup
    span: int


@dataclass(frozen=True, slots=True)
class BoardShelf:
    """Groups that stand side by side."""

    places: tuple[BoardPlace, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A stage as it is drawn; one of which no card is shown has no width of its own."""

    stage: Stage
    width: int
    shelves: tuple[BoardShelf, ...]
    rest: tuple[CardGroup, ...]
    bar: Markup

    @property
    def behind(self) -> int:
        """How many cards stand in groups of which none is shown."""
        return sum(len(group.more) for group in self.rest)

    @property
    def rows(self) -> float:
        """The height of the column, in rows of cards."""
        return sum(shelf.rows + layout.LABEL for shelf in self.shelves)


@dataclass(frozen=True, slots=True)
class Board:
    """The stages, whether cards are drawn tight, and the most height they take."""

    columns: tuple[BoardColumn, ...]
    lang: Lang = "zh"

    @property
    def tight(self) -> bool:
        """Whether the highest column has more rows than roomy cards allow."""
        return max((column.rows for column in self.columns), default=0) > TIGHT[self.lang]

    @property
    def most(self) -> int | None:
        """The greatest height in steps of 50 px, null where that exceeds the window anyway."""
        high = max((_most(column) for column in self.columns), default=0)
        return -(-high // 50) * 50 if high <= 650 else None


def board(panorama: Panorama, lang: Lang) -> Board:
    """The stages with cards, each with its width and its shelves."""
    stages = [stage for stage in panorama.stages if stage.groups]
    sizes = [[len(group.segments) for group in stage.groups if group.segments] for stage in stages]
    allotted = iter(layout.allot([size for size in sizes if size], rows=ROWS))
    widths = [next(allotted) if size else 0 for size in sizes]
    return Board(
        tuple(
            _column(stage, size, width, lang)
            for stage, size, width in zip(stages, sizes, widths, strict=True)
        ),
        lang,
    )


def cards(panorama: Panorama) -> Iterator[Card]:
    """Every card once, those behind "more" included."""
    seen: set[str] = set()
    for stage in panorama.stages:
        for group in stage.groups:
            for card in (*group.segments, *group.more):
                if card.id not in seen:
                    seen.add(card.id)
                    yield card


def card_ref(card: Card) -> Ref:
    """The segment of a card."""
    return Ref(type="segment", id=card.id, name=card.name, name_en=card.name_en)


def badges(card: Card) -> tuple[style.Look, ...]:
    """What a card wears besides its status, each once: the kind of noted gaps, else standing.

    A wish shows in the status already.
    """
    looks = [
        style.KIND[gap.kind] if gap.standing == "noted" else style.STANDING[gap.standing]
        for gap in card.gaps
        if gap.standing != "wished"
    ]
    return tuple(dict.fromkeys(looks))


def has_tile(cards: Iterable[Card], tile: str) -> bool:
    """Whether a tile, a status or the kind of a gap, counts one of these cards."""
    return any(tile in (each.local_status, *(gap.kind for gap in each.gaps)) for each in cards)


def confirmed(group: CardGroup) -> bool:
    """Whether a confirmed gap is on one of its cards."""
    cards = (*group.segments, *group.more)
    return any(gap.standing == "confirmed" for card in cards for gap in card.gaps)


def chips(card: Card) -> int:
    """How many makers a card names; the others are counted. Badges leave room for fewer."""
    room = max(1, 3 - len(badges(card)))
    return room if len(card.makers) <= room else max(1, room - 1)


def _column(stage: StageColumn, sizes: list[int], width: int, lang: Lang) -> BoardColumn:
    groups = [group for group in stage.groups if group.segments]
    rows = tuple(
        BoardShelf(
            tuple(BoardPlace(groups[index], span) for index, span in shelf.spans), shelf.rows
        )
        for shelf in layout.shelves(sizes, width)
    )
    rest = tuple(group for group in stage.groups if not group.segments)
    bar = svg.status_bar(stage.counts, lang, width=_BAR_PX.get(width, 180))
    return BoardColumn(stage.stage, width, rows, rest, bar)


def _most(column: BoardColumn) -> int:
    return sum(shelf.rows * ROW_PX + LABEL_PX for shelf in column.shelves) + 40
