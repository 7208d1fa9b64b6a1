"""A whole load of big files: their records one after the other, and what became of every row."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from graph.errors import RowsRejectedError, TableRefusedError
from graph.exchange.bulk.edges import BulkEdges
from graph.exchange.bulk.files import BigTable
from graph.exchange.bulk.firms import enterprises, makers
from graph.exchange.bulk.ground import BulkGround, BulkRow, BulkTable, ReadRow
from graph.exchange.bulk.nodes import nodes
from graph.exchange.bulk.plain import plain_makes
from graph.exchange.match.asking import question_of
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.sections import SectionTitles
from graph.exchange.read.cells import EXAMPLE as EXAMPLE_MARK
from graph.exchange.read.cells import Fault
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.passing import SECTION, passed_over
from graph.exchange.read.rows import TableRow
from graph.exchange.report.fates import Outcome, RowFates
from graph.exchange.report.outcome import RowResult, TableRead
from graph.exchange.report.unread import EXAMPLE, OF_FIRMS, Passed, above, passed_row
from graph.message import _
from graph.model import Dataset, Facts, Region
from graph.model.record_text import WrittenRecord

MOST_KEPT = 10_000
"""Rejected rows of a table that are kept with their reasons; all are counted."""
TELL = 10_000
ToldRows = Callable[[int], None]
_NOTHING_SAID = TableChoices()


@dataclass(slots=True)
class BulkLoad:
    """What big files say. `records` is walked once; the rest holds when that has ended."""

    facts: Facts
    by: str
    sound_only: bool = False
    told: ToldRows = lambda _: None
    tables: list[TableRead] = field(default_factory=list)
    counts: Counter[Outcome] = field(default_factory=Counter)
    passed: list[Passed] = field(default_factory=list)
    passed_rows: int = 0
    left_out: list[tuple[str, int, Fault]] = field(default_factory=list)
    rejected: dict[str, list[RowResult]] = field(default_factory=dict)
    read: int = 0
    dataset: Dataset = field(init=False)

    def __post_init__(self) -> None:
        self.dataset = self.facts.dataset

    def records(self, tables: Sequence[BigTable]) -> Iterator[WrittenRecord]:
        """Yield every record once, in bounded memory.

        Raise `RowsRejectedError` at the end where rows were rejected and the sound ones alone are
        not asked for; `TableRefusedError` for what is no such table.
        """
        ground = BulkGround(KnownRecords(self.facts), self.by)
        edges = BulkEdges(ground)
        readers: dict[str, ReadRow] = {
            "nodes": nodes,
            "enterprises": enterprises,
            "edges": edges.read,
            "makes": makers,
        }
        fates: dict[str, RowFates] = {}
        for table in tables:
            yield from self._table(ground, table, readers[table.kind], fates)
        for row, edge in edges.circles_refused():
            records = [] if row.cells.faults else list(edges.say(row, edge))
            if row.cells.faults:
                fates[row.table.name].reject(row.number)
                self.counts["new"] -= 1
                self._reject(row)
            yield from records
        yield from edges.inputs.groups.values()
        for table in tables:
            kept = self.rejected.get(table.name, [])
            own = fates[table.name]
            rows = len(own.numbers)
            self.tables.append(TableRead(table.name, table.heading, rows, tuple(kept), own))
        if self.counts["rejected"] and not self.sound_only:
            raise RowsRejectedError(count=self.counts["rejected"])
        yield from ground.held()
        self.dataset = founded_title(self.facts, ground.known)

    def _table(
        self, ground: BulkGround, table: BigTable, read: ReadRow, fates: dict[str, RowFates]
    ) -> Iterator[WrittenRecord]:
        asked = question_of(table.heading, table.first, _NOTHING_SAID, known=False)
        if asked is not None:
            raise TableRefusedError(file=table.name, reason=asked)
        known_as = BulkTable(table.name, len(ground.tables), table.heading, self.by)
        ground.tables.append(table.name)
        own = fates[table.name] = RowFates()
        of_firms, sections = table.kind in OF_FIRMS, SectionTitles()
        if of_firms:
            for each in above(table.name, table.first, table.heading):
                self._pass(each)
        plain = plain_makes(ground, known_as)
        for line in table.rows:
            if line.number <= table.heading.row or not line:
                continue
            self._count()
            said = plain(line) if plain is not None else None
            if said is not None:
                self._take(own, line.number, "new" if said else "same")
                yield from self._wanted(said)
                continue
            row = known_as.row(line)
            why = EXAMPLE if _is_example(line) else None
            why = why or (passed_over(line) if of_firms and _may_be_passed(line) else None)
            if why is not None:
                self._pass(passed_row(table.name, line, why))
                if why is SECTION:
                    sections.enter(" ".join(dict.fromkeys(filter(None, line.cells))))
                    plain = None  # for it may speak of the rows below
                continue
            sections.refuse(row.cells)
            yield from self._row(ground, row, read, own)

    def _row(
        self, ground: BulkGround, row: BulkRow, read: ReadRow, own: RowFates
    ) -> Sequence[WrittenRecord]:
        """What a row says; it is taken as a whole or rejected as a whole."""
        records: list[WrittenRecord] = []
        if not row.cells.faults:
            try:
                records = list(read(ground, row))
            except ValidationError as error:
                at = str(error.errors()[0]["loc"][0])
                row.cells.faults.append(Fault(at, "", _("不是有效的值")))
        if row.cells.faults:
            own.add(row.number, "rejected")
            ground.refuse(row)
            self._reject(row)
            return []
        outcome: Outcome = "new" if records or row.table.heading.table.kind != "makes" else "same"
        self._take(own, row.number, outcome)
        if row.cells.warnings and len(self.left_out) < MOST_KEPT:
            self.left_out += [(row.table.name, row.number, each) for each in row.cells.warnings]
        return self._wanted(records)

    def _take(self, own: RowFates, number: int, outcome: Outcome) -> None:
        own.add(number, outcome)
        self.counts[outcome] += 1

    def _wanted(self, records: Sequence[WrittenRecord]) -> Sequence[WrittenRecord]:
        """Nothing where nothing will be written."""
        return records if self.sound_only or not self.counts["rejected"] else ()

    def _reject(self, row: BulkRow) -> None:
        self.counts["rejected"] += 1
        kept = self.rejected.setdefault(row.table.name, [])
        if len(kept) < MOST_KEPT:
            faults = tuple(row.cells.faults)
            kept.append(RowResult(row.table.name, row.cells.row, "rejected", (), faults))

    def _pass(self, passed: Passed) -> None:
        self.passed_rows += passed.rows
        if len(self.passed) < MOST_KEPT:
            self.passed.append(passed)

    def _count(self) -> None:
        self.read += 1
        if self.read % TELL == 1:
            self.told(self.read)


def founded_title(facts: Facts, known: KnownRecords) -> Dataset:
    """The dataset, called after its district."""
    district = known.current(("region", facts.dataset.region))
    name = district.name if isinstance(district, Region) else facts.dataset.title
    return facts.dataset.model_copy(update={"title": f"{name}产业链"})


def _is_example(line: TableRow) -> bool:
    """Whether a row is the example of a template; asked of every row, so in few steps."""
    for cell in line.cells:
        if cell:
            return cell.startswith(EXAMPLE_MARK)
    return False


def _may_be_passed(line: TableRow) -> bool:
    """Whether a row could be a total, a note or a title; asked of every row, so in few steps."""
    filled = [each for each in line.cells if each]
    for each in filled[:4]:
        if each[0] in _BEGINNINGS or not each[0].isalnum():
            return True
    return len(set(filled)) == 1


_BEGINNINGS = frozenset(
    "合总小共累汇平以全注备说填数资来制审负单报联电一二三四五六七八九十第无暂没空不未待缺nN"
)
