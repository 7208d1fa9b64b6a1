"""Empty tables to fill: a header, an example that is passed over, notes on every column."""

from graph.exchange.out.sheet import WrittenSheet
from graph.exchange.out.workbook import workbook
from graph.exchange.read.cells import EXAMPLE
from graph.exchange.read.columns import TableField, TableKind
from graph.exchange.read.kinds import TABLES
from graph.message import _
from graph.model.vocabulary import Lang

TEMPLATES: tuple[TableKind, ...] = ("enterprises", "makes", "supplies", "nodes", "edges")
"""Kinds to start from an empty table; the others are exported, filled and handed back."""
_NOTES = _("以“示例”开头的行不导入，可删去。表头可改名、换序；不用的列可删。")
_NEEDED = _("必填。")


def template(kind: TableKind, lang: Lang) -> bytes:
    """Write an empty table of a kind as a workbook; the notes are in `lang`."""
    table = TABLES[kind]
    example = [field.example for field in table.fields]
    first = next(at for at, text in enumerate(example) if text)
    example[first] = f"{EXAMPLE}：{example[first]}"
    sheet = WrittenSheet(
        table.title.text("zh"),
        tuple(field.header for field in table.fields),
        (tuple(example),),
        {field.header: field.choices for field in table.fields if field.choices},
    )
    notes = [("表", table.title.text(lang)), ("说明", _NOTES.text(lang))]
    return workbook(notes + [(f.header, _about(f, lang)) for f in table.fields], [sheet])


def _about(field: TableField, lang: Lang) -> str:
    needed = _NEEDED.text(lang) if field.required else ""
    return needed + field.about.text(lang)
