"""The report of a load of big files: what became of every row, in the words of an import."""

from collections.abc import Iterator, Sequence

from graph.answers.shapes import Body
from graph.exchange.bulk.files import BigTable
from graph.exchange.bulk.loading import BulkLoad
from graph.exchange.report.bodies import FactDifference, PassedItem, RejectedItem, TableItem
from graph.exchange.report.summary import LISTED, table_item
from graph.model import Record
from graph.model.vocabulary import Lang
from graph.store.contract import Version


class UnusedColumn(Record):
    """A column that is not read, and the fields whose names come near."""

    table: str
    column: str
    nearest: tuple[str, ...]


class BulkBody(Body):
    """What became of the rows of big files; `version` is the one after, 0 where none is there.

    Every row is counted once: new, the same as an earlier one, rejected or passed. `rejected` and
    `passed` list the first of them.
    """

    written: bool
    new: int
    same: int
    rejected_rows: int
    rejected: tuple[RejectedItem, ...]
    tables: tuple[TableItem, ...]
    unused: tuple[UnusedColumn, ...]
    passed: tuple[PassedItem, ...]
    passed_rows: int
    all_rows: int
    facts: FactDifference


def bulk_report(
    load: BulkLoad, tables: Sequence[BigTable], before: int, after: Version | None, lang: Lang
) -> BulkBody:
    """Tell what became of every row; `after` is none where nothing could be written."""
    number = after.number if after is not None else before
    written = after is not None and number > before
    rejected = [item for found in load.rejected.values() for item in found]
    return BulkBody(
        dataset=load.dataset.id,
        version=number,
        written=written,
        new=load.counts["new"],
        same=load.counts["same"],
        rejected_rows=load.counts["rejected"],
        rejected=tuple(
            RejectedItem(
                table=line.table,
                row=line.row.number,
                column=fault.column,
                value=fault.value[:200],
                code=fault.code,
                why=fault.why.text(lang),
                name=fault.name[:200],
            )
            for line in rejected[:LISTED]
            for fault in line.faults
        ),
        tables=tuple(table_item(each, lang) for each in load.tables),
        unused=tuple(
            UnusedColumn(table=table.name, column=column, nearest=near)
            for table in tables
            for column, near in table.near
        ),
        passed=tuple(_passed(load, lang)),
        passed_rows=load.passed_rows,
        all_rows=load.counts.total() + load.passed_rows,
        facts=FactDifference(
            added=after.added if after is not None and written else 0,
            changed=after.changed if after is not None and written else 0,
            withdrawn=after.removed if after is not None and written else 0,
        ),
    )


def _passed(load: BulkLoad, lang: Lang) -> Iterator[PassedItem]:
    for each in load.passed[:LISTED]:
        why = each.why.text(lang)
        yield PassedItem(table=each.table, row=each.row, text=each.text, why=why, rows=each.rows)
    for table, row, fault in load.left_out[:LISTED]:
        text, why = f"{fault.column} {fault.value}", fault.why.text(lang)
        yield PassedItem(table=table, row=row, text=text, why=why, rows=0)
