"""Files to sheets: what a file is, is told by its content, not by its name."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.csv_file import csv_rows
from graph.exchange.read.rows import ReadSheet
from graph.exchange.read.xlsx_file import sheets
from graph.message import _

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_XLS = _("旧版 XLS 或加密的文件，请另存为未加密的 XLSX 或 CSV")
_PAGE = _("这是网页（HTML），只是名字像表格；请用 Excel 或 WPS 打开，另存为 XLSX 或 CSV")
_ODS = _("这是 ODS 表格，请另存为 XLSX 或 CSV")
_NO_TABLE = _("既不是 XLSX 也不是文本")
_NAME = _("文件名中不能有路径")
_LONG = _("文件名过长")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file as it came: its name without a path, and its content."""

    name: str
    content: bytes

    def __post_init__(self) -> None:
        """Raise `TableRefusedError` for a path in the name, for too much and for nothing."""
        shown = self.name[-60:]
        if any(each in self.name for each in "/\\\0\n\r") or self.name in ("", ".", ".."):
            raise TableRefusedError(file=shown, reason=_NAME)
        if len(self.name) > 200:
            raise TableRefusedError(file=shown, reason=_LONG)
        if len(self.content) > limits.BYTES:
            raise TableRefusedError(file=shown, reason=limits.TOO_LARGE)
        if not self.content.strip():
            raise TableRefusedError(file=shown, reason=limits.EMPTY)


def read_file(path: Path) -> TableFile:
    """Read a file; raise `TableRefusedError` for one that is too large, `OSError` for no file."""
    if path.stat().st_size > limits.BYTES:
        raise TableRefusedError(file=path.name, reason=limits.TOO_LARGE)
    return TableFile(path.name, path.read_bytes())


def likely_headers(file: TableFile) -> dict[str, tuple[str, ...]]:
    """The first row with two texts or more of each table, for a person to say what it holds.

    Raises `TableRefusedError` for what is no table.
    """
    found = {}
    for sheet in sheets_of(file):
        rows = (tuple(cell for cell in row.cells if cell) for row in islice(sheet.rows, 30))
        names = next((each for each in rows if len(each) > 1), None)
        if names:
            found[sheet.table] = names
    return found


def sheets_of(file: TableFile) -> Iterator[ReadSheet]:
    """Yield the tables of a file, each to be walked before the next; raise `TableRefusedError`."""
    if file.content.startswith(_OLD):
        raise TableRefusedError(file=file.name, reason=_XLS)
    if b"application/vnd.oasis.opendocument" in file.content[:200]:
        raise TableRefusedError(file=file.name, reason=_ODS)
    if file.content.startswith(_ZIP):
        yield from sheets(file.content, file.name)
        return
    if b"\0" in file.content[:1024] and not file.content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableRefusedError(file=file.name, reason=_NO_TABLE)
    start = file.content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<html", b"<!doctype", b"<table", b"<meta", b"<head", b"<?xml")):
        raise TableRefusedError(file=file.name, reason=_PAGE)
    yield ReadSheet(file.name, None, csv_rows(file.content, file.name))
