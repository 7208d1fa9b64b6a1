"""What is for editors alone reaches no reader, export or drawn graph, and changes no answer."""

import html
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.model import CONFIDENTIAL, RecordType
from graph.store import GraphStore
from graph.store.neo4j_patch import whole
from tests.fields.samples import everything, sample
from tests.http.conftest import client_of
from tests.support import REPORTED, dataset, decision, facts, firm_words

API = "/api/v1"
KEPT = "不可外传的用语"
TYPES = sorted(CONFIDENTIAL)
PAGES = ("/", "/history", "/verify", "/enterprises", "/exports")
ROUTES = ("history", "history/2", "datasets", "enterprises", "search?q=青溪", "graph", "verify")
FILES = ("graph.json", "graph.graphml", "graph.cypher", "graph.html", "gaps.csv")


def reported_in(store: GraphStore) -> None:
    evidence = (REPORTED[0].model_copy(update={"table": KEPT}),)
    words = firm_words("secret", KEPT, firm=KEPT, evidence=evidence)
    said = decision("secret", "frame", phrase=KEPT, firm=KEPT, evidence=evidence)
    store.report("demo", (words, said), by="王工", note="名单", seen=1)


@pytest.fixture
def reader(store: GraphStore, tmp_path: Path) -> TestClient:
    reported_in(store)
    return client_of("reader", store, tmp_path)


@pytest.mark.parametrize("path", [*PAGES, *(f"{API}/{each}" for each in ROUTES)])
def test_no_page_or_body_tells_a_reader(reader: TestClient, path: str) -> None:
    reply = reader.get(path)

    assert reply.status_code == 200
    assert KEPT not in html.unescape(reply.text)


@pytest.mark.parametrize("file", FILES)
def test_no_file_holds_it(reader: TestClient, file: str) -> None:
    reply = reader.get(f"{API}/export/{file}")

    assert reply.status_code == 200
    assert KEPT.encode() not in reply.content


@pytest.mark.parametrize("name", ["firm_words:firm_words.secret.list", "decision.secret.frame"])
def test_a_fact_is_shown_to_editors_alone(store: GraphStore, tmp_path: Path, name: str) -> None:
    reported_in(store)
    editor = client_of("editor", store, tmp_path)
    reader = TestClient(editor.app)

    for path in (f"{API}/facts/{name}", f"/facts/{name}"):
        assert KEPT in html.unescape(editor.get(path).text)
        assert reader.get(path).status_code == 404


@pytest.mark.parametrize("type_", TYPES)
def test_it_is_not_drawn_in_neo4j(type_: RecordType) -> None:
    told = str(whole(facts(*everything(), dataset=dataset(region="qingxi"))))

    assert sample(type_).id not in told


def test_it_changes_no_count_and_no_share(store: GraphStore, tmp_path: Path) -> None:
    reader = client_of("reader", store, tmp_path)
    before = reader.get(f"{API}/datasets").json()["items"][0]

    reported_in(store)

    after = reader.get(f"{API}/datasets").json()["items"][0]
    assert after["version"] == before["version"] + 1
    assert {**after, "version": 0} == {**before, "version": 0}
