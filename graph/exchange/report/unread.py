"""What of the files is not read as rows: notes, totals, titles, examples, whole sheets."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.passing import ABOVE
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.message import Message, _

EXAMPLE = _("示例行")
_NO_HEADER = _("没有认出表头，整张表未读，{rows} 行")
_INCOMPLETE = _("像{title}，但缺少 {missing} 列，整张表未读，{rows} 行")


@dataclass(frozen=True, slots=True)
class Passed:
    """What was passed over, and why: `rows` of them from `row` on."""

    table: str
    row: int
    text: str
    why: Message
    rows: int = 1


def passed_row(table: str, row: TableRow, why: Message) -> Passed:
    """A row that was passed over."""
    return Passed(table, row.number, " ".join(cell for cell in row.cells if cell)[:80], why)


def above(table: str, first: Iterable[TableRow], heading: HeaderRow) -> list[Passed]:
    """What stands above the header of a list of firms and looks like rows."""
    found = []
    for row in first:
        whole = row.number < heading.row and sum(map(bool, row.cells)) > 1
        if whole and not any(cell in heading.names for cell in row.cells if cell):
            found.append(passed_row(table, row, ABOVE))
    return found


def unread_sheet(
    sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow | None
) -> Passed | None:
    """A sheet beside those that were recognised, with as many rows as it has; null if empty."""
    filled = [row for row in first if row]
    if not filled:
        return None
    rows = len(filled) + sum(map(bool, sheet.rows))
    why = _NO_HEADER.filled(rows=rows)
    if heading is not None:
        missing = "、".join(each.header for each in heading.missing)
        why = _INCOMPLETE.filled(title=heading.table.title, missing=missing, rows=rows)
    line = passed_row(sheet.table, filled[0], why)
    return Passed(line.table, line.row, line.text, why, rows)
