"""The cells of one row by what they hold, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.exchange.match.names import Candidate
from graph.exchange.read import limits
from graph.exchange.read.headers import SEVERAL, HeaderRow
from graph.exchange.read.passing import is_nothing
from graph.exchange.read.rows import TableRow
from graph.exchange.read.values import NO, YES
from graph.message import Message, _
from graph.model import RecordKey
from graph.model.formats import date_in, folded
from graph.model.names import simplified

EXAMPLE = "示例"
"""A first cell that begins so marks the example row of our own templates."""


_ANSWERS = frozenset({"traded", "captive", "essential", "exact", "own"})
"""Columns in which 无 is an answer."""
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is rejected: the column by its header, its value, the reason, who comes near.

    `name` is the one name of the value that a person has to settle.
    """

    column: str
    value: str
    why: Message
    code: str = "invalid"
    candidates: tuple[Candidate, ...] = ()
    name: str = ""


@dataclass(slots=True)
class Cells:
    """One row under its header; reading it gathers its faults, and what it tells of what.

    `node` is what an id of the table's own stands for, where the row declares one.
    """

    row: TableRow
    heading: HeaderRow
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    told: dict[tuple[RecordKey, str], tuple[object, int]] = field(default_factory=dict)
    node: tuple[str, RecordKey] | None = None

    def text(self, code: str) -> str:
        """Return the text of a column; empty where it has a sign for nothing, or is not there."""
        return "、".join(self.texts(code))

    def texts(self, code: str) -> list[str]:
        """Return the texts of all columns of a kind, without signs for nothing."""
        says = code in _ANSWERS or self.heading.table.computed
        cells = (self.row.cell(column) for column in self.heading.all_of(code))
        found = (self.heading.meant(code, text) for text in cells)
        return [text for text in found if text and (says or not is_nothing(text))]

    def needed(self, code: str) -> str | None:
        """Return the text of a column that has to say something, else null and a fault."""
        text = self.text(code)
        if not text:
            self.refuse(code, _("不能为空"), "empty")
        return text or None

    def refuse(
        self, code: str, why: Message, kind: str = "invalid", candidates: tuple[Candidate, ...] = ()
    ) -> None:
        """Reject the row because of a column."""
        self.faults.append(Fault(self.header(code), self.text(code), why, kind, candidates))

    def warn(self, code: str, why: Message) -> None:
        """Tell what of a column is left out, though the row goes in."""
        self.warnings.append(Fault(self.header(code), self.text(code), why, "left_out"))

    def header(self, code: str) -> str:
        """Return the header of a column as the table writes it."""
        column = self.heading.columns.get(code)
        return self.heading.table.field(code).header if column is None else self._named(column)

    def date(self, code: str) -> str | None:
        """Return the date of a column, if it says one."""
        text = self.text(code)
        found = date_in(text) if text else None
        if text and found is None:
            why = _("不是日期，应如 2026-11-25")
            self.refuse(code, why)
        return found

    def yes(self, code: str) -> bool | None:
        """Return whether a column says yes, null for an empty one; a fault for another word."""
        text = folded(self.text(code)).casefold()
        if text and text not in YES | NO:
            self.refuse(code, _("应为 是 或 否"))
        return text in YES if text else None

    def word(self, code: str, words: Mapping[str, Meaning]) -> Meaning | None:
        """Return the code for the word in a column, if it says one."""
        text = self.text(code)
        found = words.get(simplified(text).casefold())
        if text and found is None:
            known = "、".join(dict.fromkeys(each for each in words if not each.isascii()))
            self.refuse(code, _("应为：{known}", known=known))
        return found

    def refuse_flaws(self) -> None:
        """Reject the row for what is wrong with the cells that would be read."""
        if self.row.flaw is not None:
            self.faults.append(Fault("", " ".join(self.row.cells)[:80], self.row.flaw, "encoding"))
        for column in sorted(self.heading.used):
            if column in self.row.flaws:
                value = self.row.cell(column)
                why = self.row.flaws[column]
                self.faults.append(Fault(self._named(column), value, why, "cell"))

            if column in self.row.stripped:
                value, why = self.row.cell(column), limits.STRIPPED
                self.warnings.append(Fault(self._named(column), value, why, "left_out"))
        for code in set(self.heading.table.marks) - SEVERAL:
            if len(text := self.text(code)) > limits.NAME:
                self.faults.append(Fault(self.header(code), text[:60], limits.LONG_NAME))
        for code, others in self.heading.rivals.items():
            self._refuse_rivals(code, others)

    def _refuse_rivals(self, code: str, others: tuple[int, ...]) -> None:
        """Reject the row where another column could hold the same, and says otherwise."""
        own = self.row.cell(self.heading.columns[code])
        for at in others:
            text = self.row.cell(at)
            if not is_nothing(text or "-") and folded(text) != folded(own):
                why = _(
                    "“{one}”与“{other}”都可能是{field}，说法不同；"
                    "请指明其一，或用 --map 列名= 不用另一列",
                    one=self.header(code),
                    other=self._named(at),
                    field=self.heading.table.field(code).header,
                )
                self.faults.append(Fault(self._named(at), text, why, "two_columns"))

    @property
    def is_example(self) -> bool:
        """Whether this is the example row of a template, which is passed over."""
        filled = next((cell for cell in self.row.cells if cell), "")
        return filled.startswith(EXAMPLE)

    def _named(self, column: int) -> str:
        return self.heading.names[column] if column < len(self.heading.names) else ""
