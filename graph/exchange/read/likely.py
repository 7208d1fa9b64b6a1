"""Tables that could not be read: what may be their headers and kinds, for a person to say."""

from dataclasses import dataclass
from itertools import islice

from graph.exchange.read.choices import TableChoices
from graph.exchange.read.columns import TableKind
from graph.exchange.read.files import TableFile, visible_sheets
from graph.exchange.read.headers import heading_of
from graph.exchange.read.layout import SEARCHED


@dataclass(frozen=True, slots=True)
class LikelyTable:
    """The columns that a table seems to have, and the kind that it seems to be, if any."""

    columns: tuple[str, ...]
    kind: TableKind | None


def likely_tables(file: TableFile, wanted: TableChoices) -> dict[str, LikelyTable]:
    """Each table of a file: its header as far as it is found, else the first row with two texts.

    Raises `TableRefusedError` for what is no table.
    """
    found = {}
    for sheet in visible_sheets(file):
        first = list(islice(sheet.rows, SEARCHED))
        heading, _rows = heading_of(iter(first), wanted.of(sheet.table))
        if heading is not None and not heading.missing:
            names = tuple(filter(None, heading.names))
            found[sheet.table] = LikelyTable(names, heading.table.kind)
            continue
        rows = (tuple(cell for cell in row.cells if cell) for row in first)
        several = next((each for each in rows if len(each) > 1), None)
        if several:
            found[sheet.table] = LikelyTable(several, None)
    return found
