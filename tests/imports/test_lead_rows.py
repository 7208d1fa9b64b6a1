"""目标企业清单 handed back: leads move on and begin, and what cannot be is told with what to do.

In the demo 同步带 is to be introduced; 招商一科 talks with 江北同步带厂 about it. 飞轮车业 is here.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.answers import Workspace, workspace
from graph.exchange.out.target_table import COLUMNS
from graph.exchange.report.effects import facts_with
from graph.exchange.report.outcome import ImportChoices, ImportGround, ImportOutcome, outcome_of
from graph.model import AnyRecord, Lead
from graph.store import GraphStore
from tests.exchange.conftest import shipped
from tests.http.conftest import client_of, store
from tests.imports.tables import outcomes, saved
from tests.imports.test_handover import NAME, handed_on, sheet
from tests.support import enterprise, lead, makes

__all__ = ["store"]

TODAY = "2026-11-25"
LIST = "目标企业清单"
OWN = "lead.belt_makers.2"
HELD = lead(
    "belt_makers",
    owner="招商一科",
    stage="talks",
    since="2026-11-01",
    due="2026-12-31",
    targets=("江北同步带厂",),
    note="先寄资料",
)


@cache
def town(*records: AnyRecord) -> Workspace:
    return workspace(facts_with(shipped("demo").facts, records))


def handed_back(
    typed: Mapping[str, object],
    *,
    of: str = OWN,
    ws: Workspace | None = None,
    now: Workspace | None = None,
    names: Mapping[str, str] | None = None,
) -> ImportOutcome:
    """The workbook with some cells of one row typed over."""
    before = ws or town(HELD)
    book = load_workbook(BytesIO(handed_on(before).content))
    page = sheet(book, LIST)
    (row,) = (r for r in range(2, page.max_row + 1) if page.cell(r, 1).value == of)
    for header, value in typed.items():
        page.cell(row, COLUMNS.index(header) + 1).value = value  # type: ignore[assignment] # a cell takes any
    choices = ImportChoices(by="李工", today=TODAY, names=names or {})
    later = now and workspace(replace(now.facts, version=now.facts.version + 1))
    return outcome_of(ImportGround(later or before, lambda _: before), [saved(book, NAME)], choices)


def leads(found: ImportOutcome) -> list[Lead]:
    return [each for each in found.records if isinstance(each, Lead)]


def told(found: ImportOutcome) -> list[tuple[str, str]]:
    return [(each.column, each.code) for line in found.rejected for each in line.faults]


def test_an_unchanged_list_of_leads_says_nothing_new() -> None:
    found = handed_back({})

    assert set(outcomes(found)) == {"same"}
    assert found.records == []


def test_a_lead_moves_on_with_what_was_done_and_where_it_stands() -> None:
    typed = {"对接阶段": "签约", "本阶段期限": "2027-03-31", "办理情况": "已签框架协议"}
    typed |= {"承载地": "河湾园区", "目标企业": "江北同步带厂、南岸胶带"}
    found = handed_back(typed)

    (after,) = leads(found)
    assert len(found.records) == 1
    assert (after.id, after.stage, after.since, after.due) == (OWN, "signed", TODAY, "2027-03-31")
    assert (after.park, after.targets) == ("hewan", ("江北同步带厂", "南岸胶带"))
    assert (after.owner, after.note) == ("招商一科", "先寄资料")
    last = after.evidence[-1]
    assert (last.note, last.by, last.table) == ("已签框架协议", "李工", f"{NAME}#{LIST}")


def test_an_emptied_note_is_taken_back_and_what_was_done_alone_counts() -> None:
    (emptied,) = leads(handed_back({"备注": None}))
    (done,) = leads(handed_back({"办理情况": "电话沟通"}))

    assert (emptied.note, emptied.stage) == (None, "talks")
    assert done == HELD.model_copy(update={"evidence": (*HELD.evidence, done.evidence[-1])})


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"对接阶段": "研判"}, ("对接阶段", "reason_needed")),
        ({"对接阶段": "终止"}, ("对接阶段", "reason_needed")),
        ({"对接阶段": "恋爱"}, ("对接阶段", "invalid")),
        ({"责任单位": "招商三科"}, ("责任单位", "unsettled")),
        ({"责任单位": None}, ("责任单位", "empty")),
        ({"对接阶段": None}, ("对接阶段", "empty")),
        ({"本阶段期限": "年底"}, ("本阶段期限", "invalid")),
        ({"承载地": "月球"}, ("承载地", "unknown")),
        ({"备注": "张三 13800000000"}, ("备注", "invalid")),
        ({"目标企业": "飞轮车业有限公司", "备注": None}, ("目标企业", "local_target")),
        ({"缺口": "链条"}, ("缺口", "computed")),
        ({"进入阶段的日期": "2026-11-02"}, ("进入阶段的日期", "computed")),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    typed: dict[str, object], fault: tuple[str, str]
) -> None:
    found = handed_back(typed)

    assert told(found) == [fault]
    assert found.records == []


def test_a_stage_goes_back_with_a_reason() -> None:
    (after,) = leads(handed_back({"对接阶段": "对接", "退回或终止的理由": "对方换了负责人"}))

    assert after.stage == "contact"


def test_an_office_that_a_person_calls_new_is_taken() -> None:
    (after,) = leads(handed_back({"责任单位": "招商三科"}, names={"招商三科": "new"}))

    assert after.owner == "招商三科"


def test_a_day_that_is_over_is_left_out_and_told() -> None:
    found = handed_back({"本阶段期限": "2026-11-24", "备注": "急"})

    (after,) = leads(found)
    assert (after.due, after.note) == ("2026-12-31", "急")
    assert [(each[2].column, each[2].code) for each in found.known.left_out] == [
        ("本阶段期限", "left_out")
    ]


def test_a_local_target_is_taken_where_the_note_says_what_is_meant() -> None:
    (after,) = leads(handed_back({"目标企业": "飞轮车业", "备注": "增资扩产"}))

    assert after.targets == ("飞轮车业",)


def test_what_others_changed_meanwhile_is_kept() -> None:
    theirs = HELD.model_copy(update={"note": "已约下周"})
    found = handed_back({"备注": "不急"}, now=town(theirs))
    aside = handed_back({"对接阶段": "签约"}, now=town(theirs))

    assert told(found) == [("备注", "stale")]
    (after,) = leads(aside)
    assert (after.stage, after.note) == ("signed", "已约下周")


@pytest.fixture(scope="module")
def closed() -> Workspace:
    return town(HELD, enterprise("north", name="江北同步带厂"), makes("north", "belt"))


def test_a_lead_on_a_gap_that_closed_ends_or_says_why(closed: Workspace) -> None:
    on = handed_back({"对接阶段": "签约", "备注": None}, now=closed)
    ended = handed_back({"对接阶段": "终止", "退回或终止的理由": "已有本地企业"}, now=closed)

    assert told(on) == [("对接阶段", "gap_closed")]
    assert [each.stage for each in leads(ended)] == ["ended"]


def test_an_office_beside_a_gap_begins_a_lead() -> None:
    demo, row = shipped("demo"), "target.belt_makers.unnamed"
    typed: dict[str, object] = {
        "责任单位": "招商一科",
        "目标企业": "江北同步带厂",
        "备注": "展会认识",
    }
    found = handed_back(typed, of=row, ws=demo)

    (new,) = leads(found)
    assert (new.id, new.gap, new.stage, new.since) == (OWN, "belt_makers", "study", TODAY)
    assert (new.owner, new.targets, new.note) == ("招商一科", ("江北同步带厂",), "展会认识")
    again = handed_back(typed, of=row, ws=demo, now=town(new))
    assert (set(outcomes(again)), again.records) == ({"same"}, [])
    made = town(enterprise("south", name="南岸胶带"), makes("south", "belt"))
    refused = handed_back(typed, of=row, ws=demo, now=made)
    assert told(refused) == [("编号", "gap_closed")]
    without = handed_back({"备注": "展会认识"}, of=row, ws=demo)
    assert told(without) == [("责任单位", "empty")]


def test_several_leads_begin_on_one_gap_in_one_file() -> None:
    """Of two firms that would make belts, each row with an office is a lead."""
    far = [enterprise(f"far_{each}", name=f"外地{each}", status="prospective") for each in "ab"]
    before = town(*far, *(makes(each.id, "belt") for each in far))
    book = load_workbook(BytesIO(handed_on(before).content))
    page = sheet(book, LIST)
    for row in range(2, page.max_row + 1):
        page.cell(row, COLUMNS.index("责任单位") + 1).value = "招商一科"
    choices = ImportChoices(by="李工", today=TODAY)
    found = outcome_of(ImportGround(before, lambda _: before), [saved(book, NAME)], choices)

    assert [(each.id, each.targets) for each in leads(found)] == [
        (OWN, ("外地a",)),
        (f"{OWN}_2", ("外地b",)),
        ("lead.derived.qingxi.chain.2", ("顺通链条",)),
    ]


def test_over_http_the_workbook_goes_out_and_what_was_typed_comes_in(
    store: GraphStore, tmp_path: Path
) -> None:
    editor = client_of("editor", store, tmp_path)
    book = load_workbook(BytesIO(editor.get("/api/v1/export/handover.xlsx").content))
    page = sheet(book, LIST)
    for header, text in {"责任单位": "招商一科", "目标企业": "江北同步带厂"}.items():
        page.cell(2, COLUMNS.index(header) + 1).value = text
    file = saved(book, NAME)

    sent = editor.post(
        "/api/v1/imports",
        params={"apply": True},
        files={"files": (NAME, file.content)},
        headers={"If-Match": '"1"'},
    )

    assert sent.status_code == 200, sent.text
    assert (sent.json()["new"], sent.json()["changed"], sent.json()["rejected_rows"]) == (1, 0, 0)
    (begun,) = editor.get("/api/v1/leads").json()["items"]
    assert (begun["id"], begun["owner"], begun["targets"]) == (OWN, "招商一科", ["江北同步带厂"])
    assert editor.get("/api/v1/history").json()["items"][0]["by"] == "王工"
