"""Lists of firms as offices keep them, to rows of what each firm says of itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.columns import Table, TableField, plain
from graph.exchange.read.files import TableFile, visible_sheets
from graph.exchange.read.firm_columns import FIRM_LIST, KINDS
from graph.exchange.read.layout import SEARCHED
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.exchange.read.values import listed
from graph.message import Message, _
from graph.model.vocabulary import FirmColumn
from graph.recognition.rows import FirmRow, Words

LISTED = TableChoices(among=(FIRM_LIST,))
"""How a list of firms is read of which nobody said anything."""
_UNUSED = "—"
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_NO_HEADER = _("找不到表头：须有企业名称，以及经营范围、主要业务活动、商品名称或主导产品之一")


@dataclass(frozen=True, slots=True)
class SkippedTable:
    """A row that was not read, and why."""

    table: str
    row: int
    why: Message


@dataclass(slots=True)
class FirmList:
    """The rows of a file, and those that could not be read."""

    rows: list[FirmRow] = field(default_factory=list)
    skipped: list[SkippedTable] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FirmHeading:
    """What the columns of a sheet hold; `words` goes from column to its name and kind."""

    row: int
    names: tuple[str, ...]
    firm: int
    credit_code: int | None
    amount: int | None
    industry: tuple[int, ...]
    words: Mapping[int, tuple[str, FirmColumn]]
    states: tuple[int, ...] = ()
    place: int | None = None
    former: tuple[int, ...] = ()

    @property
    def columns(self) -> dict[str, tuple[int, ...]]:
        """The columns by the code of what they hold."""
        one: dict[str, int | None] = {
            "enterprise": self.firm,
            "credit_code": self.credit_code,
            "amount": self.amount,
            "region": self.place,
        }
        found: dict[str, tuple[int, ...]] = {
            code: (at,) for code, at in one.items() if at is not None
        }
        several = {"industry": self.industry, "registry": self.states, "former": self.former}
        found |= {code: columns for code, columns in several.items() if columns}
        for at, (_named, kind) in self.words.items():
            found[kind] = (*found.get(kind, ()), at)
        return found


def read_firms(file: TableFile) -> FirmList:
    """Read every sheet that has a header; raise `TableRefusedError` where none has, or for size."""
    found = FirmList()
    headed = False
    for sheet in visible_sheets(file):
        first = list(islice(sheet.rows, SEARCHED))
        heading = firm_heading(first, LISTED)
        if heading is not None and heading.words:
            headed = True
            _read(sheet, heading, chain(first, sheet.rows), found)
    if not headed:
        raise TableRefusedError(file=file.name, reason=_NO_HEADER)
    return found


def _read(sheet: ReadSheet, heading: FirmHeading, rows: Iterator[TableRow], to: FirmList) -> None:
    for row in rows:
        if row.number <= heading.row or not row:
            continue
        if len(to.rows) >= limits.ROWS:
            raise TableRefusedError(file=sheet.file, reason=limits.too_many_rows(limits.ROWS))
        why = row.flaw or next(iter(row.flaws.values()), None)
        firm = firm_row(sheet.table, row, heading)
        if why is not None:
            to.skipped.append(SkippedTable(sheet.table, row.number, why))
        elif firm.firm not in ("", heading.names[heading.firm]) and firm.words:
            to.rows.append(firm)


def firm_row(table: str, row: TableRow, heading: FirmHeading) -> FirmRow:
    """What a row says of a firm, whose name may be empty."""
    amount = None if heading.amount is None else _number(row.cell(heading.amount))
    words = tuple(
        Words(name, kind, row.cell(at), amount if kind == "invoice" else None)
        for at, (name, kind) in heading.words.items()
        if row.cell(at)
    )
    code = "" if heading.credit_code is None else row.cell(heading.credit_code)
    industry = tuple(row.cell(at) for at in heading.industry if row.cell(at))
    state = "；".join(dict.fromkeys(row.cell(at) for at in heading.states if row.cell(at)))
    place = "" if heading.place is None else row.cell(heading.place)
    firm = row.cell(heading.firm)
    former = tuple(name for at in heading.former for name in listed(row.cell(at)))
    return FirmRow(table, row.number, firm, code or None, industry, words, state, place, former)


def firm_heading(rows: Sequence[TableRow], wanted: TableChoices) -> FirmHeading | None:
    """The row that names a firm and most columns of words; the upper one of equals."""
    picked = wanted.layout.header
    width = max((len(row.cells) for row in rows), default=0)
    headed = (headed_by(row, width, wanted) for row in rows if picked in (None, row.number))
    found = [each for each in headed if each is not None]
    return max(
        found, key=lambda each: (len(each.words) + len(each.industry), -each.row), default=None
    )


def headed_by(row: TableRow, width: int, wanted: TableChoices) -> FirmHeading | None:
    """What the columns hold that a row heads; null where it names none of firms."""
    (table,), said = wanted.tables, wanted.columns or {}
    names = [_name(row.cell(at), table, said) for at in range(width)]
    firm = _first(names, table, "enterprise")
    if firm is None or row.cell(firm).isdecimal():
        return None
    return FirmHeading(
        row.number,
        tuple(row.cell(at) for at in range(width)),
        firm,
        _first(names, table, "credit_code"),
        _first(names, table, "amount"),
        _every(names, table, "industry"),
        _words(row, names, table),
        _every(names, table, "registry"),
        _first(names, table, "region"),
        _every(names, table, "former"),
    )


def _words(row: TableRow, names: list[str], table: Table) -> Mapping[int, tuple[str, FirmColumn]]:
    """Columns of words; one without a name belongs to the one before it (a merged header)."""
    found: dict[int, tuple[str, FirmColumn]] = {}
    before: tuple[str, FirmColumn] | None = None
    for at, name in enumerate(names):
        kind = next((kind for kind in KINDS if name in _known(table.field(kind))), None)
        if kind is not None:
            before = (row.cell(at), kind)
        elif name:
            before = None
        if before is not None and (name or before[1] == "activity"):
            found[at] = before
    return found


def _first(names: list[str], table: Table, code: str) -> int | None:
    """The column with the first of the names of a field that occurs."""
    places = (names.index(name) for name in _known(table.field(code)) if name in names)
    return next(places, None)


def _every(names: list[str], table: Table, code: str) -> tuple[int, ...]:
    """The columns of a field, in order of its names."""
    known = _known(table.field(code))
    found = sorted((known.index(name), at) for at, name in enumerate(names) if name in known)
    return tuple(at for _other, at in found)


@lru_cache(maxsize=256)
def _known(field: TableField) -> tuple[str, ...]:
    return (plain(field.header), *map(plain, field.synonyms))


def _name(header: str, table: Table, said: Mapping[str, str]) -> str:
    """A header as it is compared: as a person said, else without brackets and numbers."""
    meant = said.get(header)
    if meant is None:
        return _BRACKETS.sub("", plain(header)).rstrip("0123456789一二三")
    fields = (f for f in table.fields if plain(meant) in (f.code, plain(f.header)))
    return next((plain(field.header) for field in fields), _UNUSED)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None
