"""Empty tables to fill: as they are they say nothing, filled they say what they should."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from graph.exchange.out.templates import TEMPLATES, template
from graph.exchange.read.columns import TableKind
from graph.exchange.read.files import TableFile
from graph.exchange.read.kinds import TABLES
from graph.exchange.report.effects import facts_with
from graph.model import Delivery
from tests.imports.tables import FACTS, outcomes, read, saved
from tests.support import enterprise, facts

FILLED: dict[TableKind, dict[str, str]] = {
    "enterprises": {
        "企业": "大河链条厂",
        "链/环节": "自行车产业",
        "产品": "链条",
        "组团": "河湾园区",
    },
    "makes": {"企业": "大河链条厂", "环节": "链条、同步带", "数据截至": "2026-11-25"},
    "supplies": {
        "供方企业": "飞轮车业",
        "需方企业": "顺风车行",
        "环节": "链条",
        "金额(万元)": "1.2亿元",
    },
    "nodes": {"编号": "bell", "名称": "车铃", "产业链": "自行车产业", "位置": "上游"},
    "edges": {"起点": "belt", "终点": "bike", "组": "传动"},
}


def filled(kind: TableKind, **rows: str) -> TableFile:
    book = load_workbook(BytesIO(template(kind, "zh")))
    page = book[TABLES[kind].title.text("zh")]
    names = [cell.value for cell in page[1]]
    for header, value in rows.items():
        page.cell(3, names.index(header) + 1).value = value
    return saved(book, f"{kind}.xlsx")


WITH_BUYER = facts(*FACTS.records(), enterprise("shunfeng", name="顺风车行"))


@pytest.mark.parametrize("kind", TEMPLATES)
def test_an_empty_template_says_nothing(kind: TableKind) -> None:
    found = read(TableFile(f"{kind}.xlsx", template(kind, "zh")))

    assert [table.heading.table.kind for table in found.tables] == [kind]
    assert found.lines == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_column_of_a_template_is_known_again(kind: TableKind) -> None:
    (table,) = read(TableFile(f"{kind}.xlsx", template(kind, "zh"))).tables

    assert list(table.heading.columns) == [field.code for field in TABLES[kind].fields]


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_filled_template_is_new_once_and_then_the_same(kind: TableKind) -> None:
    file = filled(kind, **FILLED[kind])

    first = read(file, of=WITH_BUYER)
    again = read(file, of=facts_with(WITH_BUYER, first.records))

    assert outcomes(first) == ["new"]
    assert outcomes(again) == ["same"]


def test_a_row_of_supplies_says_who_delivers_what_for_how_much() -> None:
    found = read(filled("supplies", **FILLED["supplies"]), of=WITH_BUYER)

    (fact,) = found.records
    assert isinstance(fact, Delivery)
    assert (fact.source, fact.target, fact.segment) == ("flywheel", "shunfeng", "drive_chain")
    assert fact.amount == 12_000


def test_the_words_of_a_column_are_offered() -> None:
    page = load_workbook(BytesIO(template("enterprises", "zh")))["重点企业库"]

    offered = {str(each.sqref): each.formula1 for each in page.data_validations.dataValidation}
    assert offered == {
        "F2:F10000": '"在产,停产,在建,拟引进"',
        "N2:N10000": '"存续,停产,注销,吊销,迁出"',
    }
