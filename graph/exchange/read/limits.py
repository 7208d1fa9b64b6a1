"""How large a table may be; a district has some thousand rows."""

from graph.message import Message, _

BYTES = 50 * 1024 * 1024
ROWS = 200_000
"""Rows with something in them."""
LINES = 1_048_576
"""Rows with or without content: what a spreadsheet can hold."""
COLUMNS = 256
CELL = 32_767
"""Characters in a cell: what a spreadsheet can hold."""


def too_many_rows(most: int) -> Message:
    """Say that there are too many rows."""
    return _("超过 {most} 行，请拆分", most=most)


def too_wide(row: int) -> Message:
    """Say that a row has too many columns."""
    return _("第 {row} 行超过 {columns} 列", row=row, columns=COLUMNS)


TOO_LARGE = _("超过 {size} MB，请拆分", size=BYTES // 1024**2)
EMPTY = _("文件是空的")
