"""The queue over HTTP, worked out by hand on the demo: see `tests.proposals.lists`."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.edits.conftest import editor, other, store
from tests.http.conftest import client_of
from tests.proposals.lists import API, LIST, WAITING, decide, ids, keep, undo, waiting

__all__ = ["editor", "other", "store"]
ANSWERS = ("segments", "gaps", "enterprises", "chains", "verify", "missing?segment=bicycle")


@pytest.fixture
def queued(editor: TestClient) -> TestClient:
    assert keep(editor, as_of="2026-06-30").json()["version"] == 2
    return editor


def answers(client: TestClient) -> list[Any]:
    """First answers, without the version that every body says."""
    bodies = [client.get(f"{API}/{each}").json() for each in ANSWERS]
    return [{**body, "version": 0} for body in bodies]


def test_what_a_list_proposes_waits_with_its_words(queued: TestClient) -> None:
    items = waiting(queued)

    assert {(e["firm"]["name"], e["segment"]["id"]): e["strength"] for e in items} == WAITING
    tube = next(e for e in items if e["firm"]["id"] == "flywheel")
    because = {"table": "名单.csv", "row": 2, "column": "主要业务活动", "phrase": "管材制造"}
    assert because.items() <= tube["because"][0].items()
    assert (tube["known"], tube["local_status"], tube["decision"]) == (True, "unknown", None)


def test_the_firm_with_most_strong_ones_comes_first(queued: TestClient) -> None:
    body = queued.get(f"{API}/proposals").json()

    assert [e["firm"]["name"] for e in body["items"]] == [
        "大河链条厂",
        "大河链条厂",
        "飞轮车业",
        "河湾五金",
    ]
    assert body["strengths"] == {"strong": 3, "medium": 1, "weak": 0}
    assert (body["firms"], body["segments"]) == (3, 3)


def test_by_segment_the_one_with_most_comes_first(queued: TestClient) -> None:
    segments = [e["segment"]["id"] for e in waiting(queued, "?by=segment")]

    assert segments == ["tube", "tube", "belt", "chain"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?firm=大河链条厂", 2),
        ("?firm=flywheel", 1),
        ("?segment=管材", 2),
        ("?strength=medium", 1),
        ("?segment=管材&strength=strong", 1),
        ("?state=refused", 0),
    ],
)
def test_it_can_be_narrowed(queued: TestClient, query: str, found: int) -> None:
    assert len(waiting(queued, query)) == found


def test_it_comes_page_by_page(queued: TestClient) -> None:
    first = queued.get(f"{API}/proposals?limit=3").json()
    rest = queued.get(f"{API}/proposals?limit=3&cursor={first['next']}").json()

    assert (first["total"], len(first["items"]), len(rest["items"])) == (4, 3, 1)
    assert rest["next"] is None


def test_a_confirmed_one_is_a_fact_with_its_phrase(queued: TestClient) -> None:
    belt = ids(queued)["大河链条厂", "belt"]

    done = decide(queued, 2, confirm=[belt])

    assert (done.status_code, done.json()["version"]) == (200, 3)
    segment = queued.get(f"{API}/segments/belt").json()
    assert (segment["local_status"], segment["makers"][0]["name"]) == ("made", "大河链条厂")
    firm = queued.get(f"{API}/enterprises/{segment['makers'][0]['id']}").json()
    (proof,) = firm["makes"][0]["evidence"]
    assert (proof["basis"], proof["table"], proof["row"]) == ("reported", "名单.csv", 3)
    assert (proof["as_of"], proof["by"]) == ("2026-06-30", "王工")
    assert "同步带" in proof["note"]
    assert ("大河链条厂", "belt") not in ids(queued)
    (confirmed,) = waiting(queued, "?state=confirmed")
    assert confirmed["decision"]["by"] == "王工"


def test_decisions_are_one_edit_and_one_undo(queued: TestClient) -> None:
    before, there = answers(queued), ids(queued)
    yes = [there["大河链条厂", "belt"], there["大河链条厂", "chain"]]

    done = decide(queued, 2, confirm=yes, refuse=[there["飞轮车业", "tube"]])
    changed = answers(queued)
    undone = undo(queued, 3, 3)

    assert (done.json()["version"], undone.json()["version"]) == (3, 4)
    assert changed != before
    assert answers(queued) == before
    assert ids(queued) == there


def test_refusing_changes_nothing_but_the_queue(queued: TestClient) -> None:
    before, there = answers(queued), ids(queued)

    decide(queued, 2, refuse=list(there.values()))

    assert answers(queued) == before
    assert waiting(queued) == []
    assert len(waiting(queued, "?state=refused")) == 4


def test_a_refused_one_is_not_asked_again_until_the_words_change(queued: TestClient) -> None:
    decide(queued, 2, refuse=[ids(queued)["飞轮车业", "tube"]])

    moved = "备注\n" + LIST.replace("小溪商贸,链条销售,\n", "")
    keep(queued, moved, name="另一份.csv")
    assert ("飞轮车业", "tube") not in ids(queued)

    keep(queued, LIST.replace("自行车、管材制造", "精密管材的生产"))
    (again,) = [e for e in waiting(queued) if e["firm"]["id"] == "flywheel"]
    assert (again["segment"]["id"], again["again"]) == ("tube", True)


def test_what_was_refused_can_be_confirmed_and_not_the_other_way(queued: TestClient) -> None:
    tube = ids(queued)["飞轮车业", "tube"]
    decide(queued, 2, refuse=[tube])

    confirmed = decide(queued, 3, confirm=[tube])
    refused = decide(queued, 4, refuse=[tube])

    assert confirmed.status_code == 200
    assert queued.get(f"{API}/segments/tube").json()["local_status"] == "made"
    assert refused.status_code == 422
    assert "已确认" in refused.json()["detail"]


def test_one_unknown_id_stops_them_all_and_the_nearest_is_named(queued: TestClient) -> None:
    belt = ids(queued)["大河链条厂", "belt"]

    refused = decide(queued, 2, confirm=[belt, belt.replace("belt", "bellt")])

    assert refused.status_code == 404
    assert refused.json()["suggestions"][0] == belt
    assert len(ids(queued)) == 4


@pytest.mark.parametrize(
    "said", [{}, {"confirm": ["a"], "refuse": ["a"]}, {"confirm": "all"}, {"maybe": []}]
)
def test_a_wrong_decision_is_refused(queued: TestClient, said: dict[str, object]) -> None:
    assert decide(queued, 2, **said).status_code == 422


def test_who_comes_too_late_is_told_both_versions(queued: TestClient, other: TestClient) -> None:
    belt = ids(queued)["大河链条厂", "belt"]
    decide(queued, 2, refuse=[belt])

    late = decide(other, 2, confirm=[belt])

    assert late.status_code == 409
    assert queued.get(f"{API}/segments/belt").json()["local_status"] == "sought"


def test_what_it_would_change_can_be_seen_first(queued: TestClient) -> None:
    belt = ids(queued)["大河链条厂", "belt"]

    seen = queued.post(
        f"{API}/proposals/decisions?apply=false",
        json={"confirm": [belt]},
        headers={"If-Match": '"2"'},
    ).json()

    assert [each["id"] for each in seen["answers"]["closed"]] == [
        "belt_makers",
        "derived.qingxi.chain",
    ]
    assert queued.get(f"{API}/datasets").json()["items"][0]["version"] == 2


def test_readers_see_neither_the_queue_nor_the_words(
    queued: TestClient, store: GraphStore, tmp_path: Path
) -> None:
    decide(queued, 2, refuse=[ids(queued)["河湾五金", "tube"]])
    reader = client_of("reader", store, tmp_path)

    assert reader.get(f"{API}/proposals").status_code == 403
    assert keep(reader).status_code == 403
    assert decide(reader, 3, refuse=["x"]).status_code == 403
    for path in ("history", "history/2", "history/3", "enterprises", "search?q=河湾五金"):
        assert "河湾五金" not in reader.get(f"{API}/{path}").text


def test_a_name_that_may_be_a_known_firm_is_left_out_until_a_person_says(
    editor: TestClient,
) -> None:
    text = "企业名称,主要业务活动\n飞轮车业二厂,链条制造\n"

    told = keep(editor, text).json()
    assert "flywheel" in told["skipped"][0]["why"]
    assert waiting(editor) == []

    keep(editor, text, choose="飞轮车业二厂=new")
    assert [e["known"] for e in waiting(editor)] == [False]
    keep(editor, text, choose="飞轮车业二厂=flywheel")
    assert [e["firm"]["id"] for e in waiting(editor)] == ["flywheel"]


def test_a_list_replaces_the_one_of_its_name_and_an_older_one_does_not(
    queued: TestClient,
) -> None:
    older = keep(queued, as_of="2025-06-30")
    newer = keep(queued, LIST.replace("河湾五金,管材制造,\n", ""), as_of="2026-12-31")

    assert older.status_code == 422
    assert (newer.json()["gone"], len(ids(queued))) == (1, 3)


def test_the_same_list_again_makes_no_version(queued: TestClient) -> None:
    assert keep(queued, as_of="2026-06-30").json()["version"] == 2


@pytest.mark.parametrize("name", ["飞轮", "大河"])
def test_an_unknown_firm_is_answered_with_the_nearest(queued: TestClient, name: str) -> None:
    problem = queued.get(f"{API}/proposals?firm={name}").json()

    assert problem["status"] == 404
    assert [each for each in problem["suggestions"] if name in each]


def test_a_list_kept_by_who_saw_an_older_version_is_refused(queued: TestClient) -> None:
    late = queued.post(
        f"{API}/proposals/lists",
        files={"files": ("名单.csv", LIST.replace("管材", "链轮"))},
        headers={"If-Match": '"1"'},
    )

    assert (late.status_code, late.json()["seen"], late.json()["current"]) == (409, 1, 2)
    assert len(waiting(queued)) == len(WAITING)
