"""Lists that are read as a register: their rows, and what of them is not read."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from graph.errors import TableRefusedError
from graph.exchange.read import limits
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.columns import plain
from graph.exchange.read.files import TableFile
from graph.exchange.read.firm_columns import FIRM_LIST
from graph.exchange.read.firm_words import FirmHeading, firm_heading, firm_row, headed_by
from graph.exchange.read.headers import HeaderRow, firm_headers
from graph.exchange.read.layout import SEARCHED
from graph.exchange.read.parts import parts_of
from graph.exchange.read.passing import is_nothing, passed_over
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.exchange.report.outcome import TableRead, ToldLines
from graph.exchange.report.unread import HiddenRows, Passed, above, passed_row, unread_sheet
from graph.message import Message, _
from graph.recognition.rows import FirmRow

_NO_FIRMS = _("找不到表头：须有一列企业名称（或单位名称、单位详细名称）")
_NAMELESS = _("没有企业名称，未读")


@dataclass(slots=True)
class RegisterLists:
    """The rows of lists; the tables that they stand in, in order; what was passed over."""

    rows: list[FirmRow] = field(default_factory=list)
    tables: list[TableRead] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)
    read: int = 0

    def count(self, table: str, told: ToldLines) -> None:
        """Note a row; raise `TableRefusedError` for too many."""
        self.read += 1
        if self.read > limits.ROWS:
            raise TableRefusedError(file=table, reason=limits.too_many_rows(limits.ROWS))
        if self.read % 1000 == 1:
            told(self.read)


def register_lists(
    files: Iterable[TableFile], said: TableChoices, told: ToldLines = lambda _: None
) -> RegisterLists:
    """Read lists, row by row; raise `TableRefusedError`, and `BadParameterError` for what was said.

    `told` hears of the number of rows read so far.
    """
    wanted = replace(said, among=(FIRM_LIST,))
    wanted.refuse_unknown_fields()
    found = RegisterLists()
    seen: dict[str, set[str]] = {}
    for file in files:
        before = len(found.tables)
        for sheet, own in parts_of(file, wanted):
            first = list(islice(sheet.rows, SEARCHED))
            heading = None if sheet.hidden else firm_heading(first, own)
            names = seen.setdefault(sheet.table, set())
            if heading is None:
                unread = unread_sheet(sheet, first, None)
                found.passed += [] if unread is None else [unread]
                continue
            found.passed += above(sheet.table, first, _header(heading, own))
            unseen = HiddenRows()
            rows = unseen.counted(chain(first, sheet.rows), heading.row)
            _read(found, sheet, (heading, own), rows, told)
            found.passed += unseen.told(sheet.table)
            own_tables = (each for each in found.tables if each.table == sheet.table)
            names.update(name for each in own_tables for name in each.heading.names)
        if len(found.tables) == before:
            raise TableRefusedError(file=file.name, reason=_NO_FIRMS)
    wanted.refuse_unknown_columns(seen)
    return found


def _read(
    to: RegisterLists,
    sheet: ReadSheet,
    how: tuple[FirmHeading, TableChoices],
    rows: Iterable[TableRow],
    told: ToldLines,
) -> None:
    heading, wanted = how
    table = _table(to, sheet, heading, wanted)
    for row in rows:
        if row.number <= heading.row or not row:
            continue
        if _heads(row, heading):
            again = headed_by(row, len(heading.names), wanted)
            if again is not None and row.number > heading.row + 1:
                heading, table = again, _table(to, sheet, again, wanted)
            continue
        to.count(sheet.table, told)
        firm = firm_row(sheet.table, row, heading)
        why = _why_passed(row, firm)
        if why is None:
            state = table.heading.meant("registry", firm.state)
            to.rows.append(replace(firm, state=state))
            table.fates.add(row.number, "same")  # until it is compared
        else:
            to.passed.append(passed_row(sheet.table, row, why))


def _heads(row: TableRow, heading: FirmHeading) -> bool:
    """Whether a row goes on with the header, or is that of another list below."""
    cell = row.cell(heading.firm)
    return cell == heading.names[heading.firm] or plain(cell) in firm_headers()


def _why_passed(row: TableRow, firm: FirmRow) -> Message | None:
    flaw = row.flaw or next(iter(row.flaws.values()), None)
    return flaw or passed_over(row) or (_NAMELESS if is_nothing(firm.firm or "-") else None)


def _table(
    to: RegisterLists, sheet: ReadSheet, heading: FirmHeading, wanted: TableChoices
) -> TableRead:
    table = TableRead(sheet.table, _header(heading, wanted), 0, ())
    to.tables.append(table)
    return table


def _header(heading: FirmHeading, wanted: TableChoices) -> HeaderRow:
    """What the columns hold, as the report of any list tells it."""
    columns = heading.columns
    first = {code: at[0] for code, at in columns.items()}
    words = wanted.words_of(FIRM_LIST, {code: heading.names[at] for code, at in first.items()})
    return HeaderRow(
        heading.row,
        FIRM_LIST,
        heading.names,
        first,
        more={code: at[1:] for code, at in columns.items() if at[1:]},
        words=words,
    )
