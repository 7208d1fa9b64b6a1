"""A report to keep: what became of every row, as a CSV or a workbook."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from graph.exchange.out.gap_table import disarmed
from graph.exchange.out.sheet import CellValue, WrittenSheet
from graph.exchange.out.workbook import workbook
from graph.exchange.report.bodies import ImportBody, PassedItem
from graph.exchange.report.outcome import TableRead
from graph.message import Message, _
from graph.model.vocabulary import Lang

ReportForm = Literal["csv", "xlsx"]
IN_WORKBOOK = 50_000
"""Rows of a workbook, which is made in memory; the CSV has them all."""
RowFate = Literal["new", "changed", "same", "rejected", "passed"]
FATE_WORDS: dict[RowFate, Message] = {
    "new": _("新增"),
    "changed": _("修改"),
    "same": _("相同"),
    "rejected": _("拒绝"),
    "passed": _("未读"),
}
_HEADER = (_("表"), _("行"), _("结果"), _("列"), _("值"), _("说明"))
_FEWER = _("只列前 {n} 行；CSV 有全部")
ReportLine = tuple[str, int, str, str, str, str]


def report_lines(body: ImportBody, tables: Iterable[TableRead], lang: Lang) -> Iterator[ReportLine]:
    """Yield a line for each row, more where several cells of it are wrong or change.

    Facts are told of the first rows that change something, as in the report itself.
    """
    yield from row_lines(tables, body.passed, lang, _told(body))


def row_lines(
    tables: Iterable[TableRead],
    passed: Iterable[PassedItem],
    lang: Lang,
    told: Mapping[tuple[str, int], str],
) -> Iterator[ReportLine]:
    """Yield the lines of tables; `told` is what rows say, by table and row."""
    for table in tables:
        wrong = {line.row.number: line.faults for line in table.rejected}
        for number, outcome in table.fates:
            word = FATE_WORDS[outcome].text(lang)
            for fault in wrong.get(number, ()):
                yield table.table, number, word, fault.column, fault.value, fault.why.text(lang)
            if number not in wrong:
                yield table.table, number, word, "", "", told.get((table.table, number), "")
    for each in passed:
        yield each.table, each.row, FATE_WORDS["passed"].text(lang), "", each.text, each.why


def _told(body: ImportBody) -> dict[tuple[str, int], str]:
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for row in body.rows:
        for each in row.facts:
            changes = "，".join(
                f"{c.field_name} {c.before or '—'} → {c.after or '—'}" for c in each.changes
            )
            found[row.table, row.row].append(f"{each.fact.name} {changes}".strip())
    return {key: "；".join(facts) for key, facts in found.items()}


def report_csv(lines: Iterable[ReportLine], lang: Lang) -> Iterator[str]:
    """Yield the lines of a report as a CSV that spreadsheets read as UTF-8."""
    yield "\ufeff" + _csv(each.text(lang) for each in _HEADER)
    for line in lines:
        yield _csv(map(str, line))


def report_xlsx(body: ImportBody, lines: Iterable[Sequence[CellValue]], lang: Lang) -> bytes:
    """Write a report as a workbook, its sums on the cover."""
    rows = tuple(map(tuple, islice(lines, IN_WORKBOOK)))
    cover = [(_("数据集").text(lang), body.dataset), (_("版本").text(lang), str(body.version))]
    cover += [(FATE_WORDS[code].text(lang), str(count)) for code, count in sums_of(body)]
    cover += [(_("全部行").text(lang), str(body.all_rows))]
    if len(rows) == IN_WORKBOOK:
        cover.append(("", _FEWER.text(lang, n=IN_WORKBOOK)))
    header = tuple(each.text(lang) for each in _HEADER)
    return workbook(cover, [WrittenSheet(_("逐行结果").text(lang), header, rows)])


def sums_of(body: ImportBody) -> tuple[tuple[RowFate, int], ...]:
    """How many rows there are of each fate."""
    return (
        ("new", body.new),
        ("changed", body.changed),
        ("same", body.same),
        ("rejected", body.rejected_rows),
        ("passed", body.passed_rows),
    )


def _csv(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([disarmed(cell) for cell in cells])
    return buffer.getvalue()
