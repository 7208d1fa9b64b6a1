"""Lists of a register as they really are: columns said by a person, every row accounted for."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.answers import workspace
from graph.edits.withdrawals import Withdrawal
from graph.errors import (
    BadParameterError,
    ImportCancelledError,
    TableRefusedError,
    UnknownNameError,
)
from graph.exchange.match.snapshot import RegisterAsked
from graph.exchange.read.choices import TableChoices
from graph.exchange.read.files import TableFile
from graph.exchange.read.layout import SheetLayout
from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportChoices, ImportGround
from graph.exchange.report.registers import RegisterRead, register_read, register_report
from graph.exchange.report.rows import report_lines
from graph.model import Facts, ListedFirm
from graph.store import GraphStore
from tests.commands.conftest import run_forked
from tests.http.conftest import client_of, filled
from tests.imports.tables import FACTS, csv_file, saved
from tests.imports.test_page import main

CHOICES = ImportChoices("王工", "2026-11-25")
HEAD = "单位名称,行业代码,登记状态,园区"


def taken(
    *files: TableFile, choices: ImportChoices = CHOICES, of: Facts = FACTS, as_of: str = "2025"
) -> RegisterRead:
    now = workspace(of)
    ground = ImportGround(now, {of.version: now}.__getitem__)
    return register_read(ground, files, choices, RegisterAsked("四经普", as_of, "partial"))


def firms(read: RegisterRead) -> dict[str, ListedFirm]:
    return {each.name: each for each in read.snapshot.rows}


def said(**choices: object) -> ImportChoices:
    return replace(CHOICES, wanted=TableChoices(**choices))  # type: ignore[arg-type] # as named there


def told(read: RegisterRead, of: Facts = FACTS) -> ImportBody:
    return register_report(read, workspace(of), "zh")


def test_columns_that_nobody_knows_are_read_as_a_person_says() -> None:
    table = csv_file("厂名字,门类号,干什么,在哪", "大河厂,3484,链条制造,河湾园区")
    columns = {
        "厂名字": "企业",
        "门类号": "行业代码",
        "干什么": "主要业务活动",
        "在哪": "region",
    }

    with pytest.raises(TableRefusedError, match="企业名称"):
        taken(table)
    firm = firms(taken(table, choices=said(columns=columns)))["大河厂"]

    assert (firm.industry, firm.region) == (("3484",), "park")
    assert [str(each) for each in firm.words] == ["干什么：链条制造"]


def test_a_column_is_left_out_and_words_are_explained() -> None:
    table = csv_file("单位名称,主要产品,登记状态", "大河厂,链条,红灯", "小溪厂,车架,绿灯")
    values = {"登记状态:红灯": "注销", "登记状态:绿灯": "存续"}

    found = taken(table, choices=said(columns={"主要产品": ""}, values=values))

    assert {name: firm.closed for name, firm in firms(found).items()} == {
        "大河厂": True,
        "小溪厂": False,
    }
    assert [firm.words for firm in firms(found).values()] == [(), ()]
    assert found.snapshot.flaws == []


@pytest.mark.parametrize(
    ("choices", "allowed"),
    [
        (said(columns={"单位名称": "厂"}), "统一社会信用代码"),
        (said(columns={"名": "企业"}), "单位名称"),
        (said(values={"登记状态:红灯": "关门"}), "注销"),
        (said(layouts={"": SheetLayout(fill_down=("名",))}), "单位名称"),
    ],
)
def test_what_is_unknown_is_refused_with_what_there_is(
    choices: ImportChoices, allowed: str
) -> None:
    with pytest.raises(BadParameterError, match=allowed):
        taken(csv_file(HEAD, "大河厂,3484,存续,"), choices=choices)


def test_a_sheet_for_each_park_whose_firms_stand_in_merged_rows() -> None:
    """The name of a sheet is the park; a firm with two activities has its name once."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, name in (("河湾园区", "大河厂"), ("别处", "小溪厂")):
        page = book.create_sheet(title)
        page.append(["厂名册"])
        page.append(["单位名称", "主要业务活动"])
        page.append([name, "链条制造"])
        page.append([None, "车架制造"])
    layout = SheetLayout(header=2, fill_down=("单位名称",), sheet_name="组团")

    found = taken(saved(book), choices=said(layouts={"": layout}))

    assert {name: firm.region for name, firm in firms(found).items()} == {
        "大河厂": "park",
        "小溪厂": None,
    }
    assert [len(firm.words) for firm in firms(found).values()] == [2, 2]
    assert [(flaw.text, flaw.place.row) for flaw in found.snapshot.flaws] == [("别处", 4)]


def every_kind_of_row() -> TableFile:
    """Three sheets with eleven rows: five of firms, a total, one without a name, four unread."""
    book = Workbook()
    book.remove(book.worksheets[0])
    names = book.create_sheet("名录")
    for row in (
        ["填报单位：统计局", None, "2025年"],
        ["单位名称", "行业代码", "登记状态"],
        ["青溪飞轮车业有限公司", "3761", "存续"],
        ["大河厂", "3484", "注销"],
        ["大河厂", "3485", None],
        [None, "3484", "存续"],
        ["合计", None, "3家"],
        ["企业名称", "登记状态", None],
        ["小溪厂", "存续", None],
        ["远山厂", "红灯", None],
    ):
        names.append(row)
    other = book.create_sheet("说明")
    for text in ("填报要求", "一年一报", "不得漏报"):
        other.append([text])
    book.create_sheet("空表")
    return saved(book)


def test_every_row_of_a_register_is_accounted_for() -> None:
    body = told(taken(every_kind_of_row()))

    assert (body.new, body.changed, body.same, body.rejected_rows) == (5, 0, 0, 0)
    assert (body.passed_rows, body.all_rows) == (6, 11)
    assert [(each.table[-2:], each.row, each.rows) for each in body.passed] == [
        ("名录", 1, 1),
        ("名录", 6, 1),
        ("名录", 7, 1),
        ("说明", 1, 3),
        ("名录", 10, 0),
    ]
    assert [(each.header_row, each.rows) for each in body.tables] == [(2, 3), (8, 2)]
    assert body.as_register is not None
    assert body.as_register.fates["new"] == 4


def test_the_report_to_keep_has_a_line_for_each_row() -> None:
    last = taken(csv_file(HEAD, "大河厂,3484,存续,", "小溪厂,3762,存续,河湾园区", "合计,2,,"))
    held = facts_with(FACTS, last.snapshot.records)
    now = taken(
        csv_file(HEAD, "大河厂,3484,存续,", "小溪厂,3762,存续,", "新厂,3379,,"),
        of=held,
        as_of="2026",
    )

    first = list(report_lines(told(last), last.tables, "zh"))
    lines = list(report_lines(told(now, held), now.tables, "zh"))

    assert [(line[1], line[2]) for line in first] == [(2, "新增"), (3, "新增"), (4, "未读")]
    assert [line[1:3] for line in lines] == [(2, "相同"), (3, "修改"), (4, "新增")]
    assert [line[5] for line in lines] == ["", "小溪厂 换了地方 河湾园区 → —", "新厂"]


def test_a_list_without_a_column_says_nothing_of_what_was_said_there() -> None:
    """A newer list has neither park nor state nor activity: nobody moved, nobody is back."""
    last = taken(
        csv_file(f"{HEAD},主要业务活动", "大河厂,3484,注销,河湾园区,链条", "小溪厂,3762,存续,,")
    )
    held = facts_with(FACTS, last.snapshot.records)

    now = taken(csv_file("单位名称,行业代码", "大河厂,3484", "小溪厂,3763"), of=held, as_of="2026")

    fates = {each.now.name: each.fate for each in now.snapshot.fates}
    assert fates == {"大河厂": "same", "小溪厂": "changed"}
    firm = firms(now)["大河厂"]
    assert (firm.closed, firm.region, len(firm.words)) == (True, "park", 1)


def test_what_is_not_understood_of_a_row_is_told_and_settled_by_choice() -> None:
    """The place stands in two rows, and is told and asked about once."""
    table = csv_file(HEAD, "大河厂,3484,红灯,天外园区", "小溪厂,3484,存续,天外园区")
    asked = taken(table)
    settled = taken(table, choices=replace(CHOICES, names={"天外园区": "河湾园区"}))
    left = taken(table, choices=replace(CHOICES, names={"天外园区": "skip"}))
    (match,) = told(asked).matched

    flaws = [(flaw.place.row, flaw.text) for flaw in asked.snapshot.flaws]
    assert flaws == [(2, "红灯"), (2, "天外园区")]
    assert (match.value, match.how) == ("天外园区", "open")
    assert {each.ref.id for each in match.candidates} == {"district", "park"}
    assert [firm.region for firm in firms(settled).values()] == ["park", "park"]
    assert [flaw.text for flaw in left.snapshot.flaws] == ["红灯"]
    assert (told(settled).matched, told(left).matched) == ((), ())


def test_two_columns_of_states_both_count() -> None:
    found = taken(csv_file("单位名称,登记状态,经营状态", "大河厂,存续,注销", "小溪厂,存续,"))

    assert [firm.closed for firm in firms(found).values()] == [True, False]


def test_a_former_name_and_a_chosen_name_lead_to_the_known_firm() -> None:
    table = csv_file("單位名稱,曾用名", "远程单车厂,飞轮车业有限公司", "飞轮车业二厂,")

    asks = taken(table)
    meant = taken(table, choices=replace(CHOICES, names={"飞轮车业二厂": "飛輪車業"}))
    apart = taken(table, choices=replace(CHOICES, names={"飞轮车业二厂": "new"}))

    assert firms(asks)["远程单车厂"].enterprise == "flywheel"
    assert list(asks.snapshot.unsettled) == ["飞轮车业二厂"]
    assert firms(meant)["飞轮车业二厂"].enterprise == "flywheel"
    assert (firms(apart)["飞轮车业二厂"].enterprise, apart.snapshot.unsettled) == (None, {})
    with pytest.raises(UnknownNameError):
        taken(table, choices=replace(CHOICES, names={"飞轮车业二厂": "无此厂"}))


def test_a_large_register_tells_how_far_it_is_and_stops_when_cancelled() -> None:
    table = csv_file("单位名称", *(f"第{n}厂" for n in range(2500)))
    now, asked = workspace(FACTS), RegisterAsked("四经普", "2025", "partial")
    ground = ImportGround(now, {FACTS.version: now}.__getitem__)
    heard: list[int] = []

    def cancelled(rows: int) -> None:
        heard.append(rows)
        if rows > 2000 and heard.count(rows) > 1:  # read, and being compared
            raise ImportCancelledError

    with pytest.raises(ImportCancelledError):
        register_read(ground, [table], CHOICES, asked, cancelled)

    assert heard == [1, 1001, 2001, 2500, 2500]


def test_a_register_that_was_withdrawn_does_not_come_back_by_itself() -> None:
    """Taken back on 20 November: neither by the same list nor an older one, but by a later."""
    table = csv_file(HEAD, "大河厂,3484,存续,")
    register = taken(table).snapshot.register
    now = workspace(FACTS)
    gone = {("register", register.id): Withdrawal(register, "2026-11-20", "王工", "错表")}
    ground = ImportGround(now, {FACTS.version: now}.__getitem__, gone)  # type: ignore[arg-type] # keys of records

    def again(as_of: str, choices: ImportChoices = CHOICES) -> int:
        asked = RegisterAsked("四经普", as_of, "partial")
        return len(register_read(ground, [table], choices, asked).snapshot.rows)

    with pytest.raises(TableRefusedError, match="2026-11-20 由 王工 撤回：错表"):
        again("2025")
    assert again("2025", replace(CHOICES, restore=True)) == 1
    assert again("2026-11-21") == 1


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with filled(tmp_path, "demo") as opened:
        yield opened


DECLARED = {"register": "四经普", "as_of": "2025-12-31", "coverage": "partial"}


def test_the_page_asks_for_the_columns_of_a_register(store: GraphStore, tmp_path: Path) -> None:
    editor = client_of("editor", store, tmp_path, "王工", imports=tmp_path / "imports")
    table = "厂名字,主营\n大河厂,链条\n小溪厂,车架\n".encode()

    refused = editor.post("/import", data=DECLARED, files=[("files", ("名录.csv", table))])
    path = refused.url.path
    read = main(editor.post(path, data={"action": "check", "map": "厂名字=enterprise"}).text)
    both = {"action": "check", "map": ["厂名字=enterprise", "主营=activity"]}
    page = main(editor.post(path, data=both).text)
    lines = csv.reader(io.StringIO(editor.get(f"{path}/report.csv").content.decode("utf-8-sig")))
    editor.post(path, data={**both, "action": "write"})

    assert refused.status_code == 422
    assert '<option value="厂名字=enterprise">企业</option>' in refused.text
    assert "表格种类" not in main(refused.text)
    assert '<option value="主营=activity">主要业务活动</option>' in read
    assert "共 2 行" in read
    assert '<option value="主营=activity" selected>' in page
    assert [line[1:3] for line in lines][1:] == [["2", "新增"], ["3", "新增"]]
    assert {len(each.words) for each in store.read("demo").listed_firms.values()} == {1}


def test_the_command_checks_and_keeps_the_report_of_a_register(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        uri = store.uri
    table, kept = tmp_path / "名录.csv", tmp_path / "报告.csv"
    table.write_text("厂名字\n大河厂\n合计\n", "utf-8")
    how = ("import", str(table), "--register", "四经普", "--as-of", "2025", "--covers", "partial")

    wrong = run_forked(*how, "--map", "厂名字=品名", LIANTU_STORE=uri)
    done = run_forked(*how, "--map", "厂名字=企业", "--report", str(kept), LIANTU_STORE=uri)

    assert (wrong.code, done.code) == (2, 0)
    assert "统一社会信用代码" in wrong.err
    assert "厂名字→企业" in done.out
    lines = list(csv.reader(io.StringIO(kept.read_text("utf-8-sig"))))
    assert [line[1:3] for line in lines[1:]] == [["2", "新增"], ["3", "未读"]]


def test_a_hidden_sheet_of_a_register_is_named_as_unread() -> None:
    book = Workbook()
    shown = book.create_sheet("今年")
    hidden = book.create_sheet("旧表")
    for page, name in ((shown, "甲辰机械有限公司"), (hidden, "乙巳机械有限公司")):
        page.append(["单位名称", "行业代码"])
        page.append([name, "3484"])
    hidden.sheet_state = "hidden"
    del book["Sheet"]
    read = taken(saved(book))

    assert set(firms(read)) == {"甲辰机械有限公司"}
    assert [(each.table, each.rows) for each in read.passed] == [("企业.xlsx#旧表", 2)]
    assert "隐藏" in read.passed[0].why.text("zh")
