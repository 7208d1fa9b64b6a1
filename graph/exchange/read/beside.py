"""Lists beside one another in one sheet: each is read as a sheet of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from graph.exchange.read.headers import SEARCHED, firm_headers, plain
from graph.exchange.read.rows import ReadSheet, TableRow

Columns = tuple[int, int]
"""Columns from the first up to, and without, the last."""


def side_by_side(sheet: ReadSheet, said: Sequence[str] = ()) -> Iterator[ReadSheet]:
    """Yield the lists that stand beside one another in a sheet, else the sheet itself.

    `said` are the columns of which a person said what they hold: such a sheet is one list.
    """
    first = list(islice(sheet.rows, SEARCHED))
    found = ((row.number, spans) for row in first if len(spans := _spans(row, first)) > 1)
    header, spans = next(found, (0, []))
    rows = chain(first, sheet.rows)
    if not spans or any(name in row.cells for row in first for name in said):
        yield replace(sheet, rows=rows)
        return
    every = list(rows)
    for span in spans:
        part = iter([_within(row, span, header) for row in every])
        yield replace(sheet, rows=part, beside=True)


def _spans(row: TableRow, first: Sequence[TableRow]) -> list[Columns]:
    """The columns of each list that a row heads; one span, or none, where it heads no two."""
    names = [plain(cell) for cell in row.cells]
    firms = [at for at, name in enumerate(names) if name in firm_headers()]
    if not firms:
        return []
    blocks = _blocks(names, first)
    heading = [block for block in blocks if any(block[0] <= at < block[1] for at in firms)]
    if len(blocks) > 1 and all(block in heading or _is_wide(block) for block in blocks):
        return blocks
    return _repeated(names, firms)


def _blocks(names: Sequence[str], first: Sequence[TableRow]) -> list[Columns]:
    """The runs of headed columns, apart by columns that are empty in all the first rows."""
    used = {at for row in first for at, cell in enumerate(row.cells) if cell and _is_row(row)}
    found: list[Columns] = []
    for at, name in enumerate(names):
        if (name and found and (found[-1][1] == at)) or (
            name and found and any(gap in used for gap in range(found[-1][1], at))
        ):
            found[-1] = (found[-1][0], at + 1)
        elif name:
            found.append((at, at + 1))
    return found


def _is_row(row: TableRow) -> bool:
    """Whether a row is no title, which stands in one cell wherever it likes."""
    return sum(map(bool, row.cells)) > 1


def _is_wide(block: Columns) -> bool:
    return block[1] - block[0] > 1


def _repeated(names: Sequence[str], firms: Sequence[int]) -> list[Columns]:
    """The spans of lists that repeat the header of the first, two of its columns or more."""
    again = [at for at in firms if names[at] == names[firms[0]]]
    starts = [at - _before(names, again[0], at) for at in again]
    spans = list(zip(starts, [*starts[1:], len(names)], strict=True))
    own = {name for name in names[spans[0][0] : spans[0][1]] if name}
    alike = all(len(own & {*names[start:end]}) > 1 for start, end in spans)
    return spans if alike else []


def _before(names: Sequence[str], first: int, other: int) -> int:
    """How many columns before a second 企业名称 repeat those before the first."""
    same = 0
    while same < first and names[first - same - 1] == names[other - same - 1] != "":
        same += 1
    return same


def _within(row: TableRow, span: Columns, header: int) -> TableRow:
    """A row with the cells of one list alone; a title above the lists goes with each."""
    if row.number < header and not _is_row(row):
        return row
    cells = tuple(cell if span[0] <= at < span[1] else "" for at, cell in enumerate(row.cells))
    flaws = {at: why for at, why in row.flaws.items() if span[0] <= at < span[1]}
    return row._replace(cells=cells, flaws=flaws)
