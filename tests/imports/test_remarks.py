"""What stands outside the columns of states: a firm that does not run never seems to run."""

import pytest

from graph.model import Enterprise, Makes
from tests.imports.tables import csv_file, outcomes, read, read_as, reasons
from tests.imports.test_states import status

ASKED = [
    ("其他", "已于2023年停产"),
    ("产值", "停产，无产值"),
    ("进度", "已签约，计划2025年开工"),
    ("备注", "试生产"),
    ("建设情况", "在建"),
    ("备注", "长期未生产"),
    ("备注", "迁至外地"),
    ("备注", "非正常户"),
    ("备注", "属停产企业"),
    ("备注", "註銷"),
    ("类别", "6当年注销"),
    ("是否停产", "是"),
    ("是否在产", "否"),
    ("是否正常生产", "无"),
    ("停产", "√"),
    ("停产时间", "2023-05"),
    ("在产", "×"),
    ("是否僵尸企业", "是"),
    ("纳税人状态", "非正常"),
    ("注销日期", "2024年3月1日"),
    ("", "已停产"),
]
LET_IN = [
    ("其他", "二期在建"),
    ("备注", "曾停产，已复产"),
    ("是否停产", "否"),
    ("是否在产", "是"),
    ("停产时间", "—"),
    ("停产天数", "3"),
    ("停产损失（万元）", "0"),
    ("经营范围", "停产设备的拆除、维修"),
    ("备注", "安全生产标准化三级"),
    ("备注", "无生产安全事故"),
    ("备注", "存续"),
    ("备注", "已签约光伏屋顶项目"),
    ("备注", "正在洽谈新订单"),
    ("备注", "关停小锅炉"),
    ("备注", "注销分公司1家"),
    ("备注", "收购破产企业"),
    ("备注", "2024年计划投产二期"),
    ("备注", "2018年由主城迁入"),
    ("存在问题", "订单不足，有停产风险"),
    ("所属行业", "破产管理服务"),
    ("是否规上", "否"),
    ("是否经营异常", "否"),
    ("在产", "√"),
    ("是否僵尸企业", "否"),
]


@pytest.mark.parametrize(("column", "text"), ASKED)
@pytest.mark.parametrize("product", ["主要产品", "产业链;主要产品"])
def test_a_column_that_nobody_reads_is_asked_about_where_it_speaks_against_running(
    column: str, text: str, product: str
) -> None:
    chain = "自行车产业;" if ";" in product else ""
    found = read(csv_file(f"企业名称;{product};{column}", f"大河厂;{chain}链条;{text}"))

    assert reasons(found.lines[0]) == [(column, text, "state")]


@pytest.mark.parametrize(("column", "text"), LET_IN)
def test_a_column_that_nobody_reads_lets_other_words_pass(column: str, text: str) -> None:
    found = read(csv_file(f"企业名称;主要产品;{column}", f"大河厂;链条;{text}"))

    assert outcomes(found) == ["new"]
    assert status(found) == "operating"


@pytest.mark.parametrize("state", ["停产", "注销", "在建", "拟引进"])
def test_a_remark_agrees_with_a_state_that_says_the_same(state: str) -> None:
    found = read(csv_file("企业名称,主要产品,状态,备注", f"大河厂,链条,{state},2023年5月停产"))

    assert outcomes(found) == ["new"]
    assert status(found) != "operating"


def test_a_remark_against_a_state_that_says_it_runs_is_asked_about() -> None:
    found = read(csv_file("企业名称,主要产品,状态,备注", "大河厂,链条,在产,2023年5月停产"))

    assert reasons(found.lines[0]) == [("备注", "2023年5月停产", "state")]


@pytest.mark.parametrize("column", ["地址", "资质", "角色", "证书编号", "年份", "依据"])
@pytest.mark.parametrize("text", ["已停产", "注销"])
def test_a_column_of_something_else_does_not_swallow_a_state(column: str, text: str) -> None:
    found = read(csv_file(f"企业名称,所属产业链,产品,{column}", f"大河厂,自行车产业,链条,{text}"))

    assert reasons(found.lines[0]) == [(column, text, "state")]


def test_a_basis_that_tells_of_closing_is_asked_about() -> None:
    found = read(csv_file("企业名称,主要产品,依据", "大河厂,链条,走访时已停产"))

    assert reasons(found.lines[0]) == [("依据", "走访时已停产", "state")]


@pytest.mark.parametrize("word", ["代理", "经销商", "贸易型", "外购", "在研", "中试"])
def test_a_firm_that_only_sells_is_asked_about_where_products_stand(word: str) -> None:
    made = read(csv_file("企业名称,产品,方式", f"大河厂,链条,{word}"))
    roster = read(csv_file("企业名称,所属产业链,方式", f"大河厂,自行车产业,{word}"))

    assert reasons(made.lines[0]) == [("方式", word, "state")]
    assert outcomes(roster) == ["new"]


@pytest.mark.parametrize("word", ["注销", "吊销，未注销", "迁出", "停产", "已停产", "2-停业(歇业)"])
@pytest.mark.parametrize("column", ["状态", "登记状态", "经营状态"])
def test_a_closed_firm_of_a_graph_is_closed(word: str, column: str) -> None:
    nodes = csv_file(f"编号;名称;类型;{column}", f"a;大河厂;企业;{word}", name="n.csv")

    assert status(read(nodes)) == "suspended"


def test_a_remark_of_a_graph_is_no_less_asked_about() -> None:
    nodes = csv_file("编号,名称,类型,备注", "a,大河厂,企业,已停产", name="n.csv")
    edges = csv_file("起点,终点,关系,备注", "flywheel,belt,生产,已停产", name="e.csv")

    assert reasons(read(nodes).lines[0]) == [("备注", "已停产", "state")]
    found = read(edges)
    assert reasons(found.lines[0]) == [("备注", "已停产", "state")]
    left = read_as("edges", edges, 备注="")
    assert [each.segment for each in left.records if isinstance(each, Makes)] == ["belt"]


CENSUS = {
    "1-正常运营": "operating",
    "1正常运营": "operating",
    "2-停业(歇业)": "suspended",
    "3筹建": "planned",
    "5当年破产": "suspended",
    "当年注(吊)销": "suspended",
    "注销（2023年5月）": "suspended",
    "停产（2023.5起）": "suspended",
    "2023年5月停产": "suspended",
    "5月已停产": "suspended",
    "停产整顿": "suspended",
    "吊销未注销": "suspended",
    "已复产": "operating",
    "试生产中": "planned",
    "運行正常": "operating",
    "在产，满负荷": "operating",
}


@pytest.mark.parametrize("word", CENSUS)
def test_a_state_is_known_behind_its_code_and_beside_its_date(word: str) -> None:
    found = read(csv_file("企业名称;运行状态;主要产品", f"大河厂;{word};链条"))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert firm.status == CENSUS[word]


@pytest.mark.parametrize(
    "word", ["9其他", "拟注销", "3月停产，5月复产", "季节性停产", "2023年", "1"]
)
def test_a_word_that_tells_no_one_state_is_asked_about(word: str) -> None:
    found = read(csv_file("企业名称;运行状态;主要产品", f"大河厂;{word};链条"))

    assert outcomes(found) == ["rejected"]
