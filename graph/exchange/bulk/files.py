"""Big files as tables: what each is, what its columns hold, and its rows one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from graph.errors import TableRefusedError
from graph.exchange.read.big_csv import big_csv_rows
from graph.exchange.read.columns import TableField, TableKind, plain
from graph.exchange.read.headers import SEARCHED, HeaderRow, TableChoices, heading_of
from graph.exchange.read.kinds import TABLES
from graph.exchange.read.limits import EMPTY
from graph.exchange.read.parquet_file import ParquetTable, wrong_types_told
from graph.exchange.read.rows import ReadSheet, TableRow
from graph.exchange.read.titles import refuse_not_running
from graph.exchange.report.outcome import OF_FIRMS
from graph.load.nearest import nearest
from graph.message import Message, _

BULK: tuple[TableKind, ...] = ("nodes", "enterprises", "edges", "makes")
"""The kinds of big tables, in the order in which they are read."""
PARQUET = b"PAR1"
_OTHER_KIND = _("这是{kind}；载入大文件只认图谱节点、图谱连线、重点企业库与企业产品清单")
_XLSX = _("不是 CSV 或 Parquet；请另存为 CSV（UTF-8），表格不大时用 liantu import")


@dataclass(frozen=True, slots=True)
class BigTable:
    """A file that was recognised; `rows` can be walked once."""

    name: str
    heading: HeaderRow
    rows: Iterator[TableRow]
    first: Sequence[TableRow]

    @property
    def kind(self) -> TableKind:
        """Which kind of table it is."""
        return self.heading.table.kind

    @property
    def near(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The columns that are not used, each with the fields whose names come near."""
        fields = self.heading.table.fields
        names = {plain(name): f.header for f in fields for name in (f.code, f.header, *f.synonyms)}
        for column in self.heading.unknown:
            found = nearest(plain(column), names)
            yield column, tuple(dict.fromkeys(names[each] for each in found))


def big_tables(paths: Iterable[Path], wanted: TableChoices) -> list[BigTable]:
    """Recognise files; raise `TableRefusedError` for one that is no such table."""
    found = [_table(path, wanted.of(path.name)) for path in paths]
    wanted.refuse_unknown_columns({each.name: each.heading.names for each in found})
    return sorted(found, key=lambda each: BULK.index(each.kind))


def _table(path: Path, wanted: TableChoices) -> BigTable:
    with path.open("rb") as file:
        start = file.read(1024)
    if not start.strip():
        raise TableRefusedError(file=path.name, reason=EMPTY)
    if start.startswith(PARQUET):
        return _parquet(path, wanted)
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableRefusedError(file=path.name, reason=_XLSX)
    rows = big_csv_rows(path)
    heading, first = heading_of(rows, wanted)
    return _recognised(path, heading, first, chain(first, rows))


def _parquet(path: Path, wanted: TableChoices) -> BigTable:
    file = ParquetTable(path)
    heading, head = heading_of(iter([file.header()]), wanted)
    found = _recognised(path, heading, head, iter(()))
    wrong = file.wrong_types(found.heading)
    if wrong:
        raise TableRefusedError(file=path.name, reason=wrong_types_told(wrong))
    # Of firms what is not used is looked through, too: it may say that one is closed.
    of_firms = found.kind in OF_FIRMS
    rows = file.rows(range(len(file.columns)) if of_firms else [*found.heading.used])
    first = list(islice(rows, SEARCHED))
    return replace(found, rows=chain(first, rows), first=first)


def _recognised(
    path: Path, heading: HeaderRow | None, first: Sequence[TableRow], rows: Iterator[TableRow]
) -> BigTable:
    if heading is None or heading.missing:
        raise TableRefusedError(file=path.name, reason=_no_header(heading, first))
    if heading.table.kind not in BULK:
        kind = heading.table.title
        raise TableRefusedError(file=path.name, reason=_OTHER_KIND.filled(kind=kind))
    refuse_not_running(ReadSheet(path.name, None, rows), first, heading)
    return BigTable(path.name, heading, rows, first)


def _no_header(heading: HeaderRow | None, first: Sequence[TableRow]) -> Message:
    """Say which columns are needed, and which of those there are come near."""
    if heading is None:
        names = next((row.cells for row in first if sum(map(bool, row.cells)) > 1), ())
        needed = "；".join(
            f"{TABLES[kind].title.text('zh')}：{_names(TABLES[kind].fields)}" for kind in BULK
        )
        return _SEEN.filled(seen="、".join(each[:20] for each in names[:12]) or "—", needed=needed)
    columns = {plain(each): each for each in heading.unknown}
    told = []
    for missing in heading.missing:
        near = dict.fromkeys(
            columns[each]
            for name in (missing.code, missing.header, *missing.synonyms)
            for each in nearest(plain(name), columns)
        )
        told.append(f"{missing.header}（{'、'.join(near)}？）" if near else missing.header)
    return _MISSING.filled(kind=heading.table.title, missing="、".join(told))


def _names(fields: Iterable[TableField]) -> str:
    return "、".join(each.header for each in fields if each.required)


_SEEN = _("认不出表头（看到：{seen}）。至少要有的列——{needed}。可用 --kind、--map 指明")
_MISSING = _("像{kind}，但缺少列：{missing}；可用 --map 列名=字段 指明")
