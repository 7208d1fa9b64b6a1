"""Every row of a file is accounted for: new, changed, same, rejected, or not read and named."""

from openpyxl import Workbook

from graph.answers import workspace
from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.summary import report
from tests.imports.tables import FACTS, Cell, csv_file, read, saved, workbook


def fates(body: ImportBody) -> tuple[int, int, int, int, int]:
    return (body.new, body.changed, body.same, body.rejected_rows, body.passed_rows)


def add(book: Workbook, title: str, *rows: tuple[Cell, ...]) -> None:
    page = book.create_sheet(title)
    for row in rows:
        page.append(row)


def test_the_fates_add_up_to_the_rows_below_the_header() -> None:
    """Nine filled rows: two new, one same, one changed, two rejected, three of no firm."""
    found = read(
        csv_file(
            "企业名称,产品,状态",
            "一、整车（2家）,,",
            "大河厂,链条,在产",
            "小溪厂,同步带,在产",
            "飞轮车业,自行车,在产",
            "飞轮车业,同步带,在产",
            "某厂,飞机,在产",
            ",链条,在产",
            ",,",
            "合计,5家,",
            "注：略,,",
        )
    )

    body = report(found, workspace(FACTS), "zh")

    assert fates(body) == (3, 0, 1, 2, 3)
    assert body.all_rows == 9
    assert [(each.row, each.rows) for each in body.passed] == [(2, 1), (10, 1), (11, 1)]


def test_a_sheet_without_a_known_header_is_named_with_its_rows() -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    add(book, "名单", ("企业名称", "产品"), ("大河厂", "链条"))
    add(book, "说明", ("填报要求",), (None,), ("一年一报",), ("不得漏报",))
    add(book, "往来", ("供方企业", "金额"), ("大河厂", 3))
    add(book, "空表")

    body = report(read(saved(book)), workspace(FACTS), "zh")

    said = [(each.table, each.row, each.rows) for each in body.passed]
    assert said == [("企业.xlsx#说明", 1, 3), ("企业.xlsx#往来", 1, 2)]
    assert "需方企业" in body.passed[1].why
    assert fates(body) == (1, 0, 0, 0, 5)
    assert body.all_rows == 6


def test_an_example_row_is_named_as_one() -> None:
    body = report(
        read(workbook(["企业名称", "产品"], ["示例：某厂", "链条"], ["大河厂", "链条"])),
        workspace(FACTS),
        "zh",
    )

    assert [(each.row, each.why) for each in body.passed] == [(2, "示例行")]
    assert (body.all_rows, body.new) == (2, 1)


def test_a_cell_that_is_left_out_counts_no_row() -> None:
    body = report(
        read(csv_file("企业名称,统一社会信用代码", "大河厂,9.15E+17")), workspace(FACTS), "zh"
    )

    assert [(each.row, each.rows) for each in body.passed] == [(2, 0)]
    assert (body.all_rows, body.passed_rows) == (1, 0)
