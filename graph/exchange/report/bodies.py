"""The report of an import: what became of every row, and what the facts would change."""

from pydantic import Field

from graph.answers.shapes import Body, Completeness, Ref
from graph.answers.shapes.registers import DoubtItem
from graph.exchange.read.columns import TableKind
from graph.exchange.report.outcome import Outcome
from graph.model import Record


class CandidateItem(Record):
    """A known record that a name may mean, and how alike the names are (0 to 100)."""

    ref: Ref
    score: int


class ColumnItem(Record):
    """A column of a table: its header, and what it is taken for (null: nothing)."""

    column: str
    field: str | None
    field_name: str | None


class TableItem(Record):
    """A table that was recognised: its kind, the row of its header, its columns, its rows."""

    table: str
    kind: TableKind
    kind_name: str
    header_row: int
    columns: tuple[ColumnItem, ...]
    unknown: tuple[str, ...]
    rows: int


class RejectedItem(Record):
    """A cell for which its row is rejected: where it stands, what it says, why.

    `name` is the one name of the value that a person may settle.
    """

    table: str
    row: int
    column: str
    value: str
    code: str
    why: str
    candidates: tuple[CandidateItem, ...] = ()
    name: str = ""


class ChangeItem(Record):
    """A value of a fact that changes: its field, what it held before and holds after."""

    field: str
    field_name: str
    before: str
    after: str


class FactItem(Record):
    """A fact that a row says, and what it changes in it.

    `taken_back` says when and why a person had taken it back, where it comes again.
    """

    fact: Ref
    outcome: Outcome
    changes: tuple[ChangeItem, ...] = ()
    taken_back: str | None = None


class RowItem(Record):
    """A row that is new or changes something, and the facts it says."""

    table: str
    row: int
    outcome: Outcome
    facts: tuple[FactItem, ...]


class MatchItem(Record):
    """A name that is not written as we know it: what it was taken for, and how."""

    value: str
    taken_for: Ref
    how: str
    candidates: tuple[CandidateItem, ...] = ()


class CircleItem(Record):
    """Segments that supply one another, and the rows that say so: allowed, and worth a look."""

    rows: tuple[int, ...]
    names: tuple[str, ...]


class PassedItem(Record):
    """What was not read: a total, a note, a title, a whole sheet; or a cell that was left out.

    `rows` is how many rows it stands for: 0 for a cell, whose row went in without it.
    """

    table: str
    row: int
    text: str
    why: str
    rows: int = 1


class FactDifference(Record):
    """How many records the import adds, changes and withdraws."""

    added: int
    changed: int
    withdrawn: int


class ChainDifference(Record):
    """The local completeness of a chain before and after."""

    chain: Ref
    before: Completeness
    after: Completeness


class AnswerDifference(Record):
    """Gaps that open, close, become certain or uncertain; chains whose completeness changes."""

    opened: tuple[Ref, ...]
    closed: tuple[Ref, ...]
    confirmed: tuple[Ref, ...]
    doubted: tuple[Ref, ...]
    chains: tuple[ChainDifference, ...]


class FirmFateItem(Record):
    """A firm of a register, and what became of it since the list before."""

    fate: str
    name: str
    enterprise: Ref | None
    before: str
    after: str


class RegisterReport(Record):
    """A list as a register: what it declares, what it replaces, what became of its firms.

    `fates` counts firms; `firms` shows the first that changed, by what became of them.
    """

    name: str
    as_of: str
    region: Ref
    coverage: str
    former: str | None
    fates: dict[str, int]
    firms: tuple[FirmFateItem, ...]
    unmatched: int
    doubts: tuple[DoubtItem, ...]
    concludes: bool


class ImportBody(Body):
    """The report of an import; `version` is the one after it where it was applied.

    `new`, `changed` and `same` count rows; `rejected` has every cell that is wrong, up to a
    limit, `rejected_rows` counts all rows. `rows` shows the first rows that change something.
    Rows that were not read are `passed_rows`; with them every row is counted in `all_rows`, once.
    """

    applied: bool
    new: int
    changed: int
    same: int
    rejected_rows: int
    rejected: tuple[RejectedItem, ...]
    rows: tuple[RowItem, ...]
    truncated: bool
    tables: tuple[TableItem, ...]
    matched: tuple[MatchItem, ...]
    circles: tuple[CircleItem, ...]
    facts: FactDifference
    answers: AnswerDifference
    passed: tuple[PassedItem, ...] = ()
    passed_rows: int = 0
    all_rows: int = 0
    as_register: RegisterReport | None = Field(default=None, exclude_if=lambda each: each is None)
