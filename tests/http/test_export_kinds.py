"""Every kind of file over HTTP: what it is called, how it comes, what it takes."""

import io
import json
import zipfile

import pytest
from starlette.testclient import TestClient

from api.exports import FILES
from graph.store import GraphStore
from tests.http.conftest import application

API = "/api/v1/export"
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "gaps.csv": "text/csv; charset=utf-8",
    "gaps.xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "verify.xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "enterprises.csv": "text/csv; charset=utf-8",
    "enterprises.xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "handover.xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "chain-report.html": "text/html; charset=utf-8",
    "chain-report.docx": f"{OFFICE}.wordprocessingml.document",
    "chain-report.pptx": f"{OFFICE}.presentationml.presentation",
    "leads.ics": "text/calendar; charset=utf-8",
    "graph.graphml": "application/graphml+xml; charset=utf-8",
    "graph.gexf": "application/gexf+xml; charset=utf-8",
    "graph.json": "application/json",
    "graph.cypher": "text/plain; charset=utf-8",
    "graph.html": "text/html; charset=utf-8",
}


def test_these_are_all_the_kinds() -> None:
    assert set(FILES) == set(MEDIA_TYPES)


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_a_file_says_its_type_and_name_and_is_not_sent_twice(demo: TestClient, kind: str) -> None:
    first = demo.get(f"{API}/{kind}")
    again = demo.get(f"{API}/{kind}", headers={"If-None-Match": first.headers["etag"]})

    assert first.status_code == 200
    assert first.headers["content-type"] == MEDIA_TYPES[kind]
    assert first.headers["content-disposition"] == f'attachment; filename="{kind}"'
    assert len(first.content) > 100
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_a_head_request_gets_no_body(demo: TestClient, kind: str) -> None:
    response = demo.head(f"{API}/{kind}")

    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("kind", [kind for kind in MEDIA_TYPES if not kind.endswith(".xlsx")])
def test_the_same_question_gives_the_same_bytes(demo: TestClient, kind: str) -> None:
    one = demo.get(f"{API}/{kind}", headers={"Accept-Encoding": "gzip"})
    other = demo.get(f"{API}/{kind}?lang=zh", headers={"Accept-Encoding": "identity"})

    assert one.content == other.content


def test_a_long_script_comes_compressed_where_the_client_can_read_it(hechuan: TestClient) -> None:
    response = hechuan.get(f"{API}/graph.cypher", headers={"Accept-Encoding": "gzip"})

    assert response.headers["content-encoding"] == "gzip"
    assert response.text.count("CREATE (:Segment") > 900


def test_a_stream_asked_for_again_is_the_same_file(store: GraphStore) -> None:
    """The first is made while it is sent, the second comes as it was kept."""
    client = TestClient(application(store))
    first, second = (client.get(f"{API}/graph.cypher") for _ in range(2))
    again = client.get(f"{API}/graph.cypher", headers={"If-None-Match": second.headers["etag"]})

    assert first.content == second.content
    assert first.headers["etag"] == second.headers["etag"]
    assert second.headers["content-disposition"] == 'attachment; filename="graph.cypher"'
    assert again.status_code == 304


def test_files_follow_the_terms_of_the_question(demo: TestClient) -> None:
    graph = demo.get(f"{API}/graph.json", params={"boundary": "none"}).json()
    gaps = {node["fact"] for node in graph["nodes"] if node["type"] == "gap"}

    assert gaps == {"belt_makers", "derived.qingxi.chain", "derived.qingxi.tube"}
    assert graph["graph"]["boundary"] == "none"


def test_a_workbook_holds_only_the_gaps_wanted(demo: TestClient) -> None:
    content = demo.get(f"{API}/gaps.xlsx", params={"origin": "derived", "rows": "gaps"}).content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        text = "".join(book.read(n).decode() for n in book.namelist() if n.endswith(".xml"))

    assert "derived.qingxi.chain" in text
    assert "belt_makers" not in text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("graph.json?kind=missing", 422),
        ("verify.xlsx?chain=bicycle", 422),
        ("graph.html?sort=name", 422),
        ("graph.html?chain=nothing", 404),
        ("gaps.xlsx?boundary=everything", 422),
        ("graph.cypher?inputs=love", 422),
        ("graph.gexf?region=nothing", 404),
        ("graph.docx", 404),
    ],
)
def test_what_a_file_does_not_take_is_a_problem(demo: TestClient, path: str, status: int) -> None:
    response = demo.get(f"{API}/{path}")

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert "content-disposition" not in response.headers


def test_a_kind_that_is_none_gets_the_kinds_there_are(demo: TestClient) -> None:
    assert demo.get(f"{API}/graph.docx").json()["suggestions"] == list(MEDIA_TYPES)


def test_english_names_come_in_english(demo: TestClient) -> None:
    nodes = demo.get(f"{API}/graph.json?lang=en").json()["nodes"]
    gap = next(node for node in nodes if node["fact"] == "derived.qingxi.chain")

    assert gap["name"] == "Drive chain"
    assert json.dumps(nodes)
