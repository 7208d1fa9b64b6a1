"""The parts of a file that are read one by one: its sheets, and lists that stand side by side."""

from collections.abc import Iterator
from dataclasses import replace

from graph.exchange.read.beside import side_by_side
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.files import TableFile, sheets_of
from graph.exchange.read.headers import laid_out
from graph.exchange.read.rows import ReadSheet


def parts_of(file: TableFile, said: TableChoices) -> Iterator[tuple[ReadSheet, TableChoices]]:
    """Yield the sheets of a file, lists beside one another apart, with what was said of each.

    Raises `TableRefusedError`.
    """
    for page in sheets_of(file):
        wanted = said.of(page.table)
        sheet = replace(page, rows=laid_out(page, wanted))
        one = sheet if wanted.layout.header else None
        for part in (one,) if one else side_by_side(sheet, tuple(wanted.columns or {})):
            yield part, wanted
