"""How a workbook is written: cells, columns, colours, and how it prints."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from graph.exchange.out.sheet import CellValue, WrittenSheet

WIDEST = 60
"""Columns are not made wider than this many characters; cells wrap instead."""

OFFERED = 10_000
"""Rows for which the words of a column are offered."""

A4, A3 = "9", "8"
"""What spreadsheets call these papers."""
ROOM, ROOM_A4 = 300, 180
"""How many characters side by side can still be read on A3 and on A4."""

NARROW, TO_WRITE, STEP = 11, 16, 2
"""Columns up to so wide stay as they are, empty ones are made so wide, others grow by a step."""
LINE, TALLEST = 17, 409
"""The height of a line, and the greatest that a row may have, in points."""

MOST_OFFERED = 255
"""Characters that spreadsheets take of the words of a column."""
DAY = "yyyy-mm-dd"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WRAPPED = Alignment(wrap_text=True, vertical="top")
TO_FILL = PatternFill("solid", fgColor="FFF9E5")
"""The ground of cells that people fill."""
PAST = "F7D4D0"
"""That of days that are over."""

MARGIN = 0.4
"""Beside a printed table, in inches."""


def written(cover: Sequence[tuple[str, ...]], sheets: Iterable[WrittenSheet]) -> bytes:
    """Write a workbook with a cover of labels and values, and the sheets behind it."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):  # openpyxl's new workbooks always have one
        first = book.create_sheet()
    _write_cover(first, cover)
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _write_cover(page: Worksheet, cover: Sequence[tuple[str, ...]]) -> None:
    page.title = "说明"
    for row, (label, value, *code) in enumerate(cover, start=1):
        _put(page.cell(row, 1), label).font = Font(bold=True)
        page.cell(row, 1).alignment = Alignment(vertical="top")
        _put(page.cell(row, 2), value).alignment = Alignment(wrap_text=True, vertical="top")
        if code:
            _put(page.cell(row, 3), code[0])
            page.column_dimensions["C"].hidden = True
        if (lines := _lines((value,), (90,))) > 1:
            page.row_dimensions[row].height = LINE * lines
    page.column_dimensions["A"].width = 18
    page.column_dimensions["B"].width = 90
    page.cell(1, 2).font = Font(bold=True, size=16)
    page.row_dimensions[1].height = 24
    page.print_area = f"A1:B{len(cover)}"
    _print(page, A4)


def _write(page: Worksheet, sheet: WrittenSheet) -> None:
    _write_cells(page, sheet)
    page.freeze_panes = f"{get_column_letter(sheet.keys + 1)}2"
    last = get_column_letter(max(len(sheet.columns), 1))
    page.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    for name, words in sheet.choices.items():
        _offer(page, sheet.columns.index(name) + 1, words)
    for name in sheet.dates:
        _as_days(page, sheet.columns.index(name) + 1)
    if sheet.due and sheet.rows:
        _mark_past(page, get_column_letter(sheet.columns.index(sheet.due) + 1))
    widths = _widths(sheet)
    _size(page, sheet, widths)
    page.print_area, page.print_title_rows = f"A1:{last}{len(sheet.rows) + 1}", "1:1"
    page.page_setup.orientation = "landscape"
    _print(page, A4 if sum(widths) <= ROOM_A4 else A3)


def _write_cells(page: Worksheet, sheet: WrittenSheet) -> None:
    for column, name in enumerate(sheet.columns, start=1):
        cell = _put(page.cell(1, column), name)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="123A63")
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for row, values in enumerate(sheet.rows, start=2):
        for column, value in enumerate(values, start=1):
            cell = _put(page.cell(row, column), value)
            cell.alignment = WRAPPED
            if sheet.columns[column - 1] in sheet.filled:
                cell.fill = TO_FILL


def _size(page: Worksheet, sheet: WrittenSheet, widths: Sequence[int]) -> None:
    """Give columns their widths, hide those without any, and give rows the room they need."""
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = max(width, 1)
        page.column_dimensions[get_column_letter(column)].hidden = not width
    for row, cells in enumerate([sheet.columns, *sheet.rows], start=1):
        if (lines := _lines(cells, widths)) > 1:  # not every program makes room by itself
            page.row_dimensions[row].height = min(TALLEST, LINE * lines)


def _print(page: Worksheet, paper: str) -> None:
    """As wide as the paper, with its title above and its number below on every page."""
    page.page_setup.paperSize = paper
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_options.gridLines = True
    page.HeaderFooter.scaleWithDoc = False
    page.page_margins.left = page.page_margins.right = MARGIN
    head, foot = page.oddHeader, page.oddFooter
    if head is not None and head.center is not None:  # likewise
        head.center.text, head.center.size = "&A", 14
    if foot is not None and foot.right is not None:  # openpyxl's new sheets always have one
        foot.right.text = "&A  &P / &N"


def _offer(page: Worksheet, column: int, words: tuple[str, ...]) -> None:
    """Let a spreadsheet offer the words of a column; another word is asked about, not refused."""
    if not words or len(",".join(words)) > MOST_OFFERED:
        return
    listed = DataValidation(type="list", formula1=f'"{",".join(words)}"', errorStyle="warning")
    letter = get_column_letter(column)
    listed.add(f"{letter}2:{letter}{OFFERED}")
    page.add_data_validation(listed)


def _as_days(page: Worksheet, column: int) -> None:
    """Keep days as days, so that a spreadsheet sorts and reckons with them."""
    for (cell,) in page.iter_rows(min_row=2, min_col=column, max_col=column):
        cell.number_format = DAY
        if isinstance(cell.value, str) and _DAY.fullmatch(cell.value):
            cell.value = date.fromisoformat(cell.value)


def _mark_past(page: Worksheet, letter: str) -> None:
    """Let days that are over stand out, on whichever day the workbook is opened."""
    past = FormulaRule(  # type: ignore[no-untyped-call] # openpyxl has no types here
        formula=[f"AND(ISNUMBER({letter}2),{letter}2<TODAY())"],
        fill=PatternFill("solid", bgColor=PAST),
    )
    page.conditional_formatting.add(f"{letter}2:{letter}{page.max_row}", past)


def _put(cell: Cell | MergedCell, value: CellValue) -> Cell | MergedCell:
    """Store text as text: openpyxl would take `=…` for a formula."""
    if isinstance(value, str) and isinstance(cell, Cell):
        cell.value = _printable(value)
        cell.data_type = "s"
    else:
        cell.value = value
    return cell


def _printable(text: str) -> str:
    """Drop control characters, which XLSX cannot hold."""
    return "".join(each for each in text if each >= " " or each in "\n\t")


def _widths(sheet: WrittenSheet) -> list[int]:
    """Fit each column to its longest line; a Chinese character takes two places.

    Where they do not all fit the paper, room goes to what makes rows tall.
    """
    longest = [
        # A header takes two lines.
        max((_width(name) + 1) // 2, *(_width(row[at]) for row in sheet.rows), 0)
        for at, name in enumerate(sheet.columns)
    ]
    wanted = [max(8, width + 2) for width in longest]
    for at, name in enumerate(sheet.columns):
        if not any(row[at] for row in sheet.rows):  # people write there
            wanted[at] = max(wanted[at], TO_WRITE)
        if name in sheet.hidden:
            wanted[at] = 0
    wanted = [min(WIDEST, width) for width in wanted]
    return wanted if sum(wanted) <= ROOM else _shared_out(sheet, wanted)


def _shared_out(sheet: WrittenSheet, wanted: Sequence[int]) -> list[int]:
    """Widths that fit the paper: step by step to the column that is the tallest in most rows."""
    written = {*sheet.filled} - {*sheet.choices, *sheet.dates}
    least = [
        max(TO_WRITE if name in written else NARROW, (_width(name) + 1) // 2 + 2)
        for name in sheet.columns
    ]
    fitted = [min(pair) for pair in zip(wanted, least, strict=True)]
    lines = [[_lines((row[at],), (fitted[at],)) for row in sheet.rows] for at in range(len(wanted))]
    while sum(fitted) + STEP <= ROOM:
        tallest = [max(row) for row in zip(*lines, strict=True)]
        growing = [at for at, width in enumerate(fitted) if width < wanted[at]]
        if not growing or max(tallest, default=1) == 1:
            break
        at = max(growing, key=lambda at: _tall_rows(lines[at], tallest))
        fitted[at] = min(wanted[at], fitted[at] + STEP)
        lines[at] = [_lines((row[at],), (fitted[at],)) for row in sheet.rows]
    return fitted


def _tall_rows(lines: Sequence[int], tallest: Sequence[int]) -> int:
    """How much of the height of rows a column makes."""
    return sum(most for own, most in zip(lines, tallest, strict=True) if own == most > 1)


def _lines(cells: Sequence[CellValue], widths: Sequence[int]) -> int:
    """How many lines the tallest cell of a row takes."""
    return max(
        (
            sum(
                -(-max(1, _width(line)) // max(1, width - 1))
                for line in str(cell or "").split("\n")
            )
            for cell, width in zip(cells, widths, strict=True)
            if width
        ),
        default=1,
    )


def _width(value: CellValue) -> int:
    lines = str(value or "").split("\n")
    return max(sum(2 if ord(each) > 0x2E7F else 1 for each in line) for line in lines)
