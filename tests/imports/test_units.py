"""Units in headers, in lines above them and in cells: an amount is what it says, or is refused."""

import pytest

from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportOutcome
from graph.model import Delivery, Enterprise
from tests.imports.tables import FACTS, Cell, csv_file, read, reasons, workbook
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


@pytest.mark.parametrize(
    "line",
    [
        "单位 亿元",
        "单位（亿元）",
        "供应清单（亿元）",
        "金额以亿元计",
        "计量单位：亿 元",
        "货币单位为亿元",
    ],
)
def test_a_title_or_a_line_says_the_unit_in_many_ways(line: str) -> None:
    assert amount("金额", "1.2", above=line) == 12_000


def test_of_two_lines_the_one_nearer_to_the_header_counts() -> None:
    rows: list[list[Cell]] = [["单位：元"], ["单位：亿元"], [*HEAD.format("金额").split(";")]]
    found = read(workbook(*rows, ["辐条厂", "飞轮车业", "链条", 1.2, 2025]), of=WIDE)

    assert amounts(found) == [12_000]


def amounts(found: ImportOutcome) -> list[float | None]:
    return [each.amount for each in found.records if isinstance(each, Delivery)]


@pytest.mark.parametrize(("file", "sheet"), [("供应（亿元）.xlsx", "S"), ("a.xlsx", "供应(亿元)")])
def test_the_name_of_a_sheet_or_a_file_says_the_unit(file: str, sheet: str) -> None:
    row: list[Cell] = ["辐条厂", "飞轮车业", "链条", 1.2, 2025]
    found = read(workbook(HEAD.format("金额").split(";"), row, name=file, title=sheet), of=WIDE)

    assert amounts(found) == [12_000]


@pytest.mark.parametrize("unit", ["亿元", "（亿元）"])
def test_a_row_below_the_header_says_the_units_of_its_columns(unit: str) -> None:
    rows: list[list[Cell]] = [[*HEAD.format("金额").split(";")], [None, None, None, unit, None]]
    found = read(workbook(*rows, ["辐条厂", "飞轮车业", "链条", 1.2, 2025]), of=WIDE)

    assert amounts(found) == [12_000]
    assert not found.rejected


def test_a_column_of_units_says_the_unit_of_each_row() -> None:
    head = "供方企业;需方企业;环节;金额;单位;年份"
    rows = ["辐条厂;飞轮车业;链条;1.2;亿元;2025", "飞轮车业;辐条厂;同步带;5;千元;2025"]
    found = read(csv_file(head, *rows), of=WIDE)

    assert sorted(amounts(found), key=str) == [0.5, 12_000]
    other = read(csv_file(head, "辐条厂;飞轮车业;链条;5;万美元;2025"), of=WIDE)
    assert reasons(other.lines[0]) == [("金额", "5", "unit")]


def test_a_column_of_units_that_differs_from_the_header_is_asked_about() -> None:
    head = "供方企业;需方企业;环节;金额（万元）;单位;年份"
    found = read(csv_file(head, "辐条厂;飞轮车业;链条;5;亿元;2025"), of=WIDE)

    assert reasons(found.lines[0]) == [("金额（万元）", "5", "unit")]


@pytest.mark.parametrize(
    ("currency", "code"), [("美元", "USD"), ("人民币", "CNY"), ("港币", "HKD")]
)
def test_a_column_of_currencies_says_the_currency_of_the_capital(currency: str, code: str) -> None:
    found = read(csv_file("企业名称,注册资本,币种", f"大河厂,500,{currency}"))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert firm.registered_capital is not None
    assert (firm.registered_capital.amount, firm.registered_capital.currency) == (500, code)


def test_a_unit_below_a_list_that_was_read_in_another_is_asked_about() -> None:
    row = "辐条厂;飞轮车业;链条;5;2025"
    late = read(csv_file(HEAD.format("金额"), row, "单位：亿元;;;;"), of=WIDE)
    same = read(csv_file(HEAD.format("金额"), row, "单位：万元;;;;"), of=WIDE)
    own = read(csv_file(HEAD.format("金额（元）"), row, "单位：亿元;;;;"), of=WIDE)

    assert reasons(late.lines[1]) == [("", "单位：亿元", "unit")]
    assert (same.rejected, own.rejected) == ([], [])


def test_lists_below_one_another_have_each_their_unit() -> None:
    head: list[Cell] = [*HEAD.format("金额").split(";")]
    upper: list[list[Cell]] = [["单位：亿元"], head, ["辐条厂", "飞轮车业", "链条", 1, 2025]]
    lower: list[list[Cell]] = [["单位：千元"], head, ["飞轮车业", "辐条厂", "同步带", 1, 2025]]

    assert sorted(amounts(read(workbook(*upper, [None], *lower), of=WIDE)), key=str) == [
        0.1,
        10_000,
    ]


@pytest.mark.parametrize("number", ["10000000", "1,000,000", "2500000.5"])
def test_a_bare_number_that_can_hardly_be_of_wan_yuan_is_asked_about(number: str) -> None:
    capital = read(csv_file("企业名称;注册资本", f"大河厂;{number}"))
    supply = read(csv_file(HEAD.format("金额"), f"辐条厂;飞轮车业;链条;{number};2025"), of=WIDE)

    assert reasons(capital.lines[0]) == [("注册资本", number, "unit")]
    assert reasons(supply.lines[0]) == [("金额", number, "unit")]


@pytest.mark.parametrize(
    ("header", "expected"),
    [("金额(百万)", 500), ("金额（w）", 5), ("金额（亿元人民币）", 50_000)],
)
def test_shorter_and_longer_words_of_units_are_known(header: str, expected: float) -> None:
    assert amount(header, "5") == expected


@pytest.mark.parametrize("header", ["金额(USD)", "金额（$）", "金额（美金）"])
def test_foreign_signs_of_money_are_refused(header: str) -> None:
    found = read(csv_file(HEAD.format(header), "辐条厂;飞轮车业;链条;5;2025"), of=WIDE)

    assert reasons(found.lines[0]) == [(header, "5", "unit")]


@pytest.mark.parametrize(
    ("text", "expected", "currency"),
    [
        ("1,000万(元)", 1000, "CNY"),
        ("1000万(人民币)", 1000, "CNY"),
        ("1000万元整", 1000, "CNY"),
        ("500万(美元)", 500, "USD"),
        ("1000（万元）", 1000, "CNY"),
    ],
)
def test_capital_is_read_as_registers_export_it(text: str, expected: float, currency: str) -> None:
    found = read(csv_file("企业名称;注册资本", f"大河厂;{text}"))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert firm.registered_capital is not None
    assert firm.registered_capital.amount == expected
    assert firm.registered_capital.currency == currency
