"""A part of a workbook, walked once before it is read: merged cells, and nothing out of bounds.

The reader of workbooks keeps whole rows, whole strings and whatever stands around them in memory
as objects many times their size. How much there is of each is counted here, in constant memory.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, NamedTuple
from xml.parsers import expat

from graph.exchange.read import limits
from graph.message import Message, _

CHUNK = 256 * 1024
UNIT_ELEMENTS, UNIT_BYTES = 100_000, 32 * 1024 * 1024
"""Of one row or shared string: 16,384 cells have 50,000 elements, 256 full cells 8 MB."""
STRINGS = 3_000_000
"""Shared strings of a workbook."""
AROUND_ELEMENTS, AROUND_BYTES = 20_000, 4 * 1024 * 1024
"""Before the rows and between them: widths of 16,384 columns, views."""
BEHIND_ELEMENTS = 1_000_000
"""Behind the rows, where nothing but merged cells is read."""
MERGES = 200_000
_HEAPED = _("工作表中有一行或一处内容过多，请删去多余的格式与空列后重试")
_MERGED = _("合并单元格超过 {most} 处，请取消合并后重试", most=MERGES)


class Merge(NamedTuple):
    """A cell that spans the rows `first` to `last` of a column; columns are counted from 0."""

    first: int
    last: int
    column: int


class OutOfBoundsError(Exception):
    """A part has more of something than any table needs; `reason` says of what."""

    def __init__(self, reason: Message = _HEAPED) -> None:
        super().__init__()
        self.reason = reason


@dataclass
class SheetScan:
    """What was found: the name of the whole, merged cells, where the rows end (0: nowhere).

    `closing` are the tags that would end the part there, `hidden` the rows that nobody sees.
    """

    root: str = ""
    merges: set[Merge] = field(default_factory=set)
    rows_end: int = 0
    closing: bytes = b""
    hidden: set[int] = field(default_factory=set)


class _Walk:
    """Counts elements and bytes inside of each unit (`row`, `si`) and outside of them."""

    def __init__(self, unit: str) -> None:
        self.found = SheetScan()
        self._unit, self._most = unit, limits.LINES if unit == "row" else STRINGS
        self._depth = self._inside = self._data = 0
        self._elements = self._around = self._units = self._behind = 0
        self._from = self._outside = self._number = 0
        self._hides = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, chunk: bytes, walked: int) -> None:
        self._parser.Parse(chunk)
        # A tag or a text that does not end is kept by the parser itself.
        at = self._from if self._inside else self._parser.CurrentByteIndex
        if walked - max(at, 0) > UNIT_BYTES:
            raise OutOfBoundsError

    def close(self) -> None:
        self._parser.Parse(b"", True)  # noqa: FBT003 - the end

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if self._inside:
            self._elements += 1
            if self._elements > UNIT_ELEMENTS:
                raise OutOfBoundsError
            return
        name = tag.rpartition(":")[2]
        if self._depth == 1:
            self.found.root = tag
        if self.found.rows_end:
            self._after(name, attributes)
        elif name == self._unit:
            self._enter()
            self._number = _row_number(attributes, self._number)
            self._hides = attributes.get("hidden") in {"1", "true"}
        else:
            self._around += 1
            self._data = self._parser.CurrentByteIndex if name == "sheetData" else self._data
            if self._around > AROUND_ELEMENTS:
                raise OutOfBoundsError

    def _enter(self) -> None:
        self._units += 1
        self._inside, self._elements = self._depth, 0
        before, self._from = self._from, self._parser.CurrentByteIndex
        self._outside += max(0, self._from - before)
        if self._outside > AROUND_BYTES:
            raise OutOfBoundsError
        if self._units > self._most:
            raise OutOfBoundsError(limits.too_many_rows(self._most))

    def _end(self, tag: str) -> None:
        at = self._parser.CurrentByteIndex
        if self._depth == self._inside:
            if at - self._from > UNIT_BYTES:
                raise OutOfBoundsError
            self._inside, self._from = 0, at
            if self._hides and self._elements and len(self.found.hidden) < limits.ROWS:
                self.found.hidden.add(self._number)
        elif not self._inside and tag.rpartition(":")[2] == "sheetData":
            closing = f"</{tag}>" if at > self._data else ""
            self.found.rows_end = at
            self.found.closing = f"{closing}</{self.found.root}>".encode()
        self._depth -= 1

    def _after(self, name: str, attributes: Mapping[str, str]) -> None:
        self._behind += 1
        if self._behind > BEHIND_ELEMENTS:
            raise OutOfBoundsError
        merge = _merge(attributes.get("ref", "")) if name == "mergeCell" else None
        if merge is not None:
            self.found.merges.add(merge)
            if len(self.found.merges) > MERGES:
                raise OutOfBoundsError(_MERGED)


def scanned(packed: IO[bytes], unit: str) -> SheetScan:
    """Walk a sheet (units: `row`) or the shared strings (`si`); raise `OutOfBoundsError`.

    Raises `ExpatError` for what is no XML.
    """
    walk, walked = _Walk(unit), 0
    for chunk in pieces(packed):
        walked += len(chunk)
        walk.feed(chunk, walked)
    walk.close()
    return walk.found


def pieces(packed: IO[bytes]) -> Iterator[bytes]:
    """Read piece by piece."""
    while chunk := packed.read(CHUNK):
        yield chunk


def _row_number(attributes: Mapping[str, str], before: int) -> int:
    """The number of a row; one that has none follows the one before."""
    said = attributes.get("r", "")
    return int(said) if 0 < len(said) < 8 and said.isascii() and said.isdecimal() else before + 1


def _merge(reference: str) -> Merge | None:
    """Read `B2:C5`; null for a merge within one row, or out of every table."""
    first, _colon, last = reference.partition(":")
    if not (0 < len(first) < 12 and 0 < len(last) < 12 and first.isascii() and last.isascii()):
        return None
    letters, row = first.rstrip("0123456789"), first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    end = last.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not (letters.isalpha() and letters.isupper() and row.isdecimal() and end.isdecimal()):
        return None
    merge = Merge(int(row), int(end), _number(letters))
    tall = 0 < merge.first < merge.last <= limits.LINES
    return merge if tall and merge.column < limits.COLUMNS else None


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
