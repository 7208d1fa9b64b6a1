"""A workbook's archive that gives its reader only what is within bounds."""

import io
import zipfile
from collections.abc import Collection, Sequence
from typing import IO, TYPE_CHECKING, cast
from xml.parsers.expat import ExpatError

from openpyxl.packaging.relationship import Relationship
from openpyxl.reader.excel import ExcelReader
from openpyxl.xml.constants import SHARED_STRINGS

from graph.errors import TableRefusedError
from graph.exchange.read.xlsx_scan import (
    Merge,
    OutOfBoundsError,
    SheetScan,
    pieces,
    scanned,
)
from graph.message import Message, _

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.workbook.child import _WorkbookChild

SHEETS, STRINGS = "xl/worksheets/", "sharedstrings.xml"
PART, PARTS = 4 * 1024 * 1024, 16 * 1024 * 1024
"""Bytes of a part that is read at once (styles, relations, properties), and of all of them."""
ELEMENTS = 300_000
"""Of such parts together: each becomes an object of a thousand bytes. 64,000 formats fit."""
_HEAVY = _("工作簿的样式、关系或属性部分过大，请把数据“选择性粘贴”到新工作簿后重试")
_DAMAGED = _("不是完好的 XLSX 文件")


class BoundedArchive(zipfile.ZipFile):
    """Raises `TableRefusedError` for a part that would take far more memory than it holds."""

    def __init__(self, content: bytes, file: str) -> None:
        super().__init__(io.BytesIO(content))
        self._file = file
        self._scans: dict[str, SheetScan] = {}
        self._bytes = self._elements = 0

    def merges(self, part: str) -> Sequence[Merge]:
        """The cells of a sheet that span several rows, by their first row."""
        return sorted(self._sheet(part).merges)

    def hidden(self, part: str) -> Collection[int]:
        """The rows of a sheet that are hidden and hold something, by their numbers."""
        return self._sheet(part).hidden

    def open(self, name: str | zipfile.ZipInfo, *_how: object) -> IO[bytes]:  # type: ignore[override] # only read
        """Open a part, once it was found to be within bounds; a sheet ends behind its rows."""
        part = name.filename if isinstance(name, zipfile.ZipInfo) else name
        if part.lower().startswith(SHEETS) and part.lower().endswith(".xml"):
            scan = self._sheet(part)
            if scan.rows_end:
                return cast("IO[bytes]", _Rows(super().open(part), scan.rows_end, scan.closing))
        elif part.lower().endswith(STRINGS):
            self._scan(part, "si", "sst")
        else:
            self._count(part)
        return super().open(part)

    def _sheet(self, part: str) -> SheetScan:
        return self._scan(part, "row", "worksheet")

    def _scan(self, part: str, unit: str, root: str) -> SheetScan:
        if part not in self._scans:
            try:
                with super().open(part) as packed:
                    found = scanned(packed, unit)
            except OutOfBoundsError as error:
                raise self._refused(error.reason) from error
            except ExpatError as error:
                raise self._refused(_DAMAGED) from error
            if found.root.rpartition(":")[2] != root:
                raise self._refused(_DAMAGED)
            self._scans[part] = found
        return self._scans[part]

    def _count(self, part: str) -> None:
        """Refuse a part that is read at once where it, or all of them, grow too large."""
        if part in self._scans:
            return
        self._scans[part] = SheetScan()
        size = self.getinfo(part).file_size
        self._bytes += size
        if size > PART or self._bytes > PARTS:
            raise self._refused(_HEAVY)
        with super().open(part) as packed:
            self._elements += sum(p.count(b"<") - p.count(b"</") for p in pieces(packed))
        if self._elements > ELEMENTS:
            raise self._refused(_HEAVY)

    def _refused(self, reason: Message) -> TableRefusedError:
        return TableRefusedError(file=self._file, reason=reason)


class _Rows(io.RawIOBase):
    """A sheet up to the end of its rows: what stands behind them is nothing that we read."""

    def __init__(self, packed: IO[bytes], end: int, closing: bytes) -> None:
        self._packed = packed
        self._left = end
        self._closing = closing

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # what it is given
        if self._left:
            found = self._packed.read(min(len(buffer), self._left))
            self._left -= len(found)
        else:
            found, self._closing = self._closing[: len(buffer)], self._closing[len(buffer) :]
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        self._packed.close()
        super().close()


class _Reader(ExcelReader):
    """Reads no sheets that are pictures, and shared strings only under their own name."""

    def read_strings(self) -> None:
        found = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if found is None or found.PartName.lower().endswith(STRINGS):
            super().read_strings()

    def read_chartsheet(self, sheet: "_WorkbookChild", rel: Relationship) -> None:
        """Pass it over."""


def opened(content: bytes, file: str) -> "tuple[Workbook, BoundedArchive]":
    """Open a workbook to be read row by row; raise `TableRefusedError`."""
    reader = _Reader(io.BytesIO(content), read_only=True, keep_links=False)
    archive = BoundedArchive(content, file)
    reader.archive = archive
    try:
        reader.read()
    except ValueError as error:  # so the library wraps every error of ours too
        if isinstance(error.__cause__, TableRefusedError):
            raise error.__cause__ from error
        raise
    return reader.wb, archive
