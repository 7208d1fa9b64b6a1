"""How large a table may be; a district has some thousand rows."""

from graph.message import Message, _

BYTES = 50 * 1024 * 1024
SMALL = 1024 * 1024
"""Bytes of a file that is kept in memory, and of all that one may try who cannot write."""
SMALL_UNPACKED = 16 * SMALL
ROWS = 200_000
"""Rows with something in them."""
LINES = 1_048_576
"""Rows with or without content: what a spreadsheet can hold."""
COLUMNS = 256
CELL = 32_767
"""Characters in a cell: what a spreadsheet can hold."""

WAY_OUT = _("要由大文件建成一个数据集，用 liantu load 文件… --dataset 名称（CSV 或 Parquet）")


def too_many_rows(most: int) -> Message:
    """Say that there are too many rows."""
    return _("超过 {most} 行，请拆分；{way_out}", most=most, way_out=WAY_OUT)


def too_wide(row: int) -> Message:
    """Say that a row has too many columns."""
    return _("第 {row} 行超过 {columns} 列", row=row, columns=COLUMNS)


LINE = 1_000_000
"""Characters in a row of a CSV, over all its lines."""
NAME = 200
"""Characters in a name; that of a ministry's longest programme has 60."""
LONG_LINE = _("有一行超过 {most} 个字符（可能缺少换行或引号未闭合），请核对后重试", most=LINE)
LONG_NAME = _("名称超过 {most} 个字", most=NAME)
STRIPPED = _("其中看不见的控制字符已去除，其余照读")
TOO_LARGE = _("超过 {size} MB，请拆分；{way_out}", size=BYTES // 1024**2, way_out=WAY_OUT)
ONLY_SMALL = _("没有编辑者令牌时只能试读 1 MB 以内、展开后 16 MB 以内的表格")
EMPTY = _("文件是空的")
