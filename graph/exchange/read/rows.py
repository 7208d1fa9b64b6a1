"""Tables as they stand: rows of texts, with what is wrong about a cell or a row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from graph.message import Message
from graph.model.printable import has_hidden, printable

_NO_FLAWS: Mapping[int, Message] = MappingProxyType({})
APOSTROPHES = "'\u2018\u2019`"
"""Signs by which spreadsheets mark a text."""


class TableRow(NamedTuple):
    """A row, numbered from 1 as a spreadsheet does; a cell that is not there is empty.

    `flaws` says by column why a cell cannot be taken (a formula, an error value), `flaw` why the
    whole row cannot (its encoding). `stripped` are columns that had characters nobody sees.
    A `hidden` row, as a filter leaves it, is read like others.
    """

    number: int
    cells: tuple[str, ...]
    flaws: Mapping[int, Message] = _NO_FLAWS
    flaw: Message | None = None
    stripped: frozenset[int] = frozenset()
    hidden: bool = False

    def cell(self, column: int) -> str:
        """Return the text of a column, counted from 0."""
        return self.cells[column] if column < len(self.cells) else ""

    def __bool__(self) -> bool:
        return any(self.cells) or bool(self.flaws)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A table of a file: `name` is null for a CSV; `rows` can be walked once, blank ones too.

    One that stands `beside` others in the sheet has the cells of its own columns alone. A `hidden`
    sheet of a workbook is named, and not read.
    """

    file: str
    name: str | None
    rows: Iterator[TableRow]
    beside: bool = False
    hidden: bool = False

    @property
    def table(self) -> str:
        """What evidence calls it."""
        return self.file if self.name is None else f"{self.file}#{self.name}"


def stripped(cells: Iterable[str]) -> frozenset[int]:
    """The columns whose texts have characters that nobody sees, which `cleaned` takes out."""
    return frozenset(at for at, text in enumerate(cells) if has_hidden(text))


def unmarked(text: str) -> str:
    """A text without the apostrophe by which spreadsheets mark one, where a program left it.

    >>> unmarked("'91110000600037341L"), unmarked("'=1"), unmarked("'t Hof")
    ('91110000600037341L', "'=1", "'t Hof")
    """
    begins = text[1:2].isdigit() or "\u4e00" <= text[1:2] <= "\u9fff"
    marked = begins and text[0] in APOSTROPHES and text[-1] not in APOSTROPHES
    return text[1:] if marked else text


def cleaned(text: str) -> str:
    r"""A text as it is kept: without spaces around it, no-break and zero-width ones included.

    >>> cleaned(" 飞轮车业\u200b\xa0")
    '飞轮车业'
    """
    if text.isprintable():  # as neither those nor any blank but the usual one are
        return text.strip()
    kept = printable(text).replace("\xa0", " ").replace("\u3000", " ")
    for invisible in ("\u200b", "\u200c", "\u200d", "\ufeff"):
        kept = kept.replace(invisible, "")
    return kept.strip()
