"""CSV of any length: read line by line, so that a row costs memory only while it is looked at."""

import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.csv_file import (
    BoundedLines,
    decoded_line,
    delimiter_of,
    is_chinese_utf8,
    row_of,
    text_in,
    usual_encoding,
)
from graph.exchange.read.rows import TableRow
from graph.message import Message, _

_BLOCK = 1 << 20
_HEAD = 40
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


def big_csv_rows(path: Path) -> Iterator[TableRow]:
    """Yield every row as `csv_rows` would, blank ones too; raise `TableRefusedError`."""
    flaws: dict[int, Message] = {}
    lines = _lines(path, flaws)
    head = list(islice(lines, _HEAD))
    delimiter = delimiter_of(head)
    bounded = BoundedLines(_again(head, lines), path.name)
    reader = csv.reader(bounded, delimiter=delimiter)
    walked, name = 0, path.name
    try:
        for number, cells in enumerate(reader, start=1):
            bounded.row = 0
            flaw = None
            if flaws:  # of lines that were read, and not of those ahead
                found = [flaws.pop(at) for at in range(walked, reader.line_num) if at in flaws]
                flaw = next(iter(found), None)
            walked = reader.line_num
            yield row_of(number, cells, flaw, name)
    except csv.Error as error:
        reason = _("第 {walked} 行：{error}", walked=walked + 1, error=error)
        raise TableRefusedError(file=path.name, reason=reason) from error


def _again(head: list[str], lines: Iterator[str]) -> Iterator[str]:
    yield from head
    yield from lines


def _lines(path: Path, flaws: dict[int, Message]) -> Iterator[str]:
    """Yield decoded lines; note what is wrong with one, by its number from 0."""
    with path.open("rb") as file:
        mark = file.read(2)
    if mark in _MARKS:
        with path.open(encoding="utf-16", errors="replace") as text:
            yield from text
        return
    usual = _usual(path)
    if usual is None:
        yield from (line.decode("utf-8") for line in _raw(path))
        return
    for number, line in enumerate(_raw(path)):
        text_of, flaw = decoded_line(line, usual)
        if flaw is not None:
            flaws[number] = flaw
        yield text_of


def _usual(path: Path) -> str | None:
    """The encoding of most lines; null where all are UTF-8."""
    no_utf8 = _count(path, lambda line: text_in(line, "utf-8") is None)
    return usual_encoding(_count(path, is_chinese_utf8), no_utf8) if no_utf8 else None


def _count(path: Path, holds: Callable[[bytes], bool]) -> int:
    return sum(map(holds, _raw(path)))


def _raw(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, whichever way they end, without a mark before the first."""
    with path.open("rb") as file:
        left = file.read(_BLOCK).removeprefix(_UTF8_MARK)
        while block := file.read(_BLOCK):
            if len(left) > _BLOCK + 4 * limits.LINE:
                raise TableRefusedError(file=path.name, reason=limits.LONG_LINE)
            whole, end, rest = (left + block).rpartition(b"\n")
            yield from _split(whole + end)
            left = rest
        yield from _split(left)


def _split(content: bytes) -> list[bytes]:
    return content.replace(b"\r\n", b"\n").splitlines(keepends=True)
