"""Totals, notes, titles and signs for nothing among the rows; chains by whichever ending."""

import pytest

from graph.answers import workspace
from graph.exchange.report.summary import report
from graph.model import Enterprise, Role
from tests.imports.tables import FACTS, csv_file, outcomes, read, workbook

NO_FIRMS = [
    "合计", "合 计", "总计：2家", "小计", "共2家", "共计 2 户", "以上共2家", "注：以上为2023年数据",
    "备注：略", "说明：略", "填表人：王工", "一、汽车零部件（2家）", "（二）材料", "第一批",
    "铝材（3家）",
]  # fmt: skip
SIGNS = ["/", "／", "—", "——", "-", "–", "无", "暂无", "N/A", "n/a", "不详", "\\"]


@pytest.mark.parametrize("text", NO_FIRMS)
@pytest.mark.parametrize("product", ["产品", "环节"])
def test_a_row_that_names_no_firm_is_passed_over_and_listed(text: str, product: str) -> None:
    found = read(workbook(["企业名称", product], ["大河厂", "链条"], [text, None]))

    body = report(found, workspace(FACTS), "zh")

    assert [each.name for each in found.records if isinstance(each, Enterprise)] == ["大河厂"]
    assert outcomes(found) == ["new"]
    assert [(each.row, each.text) for each in body.passed] == [(3, text)]


def test_a_total_with_amounts_and_a_number_before_it_is_passed_over() -> None:
    found = read(csv_file("序号,企业名称,参保人数", "1,大河厂,20", "合计,,20", "城南,小计,20"))

    assert outcomes(found) == ["new"]
    assert [each.row for each in found.passed] == [3, 4]


@pytest.mark.parametrize("name", ["合众机械厂", "共创科技公司", "注塑厂", "一川厂", "总装厂"])
def test_a_firm_whose_name_begins_like_a_total_is_read(name: str) -> None:
    assert outcomes(read(csv_file("企业名称,产品", f"{name},链条"))) == ["new"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_for_nothing_is_an_empty_cell_in_every_column(sign: str) -> None:
    head = (
        "企业名称;统一社会信用代码;产业链;角色;状态;组团;产品;资质;注册资本;成立日期;参保人数;地址"
    )
    row = ";".join(["大河厂", *[sign] * 11])
    found = read(csv_file(f"{head};依据;数据截至", f"{row};{sign};{sign}"))

    assert outcomes(found) == ["new"]
    (firm,) = found.records
    assert isinstance(firm, Enterprise)
    assert firm.model_dump(exclude_defaults=True, exclude={"evidence"}) == {
        "id": firm.id,
        "name": "大河厂",
        "status": "operating",
    }
    assert (firm.evidence[0].note, firm.evidence[0].as_of) == (None, None)


@pytest.mark.parametrize("name", ["自行车产业链", "自行车产业", "自行车链", "自行车", "bikes"])
@pytest.mark.parametrize("column", ["所属产业链", "产业链", "链/环节"])
def test_a_chain_is_known_by_whichever_ending(name: str, column: str) -> None:
    if (name, column) == ("自行车", "链/环节"):
        return  # there it is the segment of this very name
    found = read(csv_file(f"企业名称,{column}", f"大河厂,{name}"))

    assert [each.chain for each in found.records if isinstance(each, Role)] == ["bikes"]


@pytest.mark.parametrize("column", ["所属产业链", "产业链"])
def test_a_column_of_chains_names_no_product_and_offers_chains(column: str) -> None:
    found = read(csv_file(f"企业名称,{column}", "大河厂,链条", "小溪厂,自行车整车产业链"))

    assert outcomes(found) == ["rejected", "rejected"]
    near = [each.id for line in found.lines for fault in line.faults for each in fault.candidates]
    assert near == ["bikes"]
