"""What stands in the cell of a firm's name beside the name, and what is no firm at all."""

import pytest

from graph.model import Enterprise, Makes
from tests.imports.tables import outcomes, read, reasons, workbook


def firms(name: str) -> list[Enterprise]:
    found = read(workbook(["企业名称", "主要产品"], [name, "链条"]))
    return [each for each in found.records if isinstance(each, Enterprise)]


@pytest.mark.parametrize(
    "name",
    [
        "大河厂（已注销）",
        "大河厂(停产)",
        "大河厂【注销】",
        "大河厂-已停产",
        "大河厂 （2023年5月停产）",
        "飞轮车业（停产）",
        "大河厂（在建）",
        "大河厂（拟引进）",
        "大河厂（試生產）",
        "大河厂，已吊销",
    ],
)
def test_a_state_beside_the_name_is_asked_about(name: str) -> None:
    found = read(workbook(["企业名称", "主要产品"], [name, "链条"]))

    assert reasons(found.lines[0]) == [("企业名称", name, "unsettled")]
    assert "状态" in found.lines[0].faults[0].why.text("zh")


@pytest.mark.parametrize(
    "name",
    [
        "大江智造公司（曾用名：大河机械厂）",
        "大江智造公司(原大河机械厂)",
        "大江智造公司（原名 大河机械厂）",
        "大江智造公司【更名前：大河机械厂】",
        "大江智造公司，曾用名：大河机械厂",
        "大河机械厂（更名为大江智造公司）",
        "1.大江智造公司（曾用名称为大河机械厂）",
    ],
)
def test_a_former_name_beside_the_name_is_one(name: str) -> None:
    (firm,) = firms(name)

    assert (firm.name, firm.aliases) == ("大江智造公司", ("大河机械厂",))


def test_a_former_name_beside_the_name_recognises_a_firm() -> None:
    (firm,) = firms("大江智造公司（曾用名：飞轮车业）")

    assert (firm.id, firm.aliases) == ("flywheel", ("大江智造公司",))


@pytest.mark.parametrize(
    "name", ["大河公司（原料分厂）", "大河（青溪）公司", "大河原种场", "大河-小溪公司"]
)
def test_other_words_in_brackets_belong_to_the_name(name: str) -> None:
    assert [each.name for each in firms(name)] == [name]


@pytest.mark.parametrize(
    "name",
    [
        "1.飞轮车业",
        "1、飞轮车业",
        "（2）飞轮车业",
        "③飞轮车业",
        "★飞轮车业",
        "飞轮车业*",
        "“飞轮车业”",
    ],
)
def test_numbers_and_marks_about_a_name_are_none_of_it(name: str) -> None:
    found = read(workbook(["企业名称", "主要产品"], [name, "链条"]))

    assert [each.enterprise for each in found.records if isinstance(each, Makes)] == ["flywheel"]
    assert not firms(name)


@pytest.mark.parametrize("name", ["3D打印公司", "360公司", "58同城公司", "1.5级开发公司"])
def test_a_name_that_begins_with_a_number_keeps_it(name: str) -> None:
    assert [each.name for each in firms(name)] == [name]


@pytest.mark.parametrize(
    "name",
    [
        "甲厂、乙厂",
        "甲厂；乙厂",
        "甲公司\n乙公司",
        "甲公司，乙公司",
        "甲公司/乙公司",
        "飞轮车业、辐条厂",
        "甲厂|乙厂",
    ],
)
def test_several_firms_in_a_cell_are_no_new_firm(name: str) -> None:
    found = read(workbook(["企业名称", "主要产品"], [name, "链条"]))

    assert reasons(found.lines[0]) == [("企业名称", name, "unsettled")]
    chosen = read(workbook(["企业名称", "主要产品"], [name, "链条"]), names={name: "new"})
    assert outcomes(chosen) == ["new"]


def test_a_comma_in_a_foreign_name_is_part_of_it() -> None:
    assert [each.name for each in firms("Dahe Chain Co., Ltd.")] == ["Dahe Chain Co., Ltd."]


@pytest.mark.parametrize(
    "name",
    [
        "企业名称",
        "统一社会信用代码",
        "主要产品",
        "3",
        "××公司",
        "XX有限公司",
        "待定",
        "同上",
        "拟引进",
        "链条",
        "自行车产业",
        "河湾园区",
    ],
)
def test_what_names_no_firm_makes_none(name: str) -> None:
    found = read(workbook(["企业名称", "参保人数"], ["大河厂", 3], [name, 5]))

    assert [each.name for each in found.records if isinstance(each, Enterprise)] == ["大河厂"]
    assert reasons(found.lines[1]) == [("企业名称", name, "unsettled")]


def test_a_form_that_goes_down_a_sheet_makes_no_firms_of_its_questions() -> None:
    found = read(
        workbook(
            ["企业名称", "大河厂"],
            ["主要产品", "链条"],
            ["统一社会信用代码", "91"],
            ["地址", "东街"],
        )
    )

    assert outcomes(found) == ["rejected"] * 3


@pytest.mark.parametrize("name", ["飞轮车业（母公司）", "飞轮车业有限公司(一厂)"])
def test_a_known_name_with_something_behind_it_is_asked_about(name: str) -> None:
    found = read(workbook(["企业名称", "主要产品"], [name, "链条"]))

    assert [each.id for each in found.lines[0].faults[0].candidates] == ["flywheel"]
