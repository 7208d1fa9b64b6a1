"""Several lists in one sheet: each is read, or what is not read is named."""

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.exchange.read.headers import TableChoices
from graph.exchange.report.outcome import ImportOutcome
from graph.model import Enterprise, Makes
from tests.imports.tables import Cell, csv_file, outcomes, read, saved, workbook

UPPER: list[list[Cell]] = [["企业名称", "主要产品"], ["大河厂", "链条"], ["小溪厂", "同步带"]]
LOWER: list[list[Cell]] = [
    ["企业名称", "主要产品", "产业链", "状态"],
    ["远山厂", "自行车", "自行车产业", "在产"],
]
BLANK: list[list[Cell]] = [[None]]
TITLE: list[list[Cell]] = [["二、其他企业"]]


@pytest.mark.parametrize("between", [BLANK, TITLE, [], BLANK * 40])
@pytest.mark.parametrize("lists", [(UPPER, LOWER), (LOWER, UPPER), (UPPER, UPPER[:1] + LOWER[1:])])
def test_lists_below_one_another_are_all_read(
    between: list[list[Cell]], lists: tuple[list[list[Cell]], list[list[Cell]]]
) -> None:
    found = read(workbook(*lists[0], *between, *lists[1]))

    names = {each.name for each in found.records if isinstance(each, Enterprise)}
    made = {each.segment for each in found.records if isinstance(each, Makes)}
    assert names == {"大河厂", "小溪厂", "远山厂"}
    assert made == {"drive_chain", "belt", "bike"}
    assert [each.rows for each in found.tables] == [len(each) - 1 for each in lists]
    assert outcomes(found) == ["new", "new", "new"]


def test_a_list_of_products_below_a_list_of_supplies_is_read_as_what_it_is() -> None:
    supplies: list[list[Cell]] = [["供方企业", "需方企业", "环节"], ["甲", "飞轮车业", "链条"]]

    found = read(workbook(*UPPER, *BLANK, *supplies))

    assert [each.heading.table.kind for each in found.tables] == ["makes", "supplies"]
    assert outcomes(found) == ["new", "new", "rejected"]


@pytest.mark.parametrize("gap", [[None], [], [None, None]])
@pytest.mark.parametrize("number", [["序号"], []])
@pytest.mark.parametrize("title", [[], [["青溪县企业名单"]]])
def test_lists_side_by_side_are_both_read(
    gap: list[Cell], number: list[Cell], title: list[list[Cell]]
) -> None:
    one: list[Cell] = [1] if number else []
    head = [*number, *UPPER[0]]
    found = read(
        workbook(
            *title,
            [*head, *gap, *head],
            [*one, *UPPER[1], *gap, *one, *UPPER[2]],
            [*one, "远山厂", "自行车"],
        )
    )

    assert made_by(found) == {
        ("大河厂", "drive_chain"),
        ("小溪厂", "belt"),
        ("远山厂", "bike"),
    }
    assert outcomes(found) == ["new", "new", "new"]


def made_by(found: ImportOutcome) -> set[tuple[str, str]]:
    names = {each.id: each.name for each in found.records if isinstance(each, Enterprise)}
    return {
        (names[each.enterprise], each.segment) for each in found.records if isinstance(each, Makes)
    }


def test_three_lists_of_other_headers_beside_one_another_are_read() -> None:
    found = read(
        workbook(
            [
                "企业名称",
                "主要产品",
                None,
                "单位名称",
                "产品",
                "状态",
                None,
                "公司名称",
                "主营产品",
            ],
            ["大河厂", "链条", None, "小溪厂", "同步带", "停产", None, "远山厂", "自行车"],
        )
    )

    assert len(found.tables) == 3
    assert made_by(found) == {("大河厂", "drive_chain"), ("小溪厂", "belt"), ("远山厂", "bike")}
    status = {each.name: each.status for each in found.records if isinstance(each, Enterprise)}
    assert status == {"大河厂": "operating", "小溪厂": "suspended", "远山厂": "operating"}


def test_a_summary_beside_a_list_says_nothing_of_its_firms_and_is_named_as_unread() -> None:
    rows: list[list[Cell]] = [
        ["企业名称", "主要产品", None, "产业链", "企业数"],
        ["大河厂", "链条", None, "自行车产业", 12],
    ]

    found = read(workbook(*rows))
    meant = read(workbook(*rows), wanted=TableChoices("enterprises", {"产业链": "链/环节"}))

    assert not [each for each in found.records if each.type == "role"]
    assert [(each.row, each.text) for each in found.passed] == [(1, "产业链 企业数")]
    assert [each.id for each in meant.records if each.type == "role"]  # a person said so


def test_a_column_without_a_header_splits_no_list() -> None:
    found = read(
        workbook(
            ["企业名称", None, "主要产品"], ["大河厂", "甲", "链条"], ["小溪厂", "乙", "同步带"]
        )
    )

    assert made_by(found) == {("大河厂", "drive_chain"), ("小溪厂", "belt")}


@pytest.mark.parametrize(
    "headers",
    [
        ("产品1", "产品2", "产品3"),
        ("主要产品一", "主要产品二", "主要产品三"),
        ("主要产品", "主营产品", "产品名称"),
        ("主要产品（1）", "主要产品（2）", "主要产品（3）"),
    ],
)
@pytest.mark.parametrize("chain", [[], ["产业链"]])
def test_several_columns_of_products_are_all_read(
    headers: tuple[str, ...], chain: list[str]
) -> None:
    place = ["自行车产业"] if chain else []
    found = read(
        workbook(
            ["企业名称", *headers, *chain],
            ["大河厂", "链条", "无", "自行车", *place],
            ["小溪厂", None, "同步带、链条", "／", *place],
        )
    )

    assert made_by(found) == {
        ("大河厂", "drive_chain"),
        ("大河厂", "bike"),
        ("小溪厂", "belt"),
        ("小溪厂", "drive_chain"),
    }
    assert found.tables[0].heading.unknown == ()


UPPER_ROWS: list[tuple[list[Cell], list[Cell], list[Cell]]] = [
    (["企业名称", "主要产品", None, None], [None, "产品1", "产品2", "产量"], ["链条", "同步带", 3]),
    (["企业信息", "产品情况", None, None], ["名称", "名称", "产量", "规格"], ["链条", 3, "吨"]),
    (["企业名称", "主要产品", None], [None, "名称", "产量"], ["链条", 3]),
    (["企业名称", "产品", None], ["企业名称", "名称", "年产量"], ["链条", 3]),
]


@pytest.mark.parametrize(("upper", "lower", "cells"), UPPER_ROWS)
def test_headers_of_two_rows_are_read_together(
    upper: list[Cell], lower: list[Cell], cells: list[Cell]
) -> None:
    found = read(workbook(["青溪县名单"], upper, lower, ["大河厂", *cells]))

    assert not found.rejected
    assert ("大河厂", "drive_chain") in made_by(found)
    assert {name for name, _ in made_by(found)} == {"大河厂"}


def test_a_sheet_without_a_known_header_is_named_as_unread() -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    for row in UPPER:
        first.append(row)
    other = book.create_sheet("统计")
    other.append(["指标", "数值"])
    other.append(["产值", 3])

    found = read(saved(book))

    assert [(each.table, each.row, each.text) for each in found.passed] == [
        ("企业.xlsx#统计", 1, "指标 数值")
    ]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_as_unread(state: str) -> None:
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    for row in UPPER:
        first.append(row)
    other = book.create_sheet("旧")
    for row in LOWER:
        other.append(row)
    other.sheet_state = state

    found = read(saved(book))

    assert made_by(found) == {("大河厂", "drive_chain"), ("小溪厂", "belt")}
    assert [(each.table, each.rows) for each in found.passed] == [("企业.xlsx#旧", 2)]
    assert "隐藏" in found.passed[0].why.text("zh")


@pytest.mark.parametrize("at", [1, 2])
def test_a_column_without_a_header_is_named_as_unread_once(at: int) -> None:
    head: list[Cell] = ["企业名称", "主要产品"]
    rows: list[list[Cell]] = [["大河厂", "链条"], ["小溪厂", "同步带"]]
    for row, cell in zip([head, *rows], (None, "甲", "乙"), strict=True):
        row.insert(at, cell)

    found = read(workbook(head, *rows))

    assert outcomes(found) == ["new", "new"]
    assert [(each.row, each.text, each.rows) for each in found.passed] == [(2, "甲", 0)]
    assert f"第 {at + 1} 列" in found.passed[0].why.text("zh")


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_row_of_a_csv_with_more_cells_than_its_header_is_rejected(sign: str) -> None:
    lines = (
        ["企业名称", "产品", "状态"],
        ["大河厂", "链条", "同步带", "停产"],
        ["小溪厂", "链条", "", ""],
    )
    found = read(csv_file(*(sign.join(line) for line in lines)))

    assert outcomes(found) == ["rejected", "new"]
    assert "shifted" in [fault.code for fault in found.lines[0].faults]
