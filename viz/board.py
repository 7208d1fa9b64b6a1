"""The panorama as it is laid out: columns, shelves and the badges of cards."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import repeat

from markupsafe import Markup

from graph.answers.shapes import Card, CardGroup, GapBadge, Panorama, Ref, StageColumn
from graph.model.vocabulary import Lang, Stage
from viz import layout, style, svg

ROWS = 5.9
"""Rows of cards, labels counted, above which a stage asks for another sub-column."""
TIGHT: Mapping[Lang, float] = {"zh": 8.2, "en": 5.9}
"""Rows above which cards are drawn tight, so that 48 fit at 1440×900; English names are long."""
MOST_DRAWN = 300
"""Cards that a page draws, those behind "more" included; the others are a number."""
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
    """A stage as it is drawn; one of which no card is shown has no width of its own.

    `left` is how many of its cards are not drawn at all.
    """

    stage: Stage
    width: int
    shelves: tuple[BoardShelf, ...]
    rest: tuple[CardGroup, ...]
    bar: Markup
    left: int = 0

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
    def left(self) -> int:
        """How many cards are not drawn."""
        return sum(column.left for column in self.columns)

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
    """The stages with cards as a page has room for them, each with its width and its shelves."""
    whole = [stage for stage in panorama.stages if stage.groups]
    drawn = list(_drawn(whole))
    left = [
        _count(all_.groups) - _count(some.groups) for all_, some in zip(whole, drawn, strict=True)
    ]
    columns = laid_out(drawn, lang).columns
    return Board(tuple(replace(each, left=n) for each, n in zip(columns, left, strict=True)), lang)


def laid_out(stages: Iterable[StageColumn], lang: Lang) -> Board:
    """Every card of these stages, each with its width and its shelves."""
    there = [stage for stage in stages if stage.groups]
    sizes = [[len(group.segments) for group in stage.groups if group.segments] for stage in there]
    allotted = iter(layout.allot([size for size in sizes if size], rows=ROWS))
    widths = [next(allotted) if size else 0 for size in sizes]
    return Board(tuple(map(_column, there, sizes, widths, repeat(lang))), lang)


def _drawn(stages: list[StageColumn]) -> Iterator[StageColumn]:
    """The stages with as many cards as a page draws, divided among them; groups keep their order.

    Within a stage those that are shown come before those behind "more".
    """
    left, waiting = MOST_DRAWN, sorted(_count(stage.groups) for stage in stages)
    given: dict[int, int] = {}
    for turn, count in enumerate(waiting):  # who needs less leaves more to the others
        given[count] = min(count, left // (len(waiting) - turn))
        left -= given[count]
    for stage in stages:
        room = given[_count(stage.groups)]
        shown = sum(len(group.segments) for group in stage.groups)
        groups = list(_cut(stage.groups, min(room, shown), max(0, room - shown)))
        yield stage.model_copy(update={"groups": tuple(groups)})


def _cut(groups: Iterable[CardGroup], shown: int, more: int) -> Iterator[CardGroup]:
    """The groups up to so many cards that are shown, and so many behind "more"."""
    for group in groups:
        segments, behind = group.segments[:shown], group.more[:more]
        shown, more = shown - len(segments), more - len(behind)
        if segments or behind:
            yield group.model_copy(update={"segments": segments, "more": behind})


def _count(groups: Iterable[CardGroup]) -> int:
    return sum(len(group.segments) + len(group.more) for group in groups)


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
    return tuple(dict.fromkeys(_look(gap) for gap in card.gaps if gap.standing != "wished"))


def _look(gap: GapBadge) -> style.Look:
    return style.KIND[gap.kind] if gap.standing == "noted" else style.standing_look(gap)


def has_tile(cards: Iterable[Card], tile: str) -> bool:
    """Whether a tile, a status or the kind of a gap, counts one of these cards."""
    return any(tile in (each.local_status, *(gap.kind for gap in each.gaps)) for each in cards)


def confirmed(group: CardGroup) -> bool:
    """Whether a confirmed gap of this panorama is on one of its cards."""
    return any(map(is_gap, (*group.segments, *group.more)))


def is_gap(card: Card) -> bool:
    """Whether a confirmed gap of this panorama's own list is on a card."""
    return any(gap.standing == "confirmed" and not gap.elsewhere for gap in card.gaps)


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
