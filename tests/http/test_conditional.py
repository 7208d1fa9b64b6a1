"""An answer that a client has already is not sent, nor even computed."""

import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from graph.store import GraphStore
from tests.http.conftest import application, filled

API = "/api/v1"


def test_the_same_answer_has_the_same_tag_and_is_not_sent_twice(demo: TestClient) -> None:
    first = demo.get(f"{API}/chains")
    again = demo.get(f"{API}/chains", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["etag"].startswith('"')
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_another_tag_gets_the_whole_answer(demo: TestClient) -> None:
    response = demo.get(f"{API}/chains", headers={"If-None-Match": '"another"'})

    assert response.status_code == 200


def test_a_tag_changes_with_language_query_and_path(demo: TestClient) -> None:
    tags = {
        demo.get(f"{API}/missing", params={"segment": "bicycle"}).headers["etag"],
        demo.get(f"{API}/missing", params={"segment": "frame"}).headers["etag"],
        demo.get(f"{API}/missing", params={"segment": "bicycle", "lang": "en"}).headers["etag"],
        demo.get(f"{API}/why-not", params={"segment": "bicycle"}).headers["etag"],
    }

    assert len(tags) == 4


def test_the_order_of_parameters_does_not_matter(demo: TestClient) -> None:
    one = demo.get(f"{API}/gaps?kind=missing&origin=derived")
    other = demo.get(f"{API}/gaps?origin=derived&kind=missing")

    assert one.headers["etag"] == other.headers["etag"]


def test_a_known_answer_needs_no_network(store: GraphStore) -> None:
    before = TestClient(application(store))
    tag = before.get(f"{API}/chains").headers["etag"]
    restarted = application(store)

    response = TestClient(restarted).get(f"{API}/chains", headers={"If-None-Match": tag})

    assert response.status_code == 304
    assert restarted.state.services.workspaces.compiled == 0


def test_a_compressed_answer_says_the_same_under_a_tag_of_its_own(hechuan: TestClient) -> None:
    plain = hechuan.get(f"{API}/gaps", headers={"Accept-Encoding": "identity"})
    with hechuan.stream("GET", f"{API}/gaps", headers={"Accept-Encoding": "gzip"}) as zipped:
        sent = b"".join(zipped.iter_raw())

    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(sent) == plain.content
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in plain.headers["vary"]
    assert "Accept-Language" in plain.headers["vary"]


def test_head_gives_the_headers_without_the_answer(demo: TestClient) -> None:
    get, head = demo.get(f"{API}/chains"), demo.head(f"{API}/chains")

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["etag"] == get.headers["etag"]


def test_eight_clients_who_ask_first_get_the_same(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with filled(tmp_path_factory.mktemp("eight"), "demo") as store:
        client = TestClient(application(store))
        with ThreadPoolExecutor(8) as pool:
            found = list(
                pool.map(lambda _: client.get(f"{API}/missing?segment=bicycle").content, range(16))
            )

    assert len(set(found)) == 1


def test_answers_that_were_kept_do_not_mix(hechuan: TestClient) -> None:
    first = [hechuan.get(f"{API}/chains/{id_}").content for id_ in ("aerogel", "cement")]
    again = [hechuan.get(f"{API}/chains/{id_}").content for id_ in ("aerogel", "cement")]

    assert first == again
    assert first[0] != first[1]
