"""Workbooks, read row by row; what could exhaust time or memory is refused before it is read."""

import warnings
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.rows import ReadSheet, TableRow, cleaned, stripped, unmarked
from graph.exchange.read.xlsx_scan import Merge
from graph.message import Message, _

if TYPE_CHECKING:
    from openpyxl import Workbook

    from graph.exchange.read.xlsx_archive import BoundedArchive

UNPACKED = 400 * 1024 * 1024
"""Bytes of all parts together; 200,000 rows of twelve columns have about 150 MB."""
STRINGS = 80 * 1024 * 1024
"""Bytes of the shared strings, which have to be in memory as a whole."""
RATIO = 300
"""Times; real sheets shrink to a tenth or a thirtieth, bombs to a thousandth."""
SMALL = 4 * 1024 * 1024
"""Bytes; a part that is smaller harms nobody, however well it shrinks."""

_FORMULA = _("公式不能导入，请“粘贴为数值”后重试")
_ERROR = _("单元格是错误值")
_LONG = _("单元格文字过长")
_DAMAGED = _("不是完好的 XLSX 文件")
_BOMB = _("压缩包展开后过大（疑似压缩炸弹）")
_ENTITIES = _("XML 中含有实体或 DTD，不予读取")
_PATHS = _("压缩包内的文件名含有路径跳转")
_LOCKED = _("文件已加密，请取消密码后重试")


_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,  # of XML
    TypeError,
    ValueError,
)
"""What readers of archives, XML and workbooks raise on damaged ones."""


class _Cell(Protocol):
    @property
    def value(self) -> object: ...

    @property
    def data_type(self) -> str: ...


def sheets(content: bytes, file: str) -> Iterator[ReadSheet]:
    """Yield all sheets; raise `TableRefusedError`. Walk each before taking the next."""
    _refuse_harm(content, file)
    with _told(file):
        book, archive = _opened(content, file)
        pages = list(book.worksheets)
    for page in pages:
        hidden = page.sheet_state != "visible"
        page.reset_dimensions()  # what the file declares may be anything
        with _told(file):
            part = str(getattr(page, "_worksheet_path", ""))
            merges, unseen = archive.merges(part), archive.hidden(part)
        rows = _filled(_rows(page.iter_rows(), file), merges)
        rows = _marked(rows, unseen) if unseen else rows
        yield ReadSheet(file, page.title, rows, hidden=hidden)


def _opened(content: bytes, file: str) -> "tuple[Workbook, BoundedArchive]":
    from graph.exchange.read.xlsx_archive import opened  # noqa: PLC0415 - with the library

    # Of what it cannot keep (validations, styles) it warns, and we only want the texts.
    warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\.")
    return opened(content, file)


def _refuse_harm(content: bytes, file: str) -> None:
    """Refuse an archive by its list of contents, before anything is unpacked.

    The list cannot lie: `zipfile` unpacks no more of a part than the list says.
    """
    with _told(file), zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        reason = _harm(parts) or (_ENTITIES if any(_has_dtd(archive, p) for p in parts) else None)
    if reason is not None:
        raise TableRefusedError(file=file, reason=reason)


def _harm(parts: Sequence[zipfile.ZipInfo]) -> Message | None:
    if any(".." in PurePosixPath(p.filename).parts or p.filename.startswith("/") for p in parts):
        return _PATHS
    if any(part.flag_bits & 1 for part in parts):
        return _LOCKED
    strings = sum(p.file_size for p in parts if p.filename.lower().endswith("sharedstrings.xml"))
    if sum(part.file_size for part in parts) > UNPACKED or strings > STRINGS:
        return _BOMB
    shrunk = any(p.file_size > SMALL and p.file_size > RATIO * p.compress_size for p in parts)
    return _BOMB if shrunk or len(parts) > 2000 else None


def _has_dtd(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part of XML declares entities or a DTD, which no spreadsheet writes.

    Looked for here, whichever parser reads it later; UTF-16, which would hide it, is none either.
    """
    if not part.filename.lower().endswith((".xml", ".rels")):
        return False
    return any(
        chunk.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"))
        or b"<!DOCTYPE" in chunk
        or b"<!ENTITY" in chunk
        for chunk in _chunks(archive, part)
    )


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo | str) -> Iterator[bytes]:
    """Unpack a part piece by piece, each with the end of the one before it."""
    with archive.open(part) as packed:
        before = b""
        while chunk := packed.read(_CHUNK):
            yield before + chunk
            before = chunk[-_OVERLAP:]


@contextmanager
def _told(file: str) -> Iterator[None]:
    """Turn whatever a damaged workbook does to its readers into one refusal."""
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - likewise

    try:
        yield
    except TableRefusedError:
        raise
    except DefusedXmlException as error:
        raise TableRefusedError(file=file, reason=_ENTITIES) from error
    except _DAMAGES as error:
        raise TableRefusedError(file=file, reason=_DAMAGED) from error


_CHUNK = 1024 * 1024
_OVERLAP = 200


def _filled(rows: Iterator[TableRow], merges: Sequence[Merge]) -> Iterator[TableRow]:
    """Give every row of a cell that spans several the text of the first."""
    if not merges:
        yield from rows
        return
    pending = list(reversed(merges))
    spans: dict[int, tuple[int, str]] = {}
    for row in rows:
        spans = {column: span for column, span in spans.items() if span[0] >= row.number}
        kept = _with_spans(row, spans) if spans else row
        while pending and pending[-1].first <= row.number:
            merge = pending.pop()
            if merge.first == row.number and row.cell(merge.column):
                spans[merge.column] = (merge.last, row.cell(merge.column))
        yield kept


def _marked(rows: Iterator[TableRow], unseen: Collection[int]) -> Iterator[TableRow]:
    return (row._replace(hidden=True) if row.number in unseen else row for row in rows)


def _with_spans(row: TableRow, spans: Mapping[int, tuple[int, str]]) -> TableRow:
    width = max(len(row.cells), 1 + max(spans))
    cells = [row.cell(at) or spans.get(at, (0, ""))[1] for at in range(width)]
    return row._replace(cells=tuple(cells))


def _rows(pages: Iterator[tuple[_Cell, ...]], file: str) -> Iterator[TableRow]:
    with _told(file):
        for number, cells in enumerate(pages, start=1):
            if number > limits.LINES:
                raise TableRefusedError(file=file, reason=limits.too_many_rows(limits.LINES))
            if len(cells) > limits.COLUMNS:
                raise TableRefusedError(file=file, reason=limits.too_wide(number))
            yield _row(number, cells)


def _row(number: int, cells: tuple[_Cell, ...]) -> TableRow:
    texts: list[str] = []
    flaws: dict[int, Message] = {}
    for at, cell in enumerate(cells):
        value = cell.value
        if value is None:
            texts.append("")
            continue
        if cell.data_type in {"f", "e"}:
            flaws[at] = _FORMULA if cell.data_type == "f" else _ERROR
        texts.append(shown(value))
        if len(texts[-1]) > limits.CELL:
            flaws[at] = _LONG
    written = (cell.value if isinstance(cell.value, str) else "" for cell in cells)
    return TableRow(number, tuple(texts), flaws, stripped=stripped(written))


def shown(value: object) -> str:
    """A value of a cell as text, dates as ISO 8601, whole numbers without a point.

    >>> shown(3.0), shown(datetime(2026, 11, 25)), shown(True)
    ('3', '2026-11-25', '是')
    """
    match value:
        case str():
            return unmarked(cleaned(value))
        case bool():
            return "是" if value else "否"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
    text = getattr(value, "text", value)  # the text of a formula over several cells
    return cleaned(str(text))
