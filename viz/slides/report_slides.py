"""`chain-report.pptx`: the diagnosis of a chain for a meeting, with the quotes of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide
from pptx.util import Pt

from graph.answers.shapes.report import (
    Report,
    ReportCell,
    ReportQuote,
    ReportRow,
    ReportSection,
    ReportSentence,
)
from graph.exchange.out.no_hour import NO_HOUR, without_hour
from graph.message import _
from graph.model.vocabulary import Lang
from viz.pictures.letters import fitted
from viz.report_page import report_fills
from viz.single_file import colours
from viz.slides.deck import LOW, MARGIN, SMALL, TOP, WIDTH, Deck, SlideText, rgb
from viz.slides.history_chart import history_chart

SITUATION = ("targets", "panorama", "completeness")
"""What stands on the first slide: the situation in numbers."""
ACROSS = 8
"""Cells of the panorama in one line."""
LABEL, GAP = 112.0, 3.0
HIGHEST, LOWEST = 64.0, 20.0
"""Points that a line of cells takes."""
LETTERS = 12.0
TWO_LINES = 28.0
"""From this height on the word of a cell stands below its name."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of cells; its name where it is the first of its row."""

    name: str
    cells: tuple[ReportCell, ...]
    more: int = 0


def report_pptx(report: Report, lang: Lang) -> bytes:
    """Write the slides: situation, panorama, gaps, single makers, matters, quotes."""
    about = " · ".join(
        [
            _("依据 {edition}", edition=report.edition).text(lang),
            _("数据版本 {version}", version=report.version).text(lang),
        ]
    )
    deck = Deck(report.title, about, lang)
    deck.paragraphs(report.title, list(_situation(report, lang)))
    for section in report.sections:
        if section.rows:
            _panorama(deck, section)
        elif section.code == "history":
            slide = deck.slide(section.heading)
            history_chart(deck, slide, report.history, deck.beside(slide, _said(section)))
        elif section.code not in SITUATION:
            deck.paragraphs(section.heading, _said(section))
    if report.quotes:
        quotes = [_quoted(each, lang) for each in report.quotes]
        deck.paragraphs(_("依据").text(lang), [*quotes, _legend(lang)], small=True)
    deck.feet()
    told = deck.slides.core_properties
    told.title, told.author, told.language = report.title, "liantu", lang
    told.created = told.modified = NO_HOUR
    return without_hour(deck.slides.save)


def _situation(report: Report, lang: Lang) -> Iterator[SlideText]:
    """The first sentence, the numbers, and under which terms they hold."""
    yield SlideText((report.lead,), mark="", bold=True)
    for section in report.sections:
        if section.code in SITUATION and not _counted(section):
            yield from _said(section)
    terms = f"{report.dataset_title} · {report.terms}"
    if report.made_up:
        terms += " · " + _("虚构示例，不是真实地区").text(lang)
    yield SlideText((ReportSentence(text=terms),), mark="")


def _counted(section: ReportSection) -> bool:
    """Whether it has the counts of several chains, whose sentences stand beside them."""
    return (
        section.code == "panorama"
        and bool(section.rows)
        and section.rows[0].cells[0].text.isdigit()
    )


def _said(section: ReportSection) -> list[SlideText]:
    numbered = section.code == "gaps" and len(section.paragraphs) > 1
    return [
        SlideText(tuple(each), mark=f"{number}." if numbered else "•")
        for number, each in enumerate(section.paragraphs, start=1)
    ]


def _quoted(quote: ReportQuote, lang: Lang) -> SlideText:
    said = quote.evidence.quote
    text = _("“{quote}”", quote=said).text(lang) if said else quote.evidence.note or ""
    return SlideText((ReportSentence(text=f"{text} {quote.where}"),), mark=f"[{quote.number}]")


def _legend(lang: Lang) -> SlideText:
    text = _(
        "方括号里的数字是依据的编号；“推算”由资料里的事实按参考配方算出，口径见题下。未知不等于没有。"
    )
    return SlideText((ReportSentence(text=text.text(lang)),), mark="")


def _panorama(deck: Deck, section: ReportSection) -> None:
    """Coloured boxes with their words, in lines, on as many slides as they need."""
    lines = [line for row in section.rows for line in _lines(row)]
    most = int((LOW - TOP) / LOWEST)
    for start in range(0, len(lines), most):
        part = lines[start : start + most]
        again = _("{heading}（续）", heading=section.heading).text(deck.lang)
        slide = deck.slide(again if start else section.heading)
        top = TOP
        if _counted(section) and not start:
            top = deck.beside(slide, _said(section))
        high = min(HIGHEST, (LOW - top) / len(part))
        for at, line in enumerate(part):
            _line(deck, slide, line, top + at * high, high)


def _lines(row: ReportRow) -> Iterator[_Line]:
    starts = range(0, max(len(row.cells), 1), ACROSS)
    for start in starts:
        cells = row.cells[start : start + ACROSS]
        last = start == starts[-1]
        yield _Line("" if start else row.name, cells, row.more if last else 0)


def _line(deck: Deck, slide: Slide, line: _Line, top: float, high: float) -> None:
    name = fitted(line.name, LABEL - 14, high - GAP, 13)
    frame = deck.box(slide, (MARGIN, top, LABEL - 4, top + high - GAP))
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    deck.write(frame.paragraphs[0].add_run(), line.name, name.size, bold=True)
    wide = (WIDTH - 2 * MARGIN - LABEL) / (ACROSS + 1)
    for at, cell in enumerate(line.cells):
        if cell.text == "0":
            continue
        left = MARGIN + LABEL + at * wide
        _cell(deck, slide, cell, (left, top, wide - GAP, high - GAP))
    if line.more:
        left = MARGIN + LABEL + ACROSS * wide
        frame = deck.box(slide, (left, top, wide, top + high - GAP))
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        more = _("另有 {n} 个未画出", n=line.more).text(deck.lang)
        size = fitted(more, wide, high - GAP, 10).size
        deck.write(frame.paragraphs[0].add_run(), more, size, ink=colours()["soft"])


def _cell(
    deck: Deck, slide: Slide, cell: ReportCell, place: tuple[float, float, float, float]
) -> None:
    ground, ink, edge = report_fills()[cell.code]
    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *(Pt(each) for each in place))
    shape.adjustments[0] = 0.08
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(ground)
    shape.line.color.rgb = rgb(colours()["gap"] if cell.gap else edge)
    shape.line.width = Pt(2.25 if cell.gap else 0.75)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Pt(3)
    frame.margin_top = frame.margin_bottom = 0
    mark = " · " + _("确认缺口").text(deck.lang) if cell.gap else ""
    word, wide, high = f"{cell.word}{mark}", place[2] - 8, place[3] - 2
    first = frame.paragraphs[0]
    if high < TWO_LINES:
        size = fitted(f"{cell.text} {word}", wide, high, LETTERS).size
        deck.write(first.add_run(), f"{cell.text} ", size, bold=True, ink=ink)
        deck.write(first.add_run(), word, size, ink=ink)
        return
    below = fitted(word, wide, high / 2, SMALL)
    size = fitted(cell.text, wide, high - below.height, LETTERS).size
    deck.write(first.add_run(), cell.text, size, bold=True, ink=ink)
    second = frame.add_paragraph()
    deck.write(second.add_run(), word, below.size, ink=ink)
    first.line_spacing, second.line_spacing = Pt(size * 1.2), Pt(below.size * 1.2)
