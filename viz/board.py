"""The panorama as it is laid out: columns, shelves and the badges of cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from graph.answers.shapes import Card, CardGroup, Panorama, Ref, StageColumn
from graph.model.vocabulary import Lang, Stage
from viz import layout, style, svg

ROWS = 5.9
"""Rows of cards that fit under the header at 1440×900, labels counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A group and its width in sub-columns."""

    group: CardGroup
    span: int


@dataclass(frozen=True, slots=True)
class BoardShelf:
    """Groups that stand side by side."""

    places: tuple[Place, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Column:
    """A stage as it is drawn."""

    stage: Stage
    width: int
    shelves: tuple[BoardShelf, ...]
    bar: Markup


def columns(panorama: Panorama, lang: Lang) -> tuple[Column, ...]:
    """The stages with cards, each with its width and its shelves."""
    stages = [stage for stage in panorama.stages if stage.groups]
    sizes = [[max(1, len(group.segments)) for group in stage.groups] for stage in stages]
    widths = layout.allot(sizes, rows=ROWS)
    return tuple(
        _column(stage, size, width, lang)
        for stage, size, width in zip(stages, sizes, widths, strict=True)
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


def chips(card: Card) -> int:
    """How many makers a card names; the others are counted. Badges leave room for fewer."""
    room = max(1, 3 - len(badges(card)))
    return room if len(card.makers) <= room else max(1, room - 1)


def _column(stage: StageColumn, sizes: list[int], width: int, lang: Lang) -> Column:
    rows = tuple(
        BoardShelf(
            tuple(Place(stage.groups[index], span) for index, span in shelf.spans), shelf.rows
        )
        for shelf in layout.shelves(sizes, width)
    )
    return Column(stage.stage, width, rows, svg.status_bar(stage.counts, lang))
