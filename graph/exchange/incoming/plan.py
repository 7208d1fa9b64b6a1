"""A whole import: files to records, with what became of every row. Nothing is written here."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from pydantic import ValidationError

from graph.errors import TableRefusedError, Words
from graph.exchange.incoming import limits
from graph.exchange.incoming.cells import Cells, Fault
from graph.exchange.incoming.files import File, sheets_of
from graph.exchange.incoming.firms import enterprises, makers
from graph.exchange.incoming.headers import Heading, Wanted, heading_of
from graph.exchange.incoming.kinds import TABLES, Kind
from graph.exchange.incoming.known import Known
from graph.exchange.incoming.records import Origin
from graph.exchange.incoming.rows import Row, Sheet
from graph.model import AnyRecord, Facts
from graph.store.names import fold

Outcome = Literal["new", "changed", "same", "rejected"]
Read = Callable[[Cells, Known, Origin], Iterator[AnyRecord]]
Told = Callable[[int], None]

READERS: Mapping[Kind, Read] = {"enterprises": enterprises, "makes": makers}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person said before the tables are read.

    `names` says what a name means: an id, `new` or `skip`; `by` is who hands the tables in.
    """

    by: str
    wanted: Wanted = field(default_factory=Wanted)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """What became of a row: the facts it says, or why it was rejected."""

    table: str
    row: Row
    outcome: Outcome
    facts: tuple[tuple[AnyRecord, Outcome], ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table that was recognised, and its rejected rows."""

    table: str
    heading: Heading
    rows: int
    rejected: tuple[Line, ...]


@dataclass(slots=True)
class Plan:
    """What an import would write, and what became of every row."""

    facts: Facts
    tables: list[TableRead] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    known: Known = field(init=False)
    counts: Counter[Outcome] = field(default_factory=Counter)

    @property
    def records(self) -> list[AnyRecord]:
        """The records to write: those that are not held already."""
        said = self.known.said
        return [said[key] for key in sorted(said) if said[key] != self.known.before(key)]

    @property
    def rejected(self) -> list[Line]:
        """The rejected rows, table by table."""
        return [line for table in self.tables for line in table.rejected]


def plan(
    facts: Facts, files: Iterable[File], choices: Choices, told: Told = lambda _: None
) -> Plan:
    """Read tables against the facts; raise `TableRefusedError` for what is no table.

    `told` hears of the number of rows read so far, every thousand rows.
    """
    found = Plan(facts)
    found.known = Known(facts, {fold(name): meant for name, meant in choices.names.items()})
    for file in files:
        before = len(found.tables)
        headers: list[str] = []
        for sheet in sheets_of(file):
            heading, first = heading_of(sheet.rows, choices.wanted)
            if heading is None or heading.missing:
                headers += [cell for row in first for cell in row.cells if cell]
                continue
            _read_table(found, sheet, heading, first, choices.by, told)
        if len(found.tables) == before:
            raise TableRefusedError(file=file.name, reason=_no_header(headers))
    return found


def _no_header(headers: list[str]) -> Words:
    seen = "、".join(dict.fromkeys(each[:20] for each in headers[:12])) or "—"
    known = "；".join(
        f"{table.title.zh}：{'、'.join(table.field(code).header for code in table.marks)}"
        for table in TABLES.values()
    )
    return Words(
        f"认不出表头（看到：{seen}）。至少要有的列——{known}。可用 --kind、--map 指明",
        f"no header recognised (seen: {seen}). Say what the columns mean with --kind and --map",
    )


def _read_table(  # noqa: PLR0913, PLR0917 - a table is where all of these meet
    found: Plan, sheet: Sheet, heading: Heading, first: list[Row], by: str, told: Told
) -> None:
    origin = Origin(sheet.table, by)
    rejected: list[Line] = []
    rows = 0
    for row in chain(first, sheet.rows):
        if row.number <= heading.row or not row:
            continue
        cells = Cells(row, heading)
        if cells.is_example:
            continue
        rows += 1
        if sum(found.counts.values()) >= limits.ROWS:
            reason = limits.too_many_rows(limits.ROWS)
            raise TableRefusedError(file=sheet.file, reason=reason)
        line = _line(found.known, cells, origin)
        found.counts[line.outcome] += 1
        found.lines.append(line)
        if line.outcome == "rejected":
            rejected.append(line)
        if rows % 1000 == 0:
            told(sum(found.counts.values()))
    found.tables.append(TableRead(sheet.table, heading, rows, tuple(rejected)))


def _line(known: Known, cells: Cells, origin: Origin) -> Line:
    """Read a row; it is taken as a whole or rejected as a whole."""
    cells.refuse_flaws()
    records: list[AnyRecord] = []
    if not cells.faults:
        try:
            records = list(READERS[cells.heading.table.kind](cells, known, origin))
        except ValidationError as error:
            at = str(error.errors()[0]["loc"][0])
            cells.faults.append(Fault(at, "", Words("不是有效的值", "it is no valid value")))
    if cells.faults:
        return Line(origin.table, cells.row, "rejected", (), tuple(cells.faults))
    facts = tuple((record, _outcome(known, record)) for record in records)
    known.accept(cells, records)
    outcomes = [outcome for _, outcome in facts]
    outcome: Outcome = next((o for o in ("new", "changed") if o in outcomes), "same")
    return Line(origin.table, cells.row, outcome, facts)


def _outcome(known: Known, record: AnyRecord) -> Outcome:
    before = known.current((record.type, record.id))
    if before is None:
        return "new"
    return "same" if before == record else "changed"
