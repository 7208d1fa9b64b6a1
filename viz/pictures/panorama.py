"""The panorama 全景图 as a picture: the columns, shelves and cards of the page, nothing cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph.answers.shapes import Card, CardGroup, Panorama, StageColumn
from graph.message import _
from graph.model.vocabulary import Lang
from viz import board, style
from viz.board import BoardColumn, BoardPlace
from viz.pictures.letters import LINE, broken
from viz.pictures.marks import Box, Letters, Paint, Sketch, box, paint, written
from viz.pictures.sheet import LegendKey
from viz.single_file import colours
from viz.words import PageWords

WIDE = 1400.0
GAP, INSET = 8.0, 6.0
NAME, SMALL, STAGE = 14.0, 11.0, 16.0
MOST_CARDS = 240
"""More cards than this, nobody reads in one picture; the others are counted by group."""
MOST_GROUPS = 40
"""Groups of a stage that are laid out."""


@dataclass(frozen=True, slots=True)
class _Written:
    """The lines of a card."""

    name: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def height(self) -> float:
        return 10 + len(self.name) * NAME * LINE + len(self.rest) * SMALL * LINE


def panorama_drawing(panorama: Panorama, lang: Lang) -> Sketch:
    """Draw the stages side by side, each as wide as on the page."""
    plan = board.laid_out(folded(panorama).stages, lang)
    unit = WIDE / max(sum(max(column.width, 1) for column in plan.columns), 1)
    marks, x, low = Markup(""), 0.0, 0.0
    for column in plan.columns:
        room = unit * max(column.width, 1)
        drawn, bottom = _column(column, Box(x, 0, room - GAP, 0), lang)
        marks, x, low = marks + drawn, x + room, max(low, bottom)
    return Sketch(marks, WIDE, low)


def folded(panorama: Panorama) -> Panorama:
    """The same with at most `MOST_CARDS` cards, those of each group counted that are left out."""
    each = max(MOST_CARDS // max(len(panorama.stages), 1), 1)
    stages = tuple(_folded(stage, each) for stage in panorama.stages)
    shown = {card.id for stage in stages for group in stage.groups for card in group.segments}
    return panorama.model_copy(update={"stages": stages, "shown": len(shown)})


def panorama_keys(panorama: Panorama, lang: Lang) -> Iterator[LegendKey]:
    """The statuses that there are with their counts, and what a red border says."""
    counts = {tile.code: tile.count for tile in panorama.tiles}
    for code, look in style.STATUS.items():
        if counts.get(code):
            yield LegendKey(paint(code), f"{look.label(lang)} {counts[code]}")
    captive = {card.id for card in board.cards(panorama) if card.captive}
    if captive:
        yield LegendKey(paint("captive"), f"{style.STATUS['captive'].label(lang)} {len(captive)}")
    if panorama.standings.get("confirmed"):
        yield LegendKey(paint("absent", confirmed=True), style.STANDING["confirmed"].label(lang))


def _folded(stage: StageColumn, most: int) -> StageColumn:
    groups, left = [], most
    for at, group in enumerate(stage.groups):
        kept = group.segments[: max(left, 0)] if at < MOST_GROUPS else ()
        left -= len(kept)
        more = (*group.segments[len(kept) :], *group.more)
        groups.append(group.model_copy(update={"segments": kept, "more": more}))
    return stage.model_copy(update={"groups": tuple(groups)})


def _column(column: BoardColumn, place: Box, lang: Lang) -> tuple[Markup, float]:
    """Draw the stage's name over its shelves; say how many cards it does not show."""
    head = Box(place.x, 0, place.width, 30)
    navy = colours()["navy-2"]
    marks = box(head, Paint(navy, "", navy))
    word = PageWords(lang).coded(f"stage_{column.stage}")
    how = Letters(STAGE, colours()["on-navy"], bold=True, middle=True)
    marks += written(head.middle[0], 5, [word], how)
    y = head.bottom + GAP
    for shelf in column.shelves:
        drawn, y = _shelf(shelf.places, Box(place.x, y, place.width, 0), lang)
        marks += drawn
    if column.rest:
        text = _("更多 {n} 个（另 {groups} 组）", n=column.behind, groups=len(column.rest))
        lines = broken(text.text(lang), SMALL, place.width)
        marks += written(place.x, y, lines, Letters(SMALL, colours()["soft"]))
        y += len(lines) * SMALL * LINE
    return marks, y


def _shelf(places: Sequence[BoardPlace], room: Box, lang: Lang) -> tuple[Markup, float]:
    """Draw groups side by side, as high as the highest."""
    unit = room.width / sum(place.span for place in places)
    spots, x = [], room.x
    for place in places:
        spots.append(Box(x, room.y, unit * place.span - GAP / 2, 0))
        x += unit * place.span
    drawn = [_group(each, spot, lang) for each, spot in zip(places, spots, strict=True)]
    low = max(bottom for _marks, bottom in drawn)
    marks = Markup("")
    for each, spot, (inner, _bottom) in zip(places, spots, drawn, strict=True):
        frame = Box(spot.x, spot.y, spot.width, low - spot.y)
        marks += box(frame, _ground(each.group)) + inner
    return marks, low + GAP


def _ground(group: CardGroup) -> Paint:
    """Colour a group as on the page: all of it lacking, all of it unknown, or neither."""
    found = colours()
    if group.hole and board.confirmed(group):
        return Paint(found["band"], "", found["absent-line"])
    if group.hole or group.all_unknown:
        return Paint(found["band-soft"], "", found["unknown-line"], dashed=True)
    return Paint("#ffffff", "", found["line"])


def _group(place: BoardPlace, spot: Box, lang: Lang) -> tuple[Markup, float]:
    group, width = place.group, spot.width - 2 * INSET
    label = broken(_label(group, lang), SMALL, width)
    ink = colours()["soft"]
    marks = written(spot.x + INSET, spot.y + 3, label, Letters(SMALL, ink, bold=True))
    y = spot.y + 6 + len(label) * SMALL * LINE
    each = (width - (place.span - 1) * INSET) / place.span
    for start in range(0, len(group.segments), place.span):
        row = group.segments[start : start + place.span]
        texts = [_lines(card, each - 12, lang) for card in row]
        high = max(text.height for text in texts)
        for at, (card, text) in enumerate(zip(row, texts, strict=True)):
            spot_ = Box(spot.x + INSET + at * (each + INSET), y, each, high)
            marks += _card(card, text, spot_)
        y += high + INSET
    if group.more:
        more = broken(_("另有 {n} 个未画出", n=len(group.more)).text(lang), SMALL, width)
        marks += written(spot.x + INSET, y - 2, more, Letters(SMALL, ink))
        y += len(more) * SMALL * LINE
    return marks, y


def _label(group: CardGroup, lang: Lang) -> str:
    tag = _("整组缺位") if group.hole else _("整组未知") if group.all_unknown else None
    name = group.name or _("其他").text(lang)
    return f"{name} · {tag.text(lang)}" if tag else name


def _lines(card: Card, width: float, lang: Lang) -> _Written:
    words = PageWords(lang)
    name = broken(words.name(board.card_ref(card)), NAME, width)
    told = [style.status_look(card.local_status).short(lang)]
    if card.traded:
        told.append(style.TRADED.short(lang))
    told += [look.short(lang) for look in board.badges(card)]
    rest = list(broken(" · ".join(told), SMALL, width))
    if card.makers:
        shown = card.makers[: board.chips(card)]
        firms = _("、").text(lang).join(words.name(each) for each in shown)
        left = len(card.makers) - len(shown)
        rest += broken(f"{firms} +{left}" if left else firms, SMALL, width)
    return _Written(name, tuple(rest))


def _card(card: Card, text: _Written, spot: Box) -> Markup:
    look = paint(card.local_status or "captive", confirmed=board.is_gap(card))
    marks = box(spot, look)
    marks += written(spot.x + 6, spot.y + 4, text.name, Letters(NAME, look.ink, bold=True))
    low = spot.y + 5 + len(text.name) * NAME * LINE
    return marks + written(spot.x + 6, low, text.rest, Letters(SMALL, look.ink))
