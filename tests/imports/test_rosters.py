"""Plain rosters, names of many columns, former names; ids and names that could be anything's."""

import pytest

from graph.errors import TableRefusedError
from graph.exchange.report.effects import facts_with
from graph.model import Enterprise
from tests.imports.tables import FACTS, Cell, csv_file, outcomes, read, read_as, reasons, workbook

NAMES = [
    "详细名称", "工厂名称", "市场主体", "认定企业", "企业名称①", "企业名称/单位名称", "现企业名称",
    "单位详细名称", "纳税人名称", "法人单位名称", "申报单位", "市场主体名称",
    "★企业名称", "單位名稱",    "＊企业名称（全称）",
]  # fmt: skip


def firms(*rows: str) -> list[Enterprise]:
    return [each for each in read(csv_file(*rows)).records if isinstance(each, Enterprise)]


@pytest.mark.parametrize("header", NAMES)
def test_the_name_of_a_firm_is_known_under_the_headers_of_many_offices(header: str) -> None:
    assert [each.name for each in firms(f"{header},产品", "大河厂,链条")] == ["大河厂"]
    assert [each.name for each in firms(f"序号,{header},其他", "1,大河厂,x")] == ["大河厂"]


@pytest.mark.parametrize(
    ("title", "honour"),
    [
        ("2023年度高新技术企业名单", ("高新技术企业",)),
        ("青溪县专精特新“小巨人”企业", ("专精特新小巨人",)),
        ("规上企业名录", ("规上企业",)),
        ("取消高新技术企业资格名单", ()),
        ("拟认定专精特新企业公示", ()),
        ("高新技术企业、绿色工厂名单", ()),
        ("企业名单", ()),
        ("专精特新小巨人企业复核未通过名单", ()),
        ("专精特新小巨人企业复核通过名单", ("专精特新小巨人",)),
        ("高新技术企业储备库", ()),
    ],
)
def test_a_roster_gives_its_honour_and_keeps_the_certificate(
    title: str, honour: tuple[str, ...]
) -> None:
    head: list[Cell] = ["序号", "企业名称", "证书编号", "年份"]
    rows: list[list[Cell]] = [head, [1, "大河厂", "GR0000001", 2023]]

    for found in (read(workbook([title], *rows)), read(workbook(*rows, title=title[:20]))):
        (firm,) = found.records
        assert isinstance(firm, Enterprise)
        assert firm.qualifications == honour
        assert firm.evidence[0].note == "证书编号：GR0000001；年份：2023"


def test_an_honour_is_added_to_those_that_are_held() -> None:
    first = read(csv_file("企业名称,资质,数据截至", "大河厂,绿色工厂,2026-01-01"))
    facts = facts_with(FACTS, first.records)

    found = read(
        csv_file("序号,企业名称,证书编号", "1,大河厂,GR1", name="高新技术企业.csv"), of=facts
    )

    (firm,) = found.records
    assert isinstance(firm, Enterprise)
    assert firm.qualifications == ("绿色工厂", "高新技术企业")


def test_a_former_name_recognises_a_firm_and_becomes_an_alias() -> None:
    found = read(csv_file("企业名称,曾用名,产品", "大江智造,飞轮车业,链条"))
    (firm,) = [each for each in found.records if isinstance(each, Enterprise)]
    assert (firm.id, firm.name, firm.aliases) == ("flywheel", "飞轮车业", ("大江智造",))

    (fresh,) = firms("企业名称,曾用名", "大河厂,小河厂、老河厂")
    assert fresh.aliases == ("小河厂", "老河厂")


def test_names_of_two_firms_in_a_row_are_asked_about() -> None:
    two = facts_with(FACTS, read(csv_file("企业名称,产品", "大河厂,链条")).records)

    found = read(csv_file("企业名称,曾用名", "大河厂,飞轮车业"), of=two)

    assert reasons(found.lines[0]) == [("曾用名", "飞轮车业", "contradiction")]


@pytest.mark.parametrize("head", ["id,name,phone", "编号,名称,电话", "id,label,kind", "ID,名称"])
def test_ids_and_names_alone_are_no_segments(head: str) -> None:
    file = csv_file(head, "1,大河厂,0", name="a.csv")

    with pytest.raises(TableRefusedError, match="--kind enterprises"):
        read(file)
    assert outcomes(read_as("nodes", file)) == ["new"]


def test_ids_and_names_are_firms_where_a_person_says_so() -> None:
    file = csv_file("id,name,phone", "1,大河厂,0")

    found = read_as("enterprises", file, name="企业", id="")

    assert [each.name for each in found.records if isinstance(each, Enterprise)] == ["大河厂"]


def test_an_edge_to_a_rejected_node_says_so() -> None:
    nodes = csv_file("编号,名称,类型", "a,车把,环节", "b,铃,东西", name="nodes.csv")
    edges = csv_file("起点,终点", "a,b", "a,c", name="edges.csv")

    found = read(nodes, edges)

    codes = [fault.code for line in found.lines[2:] for fault in line.faults]
    assert codes == ["end_rejected", "dangling"]
    assert "第 3 行" in found.lines[2].faults[0].why.text("zh")


@pytest.mark.parametrize("place", ["重庆市青溪县", "江西省青溪县", "青溪县"])
def test_a_district_is_known_behind_its_province(place: str) -> None:
    (firm,) = firms("企业名称,所在地区,组团", f"大河厂,x,{place}")
    assert firm.region == "district"


@pytest.mark.parametrize(
    ("before", "after"), [("变更前名称", "变更后名称"), ("原企业名称", "现企业名称")]
)
def test_a_list_of_changed_names_recognises_firms(before: str, after: str) -> None:
    (firm,) = firms(f"序号,{before},{after}", "1,飞轮车业,大江智造")

    assert (firm.id, firm.aliases) == ("flywheel", ("大江智造",))


def test_two_columns_of_names_that_differ_are_asked_about() -> None:
    found = read(csv_file("企业名称,更名后名称,产品", "飞轮车业,大江智造,链条"))

    assert reasons(found.lines[0]) == [("更名后名称", "大江智造", "two_columns")]


@pytest.mark.parametrize("header", ["统计时间", "统计日期", "填报时间", "数据时间", "截至时间"])
def test_the_date_of_a_list_is_known_under_many_headers(header: str) -> None:
    (firm,) = firms(f"企业名称,状态,{header}", "大河厂,停产,2024年2月")

    assert firm.evidence[0].as_of == "2024-02"
