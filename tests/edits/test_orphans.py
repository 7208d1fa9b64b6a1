"""Reports that lost their subject: in sight, counted for nothing, taken back by whoever may."""

from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.saying import API, answers, correct, judge, withdraw
from tests.support import makes


def test_an_orphan_is_listed_and_changes_no_answer(editor: TestClient, store: GraphStore) -> None:
    before = answers(editor)
    store.report("demo", [makes("nobody", "belt")], by="王工", note="报")

    (orphan,) = editor.get(f"{API}/history").json()["orphans"]
    assert (orphan["id"], orphan["lost"]) == ("makes.nobody.belt", ["enterprise:nobody"])
    assert answers(editor) == before


def test_an_orphan_is_taken_back_by_its_id(editor: TestClient, store: GraphStore) -> None:
    store.report("demo", [makes("nobody", "belt")], by="王工", note="报")

    assert withdraw(editor, 2, "makes.nobody.belt").status_code == 200
    assert editor.get(f"{API}/history").json()["orphans"] == []


def test_an_orphan_is_taken_back_on_the_page(editor: TestClient, store: GraphStore) -> None:
    store.report("demo", [makes("nobody", "belt")], by="王工", note="报")
    fields = {"version": "2", "says": "withdraw", "reason": "企业不存在"}
    page = editor.get("/history").text

    assert "makes.nobody.belt" in page
    assert 'action="/facts/makes:makes.nobody.belt"' in page
    response = editor.post("/facts/makes:makes.nobody.belt", data=fields, follow_redirects=False)
    assert response.headers["location"] == "/history#v3"
    assert store.orphans("demo") == ()


def test_a_judgement_of_a_gap_that_was_denied_is_an_orphan(editor: TestClient) -> None:
    judge(editor, 1, "belt_makers")
    correct(editor, 2, "belt_makers")

    (orphan,) = editor.get(f"{API}/history").json()["orphans"]
    assert (orphan["id"], orphan["lost"]) == ("judgement.belt_makers", ["gap:belt_makers"])
