"""Lists of firms and of who makes what: which facts the rows say."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportOutcome
from graph.model import Enterprise, Evidence, Makes, Role
from tests import support
from tests.imports.tables import FACTS, csv_file, outcomes, read, reasons, saved, workbook, written


def test_a_row_says_who_makes_what_where_and_since_when() -> None:
    found = read(
        csv_file("企业名称,组团,主要产品,数据截至", "大河链条厂,河湾园区,链条,2026年11月25日")
    )

    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    (fact,) = [each for each in found.records if isinstance(each, Makes)]
    assert (firm.name, firm.status, firm.region) == ("大河链条厂", "operating", "park")
    assert (fact.enterprise, fact.segment) == (firm.id, "drive_chain")
    assert fact.evidence == (
        Evidence(basis="reported", table="企业.csv", row=2, by="王工", as_of="2026-11-25"),
    )


def test_the_facts_of_a_table_imported_again_are_the_same() -> None:
    file = csv_file(
        "企业,链/环节,角色,产品,资质,依据,数据截至",
        "大河链条厂,自行车产业,配套,链条、同步带,专精特新,走访,2026-11-25",
        "飞轮车业,自行车产业,链主,自行车,,走访,2026-11-25",
    )
    first = read(file)

    again = read(file, of=facts_with(FACTS, first.records))

    assert outcomes(first) == ["new", "new"]
    assert outcomes(again) == ["same", "same"]
    assert again.records == []


def test_what_a_row_confirms_keeps_the_sentence_that_stated_it() -> None:
    found = read(csv_file("企业,环节,数据截至", "飞轮车业,自行车,2026-11-25"))

    fact = written(found)["makes.flywheel.bike"]
    assert isinstance(fact, Makes)
    assert [each.basis for each in fact.evidence] == ["stated", "reported"]
    assert outcomes(found) == ["changed"]


def test_a_row_finds_the_second_role_of_a_firm_by_its_word() -> None:
    two = support.role("bikes", "flywheel", "配套", id="role.bikes.flywheel.2", nth=2)
    chain = FACTS.chains["bikes"].name
    rows = csv_file("企业,链/环节,角色,数据截至", f"飞轮车业,{chain},配套,2026-11-25")

    found = written(read(rows, of=facts_with(FACTS, [two])))

    assert "role.bikes.flywheel" not in found
    assert isinstance(found["role.bikes.flywheel.2"], Role)
    assert found["role.bikes.flywheel.2"].nth == 2


def test_a_row_without_news_is_the_same() -> None:
    assert outcomes(read(csv_file("企业,环节", "飞轮车业,自行车"))) == ["same"]


def test_an_empty_cell_erases_nothing_and_a_full_one_changes_its_fact_alone() -> None:
    found = read(csv_file("企业,状态,组团", "飞轮车业,,河湾园区"))

    firm = written(found)["flywheel"]
    assert isinstance(firm, Enterprise)
    assert (firm.status, firm.region, firm.name) == ("operating", "park", "飞轮车业")


def test_a_chain_gives_a_role_and_a_segment_a_product() -> None:
    found = read(csv_file("企业,链/环节,角色", "大河厂,自行车产业、链条,配套"))

    assert [each.role for each in found.records if isinstance(each, Role)] == ["配套"]
    assert [each.segment for each in found.records if isinstance(each, Makes)] == ["drive_chain"]


@pytest.mark.parametrize(
    "name", ["青溪县飞轮车业有限公司", "飞轮车业（青溪）有限责任公司", "飞轮 车业股份有限公司"]
)
def test_a_firm_is_known_without_its_legal_form_and_place(name: str) -> None:
    found = read(csv_file("企业,环节", f"{name},链条"))

    assert list(written(found)) == ["makes.flywheel.drive_chain"]
    assert [(each.value, each.id, each.how) for each in found.known.matched.values()] == [
        (name, "flywheel", "normalised")
    ]


def test_a_name_that_is_like_a_known_one_waits_for_a_person() -> None:
    file = csv_file("企业,环节", "飞轮车业二厂,链条")

    assert reasons(read(file).lines[0]) == [("企业", "飞轮车业二厂", "unsettled")]
    assert read(file).records == []
    new = read(file, names={"飞轮车业二厂": "new"})
    assert [each.name for each in new.records if isinstance(each, Enterprise)] == ["飞轮车业二厂"]


def test_a_name_that_a_person_took_for_a_known_firm_is_its_alias_from_then_on() -> None:
    file = csv_file("企业,环节", "飞轮车业二厂,链条")
    found = read(file, names={"飞轮车业二厂": "flywheel"})

    firm = written(found)["flywheel"]
    assert isinstance(firm, Enterprise)
    assert firm.aliases == ("飞轮车业二厂",)
    assert outcomes(read(file, of=facts_with(FACTS, found.records))) == ["same"]


def test_a_product_that_is_no_segment_rejects_its_row_and_makes_none() -> None:
    found = read(csv_file("企业,产品", "大河厂,皮袋", "小河厂,链条"))

    assert reasons(found.lines[0]) == [("产品", "皮袋", "unknown")]
    assert [each.name for each in found.records if isinstance(each, Enterprise)] == ["小河厂"]


def test_a_product_can_be_left_out_by_choice() -> None:
    found = read(csv_file("企业,产品", "大河厂,皮袋、链条"), names={"皮袋": "skip"})

    assert [each.segment for each in found.records if isinstance(each, Makes)] == ["drive_chain"]


def test_every_wrong_cell_of_a_row_is_told() -> None:
    found = read(csv_file("企业,状态,组团,数据截至", "大河厂,半停,月亮,去年"))

    assert reasons(found.lines[0]) == [
        ("数据截至", "去年", "invalid"),
        ("状态", "半停", "invalid"),
        ("组团", "月亮", "unknown"),
    ]


def test_rows_that_contradict_one_another_are_told_apart() -> None:
    found = read(csv_file("企业,状态", "大河厂,在产", "大河厂,停产", "大河厂,在产"))

    assert outcomes(found) == ["new", "rejected", "same"]
    assert reasons(found.lines[1]) == [("状态", "停产", "contradiction")]


def test_what_a_rejected_row_says_contradicts_nobody() -> None:
    found = read(csv_file("企业,状态,产品", "大河厂,停产,皮袋", "大河厂,在产,链条"))

    assert outcomes(found) == ["rejected", "new"]


def test_two_new_firms_whose_names_differ_only_in_form_are_taken_for_one_and_shown() -> None:
    found = read(csv_file("企业", "大河实业有限公司", "大河实业股份有限公司"))

    assert outcomes(found) == ["new", "same"]
    assert [each.value for each in found.known.matched.values()] == ["大河实业股份有限公司"]


def test_a_credit_code_with_a_wrong_check_character_is_refused() -> None:
    found = read(csv_file("企业,统一社会信用代码", "大河厂,91110000600037341X"))

    assert reasons(found.lines[0]) == [("统一社会信用代码", "91110000600037341X", "invalid")]


def test_a_credit_code_finds_its_firm_under_any_name() -> None:
    head = "企业,统一社会信用代码"
    first = read(csv_file(head, "大河厂,９１１１００００６０００３７３４１L"))
    second = read(
        csv_file(head, "全新名字厂,91110000600037341L"), of=facts_with(FACTS, first.records)
    )

    (firm,) = second.records
    assert isinstance(firm, Enterprise)
    assert (firm.name, firm.aliases) == ("大河厂", ("全新名字厂",))


def test_rows_under_a_cell_merged_over_them_are_of_the_same_firm() -> None:
    plain = workbook(
        ["企业", "产品"], ["大河厂", "链条"], [None, "同步带"], [None, None], [None, "自行车"]
    )
    book = load_workbook(BytesIO(plain.content))
    book["Sheet"].merge_cells("A2:A3")
    found = read(saved(book))

    assert outcomes(found) == ["new", "new", "rejected"]
    assert sorted(each.segment for each in found.records if isinstance(each, Makes)) == [
        "belt",
        "drive_chain",
    ]


@pytest.mark.parametrize(
    "branch", ["远山链条有限公司城南分公司", "远山链条第二工厂", "远山链条分厂"]
)
def test_a_branch_before_its_firm_in_one_list_is_asked_about_like_one_behind_it(
    branch: str,
) -> None:
    firm = "青溪县远山链条有限公司"
    rows = ("企业,环节", f"{branch},链条", f"{firm},链条", f"{firm},同步带")

    asked = read(csv_file(*rows))
    behind = read(csv_file(rows[0], rows[2], rows[1]))
    apart = read(csv_file(*rows), names={firm: "new"})
    same = read(csv_file(*rows), names={firm: branch})

    assert outcomes(asked) == ["new", "rejected", "rejected"]
    assert reasons(asked.lines[1]) == [("企业", firm, "unsettled")]
    assert [each.name for each in asked.lines[1].faults[0].candidates] == [branch]
    assert reasons(behind.lines[1]) == [("企业", branch, "unsettled")]
    assert _firms(apart) == {branch: (), firm: ()}
    assert _firms(same) == {branch: (firm,)}


def test_a_firm_whose_branch_is_known_is_asked_about_in_a_later_list() -> None:
    first = read(csv_file("企业,环节", "远山链条第二工厂,链条"))
    facts = facts_with(FACTS, first.records)

    found = read(csv_file("企业,环节", "远山链条有限公司,链条"), of=facts)

    assert reasons(found.lines[0]) == [("企业", "远山链条有限公司", "unsettled")]


def _firms(found: ImportOutcome) -> dict[str, tuple[str, ...]]:
    return {each.name: each.aliases for each in found.records if isinstance(each, Enterprise)}
