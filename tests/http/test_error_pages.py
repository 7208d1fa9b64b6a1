"""A page that cannot be shown says what happened and what to do."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.model import Enterprise
from graph.store import GraphStore
from tests.http.conftest import application, filled
from tests.support import REPORTED, enterprise
from viz.queries import ADVISED
from viz.texts import errors

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_every_status_with_an_advice_has_its_words() -> None:
    assert {f"advice_{status}" for status in ADVISED} == {
        key for key in errors.TEXTS if key.startswith("advice_")
    }


@pytest.mark.parametrize("path", ["/segments/twine", "/chains/twine", "/enterprises/twine"])
def test_a_record_that_is_not_there_can_be_searched_for(demo: TestClient, path: str) -> None:
    answer = demo.get(path, headers=BROWSER)

    assert answer.status_code == 404
    assert 'href="/search?q=twine"' in answer.text
    assert "出自旧版数据" in answer.text


def test_the_way_out_of_an_unknown_dataset_does_not_lead_back(demo: TestClient) -> None:
    answer = demo.get("/?dataset=nowhere&lang=en", headers=BROWSER)

    assert answer.status_code == 404
    assert "dataset=nowhere" not in answer.text.split("<main", 1)[1]
    assert 'href="/?lang=en"' in answer.text


def test_a_page_of_a_version_that_is_gone_leads_to_the_first_page(store: GraphStore) -> None:
    client = TestClient(application(store))
    store.report("demo", [maker_of_belts()], by="tester", note="first")
    cursor = client.get("/api/v1/history?limit=1").json()["next"]
    store.report("demo", [maker_of_belts("belts_too")], by="tester", note="later")
    answer = client.get("/history", params={"cursor": cursor}, headers=BROWSER)

    assert answer.status_code == 410
    assert 'href="/history"' in answer.text.split("<main", 1)[1]


def maker_of_belts(id_: str = "belts") -> Enterprise:
    return enterprise(id_, region="qingxi", evidence=REPORTED)


def test_a_store_that_went_away_is_said_and_can_be_tried_again(tmp_path: Path) -> None:
    with filled(tmp_path, "demo") as store:
        client = TestClient(application(store), raise_server_exceptions=False)
        assert client.get("/gaps", headers=BROWSER).status_code == 200
        for file in filter(Path.is_file, tmp_path.glob("store.sqlite*")):
            file.write_bytes(b"no longer a store" * 1000)
        answer = client.get("/gaps?kind=weak", headers=BROWSER)

        assert answer.status_code == 503
        assert "数据没有丢失" in answer.text
        assert 'href="/gaps?kind=weak"' in answer.text
