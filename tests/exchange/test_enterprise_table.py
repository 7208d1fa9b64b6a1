"""重点企业库 out and in again: everything a firm tells of itself is there, and nothing changes."""

import csv
import io

import pytest

from graph.answers import Workspace, enterprises, workspace
from graph.exchange.out import enterprises_csv, enterprises_xlsx
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportChoices, ImportGround, ImportOutcome, outcome_of
from tests.exchange.conftest import shipped
from tests.fields.samples import everything
from tests.imports.tables import outcomes
from tests.support import dataset, facts

WS = workspace(facts(*everything(), dataset=dataset(region="qingxi")))


def csv_of(ws: Workspace) -> TableFile:
    text = "".join(enterprises_csv(enterprises(ws).items))
    return TableFile("重点企业库.csv", text.encode())


def read(ws: Workspace, file: TableFile) -> ImportOutcome:
    return outcome_of(
        ImportGround(ws, lambda _: ws), [file], ImportChoices(by="李工", today="2026-11-25")
    )


def test_a_row_has_every_field_that_a_firm_tells_of_itself() -> None:
    text = csv_of(WS).content.decode("utf-8-sig")
    (row,) = (each for each in csv.DictReader(io.StringIO(text)) if each["编号"] == "flywheel")

    assert {name: cell for name, cell in row.items() if cell} == {
        "编号": "flywheel",
        "企业": "飞轮车业",
        "链/环节": "自行车",
        "角色": "链主",
        "产品": "车架",
        "状态": "在建",
        "统一社会信用代码": "91110000600037341L",
        "资质": "专精特新、高新技术企业",
        "注册资本": "5000万元",
        "成立日期": "2008-05-16",
        "参保人数": "126",
        "地址": "河湾路8号",
        "组团": "河湾园区",
    }


@pytest.mark.parametrize("name", ["samples", "demo", "hechuan"])
def test_an_unchanged_list_says_nothing_new(name: str) -> None:
    ws = WS if name == "samples" else shipped(name)
    book = TableFile("重点企业库.xlsx", enterprises_xlsx(enterprises(ws).items, ws))

    for file in (csv_of(ws), book):
        found = read(ws, file)
        assert set(outcomes(found)) == {"same"}
        assert found.records == []
