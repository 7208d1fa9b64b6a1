"""Past versions asked again, and two versions compared: by hand, on a bicycle and its frame."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.answers.shapes.diff import DiffBody
from graph.model import Enterprise
from graph.store import GraphStore, open_store
from tests.http.conftest import application, client_of, filled
from tests.http.test_pages import BROWSER
from tests.support import (
    chain,
    claim,
    dataset,
    document,
    group,
    industry,
    maker,
    membership,
    region,
    reported,
    seed,
    segment,
    source,
)

API = "/api/v1"
RECORDS = (
    document(),
    source(),
    region(),
    industry(),
    chain("bikes"),
    *map(segment, ("bike", "frame", "tube")),
    membership("bikes", "bike", "downstream"),
    membership("bikes", "frame", "midstream"),
    group("bike", "frame"),
    group("frame", "tube"),
    *maker("acme", "bike"),
    claim("frame", "absent"),
)
"""A bike is made here, its frame is lacking: one confirmed gap."""


def laid(folder: Path) -> GraphStore:
    """Version 2: somebody found a frame maker; version 3: the bicycle maker closed."""
    store = open_store(f"sqlite:///{folder / 'store.sqlite'}")
    store.load(seed(*RECORDS, dataset=dataset("county")))
    found = claim("frame", "present", evidence=reported("2026-06-01"))
    store.report("county", [found], by="王工", note="走访")
    acme = store.read("county").enterprises["acme"]
    closed = acme.model_copy(update={"status": "suspended", "evidence": reported("2026-07-01")})
    store.report("county", [closed], by="李工", note="停产")
    return store


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with laid(tmp_path_factory.mktemp("county")) as store:
        yield TestClient(application(store))


def standing(client: TestClient, version: str) -> dict[str, str]:
    body = client.get(f"{API}/gaps{version}").json()
    return {each["id"]: each["standing"] for each in body["items"]}


def test_a_past_version_gives_the_answers_of_its_time(county: TestClient) -> None:
    """First the frame is lacking; then the tube behind it is asked about, for the frame at last."""
    assert standing(county, "?version=1") == {"derived.district.frame": "confirmed"}
    assert standing(county, "?version=2") == {"derived.district.tube": "to_settle"}
    assert standing(county, "?version=3") == standing(county, "")


def test_an_answer_says_which_version_it_is_of(county: TestClient) -> None:
    old = county.get(f"{API}/segments/frame?version=1")
    new = county.get(f"{API}/segments/frame")

    assert (old.json()["version"], old.json()["local_status"]) == (1, "absent")
    assert (new.json()["version"], new.json()["local_status"]) == (3, "present")
    assert old.headers["ETag"].startswith('"1-')
    again = county.get(f"{API}/segments/frame", headers={"If-None-Match": old.headers["ETag"]})
    assert again.status_code == 200


def test_a_list_of_a_past_version_goes_on_in_it(county: TestClient) -> None:
    first = county.get(f"{API}/segments?version=1&limit=2").json()
    rest = county.get(f"{API}/segments?version=1&limit=2&cursor={first['next']}").json()

    assert [each["id"] for each in (*first["items"], *rest["items"])] == ["bike", "frame", "tube"]
    stale = county.get(f"{API}/segments?limit=2&cursor={first['next']}")
    assert stale.status_code == 410


@pytest.mark.parametrize(("version", "status"), [("4", 404), ("0", 422), ("one", 422), ("-1", 422)])
def test_a_version_that_never_was_is_refused(county: TestClient, version: str, status: int) -> None:
    assert county.get(f"{API}/gaps?version={version}").status_code == status
    assert county.get(f"/gaps?version={version}", headers=BROWSER).status_code == status


def test_a_version_that_is_kept_no_longer_is_gone_and_says_what_to_do(tmp_path: Path) -> None:
    laid(tmp_path).close()
    with sqlite3.connect(tmp_path / "store.sqlite") as file:
        file.execute("DELETE FROM versions WHERE number = 1")

    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as store:
        problem = TestClient(application(store)).get(f"{API}/gaps?version=1")

    assert (problem.status_code, problem.json()["type"]) == (410, "urn:liantu:problem:version-gone")
    assert "最早可查的是版本 2" in problem.json()["detail"]


ASKED_BY_POST = {"/api/v1/what-if", "/api/v1/choose"}
"""Questions that are too long for an address; they write nothing."""


def test_every_reading_route_of_a_dataset_takes_a_version_and_no_writing_one(
    county: TestClient,
) -> None:
    paths = county.get("/openapi.json").json()["paths"]

    def taken(operation: dict[str, list[dict[str, str]]], name: str) -> bool:
        told = operation.get("parameters", [])
        return any((each["name"], each["in"]) == (name, "query") for each in told)

    without = {
        (path, method)
        for path, operations in paths.items()
        for method, operation in operations.items()
        if taken(operation, "dataset")
        and taken(operation, "version") != (method == "get" or path in ASKED_BY_POST)
    }
    assert without == set()


def test_nobody_writes_to_a_version_that_is_past(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        editor = client_of("editor", store, tmp_path)
        said = {"verdict": "confirm", "reason": "走访"}
        answer = editor.post(
            f"{API}/gaps/belt_makers/judgements?version=1", json=said, headers={"If-Match": '"1"'}
        )

        assert answer.status_code == 422
        assert store.current("demo").number == 1


# Pages


def test_a_page_of_a_past_version_says_so_and_its_links_stay_there(county: TestClient) -> None:
    gap = county.get(f"{API}/gaps?version=1&chain=bikes").json()["items"][0]["id"]
    page = county.get(f"/gaps?version=1&chain=bikes&gap={gap}", headers=BROWSER).text

    assert "这是第 1 版" in page
    assert "现行的是第 3 版" in page
    assert f'href="/gaps?chain=bikes&amp;gap={gap}"' in page  # the current one
    assert 'href="/diff?from=1"' in page
    assert 'href="/segments/frame?version=1"' in page
    assert '<input type="hidden" name="version" value="1">' in page


def test_a_page_of_the_current_version_says_nothing_of_versions(county: TestClient) -> None:
    for address in ("/gaps", "/gaps?version=3", "/gaps?version="):
        assert "现行的是第" not in county.get(address, headers=BROWSER).text


# Two versions


def difference(client: TestClient, query: str) -> DiffBody:
    answer = client.get(f"{API}/diff{query}")
    assert answer.status_code == 200, answer.text
    return DiffBody.model_validate_json(answer.text)


def gaps(body: DiffBody) -> list[tuple[str, str, list[str]]]:
    return [(each.gap.id, each.action, [e.id for e in each.because]) for each in body.gaps]


def test_a_gap_closes_by_the_fact_that_says_so_and_the_next_opens_behind_it(
    county: TestClient,
) -> None:
    body = difference(county, "?from=1&to=2")
    cause = ["claim.district.frame.present"]

    assert (body.facts, body.total) == ({"added": 1, "removed": 0, "changed": 0}, 1)
    assert sorted(gaps(body)) == [
        ("derived.district.frame", "closed", cause),
        ("derived.district.tube", "opened", cause),
    ]
    assert [each.chain.id for each in body.chains] == ["bikes"]


def test_a_closed_firm_changes_no_gap_that_another_product_has(county: TestClient) -> None:
    """The frame is here and waits for the tube, with or without the bicycle."""
    body = difference(county, "?from=2&to=3")
    (item,) = body.items

    assert (item.id, item.action) == ("acme", "changed")
    assert isinstance(item.before, Enterprise)
    assert isinstance(item.after, Enterprise)
    assert (item.before.status, item.after.status) == ("operating", "suspended")
    assert gaps(body) == []


def test_the_way_back_is_the_opposite(county: TestClient) -> None:
    there, back = difference(county, "?from=1&to=2"), difference(county, "?from=2&to=1")
    opposite = {"opened": "closed", "closed": "opened", "moved": "moved"}

    assert back.facts == {"added": 0, "removed": 1, "changed": 0}
    assert [(id_, opposite[action]) for id_, action, _ in gaps(there)] == [
        (id_, action) for id_, action, _ in gaps(back)
    ]


def test_by_default_the_newest_version_is_compared_with_the_one_before(county: TestClient) -> None:
    newest, older = difference(county, ""), difference(county, "?version=2")

    assert (newest.before.version, newest.after.version) == (2, 3)
    assert (older.before.version, older.after.version) == (1, 2)


def test_a_version_does_not_differ_from_itself(county: TestClient) -> None:
    body = difference(county, "?from=2&to=2")

    assert (body.items, body.gaps, body.chains) == ((), (), ())


@pytest.mark.parametrize("query", ["?from=9", "?to=9"])
def test_versions_that_never_were_cannot_be_compared(county: TestClient, query: str) -> None:
    assert county.get(f"{API}/diff{query}").status_code == 404


def test_the_page_tells_the_gap_with_its_fact(county: TestClient) -> None:
    page = county.get("/diff?from=1&to=2", headers=BROWSER).text

    assert "补链清单新增1、移出1" in "".join(re.sub("<[^>]+>", "", page).split())
    assert 'href="#fact-claim-claim.district.frame.present"' in page
    assert 'id="fact-claim-claim.district.frame.present"' in page


def test_a_chain_over_time_is_what_was_worked_out_by_hand(county: TestClient) -> None:
    """First the frame is lacking, then the tube is asked about, at last nobody named makes any.

    The tube is asked about still: whoever has the frames needs it.
    """
    body = county.get(f"{API}/chains/bikes/history").json()

    assert [
        (each["version"], each["confirmed_gaps"], each["open_questions"], each["makers"])
        for each in body["items"]
    ] == [(1, 1, 0, 1), (2, 0, 1, 1), (3, 0, 1, 0)]
    assert body["looked_at"] == 3
    past = county.get(f"{API}/chains/bikes/history?version=2").json()
    assert past["items"] == body["items"][:2]
    assert county.get(f"{API}/chains/none/history").status_code == 404


def test_the_page_of_a_chain_leads_to_its_history_where_there_is_one(
    county: TestClient, demo: TestClient
) -> None:
    page = county.get("/chains/bikes/history", headers=BROWSER).text

    assert 'href="/chains/bikes/history"' in county.get("/chains/bikes", headers=BROWSER).text
    assert "/history" not in demo.get("/chains/bicycle").text.partition("<main")[2]
    assert re.search("确认缺口.*→", re.sub("<[^>]+>", "", page))
    assert page.count("<polyline") == 3
    assert [len(re.findall(f">第 {n} 版", page)) for n in (1, 2, 3)] == [2, 2, 2]
    alone = demo.get("/chains/bicycle/history", headers=BROWSER).text
    assert "<polyline" not in alone
