"""What the title of a list says of all its firms."""

from collections.abc import Container, Iterable, Iterator

from graph.errors import TableRefusedError
from graph.exchange.read.headers import HeaderRow
from graph.exchange.read.remarks import not_making_in, not_running_in
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.message import _

OF_FIRMS = frozenset({"enterprises", "makes", "supplies"})
_PRODUCTS = ("product", "products")


def refuse_not_running(sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow) -> None:
    """Refuse a list whose title says that its firms do not run, where no column says so of each.

    They would all seem to run. Raise `TableRefusedError`.
    """
    if heading.table.kind not in OF_FIRMS or {"status", "registry"} & set(heading.columns):
        return
    for title in titles_of(sheet, first, heading):
        if word := not_running_in(title):
            why = _(
                "标题“{title}”写着“{word}”，但没有状态列，企业会被当作在产；"
                "请加一列“状态”（停产、在建、拟引进、在产 …）",
                title=title[:60],
                word=word,
            )
            raise TableRefusedError(file=sheet.file, reason=why)


def refuse_not_making(
    sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow, said: Container[str]
) -> None:
    """Refuse a list whose title says that its firms do not make the products beside them.

    Not where a person `said` what the column of products holds. Raise `TableRefusedError`.
    """
    used = [heading.names[heading.columns[each]] for each in _PRODUCTS if each in heading.columns]
    if heading.table.kind == "supplies" or not used or used[0] in said:
        return
    for title in titles_of(sheet, first, heading):
        if word := not_making_in(title):
            why = _(
                "标题“{title}”写着“{word}”，“{column}”会被当作企业生产的产品；"
                "是则用 --map {column}=产品 指明，不是则用 --map {column}= 不用此列",
                title=title[:60],
                word=word,
                column=used[0],
            )
            raise TableRefusedError(file=sheet.file, reason=why)


def titles_of(sheet: ReadSheet, first: Iterable[TableRow], heading: HeaderRow) -> Iterator[str]:
    """What stands above a list, and what its sheet and its file are called."""
    yield from (cell for row in first if row.number < heading.row for cell in row.cells if cell)
    yield sheet.name or ""
    yield sheet.file
