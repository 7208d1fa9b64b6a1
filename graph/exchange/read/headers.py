"""Which row is the header, which kind of table it heads, and which column holds what."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, pairwise

from graph.errors import BadParameterError
from graph.exchange.read.columns import Table, TableField, TableKind
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.rows import TableRow
from graph.exchange.read.units import unit_above, unit_in, without_unit
from graph.model.formats import folded
from graph.model.names import simplified

SEARCHED = 30
"""A header stands among the first rows; above it are titles and notes."""
_MARKS = re.compile(r"[\s*＊:：★☆●■▲△◆※#]+")
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header that was found: in `row`, of a `table`; what each column is taken for.

    `names` are the headers as written, in order of columns; `columns` goes from code to column;
    `left` are the headers of which a person said that they hold nothing; `unit` is the unit of
    money that a line above gives, `honour` what a roster says of all its firms.
    """

    row: int
    table: Table
    names: tuple[str, ...]
    columns: Mapping[str, int]
    left: frozenset[str] = frozenset()
    unit: str = ""
    honour: str | None = None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headers that are taken for nothing."""
        used = set(self.columns.values())
        return tuple(n for at, n in enumerate(self.names) if n and at not in used)

    def unit_of(self, code: str) -> str:
        """The unit of a column: of its header, else of the line above; empty where none is said."""
        column = self.columns.get(code)
        return (unit_in(self.names[column]) if column is not None else "") or self.unit

    @property
    def missing(self) -> tuple[TableField, ...]:
        """The columns without which no row can be read."""
        return tuple(f for f in self.table.fields if f.required and f.code not in self.columns)


@dataclass(frozen=True, slots=True)
class TableChoices:
    """What a person said of the table: its kind, and what columns hold (`""`: nothing)."""

    kind: TableKind | None = None
    columns: Mapping[str, str] | None = None

    def of(self, file: str) -> "TableChoices":
        """What was said of one file: of its own columns (`FILE:列名`), and of columns of all."""
        said, mark = self.columns or {}, f"{file}:"
        own = {
            name.removeprefix(mark): each for name, each in said.items() if name.startswith(mark)
        }
        return TableChoices(self.kind, {**said, **own})

    def refuse_unknown_fields(self) -> None:
        """Raise `BadParameterError` where a column is to hold what no table has."""
        tables = [TABLES[self.kind]] if self.kind else list(TABLES.values())
        fields = [field for table in tables for field in table.fields]
        known = {name for field in fields for name in (field.code, plain(field.header))}
        allowed = "、".join(dict.fromkeys(each.header for each in fields))
        for name, meant in (self.columns or {}).items():
            if meant and plain(meant) not in known:
                raise BadParameterError(parameter="map", value=f"{name}={meant}", allowed=allowed)

    def refuse_unknown_columns(self, seen: Mapping[str, Iterable[str]]) -> None:
        """Raise `BadParameterError` for a column that no file has; `seen` goes by file."""
        headers = {name for names in seen.values() for name in names if name}
        named = {f"{file}:{name}" for file, names in seen.items() for name in names if name}
        for name in self.columns or {}:
            if name and name not in headers | named:
                allowed = "、".join(sorted(headers))[:2000]
                raise BadParameterError(parameter="map", value=name, allowed=allowed)


def heading_of(
    rows: Iterator[TableRow], wanted: TableChoices
) -> tuple[HeaderRow | None, list[TableRow]]:
    """Find the header among the first rows; also return those rows, to be read on from there.

    The row with the most known columns wins, the upper one of equals. Two rows together make a
    header where the upper one only groups columns of the lower one.
    """
    first = list(islice(rows, SEARCHED))
    tables = [TABLES[wanted.kind]] if wanted.kind else list(TABLES.values())
    found = [
        heading
        for number, names in _candidates(first)
        for table in tables
        if (heading := _heading(number, names, table, wanted.columns or {})) is not None
    ]
    best = max(found, key=_fit, default=None)
    best = best and _upper(found, first, best)
    return best and replace(best, unit=unit_above(first, best.row)), first


def _upper(found: Sequence[HeaderRow], rows: Sequence[TableRow], best: HeaderRow) -> HeaderRow:
    """The header of an upper list of firms with rows of its own; else the best."""
    upper = [
        each
        for each in found
        if each.row < best.row and _is_list(each) and _has_rows(each, rows, best.row)
    ]
    return max(upper, key=lambda each: (-each.row, _fit(each)), default=best)


def _is_list(heading: HeaderRow) -> bool:
    listed = heading.table.kind in ("enterprises", "makes", "supplies")
    return listed and not heading.missing and len(heading.columns) > 1


def _has_rows(heading: HeaderRow, rows: Sequence[TableRow], below: int) -> bool:
    column = heading.columns[heading.table.marks[0]]
    between = (row.cell(column) for row in rows if heading.row < row.number < below)
    return any(cell and plain(cell) not in _firm_headers() for cell in between)


def again(
    rows: Iterator[TableRow], heading: HeaderRow, wanted: TableChoices, to: list[HeaderRow]
) -> Iterator[TableRow]:
    """Yield rows up to the header of another list in the same sheet, which is put into `to`."""
    watched = _is_list(heading)
    for row in rows:
        if watched and row.number > heading.row and _says_firm(row):
            tables = [TABLES[wanted.kind]] if wanted.kind else list(TABLES.values())
            found = [_heading(row.number, row.cells, each, wanted.columns or {}) for each in tables]
            lists = [each for each in found if each is not None and _is_list(each)]
            if lists:
                best = max(lists, key=_fit)
                to.append(replace(best, unit=heading.unit, honour=heading.honour))
                return
        yield row


def _says_firm(row: TableRow) -> bool:
    return any(2 <= len(cell) < 12 and plain(cell) in _firm_headers() for cell in row.cells[:8])


@cache
def _firm_headers() -> frozenset[str]:
    marks = [(TABLES[kind], TABLES[kind].marks[0]) for kind in ("enterprises", "makes", "supplies")]
    return frozenset(name for table, code in marks for name in _names(table.field(code)))


def _candidates(rows: Sequence[TableRow]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for row in rows:
        yield row.number, row.cells
    for upper, lower in pairwise([row for row in rows if row]):
        width = max(len(upper.cells), len(lower.cells))
        yield lower.number, tuple(lower.cell(at) or upper.cell(at) for at in range(width))


def _fit(heading: HeaderRow) -> tuple[int, int, int, int]:
    """How well a table fits: marks there, then columns known, then how special its marks are."""
    marked = all(code in heading.columns for code in heading.table.marks)
    return marked, len(heading.columns), len(heading.table.marks), -heading.row


def _heading(
    number: int, names: tuple[str, ...], table: Table, said: Mapping[str, str]
) -> HeaderRow | None:
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        field = field_of(name, table, said)
        if field is not None:
            columns.setdefault(field.code, at)
    alone = len(columns) == 1 and sum(map(bool, names)) == 1
    if not alone and len(columns) < 2 and not _is_roster(table, names, columns):
        return None
    left = frozenset(name for name, meant in said.items() if not meant)
    return HeaderRow(number, table, names, columns, left)


def _is_roster(table: Table, names: tuple[str, ...], columns: Mapping[str, int]) -> bool:
    """Whether a row heads a plain list of firms: 企业名称 among columns that say nothing."""
    said = {code: plain(names[at]) for code, at in columns.items()}
    return tuple(said) == table.marks and all(len(name) > 3 for name in said.values())


def field_of(name: str, table: Table, said: Mapping[str, str]) -> TableField | None:
    """The column that a header means: what was said of it, else by name and synonyms.

    >>> field = field_of("企业名称（全称）", TABLES["enterprises"], {})
    >>> field and field.code
    'enterprise'
    """
    meant = said.get(name)
    if meant is not None:
        return next((f for f in table.fields if plain(meant) in (f.code, plain(f.header))), None)
    whole, short = plain(name), _BRACKETS.sub("", plain(name))
    for wanted in (whole, short, plain(without_unit(name))):
        for field in table.fields:
            if wanted and wanted in _names(field):
                return field
    return None


@cache
def _names(field: TableField) -> frozenset[str]:
    return frozenset(plain(each) for each in (field.code, field.header, *field.synonyms))


def plain(header: str) -> str:
    """A header as it is compared: half width, lower case, without spaces, stars and colons.

    >>> plain("＊企业 名称：")
    '企业名称'
    """
    return _MARKS.sub("", folded(simplified(header))).casefold()
