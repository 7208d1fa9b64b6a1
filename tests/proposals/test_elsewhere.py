"""Lists of firms elsewhere: whom to ask about a gap here, by their own words; for editors alone.

Here motors are missing. Of a list from elsewhere one firm makes motors by its own words, one sells
them, and one is here already.
"""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from api.compiling import compiled
from api.queueing import queue_of
from api.recognising import elsewhere_of
from graph import answers
from graph.analysis.leads import LeadClock
from graph.analysis.listed_firms import firms
from graph.exchange.out.target_table import COLUMNS, target_rows
from graph.model import AnyRecord, Facts
from graph.model.segments import Code
from graph.network.terms import Terms
from graph.store import GraphStore
from tests.edits.test_leads import TODAY
from tests.http.conftest import client_of, store
from tests.support import (
    chain,
    facts,
    gap,
    industry,
    listed,
    maker,
    membership,
    region,
    register,
    segment,
)

__all__ = ["store"]

CODE = Code(code="3812", name="电动机制造", confidence="high")
MOTOR = segment("motor", name="电机", codes=(CODE,))
LIST = "沿海电机名单"


def row(id_: str, name: str, text: str) -> AnyRecord:
    said = {"column": "主要业务活动", "kind": "activity", "text": text}
    found = listed("coast", id_, "3812", words=(said,))
    return found.model_copy(update={"name": name})


def held(*more: AnyRecord) -> Facts:
    return facts(
        industry(),
        chain(),
        region(),
        MOTOR,
        membership("bikes", "motor", "midstream"),
        gap("no_motor", "missing", segment="motor", chains=("bikes",)),
        register("coast", "elsewhere"),
        row("far", "远海电机厂", "电机制造"),
        row("shop", "远海商贸", "电机销售"),
        row("near", "本地电机厂", "电机制造"),
        *more,
    )


def offered(given: Facts) -> list[tuple[str, str, str]]:
    ws = compiled(given)
    clock = LeadClock(TODAY)
    body = answers.gap_leads(ws, "no_motor", Terms(), clock, "zh", elsewhere=elsewhere_of(given))
    return [(each.name, each.strength, each.phrase) for each in body.elsewhere]


def test_who_makes_it_by_its_own_words_is_offered_with_them() -> None:
    assert offered(held()) == [
        ("本地电机厂", "strong", "电机制造"),
        ("远海电机厂", "strong", "电机制造"),
    ]


def test_who_is_here_already_is_not() -> None:
    firm, makes = maker("local_motor", "motor")
    here = firm.model_copy(update={"name": "本地电机厂"})

    assert [name for name, *_ in offered(held(here, makes))] == ["远海电机厂"]


def test_a_list_from_elsewhere_says_nothing_of_the_district() -> None:
    given = held()

    assert queue_of(compiled(given)) == {}
    assert firms(given, given.listed_firms.values()) == ()
    assert compiled(given).local_status(Terms(), "motor") == "unknown"


def test_it_stands_in_the_list_of_targets_with_the_phrase() -> None:
    given = held()
    rows = [
        dict(zip(COLUMNS, each, strict=True))
        for each in target_rows(compiled(given), Terms(), "zh", elsewhere_of(given))
    ]

    assert [(each["目标企业"], each["企业情况"]) for each in rows] == [
        ("本地电机厂", "外地名单，把握强"),
        ("远海电机厂", "外地名单，把握强"),
    ]
    assert rows[1]["依据与进展"] == "主要业务活动：“电机制造”，理解为“电机”（survey 第1行）"


BELTS = "企业名称,行业代码,主要业务活动\n远海同步带厂,2913,同步带制造\n".encode()


def declared(client: TestClient) -> None:
    form = {"register": LIST, "as_of": "2026-06-30", "coverage": "elsewhere"}
    sent = client.post(
        "/api/v1/imports", params={"apply": True}, data=form, files={"files": ("名单.csv", BELTS)},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert sent.status_code in {200, 202}, sent.text


@pytest.mark.parametrize(("role", "names"), [("editor", ["远海同步带厂"]), ("reader", [])])
def test_editors_see_it_and_readers_do_not(
    store: GraphStore, tmp_path: Path, role: str, names: list[str]
) -> None:
    editor = client_of("editor", store, tmp_path)
    declared(editor)
    client = editor if role == "editor" else TestClient(editor.app)
    path = "/api/v1/gaps/belt_makers/leads"

    # Whoever asks first: nobody is given what was kept for another.
    TestClient(editor.app).get(path)
    editor.get(path)
    found = client.get(path).json()["elsewhere"]
    book = load_workbook(BytesIO(client.get("/api/v1/export/handover.xlsx").content))
    cells = [cell for line in book["目标企业清单"].iter_rows(values_only=True) for cell in line]

    assert [each["name"] for each in found] == names
    assert [each for each in cells if each == "远海同步带厂"] == names
    assert ("远海同步带厂" in client.get("/gaps/belt_makers/leads").text) == bool(names)
