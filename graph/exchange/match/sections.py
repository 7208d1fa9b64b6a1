"""Titles of a list and of its sections: what they say of every firm below them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.exchange.match.running import state_of
from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.remarks import not_running_in
from graph.exchange.read.titles import OF_FIRMS
from graph.message import _
from graph.model.formats import folded

_RUNNING = re.compile("(?<![未不非])(?:在产|正常|存续|在业|在营|开业|投产)")
_NUMBERS = (
    re.compile("第?[一二三四五六七八九十]{1,3}[、.类批部]"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
)


@dataclass(slots=True)
class SectionTitles:
    """The title that counts for the rows that come: its word for firms that do not run, if any.

    A section ends with the next title that is numbered in the same way, or one of the order above,
    and with one that says that its firms run; a title of another kind may stand inside it.
    """

    title: str = ""
    word: str = ""

    def begin(self, titles: Iterable[str]) -> None:
        """Note what stands above a list: its titles, the names of its sheet and its file."""
        found = ((each, not_running_in(each)) for each in titles)
        self.title, self.word = next((each for each in found if each[1]), ("", ""))

    def enter(self, title: str) -> None:
        """Note the title of a section."""
        plain = folded(title).replace(" ", "")
        word = not_running_in(plain)
        ends = _order(plain) == _order(self.title) or 0 <= _order(plain) < _order(self.title)
        if word:
            self.title, self.word = plain, word
        elif self.word and (ends or _RUNNING.search(plain)):
            self.title = self.word = ""

    def refuse(self, cells: Cells) -> None:
        """Reject a row that says no state of its firm, below a title of firms that do not run."""
        listed = cells.heading.table.kind in OF_FIRMS
        if not self.word or not listed or state_of(cells) is not None:
            return
        code = cells.heading.table.marks[0]
        why = _(
            "上面的标题“{title}”写着“{word}”，此行没有写明状态，会被当作在产；请填“状态”一列",
            title=self.title[:60],
            word=self.word,
        )
        cells.faults.append(Fault(cells.header(code), cells.text(code), why, "state"))


def _order(title: str) -> int:
    """How a title is numbered: 0 for 一、, 1 for （一）, -1 for any other."""
    return next((at for at, each in enumerate(_NUMBERS) if each.match(title)), -1)
