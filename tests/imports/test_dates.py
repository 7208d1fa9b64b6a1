"""Dates of lists: what is older, or has no date, changes nothing that is newer; proofs add up."""

import pytest

from graph.answers import workspace
from graph.exchange.report.effects import facts_with
from graph.exchange.report.summary import report
from graph.model import Enterprise, Facts
from tests.imports.tables import FACTS, csv_file, outcomes, read, reasons
from tests.support import enterprise

HEAD = "企业名称,状态,主要产品,数据截至,依据"


def told(*rows: str, of: Facts = FACTS) -> Facts:
    found = read(csv_file(*rows), of=of)
    assert not found.rejected
    return facts_with(of, found.records)


def firm(facts: Facts) -> Enterprise:
    (found,) = [each for each in facts.enterprises.values() if each.name == "大河厂"]
    return found


NEWER = told(HEAD, "大河厂,停产,链条,2026-11-01,走访")


@pytest.mark.parametrize("date", ["2023-05-01", "2023", "2026-10", "2026/10/31", "2026", "2026年"])
def test_an_older_or_vaguer_statement_changes_no_newer_one(date: str) -> None:
    found = read(csv_file(HEAD, f"大河厂,在产,链条,{date},旧名录"), of=NEWER)

    assert reasons(found.lines[0]) == [("状态", "在产", "older")]
    assert "停产" in found.lines[0].faults[0].why.text("zh")
    assert "2026-11-01" in found.lines[0].faults[0].why.text("zh")
    assert found.records == []


@pytest.mark.parametrize("date", ["2026-11-01", "2026-11-02", "2027"])
def test_a_later_statement_changes_it_and_the_report_shows_both_values(date: str) -> None:
    found = read(csv_file(HEAD, f"大河厂,在产,链条,{date},走访"), of=NEWER)

    body = report(found, workspace(NEWER), "zh")

    (row,) = body.rows
    changes = [change for fact in row.facts for change in fact.changes]
    assert [(each.field, each.before, each.after) for each in changes] == [
        ("status", "停产", "在产")
    ]


def test_a_list_without_a_date_changes_no_status() -> None:
    found = read(csv_file("企业名称,状态", "飞轮车业,停产"))

    assert reasons(found.lines[0]) == [("状态", "停产", "older")]
    assert "数据截至" in found.lines[0].faults[0].why.text("zh")


def test_a_list_without_a_column_of_states_changes_no_status_and_takes_no_proof() -> None:
    after = told("企业名称,主要产品,数据截至", "大河厂,链条,2027-01-01", of=NEWER)

    assert firm(after).status == "suspended"
    assert [each.as_of for each in firm(after).evidence] == ["2026-11-01", "2027-01-01"]


def test_an_older_list_that_agrees_is_one_more_proof() -> None:
    after = told(HEAD, "大河厂,停产,链条,2023-05-01,旧名录", of=NEWER)

    assert [each.as_of for each in firm(after).evidence] == ["2026-11-01", "2023-05-01"]
    late = read(csv_file(HEAD, "大河厂,在产,链条,2025,旧名录"), of=after)
    assert outcomes(late) == ["rejected"]


@pytest.mark.parametrize(
    ("column", "held", "other"),
    [("参保人数", "120", "90"), ("注册资本", "500", "80"), ("组团", "河湾园区", "青溪县")],
)
def test_every_value_of_a_firm_keeps_its_newest(column: str, held: str, other: str) -> None:
    head = f"企业名称,{column},数据截至"
    facts = told(head, f"大河厂,{held},2026-06-30")

    older = read(csv_file(head, f"大河厂,{other},2025-12-31"), of=facts)
    undated = read(csv_file(head, f"大河厂,{other},"), of=facts)
    newer = read(csv_file(head, f"大河厂,{other},2026-12-31"), of=facts)

    assert [outcomes(each) for each in (older, undated, newer)] == [
        ["rejected"],
        ["rejected"],
        ["changed"],
    ]


def test_a_role_and_a_delivery_keep_their_newest_too() -> None:
    head = "企业名称,产业链,角色,数据截至"
    roles = told(head, "飞轮车业,自行车产业,链主,2026-06-30")
    wide = facts_with(FACTS, [enterprise("spokes", name="辐条厂")])
    supply = "供方企业,需方企业,环节,金额,年份"
    deliveries = told(supply, "辐条厂,飞轮车业,链条,100,2026", of=wide)

    role = read(csv_file(head, "飞轮车业,自行车产业,配套,2025-01-01"), of=roles)
    delivery = read(csv_file(supply, "辐条厂,飞轮车业,链条,80,2024"), of=deliveries)

    assert reasons(role.lines[0]) == [("角色", "配套", "older")]
    assert reasons(delivery.lines[0]) == [("年份", "2024", "older")]


def test_the_same_list_again_says_nothing_new() -> None:
    assert outcomes(read(csv_file(HEAD, "大河厂,停产,链条,2026-11-01,走访"), of=NEWER)) == ["same"]
