"""What big files have said so far, and how a row of them is read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import TypeVar, cast

from graph.exchange.bulk.index import BigType, BulkShelf
from graph.exchange.match.known import KnownRecords
from graph.exchange.match.records import RowOrigin
from graph.exchange.read.cells import Cells
from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.limits import LONG_NAME, NAME
from graph.exchange.read.passing import is_nothing
from graph.exchange.read.rows import TableRow
from graph.message import _
from graph.model import AnyRecord, Evidence
from graph.model.formats import date_in
from graph.model.record_text import WrittenRecord, json_of, written

BETWEEN = "｜"
WORDS = "原行："
"""Before the words of a row, in the note of its evidence."""
MOST_TOLD = 100_000
"""Refused records that are remembered."""
MOST_MEANT = 1 << 14
"""Words of a table whose meaning is remembered."""
Meaning = TypeVar("Meaning")
_ANSWERS = frozenset({"traded", "captive", "essential", "exact"})
_KEPT = ("registry", "certificate", "batch")
_CALLED: Mapping[str, tuple[str, ...]] = {
    "nodes": ("id", "name"),
    "enterprises": ("id", "enterprise"),
}
_nothing = lru_cache(1 << 16)(is_nothing)
_date = lru_cache(1 << 14)(date_in)


@dataclass(slots=True)
class BulkGround:
    """What was said: the few chains, industries and regions as records, all else as numbers."""

    known: KnownRecords
    by: str
    shelves: dict[BigType, BulkShelf] = field(
        default_factory=lambda: {"segment": BulkShelf(), "enterprise": BulkShelf()}
    )
    tables: list[str] = field(default_factory=list)
    captive: set[int] = field(default_factory=set)
    refused: dict[str, int] = field(default_factory=dict)
    words: dict[tuple[str, int], str] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    made: set[int] = field(default_factory=set)
    joined: dict[tuple[str, str, str, str], int] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)

    def refuse(self, row: "BulkRow") -> None:
        """Remember what a refused record is called: rows that name it can say where it was."""
        codes = _CALLED.get(row.table.heading.table.kind, ())
        for name in filter(None, map(row.text, codes)):
            if len(self.refused) < MOST_TOLD:
                self.refused.setdefault(name, row.number)
        own = row.text("id")
        if own and "name" in codes and len(self.refused) < MOST_TOLD:
            self.known.drawn.rows.setdefault(own, (row.number, row.cells.row.cells))

    def hold(self, row: "BulkRow", records: Sequence[AnyRecord]) -> None:
        """Take in what a row says of the few records that may change until the end."""
        self.known.accept(row.cells, records)
        self.words[row.table.name, row.number] = row.words

    def held(self) -> Iterator[AnyRecord]:
        """Yield these records, in order, with the words of the rows that say them."""
        said = self.known.said
        others = (r for r in self.known.facts.records() if (r.type, r.id) not in said)
        for record in (*(said[key] for key in sorted(said)), *others):
            proofs = getattr(record, "evidence", ())
            yield record.model_copy(update={"evidence": tuple(map(self._worded, proofs))})

    def _worded(self, proof: Evidence) -> Evidence:
        words = self.words.get((proof.table or "", proof.row or 0))
        note = "；".join(filter(None, (proof.note, words)))
        return proof if words is None else proof.model_copy(update={"note": note})

    def makes(self, firm: int, segment: int) -> bool:
        """Note that a firm makes a segment; false where that was said before."""
        pair = firm << 32 | segment
        if pair in self.made:
            return False
        self.made.add(pair)
        return True


@dataclass(slots=True)
class BulkRow:
    """A row under its header: its texts by code, its evidence, and the faults that are found."""

    table: "BulkTable"
    cells: Cells

    @property
    def number(self) -> int:
        """Its number, from 1."""
        return self.cells.row.number

    def text(self, code: str) -> str:
        """Return the text of a column; empty where it has a sign for nothing, or is not there."""
        at = self.table.columns.get(code)
        if at is None:
            return ""
        cells = self.cells.row.cells
        text = cells[at] if at < len(cells) else ""
        if self.table.heading.words:
            text = self.table.heading.meant(code, text)
        says = code in _ANSWERS or len(text) > 5 or not text
        return text if says or not _nothing(text) else ""

    def needed(self, code: str) -> str:
        """Return the text of a column that has to say something, else nothing and a fault."""
        text = self.text(code)
        if not text:
            self.cells.needed(code)
        elif len(text) > NAME:
            self.cells.refuse(code, LONG_NAME)
        return text

    def once(self, said: tuple[str, ...], read: Callable[[], Meaning]) -> Meaning:
        """What the words of a column mean, read once in a table where nothing is wrong with them.

        `said` begins with the code of the column.
        """
        meant = self.table.meant
        if said in meant:
            return cast("Meaning", meant[said])
        found = read()
        alone = said[0] not in self.table.heading.more
        if alone and not self.cells.faults and len(meant) < MOST_MEANT:
            meant[said] = found
        return found

    def word(self, code: str, words: Mapping[str, Meaning]) -> Meaning | None:
        """The code for the word in a column, if it says one, else null and a fault."""
        text = self.text(code)
        read = partial(self.cells.word, code, words)
        return self.once((code, text), read) if text else None

    def yes(self, code: str) -> bool | None:
        """Whether a column says yes, null for an empty one; a fault for another word."""
        text = self.text(code)
        return self.once((code, text), partial(self.cells.yes, code)) if text else None

    @property
    def words(self) -> str:
        """Its words, as evidence has them."""
        return WORDS + BETWEEN.join([each for each in self.cells.row.cells if each])

    def evidence(self) -> Evidence:
        """Its evidence: the file, the row and the row's words."""
        return Evidence(
            basis="reported",
            table=self.table.name,
            row=self.number,
            by=self.table.by,
            as_of=self._day(),
            note=self._note(),
        )

    def proofs(self) -> str:
        """Its evidence alone, as the JSON of a record has it."""
        row, note, day = str(self.number), json_of(self._note()), self._day()
        if day is None:
            return f"[{written(Evidence, **self.table.proof, note=note, row=row)}]"
        return f"[{written(Evidence, **self.table.proof, note=note, row=row, as_of=json_of(day))}]"

    def _day(self) -> str | None:
        as_of = self.text("as_of")
        day = _date(as_of) if as_of else None
        if as_of and day is None:
            self.cells.date("as_of")  # which says what is wrong
        return day

    def _note(self) -> str:
        basis = self.text("basis")
        kept = [f"{self.cells.header(c)}：{t}" for c in self.table.kept if (t := self.text(c))]
        return "；".join([*filter(None, (basis, *kept)), self.words])


ReadRow = Callable[[BulkGround, BulkRow], Iterator[WrittenRecord]]


@dataclass
class BulkTable:
    """A table that is read: where its fields stand, and who hands it in."""

    name: str
    number: int
    heading: HeaderRow
    by: str
    columns: dict[str, int] = field(init=False)
    codes: tuple[str, ...] = field(init=False)
    kept: tuple[str, ...] = field(init=False)
    careful: bool = field(init=False)
    unused: bool = field(init=False)
    meant: dict[tuple[str, ...], object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.columns = dict(self.heading.columns)
        self.codes = tuple(self.columns)
        self.kept = tuple(code for code in _KEPT if code in self.columns)
        self.careful = bool(self.heading.rivals)
        self.unused = bool(self.heading.unknown)

    @cached_property
    def proof(self) -> Mapping[str, str]:
        """What the evidence of all rows says alike, as JSON; raises `ValidationError`."""
        alike = Evidence(basis="reported", table=self.name, by=self.by)
        return {"basis": json_of(alike.basis), "table": json_of(self.name), "by": json_of(self.by)}

    @property
    def origin(self) -> RowOrigin:
        """What the rows come from."""
        return RowOrigin(self.name, self.by)

    def row(self, row: TableRow) -> BulkRow:
        """Take a row; what is wrong with its cells is found already."""
        cells = Cells(row, self.heading)
        if self.careful or row.flaw is not None or row.flaws or row.stripped:
            cells.refuse_flaws()
        return BulkRow(self, cells)


def repeated(row: BulkRow, code: str, ground: BulkGround, shelf: BulkShelf, number: int) -> None:
    """Reject a row for a record that another row has told of."""
    at, table = shelf.rows[number], ground.tables[shelf.tables[number]]
    same = shelf.said[number] == hash(row.cells.row.cells) and table == row.table.name
    if same:
        row.cells.refuse(code, _("与第 {row} 行重复", row=at), "duplicate")
    else:
        why = _("与 {table} 第 {row} 行是同一个，内容不同", table=table, row=at)
        row.cells.refuse(code, why, "conflict")
