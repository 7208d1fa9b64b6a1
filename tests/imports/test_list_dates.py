"""The date of a list that no column gives: a line above it, its title, a line below it."""

import pytest

from graph.answers import workspace
from graph.errors import BadParameterError
from graph.exchange.read.files import TableFile
from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportOutcome
from graph.exchange.report.summary import report
from tests.imports.tables import FACTS, Cell, csv_file, outcomes, read, reasons, workbook
from tests.imports.test_registers import HEAD as HEADER
from tests.imports.test_registers import RIVER, listed

HEAD: list[Cell] = ["企业名称", "状态", "主要产品"]
ROW: list[Cell] = ["大河厂", "在产", "链条"]


def sheet(above: list[list[Cell]], below: list[list[Cell]] | None = None) -> TableFile:
    return workbook(*above, HEAD, ROW, *(below or []))


def dates(found: ImportOutcome) -> set[str | None]:
    """The date of every proof that an import would write."""
    return {each.as_of for record in found.records for each in getattr(record, "evidence", ())}


def told(found: ImportOutcome) -> list[tuple[int, str]]:
    """What is told of cells: row and reason."""
    passed = report(found, workspace(FACTS), "zh").passed
    return [(each.row, each.why) for each in passed if not each.rows]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        (["截至2024年3月"], "2024-03"),
        (["青溪县重点企业名单（截至2024年3月，共1家）"], "2024-03"),
        (["截止2024年3月全县重点企业名单"], "2024-03"),
        (["统计时间：2024年3月31日"], "2024-03-31"),
        (["填报单位：经信局", "填报日期：2024/3/31"], "2024-03-31"),
        (["填报日期", "2024-03-31"], "2024-03-31"),
        (["规上工业企业名单（2024年度）"], "2024"),
        (["规上工业企业名单（２０２４年３月）"], "2024-03"),
        (["数据截至2024年底"], "2024-12"),
        (["2024年3月31日"], "2024-03-31"),
    ],
)
def test_a_line_above_the_header_dates_the_list_and_is_told(line: list[Cell], date: str) -> None:
    found = read(sheet([["重点企业"], line]))

    assert dates(found) == {date}
    assert told(found) == [(2, f"没有日期列，整份清单的日期取自第 2 行：{date}")]
    assert outcomes(found) == ["new"]


@pytest.mark.parametrize(
    ("line", "date"),
    [("填报日期：2024年3月31日", "2024-03-31"), ("以上数据截至2024年底", "2024-12")],
)
def test_a_line_below_the_rows_dates_the_list(line: str, date: str) -> None:
    found = read(sheet([], [[line]]))

    assert dates(found) == {date}
    assert told(found)[0][0] == 3


def test_the_name_of_a_sheet_or_file_dates_the_list() -> None:
    named = read(workbook(HEAD, ROW, title="企业名单（2024年度）"))
    filed = read(csv_file("企业名称,状态", "大河厂,在产", name="企业名单（截至2024年3月）.csv"))

    assert (dates(named), dates(filed)) == ({"2024"}, {"2024-03"})
    assert told(filed) == [(1, "没有日期列，整份清单的日期取自工作表或文件名：2024-03")]


@pytest.mark.parametrize(
    "line",
    [
        "2021—2025年重点企业",
        "重点企业（2021—2025年）",
        "“十四五”重点企业（2024年）",
        "专精特新企业第三批（2024年）",
        "依据《中小企业促进法》（2017年修订）",
        "《产业结构调整指导目录（2024年）》企业",
        "青府发〔2024〕3号",
        "重点企业培育计划（2026年度）",
        "填报截止日期：2024年3月31日",
        "请于2024年3月31日前报送",
        "填报时间：2024年3月31日前",
        "统计时间：2024年1月—2024年3月",
        "统计时间：2024年1-3月",
        "证书有效期截至2026年3月",
        "注：截至2023年底，小溪厂已停产",
        "填报日期：    年  月  日",
        "园区成立日期：2015年3月",
        "截至目前",
    ],
)
def test_other_years_are_no_date_of_the_list(line: str) -> None:
    above, below = read(sheet([[line]])), read(sheet([], [[line]]))

    assert dates(above) <= {None}
    assert dates(below) <= {None}
    assert told(above) == told(below) == []


def test_two_dates_that_differ_leave_the_list_without_one_and_are_told() -> None:
    found = read(sheet([["企业名单（2024年度）"]], [["填报日期：2025年1月10日"]]))

    assert dates(found) == {None}
    ((row, why),) = told(found)
    assert row == 1
    assert "第 1 行 2024、第 4 行 2025-01-10" in why


def test_the_more_exact_of_two_dates_that_agree_counts() -> None:
    found = read(sheet([["企业名单（2024年度）"], ["统计时间：2024年3月31日"]]))

    assert dates(found) == {"2024-03-31"}


def test_the_year_of_a_section_dates_nothing_and_speaks_against_another() -> None:
    section: list[list[Cell]] = [["新增企业（2023年）"], ["小溪厂", "在产", "链条"]]

    alone = read(sheet([], section))
    beside = read(sheet([["企业名单（2024年度）"]], section))

    assert (dates(alone), told(alone)) == ({None}, [])
    assert dates(beside) == {None}
    assert "第 4 行 2023" in told(beside)[0][1]


@pytest.mark.parametrize("line", ["2023年3月", "以上数据截至2023年3月"])
def test_a_date_between_the_rows_dates_nothing_and_speaks_against_another(line: str) -> None:
    below: list[list[Cell]] = [[line], ["小溪厂", "在产", "链条"]]

    alone, beside = read(sheet([], below)), read(sheet([["截至2024年3月"]], below))

    assert (dates(alone), dates(beside)) == ({None}, {None})
    assert "第 4 行 2023-03" in told(beside)[0][1]


def test_a_column_of_dates_says_otherwise() -> None:
    rows = (["截至2024年3月"], [*HEAD, "数据截至"], [*ROW, "2025-06-30"], ["小溪厂", "", "链条"])

    found = read(workbook(*rows))

    assert dates(found) == {"2025-06-30", None}
    assert told(found) == []


def test_a_list_dated_by_its_title_changes_a_status_and_an_older_one_does_not() -> None:
    stopped: list[Cell] = ["飞轮车业", "停产", "自行车"]

    later = read(workbook(["截至2026年10月"], HEAD, stopped))
    facts = facts_with(FACTS, later.records)
    older = read(workbook(["截至2024年3月"], HEAD, ["飞轮车业", "在产", "自行车"]), of=facts)

    assert outcomes(later) == ["changed"]
    assert reasons(older.lines[0]) == [("状态", "在产", "older")]


def test_a_date_yet_to_come_is_not_taken_for_a_list() -> None:
    found = read(sheet([["截至2099年3月"]]))

    assert dates(found) == {None}
    ((row, why),) = told(found)
    assert row == 1
    assert "2099-03 晚于今天（2026-11-25）" in why


def test_a_register_of_a_date_yet_to_come_is_refused() -> None:
    with pytest.raises(BadParameterError) as caught:
        listed(HEADER, RIVER, of_date="2099-06-30")

    assert "2099-06-30" in str(caught.value)
    assert "≤ 2026-11-25" in str(caught.value)


def test_a_date_yet_to_come_rejects_its_row() -> None:
    file = csv_file(
        "企业名称,状态,数据截至",
        "大河厂,在产,2099-03-01",
        "小溪厂,在产,2027-11-25",
        "远山厂,在产,2028",
    )

    found = read(file)

    assert outcomes(found) == ["rejected", "new", "rejected"]
    assert reasons(found.lines[0]) == [("数据截至", "2099-03-01", "future")]
    assert "晚于今天（2026-11-25）" in found.lines[0].faults[0].why.text("zh")
