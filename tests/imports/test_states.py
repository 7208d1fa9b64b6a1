"""Registry and running states, in whichever column and list: a closed firm makes nothing."""

import pytest

from graph.answers import workspace
from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportOutcome
from graph.model import Enterprise
from graph.network.terms import Terms
from tests.imports.tables import FACTS, csv_file, outcomes, read, read_as, reasons
from tests.support import enterprise

COLUMNS = ("登记状态", "经营状态", "企业状态", "工商状态", "运行状态", "市场主体状态")
CLOSED = ("注销", "吊销", "吊销，未注销", "迁出", "已注销", "注销企业", "歇业", "停产")
RUNNING = (
    "存续",
    "在业",
    "开业",
    "正常",
    "存续（在营、开业、在册）",
    "在营（开业）企业",
    "半停产",
    "在产",
)


def status(found: ImportOutcome) -> str:
    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    return firm.status


def made(found: ImportOutcome, segment: str) -> bool:
    after = workspace(facts_with(FACTS, found.records))
    return after.local_status(Terms(), segment) == "made"


@pytest.mark.parametrize("product", ["主要产品", "环节"])
@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("word", CLOSED)
def test_a_closed_firm_makes_nothing_in_every_list(word: str, column: str, product: str) -> None:
    found = read(csv_file(f"企业名称;{column};{product}", f"大河厂;{word};链条"))

    assert outcomes(found) == ["new"]
    assert status(found) == "suspended"
    assert not made(found, "drive_chain")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("word", RUNNING)
def test_a_firm_that_runs_makes_its_product(word: str, column: str) -> None:
    found = read(csv_file(f"企业名称;{column};主要产品", f"大河厂;{word};链条"))

    assert status(found) == "operating"
    assert made(found, "drive_chain")


@pytest.mark.parametrize("word", ["状况良好", "半停", "注销？", "不在业", "3", "在产/停产/好"])
def test_an_unknown_word_of_a_state_is_asked_about(word: str) -> None:
    found = read(csv_file("企业名称;登记状态;主要产品", f"大河厂;{word};链条"))

    assert reasons(found.lines[0]) == [("登记状态", word, "invalid")]
    assert "注销" in found.lines[0].faults[0].why.text("zh")


def test_a_registry_that_knows_a_firm_does_not_set_it_running_again() -> None:
    facts = facts_with(FACTS, [enterprise("flywheel", "suspended", name="飞轮车业")])

    found = read(csv_file("企业名称,登记状态,数据截至", "飞轮车业,存续,2026-11-25"), of=facts)

    assert all(each.status == "suspended" for each in found.records if isinstance(each, Enterprise))


def test_two_columns_of_states_are_read_together() -> None:
    head = "企业名称,登记状态,生产状态,主要产品"
    stopped = read(csv_file(head, "大河厂,存续,停产,链条"))
    closed = read(csv_file(head, "大河厂,注销,在产,链条"))

    assert status(stopped) == "suspended"
    assert reasons(closed.lines[0]) == [("登记状态", "注销", "contradiction")]


@pytest.mark.parametrize("column", ["备注", "情况说明", "登记情况（局）"])
def test_a_column_that_is_not_used_cannot_hide_that_a_firm_is_closed(column: str) -> None:
    file = csv_file(f"企业名称,主要产品,{column}", "大河厂,链条,注销", "小溪厂,链条,好")

    asked = read(file)
    mapped = read_as("enterprises", file, **{column: "状态"})
    left = read_as("enterprises", file, **{column: ""})

    assert [reasons(line) for line in asked.lines] == [[(column, "注销", "state")], []]
    assert reasons(mapped.lines[1]) == [(column, "好", "invalid")]
    assert outcomes(left) == ["new", "new"]


def test_the_word_of_the_registry_stays_with_the_fact() -> None:
    found = read(csv_file("企业名称,登记状态,依据", "大河厂,吊销,市监局"))

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert firm.evidence[0].note == "市监局；登记状态：吊销"
