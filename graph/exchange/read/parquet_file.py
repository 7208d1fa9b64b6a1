"""Parquet, read by batches within row groups; pyarrow is an extra (`liantu[bulk]`)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import TableRefusedError
from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.rows import TableRow, cleaned, stripped
from graph.message import Message, _

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,import-not-found,unused-ignore]

AT_ONCE = 10_000
"""Rows that are taken out of a row group at once."""
_DAYS = frozenset({"as_of", "founded", "batch"})
_YES = frozenset({"captive", "essential", "exact", "traded"})
_CALLED = ("id", "source", "target", "enterprise", "product", "group", "certificate")
_WHOLE = frozenset({*_CALLED, *_DAYS, "insured", "registered_capital"})
_BROKEN = frozenset(("registered_capital",))
_NONE = frozenset[int]()
_NO_LIBRARY = _("读 Parquet 需要 pyarrow：pip install 'liantu[bulk]'")


@dataclass(frozen=True, slots=True)
class WrongType:
    """A column whose type holds no such values, and the row groups in which it stands."""

    column: str
    type: str
    groups: int


class ParquetTable:
    """A Parquet file: its columns, and its rows numbered from 1; raise `TableRefusedError`."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            import pyarrow as pa  # noqa: PLC0415 - an extra, and heavy
            import pyarrow.parquet as pq  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: PLC0415
        except ImportError as error:
            raise TableRefusedError(file=self.name, reason=_NO_LIBRARY) from error
        self._errors = (pa.ArrowException, OSError)
        try:
            self._file = pq.ParquetFile(path)
        except self._errors as error:
            reason = _("不是完整的 Parquet 文件（{error}）", error=_first_line(error))
            raise TableRefusedError(file=self.name, reason=reason) from error
        self.columns: tuple[str, ...] = tuple(self._file.schema_arrow.names)
        self.groups: int = self._file.num_row_groups

    @property
    def count(self) -> int:
        """How many rows it has."""
        return int(self._file.metadata.num_rows)

    def header(self) -> TableRow:
        """Its columns as the row above the first."""
        return TableRow(0, tuple(map(cleaned, self.columns)))

    def wrong_types(self, heading: HeaderRow) -> list[WrongType]:
        """The columns that are read as something which their type cannot hold."""
        import pyarrow as pa  # noqa: PLC0415

        found = []
        for at, code in sorted(heading.used.items()):
            type_ = self._file.schema_arrow.field(at).type
            if not _fits(pa.types, type_, code):
                found.append(WrongType(self.columns[at], str(type_), self.groups))
        return found

    def rows(self, used: Sequence[int]) -> Iterator[TableRow]:
        """Yield the rows, with texts in the columns `used` alone."""
        number = 1
        for group in range(self.groups):
            for batch in self._batches(group, used):
                columns = [[""] * batch.num_rows] * len(self.columns)
                hidden: dict[int, frozenset[int]] = {}
                for at in used:
                    texts = self._texts(batch, at, group)
                    _note_hidden(hidden, at, texts)
                    columns[at] = list(map(cleaned, texts))
                rows = zip(count(number), zip(*columns, strict=True), strict=False)
                for row, (line, cells) in enumerate(rows):
                    yield TableRow(line, cells, stripped=hidden.get(row, _NONE))
                number += batch.num_rows

    def _batches(self, group: int, used: Sequence[int]) -> "Iterator[pa.RecordBatch]":
        names = [self.columns[at] for at in used]
        try:
            yield from self._file.iter_batches(AT_ONCE, row_groups=[group], columns=names)
        except self._errors as error:
            why = _first_line(error)
            reason = _("行组 {group} 的列 {column} 已损坏（{why}）", group=group + 1,
                       column=self._damaged(group, names), why=why)  # fmt: skip
            raise TableRefusedError(file=self.name, reason=reason) from error

    def _damaged(self, group: int, names: Sequence[str]) -> str:
        """The columns of a row group that cannot be read."""
        return "、".join(name for name in names if not self._is_read(group, name))

    def _is_read(self, group: int, name: str) -> bool:
        try:
            self._file.read_row_group(group, columns=[name])
        except self._errors:
            return False
        return True

    def _texts(self, batch: "pa.RecordBatch", at: int, group: int) -> list[str]:
        column = batch.column(batch.schema.get_field_index(self.columns[at]))
        try:
            values = column.to_pylist()
        except (UnicodeDecodeError, *self._errors) as error:
            reason = _("行组 {group} 的列 {column} 不是 UTF-8 文字", group=group + 1,
                       column=self.columns[at])  # fmt: skip
            raise TableRefusedError(file=self.name, reason=reason) from error
        return [each if type(each) is str else _text(each) for each in values]


def _note_hidden(hidden: dict[int, frozenset[int]], at: int, texts: Sequence[str]) -> None:
    for row, text in enumerate(texts):
        if not text.isprintable() and stripped((text,)):
            hidden[row] = hidden.get(row, frozenset()) | {at}


def _text(value: Any) -> str:
    """A value as a table writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return "" if value != value else f"{value:.9f}".rstrip("0").rstrip(".")  # noqa: PLR0124
    return str(value)


def _fits(types: Any, type_: Any, code: str) -> bool:
    if types.is_dictionary(type_):
        type_ = type_.value_type
    allowed: Mapping[Callable[[Any], bool], bool] = {
        types.is_string: True,
        types.is_large_string: True,
        types.is_string_view: True,
        types.is_null: True,
        types.is_integer: code in _WHOLE,
        types.is_boolean: code in _YES,
        types.is_date: code in _DAYS,
        types.is_timestamp: code in _DAYS,
        types.is_floating: code in _BROKEN,
        types.is_decimal: code in _BROKEN,
    }
    return any(holds and is_such(type_) for is_such, holds in allowed.items())


def wrong_types_told(wrong: Sequence[WrongType]) -> Message:
    """Say which columns have a type that cannot be read, and in which row groups."""
    told = "；".join(
        f"{each.column}：{each.type}（1–{each.groups}）"
        if each.groups > 1
        else f"{each.column}：{each.type}（1）"
        for each in wrong
    )
    return _("这些列的类型不对（括号内是行组）：{told}；应为文字", told=told)


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
