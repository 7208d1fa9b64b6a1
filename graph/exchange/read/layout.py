"""The shape of a sheet where a person has to say it: header, cells to fill, columns to remake."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from pydantic import Field

from graph.errors import BadParameterError
from graph.exchange.read.columns import Table, TableKind, plain
from graph.exchange.read.passing import is_nothing, passed_over
from graph.exchange.read.rows import TableRow
from graph.exchange.read.values import NO, YES
from graph.message import Message, _
from graph.model import Record
from graph.model.formats import folded

SEARCHED = 30
"""A header stands among the first rows; above it are titles and notes."""
INTO = "→"
"""Between the header of a column and the field that it went into."""
MARKS = YES | frozenset(["✓", "✔", "☑", "●", "■", "★", "v"])
_NO_MARK = _("既不是 √ 之类的记号，也不是空格：“{text}”")
_TOO_MANY = _("按“{sign}”拆开后多于 {count} 段：“{text}”")


class ColumnSplit(Record):
    """A column whose texts are cut at a sign, into as many fields at most."""

    sign: str = Field(min_length=1, max_length=10)
    into: tuple[str, ...] = Field(min_length=2, max_length=20)


class MarkMatrix(Record):
    """Columns that say by a mark (√) what their header names: a product, a chain."""

    field: str
    columns: tuple[str, ...] = Field(min_length=1)


class SheetLayout(Record):
    """How a sheet is to be read; what is not said is found out.

    `header` is the row of the header; `fill_down` are columns whose empty cells repeat the one
    above; `join` makes a field of several columns; `sheet_name` is the field that the name of the
    sheet (of a CSV: of the file) says.
    """

    kind: TableKind | None = None
    header: int | None = Field(default=None, ge=1, le=SEARCHED)
    fill_down: tuple[str, ...] = ()
    join: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    split: Mapping[str, ColumnSplit] = Field(default_factory=dict)
    matrix: MarkMatrix | None = None
    sheet_name: str | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """The columns that have to be there."""
        joined = chain.from_iterable(self.join.values())
        matrix = self.matrix.columns if self.matrix else ()
        return tuple(dict.fromkeys([*self.fill_down, *joined, *self.split, *matrix]))

    @property
    def taken(self) -> Mapping[str, str]:
        """The columns that are read as other fields, and so not as what they are called."""
        found = {each: name for name, columns in self.join.items() for each in columns}
        found |= {each: "、".join(split.into) for each, split in self.split.items()}
        matrix = self.matrix
        return found | (dict.fromkeys(matrix.columns, matrix.field) if matrix else {})

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it fills, in order of the columns that it adds."""
        matrix = (self.matrix.field,) if self.matrix else ()
        split = chain.from_iterable(each.into for each in self.split.values())
        return (*self.join, *split, *matrix, *filter(None, (self.sheet_name,)))


@dataclass(slots=True)
class Relaid:
    """A sheet under its layout: rows with filled cells, and with the added columns behind."""

    layout: SheetLayout
    name: str
    header: int
    names: tuple[str, ...]
    above: dict[int, str] = field(default_factory=dict)

    def rows(self, rows: Iterable[TableRow], headers: Sequence[str]) -> Iterator[TableRow]:
        """Yield the rows, `headers` being those of the added columns."""
        taken = self.layout.taken
        own = tuple(f"{each}{INTO}{taken[each]}" if each in taken else each for each in self.names)
        for row in rows:
            if row.number == self.header:
                yield row._replace(cells=(*own, *headers))
            elif row.number > self.header and row and passed_over(row) is None:
                yield self._relaid(row)
            else:
                yield row

    def _relaid(self, row: TableRow) -> TableRow:
        cells = [row.cell(at) for at in range(len(self.names))]
        for at in map(self.names.index, self.layout.fill_down):
            cells[at] = self.above[at] = cells[at] or self.above.get(at, "")
        flaws = dict(row.flaws)
        for text in self._added(cells):
            if isinstance(text, Message):
                flaws[len(cells)] = text
            cells.append("" if isinstance(text, Message) else text)
        return row._replace(cells=tuple(cells), flaws=flaws)

    def _added(self, cells: Sequence[str]) -> Iterator[str | Message]:
        of = dict(zip(reversed(self.names), reversed(cells), strict=True))  # the first of a name
        for columns in self.layout.join.values():
            yield "、".join(of[each] for each in columns if not is_nothing(of[each] or "-"))
        for column, split in self.layout.split.items():
            yield from _parts(of[column], split)
        if self.layout.matrix:
            yield _marked(of, self.layout.matrix.columns)
        if self.layout.sheet_name:
            yield self.name


def _parts(text: str, split: ColumnSplit) -> Iterator[str | Message]:
    parts = [part.strip() for part in text.split(split.sign)] if text else []
    count = len(split.into)
    if len(parts) > count:
        yield _TOO_MANY.filled(sign=split.sign, count=count, text=text[:40])
        parts, count = [], count - 1
    yield from (parts + [""] * count)[:count]


def _marked(of: Mapping[str, str], columns: Iterable[str]) -> str | Message:
    """The headers of the columns with a mark; a message for a cell that holds something else."""
    found = []
    for name in columns:
        text = folded(of[name]).strip().casefold()
        if text in MARKS:
            found.append(name)
        elif text and text not in NO and not is_nothing(text):
            return _NO_MARK.filled(text=of[name][:20])
    return "、".join(found)


def likely_names(first: Sequence[TableRow], header: int | None) -> tuple[int, tuple[str, ...]]:
    """The row that heads a sheet whose header is not known: the one said, else by its texts."""
    for row in first:
        if row.number == header or (header is None and sum(map(bool, row.cells)) > 1):
            return row.number, row.cells
    return 0, ()


def refuse_unknown(layout: SheetLayout, names: Sequence[str]) -> None:
    """Raise `BadParameterError` for a column that the sheet does not have, naming those."""
    for each in layout.named:
        if each not in names:
            allowed = "、".join(filter(None, names))[:2000]
            raise BadParameterError(parameter="layout", value=each, allowed=allowed)


def headers_of(layout: SheetLayout, tables: Sequence[Table]) -> tuple[str, ...]:
    """The headers of the fields that a layout fills; raise `BadParameterError` for no field."""
    fields = [field for table in tables for field in table.fields]
    by_name = {name: f.header for f in fields for name in (f.code, plain(f.header))}
    for each in layout.fields:
        if plain(each) not in by_name:
            allowed = "、".join(dict.fromkeys(field.header for field in fields))
            raise BadParameterError(parameter="layout", value=each, allowed=allowed)
    return tuple(by_name[plain(each)] for each in layout.fields)
