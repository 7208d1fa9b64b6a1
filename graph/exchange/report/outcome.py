"""A whole import: files to records, with what became of every row. Nothing is written here."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial

from pydantic import ValidationError

from graph.errors import TableRefusedError
from graph.exchange.match.amounts import is_late
from graph.exchange.match.asking import question_of
from graph.exchange.match.computed import Own, cover_in, refuse_another
from graph.exchange.match.deliveries import deliveries
from graph.exchange.match.drawn import nodes
from graph.exchange.match.edges import (
    Circle,
    MatchedEdge,
    edge_of,
    is_captive,
    joined,
    refuse_circles,
    supply_circles,
)
from graph.exchange.match.enterprises import enterprises, makers
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.lead_rows import led
from graph.exchange.match.ours import answered, judged, told_alone
from graph.exchange.match.records import RowOrigin
from graph.exchange.match.snapshot import RegisterAsked
from graph.exchange.match.taken_back import refuse_taken_back, restored
from graph.exchange.read import limits
from graph.exchange.read.cells import Cells, Fault
from graph.exchange.read.columns import TableKind
from graph.exchange.read.files import TableFile
from graph.exchange.read.headers import HeaderRow, TableChoices, again, heading_of
from graph.exchange.read.honours import honour_in
from graph.exchange.read.kinds import TOLD_ALONE
from graph.exchange.read.parts import parts_of
from graph.exchange.read.passing import NOTE, SECTION, TITLE
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.exchange.read.titles import refuse_not_making, refuse_not_running, titles_of
from graph.exchange.read.units import unit_named
from graph.exchange.report.dating import dated
from graph.exchange.report.fates import Outcome as Outcome  # noqa: PLC0414 - given on
from graph.exchange.report.fates import RowFates
from graph.exchange.report.ground import ImportGround as ImportGround  # noqa: PLC0414 - likewise
from graph.exchange.report.ground import own_source
from graph.exchange.report.unread import (
    OF_FIRMS,
    HiddenRows,
    Passed,
    above,
    nameless,
    no_header,
    note,
    passed_row,
    refuse_shifted,
    unread_sheet,
    why_passed,
)
from graph.message import _
from graph.model import AnyRecord, Facts, Judgement
from graph.model.names import fold
from graph.model.references import RecordKey

KEPT = 5000
"""Rows whose facts are told one by one; of the others only the rejected are kept."""

Read = Callable[[Cells, KnownRecords, RowOrigin], Iterator[AnyRecord]]
ToldLines = Callable[[int], None]

READERS: Mapping[TableKind, Read] = {
    "enterprises": enterprises,
    "makes": makers,
    "supplies": deliveries,
    "gaps": judged,
    "verify": answered,
    "leads": led,
    **dict.fromkeys(TOLD_ALONE, told_alone),
    "nodes": nodes,
}


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a person said before the tables are read.

    `names` says what a name means: an id, `new` or `skip`; `by` is who hands the tables in,
    `today` when (ISO 8601); `dataset` is what they are for, null the usual one; `restore` lets
    them say again what people took back. A `register` is what the lists are declared to be, if
    that.
    """

    by: str
    today: str
    dataset: str | None = None
    wanted: TableChoices = field(default_factory=TableChoices)
    names: Mapping[str, str] = field(default_factory=dict)
    restore: bool = False
    register: RegisterAsked | None = None


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of a row: the facts it says, or why it was rejected."""

    table: str
    row: TableRow
    outcome: Outcome
    facts: tuple[tuple[AnyRecord, Outcome], ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table that was recognised, and its rejected rows."""

    table: str
    heading: HeaderRow
    rows: int
    rejected: tuple[RowResult, ...]
    fates: RowFates = field(default_factory=RowFates)


@dataclass(slots=True)
class ImportOutcome:
    """What an import would write, and what became of every row.

    `lines` are the first rows, `telling` the first that say something new.
    """

    facts: Facts
    known: KnownRecords
    tables: list[TableRead] = field(default_factory=list)
    lines: list[RowResult] = field(default_factory=list)
    telling: list[RowResult] = field(default_factory=list)
    counts: Counter[Outcome] = field(default_factory=Counter)
    read: int = 0
    edges: list[tuple[RowOrigin, HeaderRow, list[Cells]]] = field(default_factory=list)
    circles: list[Circle] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)

    def take(self, origin: RowOrigin, heading: HeaderRow, lines: Iterable[RowResult]) -> None:
        """Add a table, row by row as it is read."""
        rows, rejected, fates = 0, [], RowFates()
        for line in lines:
            rows += 1
            self.counts[line.outcome] += 1
            fates.add(line.row.number, line.outcome)
            if len(self.lines) < KEPT:
                self.lines.append(line)
            if line.outcome == "rejected":
                rejected.append(line)
            elif line.outcome != "same" and len(self.telling) < KEPT:
                self.telling.append(line)
        self.tables.append(TableRead(origin.table, heading, rows, tuple(rejected), fates))

    @property
    def records(self) -> list[AnyRecord]:
        """The records to write: those that are not held already."""
        said = self.known.said
        new = [said[key] for key in sorted(said) if said[key] != self.known.before(key)]
        return [record for record in new if not _says_nothing(record)]

    @property
    def withdrawn(self) -> list[RecordKey]:
        """The records to take away: judgements whose last cell was emptied."""
        said = self.known.said
        return [key for key in sorted(said) if _says_nothing(said[key]) and self.known.before(key)]

    @property
    def rejected(self) -> list[RowResult]:
        """The rejected rows, table by table."""
        return [line for table in self.tables for line in table.rejected]


def _says_nothing(record: AnyRecord) -> bool:
    return isinstance(record, Judgement) and not any(
        (record.verdict, record.reason, record.owner, record.due, record.note)
    )


def outcome_of(
    ground: ImportGround,
    files: Iterable[TableFile],
    choices: ImportChoices,
    told: ToldLines = lambda _: None,
) -> ImportOutcome:
    """Read tables against the facts; raise `TableRefusedError` for what is no table.

    `told` hears of the number of rows read so far: 1, 1001, 2001 …
    """
    facts = ground.ws.facts
    names = {fold(name): meant for name, meant in choices.names.items()}
    known = KnownRecords(facts, names, ground.withdrawn, choices.restore)
    found = ImportOutcome(facts, known)
    choices.wanted.refuse_unknown_fields()
    ground = replace(ground, past=cache(ground.past))  # the sheets of a workbook share a version
    seen: dict[str, set[str]] = {}
    for file in files:
        recognised = False
        unread: list[Passed | None] = []
        headers: list[str] = []
        cover: dict[str, str] = {}
        own: Own | None = None
        for sheet, wanted in parts_of(file, choices.wanted):
            all_seen = seen.setdefault(sheet.table, set())
            heading, first = heading_of(sheet.rows, wanted)
            if heading is None or heading.missing or _is_other(sheet, heading):
                cover = cover or cover_in(first)
                refuse_another(file.name, cover, facts.dataset.id)
                headers += [cell for row in first for cell in row.cells if cell]
                unread += [] if cover_in(first) else [unread_sheet(sheet, first, heading)]
                continue
            asked = question_of(heading, first, wanted, known=bool(ground.version))
            if asked is not None:
                raise TableRefusedError(file=sheet.table, reason=asked)
            refuse_not_running(sheet, first, heading)
            refuse_not_making(sheet, first, heading, wanted.columns or {})
            recognised = True
            honour = honour_in(first, heading.row, sheet.name or "", file.name)
            unit = heading.unit or unit_named(sheet.name or "", file.name)
            heading = replace(heading, honour=honour, unit=unit)
            if heading.table.kind in OF_FIRMS:
                found.passed += above(sheet.table, first, heading)
                found.passed += nameless(sheet.table, first, heading) if sheet.name else []
            own = own_source(ground, sheet, heading, cover, own)
            rows, as_of, of_date = dated(sheet, first, heading, choices.today)
            unseen = HiddenRows()
            rows = unseen.counted(rows, heading.row)
            found.passed += of_date
            origin = RowOrigin(sheet.table, choices.by, own, choices.today, as_of=as_of)
            lists = [heading]
            origin.sections.begin(titles_of(sheet, first, heading))
            for each in lists:  # grows by the lists below one another
                _enter(found, origin, each)
                all_seen.update(each.names)
                _read_table(found, again(rows, each, wanted, lists), each, origin, told)
            found.passed += unseen.told(sheet.table)
        if not recognised:
            raise TableRefusedError(file=file.name, reason=no_header(headers))
        found.passed += [each for each in unread if each is not None]
    choices.wanted.refuse_unknown_columns(seen)
    _read_edges(found)
    return found


def _enter(found: ImportOutcome, origin: RowOrigin, heading: HeaderRow) -> None:
    """Note the titles of a list below another; without one it is of the section above."""
    if heading.titles:
        origin.sections.begin(cell for row in heading.titles for cell in row.cells if cell)
    found.passed += [passed_row(origin.table, row, TITLE) for row in heading.titles]


def _is_other(sheet: ReadSheet, heading: HeaderRow) -> bool:
    """Whether what stands beside a list of firms is none, or the sheet is hidden."""
    return sheet.hidden or (sheet.beside and heading.table.kind not in OF_FIRMS)


def _read_table(
    found: ImportOutcome,
    rows: Iterator[TableRow],
    heading: HeaderRow,
    origin: RowOrigin,
    told: ToldLines,
) -> None:
    said = _said(found, rows, heading, origin, told)
    if heading.table.kind == "edges":
        found.edges.append((origin, heading, list(said)))
    else:
        found.take(origin, heading, (_line(found.known, cells, origin) for cells in said))


def _said(
    found: ImportOutcome,
    rows: Iterator[TableRow],
    heading: HeaderRow,
    origin: RowOrigin,
    told: ToldLines,
) -> Iterator[Cells]:
    """Yield the rows below the header that say something; note those that are passed over."""
    for row in rows:
        cells = Cells(row, heading)
        if row.number <= heading.row or not row:
            continue
        _count(found, origin, told)
        why = why_passed(cells)
        if why is None or (why is NOTE and is_late(cells)):
            origin.sections.refuse(cells)
            if "#" not in origin.table:
                refuse_shifted(cells)
            yield cells
        else:
            if why is SECTION:
                origin.sections.enter(" ".join(dict.fromkeys(filter(None, row.cells))))
            note(found.passed, passed_row(origin.table, row, why))


def _count(found: ImportOutcome, origin: RowOrigin, told: ToldLines) -> None:
    found.read += 1
    if found.read > limits.ROWS:
        raise TableRefusedError(file=origin.table, reason=limits.too_many_rows(limits.ROWS))
    if found.read % 1000 == 1:
        told(found.read)


def _read_edges(found: ImportOutcome) -> None:
    """Read the edges when all nodes are known, circles first."""
    known = found.known
    edges: list[list[tuple[Cells, MatchedEdge | None]]] = []
    for _other, _another, said in found.edges:
        for cells in said:
            cells.refuse_flaws()
        edges.append([(cells, edge_of(cells, known)) for cells in said])
    ends = [(cells, edge) for each in edges for cells, edge in each if edge is not None]
    refuse_circles(ends, partial(is_captive, known))
    for (origin, heading, _third), read in zip(found.edges, edges, strict=True):
        found.take(origin, heading, [_line(known, cells, origin, edge) for cells, edge in read])
    found.circles += supply_circles([each for each in ends if not each[0].faults], known)


def _line(
    known: KnownRecords, cells: Cells, origin: RowOrigin, edge: MatchedEdge | None = None
) -> RowResult:
    """Read a row; it is taken as a whole or rejected as a whole."""
    if cells.heading.table.kind != "edges":
        cells.refuse_flaws()
    records: list[AnyRecord] = []
    if not cells.faults:
        try:
            if edge is not None:
                records = list(joined(cells, known, origin, edge))
            else:
                records = list(READERS[cells.heading.table.kind](cells, known, origin))
        except ValidationError as error:
            at = str(error.errors()[0]["loc"][0])
            cells.faults.append(Fault(at, "", _("不是有效的值")))
    refuse_taken_back(known, cells, records)
    if cells.faults:
        _refuse_node(known, cells)
        return RowResult(origin.table, cells.row, "rejected", (), tuple(cells.faults))
    records = list(restored(known, records))
    known.left_out += [(origin.table, cells.row.number, each) for each in cells.warnings]
    facts = tuple((record, _outcome(known, record)) for record in records)
    known.accept(cells, records)
    outcomes = [outcome for _other, outcome in facts]
    outcome: Outcome = next((o for o in ("new", "changed") if o in outcomes), "same")
    return RowResult(origin.table, cells.row, outcome, facts)


def _refuse_node(known: KnownRecords, cells: Cells) -> None:
    """Remember a node whose row is rejected: edges to it, by id or name, say where it was."""
    if cells.heading.table.kind == "nodes":
        where = (cells.row.number, cells.row.cells)
        known.drawn.rows.setdefault(cells.text("id"), where)
        known.drawn.refused.setdefault(cells.text("name"), where)


def _outcome(known: KnownRecords, record: AnyRecord) -> Outcome:
    key = (record.type, record.id)
    if known.current(key) == record:
        return "same"
    return "new" if known.before(key) is None else "changed"
