"""What a person says of tables before they are read: kinds, columns, values, for all or for one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.errors import BadParameterError
from graph.exchange.read.columns import Table, TableField, TableKind, plain
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.layout import SheetLayout
from graph.model.formats import folded

HeaderSynonyms = Mapping[TableKind, Mapping[str, tuple[str, ...]]]
"""Further names of columns, by kind of table and code of the field."""
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class TableChoices:
    """What a person said of the tables: their kind, and what columns and values hold.

    `columns` goes from a header to a field (`""`: nothing), `values` from a field or header and a
    word of the table, `字段:原值`, to the word that we have for it. Both count for every table,
    or, with `FILE:`, `#SHEET:` or `FILE#SHEET:` before them, for that one alone. `layouts` goes by
    the same names (`""`: all), `synonyms` by kind and field. `among` are the tables that they may
    be, where these are none of the usual kinds.
    """

    kind: TableKind | None = None
    columns: Mapping[str, str] | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    layouts: Mapping[str, SheetLayout] = field(default_factory=dict)
    synonyms: HeaderSynonyms = field(default_factory=dict)
    among: tuple[Table, ...] = ()

    def of(self, table: str) -> "TableChoices":
        """What was said of one table: of itself, else of its file or sheet, else of all."""
        places = _places(table)
        marks = [f"{each}:" for each in places if each]
        layout = SheetLayout()
        for each in (self.layouts[place] for place in places if place in self.layouts):
            said = {name: getattr(each, name) for name in each.model_fields_set}
            layout = layout.model_copy(update=said)
        return replace(
            self,
            kind=layout.kind or self.kind,
            columns=_own(self.columns or {}, marks),
            values=_own(self.values, marks),
            layouts={"": layout},
        )

    def over(self, other: "TableChoices") -> "TableChoices":
        """These choices, and those of another where these say nothing."""
        return TableChoices(
            self.kind or other.kind,
            {**(other.columns or {}), **(self.columns or {})},
            {**other.values, **self.values},
            {**other.layouts, **self.layouts},
            self.synonyms or other.synonyms,
            self.among or other.among,
        )

    def elsewhere(self, tables: Iterable[str]) -> dict[str, SheetLayout]:
        """The layouts that are said of none of these tables."""
        own = {place for each in tables for place in _places(each)}
        return {place: layout for place, layout in self.layouts.items() if place not in own}

    @property
    def layout(self) -> SheetLayout:
        """The layout of the one table that these choices are of."""
        return self.layouts.get("", SheetLayout())

    @property
    def tables(self) -> list[Table]:
        """The kinds of tables that it may be, with the names that users added."""
        usual = [TABLES[self.kind]] if self.kind else list(TABLES.values())
        found = self.among or usual
        return [_with(each, self.synonyms.get(each.kind, {})) for each in found]

    def refuse_unknown_fields(self) -> None:
        """Raise `BadParameterError` for a field or a word that no table has, naming those."""
        fields = [field for table in self.tables for field in table.fields]
        known = {name for field in fields for name in (field.code, plain(field.header))}
        for name, meant in (self.columns or {}).items():
            if meant and plain(meant) not in known:
                raise _unknown("map", f"{name}={meant}", (each.header for each in fields))
        for name, meant in self.values.items():
            self._refuse_unknown_word(name, meant, fields)

    def refuse_unknown_columns(self, seen: Mapping[str, Iterable[str]]) -> None:
        """Raise `BadParameterError` for a column that no table has; `seen` goes by table."""
        headers = {name for names in seen.values() for name in names if name}
        known = headers | {
            f"{place}:{name}"
            for table, names in seen.items()
            for place in _places(table)
            for name in names
        }
        for name in self.columns or {}:
            if name and name not in known:
                raise _unknown("map", name, sorted(headers))
        fields = [field for table in self.tables for field in _worded(table.fields)]
        starts = known | {name for field in fields for name in (field.code, field.header)}
        for name in self.values:
            if not any(f":{name}".find(f":{start}:") >= 0 for start in starts):
                raise _unknown("value", name, sorted(headers | {each.header for each in fields}))

    def _refuse_unknown_word(self, name: str, meant: str, fields: list[TableField]) -> None:
        if ":" not in name:
            raise BadParameterError(parameter="value", value=name, allowed="字段:原值=…")
        named = [
            each
            for each in fields
            if any(f":{start}:" in f":{name}" for start in (each.code, each.header))
        ]
        worded = list(_worded(named or fields))
        if not worded:
            raise _unknown("value", name, (each.header for each in _worded(fields)))
        words = [word for each in worded for word in each.choices]
        if meant not in words:
            raise _unknown("value", f"{name}={meant}", words)

    def words_of(self, table: Table, columns: Mapping[str, str]) -> dict[tuple[str, str], str]:
        """What words of a table mean, by code of the field; `columns` goes from code to header."""
        found = {}
        for code, header in columns.items():
            for start in (table.field(code).header, code, header):
                for name, meant in self.values.items():
                    if start and name.startswith(f"{start}:"):
                        found[code, compared(name[len(start) + 1 :])] = meant
        return found


def compared(word: str) -> str:
    """A word of a cell as it is compared: half width, lower case."""
    return folded(word).strip().casefold()


def _places(table: str) -> tuple[str, ...]:
    """What a table is called, the most general name first."""
    file, sign, sheet = table.partition("#")
    return ("", file, f"#{sheet}", table) if sign else ("", file)


def _with(table: Table, names: Mapping[str, tuple[str, ...]]) -> Table:
    if not names:
        return table
    fields = (replace(f, synonyms=(*f.synonyms, *names.get(f.code, ()))) for f in table.fields)
    return replace(table, fields=tuple(fields))


def _own(said: Mapping[str, str], marks: Iterable[str]) -> dict[str, str]:
    """What is said, that with one of the marks last and without it."""
    found = dict(said)
    for mark in marks:
        found |= {n.removeprefix(mark): each for n, each in said.items() if n.startswith(mark)}
    return found


def _worded(fields: Iterable[TableField]) -> Iterator[TableField]:
    return (each for each in fields if each.choices and not each.computed)


def _unknown(parameter: str, value: str, known: Iterable[str]) -> BadParameterError:
    allowed = "、".join(dict.fromkeys(known))[:_LONGEST]
    return BadParameterError(parameter=parameter, value=value, allowed=allowed)
