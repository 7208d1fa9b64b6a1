"""XLSX workbooks: a cover sheet that says what the table rests on, then the table.

Every table starts with 编号, the stable id. Headers are frozen and filtered; text that a
spreadsheet would run as a formula is stored as text.
"""

from collections.abc import Iterable, Sequence

from graph.exchange.out.sheet import WrittenSheet


def workbook(cover: Sequence[tuple[str, ...]], sheets: Iterable[WrittenSheet]) -> bytes:
    """Write a workbook with a cover of labels and values, and the sheets behind it.

    A third text of a line is the code behind its words: hidden, for the way back.
    """
    # Most of what knows of tables writes none: openpyxl, which brings numpy, takes 0.2 s to import.
    from graph.exchange.out.workbook_cells import written  # noqa: PLC0415

    return written(cover, sheets)
