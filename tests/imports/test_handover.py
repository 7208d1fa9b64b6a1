"""The workbook that an office hands on: as it keeps its own, and back again without loss."""

import random
import shutil
import subprocess
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from graph import answers
from graph.answers import Workspace, workspace
from graph.exchange.out import Handover, handover_xlsx
from graph.exchange.read.files import TableFile
from graph.exchange.report.effects import facts_with
from graph.model import Judgement
from graph.model.vocabulary import Lang
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.imports.tables import outcomes, saved
from tests.imports.test_round_trips import handed_in
from tests.patience import PATIENCE
from tests.support import judgement, lead

NAME = "handover.xlsx"
FIXED = [
    "说明",
    "补链清单",
    "目标企业清单",
    "重点企业库",
    "堵点台账",
    "项目策划表",
    "核实清单",
    "承载地",
    "规划体检",
    "图例",
]


def handed_on(ws: Workspace, lang: Lang = "zh") -> TableFile:
    terms = Terms()
    parts = Handover(
        terms,
        gaps=answers.gaps(ws, terms, lang),
        enterprises=answers.enterprises(ws).items,
        questions=answers.verify(ws, terms, lang, 2026),
    )
    return TableFile(NAME, handover_xlsx(parts, ws, lang))


@pytest.fixture(scope="module")
def file(hechuan: Workspace) -> TableFile:
    return handed_on(hechuan)


@pytest.fixture(scope="module")
def book(file: TableFile) -> Workbook:
    return load_workbook(BytesIO(file.content))


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def column(page: Worksheet, header: str) -> list[object]:
    at = [cell.value for cell in page[1]].index(header)
    return [row[at] for row in page.iter_rows(min_row=2, values_only=True)]


def test_the_lists_come_first_then_a_sheet_for_each_firm_asked(
    hechuan: Workspace, book: Workbook
) -> None:
    body = answers.verify_by_enterprise(hechuan, Terms(), "zh", 2026)

    assert book.sheetnames[: len(FIXED)] == FIXED
    assert set(book.sheetnames[len(FIXED) :]) == {each.name for each in body.items}


def test_handed_back_unchanged_it_says_nothing_new(hechuan: Workspace, file: TableFile) -> None:
    """All tables are read; the legend is named as not read."""
    found = handed_in(hechuan, file)

    assert set(outcomes(found)) == {"same"}
    assert found.records == []
    tables = [each.table.partition("#")[2] for each in found.tables]
    assert tables[:8] == FIXED[1:-1]
    assert [each.table.partition("#")[2] for each in found.passed if each.row == 1] == ["图例"]


def test_in_english_it_comes_back_too() -> None:
    demo = shipped("demo")

    assert set(outcomes(handed_in(demo, handed_on(demo, "en")))) == {"same"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="apt install libreoffice-calc-nogui")
def test_saved_by_libreoffice_it_says_nothing_new(tmp_path: Path) -> None:
    said = lead("belt_makers", due="2026-12-31", targets=("江北同步带厂",), note="先寄资料")
    judged = judgement("belt_makers", owner="招商局", due="2026-12-31")
    demo = workspace(facts_with(shipped("demo").facts, [said, judged]))
    (tmp_path / NAME).write_bytes(handed_on(demo).content)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run(
        [*convert, str(tmp_path / "out"), str(tmp_path / NAME)],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    again = TableFile(NAME, (tmp_path / "out" / NAME).read_bytes())

    assert set(outcomes(handed_in(demo, again))) == {"same"}


TOLD = {"堵点台账": 4, "项目策划表": 4, "承载地": 3, "规划体检": 4}


def test_fifty_edits_in_all_tables_are_found_and_nothing_else(
    hechuan: Workspace, file: TableFile
) -> None:
    """Forty-five cells that people fill or read alone, and five firms with a number of insured."""
    chance = random.Random(19)  # noqa: S311 - a test's dice
    opened = load_workbook(BytesIO(file.content))
    expected: dict[tuple[str, int], str] = {}

    def edit(name: str, count: int, fate: str, **typed: str) -> None:
        page = sheet(opened, name)
        headers = [each.value for each in page[1]]
        free = [r for r in range(2, page.max_row + 1) if (name, r) not in expected]
        for row in chance.sample(free, count):
            expected[name, row] = fate
            for header, text in typed.items():
                page.cell(row, headers.index(header) + 1).value = text

    edit("补链清单", 6, "new", 判断="不实", 判断理由="走访")
    edit("补链清单", 6, "new", 责任单位="招商局")
    edit("目标企业清单", 8, "new", 责任单位="招商局", 对接阶段="对接")
    edit("重点企业库", 5, "changed", 参保人数="120")
    edit("核实清单", 4, "new", 答复="有")
    edit("核实清单", 4, "new", 答复="无")
    edit("核实清单", 2, "rejected", 要问的问题="改了")
    for name, count in TOLD.items():
        header = str(sheet(opened, name).cell(1, 2).value)
        edit(name, count, "rejected", **{header: "改了"})

    found = handed_in(hechuan, saved(opened, NAME))

    assert len(expected) == 50
    lines = {(e.table.partition("#")[2], e.row.number): e.outcome for e in found.lines}
    assert {key: fate for key, fate in lines.items() if fate != "same"} == expected
    assert all("改了" in line.faults[0].value for line in found.rejected)


def offered(page: Worksheet) -> dict[str, str]:
    """What the columns of a sheet offer, by header."""
    return {
        str(page.cell(1, area.min_col).value): str(each.formula1)
        for each in page.data_validations.dataValidation
        for area in each.sqref.ranges
    }


def test_verdicts_stages_and_parks_are_offered(book: Workbook) -> None:
    assert offered(sheet(book, "补链清单")) == {"判断": '"属实,不实,采纳,已补上"'}
    found = offered(sheet(book, "目标企业清单"))
    assert found["对接阶段"] == '"研判,对接,洽谈,签约,开工,投产,终止"'
    assert "南溪组团" in found["承载地"]


@pytest.mark.parametrize(
    ("typed", "judged", "told"),
    [
        ({"确认状态": "确认缺口（不实：）"}, [], [("确认状态", "确认缺口（不实：）")]),
        ({"确认状态": "确认缺口（不实：城南厂在产）"}, [("refute", "城南厂在产")], []),
        ({"确认状态": "属实：三家都问过"}, [("confirm", "三家都问过")], []),
        ({"判断": "已补上", "判断理由": "江北厂投产"}, [("filled", "江北厂投产")], []),
        ({"判断": "属实"}, [], [("判断", "属实")]),
        ({"备注": "找张三 13800000000"}, [], [("备注", "找张三 13800000000")]),
        ({"判断理由": "三家都问过"}, [], [("判断理由", "三家都问过")]),
        ({"判断": "大概是", "判断理由": "听说"}, [], [("判断", "大概是")]),
        (
            {"确认状态": "属实：三家都问过", "判断": "不实", "判断理由": "三家都问过"},
            [],
            [("确认状态", "属实：三家都问过")],
        ),
    ],
)
def test_a_verdict_is_typed_plainly_and_wants_its_reason(
    typed: dict[str, str], judged: list[tuple[str, str]], told: list[tuple[str, str]]
) -> None:
    demo = shipped("demo")
    opened = load_workbook(BytesIO(handed_on(demo).content))
    page = sheet(opened, "补链清单")
    for header, text in typed.items():
        page.cell(2, [each.value for each in page[1]].index(header) + 1).value = text
    found = handed_in(demo, saved(opened, NAME))

    said = [(e.verdict, e.reason) for e in found.records if isinstance(e, Judgement)]
    assert (said, len(found.records)) == (judged, len(judged))
    faults = [(f.column, f.value) for line in found.rejected for f in line.faults]
    assert faults == told


def test_every_table_can_be_read_on_screen_and_printed(book: Workbook) -> None:
    for page in islice(book.worksheets, 1, None):
        last = page.cell(page.max_row, page.max_column).coordinate
        letters = "".join(each for each in last if each.isalpha())
        assert str(page.freeze_panes).endswith("2")
        assert page.column_dimensions["A"].hidden == (page["A1"].value == "编号")
        assert page.print_title_rows == "$1:$1"
        assert page.print_area == f"'{page.title}'!$A$1:${letters}${page.max_row}"
        assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
        foot = page.oddFooter
        assert foot is not None
        assert foot.right is not None
        assert foot.right.text == "&A  &P / &N"
        width = sum(each.width for each in page.column_dimensions.values())
        assert width <= 300 + 1
        assert page.page_setup.paperSize == (9 if width <= 180 else 8), page.title


def test_a_long_quote_gets_the_room_that_it_needs(book: Workbook) -> None:
    """No cell of the gap list is cut, but for rows of the greatest height there is."""
    page = sheet(book, "补链清单")
    for number, row in enumerate(page.iter_rows(min_row=2, values_only=True), start=2):
        height = page.row_dimensions[number].height or 15
        for column, value in enumerate(row, start=1):
            places = sum(2 if ord(each) > 0x2E7F else 1 for each in str(value or ""))
            measure = page.column_dimensions[get_column_letter(column)]
            if measure.hidden:
                continue
            width = measure.width
            assert height == 409 or places / width <= height / 15


def test_answers_are_offered_on_every_sheet_of_questions(book: Workbook) -> None:
    for name in ("核实清单", *book.sheetnames[len(FIXED) :]):
        assert offered(sheet(book, name)) == {"答复": '"有,无,在建,拟引进,不清楚"'}


def test_parks_and_findings_stand_with_their_ids_and_quotes(
    hechuan: Workspace, book: Workbook
) -> None:
    parks, found = sheet(book, "承载地"), sheet(book, "规划体检")
    land = answers.land(hechuan, Terms())
    ids = [park.region.id for park in land.parks for _ in park.cells or (None,)]

    assert column(parks, "编号") == ids
    assert column(found, "编号") == [each.id for each in answers.audit(hechuan, "zh").items]
    assert all("“" in str(each) for each in column(found, "原文(行)"))


def test_the_park_of_the_demo_has_its_land() -> None:
    """河湾园区剩余可用工业用地120亩; it states no direction."""
    opened = load_workbook(BytesIO(handed_on(shipped("demo")).content))
    _, first = sheet(opened, "承载地").iter_rows(values_only=True)

    assert first[:3] == ("hewan", "河湾园区", "120")


def test_the_legend_explains_every_standing(book: Workbook) -> None:
    page = sheet(book, "图例")
    told = {
        word: meaning
        for column, word, meaning in page.iter_rows(min_row=2, values_only=True)
        if column == "确认状态"
    }

    assert list(told) == ["确认缺口", "规划拟增", "待核实", "招引方向", "提升与在册"]
    assert all(told.values())
