"""What a list does not say it does not change; what dates cannot tell is asked."""

import pytest

from graph.answers import Workspace, enterprises, workspace
from graph.errors import TableRefusedError
from graph.exchange.out import enterprises_xlsx
from graph.exchange.read.files import TableFile
from graph.exchange.report.effects import facts_with
from graph.model import Delivery, Enterprise, Facts, Membership, Segment
from tests.imports.tables import FACTS, csv_file, outcomes, read, reasons, workbook
from tests.imports.test_dates import told
from tests.support import chain, dataset, enterprise, facts, industry, makes, region, segment

HEAD = "企业名称,状态,地址,数据截至,依据"
WIDE = facts_with(FACTS, [enterprise("spokes", name="辐条厂")])


def firm(of: Facts, name: str = "大河厂") -> Enterprise:
    (found,) = [each for each in of.enterprises.values() if each.name == name]
    return found


def test_each_value_goes_by_the_date_of_its_own_proof() -> None:
    first = told(HEAD, "大河厂,停产,东街1号,2026-03-01,走访")
    later = told("企业名称,地址,数据截至", "大河厂,西街2号,2026-09-01", of=first)

    between = read(csv_file(HEAD, "大河厂,在产,,2026-06-01,统计表", name="表.csv"), of=later)
    address = read(csv_file(HEAD, "大河厂,,南街3号,2026-06-01,统计表", name="表.csv"), of=later)

    assert outcomes(between) == ["changed"]
    after = firm(facts_with(later, between.records))
    assert (after.status, after.address) == ("operating", "西街2号")
    proofs = [(each.as_of, each.fields) for each in after.evidence]
    assert proofs == [("2026-03-01", ()), ("2026-09-01", ("address",)), ("2026-06-01", ("status",))]
    assert reasons(address.lines[0]) == [("地址", "南街3号", "older")]


@pytest.mark.parametrize("column", ["产品", "地址", "资质", "统一社会信用代码"])
def test_a_newer_list_that_says_nothing_of_the_state_makes_the_known_state_no_newer(
    column: str,
) -> None:
    said = {
        "产品": "链条",
        "地址": "西街",
        "资质": "小巨人",
        "统一社会信用代码": "91110000600037341L",
    }
    first = told(HEAD, "大河厂,停产,东街,2025-03-01,走访")
    newer = read(
        csv_file(f"企业名称,{column},数据截至", f"大河厂,{said[column]},2026-09-01"), of=first
    )
    assert outcomes(newer) in (["new"], ["changed"])
    later = facts_with(first, newer.records)

    found = read(csv_file(HEAD, "大河厂,在产,,2026-01-01,走访", name="表.csv"), of=later)

    assert not any("status" in each.fields for each in firm(later).evidence)
    assert outcomes(found) == ["changed"]


def test_two_lists_of_one_day_that_contradict_are_asked_about_and_a_mended_one_is_not() -> None:
    first = told(HEAD, "大河厂,停产,,2026-11-01,走访")
    row = "大河厂,在产,,2026-11-01,走访"

    other = read(csv_file(HEAD, row, name="另一份.csv"), of=first)
    mended = read(csv_file(HEAD, row), of=first)

    assert reasons(other.lines[0]) == [("状态", "在产", "older")]
    assert outcomes(mended) == ["changed"]


@pytest.mark.parametrize(
    "title", ["2025年停产企业名单", "注销企业", "拟引进企业名录", "在建企业", "“僵尸企业”清单"]
)
@pytest.mark.parametrize("place", ["above", "sheet", "file"])
def test_a_list_whose_title_says_that_its_firms_do_not_run_needs_a_column_of_states(
    title: str, place: str
) -> None:
    head = [title] if place == "above" else ["名单"]
    rows = [head, ["企业名称", "主要产品"], ["大河厂", "链条"]]
    names = {"name": f"{title}.xlsx" if place == "file" else "a.xlsx"}
    names["title"] = title if place == "sheet" else "Sheet"

    with pytest.raises(TableRefusedError, match="状态"):
        read(workbook(*rows, **names))

    rows[1].append("状态")
    rows[2].append("停产")
    found = read(workbook(*rows, **names))
    assert [each.status for each in found.records if isinstance(each, Enterprise)] == ["suspended"]


@pytest.mark.parametrize(
    "title", ["企业名单（不含停产）", "在产企业", "填表说明：停产企业不填", "招商引资企业"]
)
def test_other_titles_say_nothing(title: str) -> None:
    found = read(workbook([title], ["企业名称", "主要产品"], ["大河厂", "链条"]))

    assert outcomes(found) == ["new"]


@pytest.mark.parametrize(
    "remark", ["2025年3月已停产", "已于5月注销", "破产清算中", "企业被吊销执照"]
)
@pytest.mark.parametrize("column", ["备注", "情况说明", "企业现状"])
def test_a_remark_that_a_firm_is_closed_is_asked_about(remark: str, column: str) -> None:
    found = read(csv_file(f"企业名称,主要产品,{column}", f"大河厂,链条,{remark}"))

    assert reasons(found.lines[0]) == [(column, remark, "state")]


@pytest.mark.parametrize("remark", ["未停产", "曾停产，已复产", "半停产", "防停产预案", "无"])
def test_a_remark_that_it_runs_is_none(remark: str) -> None:
    found = read(csv_file("企业名称,主要产品,备注", f"大河厂,链条,{remark}"))

    assert outcomes(found) == ["new"]


def test_an_amount_without_a_year_replaces_no_amount_of_a_year() -> None:
    head = "供方企业,需方企业,环节,金额,年份"
    first = told(head, "辐条厂,飞轮车业,链条,100,2025", of=WIDE)

    undated = read(csv_file(head, "辐条厂,飞轮车业,链条,80,"), of=first)
    later = read(csv_file(head, "辐条厂,飞轮车业,链条,80,2026"), of=first)

    assert reasons(undated.lines[0]) == [("金额", "80", "older")]
    (after,) = [each for each in later.records if isinstance(each, Delivery)]
    assert (after.amount, after.year) == (80, 2026)


def test_a_supplier_that_a_remark_calls_closed_is_asked_about() -> None:
    found = read(
        csv_file("供方企业,需方企业,环节,是否自产,备注", "辐条厂,飞轮车业,链条,是,已注销"), of=WIDE
    )

    assert reasons(found.lines[0]) == [("备注", "已注销", "state")]


def test_a_graph_without_stages_and_aliases_leaves_those_that_are_held() -> None:
    nodes = csv_file(
        "编号,名称,类型,产业链,别名",
        "bike,自行车,环节,自行车产业,单车",
        "drive_chain,链条,环节,,",
        name="n.csv",
    )
    edges = csv_file("起点,终点,关系", "bike,自行车产业,所在链", name="e.csv")
    twice = csv_file("编号,名称,类型,别名", "drive_chain,链条,环节,滚子链", name="m.csv")

    found = read(nodes, edges)
    again = read(twice)

    assert not found.rejected
    stages = [each.stage for each in found.records if isinstance(each, Membership)]
    assert stages in ([], ["downstream"])
    (chained,) = [each for each in again.records if isinstance(each, Segment)]
    assert chained.aliases == ("传动链", "滚子链")


def test_an_id_that_is_known_by_another_name_is_asked_about() -> None:
    node = csv_file("编号,名称,类型", "belt,皮带轮,环节")

    asked = read(node)
    settled = read(node, names={"皮带轮": "belt"})

    assert reasons(asked.lines[0]) == [("名称", "皮带轮", "conflict")]
    assert outcomes(settled) == ["changed"]


@pytest.mark.parametrize("end", ["z", "滑轮"])
def test_an_edge_to_a_rejected_node_says_where_the_node_was_whichever_way_it_is_named(
    end: str,
) -> None:
    nodes = csv_file("编号,名称,类型", "z,滑轮,车间", name="n.csv")
    edges = csv_file("起点,终点", f"{end},bike", "nowhere,bike", name="e.csv")

    found = read(edges, nodes)

    codes = [
        fault.code for line in found.rejected for fault in line.faults if line.table == "e.csv"
    ]
    assert codes == ["end_rejected", "dangling"]


def test_a_firm_list_exported_from_another_dataset_is_refused_with_the_way_out() -> None:
    elsewhere = facts(
        region("district", name="白溪县"),
        industry(),
        chain("bikes", name="自行车产业"),
        segment("bike", name="自行车"),
        enterprise("flywheel", name="飞轮车业"),
        makes("flywheel", "bike"),
        dataset=dataset("baixi"),
    )
    ws: Workspace = workspace(elsewhere)
    content = enterprises_xlsx(enterprises(ws).items, ws)

    with pytest.raises(TableRefusedError, match="--dataset baixi"):
        read(TableFile("enterprises.xlsx", content))
    assert read(TableFile("enterprises.xlsx", content), of=elsewhere).records == []
