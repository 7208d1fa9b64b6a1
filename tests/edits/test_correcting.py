"""Saying that a fact is wrong: the seed is covered, never lost, and answers follow.

The demo: 飞轮车业 (flywheel) makes bicycles, 顺通链条 is building; belts are sought, which the
gap belt_makers says too; the bicycle needs a chain or a belt.
"""

import pytest
from starlette.testclient import TestClient

from graph.edits.fields import read, written
from graph.store import GraphStore
from tests import support
from tests.edits.saying import API, answers, correct, undo, withdraw

MAKES = "makes.flywheel.bicycle"
SOUGHT = "claim.qingxi.belt.sought"


def test_a_corrected_firm_changes_the_answers_and_keeps_what_was_said(editor: TestClient) -> None:
    """With its only firm suspended the bicycle is made no more, and blocks no gap."""
    response = correct(editor, 1, "flywheel", status="suspended")

    assert (response.status_code, response.json()["edits"][0]["action"]) == (200, "reported")
    firm = editor.get(f"{API}/enterprises/flywheel").json()
    assert firm["status"] == "suspended"
    assert [each["basis"] for each in firm["evidence"]] == ["reported", "stated"]
    (said,) = firm["corrections"]
    assert (said["said"], said["now"]) == ("在产企业：飞轮车业", "停产企业：飞轮车业")
    assert (said["reason"], said["evidence"][0]["by"]) == ("实地走访", "王工")
    assert said["was"][0]["quote"] == "飞轮车业是全县自行车产业的龙头企业"
    assert editor.get(f"{API}/segments/bicycle").json()["local_status"] == "unknown"
    assert editor.get(f"{API}/gaps").json()["standings"]["confirmed"] == 0


def test_a_denied_fact_counts_no_more_and_stays_in_sight(editor: TestClient) -> None:
    response = correct(editor, 1, MAKES)

    assert response.json()["edits"][0]["action"] == "denied"
    assert editor.get(f"{API}/segments/bicycle").json()["makers"] == []
    firm = editor.get(f"{API}/enterprises/flywheel").json()
    assert firm["makes"] == []
    (said,) = firm["corrections"]
    assert (said["id"], said["said"], said["now"]) == (MAKES, "飞轮车业生产自行车", None)
    segment = editor.get(f"{API}/segments/bicycle").json()
    assert [each["id"] for each in segment["corrections"]] == [MAKES]


def test_the_history_says_what_held_before_by_the_plan(editor: TestClient) -> None:
    correct(editor, 1, "flywheel", status="suspended")
    withdraw(editor, 2, "flywheel")

    gone, corrected, _ = editor.get(f"{API}/history").json()["items"]
    for (edit,) in (gone["edits"], corrected["edits"]):
        assert edit["seed"]["status"] == "operating"
    assert (corrected["edits"][0]["before"], gone["edits"][0]["after"]) == (None, None)


def test_without_corrections_nothing_is_said_of_any(editor: TestClient) -> None:
    assert "corrections" not in editor.get(f"{API}/enterprises/flywheel").json()
    assert "corrections" not in editor.get(f"{API}/segments/belt").json()


def test_another_status_of_a_claim_is_another_fact(editor: TestClient) -> None:
    response = correct(editor, 1, SOUGHT, status="present")

    actions = {each["id"]: each["action"] for each in response.json()["edits"]}
    assert actions == {"claim.qingxi.belt.present": "reported", SOUGHT: "denied"}
    belt = editor.get(f"{API}/segments/belt").json()
    assert belt["local_status"] == "present"
    (now,) = (each for each in belt["statements"] if each["type"] == "claim")
    assert [each["basis"] for each in now["evidence"]] == ["reported"]


def test_a_reported_fact_that_is_another_replaces_itself(editor: TestClient) -> None:
    correct(editor, 1, SOUGHT, status="present")
    correct(editor, 2, "claim.qingxi.belt.present", status="developing")

    belt = editor.get(f"{API}/segments/belt").json()
    assert belt["local_status"] == "developing"
    assert [each["id"] for each in belt["corrections"]] == [SOUGHT]


def test_what_a_firm_makes_instead_is_named_as_people_name_it(editor: TestClient) -> None:
    correct(editor, 1, "makes.shuntong_chain.chain", segment="同步带")

    firm = editor.get(f"{API}/enterprises/shuntong_chain").json()
    assert [each["segment"]["id"] for each in firm["makes"]] == ["belt"]


@pytest.mark.parametrize(
    ("fact", "values"),
    [
        ("flywheel", {"status": "suspended"}),
        (MAKES, {}),
        (SOUGHT, {"status": "absent"}),
        ("belt_makers", {}),
        ("segment:belt", {"traded": {"reason": "全国有售"}}),
        ("input.bicycle.material.chain", {}),
        ("kind_of.steel_tube", {}),
        ("membership.bicycle.belt", {"stage": "supporting"}),
        ("chain:bicycle", {"name": "两轮车"}),
        ("mention.bicycle.belt", {}),
    ],
    ids=str,
)
def test_undoing_gives_the_former_answers_byte_for_byte(
    editor: TestClient, fact: str, values: dict[str, object]
) -> None:
    before = answers(editor)

    assert correct(editor, 1, fact, **values).status_code == 200
    assert answers(editor) != before
    assert undo(editor, 2, 2).status_code == 200
    assert answers(editor) == before


def test_withdrawing_a_correction_lets_the_seed_hold_again(editor: TestClient) -> None:
    before = answers(editor)
    correct(editor, 1, MAKES)

    response = withdraw(editor, 2, MAKES)

    assert (response.status_code, response.json()["version"]) == (200, 3)
    assert response.json()["edits"][0]["action"] == "withdrawn"
    assert answers(editor) == before


def test_a_denial_can_be_corrected_into_what_is_so(editor: TestClient) -> None:
    correct(editor, 1, "input.bicycle.material.chain")
    response = correct(editor, 2, "input.bicycle.material.chain", essential=False)

    assert response.json()["edits"][0]["action"] == "changed"
    groups = editor.get(f"{API}/segments/bicycle").json()["inputs"]
    assert {each["id"]: each["essential"] for each in groups} == {
        "input.bicycle.material.chain": False,
        "input.bicycle.material.frame": True,
    }


def test_what_the_plan_says_cannot_be_withdrawn(editor: TestClient) -> None:
    response = withdraw(editor, 1, MAKES)

    assert response.status_code == 422
    assert response.json()["type"].endswith("not-reported")
    assert "只能更正" in response.json()["detail"]


def test_a_judgement_is_withdrawn_like_any_report(editor: TestClient) -> None:
    editor.post(
        f"{API}/gaps/belt_makers/judgements",
        json={"owner": "经信委", "evidence": [{"note": "会议纪要"}]},
        headers={"If-Match": "1"},
    )

    assert withdraw(editor, 2, "judgement.belt_makers").status_code == 200
    assert "judgement" not in editor.get(f"{API}/gaps/belt_makers").json()


def test_an_id_of_several_types_needs_its_type(editor: TestClient) -> None:
    response = correct(editor, 1, "bicycle", name="脚踏车")

    assert response.status_code == 422
    assert response.json()["suggestions"] == ["chain:bicycle", "segment:bicycle"]
    assert correct(editor, 1, "segment:bicycle", name="脚踏车").status_code == 200


@pytest.mark.parametrize(
    ("fact", "values", "status"),
    [
        ("nothing", {}, 404),
        ("notice", {}, 422),
        ("flywheel", {}, 422),
        ("segment:bicycle", {}, 422),
        ("flywheel", {"status": "operating"}, 422),
        ("flywheel", {"status": "closed"}, 422),
        ("flywheel", {"id": "wheel"}, 422),
        ("flywheel", {"evidence": []}, 422),
        ("flywheel", {"name": "顺通链条"}, 422),
        ("flywheel", {"name": "a\u0000"}, 422),
        ("flywheel", {"name": ["车"]}, 422),
        ("flywheel", {"name": "车" * 501}, 422),
        ("flywheel", {"region": "无此镇"}, 404),
        ("kind_of.steel_tube", {"parent": "belt"}, 422),
        (MAKES, {"segment": "无此物"}, 404),
        (MAKES, {"segment": None}, 422),
        ("input.bicycle.material.chain", {"members": []}, 422),
    ],
    ids=str,
)
def test_what_cannot_be_said_is_refused_and_nothing_written(
    editor: TestClient, store: GraphStore, fact: str, values: dict[str, object], status: int
) -> None:
    response = correct(editor, 1, fact, **values)

    assert response.status_code == status
    assert response.json()["detail"]
    assert store.current("demo").number == 1


def test_a_refused_value_names_those_that_can_be(editor: TestClient) -> None:
    detail = correct(editor, 1, "flywheel", status="closed").json()["detail"]

    assert "operating, suspended, planned, prospective" in detail


def test_a_trial_says_what_would_change_and_writes_nothing(
    editor: TestClient, store: GraphStore
) -> None:
    """With 飞轮车业 suspended nothing local needs a chain or a belt: both gaps close."""
    before = answers(editor)
    response = editor.post(
        f"{API}/facts/flywheel/corrections?apply=false",
        json={"reason": "停产", "evidence": [{"note": "公告"}], "values": {"status": "suspended"}},
        headers={"If-Match": "1"},
    )

    body = response.json()
    assert (body["changed"], body["version"], store.current("demo").number) == (False, 1, 1)
    assert [each["id"] for each in body["answers"]["closed"]] == [
        "belt_makers",
        "derived.qingxi.chain",
    ]
    assert body["answers"]["opened"] == []
    assert [each["chain"]["id"] for each in body["answers"]["chains"]] == ["bicycle"]
    assert answers(editor) == before


@pytest.mark.parametrize(
    ("fact", "values"),
    [("flywheel", {"status": "suspended"}), (MAKES, {}), (SOUGHT, {"status": "present"})],
    ids=str,
)
def test_a_trial_foretells_what_the_edit_does(
    editor: TestClient, fact: str, values: dict[str, object]
) -> None:
    body = {"reason": "停产", "evidence": [{"note": "公告"}], "values": values or None}
    path = f"{API}/facts/{fact}/corrections"
    gaps = {
        row["id"]: row["standing"] for row in editor.get(f"{API}/gaps?rows=gaps").json()["items"]
    }
    headers = {"If-Match": "1"}
    foretold = editor.post(f"{path}?apply=false", json=body, headers=headers).json()["answers"]
    editor.post(path, json=body, headers=headers)

    now = {
        row["id"]: row["standing"] for row in editor.get(f"{API}/gaps?rows=gaps").json()["items"]
    }
    open_ = {"confirmed", "to_settle"}
    closed = {id_ for id_ in gaps if gaps[id_] in open_ and now.get(id_) not in open_}
    opened = {id_ for id_ in now if now[id_] in open_ and gaps.get(id_) not in open_}
    assert {each["id"] for each in foretold["closed"]} == closed
    assert {each["id"] for each in foretold["opened"]} == opened


def test_a_form_shows_a_whole_number_as_people_write_it() -> None:
    record = support.indicator("firms", value=322.0, printed="322家")

    assert written(record, "value") == "322"
    assert read(record, "value", "322.5") == 322.5


def test_an_undo_can_be_tried_too(editor: TestClient) -> None:
    correct(editor, 1, "flywheel", status="suspended")
    body = editor.post(
        f"{API}/history/2/undo?apply=false", json={"reason": "误"}, headers={"If-Match": "2"}
    ).json()

    assert [each["id"] for each in body["answers"]["opened"]] == [
        "belt_makers",
        "derived.qingxi.chain",
    ]
    assert editor.get(f"{API}/history").json()["version"] == 2
