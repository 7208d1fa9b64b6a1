"""What a firm says of itself in one row of a list."""

from dataclasses import dataclass

from graph.model.vocabulary import FirmColumn


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a column; `amount` is what was invoiced for it."""

    column: str
    kind: FirmColumn
    text: str
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class FirmRow:
    """A row: where it stands, whose it is, its industry by code or by name, its words.

    `industry` keeps the finest class first: 行业代码, 国标行业小类, … 门类; `state` and `place`
    are what the list says of whether it runs and where it stands, `former` the firm's former names.
    """

    table: str
    row: int
    firm: str
    credit_code: str | None
    industry: tuple[str, ...]
    words: tuple[Words, ...]
    state: str = ""
    place: str = ""
    former: tuple[str, ...] = ()
