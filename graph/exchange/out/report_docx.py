"""`chain-report.docx`: the diagnosis of a chain as an office sends it."""

from collections.abc import Mapping, Sequence

from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from graph.answers.report_history import history_rows
from graph.answers.shapes.chain_history import ChainPoint
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

Fills = Mapping[str, tuple[str, str, str]]
"""Ground, ink and border of each local status, as `#rrggbb`."""
FONT = "宋体"
HEADINGS = "黑体"
ACROSS = 4
"""Cells of the panorama in one line; counts are short and take one line each time."""
INNER, NAMES = 166, 28
"""Millimetres between the margins, and of the column of names."""
GRID = "B9C3CE"


def report_docx(report: Report, fills: Fills, lang: Lang) -> bytes:
    """Write the document: A4, headings, coloured cells with words, numbered quotes at the end."""
    docx = Document()
    _set_up(docx, report, lang)
    docx.add_heading(report.title, level=0)
    _about(docx, report, lang)
    _sentence(docx.add_paragraph(), report.lead, lang).runs[0].bold = True
    for section in report.sections:
        _section(docx, section, report.history, fills, lang)
    if report.quotes:
        docx.add_heading(_("依据").text(lang), level=1)
        for quote in report.quotes:
            _quote(docx, quote, lang)
    _small(docx.add_paragraph(), _LEGEND.text(lang))
    return without_hour(docx.save)


def _set_up(docx: Docx, report: Report, lang: Lang) -> None:
    page = docx.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(20)
    _font(docx, "Normal", FONT, 10.5)
    for name, size in (("Title", 20), ("Heading 1", 13)):
        _font(docx, name, HEADINGS, size)
        spacing = docx.styles[name].paragraph_format
        spacing.space_before, spacing.space_after = Pt(10), Pt(4)
    about = docx.core_properties
    about.title, about.author, about.language = report.title, "liantu", lang
    about.created = about.modified = NO_HOUR
    foot = page.footer.paragraphs[0]
    _small(foot, f"{report.title} · ")
    _field(foot, "PAGE")
    _small(foot, " / ")
    _field(foot, "NUMPAGES")


def _font(docx: Docx, style: str, name: str, size: float) -> None:
    """Chinese letters take their font from an attribute of their own."""
    found = docx.styles[style]
    found.font.name, found.font.size = name, Pt(size)
    found.font.color.rgb = RGBColor(0, 0, 0)
    fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), name)


def _about(docx: Docx, report: Report, lang: Lang) -> None:
    told = [
        report.dataset_title,
        _("依据 {edition}", edition=report.edition).text(lang),
        _("数据版本 {version}", version=report.version).text(lang),
        report.terms,
    ]
    if report.made_up:
        told.append(_("虚构示例，不是真实地区").text(lang))
    _small(docx.add_paragraph(), " · ".join(told))


def _section(
    docx: Docx, section: ReportSection, history: Sequence[ChainPoint], fills: Fills, lang: Lang
) -> None:
    docx.add_heading(section.heading, level=1)
    style = "List Number" if section.code == "gaps" else "List Bullet"
    for told in section.paragraphs:
        paragraph = docx.add_paragraph(style=style)
        for sentence in told:
            if paragraph.runs:
                paragraph.add_run(" ")
            _sentence(paragraph, sentence, lang)
    if section.rows:
        _panorama(docx, section.rows, fills, lang)
    if section.code == "history":
        _history(docx, history, lang)


def _sentence(paragraph: Paragraph, sentence: ReportSentence, lang: Lang) -> Paragraph:
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(sentence.text)
    if sentence.computed:
        _small(paragraph, _("（推算）").text(lang))
    for number in sentence.cites:
        paragraph.add_run(f"[{number}]").font.superscript = True
    return paragraph


def _panorama(docx: Docx, rows: Sequence[ReportRow], fills: Fills, lang: Lang) -> None:
    """A table: the name of each row, then its cells, some in each line."""
    counts = all(cell.text.isdigit() for row in rows for cell in row.cells)
    across = max(len(row.cells) for row in rows) if counts else ACROSS
    table = docx.add_table(rows=0, cols=1 + across)
    _light(table)
    for number, column in enumerate(table.columns):
        column.width = Mm((INNER - NAMES) / across if number else NAMES)
    for row in rows:
        first = True
        for start in range(0, max(len(row.cells), 1), across):
            line = _row(table)
            _small(line[0].paragraphs[0], row.name if first else "")
            for place, cell in zip(line[1:], row.cells[start : start + across], strict=False):
                if cell.text == "0":
                    continue
                _coloured(place, cell, fills, lang)
            first = False
        if row.more:
            more = _("另有 {n} 个未画出", n=row.more).text(lang)
            line = _row(table)
            _small(line[1].merge(line[-1]).paragraphs[0], more)


def _history(docx: Docx, points: Sequence[ChainPoint], lang: Lang) -> None:
    """A table of the numbers, a column for each version: Word can draw a chart of it."""
    heads = [f"{_('第 {n} 版', n=each.version).text(lang)} {each.at[:10]}" for each in points]
    table = docx.add_table(rows=0, cols=1 + len(points))
    _light(table)
    for number, column in enumerate(table.columns):
        column.width = Mm((INNER - NAMES) / len(points) if number else NAMES)
    for word, cells in (("", heads), *history_rows(points, lang)):
        for place, text in zip(_row(table), (word, *cells), strict=True):
            _small(place.paragraphs[0], text)


def _light(table: Table) -> None:
    """Thin grey lines, and air above and below the letters of a cell."""
    table.style, table.autofit = "Table Grid", False
    about = table._tbl.tblPr
    borders, air = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(side, val="single", sz="4", space="0", color=GRID))
    for side, width in (("top", "40"), ("left", "80"), ("bottom", "40"), ("right", "80")):
        air.append(_element(side, w=width, type="dxa"))
    # Word wants the parts of a table's properties in the order of its schema.
    for part, behind in ((borders, "tblLayout"), (air, "tblLook")):
        next(about.iterchildren(qn(f"w:{behind}"))).addprevious(part)


def _row(table: Table) -> list[_Cell]:
    """A new line, which no page end cuts."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(_element("cantSplit"))
    return list(row.cells)


def _coloured(place: _Cell, cell: ReportCell, fills: Fills, lang: Lang) -> None:
    ground, ink, _border = fills[cell.code]
    shade = _element("shd", val="clear", color="auto", fill=ground.lstrip("#"))
    place._tc.get_or_add_tcPr().append(shade)  # python-docx has no other way
    mark = " · " + _("确认缺口").text(lang) if cell.gap else ""
    between = " " if cell.text.isdigit() else "\n"
    paragraph = place.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(f"{cell.text}{between}{cell.word}{mark}")
    run.font.size, run.font.bold = Pt(8), cell.gap
    run.font.color.rgb = RGBColor.from_string(ink.lstrip("#").upper())


def _element(name: str, **attributes: str) -> _Element:
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def _quote(docx: Docx, quote: ReportQuote, lang: Lang) -> None:
    said = quote.evidence.quote
    text = _("“{quote}”", quote=said).text(lang) if said else quote.evidence.note or ""
    _small(docx.add_paragraph(), f"[{quote.number}] {text} {quote.where}")


def _small(paragraph: Paragraph, text: str) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.add_run(text).font.size = Pt(8.5)


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that the word processor fills in."""
    field = _element("fldSimple", instr=name)
    shown = paragraph.add_run("1")
    shown.font.size = Pt(8.5)
    field.append(shown._r)
    paragraph._p.append(field)  # python-docx has no other way


_LEGEND = _(
    "方括号里的数字是依据的编号；“推算”由资料里的事实按参考配方算出，口径见题下。未知不等于没有。"
)
