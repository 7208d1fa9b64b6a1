"""Workbooks and CSV, reopened: ids, dates and numbers come back, nothing runs as a formula."""

import csv
import io
from datetime import datetime

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from graph import answers
from graph.answers import Workspace, workspace
from graph.exchange.out import gaps_csv, gaps_xlsx, verify_xlsx
from graph.exchange.out.gap_table import COLUMNS
from graph.exchange.out.tables import VERIFY_COLUMNS
from graph.network.terms import Terms, parse_boundary
from tests.exchange.conftest import shipped
from tests.support import chain, claim, facts, gap, group, industry, maker, membership, segment

LIST = "补链清单"
EVIL = '=HYPERLINK("http://example.invalid","x")'


def reopened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def page(content: bytes, name: str) -> Worksheet:
    found = reopened(content)[name]
    assert isinstance(found, Worksheet)
    return found


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    header, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rest]


def gap_list(ws: Workspace, terms: Terms = Terms()) -> bytes:  # noqa: B008 - frozen
    return gaps_xlsx(answers.gaps(ws, terms, "zh"), ws, "zh")


def test_the_demo_comes_back_row_by_row() -> None:
    """The two gaps that the head of seeds/demo/dataset.yaml works out."""
    ws = shipped("demo")
    listed = answers.gaps(ws, Terms(), "zh", rows="gaps")
    first, second = rows(page(gaps_xlsx(listed, ws, "zh"), LIST))

    assert (first["编号"], first["序号"]) == ("belt_makers", 1)
    assert (second["编号"], second["序号"]) == ("derived.qingxi.chain", 2)
    assert first["产业链"] == second["产业链"] == "自行车"
    assert (first["环节"], second["环节"]) == ("同步带", "链条")
    assert (first["类别"], first["状态"], first["确认状态"]) == ("拟引进", "拟引进", "确认缺口")
    assert (second["类别"], second["状态"], second["确认状态"]) == ("疑缺", "在建", "待核实")
    assert (first["名次"], first["需要"], first["规划急缓"]) == ("1", "卡住在产", "重点")
    assert first["动作(延/补/强)"] == "补"
    assert first["必需/可替代"] == "可替代"
    assert first["受影响本地产品与企业"] == "自行车（飞轮车业）"
    assert first["依据原文(行)"] == "“着力引进同步带生产企业”（第6行）"
    assert first["数据截至"] == datetime(2026, 1, 1)
    assert second["依据类型"] == "推算（可市场采购的不算缺）、参考知识"


@pytest.mark.parametrize("dataset", ["demo", "hechuan"])
def test_every_id_of_the_list_comes_back_in_order(dataset: str) -> None:
    ws = shipped(dataset)
    wanted = [item.id for item in answers.gaps(ws, Terms(), "zh").items]
    found = rows(page(gap_list(ws), LIST))

    assert [row["编号"] for row in found] == wanted
    assert [row["序号"] for row in found] == list(range(1, len(wanted) + 1))


def test_rows_that_are_alike_share_a_rank_and_say_with_how_many() -> None:
    """The plan asks for motorcycle frames and plastics in one breath, and the same wait."""
    ranks = {row["环节"]: row["名次"] for row in rows(page(gap_list(shipped("hechuan")), LIST))}

    assert ranks["汽车电子"] == "1"
    assert ranks["摩托车车架"] == ranks["摩托车塑件"] == "2（2项并列）"


def test_the_header_stays_in_sight_and_filters() -> None:
    sheet = page(gap_list(shipped("demo")), LIST)

    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:AA2"


def test_columns_that_people_fill_stand_empty() -> None:
    (first, *_) = rows(page(gap_list(shipped("demo")), LIST))

    for column in ("责任单位", "时限", "备注"):
        assert not first[column]


def test_what_weighs_and_places_a_gap_is_filled_where_there_are_data() -> None:
    """Of 摩托车塑件 on the shipped district: the plan states no free land for 天顶组团."""
    found = {row["编号"]: row for row in rows(page(gap_list(shipped("hechuan")), LIST))}
    plastic = found["moto_plastic_introduction"]
    score, parts = str(plastic["优先级得分及构成"]).split("；")[0].split("＝")
    points = [float("".join(c for c in part if c in ".0123456789")) for part in parts.split("＋")]

    assert sum(points) == pytest.approx(float(score), abs=0.05 * len(points) + 0.05)
    assert "剩余用地无资料" in str(plastic["优先级得分及构成"])
    assert str(plastic["排名稳定度"]).startswith("第1位；")
    assert plastic["承载地与剩余用地(亩)"] == "天顶组团 未写明"
    assert str(plastic["本地配套率"]).startswith("受影响产品")


def test_a_row_that_is_not_ranked_has_no_score() -> None:
    noted = [row for row in rows(page(gap_list(shipped("hechuan")), LIST)) if row["类别"] == "薄弱"]

    assert noted
    assert {(row["优先级得分及构成"], row["排名稳定度"]) for row in noted} == {(None, None)}


def test_the_cover_says_what_the_list_rests_on() -> None:
    terms = Terms(boundary=parse_boundary("none"), horizon="planned")
    sheet = page(gap_list(shipped("demo"), terms), "说明")
    cover = {str(label.value): str(value.value) for label, value in sheet.iter_rows(max_col=2)}

    assert cover["表"] == LIST
    assert "demo" in cover["数据集"]
    assert cover["数据版本"] == "1"
    assert cover["地区"] == "青溪县"
    words = ("一切都要本地有（压力测试）", "在建的也算有", "物料")
    assert (cover["边界"], cover["时点"], cover["投入"]) == words
    codes = {str(label.value): code.value for label, _, code in sheet.iter_rows(max_col=3)}
    assert (codes["边界"], codes["时点"], codes["投入"]) == ("none", "planned", "material")
    assert "未知不等于没有" in cover["说明"]


def hostile() -> Workspace:
    """A widget that needs a screw; every text would be a formula if a spreadsheet let it."""
    return workspace(
        facts(
            industry(),
            chain("bikes", name="@SUM(1)"),
            segment("widget", name="-1+1"),
            segment("screw", name=EVIL),
            membership("bikes", "widget", "downstream"),
            group("widget", "screw"),
            *maker("acme", "widget"),
            claim("screw", "absent"),
            gap("no_screws", segment="screw", name="+cmd|' /C calc'!A0", chains=("bikes",)),
        )
    )


def test_no_text_of_a_workbook_is_a_formula() -> None:
    ws = hostile()
    sheet = page(gap_list(ws), LIST)
    (row,) = rows(sheet)

    assert row["环节"] == EVIL
    assert row["缺口"] == "+cmd|' /C calc'!A0"
    assert "f" not in {cell.data_type for line in sheet.iter_rows() for cell in line}


def test_no_cell_of_a_csv_starts_like_a_formula() -> None:
    ws = hostile()
    text = "".join(gaps_csv(answers.gaps(ws, Terms(), "zh"), ws, "zh"))
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))

    assert row["环节"] == "'" + EVIL
    assert row["产业链"] == "'@SUM(1)"
    assert [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@"))] == []


def _text(value: object) -> str:
    return str(value.date()) if isinstance(value, datetime) else str(value or "")


def test_csv_and_workbook_hold_the_same_cells() -> None:
    ws = shipped("hechuan")
    text = "".join(gaps_csv(answers.gaps(ws, Terms(), "zh"), ws, "zh"))
    lines = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    found = [
        {name: _text(value) for name, value in row.items()}
        for row in rows(page(gap_list(ws), LIST))
    ]

    assert lines == found


def test_questions_come_with_their_answers_left_to_fill_in() -> None:
    """Without a boundary the tube is unknown, and the demo asks who uses it: 飞轮车业."""
    ws, terms = shipped("demo"), Terms(boundary=parse_boundary("none"))
    sheet = page(verify_xlsx(answers.verify(ws, terms, "zh"), ws, "zh"), "核实清单")
    (row,) = rows(sheet)

    assert [cell.value for cell in sheet[1]] == list(VERIFY_COLUMNS)
    assert (row["编号"], row["环节"], row["现状"]) == ("tube", "管材", "未知")
    assert "管材" in str(row["要问的问题"])
    assert "飞轮车业" in str(row["问谁"])
    assert not any(row[column] for column in ("答复", "依据", "日期"))


def test_an_empty_list_is_a_workbook_with_a_header() -> None:
    ws = workspace(facts(industry(), segment("widget")))
    sheet = page(gap_list(ws), LIST)

    assert sheet.max_row == 1
    assert sheet["A1"].value == "编号"
