"""Judging a gap over HTTP: who saw which version, what is kept, and how it is undone."""

import json

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.saying import API, SEEN, judge, undo, without_version

BELT = f"{API}/gaps/belt_makers"
CHAIN = "derived.qingxi.chain"
SAID = {"verdict": "confirm", "reason": "三家均不生产", "evidence": [SEEN]}


def test_a_judgement_is_kept_with_who_why_and_evidence(editor: TestClient) -> None:
    response = judge(editor, 1, "belt_makers", owner="经信委", due="2026-12", note="年内引进")

    assert response.status_code == 200
    assert (response.json()["version"], response.json()["changed"]) == (2, True)
    assert response.headers["etag"] == '"2"'
    kept = editor.get(BELT).json()["judgement"]
    assert (kept["verdict"], kept["reason"], kept["owner"]) == ("confirm", "三家均不生产", "经信委")
    assert (kept["due"], kept["note"]) == ("2026-12", "年内引进")
    assert kept["evidence"] == [{"basis": "reported", "by": "王工", **SEEN}]


def test_the_tag_of_any_answer_says_which_version_was_seen(editor: TestClient) -> None:
    for path in (BELT, f"{API}/chains", f"{API}/gaps?kind=introduce"):
        tag = editor.get(path).headers["etag"]
        assert judge(editor, tag, "belt_makers", note=path).status_code == 200


def test_without_a_version_nothing_is_written(editor: TestClient) -> None:
    response = editor.post(f"{BELT}/judgements", json=SAID)

    assert response.status_code == 428
    assert response.json()["type"].endswith("version-needed")
    assert editor.get(f"{API}/history").json()["version"] == 1


@pytest.mark.parametrize("version", ["*", "abc", "0", "99", '"1", "2"', "-1"])
def test_a_version_that_nobody_can_have_seen_is_refused(editor: TestClient, version: str) -> None:
    response = judge(editor, version, "belt_makers")

    assert response.status_code == 422
    assert "If-Match" in response.json()["detail"]


def test_no_private_telephone_is_kept(editor: TestClient) -> None:
    response = judge(editor, 1, "belt_makers", note="找张三 13800000000")

    assert response.status_code == 422
    assert "电话" in response.text


def test_who_comes_too_late_gets_both_versions(editor: TestClient, other: TestClient) -> None:
    assert judge(editor, 1, "belt_makers").status_code == 200

    response = judge(other, 1, "belt_makers", verdict="refute", reason="城南厂在产")

    problem = response.json()
    assert (response.status_code, problem["seen"], problem["current"]) == (409, 1, 2)
    (conflict,) = problem["conflicts"]
    assert (conflict["type"], conflict["id"]) == ("judgement", "judgement.belt_makers")
    assert conflict["seen"] is None
    assert (conflict["now"]["verdict"], conflict["now"]["reason"]) == ("confirm", "三家均不生产")
    assert conflict["by"] == "王工"
    assert other.get(BELT).json()["judgement"]["verdict"] == "confirm"
    assert judge(other, 2, "belt_makers", verdict="refute", reason="城南厂在产").status_code == 200


def test_edits_of_different_gaps_do_not_collide(editor: TestClient, other: TestClient) -> None:
    assert judge(editor, 1, "belt_makers").status_code == 200

    assert judge(other, 1, CHAIN).status_code == 200


def test_saying_the_same_again_makes_no_version(editor: TestClient) -> None:
    judge(editor, 1, "belt_makers")
    again = judge(editor, 2, "belt_makers")

    assert (again.json()["version"], again.json()["changed"]) == (2, True)
    assert editor.get(f"{API}/history").json()["total"] == 2


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"reason": None}, "理由"),
        ({"verdict": None, "reason": None}, "至少填一项"),
        ({"evidence": []}, "至少需要 1 项"),
        ({"evidence": None}, "evidence"),
        ({"verdict": "maybe"}, "verdict"),
        ({"reason": " "}, "reason"),
        ({"reason": "a\u0000b"}, "控制字符"),
        ({"owner": "长" * 201}, "200"),
        ({"evidence": [{"note": "x", "as_of": "昨天"}]}, "as_of"),
        ({"ownr": "经信委"}, "没有此字段"),
    ],
    ids=str,
)
def test_what_says_too_little_is_refused(
    editor: TestClient, fields: dict[str, object], why: str
) -> None:
    body = SAID | fields
    response = editor.post(f"{BELT}/judgements", json=body, headers={"If-Match": "1"})

    assert response.status_code == 422
    assert why in response.json()["detail"]
    assert editor.get(f"{API}/history").json()["version"] == 1


@pytest.mark.parametrize("gap", ["nothing", "derived.qingxi.frame", "derived.nowhere.chain"])
def test_what_is_no_gap_cannot_be_judged(editor: TestClient, gap: str) -> None:
    assert judge(editor, 1, gap).status_code == 404


def test_a_derived_id_that_met_a_stated_gap_judges_that(editor: TestClient) -> None:
    judge(editor, 1, "derived.qingxi.belt")

    assert editor.get(BELT).json()["judgement"]["id"] == "judgement.belt_makers"


def test_a_gap_under_other_terms_can_be_judged_under_them(editor: TestClient) -> None:
    """Without a boundary the tube is a gap to settle; within it, none."""
    path = f"{API}/gaps/derived.qingxi.tube"
    refused = judge(editor, 1, "derived.qingxi.tube")
    headers = {"If-Match": "1"}
    taken = editor.post(f"{path}/judgements?boundary=none", json=SAID, headers=headers)

    assert (refused.status_code, taken.status_code) == (404, 200)
    assert editor.get(f"{path}?boundary=none").json()["judgement"]["verdict"] == "confirm"


def test_no_other_answer_changes(editor: TestClient) -> None:
    paths = ("chains", "segments", "missing?segment=自行车", "verify", "why-not?segment=车架")
    before = [without_version(editor.get(f"{API}/{path}")) for path in paths]
    judge(editor, 1, "belt_makers", verdict="refute")

    assert [without_version(editor.get(f"{API}/{path}")) for path in paths] == before


def test_the_history_says_who_when_why_and_both_states(
    editor: TestClient, other: TestClient
) -> None:
    judge(editor, 1, "belt_makers")
    judge(other, 2, "belt_makers", verdict="refute", reason="城南厂在产")

    last, first, load = editor.get(f"{API}/history").json()["items"]

    assert (load["version"], load["cause"], load["by"], load["edits"]) == (1, "load", None, [])
    assert (first["cause"], first["by"], first["note"]) == ("report", "王工", "三家均不生产")
    assert (last["by"], last["note"], last["at"][:2]) == ("李工", "城南厂在产", "20")
    (edit,) = last["edits"]
    assert (edit["before"]["verdict"], edit["after"]["verdict"]) == ("confirm", "refute")
    assert edit["text"] == "对缺口“同步带生产企业”的判断：不实，城南厂在产"


def test_the_history_comes_in_pages_and_a_version_by_itself(editor: TestClient) -> None:
    for number in range(1, 4):
        judge(editor, number, "belt_makers", note=f"第{number}次")
    page = editor.get(f"{API}/history?limit=3").json()
    rest = editor.get(f"{API}/history", params={"limit": 3, "cursor": page["next"]}).json()
    one = editor.get(f"{API}/history/3").json()

    assert [each["version"] for each in page["items"] + rest["items"]] == [4, 3, 2, 1]
    assert (one["about"]["version"], one["total"]) == (3, 1)
    assert one["items"][0]["after"]["note"] == "第2次"
    assert editor.get(f"{API}/history/9").status_code == 404


def test_undoing_gives_the_former_answers_byte_for_byte(editor: TestClient) -> None:
    paths = (BELT, f"{API}/gaps", f"{API}/datasets")
    before = [without_version(editor.get(path)) for path in paths[:2]]
    file = editor.get(f"{API}/export/gaps.csv").content
    judge(editor, 1, "belt_makers", owner="经信委")

    undone = undo(editor, 2, 2)

    assert (undone.status_code, undone.json()["version"]) == (200, 3)
    assert [without_version(editor.get(path)) for path in paths[:2]] == before
    assert editor.get(f"{API}/export/gaps.csv").content == file
    last = editor.get(f"{API}/history").json()["items"][0]
    assert (last["cause"], last["note"], last["edits"][0]["after"]) == ("undo", "误记", None)


def test_an_undo_can_be_undone(editor: TestClient) -> None:
    judge(editor, 1, "belt_makers", owner="经信委")
    judged = without_version(editor.get(BELT))
    for number in (2, 3):
        undo(editor, number, number)

    assert without_version(editor.get(BELT)) == judged


def test_what_was_edited_again_cannot_be_undone(editor: TestClient, other: TestClient) -> None:
    judge(editor, 1, "belt_makers")
    judge(other, 2, "belt_makers", verdict="refute", reason="城南厂在产")

    response = undo(editor, 2, 3)

    problem = response.json()
    assert (response.status_code, problem["type"][-10:]) == (409, "stale-edit")
    assert "judgement.belt_makers" in problem["detail"]
    (conflict,) = problem["conflicts"]
    assert (conflict["seen"]["verdict"], conflict["now"]["verdict"]) == ("confirm", "refute")
    assert conflict["by"] == "李工"


def test_who_has_not_seen_a_version_cannot_undo_it(editor: TestClient) -> None:
    judge(editor, 1, "belt_makers")

    response = undo(editor, 2, 1)

    assert response.status_code == 409
    assert editor.get(f"{API}/history").json()["version"] == 2


def test_a_load_is_not_undone(editor: TestClient) -> None:
    response = undo(editor, 1, 1)

    assert response.status_code == 422
    assert response.json()["type"].endswith("not-undoable")


def test_without_an_editors_token_nobody_judges(store: GraphStore, editor: TestClient) -> None:
    anybody = TestClient(editor.app)

    assert judge(anybody, 1, "belt_makers").status_code == 401
    assert store.current("demo").number == 1


def test_broken_text_is_refused_in_words(editor: TestClient) -> None:
    headers = {"If-Match": "1", "Content-Type": "application/json"}
    half = json.dumps(SAID | {"reason": "\ud800"}).encode()
    for body, status in ((half, 422), (b"\xff", 400), (b"{", 422), (b'{"\\ud800": 1}', 422)):
        response = editor.post(f"{BELT}/judgements", content=body, headers=headers)
        assert response.status_code == status, body
