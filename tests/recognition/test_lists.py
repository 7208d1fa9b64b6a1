"""Lists as offices keep them, to rows; and the command that reads them."""

import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from api.cli import main
from graph.errors import TableRefusedError
from graph.exchange.read.files import TableFile
from graph.exchange.read.firm_words import read_firms
from graph.recognition.rows import FirmRow, Words


def csv(text: str, encoding: str = "utf-8") -> TableFile:
    return TableFile("名单.csv", text.encode(encoding))


def test_a_registry_export_in_gbk_keeps_the_finest_class_first() -> None:
    head = "企业名称,统一社会信用代码,国标行业门类,国标行业小类,经营范围\n"
    text = f"{head}甲,91,制造业,水泥制造,水泥生产\n"

    assert read_firms(csv(text, "gbk")).rows == [
        FirmRow(
            "名单.csv",
            2,
            "甲",
            "91",
            ("水泥制造", "制造业"),
            (Words("经营范围", "scope", "水泥生产"),),
        )
    ]


def test_a_statistics_list_has_a_title_and_a_header_of_two_rows() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["规模以上工业单位名录"])
    sheet.append(["单位详细名称", "行业代码", "主要业务活动（或主要产品）", None, None])
    sheet.append([None, None, "1", "2", "3"])
    sheet.append(["甲", "C3435", "电梯导轨", None, "对重块"])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C2:E2")
    content = io.BytesIO()
    book.save(content)

    (only,) = read_firms(TableFile("b.xlsx", content.getvalue())).rows

    assert (only.row, only.firm, only.industry) == (4, "甲", ("C3435",))
    assert [(each.kind, each.text) for each in only.words] == [
        ("activity", "电梯导轨"),
        ("activity", "对重块"),
    ]


def test_an_invoice_line_brings_its_amount() -> None:
    text = '﻿销方名称,货物或应税劳务名称,金额（元）\n甲,*机动车配件*曲轴,"1,200.50"\n'

    (only,) = read_firms(csv(text)).rows

    assert only.words == (Words("货物或应税劳务名称", "invoice", "*机动车配件*曲轴", 1200.5),)


def test_a_row_without_a_firm_or_words_is_passed_over_and_a_formula_is_told() -> None:
    found = read_firms(csv("企业,主导产品\n甲,曲轴\n,合计\n乙,\n丙,=A1\n"))

    assert [each.firm for each in found.rows] == ["甲"]
    assert [each.row for each in found.skipped] == [5]


def test_a_table_without_such_columns_is_refused_with_what_it_needs() -> None:
    with pytest.raises(TableRefusedError, match="企业名称"):
        read_firms(csv("姓名,年龄\n张三,30\n"))


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    path = tmp_path / "名单.csv"
    path.write_text("企业,行业代码,主导产品\n甲,3770,自行车链条\n", "utf-8")
    monkeypatch.setenv("LIANTU_STORE", f"sqlite:///{tmp_path / 'a.db'}")
    assert main(["load", "demo"]) == 0
    return ["recognise", str(path)]


def test_the_command_tells_proposals_with_their_words(
    listed: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    capfd.readouterr()

    assert main([*listed, "--json"]) == 0

    body = json.loads(capfd.readouterr().out)
    assert (body["dataset"], body["firms"]) == ("demo", 1)
    assert [each["segment"]["id"] for each in body["proposals"]] == ["chain"]
    because = body["proposals"][0]["because"][0]
    assert (because["phrase"], because["name"], because["row"]) == ("自行车链条", "链条", 2)


@pytest.mark.parametrize(("lang", "word"), [("zh", "强"), ("en", "strong")])
def test_people_get_a_table_in_their_language(
    listed: list[str], lang: str, word: str, capfd: pytest.CaptureFixture[str]
) -> None:
    capfd.readouterr()

    assert main([*listed, "--lang", lang]) == 0
    assert word in capfd.readouterr().out


def test_a_file_that_is_not_there_is_told(listed: list[str]) -> None:
    assert main([listed[0], "没有.csv"]) == 1
