"""What the title of a list says of all its firms."""

from collections.abc import Iterable

from graph.errors import TableRefusedError
from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.remarks import not_running_in
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.message import _


def refuse_not_running(sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow) -> None:
    """Refuse a list whose title says that its firms do not run, where no column says so of each.

    They would all seem to run. Raise `TableRefusedError`.
    """
    listed = heading.table.kind in ("enterprises", "makes", "supplies")
    if not listed or {"status", "registry"} & set(heading.columns):
        return
    above = (cell for row in first if row.number < heading.row for cell in row.cells if cell)
    for title in (*above, sheet.name or "", sheet.file):
        if word := not_running_in(title):
            why = _(
                "标题“{title}”写着“{word}”，但没有状态列，企业会被当作在产；"
                "请加一列“状态”（停产、在建、拟引进、在产 …）",
                title=title[:60],
                word=word,
            )
            raise TableRefusedError(file=sheet.file, reason=why)
