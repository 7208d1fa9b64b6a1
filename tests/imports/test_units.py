"""Units in headers, in lines above them and in cells: an amount is what it says, or is refused."""

import pytest

from graph.exchange.report.effects import facts_with
from graph.model import Delivery, Enterprise
from tests.imports.tables import FACTS, csv_file, read, reasons, workbook
from tests.support import enterprise

WIDE = facts_with(FACTS, [enterprise("spokes", name="辐条厂")])
HEAD = "供方企业;需方企业;环节;{};年份"


def amount(header: str, cell: str, above: str = "") -> float | None:
    lines = [above] if above else []
    row = f"辐条厂;飞轮车业;链条;{cell};2025"
    found = read(csv_file(*lines, HEAD.format(header), row), of=WIDE)
    (fact,) = [each for each in found.records if isinstance(each, Delivery)]
    return fact.amount


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("金额（亿元）", "1.2", 12_000),
        ("采购额（元）", "1,200,000", 120),
        ("金额(单位：千元)", "500", 50),
        ("年采购额【百万元】", "3", 300),
        ("供货金额（含税，亿元）", "0.05", 500),
        ("采购额/元", "50000", 5),
        ("金额（人民币亿元）", "1", 10_000),
        ("金额(亿)", "2", 20_000),
        ("金额（含税）", "30", 30),
        ("金额", "30", 30),
        ("金额（亿元）", "300万元", 300),
        ("金额（元）", "1.5亿元", 15_000),
        ("金额", "80千元", 8),
    ],
)
def test_a_header_or_a_cell_says_its_unit(header: str, cell: str, expected: float) -> None:
    assert amount(header, cell) == expected


@pytest.mark.parametrize(
    "line", ["单位：亿元", "（单位：亿元）", "金额单位:亿元", "单位：亿元、人"]
)
def test_a_line_above_the_header_says_the_unit_of_all(line: str) -> None:
    assert amount("金额", "1.2", above=line) == 12_000
    assert amount("金额（元）", "20000", above=line) == 2


def test_a_line_that_names_an_office_is_no_unit() -> None:
    assert amount("金额", "1.2", above="填报单位：青溪县经信局") == 1.2


@pytest.mark.parametrize("header", ["金额（万美元）", "金额（吨）", "金额（万元/亿元）"])
def test_an_amount_in_a_unit_that_is_not_of_yuan_is_refused(header: str) -> None:
    found = read(csv_file(HEAD.format(header), "辐条厂;飞轮车业;链条;5;2025"), of=WIDE)

    assert reasons(found.lines[0]) == [(header, "5", "unit")]


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [("注册资本（亿元）", 1.5, 15_000), ("注册资本(元)", 3_000_000, 300), ("注册资本/千元", 80, 8)],
)
def test_the_capital_of_a_firm_goes_by_the_unit_of_its_header(
    header: str, cell: float, expected: float
) -> None:
    found = read(workbook(["企业名称", header], ["大河厂", cell]))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert firm.registered_capital is not None
    assert firm.registered_capital.amount == expected


def test_people_are_counted_in_the_unit_of_their_header() -> None:
    found = read(csv_file("企业名称,参保人数（百人）", "大河厂,3"))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert firm.insured == 300
