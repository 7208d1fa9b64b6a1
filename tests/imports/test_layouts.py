"""Sheets whose shape a person explains: header, cells to fill, columns to remake."""

import pytest
from pydantic import ValidationError

from graph.errors import BadParameterError
from graph.exchange.read.headers import TableChoices
from graph.exchange.read.layout import ColumnSplit, MarkMatrix, SheetLayout
from graph.exchange.report.outcome import ImportOutcome
from graph.model import Enterprise, Makes, Role
from tests.imports.tables import csv_file, outcomes, read, reasons, workbook


def laid(layout: SheetLayout, table: str = "") -> TableChoices:
    return TableChoices(layouts={table: layout})


def made(found: ImportOutcome) -> list[tuple[str, str]]:
    """Who makes what, by name of the firm."""
    names = {each.id: each.name for each in found.records if isinstance(each, Enterprise)}
    makes = [each for each in found.records if isinstance(each, Makes)]
    return sorted((names.get(each.enterprise, each.enterprise), each.segment) for each in makes)


def test_the_header_is_the_row_that_a_person_picks() -> None:
    """The first row would do as a header: it is the one of another list, without rows."""
    table = workbook(
        ["企业名称", "主要产品", "状态"],
        ["厂名", "甲", "乙"],
        ["企业名称", "备注", "主要产品"],
        ["大河厂", "自行车", "链条"],
    )

    found = read(table, wanted=laid(SheetLayout(header=3)))

    assert [each.heading.row for each in found.tables] == [3]
    assert made(found) == [("大河厂", "drive_chain")]


def test_empty_cells_repeat_the_one_above_but_not_in_totals() -> None:
    table = csv_file(
        "企业名称,产品", "大河厂,链条", ",同步带", "小计,", "小溪厂,自行车", ",", ",链条"
    )

    before = read(table)
    found = read(table, wanted=laid(SheetLayout(fill_down=("企业名称",))))

    assert outcomes(before) == ["new", "rejected", "new", "rejected"]
    assert [each.row for each in found.passed] == [4]
    assert made(found) == [
        ("大河厂", "belt"),
        ("大河厂", "drive_chain"),
        ("小溪厂", "bike"),
        ("小溪厂", "drive_chain"),
    ]


def test_columns_are_joined_to_one_field() -> None:
    table = csv_file("企业名称,产品,其他产品,产品三", "大河厂,链条,/,同步带", "小溪厂,,自行车,")

    found = read(table, wanted=laid(SheetLayout(join={"产品": ("产品", "其他产品", "产品三")})))

    assert made(found) == [("大河厂", "belt"), ("大河厂", "drive_chain"), ("小溪厂", "bike")]


def test_a_column_is_split_into_fields() -> None:
    table = csv_file(
        "名单", "企业 - 产品 - 状态", "大河厂 - 链条 - 停产", "小溪厂 - 同步带", "甲-乙-丙-丁"
    )
    layout = SheetLayout(
        header=2,
        split={"企业 - 产品 - 状态": ColumnSplit(sign="-", into=("企业", "产品", "状态"))},
    )

    found = read(table, wanted=laid(layout))

    firms = {e.name: e.status for e in found.records if isinstance(e, Enterprise)}
    assert firms == {"大河厂": "suspended", "小溪厂": "operating"}
    assert outcomes(found) == ["new", "new", "rejected"]
    assert "甲-乙-丙-丁" in found.lines[2].faults[0].why.text("zh")


@pytest.mark.parametrize("mark", ["√", "✓", "是", "1", "●", "Ｙ"])
def test_marks_say_what_the_header_of_their_column_names(mark: str) -> None:
    table = csv_file(
        "企业名称,链条,同步带", f"大河厂,{mark},", f"小溪厂,{mark},{mark}", "远山厂,×,/"
    )
    layout = SheetLayout(
        kind="enterprises", matrix=MarkMatrix(field="产品", columns=("链条", "同步带"))
    )

    found = read(table, wanted=laid(layout))

    assert made(found) == [
        ("大河厂", "drive_chain"),
        ("小溪厂", "belt"),
        ("小溪厂", "drive_chain"),
    ]
    assert outcomes(found) == ["new", "new", "new"]


def test_what_is_no_mark_rejects_its_row() -> None:
    table = csv_file("企业名称,链条", "大河厂,规划中")

    found = read(
        table,
        wanted=laid(
            SheetLayout(matrix=MarkMatrix(field="product", columns=("链条",)), kind="makes")
        ),
    )

    assert outcomes(found) == ["rejected"]
    assert [code for _, _, code in reasons(found.lines[0])] == ["cell"]


def test_the_name_of_a_sheet_is_the_chain_of_its_firms() -> None:
    table = workbook(["企业名称", "状态"], ["大河厂", "在产"], title="自行车产业链")

    found = read(table, wanted=laid(SheetLayout(sheet_name="链/环节")))

    assert [each.chain for each in found.records if isinstance(each, Role)] == ["bikes"]


def test_a_layout_of_one_sheet_leaves_others_alone() -> None:
    one = csv_file("企业名称,产品", "大河厂,链条", ",同步带", name="a.csv")
    other = csv_file("企业名称,产品", "小溪厂,链条", ",自行车", name="b.csv")

    found = read(one, other, wanted=laid(SheetLayout(fill_down=("企业名称",)), "a.csv"))

    assert outcomes(found) == ["new", "new", "new", "rejected"]


@pytest.mark.parametrize(
    ("layout", "allowed"),
    [
        (SheetLayout(fill_down=("企业",)), "企业名称"),
        (SheetLayout(join={"品名": ("产品",)}), "环节"),
        (SheetLayout(sheet_name="链条"), "产业链"),
        (SheetLayout(matrix=MarkMatrix(field="产品", columns=("车",))), "企业名称"),
    ],
)
def test_an_unknown_column_or_field_names_those_there_are(
    layout: SheetLayout, allowed: str
) -> None:
    with pytest.raises(BadParameterError) as caught:
        read(csv_file("企业名称,产品", "大河厂,链条"), wanted=laid(layout))

    assert allowed in str(caught.value)


def test_a_header_far_below_is_no_header() -> None:
    with pytest.raises(ValidationError):
        SheetLayout(header=31)


def test_what_a_layout_of_one_table_does_not_say_the_one_of_all_says() -> None:
    layouts = {
        "": SheetLayout(fill_down=("企业名称",)),
        "a.csv": SheetLayout(kind="makes"),
    }
    table = csv_file("企业名称,产品", "大河厂,链条", ",同步带", name="a.csv")

    found = read(table, wanted=TableChoices(layouts=layouts))

    assert [each.heading.table.kind for each in found.tables] == ["makes"]
    assert made(found) == [("大河厂", "belt"), ("大河厂", "drive_chain")]
