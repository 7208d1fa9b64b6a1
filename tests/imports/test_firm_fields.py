"""What a list of firms tells of each: every value is kept, and a wrong one says where and why."""

import pytest

from graph.exchange.report.effects import facts_with
from graph.model import Enterprise
from graph.model.formats import Money
from tests.imports.tables import FACTS, csv_file, outcomes, read, written

CODE = "91110000600037341L"


def test_the_details_of_a_firm_arrive() -> None:
    found = read(
        csv_file(
            "企业名称,信用代码,企业资质,注册资金,成立时间,社保人数,注册地址",
            f"飞轮车业,{CODE},专精特新、瞪羚企业,1.2亿元,2008年5月16日,126,河湾路8号",
        )
    )

    firm = written(found)["flywheel"]
    assert isinstance(firm, Enterprise)
    assert (firm.credit_code, firm.qualifications) == (CODE, ("专精特新", "瞪羚企业"))
    assert firm.registered_capital == Money(amount=12000, currency="CNY")
    assert (firm.founded, firm.insured, firm.address) == ("2008-05-16", 126, "河湾路8号")
    assert outcomes(
        read(csv_file("企业,信用代码", f"飞轮车业,{CODE}"), of=facts_with(FACTS, [firm]))
    ) == ["same"]


@pytest.mark.parametrize(
    ("header", "cell", "amount", "currency"),
    [
        ("注册资本", "5000", 5000, "CNY"),
        ("注册资本", "300万美元", 300, "USD"),
        ("注册资本", "USD 300万", 300, "USD"),
        ("注册资本", "５０００万元人民币", 5000, "CNY"),
        ("注册资本", "50000000元", 5000, "CNY"),
        ("注册资本（万元）", "5000", 5000, "CNY"),
        ("注册资本（元）", "50000000", 5000, "CNY"),
        ("注册资本(万美元)", "300", 300, "USD"),
        ("注册资本（亿元）", "1.2", 12000, "CNY"),
    ],
)
def test_an_amount_has_the_currency_and_unit_of_its_cell_or_header(
    header: str, cell: str, amount: float, currency: str
) -> None:
    firm = written(read(csv_file(f"企业,{header}", f"飞轮车业,{cell}")))["flywheel"]

    assert isinstance(firm, Enterprise)
    assert firm.registered_capital == Money.model_validate(
        {"amount": float(amount), "currency": currency}
    )


@pytest.mark.parametrize(
    ("header", "cell", "why"),
    [
        ("信用代码", "91110000600037341X", "不是有效的统一社会信用代码"),
        ("注册资本", "很多", "不是金额"),
        ("注册资本", "-3万元", "不是金额"),
        ("注册资本", "5000万贝壳", "不是金额"),
        ("成立日期", "2008-13-01", "不是日期"),
        ("成立日期", "去年", "不是日期"),
        ("参保人数", "一百", "应为整数"),
        ("参保人数", "-5", "应为整数"),
    ],
)
def test_a_wrong_value_is_told_with_row_column_and_reason(header: str, cell: str, why: str) -> None:
    found = read(csv_file(f"企业,{header}", "大河链条厂,", f"飞轮车业,{cell}"))

    (line,) = (each for each in found.lines if each.outcome == "rejected")
    (fault,) = line.faults
    assert (line.row.number, fault.column, fault.value) == (3, header, cell)
    assert why in fault.why.text("zh")
    assert fault.why.text("en")
