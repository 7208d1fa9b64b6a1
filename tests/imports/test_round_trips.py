"""Our own tables out and in again: unchanged they say nothing, and every edit is found."""

import random
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.answers import Workspace, gaps, verify, workspace
from graph.errors import TableRefusedError
from graph.exchange.out import gaps_xlsx, verify_xlsx
from graph.exchange.read.files import TableFile
from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportChoices, ImportGround, ImportOutcome, outcome_of
from graph.model import Claim, Enterprise, Facts, Judgement, Makes
from graph.model.vocabulary import Lang
from graph.network.terms import Terms, parse_boundary
from tests.imports.tables import outcomes, reasons, saved
from tests.patience import PATIENCE

FILES = ("gaps.xlsx", "gaps.csv", "verify.xlsx")
FILLED = {"责任单位": "owner", "时限": "due", "备注": "note"}
UNREAD = {"序号"}


def handed_in(ws: Workspace, *files: TableFile, now: Facts | None = None) -> ImportOutcome:
    """Read files that were exported from `ws`, against the facts of now."""
    current = ws if now is None else workspace(replace(now, version=now.version + 1))
    return outcome_of(
        ImportGround(current, lambda _: ws), files, ImportChoices(by="李工", today="2026-11-25")
    )


def opened(file: TableFile) -> tuple[Workbook, Worksheet]:
    book = load_workbook(BytesIO(file.content))
    return book, book.worksheets[1]


def headers(page: Worksheet) -> list[str]:
    return [str(cell.value) for cell in page[1]]


@pytest.mark.parametrize("name", FILES)
def test_an_unchanged_table_says_nothing_new(
    name: str, hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    found = handed_in(hechuan, exported[name])

    assert set(outcomes(found)) == {"same"}
    assert len(found.lines) > 50
    assert (found.records, found.withdrawn) == ([], [])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_table_of_other_terms_and_in_english_is_compared_with_itself(
    hechuan: Workspace, lang: Lang
) -> None:
    terms = Terms(boundary=parse_boundary("none"), inputs=("material", "energy"))
    file = TableFile("gaps.xlsx", gaps_xlsx(gaps(hechuan, terms, lang), hechuan, lang))
    asked = TableFile("verify.xlsx", verify_xlsx(verify(hechuan, terms, lang), hechuan, lang))

    assert set(outcomes(handed_in(hechuan, file, asked))) == {"same"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="apt install libreoffice-calc-nogui")
@pytest.mark.parametrize("name", ["gaps.xlsx", "verify.xlsx"])
def test_a_workbook_saved_by_libreoffice_says_nothing_new(
    name: str, hechuan: Workspace, exported: dict[str, TableFile], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(exported[name].content)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run(
        [*convert, str(tmp_path / "out"), str(tmp_path / name)],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    again = (tmp_path / "out" / name).read_bytes()

    found = handed_in(hechuan, TableFile(name, again))

    assert again != exported[name].content
    assert set(outcomes(found)) == {"same"}
    assert len(found.lines) == len(handed_in(hechuan, exported[name]).lines)


@pytest.mark.parametrize("seed", range(3))
def test_fifty_edits_of_the_gap_list_are_found_and_nothing_else(
    seed: int, hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    book, page = opened(exported["gaps.xlsx"])
    names = headers(page)
    rows = chance.sample(range(2, page.max_row + 1), 50)
    columns = [chance.choice([n for n in names if n not in UNREAD]) for _ in rows]
    expected: dict[int, tuple[str, str]] = {}
    for row, column in zip(rows, columns, strict=True):
        cell = page.cell(row, names.index(column) + 1)
        old, new = str(cell.value or ""), f"改{chance.randrange(10_000)}"
        if column == "确认状态":
            new = f"{old}（{chance.choice(['属实', '不实', '采纳'])}：{new}）"
        cell.value = new
        expected[row] = (column, new)

    found = handed_in(hechuan, saved(book, "gaps.xlsx"))

    lines = {line.row.number: line for line in found.lines}
    assert {row for row, line in lines.items() if line.outcome != "same"} == set(rows)
    for row, (column, new) in expected.items():
        line = lines[row]
        if column in FILLED:
            ((judgement, outcome),) = line.facts
            assert outcome == "new"
            assert getattr(judgement, FILLED[column]) == new
        elif column == "确认状态":
            ((judgement, _),) = line.facts
            assert isinstance(judgement, Judgement)
            assert f"：{judgement.reason}）" in new
            assert judgement.verdict is not None
        else:
            assert [(fault[0], fault[1]) for fault in reasons(line)] == [(column, new)]


@pytest.mark.parametrize("seed", range(3))
def test_fifty_edits_of_the_questions_are_found_and_nothing_else(
    seed: int, hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    book, page = opened(exported["verify.xlsx"])
    names = headers(page)
    rows = chance.sample(range(2, page.max_row + 1), 50)
    statuses = {"有": "present", "无": "absent", "在建": "developing", "拟引进": "sought"}
    expected: dict[int, tuple[str, str]] = {}
    for row in rows:
        column = chance.choice(["答复", "答复", "答复", *names[:7]])
        new = chance.choice(list(statuses)) if column == "答复" else f"改{row}"
        page.cell(row, names.index(column) + 1).value = new
        expected[row] = (column, new)

    found = handed_in(hechuan, saved(book, "verify.xlsx"))

    lines = {line.row.number: line for line in found.lines if line.table == found.lines[0].table}
    assert {line.outcome for line in found.lines if line not in lines.values()} == {"same"}
    assert {row for row, line in lines.items() if line.outcome != "same"} == set(rows)
    for row, (column, new) in expected.items():
        if column == "答复":
            ((claim, _),) = lines[row].facts
            assert isinstance(claim, Claim)
            assert claim.status == statuses[new]
            assert claim.segment == page.cell(row, 1).value
        else:
            assert [fault[0] for fault in reasons(lines[row])] == [column]


def edited(exported: dict[str, TableFile], *cells: tuple[int, str, str], name: str) -> TableFile:
    """A file with some cells overwritten: row, header, value."""
    book, page = opened(exported[name])
    for row, header, value in cells:
        page.cell(row, headers(page).index(header) + 1).value = value
    return saved(book, name)


def judgements(records: Sequence[object]) -> list[Judgement]:
    return [record for record in records if isinstance(record, Judgement)]


def test_an_edited_list_handed_in_again_says_nothing_new(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    file = edited(exported, (2, "责任单位", "区经信委"), (3, "时限", "2027年底"), name="gaps.xlsx")
    now = facts_with(hechuan.facts, handed_in(hechuan, file).records)

    assert set(outcomes(handed_in(hechuan, file, now=now))) == {"same"}


def test_what_others_changed_since_the_export_is_not_overwritten(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    mine = edited(exported, (2, "责任单位", "区经信委"), (2, "备注", "急"), name="gaps.xlsx")
    theirs = edited(exported, (2, "责任单位", "招商局"), (3, "备注", "缓"), name="gaps.xlsx")
    now = facts_with(hechuan.facts, handed_in(hechuan, theirs).records)

    found = handed_in(hechuan, mine, now=now)

    assert reasons(found.lines[0]) == [("责任单位", "区经信委", "stale")]
    assert {line.outcome for line in found.lines[1:]} == {"same"}  # theirs of row 3 stays too
    assert found.records == []


def test_an_emptied_cell_takes_back_what_it_said(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    filled = handed_in(
        hechuan, edited(exported, (2, "责任单位", "区经信委"), (2, "备注", "急"), name="gaps.xlsx")
    )
    ws = workspace(facts_with(hechuan.facts, filled.records))
    out = {"gaps.xlsx": TableFile("gaps.xlsx", gaps_xlsx(gaps(ws, Terms(), "zh"), ws, "zh"))}

    half = handed_in(ws, edited(out, (2, "责任单位", ""), name="gaps.xlsx"))
    whole = handed_in(ws, edited(out, (2, "责任单位", ""), (2, "备注", ""), name="gaps.xlsx"))

    assert [(each.owner, each.note) for each in judgements(half.records)] == [(None, "急")]
    assert whole.records == []
    assert [key[0] for key in whole.withdrawn] == ["judgement"]


def test_a_computed_standing_cannot_be_overruled_by_writing_another(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    book, page = opened(exported["gaps.xlsx"])
    column = headers(page).index("确认状态") + 1
    row = next(r for r in range(2, page.max_row) if page.cell(r, column).value == "待核实")
    page.cell(row, column).value = "确认缺口"

    found = handed_in(hechuan, saved(book, "gaps.xlsx"))

    assert [reasons(line) for line in found.rejected] == [[("确认状态", "确认缺口", "computed")]]


def test_a_list_from_before_scores_and_parks_were_filled_still_says_nothing_new(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    book, page = opened(exported["gaps.xlsx"])
    for header in ("本地配套率", "优先级得分及构成", "排名稳定度", "承载地与剩余用地(亩)"):
        column = headers(page).index(header) + 1
        for row in range(2, page.max_row + 1):
            page.cell(row, column).value = None

    assert set(outcomes(handed_in(hechuan, saved(book, "gaps.xlsx")))) == {"same"}


def test_a_score_cannot_be_overruled_by_writing_another(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    book, page = opened(exported["gaps.xlsx"])
    page.cell(2, headers(page).index("优先级得分及构成") + 1).value = "100"

    found = handed_in(hechuan, saved(book, "gaps.xlsx"))

    refused = [("优先级得分及构成", "100", "computed")]
    assert [reasons(line) for line in found.rejected] == [refused]


def test_a_table_of_another_dataset_is_refused(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    book, _ = opened(exported["gaps.xlsx"])
    book.worksheets[0]["B2"] = "别处（elsewhere）"

    with pytest.raises(TableRefusedError, match="elsewhere"):
        handed_in(hechuan, saved(book, "gaps.xlsx"))


def test_an_answer_that_names_a_firm_says_who_makes_it(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    file = edited(
        exported,
        (2, "答复", "有：大河示例厂、小溪示例厂"),
        (3, "答复", "在建（远山示例厂）"),
        (4, "答复", "不清楚"),
        (5, "答复", "大概有"),
        name="verify.xlsx",
    )
    found = handed_in(hechuan, file)

    firms = {each.name: each.status for each in found.records if isinstance(each, Enterprise)}
    assert firms == {"大河示例厂": "operating", "小溪示例厂": "operating", "远山示例厂": "planned"}
    assert len([each for each in found.records if isinstance(each, Makes)]) == 3
    assert outcomes(found)[:4] == ["new", "new", "same", "rejected"]


def test_a_later_answer_takes_an_earlier_one_back(
    hechuan: Workspace, exported: dict[str, TableFile]
) -> None:
    first = handed_in(hechuan, edited(exported, (2, "答复", "有"), name="verify.xlsx"))
    now = facts_with(hechuan.facts, first.records)

    second = handed_in(hechuan, edited(exported, (2, "答复", "无"), name="verify.xlsx"), now=now)

    claims = {each.status: each.denied for each in second.records if isinstance(each, Claim)}
    assert claims == {"absent": None, "present": "后来的答复：verify.xlsx#核实清单 第 2 行"}


@pytest.mark.parametrize(
    ("date", "fate"),
    [("2026-05-01", "rejected"), ("", "rejected"), ("2026-06-01", "new"), ("2026-07-01", "new")],
)
def test_an_older_answer_takes_no_newer_one_back(
    hechuan: Workspace, exported: dict[str, TableFile], date: str, fate: str
) -> None:
    yes = edited(exported, (2, "答复", "有"), (2, "日期", "2026-06-01"), name="verify.xlsx")
    now = facts_with(hechuan.facts, handed_in(hechuan, yes).records)

    no = edited(exported, (2, "答复", "无"), (2, "日期", date), name="verify.xlsx")
    found = handed_in(hechuan, no, now=now)

    assert outcomes(found)[0] == fate
    taken_back = [each for each in found.records if isinstance(each, Claim) and each.denied]
    assert [len(each.evidence) for each in taken_back] == ([2] if fate == "new" else [])
