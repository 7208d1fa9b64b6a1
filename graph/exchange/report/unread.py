"""What of the files is not read as rows: notes, totals, titles, examples, whole sheets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.exchange.out.record_tables import GAP, GAP_RELATIONS
from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.columns import TableKind
from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.passing import ABOVE, SECTION, is_title, passed_over
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.message import Message, _

OF_FIRMS: frozenset[TableKind] = frozenset({"enterprises", "makes", "supplies"})
"""Lists that offices keep for people to read, with totals and notes among the rows."""
EXAMPLE = _("示例行")
OF_A_GAP = _("缺口由链图列出，不从图谱导入；对缺口的判断写在补链清单里")
_NO_HEADER = _("没有认出表头，整张表未读，{rows} 行")
_BARE = _("没有表头的第 {number} 列，未读")
_HIDDEN = _("工作表是隐藏的，未读，{rows} 行；要读请取消隐藏")
_UNSEEN = _("从此行起有 {count} 行在表中是隐藏的（如筛选），已照常读入")
_INCOMPLETE = _("像{title}，但缺少 {missing} 列，整张表未读，{rows} 行")


@dataclass(frozen=True, slots=True)
class Passed:
    """What was passed over, and why: `rows` of them from `row` on."""

    table: str
    row: int
    text: str
    why: Message
    rows: int = 1


def why_passed(cells: Cells) -> Message | None:
    """Why a row is not read; null for one that is."""
    if cells.is_example:
        return EXAMPLE
    kind = cells.heading.table.kind
    if kind in OF_FIRMS:
        several = sum(map(bool, cells.heading.names)) > 1
        return passed_over(cells.row) or (SECTION if several and is_title(cells.row) else None)
    return OF_A_GAP if kind in ("nodes", "edges") and _is_of_a_gap(cells) else None


def _is_of_a_gap(cells: Cells) -> bool:
    """Whether a row of a graph is a gap, or joins one: gaps are worked out again from the rest."""
    if cells.heading.table.kind == "nodes":
        return cells.text("type").casefold() in (GAP, "gap")
    return cells.text("relation") in GAP_RELATIONS.values()


def passed_row(table: str, row: TableRow, why: Message) -> Passed:
    """A row that was passed over."""
    return Passed(table, row.number, " ".join(cell for cell in row.cells if cell)[:80], why)


def note(passed: list[Passed], new: Passed) -> None:
    """Add a row; gaps one below the other are told as one, for a graph has hundreds."""
    last = passed[-1] if passed else None
    follows = last is not None and (last.table, last.row + last.rows) == (new.table, new.row)
    if last is not None and follows and last.why is new.why is OF_A_GAP:
        passed[-1] = replace(last, rows=last.rows + 1)
    else:
        passed.append(new)


@dataclass(slots=True)
class HiddenRows:
    """Counts the rows of a list that are hidden in their sheet, and read all the same."""

    first: TableRow | None = None
    count: int = 0

    def counted(self, rows: Iterable[TableRow], header: int) -> Iterator[TableRow]:
        """Yield the rows, counting those below the header."""
        for row in rows:
            if row.hidden and row and row.number > header:
                self.first = self.first or row
                self.count += 1
            yield row

    def told(self, table: str) -> list[Passed]:
        """What is told of them, once they are counted: how many, and where the first is."""
        if self.first is None:
            return []
        line = passed_row(table, self.first, _UNSEEN.filled(count=self.count))
        return [replace(line, rows=0)]


def above(table: str, first: Iterable[TableRow], heading: HeaderRow) -> list[Passed]:
    """What stands above the header of a list of firms and looks like rows."""
    found = []
    for row in first:
        whole = row.number < heading.row and sum(map(bool, row.cells)) > 1
        if whole and not any(cell in heading.names for cell in row.cells if cell):
            found.append(passed_row(table, row, ABOVE))
    return found


def nameless(table: str, first: Sequence[TableRow], heading: HeaderRow) -> list[Passed]:
    """The columns of a list of firms that hold something below no header; each is told once."""
    below = [row for row in first if row.number > heading.row and passed_over(row) is None]
    width = max((len(row.cells) for row in below), default=0)
    bare = [at for at in range(width) if at >= len(heading.names) or not heading.names[at]]
    told = ((at, next((row for row in below if row.cell(at)), None)) for at in bare)
    return [
        Passed(table, row.number, row.cell(at)[:80], _BARE.filled(number=at + 1), rows=0)
        for at, row in told
        if row is not None
    ]


def refuse_shifted(cells: Cells) -> None:
    """Reject a row of a CSV with more cells than its header: a comma inside one moves the rest."""
    width = len(cells.heading.names)
    beyond = [cell for cell in cells.row.cells[width:] if cell]
    if beyond and cells.heading.table.kind in OF_FIRMS:
        why = _("比表头多 {count} 格；格内若有逗号，请给该格加引号", count=len(beyond))
        cells.faults.append(Fault("", "、".join(beyond)[:80], why, "shifted"))


def unread_sheet(
    sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow | None
) -> Passed | None:
    """A sheet beside those that were recognised, with as many rows as it has; null if empty."""
    filled = [row for row in first if row]
    if not filled:
        return None
    rows = len(filled) + sum(map(bool, sheet.rows))
    why = _NO_HEADER.filled(rows=rows)
    if sheet.hidden:
        why = _HIDDEN.filled(rows=rows)
    elif heading is not None:
        missing = "、".join(each.header for each in heading.missing)
        why = _INCOMPLETE.filled(title=heading.table.title, missing=missing, rows=rows)
    line = passed_row(sheet.table, filled[0], why)
    return Passed(line.table, line.row, line.text, why, rows)


def no_header(headers: list[str]) -> Message:
    """Why a file is no table: what was seen, and what would be known."""
    seen = "、".join(dict.fromkeys(each[:20] for each in headers[:12])) or "—"
    known = "；".join(
        f"{table.title.text('zh')}：{'、'.join(table.field(code).header for code in table.marks)}"
        for table in TABLES.values()
    )
    return _(
        "认不出表头（看到：{seen}）。请说明这是哪种表、各列是什么（命令用 --kind、--map）。"
        "至少要有的列——{known}",
        seen=seen,
        known=known,
    )
