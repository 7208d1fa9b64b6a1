"""Which row is the header, which kind of table it heads, and which column holds what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain, islice, pairwise

from graph.exchange.read.choices import TableChoices as TableChoices  # noqa: PLC0414 - given on
from graph.exchange.read.columns import Table, TableField, TableKind
from graph.exchange.read.columns import plain as plain  # noqa: PLC0414 - given on
from graph.exchange.read.heading import HeaderRow as HeaderRow  # noqa: PLC0414 - given on
from graph.exchange.read.heading import without_forms
from graph.exchange.read.honours import honour_in
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.layout import SEARCHED as SEARCHED  # noqa: PLC0414 - given on
from graph.exchange.read.layout import Relaid, headers_of, likely_names, refuse_unknown
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.exchange.read.units import unit_above, units_below, without_unit

_COUNTED = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十])$")
SEVERAL = frozenset({"products", "product", "qualifications", "former", "place"})
"""Lists, of which several columns may each hold a part."""
_FOOTNOTE = re.compile(r"(?<![①-⑳])[①-⑳]+$|\[\d{1,2}\]$|(?<=.)注\d?$")
_EITHER = re.compile("[/／、]|或者?")
_SEGMENTS = frozenset({"环节", "产业链环节", "所属环节"})
_TITLES = 3
"""As many lines may stand above a list that follows another."""
_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")


def heading_of(
    rows: Iterator[TableRow], wanted: TableChoices
) -> tuple[HeaderRow | None, list[TableRow]]:
    """Find the header among the first rows; also return those rows, to be read on from there.

    The row with the most known columns wins, the upper one of equals. Two rows together make a
    header where the upper one only groups columns of the lower one.
    """
    first = list(islice(rows, SEARCHED))
    found = [
        heading
        for number, names in _candidates(first)
        if wanted.layout.header in (None, number)
        for table in wanted.tables
        if (heading := _heading(number, names, table, wanted)) is not None
    ]
    best = max(found, key=_fit, default=None)
    if wanted.layout.header is None:
        best = best and _with_lower(found, first, _upper(found, first, best))
    return best and _with_units(without_forms(best, first), first), first


def _with_units(heading: HeaderRow, first: Sequence[TableRow]) -> HeaderRow:
    """The header with the units that a line above it gives, or the row right below it."""
    heading = replace(heading, unit=unit_above(first, heading.row))
    below = next((row for row in first if row.number > heading.row and row), None)
    units = units_below(below) if below is not None and _is_of_firms(heading) else {}
    return replace(heading, row=below.number, units=units) if below and units else heading


def laid_out(sheet: ReadSheet, wanted: TableChoices) -> Iterator[TableRow]:
    """The rows of a sheet, remade as its layout says; raise `BadParameterError`.

    A layout for all sheets leaves one alone in which no header is found.
    """
    layout = wanted.layout
    if not layout.named and not layout.sheet_name:
        return sheet.rows
    added = headers_of(layout, wanted.tables)
    heading, first = heading_of(sheet.rows, wanted)
    rows = chain(first, sheet.rows)
    number, names = likely_names(first, layout.header)
    if heading is not None:
        number, names = heading.row, heading.names
    elif not set(layout.named) <= set(names):
        return rows
    refuse_unknown(layout, names)
    name = sheet.name or sheet.file.rpartition(".")[0]
    return Relaid(layout, name, number, names).rows(rows, added)


def _with_lower(found: Sequence[HeaderRow], rows: Sequence[TableRow], best: HeaderRow) -> HeaderRow:
    """The header with the row below it, where that names columns and no firm."""
    below = next((row for row in rows if row.number > best.row and row), None)
    mark = best.columns.get(best.table.marks[0])
    if not _is_list(best) or below is None or mark is None:
        return best
    if below.cell(mark) not in ("", best.names[mark]) or sum(map(bool, below.cells)) < 2:
        return best
    both = [each for each in found if each.row == below.number and _is_list(each)]
    wider = [each for each in both if len(each.columns) >= len(best.columns)]
    return max(wider, key=_fit, default=best)


def _upper(found: Sequence[HeaderRow], rows: Sequence[TableRow], best: HeaderRow) -> HeaderRow:
    """The header of an upper list of firms with rows of its own; else the best."""
    upper = [
        each
        for each in found
        if each.row < best.row and _is_list(each) and _has_rows(each, rows, best.row)
    ]
    return max(upper, key=lambda each: (-each.row, _fit(each)), default=best)


def _is_list(heading: HeaderRow) -> bool:
    return _is_of_firms(heading) and len(heading.columns) > 1


def _is_of_firms(heading: HeaderRow) -> bool:
    return heading.table.kind in ("enterprises", "makes", "supplies") and not heading.missing


def _is_next(heading: HeaderRow, before: HeaderRow) -> bool:
    """Whether a row heads another list: by itself, or as the header above does."""
    return _is_list(heading) or (_is_of_firms(heading) and heading.names == before.names)


def _has_rows(heading: HeaderRow, rows: Sequence[TableRow], below: int) -> bool:
    column = heading.columns[heading.table.marks[0]]
    between = (row.cell(column) for row in rows if heading.row < row.number < below)
    return any(cell and plain(cell) not in firm_headers() for cell in between)


def again(
    rows: Iterator[TableRow], heading: HeaderRow, wanted: TableChoices, to: list[HeaderRow]
) -> Iterator[TableRow]:
    """Yield rows up to the header of another list in the same sheet, which is put into `to`.

    The titles right above that header go with it.
    """
    watched = _is_of_firms(heading)
    held: list[TableRow] = []
    for row in rows:
        below = watched and row.number > heading.row
        if below and _says_firm(row):
            found = [_heading(row.number, row.cells, each, wanted) for each in wanted.tables]
            lists = [each for each in found if each is not None and _is_next(each, heading)]
            if lists:
                best = max(lists, key=_fit)
                unit = unit_above(held, row.number) or heading.unit
                honour = honour_in(held, row.number) if held else heading.honour
                to.append(replace(best, unit=unit, honour=honour, titles=tuple(held)))
                return
        if below and len({cell for cell in row.cells if cell}) == 1:
            held.append(row)
            if len(held) > _TITLES:
                yield held.pop(0)
            continue
        if row:
            yield from held
            held = []
        yield row
    yield from held


def _says_firm(row: TableRow) -> bool:
    return any(2 <= len(cell) < 12 and plain(cell) in firm_headers() for cell in row.cells[:8])


@cache
def firm_headers() -> frozenset[str]:
    """What the columns that name firms are called, as headers are compared."""
    marks = [(TABLES[kind], TABLES[kind].marks[0]) for kind in ("enterprises", "makes", "supplies")]
    return frozenset(name for table, code in marks for name in _names(table.field(code)))


def _candidates(rows: Sequence[TableRow]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for row in rows:
        yield row.number, row.cells
    for upper, lower in pairwise([row for row in rows if row]):
        width = max(len(upper.cells), len(lower.cells))
        yield lower.number, tuple(_joined(upper, lower, at) for at in range(width))


_GROUPS = re.compile("(?:基本|主要)?(?:信息|情况|资料)$")
_GENERAL = frozenset({"名称", "全称", "内容", "品名"})


def _joined(upper: TableRow, lower: TableRow, at: int) -> str:
    """The name of a column under a header of two rows: of both, where only both are understood.

    A cell of the upper row without a text belongs to the one before it, over several columns.
    """
    below = lower.cell(at)
    if not below or _is_firm_column(below):
        return below or upper.cell(at)
    above = next((upper.cell(before) for before in range(at, -1, -1) if upper.cell(before)), "")
    both = _GROUPS.sub("", above) + below
    if above != below and _is_firm_column(both):
        return both
    return above if below in _GENERAL and _is_firm_column(above) else below


@lru_cache(maxsize=4096)
def _is_firm_column(name: str) -> bool:
    """Whether lists of firms have a column of this name."""
    kinds: tuple[TableKind, ...] = ("enterprises", "makes", "supplies")
    return len(name) < 30 and any(field_of(name, TABLES[kind], {}) for kind in kinds)


def _fit(heading: HeaderRow) -> tuple[int, int, int, int]:
    """How well a table fits: marks there, then columns known, then how special its marks are."""
    marked = all(code in heading.columns for code in heading.table.marks)
    return marked, len(heading.columns), len(heading.table.marks), -heading.row


def _heading(
    number: int, names: tuple[str, ...], table: Table, wanted: TableChoices
) -> HeaderRow | None:
    said = wanted.columns or {}
    claims: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        found = field_of(name, table, said)
        if found is not None:
            claims.setdefault(found.code, []).append(at)
    _share_out(claims, names)
    columns = {code: _likeliest(table.field(code), names, at) for code, at in claims.items()}
    more = {code: _going_on(table, code, names, at) for code, at in claims.items()}
    alone = len(columns) == 1 and sum(map(bool, names)) == 1
    if not alone and len(columns) < 2 and not _is_roster(table, names, columns):
        return None
    return HeaderRow(
        number,
        table,
        names,
        columns,
        left=frozenset(name for name, meant in said.items() if not meant),
        more={code: at for code, at in more.items() if at},
        rivals=_rivals(table, names, columns, claims),
        words=wanted.words_of(table, {code: names[at] for code, at in columns.items()}),
    )


def _share_out(claims: dict[str, list[int]], names: Sequence[str]) -> None:
    """Where one column names chains and another 环节, the second holds what a firm makes."""
    places = claims.get("place", [])
    segments = [at for at in places if plain(names[at]) in _SEGMENTS]
    if segments and len(segments) < len(places) and not {"products", "product"} & claims.keys():
        claims["products"] = segments
        claims["place"] = [at for at in places if at not in segments]


def _likeliest(field: TableField, names: Sequence[str], columns: Sequence[int]) -> int:
    """The column that is called just as the field, else the first."""
    exact = (at for at in columns if plain(names[at]) in (field.code, plain(field.header)))
    return next(exact, columns[0])


def _going_on(
    table: Table, code: str, names: Sequence[str], columns: Sequence[int]
) -> tuple[int, ...]:
    """The columns that go on with the list which the likeliest one begins."""
    if table.kind == "supplies" or code not in SEVERAL:
        return ()
    own = _likeliest(table.field(code), names, columns)
    first = _COUNTED.sub("", plain(names[own]))
    return tuple(at for at in columns if at != own and _is_same(first, plain(names[at])))


def _is_same(first: str, name: str) -> bool:
    return first == _COUNTED.sub("", name) or ("产品" in first and "产品" in name)


def _rivals(
    table: Table,
    names: Sequence[str],
    columns: Mapping[str, int],
    claims: Mapping[str, Sequence[int]],
) -> dict[str, tuple[int, ...]]:
    """Columns under other names that may hold the one value of a field just as well."""
    found = {}
    for code, at in columns.items():
        field, own = table.field(code), plain(names[at])
        if not field.sole or table.computed or own in (field.code, plain(field.header)):
            continue
        others = tuple(each for each in claims[code] if plain(names[each]) != own)
        if others:
            found[code] = others
    return found


def _is_roster(table: Table, names: tuple[str, ...], columns: Mapping[str, int]) -> bool:
    """Whether a row heads a plain list of firms: 企业名称 among columns that say nothing."""
    said = {code: plain(names[at]) for code, at in columns.items()}
    return tuple(said) == table.marks and all(len(name) > 3 for name in said.values())


def field_of(name: str, table: Table, said: Mapping[str, str]) -> TableField | None:
    """The column that a header means: what was said of it, else by name and synonyms.

    >>> table = TABLES["enterprises"]
    >>> [found and found.code for found in (field_of("企业名称（全称）", table, {}),
    ...                                     field_of("主要产品2", table, {}))]
    ['enterprise', 'products']
    """
    meant = said.get(name)
    if meant is not None:
        return next((f for f in table.fields if plain(meant) in (f.code, plain(f.header))), None)
    called, (spellings, counted) = _called(table.fields), _spellings(name)
    for each in spellings:
        if each in called:
            return called[each]
    several = (each for each in table.fields if counted and each.code in SEVERAL)
    counting = next((each for each in several if counted in _names(each)), None)
    return counting or _of_parts(name, called)


def _of_parts(name: str, called: Mapping[str, TableField]) -> TableField | None:
    """The column that every part of a header means, as in 组织机构代码/统一社会信用代码."""
    parts = [called.get(plain(part)) for part in _EITHER.split(name) if plain(part)]
    return parts[0] if len(parts) > 1 and len(set(parts)) == 1 else None


@lru_cache(4096)
def _spellings(name: str) -> tuple[tuple[str, ...], str]:
    """A header as a whole, without what stands in brackets, without its unit; none is empty.

    Also without the number at its end, empty where it has none.
    """
    whole = plain(name)
    short = _BRACKETS.sub("", whole)
    counted = _COUNTED.sub("", short)
    found = (whole, short, plain(without_unit(name)), plain(_FOOTNOTE.sub("", name)))
    return tuple(each for each in found if each), "" if counted == short else counted


@lru_cache(64)
def _called(fields: tuple[TableField, ...]) -> Mapping[str, TableField]:
    """The columns by all their names: of two with one name the first."""
    return {name: each for each in reversed(fields) for name in _names(each)}


@lru_cache(4096)
def _names(field: TableField) -> frozenset[str]:
    return frozenset(plain(each) for each in (field.code, field.header, *field.synonyms))
