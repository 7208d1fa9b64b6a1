"""The sheet around a drawing: title, sentence, legend, and where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from viz.pictures.letters import LINE, broken, wide
from viz.pictures.marks import FAMILY, Box, Letters, Paint, PictureDrawing, box, moved, written
from viz.single_file import colours

MARGIN = 28.0
NARROWEST = 760.0
"""A sheet has room for its sentences, however small the drawing is."""
TITLE, SENTENCE, SMALL = 26.0, 15.0, 12.0


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says of itself.

    `about` are document and edition, version, terms and date; `notes` what the reader has to
    know, what was left out first.
    """

    title: str
    sentence: str
    about: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LegendKey:
    """An entry of the legend: colours and a word."""

    look: Paint
    word: str


def sheet(drawing: PictureDrawing, caption: Caption, keys: Sequence[LegendKey], lang: str) -> str:
    """The picture as an SVG document by itself, on white."""
    inner = max(drawing.width, NARROWEST)
    head = _head(caption, inner)
    legend = _legend(keys, inner)
    foot = _foot(caption, inner)
    marks, y = Markup(""), MARGIN
    for part in (head, drawing, legend, foot):
        marks += moved(part, MARGIN, y)
        y += part.height + (14 if part.height else 0)
    width, height = inner + 2 * MARGIN, y - 14 + MARGIN
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{}" width="{w:.0f}" height="{h:.0f}" '
        'viewBox="0 0 {w:.0f} {h:.0f}" font-family="{}" role="img"><title>{}</title>'
        '<desc>{}</desc><rect width="{w:.0f}" height="{h:.0f}" fill="#ffffff"/>{}</svg>\n'
    ).format(
        "en" if lang == "en" else "zh-CN", FAMILY, caption.title,
        f"{caption.sentence} {caption.about}", marks, w=width, h=height,
    )  # fmt: skip


def _head(caption: Caption, width: float) -> PictureDrawing:
    title = broken(caption.title, TITLE, width)
    sentence = broken(caption.sentence, SENTENCE, width)
    low = len(title) * TITLE * LINE
    marks = written(0, 0, title, Letters(TITLE, colours()["navy"], bold=True))
    marks += written(0, low + 2, sentence, Letters(SENTENCE, colours()["ink"]))
    return PictureDrawing(marks, width, low + 2 + len(sentence) * SENTENCE * LINE)


def _legend(keys: Sequence[LegendKey], width: float) -> PictureDrawing:
    """Swatches with their words, in as many lines as they need."""
    marks, x, y = Markup(""), 0.0, 0.0
    for key in keys:
        room = 26 + wide(key.word, SMALL) + 18
        if x and x + room > width:
            x, y = 0.0, y + 20
        marks += box(Box(x, y + 2, 20, 12), key.look)
        marks += written(x + 26, y, [key.word], Letters(SMALL, colours()["ink"]))
        x += room
    return PictureDrawing(marks, width, y + 18 if keys else 0)


def _foot(caption: Caption, width: float) -> PictureDrawing:
    lines = list(_small(caption, width))
    line = Markup('<path d="M0 0H{:.1f}" stroke="{}"/>').format(width, colours()["line"])
    marks = line + written(0, 6, lines, Letters(SMALL, colours()["soft"]))
    return PictureDrawing(marks, width, 6 + len(lines) * SMALL * LINE)


def _small(caption: Caption, width: float) -> Iterator[str]:
    for text in (*caption.notes, caption.about):
        yield from broken(text, SMALL, width)
