"""Lists come in pages; a cursor belongs to its version and its list."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import seeds
from graph.load import load_dataset
from graph.store import GraphStore, open_store
from tests.http.conftest import application

API = "/api/v1"
LISTS = ("segments", "enterprises", "gaps", "documents", "documents/plan/passages")


@pytest.mark.parametrize("path", LISTS)
def test_pages_put_together_are_the_whole_list(hechuan: TestClient, path: str) -> None:
    whole = hechuan.get(f"{API}/{path}", params={"limit": 1000}).json()
    items, cursor = [], None
    while True:
        params = {"limit": "37"} | ({"cursor": cursor} if cursor else {})
        page = hechuan.get(f"{API}/{path}", params=params).json()
        assert page["total"] == whole["total"]
        assert len(page["items"]) <= 37
        items += page["items"]
        cursor = page["next"]
        if cursor is None:
            break

    assert len(items) == whole["total"]
    assert items[:1000] == whole["items"]  # as many as a page may hold


def test_a_page_holds_a_hundred_items_unless_told_otherwise(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/segments").json()

    assert len(body["items"]) == 100
    assert body["total"] > 100


@pytest.mark.parametrize("limit", ["0", "1001", "-1", "x"])
def test_a_limit_beyond_the_bounds_is_refused(demo: TestClient, limit: str) -> None:
    response = demo.get(f"{API}/segments", params={"limit": limit})

    assert response.status_code == 422
    assert response.json()["errors"][0]["parameter"] == "limit"


@pytest.mark.parametrize("cursor", ["x", "!!!", "1:2:3", "MTow", "é"])
def test_a_cursor_that_is_none_is_refused(demo: TestClient, cursor: str) -> None:
    response = demo.get(f"{API}/segments", params={"cursor": cursor})

    assert response.status_code == 422
    assert response.json()["type"] == "urn:liantu:problem:bad-parameter"


def test_a_cursor_of_another_list_or_filter_is_refused(demo: TestClient) -> None:
    cursor = demo.get(f"{API}/segments", params={"limit": 2}).json()["next"]

    filtered = demo.get(f"{API}/segments", params={"cursor": cursor, "stage": "midstream"})
    other = demo.get(f"{API}/gaps", params={"cursor": cursor})

    assert (filtered.status_code, other.status_code) == (422, 422)


def another_edition(folder: Path) -> Path:
    """The demo with one more alias: what another process might load."""
    copy = folder / "demo"
    shutil.copytree(seeds.FOLDER / "demo", copy)
    file = copy / "bicycle.yaml"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("name: 自行车\n", "name: 自行车\n    aliases: [脚踏车]\n", 1), "utf-8"
    )
    return copy


def test_a_load_by_another_process_is_noticed_and_ends_old_cursors(
    store: GraphStore, tmp_path: Path
) -> None:
    client = TestClient(application(store))
    first = client.get(f"{API}/segments", params={"limit": 2})

    with open_store(store.uri) as other:
        other.load(load_dataset(another_edition(tmp_path)))
    second = client.get(f"{API}/segments", params={"limit": 2})
    stale = client.get(f"{API}/segments", params={"limit": 2, "cursor": first.json()["next"]})

    assert (first.json()["version"], second.json()["version"]) == (1, 2)
    assert first.headers["etag"] != second.headers["etag"]
    assert stale.status_code == 410
    assert stale.json()["type"] == "urn:liantu:problem:stale-cursor"
    assert client.get(f"{API}/missing", params={"segment": "脚踏车"}).status_code == 200


def test_lists_are_sorted_as_asked_and_know_no_other_order(hechuan: TestClient) -> None:
    statuses = ["made", "present", "developing", "sought", "absent", "unknown", None]
    found = hechuan.get(f"{API}/segments", params={"sort": "status", "limit": 1000}).json()["items"]
    places = [statuses.index(each["local_status"]) for each in found]
    firms = hechuan.get(f"{API}/enterprises", params={"sort": "products"}).json()["items"]
    products = [len(each["makes"]) for each in firms]

    assert places == sorted(places)
    assert products == sorted(products, reverse=True)
    assert hechuan.get(f"{API}/segments", params={"sort": "colour"}).status_code == 422
    assert hechuan.get(f"{API}/enterprises", params={"sort": "colour"}).status_code == 422
