"""Empty tables to fill: a header, an example that is passed over, notes on every column."""

from graph.exchange.out.workbook import Sheet, workbook
from graph.exchange.read.cells import EXAMPLE
from graph.exchange.read.columns import Field, Kind
from graph.exchange.read.kinds import TABLES
from graph.model.vocabulary import Lang

TEMPLATES: tuple[Kind, ...] = ("enterprises", "makes", "supplies", "nodes", "edges")
"""Kinds to start from an empty table; the others are exported, filled and handed back."""
_NOTES = {
    "zh": "以“示例”开头的行不导入，可删去。表头可改名、换序；不用的列可删。",
    "en": "Rows that begin with 示例 are passed over. Columns may be renamed, moved and left out.",
}
_NEEDED = {"zh": "必填。", "en": "Needed. "}


def template(kind: Kind, lang: Lang) -> bytes:
    """Write an empty table of a kind as a workbook; the notes are in `lang`."""
    table = TABLES[kind]
    example = [field.example for field in table.fields]
    first = next(at for at, text in enumerate(example) if text)
    example[first] = f"{EXAMPLE}：{example[first]}"
    sheet = Sheet(
        table.title.zh,
        tuple(field.header for field in table.fields),
        (tuple(example),),
        {field.header: field.choices for field in table.fields if field.choices},
    )
    notes = [("表", getattr(table.title, lang)), ("说明", _NOTES[lang])]
    return workbook(notes + [(f.header, _about(f, lang)) for f in table.fields], [sheet])


def _about(field: Field, lang: Lang) -> str:
    needed = _NEEDED[lang] if field.required else ""
    return needed + str(getattr(field.about, lang))
