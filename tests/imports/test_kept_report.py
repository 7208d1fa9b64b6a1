"""The report as a file: every row of the tables, once or once for each of its wrong cells."""

import csv
import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from tests.commands.conftest import Done, run_forked
from tests.imports.test_command import uri as uri  # noqa: PLC0414 - a fixture
from tests.imports.test_page import bring

TABLE = """企业名称,产品,状态,数据截至
大河厂,链条,在产,2026-11-01
飞轮车业,自行车,停产,2026-11-01
某厂,飞机,在产,2026-11-01
,链条,跑路,昨天
合计,4家,,
"""
"""New, changed, two rejected (one with four wrong cells: no name, state, date), a total."""


def fates(rows: list[list[str]]) -> list[tuple[str, str, str]]:
    """Row, result and column of each line, header left out."""
    return [(row[1], row[2], row[3]) for row in rows[1:]]


EXPECTED = [
    ("2", "新增", ""),
    ("3", "修改", ""),
    ("4", "拒绝", "产品"),
    ("6", "未读", ""),
]


def test_every_row_is_in_the_report_of_the_command(uri: str, tmp_path: Path) -> None:
    table, kept, book = (tmp_path / name for name in ("企业.csv", "报告.csv", "报告.xlsx"))
    table.write_text(TABLE, "utf-8")

    ran(uri, str(table), "--report", str(kept))
    ran(uri, str(table), "--report", str(book))
    wrong = ran(uri, str(table), "--report", str(tmp_path / "报告.doc"))

    rows = list(csv.reader(io.StringIO(kept.read_text("utf-8-sig"))))
    assert rows[0] == ["表", "行", "结果", "列", "值", "说明"]
    assert [each for each in fates(rows) if each[0] != "5"] == EXPECTED
    assert {each[1] for each in fates(rows) if each[0] == "5"} == {"拒绝"}
    assert "在产 → 停产" in rows[2][5]
    sheet = load_workbook(book)
    lines = [["" if v is None else str(v) for v in row] for row in sheet["逐行结果"].values]
    assert lines == rows
    cover = {row[0]: row[1] for row in sheet["说明"].values}
    assert (cover["全部行"], cover["拒绝"], cover["未读"]) == ("5", "2", "1")
    assert wrong.code == 2


def test_every_row_is_in_the_report_of_the_page(editor: TestClient) -> None:
    path, page = bring(editor, TABLE)
    kept, book = editor.get(f"{path}/report.csv"), editor.get(f"{path}/report.xlsx")

    rows = list(csv.reader(io.StringIO(kept.content.decode("utf-8-sig"))))
    assert f'href="{path}/report.xlsx" download' in page
    assert [each for each in fates(rows) if each[0] != "5"] == EXPECTED
    sheet = load_workbook(io.BytesIO(book.content))["逐行结果"]
    assert sheet.max_row == len(rows)
    assert editor.get(f"{path}/report.pdf").status_code in {404, 422}


def cells(page: str) -> list[list[str]]:
    """The lines of the table of a page."""
    rows = re.findall(r"<tr>(.*?)</tr>", page.partition("<tbody>")[2], re.DOTALL)
    return [re.findall(r"<td>(.*?)</td>", row) for row in rows]


def test_every_row_is_on_the_page_leaf_by_leaf(editor: TestClient) -> None:
    """250 firms, a product that nobody knows, a row that says nothing new, a total."""
    firms = "".join(f"大河{n}厂,链条\n" for n in range(250))
    path, page = bring(editor, f"企业名称,产品\n{firms}某厂,飞机\n飞轮车业,自行车\n合计,252\n")
    rows = f"{path}/rows"

    leaves = [cells(editor.get(rows, params={"page": n}).text) for n in (1, 2, 3)]
    found = {
        fate: cells(editor.get(rows, params={"fate": fate}).text)
        for fate in ("rejected", "same", "passed", "changed")
    }

    assert f'href="{rows}"' in page
    assert [len(each) for each in leaves] == [100, 100, 53]
    assert [each[1] for leaf in leaves for each in leaf] == [str(n) for n in range(2, 255)]
    assert {fate: [(each[1], each[2]) for each in lines] for fate, lines in found.items()} == {
        "rejected": [("252", "拒绝")],
        "same": [("253", "相同")],
        "passed": [("254", "未读")],
        "changed": [],
    }
    assert editor.get(rows, params={"fate": "lost"}).status_code == 422


@pytest.mark.parametrize("cell", ["=1+1", "@x", "+1"])
def test_no_cell_of_the_report_runs_as_a_formula(editor: TestClient, cell: str) -> None:
    path, _ = bring(editor, f"企业名称,产品\n大河厂,{cell}\n")

    text = editor.get(f"{path}/report.csv").content.decode("utf-8-sig")

    assert f",{cell}," not in text


def ran(uri: str, *arguments: str) -> Done:
    return run_forked("import", *arguments, "--by", "王工", LIANTU_STORE=uri)
