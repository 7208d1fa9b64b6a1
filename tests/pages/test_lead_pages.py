"""The pages of leads as an office uses them: begun on a gap, on the board, moved on, by form."""

import html
import re
from datetime import UTC, datetime, timedelta

from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.conftest import editor, other
from tests.edits.test_leads import LEAD, TODAY, begin, lead, move
from tests.http.conftest import application, store

__all__ = ["editor", "other", "store"]
TYPED = {
    "version": "1",
    "owner": "招商一科",
    "stage": "study",
    "targets": "江北同步带厂\n南岸胶带；河西传动",
    "park": "hewan",
    "due": str(TODAY + timedelta(days=9)),
    "documents": "http://oa.example/118",
    "known": "来函",
}


def text_of(client: TestClient, path: str) -> str:
    found = client.get(path)
    assert found.status_code == 200, found.text
    return html.unescape(re.sub(r"<wbr>|\s+", " ", found.text).replace(" ", ""))


def test_a_lead_is_begun_and_moved_on_by_page_alone(editor: TestClient) -> None:
    offered = text_of(editor, "/gaps/belt_makers/leads")
    assert "会向它采购的本地企业1" in offered.replace("<b>", "").replace("</b>", "")

    sent = editor.post("/gaps/belt_makers/leads", data=TYPED, follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/leads")
    assert lead(editor)["targets"] == ["江北同步带厂", "南岸胶带", "河西传动"]
    assert "招商线索1条，逾期0条" in re.sub("<.*?>", "", text_of(editor, "/leads"))

    moved = {**TYPED, "version": "2", "stage": "talks", "due": "", "known": "已见面"}
    assert editor.post(f"/leads/{LEAD}", data=moved, follow_redirects=False).status_code == 303
    page = text_of(editor, f"/leads/{LEAD}")
    assert "已见面" in page
    assert "来函" in page
    assert 'href="http://oa.example/118"' in editor.get(f"/leads/{LEAD}").text


def test_what_was_typed_stays_where_it_fails(editor: TestClient, other: TestClient) -> None:
    begin(editor)
    move(editor, 2, stage="contact")

    late = other.post(f"/leads/{LEAD}", data={**TYPED, "version": "2", "note": "已约下周"})
    back = other.post(f"/leads/{LEAD}", data={**TYPED, "version": "3", "note": "已约下周"})

    assert (late.status_code, back.status_code) == (409, 422)
    assert all("已约下周" in each.text for each in (late, back))
    assert "须写明理由" in back.text


def test_late_ones_stand_out_on_the_board_and_by_owner(
    editor: TestClient, store: GraphStore
) -> None:
    begin(editor, due=str(TODAY))
    held = store.read("demo").leads[LEAD]
    past = str(datetime.now(UTC).astimezone().date() - timedelta(days=3))
    store.report("demo", [held.model_copy(update={"due": past})], by="王工", note="改", seen=2)

    for path in ("/leads", "/leads?view=owner", "/leads?overdue=true&owner=招商一科"):
        assert "逾期3天" in text_of(editor, path)
    assert "没有符合条件的记录" in text_of(editor, "/leads?overdue=false")


def test_readers_see_leads_and_no_form(store: GraphStore) -> None:
    anyone = TestClient(application(store))

    assert "还没有招商线索" in text_of(anyone, "/leads")
    assert '<textareaid="targets"' not in text_of(anyone, "/gaps/belt_makers/leads")


def test_an_english_page_is_english(editor: TestClient) -> None:
    begin(editor)

    assert "1 lead, 0 late" in re.sub("<.*?>", "", editor.get("/leads?lang=en").text)


def test_a_link_that_is_no_address_is_text(editor: TestClient) -> None:
    begin(editor, documents=["javascript:alert(1)"])

    assert 'href="javascript' not in editor.get(f"/leads/{LEAD}").text
