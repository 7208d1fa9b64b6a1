"""The page of the queue without scripts: forms, groups, bulk, undo."""

import html
import re

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from tests.edits.conftest import editor, store
from tests.proposals.lists import API, LIST, decide, ids, keep

__all__ = ["editor", "store"]


@pytest.fixture
def queued(editor: TestClient) -> TestClient:
    keep(editor)
    return editor


def page(client: TestClient, query: str = "") -> str:
    reply = client.get(f"/queue{query}")
    assert reply.status_code == 200
    return html.unescape(reply.text)


def send(client: TestClient, version: int, **fields: object) -> Response:
    form = {"version": str(version), **fields}
    return client.post("/queue", data=form, follow_redirects=False)


def headings(text: str) -> list[str]:
    return re.findall(r'class="group-of" aria-label="([^"]+)"', text)


def test_it_is_grouped_by_firm_or_by_segment(queued: TestClient) -> None:
    assert headings(page(queued)) == ["大河链条厂", "飞轮车业", "河湾五金"]
    assert headings(page(queued, "?by=segment")) == ["管材", "同步带", "链条"]
    assert headings(page(queued, "?by=segment&lang=en")) == ["Tube", "Timing belt", "Drive chain"]


def test_each_row_shows_its_phrase_and_where_it_stands(queued: TestClient) -> None:
    text = page(queued).replace("<wbr>", "")

    assert '<q lang="zh-CN">管材制造</q>' in text
    assert "名单.csv 第 2 行 主要业务活动" in text


def test_a_button_of_a_row_confirms_and_comes_back_to_the_same_list(queued: TestClient) -> None:
    belt = ids(queued)["大河链条厂", "belt"]

    done = send(queued, 2, confirm=belt, by="segment", at="2")

    assert done.status_code == 303
    assert done.headers["location"] == "/queue?by=segment&at=2&done=3"
    assert "待确认：确认 1 条，否定 0 条" in page(queued, "?by=segment&done=3")
    assert queued.get(f"{API}/segments/belt").json()["local_status"] == "made"


def test_those_selected_are_refused_together(queued: TestClient) -> None:
    there = ids(queued)

    send(queued, 2, act="refuse", chosen=[there["大河链条厂", "belt"], there["河湾五金", "tube"]])

    assert sorted(ids(queued)) == [("大河链条厂", "chain"), ("飞轮车业", "tube")]
    assert headings(page(queued, "?state=refused")) == ["大河链条厂", "河湾五金"]


def test_all_strong_ones_of_what_is_listed_are_confirmed(queued: TestClient) -> None:
    send(queued, 2, every="strong", segment="管材")

    assert ("飞轮车业", "tube") not in ids(queued)
    assert len(ids(queued)) == 3


def test_a_form_with_a_filter_that_there_is_not_is_answered_all_the_same(
    editor: TestClient,
) -> None:
    answer = editor.post("/queue/undo", data={"version": "1", "strength": "x", "firm": "长" * 5000})

    assert answer.status_code == 422
    assert "<form" in answer.text


def test_the_last_decision_is_undone_and_then_there_is_none(queued: TestClient) -> None:
    there = ids(queued)
    send(queued, 2, refuse=there["飞轮车业", "tube"])

    undone = queued.post("/queue/undo", data={"version": "3"}, follow_redirects=False)
    again = queued.post("/queue/undo", data={"version": "4"})

    assert undone.status_code == 303
    assert ids(queued) == there
    assert again.status_code == 422
    assert "没有可撤销的认定" in again.text


def test_who_comes_too_late_sees_the_list_as_it_is(queued: TestClient) -> None:
    belt = ids(queued)["大河链条厂", "belt"]
    decide(queued, 2, refuse=[belt])

    late = send(queued, 2, confirm=belt)

    assert late.status_code == 409
    assert queued.get(f"{API}/segments/belt").json()["local_status"] == "sought"


def test_nothing_selected_changes_nothing(queued: TestClient) -> None:
    assert send(queued, 2, act="confirm").headers["location"] == "/queue"
    assert len(ids(queued)) == 4


def test_an_empty_queue_says_how_to_fill_it_and_a_list_fills_it(editor: TestClient) -> None:
    assert "没有待确认的" in page(editor)

    told = editor.post(
        "/queue/lists", files={"files": ("名单.csv", LIST)}, data={"as_of": "2026年6月"}
    )

    assert headings(html.unescape(told.text)) == ["大河链条厂", "飞轮车业", "河湾五金"]


def test_rows_that_were_not_kept_are_told(editor: TestClient) -> None:
    text = "企业名称,主要业务活动\n飞轮车业二厂,链条制造\n"

    told = editor.post("/queue/lists", files={"files": ("名单.csv", text)})

    assert "可能是已有的企业：飞轮车业（flywheel）" in html.unescape(told.text)


@pytest.mark.parametrize(("name", "text"), [("图.png", "\x00"), ("空.csv", "a,b\n1,2\n")])
def test_what_is_no_list_is_refused_in_place(editor: TestClient, name: str, text: str) -> None:
    refused = editor.post("/queue/lists", files={"files": (name, text)})

    assert refused.status_code == 422
    assert 'role="alert"' in refused.text


@pytest.mark.parametrize("query", ["?firm=大河链", "?segment=链"])
def test_what_is_not_there_is_told_above_the_list(queued: TestClient, query: str) -> None:
    reply = queued.get(f"/queue{query}")

    assert reply.status_code in {404, 422}
    assert 'role="alert"' in reply.text


def test_a_reader_is_sent_to_log_in(queued: TestClient) -> None:
    assert TestClient(queued.app).get("/queue").status_code == 401
