"""Files to sheets: what a file is, is told by its content, not by its name."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from io import SEEK_END, BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import BinaryIO, cast
from weakref import finalize

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
_SHEET_XML = _("这是 XML 表格（2003），请用 Excel 或 WPS 打开，另存为 XLSX 或 CSV")
_NOT_TABLES = {
    b"%PDF": _("这是 PDF，不是表格；请向来源索要 XLSX 或 CSV，或转成表格并核对后导入"),
    b"PAR1": _("这是 Parquet；{way_out}", way_out=limits.WAY_OUT),
    b"{\\rtf": _("这是文字文档，不是表格；请把其中的表格粘贴到 XLSX 后导入"),
}
_WORD = _("这是 Word 文档，不是表格；请把其中的表格粘贴到 XLSX 后导入")
_BINARY = _("这是 XLSB 表格，请另存为 XLSX 或 CSV")
_PACKED = _("这是压缩包，请解压后导入其中的表格")
_PARTS = {b"word/document.xml": _WORD, b"xl/workbook.bin": _BINARY}
"""What stands in the list of contents of archives that are no XLSX."""
_IS_PAGE = re.compile(
    r"<!doctype|<(?:html|head|meta|body|table|style|div|title|script)[\s>]", re.IGNORECASE
)
_ODS = _("这是 ODS 表格，请另存为 XLSX 或 CSV")
_NO_TABLE = _("既不是 XLSX 也不是文本")
_NAME = _("文件名中不能有路径")
_LONG = _("文件名过长")


class TableFile:
    """A file as it came: its name without a path, and its content, in memory or on disk."""

    def __init__(self, name: str, content: bytes | BinaryIO) -> None:
        """Raise `TableRefusedError` for a path in the name, for too much and for nothing.

        A file on disk is read where its content is asked for, and closed with this.
        """
        self.name = name
        self._kept = content
        self._reading = Lock()
        if not isinstance(content, bytes):
            finalize(self, content.close)
        self.size = len(content) if isinstance(content, bytes) else content.seek(0, SEEK_END)
        shown = name[-60:]
        if any(each in name for each in "/\\\0\n\r") or name in ("", ".", ".."):
            raise TableRefusedError(file=shown, reason=_NAME)
        if len(name) > 200:
            raise TableRefusedError(file=shown, reason=_LONG)
        if self.size > limits.BYTES:
            raise TableRefusedError(file=shown, reason=limits.TOO_LARGE)
        if self.size < limits.SMALL and not self.content.strip():
            raise TableRefusedError(file=shown, reason=limits.EMPTY)

    @property
    def content(self) -> bytes:
        """All of it, in memory."""
        if isinstance(self._kept, bytes):
            return self._kept
        with self._reading:
            self._kept.seek(0)
            return self._kept.read()

    @property
    def unpacked(self) -> int:
        """How many bytes it has, once unpacked where it is an archive."""
        content = self.content
        if not content.startswith(_ZIP):
            return len(content)
        with suppress(zipfile.BadZipFile), zipfile.ZipFile(BytesIO(content)) as archive:
            return sum(part.file_size for part in archive.infolist())
        return len(content)


def kept_file(name: str, source: BinaryIO) -> TableFile:
    """A file that came by the network: on disk unless it is small, for many may wait."""
    start = source.read(limits.SMALL)
    if len(start) < limits.SMALL:
        return TableFile(name, start)
    kept = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - it stays as long as the file
    kept.write(start)
    shutil.copyfileobj(source, kept, limits.SMALL)
    return TableFile(name, kept)


def read_file(path: Path) -> TableFile:
    """Read a file; raise `TableRefusedError` for one that is too large, `OSError` for no file."""
    if path.stat().st_size > limits.BYTES:
        raise TableRefusedError(file=path.name, reason=limits.TOO_LARGE)
    return TableFile(path.name, path.read_bytes())


def visible_sheets(file: TableFile) -> Iterator[ReadSheet]:
    """Yield the tables of a file that people see; raise `TableRefusedError`."""
    return (sheet for sheet in sheets_of(file) if not sheet.hidden)


def sheets_of(file: TableFile) -> Iterator[ReadSheet]:
    """Yield the tables of a file, each to be walked before the next; raise `TableRefusedError`."""
    name, content = file.name, file.content
    if content.startswith(_OLD):
        raise TableRefusedError(file=name, reason=_XLS)
    if b"application/vnd.oasis.opendocument" in content[:200]:
        raise TableRefusedError(file=name, reason=_ODS)
    if content.startswith(_ZIP):
        _refuse_other_archives(content, name)
        yield from sheets(content, name)
        return
    _refuse_other_texts(content, name)
    if b"\0" in content[:1024] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableRefusedError(file=name, reason=_NO_TABLE)
    yield ReadSheet(name, None, csv_rows(content, name))


def _refuse_other_archives(content: bytes, name: str) -> None:
    """Refuse documents, binary workbooks and archives of files, each with the way out."""
    end = content[-65536:]  # where archives list what they hold
    why = next((why for part, why in _PARTS.items() if part in end), None)
    whole = b"PK\x05\x06" in end  # else it is damaged, which is told where it is read
    if why is None and whole and b"xl/" not in end and b"[Content_Types].xml" not in end:
        why = _PACKED
    if why is not None:
        raise TableRefusedError(file=name, reason=why)


def _refuse_other_texts(content: bytes, name: str) -> None:
    """Refuse web pages, XML and documents that only have the name of a table."""
    for mark, why in _NOT_TABLES.items():
        if content.startswith(mark):
            raise TableRefusedError(file=name, reason=why)
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    start = content[:4096].decode("utf-16" if utf16 else "latin-1", errors="replace")
    text = start.removeprefix("\xef\xbb\xbf").lstrip("\ufeff \t\r\n")
    if text.startswith("<?xml") and not _is_page(text):
        opened = "opendocument" in text
        raise TableRefusedError(file=name, reason=_ODS if opened else _SHEET_XML)
    if text.startswith(("<", "MIME-Version:")) and _is_page(text):
        raise TableRefusedError(file=name, reason=_PAGE)


def _is_page(text: str) -> bool:
    """Whether a text is a web page, by itself or as a message."""
    message = text.casefold().partition("mime-version:")[2]
    return "text/html" in message or _IS_PAGE.search(text) is not None
