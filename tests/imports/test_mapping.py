"""What a person says of columns and words, for all tables or one; the unknown is refused."""

import pytest
from openpyxl import Workbook

from graph.errors import BadParameterError, TableRefusedError
from graph.exchange.read.columns import TableKind
from graph.exchange.read.headers import TableChoices
from graph.model import Enterprise, Makes
from tests.imports.tables import csv_file, outcomes, read, reasons, saved

NODES = csv_file("编号,名称,类型", "cell,电芯,环节", "pack,电池包,环节", name="nodes.csv")


def said(
    kind: TableKind | None = None, columns: dict[str, str] | None = None, **values: str
) -> TableChoices:
    return TableChoices(kind, columns, {k.replace("__", ":"): v for k, v in values.items()})


def test_a_column_means_something_else_in_each_sheet() -> None:
    book = Workbook()
    for title, *rows in (
        ("产品", ("企业名称", "甲"), ("大河厂", "链条")),
        ("依据", ("企业名称", "甲"), ("小溪厂", "走访")),
    ):
        page = book.create_sheet(str(title))
        for row in rows:
            page.append(row)

    found = read(
        saved(book),
        wanted=said(None, {"企业.xlsx#产品:甲": "产品", "企业.xlsx#依据:甲": "依据"}),
    )

    makes = [each.segment for each in found.records if isinstance(each, Makes)]
    notes = {e.name: e.evidence[0].note for e in found.records if isinstance(e, Enterprise)}
    assert makes == ["drive_chain"]
    assert notes == {"大河厂": None, "小溪厂": "走访"}


def test_foreign_words_are_read_as_a_person_says() -> None:
    edges = csv_file(
        "起点,终点,关系", "cell,pack,SUBORDINATE_TO", "drive_chain,bike,FEEDS", name="edges.csv"
    )
    words = {"关系:subordinate_to": "属于", "edges.csv:关系:FEEDS": "供应"}

    before = read(NODES, edges)
    found = read(NODES, edges, wanted=TableChoices(None, None, words))

    assert outcomes(before) == ["new", "new", "rejected", "rejected"]
    assert outcomes(found) == ["new", "new", "new", "new"]
    assert {record.type for record in found.records} == {"segment", "kind_of", "input_group"}


def test_a_state_of_other_words_is_read_as_a_person_says() -> None:
    table = csv_file("企业名称,产品,状态", "大河厂,链条,红灯", "小溪厂,同步带,绿灯")

    found = read(table, wanted=said(状态__红灯="停产", 状态__绿灯="在产"))

    firms = {e.name: e.status for e in found.records if isinstance(e, Enterprise)}
    assert firms == {"大河厂": "suspended", "小溪厂": "operating"}


@pytest.mark.parametrize(
    ("choices", "allowed"),
    [
        (said(None, {"状态": "运行状态"}), "登记状态"),
        (said(None, {"状况": "状态"}), "企业名称"),
        (said(None, {"别的.csv:产品": "产品"}), "企业名称"),
        (said(状态__红灯="关门"), "停产"),
        (said(产品__红灯="停产"), "状态"),
        (said(颜色__红灯="停产"), "状态"),
        (said(红灯="停产"), "原值"),
    ],
)
def test_an_unknown_field_column_or_word_names_those_there_are(
    choices: TableChoices, allowed: str
) -> None:
    with pytest.raises(BadParameterError) as caught:
        read(csv_file("企业名称,产品,状态", "大河厂,链条,在产"), wanted=choices)

    assert allowed in str(caught.value)


def test_two_columns_that_could_be_the_same_are_asked_about_where_they_differ() -> None:
    table = csv_file(
        "企业名称,产品,填报日期,更新日期",
        "大河厂,链条,2026-11-01,2026-11-01",
        "小溪厂,同步带,2026-11-01,2025-03-01",
        "远山厂,自行车,,2025-03-01",
    )

    found = read(table)
    settled = read(table, wanted=said(None, {"填报日期": ""}))

    assert outcomes(found) == ["new", "rejected", "rejected"]
    assert reasons(found.lines[1]) == [("更新日期", "2025-03-01", "two_columns")]
    assert outcomes(settled) == ["new", "new", "new"]


def test_the_column_with_the_very_name_of_the_field_is_no_question() -> None:
    table = csv_file("单位,企业,产品", "供销社,大河厂,链条")

    (firm, _makes) = read(table).records

    assert isinstance(firm, Enterprise)
    assert firm.name == "大河厂"


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (("id,name,kind,上中下游", "a,甲厂,Company,"), "kind"),
        (("编号,名称,大类,位置", "a,甲厂,公司,上游"), "大类"),
        (("source,target,relationship", "cell,pack,SUBORDINATE_TO"), "relationship"),
        (("source,target,连线", "cell,pack,SUBORDINATE_TO"), "连线"),
    ],
)
def test_a_graph_with_types_of_its_own_is_asked_about(table: tuple[str, ...], column: str) -> None:
    with pytest.raises(TableRefusedError) as caught:
        read(NODES, csv_file(*table, name="g.csv"))

    assert f"“{column}”列" in str(caught.value)


def test_a_graph_is_read_when_its_types_are_explained() -> None:
    nodes = csv_file("id,name,kind", "mill,大河厂,Company", "cell,电芯,Part", name="n.csv")
    edges = csv_file("source,target,relationship", "mill,cell,MADE_BY", name="e.csv")
    columns = {"kind": "类型", "relationship": "关系"}

    words = {"类型:Company": "企业", "类型:Part": "环节", "关系:MADE_BY": "生产"}

    found = read(nodes, edges, wanted=TableChoices(None, columns, words))

    assert {record.type for record in found.records} == {"enterprise", "makes", "segment"}
    assert outcomes(found) == ["new", "new", "new"]


def test_a_column_that_only_seems_to_hold_types_is_left_out() -> None:
    nodes = csv_file("编号,名称,类别,kind", "cell,电芯,零部件,x", name="n.csv")

    found = read(nodes, wanted=said(None, {"kind": ""}))

    assert outcomes(found) == ["new"]
