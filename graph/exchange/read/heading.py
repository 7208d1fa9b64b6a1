"""A header as it was found: what each of its columns is taken for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as default

from graph.exchange.read.choices import compared
from graph.exchange.read.columns import Table, TableField
from graph.exchange.read.rows import TableRow
from graph.exchange.read.units import unit_in

_FORMS = re.compile(
    "有限|股份|个体|合伙|独资|法人|国有|民营|私营|外商|港澳台|集体|内资|外资"
    "|规上|规下|[大中小微]型|小微|分公司|高新|专精特新"
)


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A header that was found: in `row`, of a `table`; what each column is taken for.

    `names` are the headers as written, in order of columns; `columns` goes from code to column,
    `more` to further columns of a list that several hold (产品1, 产品2);
    `left` are the headers of which a person said that they hold nothing; `unit` is the unit of
    money that a line above gives, `honour` what a roster says of all its firms. `rivals` are other
    columns that could hold the same as one that was taken, `words` what a person said of words;
    `titles` are the rows between a list above and this header, `units` those of a row below it.
    """

    row: int
    table: Table
    names: tuple[str, ...]
    columns: Mapping[str, int]
    left: frozenset[str] = frozenset()
    titles: tuple[TableRow, ...] = ()
    unit: str = ""
    honour: str | None = None
    more: Mapping[str, tuple[int, ...]] = default(default_factory=dict)
    rivals: Mapping[str, tuple[int, ...]] = default(default_factory=dict)
    words: Mapping[tuple[str, str], str] = default(default_factory=dict)
    units: Mapping[int, str] = default(default_factory=dict)

    def all_of(self, code: str) -> tuple[int, ...]:
        """Every column that holds something, in order."""
        first = (self.columns[code],) if code in self.columns else ()
        return (*first, *self.more.get(code, ()))

    @property
    def used(self) -> Mapping[int, str]:
        """What each column that is read is taken for."""
        return {at: code for code in self.columns for at in self.all_of(code)}

    def meant(self, code: str, text: str) -> str:
        """What a text of a column means, where a person said so; else the text."""
        return self.words.get((code, compared(text)), text) if self.words else text

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headers that are taken for nothing."""
        used = self.used
        return tuple(n for at, n in enumerate(self.names) if n and at not in used)

    def unit_of(self, code: str) -> str:
        """The unit of a column: of its header, else of the line above; empty where none is said."""
        column = self.columns.get(code)
        own = "" if column is None else unit_in(self.names[column]) or self.units.get(column, "")
        return own or self.unit

    @property
    def missing(self) -> tuple[TableField, ...]:
        """The columns without which no row can be read."""
        return tuple(f for f in self.table.fields if f.required and f.code not in self.columns)


def without_forms(heading: HeaderRow, first: Sequence[TableRow]) -> HeaderRow:
    """The header, without a column of roles that holds legal forms, or where no chain stands."""
    at = heading.columns.get("role")
    if at is None:
        return heading
    below = (row.cell(at) for row in first if row.number > heading.row)
    if "place" in heading.columns and not any(is_form(cell) for cell in below):
        return heading
    return replace(heading, columns={c: n for c, n in heading.columns.items() if c != "role"})


def is_form(text: str) -> bool:
    """Whether a text says what a firm is by law or size, which is no role in a chain."""
    return _FORMS.search(text) is not None
