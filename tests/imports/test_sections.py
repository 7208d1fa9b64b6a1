"""Titles between rows: of sections, of lists below; they count for what stands below them."""

import pytest

from graph.model import Enterprise
from tests.imports.tables import Cell, csv_file, outcomes, read, reasons, workbook

HEAD: list[Cell] = ["企业名称", "主要产品"]
STOPPED = [
    "二、停产企业（1家）",
    "停产企业",
    "注销企业（2家）",
    "（二）已停产",
    "拟引进企业",
    "在建企业（1家）",
]


def told(*rows: list[Cell]) -> list[str]:
    return outcomes(read(workbook(*rows)))


@pytest.mark.parametrize("title", STOPPED)
@pytest.mark.parametrize("several", [[], ["地址"]])
def test_firms_below_a_title_of_firms_that_do_not_run_need_a_state(
    title: str, several: list[Cell]
) -> None:
    rows: list[list[Cell]] = [HEAD + several, ["大河厂", "链条"], [title], ["小溪厂", "链条"]]

    found = read(workbook(*rows))
    assert [reasons(each) for each in found.lines] == [[], [("企业名称", "小溪厂", "state")]]
    assert [each.row for each in found.passed] == [3]

    rows[0].append("状态")
    rows[3] += [None] * len(several) + ["停产"]
    found = read(workbook(*rows))
    states = {each.name: each.status for each in found.records if isinstance(each, Enterprise)}
    assert states == {"大河厂": "operating", "小溪厂": "suspended"}


def test_a_section_ends_with_the_next_of_its_kind_and_holds_those_inside() -> None:
    below: list[list[Cell]] = [
        ["一、停产企业"],
        ["甲厂", "链条"],
        ["（一）电子类"],
        ["乙厂", "链条"],
    ]
    after: list[list[Cell]] = [["二、其他企业"], ["丙厂", "链条"]]

    assert told(HEAD, *below, *after) == ["rejected", "rejected", "new"]


def test_a_title_beside_its_number_and_its_count_is_one() -> None:
    head: list[Cell] = ["序号", *HEAD]
    found = read(
        workbook(head, ["一", "停产企业", "2家"], [1, "甲厂", "链条"], [2, "乙厂", "链条"])
    )

    assert outcomes(found) == ["rejected", "rejected"]
    assert [each.row for each in found.passed] == [2]


def test_a_section_ends_with_one_of_firms_that_run() -> None:
    rows: list[list[Cell]] = [["停产企业"], ["甲厂", "链条"], ["（二）在产企业"], ["乙厂", "链条"]]

    assert told(HEAD, *rows) == ["rejected", "new"]


@pytest.mark.parametrize("title", ["2025年停产企业名单", "已注销企业"])
def test_a_row_without_a_state_below_such_a_title_is_asked_about(title: str) -> None:
    head = [*HEAD, "登记状态"]
    rows: list[list[Cell]] = [
        ["甲厂", "链条", "停产"],
        ["乙厂", "链条", None],
        ["丙厂", "链条", "存续"],
    ]

    assert told([title], head, *rows) == ["new", "rejected", "rejected"]


@pytest.mark.parametrize("head", [HEAD, ["序号", "企业名称"], ["企业名称", "证书编号"]])
def test_a_list_below_another_goes_by_its_own_title(head: list[Cell]) -> None:
    rows: list[list[Cell]] = [
        ["高新技术企业名单"],
        head,
        ["1", "甲厂"] if "序号" in head else ["甲厂", "链条"],
    ]
    lower: list[list[Cell]] = [
        ["专精特新企业名单"],
        head,
        ["1", "乙厂"] if "序号" in head else ["乙厂", "链条"],
    ]

    found = read(workbook(*rows, [None], *lower))

    held = {
        each.name: each.qualifications for each in found.records if isinstance(each, Enterprise)
    }
    assert held == {"甲厂": ("高新技术企业",), "乙厂": ("专精特新",)}
    assert [(each.row, each.text) for each in found.passed] == [(5, "专精特新企业名单")]


def test_a_list_below_whose_title_says_that_its_firms_do_not_run_needs_states() -> None:
    rows: list[list[Cell]] = [
        HEAD,
        ["甲厂", "链条"],
        [None],
        ["停产企业名单"],
        HEAD,
        ["乙厂", "链条"],
    ]

    assert told(*rows) == ["new", "rejected"]


def test_a_header_that_is_repeated_inside_a_section_ends_it_not() -> None:
    rows: list[list[Cell]] = [HEAD, ["二、停产企业"], ["甲厂", "链条"], HEAD, ["乙厂", "链条"]]

    assert told(*rows) == ["rejected", "rejected"]


def test_a_header_that_is_repeated_in_a_roster_is_no_firm() -> None:
    head: list[Cell] = ["序号", "企业名称"]
    found = read(workbook(["高新技术企业名单"], head, [1, "甲厂"], head, [2, "乙厂"]))

    held = {
        each.name: each.qualifications for each in found.records if isinstance(each, Enterprise)
    }
    assert held == {"甲厂": ("高新技术企业",), "乙厂": ("高新技术企业",)}


NOTES = [
    "其中：规上企业",
    "其中",
    "以下空白",
    "——以下空白——",
    "以下无正文",
    "打印日期 2024-1-1",
    "第1页 共2页",
    "续表",
    "※ 上述企业均已核实",
    "* 为重点企业",
    "以上数据截至2024年底",
    "（完）",
    "2024年3月1日",
    "分管领导：",
    "主要负责人签字：",
    "单位名称（盖章）",
    "附：名单",
    "截止2024年3月",
    "数据更新至2024年",
    "本页小计",
    "全区合计",
    "全县共12家",
    "全市共计12家",
    "企业总数 12",
    "企业数量：12",
    "以上合计12家",
    "平均值",
    "占比",
    "重点企业",
    "规模以上企业",
    "自行车产业",
    "电子信息类",
    "城南片区",
    "停产企业名单",
]


@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("numbered", [True, False])
def test_what_stands_alone_and_names_no_firm_is_passed_over_and_listed(
    text: str, numbered: bool
) -> None:
    one: list[Cell] = ["1"] if numbered else []
    head: list[Cell] = ["序号"] if numbered else []
    found = read(
        workbook(
            [*head, "企业名称", "地址"], [*one, "大河厂", "东街"], [text], [*one, "小溪厂", None]
        )
    )

    firms = [each.name for each in found.records if isinstance(each, Enterprise)]
    assert "大河厂" in firms
    assert text not in firms
    assert [(each.row, each.text) for each in found.passed] == [(3, text)]


@pytest.mark.parametrize(
    "name", ["以上海川厂", "附子加工厂", "注塑制品公司", "全区机械厂", "其中一家公司"]
)
def test_a_firm_that_begins_like_a_note_is_read(name: str) -> None:
    found = read(csv_file("企业名称,地址", "大河厂,东街", f"{name},"))

    assert outcomes(found) == ["new", "new"]
