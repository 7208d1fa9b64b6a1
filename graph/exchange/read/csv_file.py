"""CSV as offices keep it: UTF-8 or GBK or both in one file, commas, semicolons or tabs."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.rows import APOSTROPHES, TableRow, cleaned, stripped, unmarked
from graph.message import Message, _

DELIMITERS = (",", "\t", ";")
_HEAD = 40
_MOST_LINES = 2 * limits.LINES
"""Windows ends a line with two characters; a cell of several lines is rare."""
_FORMULA = _("公式不能导入，请改为数值或文字")
_GARBLED = _("无法解码，请以 UTF-8 另存")
_OTHER = {
    "utf-8": _("本行编码为 UTF-8，与文件其余部分（GBK）不同；请核对后以 UTF-8 另存整个文件"),
    "gb18030": _("本行编码为 GBK，与文件其余部分（UTF-8）不同；请核对后以 UTF-8 另存整个文件"),
}


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The lines of a file, and what is wrong with some of them, by number from 0."""

    lines: list[str]
    flaws: dict[int, Message]


def csv_rows(content: bytes, file: str) -> Iterator[TableRow]:
    """Yield every row, blank ones too; raise `TableRefusedError`."""
    if content.count(b"\n") + content.count(b"\r") > _MOST_LINES:
        raise TableRefusedError(file=file, reason=limits.too_many_rows(limits.LINES))
    text = decoded(content)
    if any(len(line) > limits.LINE for line in text.lines[:_HEAD]):
        raise TableRefusedError(file=file, reason=limits.LONG_LINE)
    delimiter = delimiter_of(text.lines[:_HEAD])
    walked = 0
    lines = BoundedLines(iter(text.lines), file)
    # `strict` would refuse a stray quote, which spreadsheets read as text.
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            lines.row = 0
            flaws = {
                text.flaws[at]: None for at in range(walked, reader.line_num) if at in text.flaws
            }
            walked = reader.line_num
            yield row_of(number, cells, next(iter(flaws), None), file)
    except csv.Error as error:
        reason = _("第 {walked} 行：{error}", walked=walked + 1, error=error)
        raise TableRefusedError(file=file, reason=reason) from error


@dataclass(slots=True)
class BoundedLines:
    """Lines for the reader, which keeps a row until it ends: one without an end is refused."""

    lines: Iterator[str]
    file: str
    row: int = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.row += len(line)
        if self.row > limits.LINE:
            raise TableRefusedError(file=self.file, reason=limits.LONG_LINE)
        return line


def decoded(content: bytes) -> DecodedText:
    """Decode UTF-8 (with or without a mark), GBK, UTF-16 with its mark, or a mixture by lines.

    >>> decoded("链条,有".encode("gb18030")).lines
    ['链条,有']
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace").replace("\r\n", "\n")
        return DecodedText(list(StringIO(text.replace("\r", "\n"))), {})
    raw = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").splitlines(keepends=True)
    try:
        return DecodedText([line.decode("utf-8") for line in raw], {})
    except UnicodeDecodeError:
        return _mixed(raw)


def _mixed(raw: list[bytes]) -> DecodedText:
    """Decode line by line: bytes that are no UTF-8 are GBK, which most files are as a whole."""
    surely_utf8 = sum(is_chinese_utf8(line) for line in raw)
    no_utf8 = sum(text_in(line, "utf-8") is None for line in raw)
    usual = usual_encoding(surely_utf8, no_utf8)
    told = [decoded_line(line, usual) for line in raw]
    flaws = {number: flaw for number, (_text, flaw) in enumerate(told) if flaw is not None}
    return DecodedText([text for text, _flaw in told], flaws)


def usual_encoding(surely_utf8: int, no_utf8: int) -> str:
    """The encoding of most lines, by how many are surely UTF-8, and how many surely none."""
    return "utf-8" if surely_utf8 > no_utf8 else "gb18030"


def decoded_line(line: bytes, usual: str) -> tuple[str, Message | None]:
    """Decode a line by itself; say what is wrong where that is not the usual encoding, or none."""
    plain = text_in(line, "utf-8")
    own = "gb18030" if plain is None else "utf-8" if is_chinese_utf8(line) else usual
    text = plain if own == "utf-8" else text_in(line, own)
    if text is None:
        return line.decode(own, errors="replace"), _GARBLED
    return text, _OTHER[own] if own != usual else None


def is_chinese_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8 with common Chinese characters: GBK that looks so gives rare ones."""
    text = text_in(line, "utf-8")
    if text is None or text.isascii():
        return False
    return any("\u4e00" <= each <= "\u9fff" for each in text) and text_in(line, "gb2312") is None


def text_in(line: bytes, encoding: str) -> str | None:
    """A line in an encoding; null where it is not."""
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return None


def delimiter_of(lines: Sequence[str]) -> str:
    """The delimiter that gives the most rows of one width, the usual comma if none does.

    >>> delimiter_of(["编号;环节", "belt;同步带，皮带"])
    ';'
    """

    def evenness(delimiter: str) -> int:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1]
        return max((widths.count(width) * width for width in set(widths)), default=0)

    try:
        return max(DELIMITERS, key=evenness)
    except csv.Error:  # told where the rows are read
        return ","


def row_of(number: int, cells: list[str], flaw: Message | None, file: str) -> TableRow:
    """A row of cells as it is kept; raise `TableRefusedError` for one that is too wide."""
    if len(cells) > limits.COLUMNS:
        raise TableRefusedError(file=file, reason=limits.too_wide(number))
    whole = "".join(cells)
    marked = any(each in whole for each in APOSTROPHES)
    if not marked and whole.isprintable() and "=" not in whole:
        return TableRow(number, tuple([each.strip() for each in cells]), flaw=flaw)
    texts = tuple(map(_armed, cells))
    formulas = {at: _FORMULA for at, text in enumerate(texts) if text.startswith("=")}
    kept = tuple(text.removeprefix("'") if text.startswith("'=") else text for text in texts)
    return TableRow(number, kept, formulas, flaw, stripped(cells))


def _armed(cell: str) -> str:
    """Take the apostrophe off that our own files put before `+`, `-` and `@`."""
    text = cleaned(cell)
    if text[:1] == "'" and text[1:2] in ("+", "-", "@", "\t", "\r"):
        return text[1:]
    return unmarked(text)
