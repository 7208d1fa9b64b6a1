"""What a table of a kind is made of: columns, their names and synonyms, what each is for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from graph.message import Message, _
from graph.model import Record
from graph.model.facts import own_fields
from graph.model.formats import folded
from graph.model.look import looks_of
from graph.model.names import simplified

TableKind = Literal[
    "enterprises",
    "makes",
    "supplies",
    "verify",
    "gaps",
    "leads",
    "blocks",
    "projects",
    "parks",
    "audit",
    "nodes",
    "edges",
]
KINDS: tuple[TableKind, ...] = get_args(TableKind)
_SOLE = frozenset(
    ("enterprise", "credit_code", "source", "target", "amount", "year", "as_of", "type", "relation")
)
_MARKS = re.compile(r"[\s*＊:：★☆●■▲△◆※#]+")


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """A header as it is compared: half width, lower case, without spaces, stars and colons.

    >>> plain("＊企业 名称：")
    '企业名称'
    """
    return _MARKS.sub("", folded(simplified(header))).casefold()


@dataclass(frozen=True, slots=True, eq=False)  # hashed for every cell of a header
class TableField:
    """A column: its code, its header in our own files, and what else offices call it.

    A `computed` one is ours to fill: a row that changes it is rejected. A `sole` one decides what
    a row says, so that of two columns that could be it neither is guessed.
    """

    code: str
    header: str
    synonyms: tuple[str, ...]
    about: Message
    example: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    computed: bool = False

    @property
    def sole(self) -> bool:
        """Whether of two columns for it only one can be right."""
        return self.code in _SOLE


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table. A sheet is of the kind whose `marks` are all there."""

    kind: TableKind
    title: Message
    fields: tuple[TableField, ...]
    marks: tuple[str, ...]

    @property
    def computed(self) -> tuple[TableField, ...]:
        """The columns that people leave as they are."""
        return tuple(each for each in self.fields if each.computed)

    def field(self, code: str) -> TableField:
        """Return the column with this code."""
        return next(each for each in self.fields if each.code == code)


def told_columns(model: type[Record]) -> tuple[TableField, ...]:
    """The columns that the fields of a type of record go by, as they tell."""
    return tuple(
        TableField(
            code=name,
            header=told.columns[0],
            synonyms=told.columns[1:],
            about=told.note or told.words,
            example=told.example,
            choices=tuple(look.short("zh") for look in looks_of(model, name).values()),
        )
        for name, told in own_fields(model).items()
        if told.columns
    )


BASIS = TableField(
    "basis",
    "依据",
    ("来源", "数据来源", "依据来源", "source", "basis"),
    _("从哪里知道的，如走访、统计表"),
    "实地走访",
)
AS_OF = TableField(
    "as_of",
    "数据截至",
    (
        "截至日期",
        "数据截止",
        "截止日期",
        "数据日期",
        "日期",
        "填报日期",
        "更新日期",
        "填报时间",
        "更新时间",
        "统计时间",
        "统计日期",
        "数据时间",
        "截止时间",
        "截至时间",
        "date",
        "as of",
    ),
    _("日期，如 2026-11-25"),
    "2026-11-25",
)
