"""Small tables as files, and the facts they are read against."""

import io
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.answers import workspace
from graph.exchange.read.files import TableFile
from graph.exchange.read.headers import TableChoices
from graph.exchange.report.outcome import (
    ImportChoices,
    ImportGround,
    ImportOutcome,
    RowResult,
    outcome_of,
)
from graph.model import AnyRecord, Facts
from tests.support import chain, enterprise, facts, industry, makes, membership, region, segment

Cell = str | int | float | datetime | None

FACTS = facts(
    region("district", name="青溪县"),
    region("park", sort="park", name="河湾园区"),
    industry(),
    chain("bikes", name="自行车产业"),
    segment("bike", name="自行车"),
    segment("drive_chain", name="链条", aliases=("传动链",)),
    segment("belt", name="同步带"),
    membership("bikes", "bike", "downstream"),
    enterprise("flywheel", name="飞轮车业"),
    makes("flywheel", "bike"),
)
"""A firm that makes bicycles; a chain and a belt that nobody is known to make."""


def csv_file(*rows: str, name: str = "企业.csv", encoding: str = "utf-8") -> TableFile:
    return TableFile(name, "\n".join(rows).encode(encoding))


def workbook(*rows: Sequence[Cell], name: str = "企业.xlsx", title: str = "Sheet") -> TableFile:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = title
    for row in rows:
        page.append(list(row))
    return saved(book, name)


def saved(book: Workbook, name: str = "企业.xlsx") -> TableFile:
    buffer = io.BytesIO()
    book.save(buffer)
    return TableFile(name, buffer.getvalue())


def read(
    *files: TableFile, of: Facts = FACTS, by: str = "王工", **choices: object
) -> ImportOutcome:
    now = workspace(of)
    ground = ImportGround(now, {of.version: now}.__getitem__)
    return outcome_of(ground, files, ImportChoices(by=by, today="2026-11-25", **choices))  # type: ignore[arg-type] # as named there


def read_as(kind: str, *files: TableFile, **columns: str) -> ImportOutcome:
    return read(*files, wanted=TableChoices(kind, columns))  # type: ignore[arg-type] # one of KINDS


def written(found: ImportOutcome) -> dict[str, AnyRecord]:
    return {record.id: record for record in found.records}


def outcomes(found: ImportOutcome) -> list[str]:
    return [line.outcome for line in found.lines]


def reasons(line: RowResult) -> list[tuple[str, str, str]]:
    """Column, value and code of what is wrong with a row."""
    return [(fault.column, fault.value, fault.code) for fault in line.faults]
