"""Leads over HTTP: begun on a gap, moved on by two officers, late by the clock, taken back.

In the demo 同步带 is to be introduced for 飞轮车业, which makes bicycles; 河湾园区 has free land.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.saying import API, SEEN, undo, withdraw, without_version
from tests.http.conftest import client_of

TODAY = datetime.now(UTC).astimezone().date()
LEAD = "lead.belt_makers.2"


def begin(client: TestClient, seen: int = 1, gap: str = "belt_makers", **said: object) -> Response:
    body = {"owner": "招商一科", "evidence": [SEEN]} | said
    headers = {"If-Match": f'"{seen}"'}
    return client.post(f"{API}/gaps/{gap}/leads", json=body, headers=headers)


def move(client: TestClient, seen: int, **said: object) -> Response:
    body = {"evidence": [{"note": "电话沟通"}]} | said
    return client.post(f"{API}/leads/{LEAD}", json=body, headers={"If-Match": f'"{seen}"'})


def lead(client: TestClient) -> dict[str, object]:
    found = client.get(f"{API}/leads/{LEAD}")
    assert found.status_code == 200, found.text
    return dict(found.json())


def test_a_lead_is_kept_with_whose_it_is_and_what_was_done(editor: TestClient) -> None:
    due = str(TODAY + timedelta(days=20))
    said = begin(editor, targets=["江北同步带厂"], park="河湾园区", due=due, note="先寄资料")

    assert (said.status_code, said.json()["version"]) == (200, 2)
    kept = lead(editor)
    assert (kept["owner"], kept["stage"], kept["since"]) == ("招商一科", "study", str(TODAY))
    assert kept["gap"] == {"type": "gap", "id": "belt_makers", "name": "同步带生产企业"} | {
        "name_en": None
    }
    assert [each["id"] for each in kept["chains"]] == ["bicycle"]  # type: ignore[attr-defined]
    assert kept["park"]["name"] == "河湾园区"  # type: ignore[index]
    assert (kept["due"], kept["deadline"], kept["overdue"]) == (due, due, False)
    assert kept["evidence"] == [{"basis": "reported", "by": "王工", **SEEN}]


def test_no_computed_answer_changes(editor: TestClient) -> None:
    paths = ("gaps", "segments", "missing?segment=自行车", "priority")
    before = [without_version(editor.get(f"{API}/{each}")) for each in paths]
    begin(editor, stage="producing")

    assert [without_version(editor.get(f"{API}/{each}")) for each in paths] == before


def test_without_a_date_the_clock_of_the_stage_holds(store: GraphStore, tmp_path: Path) -> None:
    client = client_of("editor", store, tmp_path, stage_days={"study": 10})
    begin(client)

    assert lead(client)["deadline"] == str(TODAY + timedelta(days=10))
    assert client.get(f"{API}/leads").json()["stage_days"] == {"study": 10}


def test_moving_on_starts_the_clock_anew_and_adds_what_was_done(editor: TestClient) -> None:
    begin(editor, due=str(TODAY))

    assert move(editor, 2, stage="talks").status_code == 200
    kept = lead(editor)
    assert (kept["stage"], kept["due"]) == ("talks", None)
    assert kept["deadline"] == str(TODAY + timedelta(days=90))
    notes = [each["note"] for each in kept["evidence"]]  # type: ignore[attr-defined]
    assert notes == [SEEN["note"], "电话沟通"]


def test_a_form_that_repeats_the_day_of_the_last_stage_keeps_it_while_it_is_to_come(
    store: GraphStore, editor: TestClient
) -> None:
    to_come, past = (str(TODAY + timedelta(days=n)) for n in (5, -5))
    begin(editor, due=to_come)
    move(editor, 2, stage="contact", due=to_come)
    assert lead(editor)["due"] == to_come

    held = store.read("demo").leads[LEAD]
    store.report("demo", [held.model_copy(update={"due": past})], by="王工", note="改", seen=3)
    move(editor, 4, stage="talks", due=past, evidence=[{"note": "已见面"}])
    assert (lead(editor)["stage"], lead(editor)["due"]) == ("talks", None)


def test_who_comes_too_late_is_told_of_the_other_first(
    editor: TestClient, other: TestClient
) -> None:
    begin(editor)
    move(editor, 2, stage="talks")

    assert move(other, 2, stage="contact").status_code == 409


def test_what_is_not_named_stays_and_null_empties(editor: TestClient) -> None:
    begin(editor, note="先寄资料", targets=["甲厂", "乙厂"])
    move(editor, 2, note=None)

    kept = lead(editor)
    assert (kept["note"], kept["targets"], kept["owner"]) == (None, ["甲厂", "乙厂"], "招商一科")


def test_two_officers_on_one_lead_lose_nothing(editor: TestClient, other: TestClient) -> None:
    begin(editor)
    assert move(editor, 2, stage="contact").status_code == 200

    late = move(other, 2, note="已约下周见面")

    assert late.status_code == 409
    (conflict,) = late.json()["conflicts"]
    assert (conflict["seen"]["stage"], conflict["now"]["stage"]) == ("study", "contact")
    assert conflict["by"] == "王工"
    assert move(other, 3, note="已约下周见面").status_code == 200
    assert (lead(editor)["stage"], lead(editor)["note"]) == ("contact", "已约下周见面")


def test_two_officers_who_begin_at_once_see_one_another(
    editor: TestClient, other: TestClient
) -> None:
    assert begin(editor).status_code == 200
    assert begin(other, owner="招商二科").status_code == 200

    found = editor.get(f"{API}/leads").json()
    assert found["owners"] == {"招商一科": 1, "招商二科": 1}


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"due": "2020-01-01"}, "due"),
        ({"due": "2027-02-30"}, "due"),
        ({"owner": "  "}, "owner"),
        ({"owner": "张科长 138-0000-0000"}, "电话"),
        ({"note": "联系１３８０００００000"}, "电话"),
        ({"park": "青溪省"}, "青溪省"),
        ({"stage": "dreaming"}, "stage"),
        ({"targets": ["x" * 201]}, "targets"),
    ],
)
def test_what_cannot_be_is_refused_and_says_where(
    editor: TestClient, said: dict[str, object], where: str
) -> None:
    response = begin(editor, **said)  # type: ignore[arg-type] # none is `seen` or `gap`

    assert response.status_code in {404, 422}
    assert where in response.text
    assert editor.get(f"{API}/leads").json()["total"] == 0


def test_a_credit_code_is_no_telephone_number(editor: TestClient) -> None:
    assert begin(editor, note="信用代码 91500117138000000X").status_code == 200


@pytest.mark.parametrize("stage", ["study", "ended"])
def test_going_back_or_ending_needs_a_reason(editor: TestClient, stage: str) -> None:
    begin(editor, stage="talks")

    refused = move(editor, 2, stage=stage)

    assert refused.status_code == 422
    assert refused.json()["type"].endswith("reason-needed")
    assert move(editor, 2, stage=stage, reason="对方换了负责人").status_code == 200
    assert editor.get(f"{API}/history").json()["items"][0]["note"] == "对方换了负责人"


def test_a_target_that_is_here_already_is_remarked(editor: TestClient) -> None:
    said = begin(editor, targets=["飞轮车业有限公司", "江北同步带厂"])

    kept = lead(editor)
    assert [(each["code"], each["refs"][0]["id"]) for each in kept["remarks"]] == [  # type: ignore[attr-defined]
        ("local_target", "flywheel")
    ]
    assert said.json()["remarks"] == kept["remarks"]
    assert [each["status"] for each in kept["firms"]] == ["operating", None]  # type: ignore[attr-defined]


def test_a_gap_that_closed_is_remarked_and_a_landed_lead_says_what_to_do(
    editor: TestClient,
) -> None:
    begin(editor, gap="derived.qingxi.chain")
    path = f"{API}/leads/lead.derived.qingxi.chain.2"
    assert editor.get(path).json()["remarks"] == []
    body: dict[str, object] = {"stage": "producing", "evidence": [SEEN]}
    editor.post(path, json=body, headers={"If-Match": '"2"'})

    assert [each["code"] for each in editor.get(path).json()["remarks"]] == ["landed"]

    body = {"values": {"status": "operating"}, "reason": "已投产", "evidence": [SEEN]}
    said = editor.post(
        f"{API}/facts/enterprise:shuntong_chain/corrections", json=body, headers={"If-Match": '"3"'}
    )
    assert said.status_code == 200, said.text
    assert editor.get(path).json()["remarks"] == []
    again = begin(editor, 4, gap="derived.qingxi.chain")
    assert again.json()["type"].endswith("gap-closed")
    assert "现为“本地在产”" in again.json()["detail"]
    body = {"stage": "talks", "reason": "记错了", "evidence": [SEEN]}
    editor.post(path, json=body, headers={"If-Match": '"4"'})
    assert [each["code"] for each in editor.get(path).json()["remarks"]] == ["gap_closed"]


def test_a_lead_is_withdrawn_and_its_end_undone(editor: TestClient) -> None:
    begin(editor)

    assert withdraw(editor, 2, f"lead:{LEAD}").status_code == 200
    assert editor.get(f"{API}/leads/{LEAD}").status_code == 404
    assert undo(editor, 3, 3).status_code == 200
    assert lead(editor)["owner"] == "招商一科"


def test_the_list_takes_its_filters_and_the_latest_come_first(
    store: GraphStore, tmp_path: Path
) -> None:
    client = client_of("editor", store, tmp_path)
    begin(client, due=str(TODAY))
    begin(client, 2, gap="derived.qingxi.chain", owner="招商二科", stage="contact")

    def ids(query: str) -> list[str]:
        return [each["id"] for each in client.get(f"{API}/leads?{query}").json()["items"]]

    chain = "lead.derived.qingxi.chain.3"
    assert ids("") == [LEAD, chain]
    assert ids("owner=招商二科") == ids("stage=contact") == [chain]
    assert ids("chain=自行车&overdue=false") == [LEAD, chain]
    assert ids("overdue=true") == []


def test_a_gap_offers_whom_to_ask_and_where_it_fits(editor: TestClient) -> None:
    begin(editor)

    found = editor.get(f"{API}/gaps/belt_makers/leads").json()

    assert [each["id"] for each in found["items"]] == [LEAD]
    assert [(e["segment"]["id"], [m["id"] for m in e["makers"]]) for e in found["buyers"]] == [
        ("bicycle", ["flywheel"])
    ]
    assert found["sellers"] == []


def test_what_a_gap_is_not_takes_no_lead(editor: TestClient) -> None:
    assert begin(editor, gap="nothing").status_code == 404


def test_a_trial_says_what_is_remarked_and_writes_nothing(editor: TestClient) -> None:
    said = {"owner": "招商一科", "targets": ["飞轮车业"], "evidence": [SEEN]}
    path = f"{API}/gaps/belt_makers/leads?apply=false"
    tried = editor.post(path, json=said, headers={"If-Match": '"1"'}).json()

    assert [each["code"] for each in tried["remarks"]] == ["local_target"]
    assert editor.get(f"{API}/leads").json()["total"] == 0


def test_readers_begin_none(store: GraphStore, tmp_path: Path) -> None:
    assert begin(client_of("reader", store, tmp_path)).status_code == 403
