"""What was said of tables, as files for next time: a named template, and further headers."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import Field, ValidationError

from graph.errors import BadParameterError, TableRefusedError
from graph.exchange.read.choices import HeaderSynonyms, TableChoices
from graph.exchange.read.columns import KINDS, Table, TableField, TableKind, plain
from graph.exchange.read.headers import field_of
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.layout import ColumnSplit, MarkMatrix, SheetLayout
from graph.message import _
from graph.model import Record

LONGEST = 200_000
"""Characters of such a file; a template of 256 columns has some ten thousand."""
ALL = "all"
_HEAD = "# liantu import --template\n"
_TOO_LONG = _("文件过长")
_LINE = _("第 {line} 行：{why}")
_TAKEN = _("“{name}”已是{field}的表头，不能又是{other}")
Saved = TypeVar("Saved", bound=Record)


class ImportTemplate(Record):
    """What a person said of tables, kept under a name: as `TableChoices` has it."""

    kind: TableKind | None = None
    columns: Mapping[str, str] = Field(default_factory=dict)
    values: Mapping[str, str] = Field(default_factory=dict)
    layouts: Mapping[str, SheetLayout] = Field(default_factory=dict)

    @property
    def choices(self) -> TableChoices:
        """The choices that it holds."""
        return TableChoices(self.kind, self.columns, self.values, self.layouts)


class HeaderNames(Record):
    """A file of further headers: by kind of table (or `all`) and field."""

    all: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    enterprises: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    makes: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    supplies: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    verify: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    gaps: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    leads: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    nodes: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    edges: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


def template_in(text: str, name: str) -> ImportTemplate:
    """Read a template; raise `TableRefusedError` or `BadParameterError` for what is none."""
    found = _saved(ImportTemplate, text, name)
    found.choices.refuse_unknown_fields()
    return found


def written_template(choices: TableChoices) -> str:
    r"""Write choices as a template. Those of a workbook's sheets count for any file's.

    >>> written_template(TableChoices("makes", {"a.xlsx#甲:主营": "产品"})).splitlines()[1:]
    ['kind: makes', 'columns:', "  '#甲:主营': 产品"]
    """
    found = ImportTemplate(
        kind=choices.kind,
        columns={_sheet_alone(name): each for name, each in (choices.columns or {}).items()},
        values={_sheet_alone(name): each for name, each in choices.values.items()},
        layouts={_sheet_alone(name): each for name, each in choices.layouts.items()},
    )
    import yaml  # noqa: PLC0415 - few imports are saved

    said = json.loads(found.model_dump_json(exclude_defaults=True))
    return _HEAD + yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)


def synonyms_in(text: str, name: str) -> HeaderSynonyms:
    """Read further headers; raise `BadParameterError` for an unknown field or one header of two."""
    said = _saved(HeaderNames, text, name)
    found: dict[TableKind, dict[str, tuple[str, ...]]] = {}
    for kind in KINDS:
        # Sheets of ours that people only read have the headers that we gave them.
        own: Mapping[str, tuple[str, ...]] = getattr(said, kind, {})
        found[kind] = _by_code(TABLES[kind], own) | _by_code(TABLES[kind], said.all, general=True)
    _refuse_unknown(said.all)
    return {kind: names for kind, names in found.items() if names}


def _by_code(
    table: Table, said: Mapping[str, tuple[str, ...]], *, general: bool = False
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, headers in said.items():
        fields = [f for f in table.fields if plain(name) in (f.code, plain(f.header))]
        if not fields and not general:
            allowed = "、".join(each.header for each in table.fields)
            raise BadParameterError(parameter="headers", value=name, allowed=allowed)
        for field in fields:
            _refuse_taken(table, field, headers, found)
            found[field.code] = headers
    return found


def _refuse_taken(
    table: Table, field: TableField, headers: Iterable[str], said: Mapping[str, tuple[str, ...]]
) -> None:
    """Raise `TableRefusedError` for a header that another field of the table has."""
    for header in headers:
        others = (table.field(code) for code, names in said.items() if header in names)
        taken = field_of(header, table, {}) or next(others, None)
        if taken is not None and taken != field:
            why = _TAKEN.filled(name=header, field=taken.header, other=field.header)
            raise TableRefusedError(file="headers.yaml", reason=why)


def _refuse_unknown(said: Mapping[str, tuple[str, ...]]) -> None:
    fields = [field for table in TABLES.values() for field in table.fields]
    known = {name for field in fields for name in (field.code, plain(field.header))}
    for name in said:
        if plain(name) not in known:
            allowed = "、".join(dict.fromkeys(field.header for field in fields))
            raise BadParameterError(parameter="headers", value=name, allowed=allowed)


def _sheet_alone(name: str) -> str:
    """A name of a workbook's sheet without the file, which is called otherwise next time."""
    file, sign, sheet = name.partition("#")
    return f"#{sheet}" if sign and file.casefold().endswith((".xlsx", ".xlsm")) else name


def _saved(model: type[Saved], text: str, name: str) -> Saved:
    if len(text) > LONGEST:
        raise TableRefusedError(file=name, reason=_TOO_LONG)
    from graph.load.yaml_marks import read_yaml  # noqa: PLC0415 - likewise

    marked = read_yaml(text)
    for fault in marked.problems:
        raise TableRefusedError(file=name, reason=_LINE.filled(line=fault.line, why=fault.message))
    try:
        return model.model_validate_json(json.dumps(marked.value or {}))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        unknown = first["type"] == "extra_forbidden"
        allowed = ", ".join(_keys_at(model, first["loc"])) if unknown else first["msg"]
        raise BadParameterError(parameter=name, value=place, allowed=allowed) from error


def _keys_at(model: type[Record], place: tuple[str | int, ...]) -> Iterable[str]:
    """The keys that there may be where an unknown one stands."""
    within: dict[str | int, type[Record]] = {
        "layouts": SheetLayout,
        "split": ColumnSplit,
        "matrix": MarkMatrix,
    }
    found = [within[each] for each in place[:-1] if each in within]
    return (found[-1] if found else model).model_fields
