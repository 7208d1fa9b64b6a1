"""Tables for people, as wide as the console, aware that Chinese characters take two columns."""

import io
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from api.cli.streams import UNSHOWN
from graph.model.printable import printable

PIPED_WIDTH = 120
"""Where nobody says how wide the reader's window is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; `ratio` shares out what the other columns leave, `right` is for numbers."""

    heading: str
    ratio: int | None = None
    right: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, lines: bool = False) -> str:
    """Draw a table, with `lines` between rows of several lines; cells wrap, nothing is cut."""
    from rich import box  # noqa: PLC0415 - JSON and usage errors need no tables
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    drawn = Table(
        box=box.SIMPLE_HEAD if not lines else box.HORIZONTALS,
        show_lines=lines,
        pad_edge=False,
        expand=any(column.ratio for column in columns),
    )
    for column in columns:
        drawn.add_column(
            column.heading,
            ratio=column.ratio,
            justify="right" if column.right else "left",
            overflow="fold",
        )
    for row in rows:
        drawn.add_row(*(Text(printable(cell, UNSHOWN)) for cell in row))
    paper = Console(
        file=io.StringIO(),
        width=width(),
        color_system="standard" if sys.stdout.isatty() else None,
        force_terminal=sys.stdout.isatty(),
        legacy_windows=False,
        safe_box=not _unicode(),
    )
    with paper.capture() as captured:
        paper.print(drawn)
    return "\n".join(line.rstrip() for line in captured.get().strip("\n").splitlines())


def width() -> int:
    """Return how many columns the reader has."""
    return max(40, shutil.get_terminal_size((PIPED_WIDTH, 0)).columns)


def _unicode() -> bool:
    return (sys.stdout.encoding or "").lower().startswith("utf")
