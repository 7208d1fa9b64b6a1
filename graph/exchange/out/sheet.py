"""A table to be written into a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CellValue = str | int | float | None


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A table: its name, header and rows.

    `choices` are the words that a column offers, `filled` the columns that people fill, `dates`
    those that hold days. `hidden` ones are there for the way back; the first `keys` columns stay in
    sight. A day of the column `due` stands out when it is over.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    filled: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    keys: int = 1
    due: str = ""
