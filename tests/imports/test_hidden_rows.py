"""Rows that a filter hides are read like others, and the report says how many there are."""

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.answers import workspace
from graph.exchange.read.files import TableFile
from graph.exchange.report.summary import report
from tests.imports.tables import FACTS, outcomes, read, saved
from tests.imports.test_register_lists import firms, taken

ROWS = (
    ("重点企业", None),
    ("企业名称", "主要产品"),
    ("大河厂", "链条"),
    ("小溪厂", "链条"),
    ("远山厂", "同步带"),
)


def filtered(*hidden: int) -> TableFile:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    for row in ROWS:
        page.append(row)
    for number in hidden:
        page.row_dimensions[number].hidden = True
    return saved(book)


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ((), []),
        ((1,), []),  # above the header
        ((9,), []),  # nothing in it
        ((4,), [(4, "小溪厂 链条", 1)]),
        ((3, 5), [(3, "大河厂 链条", 2)]),
    ],
)
def test_hidden_rows_are_read_and_told(
    hidden: tuple[int, ...], told: list[tuple[int, str, int]]
) -> None:
    found = read(filtered(*hidden))

    body = report(found, workspace(FACTS), "zh")

    assert outcomes(found) == ["new", "new", "new"]
    assert body.all_rows == 3
    assert [(each.row, each.text, each.why, each.rows) for each in body.passed] == [
        (row, text, f"从此行起有 {count} 行在表中是隐藏的（如筛选），已照常读入", 0)
        for row, text, count in told
    ]


def test_hidden_rows_of_a_register_are_read_and_told_too() -> None:
    found = taken(filtered(4, 5))

    assert set(firms(found)) == {"大河厂", "小溪厂", "远山厂"}
    assert [(each.row, each.why.text("zh"), each.rows) for each in found.passed] == [
        (4, "从此行起有 2 行在表中是隐藏的（如筛选），已照常读入", 0)
    ]
