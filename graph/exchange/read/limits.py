"""How large a table may be; a district has some thousand rows."""

from graph.errors import Words

BYTES = 50 * 1024 * 1024
ROWS = 200_000
"""Rows with something in them."""
LINES = 1_048_576
"""Rows with or without content: what a spreadsheet can hold."""
COLUMNS = 256
CELL = 32_767
"""Characters in a cell: what a spreadsheet can hold."""


def too_many_rows(most: int) -> Words:
    """Say that there are too many rows."""
    return Words(f"超过 {most} 行，请拆分", f"more than {most} rows; split it")


def too_wide(row: int) -> Words:
    """Say that a row has too many columns."""
    return Words(f"第 {row} 行超过 {COLUMNS} 列", f"row {row} has more than {COLUMNS} columns")


TOO_LARGE = Words(
    f"超过 {BYTES // 1024**2} MB，请拆分", f"more than {BYTES // 1024**2} MB; split it"
)
EMPTY = Words("文件是空的", "the file is empty")
