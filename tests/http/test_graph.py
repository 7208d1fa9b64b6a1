"""The graph around a record: who is in it, where it stands, what was left out."""

import pytest
from starlette.testclient import TestClient

API = "/api/v1/graph"
Body = dict[str, list[dict[str, object]]]


def ask(client: TestClient, **params: str | int) -> Body:
    response = client.get(API, params=params)
    assert response.status_code == 200
    return response.json()  # type: ignore[no-any-return] # JSON


def ids(body: Body) -> set[object]:
    return {node["id"] for node in body["nodes"]}


def relations(body: Body) -> set[tuple[object, object, object]]:
    return {(e["source"], e["relation"], e["target"]) for e in body["edges"]}


def test_one_step_from_the_bicycle_are_its_inputs_maker_and_gaps(demo: TestClient) -> None:
    body = ask(demo, center="自行车")

    assert ids(body) == {
        "bicycle",
        "frame",
        "chain",
        "belt",
        "flywheel",
        "belt_makers",
        "derived.qingxi.chain",
    }
    assert ("chain", "supplies", "bicycle") in relations(body)
    assert ("flywheel", "makes", "bicycle") in relations(body)
    assert ("belt_makers", "blocks", "bicycle") in relations(body)
    assert ("belt_makers", "gap_on", "belt") in relations(body)
    assert not body["truncated"]


def test_each_step_goes_one_relation_further(demo: TestClient) -> None:
    one, two = (ids(ask(demo, center="bicycle", hops=hops, types="segment")) for hops in (1, 2))

    assert one == {"bicycle", "frame", "chain", "belt"}
    assert two == one | {"tube"}


def test_an_edge_tells_whether_it_is_essential_and_what_it_rests_on(demo: TestClient) -> None:
    edges = {(e["source"], e["target"]): e for e in ask(demo, center="tube")["edges"]}

    assert edges["tube", "frame"]["essential"] is True
    assert edges["tube", "frame"]["basis"] == "reference"
    assert edges["steel_tube", "tube"]["relation"] == "kind_of"
    assert edges["steel_tube", "tube"]["essential"] is None


def test_a_computed_gap_hangs_on_edges_that_say_derived(demo: TestClient) -> None:
    edges = ask(demo, center="derived.qingxi.chain")["edges"]

    assert {
        (e["relation"], e["basis"]) for e in edges if e["source"] == "derived.qingxi.chain"
    } == {
        ("gap_on", "derived"),
        ("blocks", "derived"),
    }


def test_status_is_that_of_the_type(demo: TestClient) -> None:
    status = {node["id"]: node["status"] for node in ask(demo, center="bicycle")["nodes"]}

    assert status["bicycle"] == "made"
    assert status["frame"] is None
    assert status["chain"] == "developing"
    assert status["flywheel"] == "operating"
    assert status["belt_makers"] == "confirmed"


def test_nodes_that_share_an_id_are_told_apart_by_their_type(demo: TestClient) -> None:
    body = ask(demo, center="bicycle", types="segment,chain")
    nodes = {node["id"]: (node["type"], node["record"]) for node in body["nodes"]}

    assert nodes["bicycle"] == ("segment", "bicycle")
    assert nodes["chain:bicycle"] == ("chain", "bicycle")
    assert ("bicycle", "in_chain", "chain:bicycle") in relations(body)


def test_a_type_before_the_name_says_which_record_is_meant(demo: TestClient) -> None:
    body = ask(demo, center="chain:自行车", types="industry")

    assert ids(body) == {"chain:bicycle", "light_vehicles"}


def test_a_limit_keeps_the_center_and_says_that_more_is_there(demo: TestClient) -> None:
    body = ask(demo, center="bicycle", limit=3)

    assert len(body["nodes"]) == 3
    assert body["nodes"][0]["id"] == "bicycle"
    assert body["truncated"]


def test_without_a_center_it_is_everything(demo: TestClient) -> None:
    body = ask(demo, types="segment,enterprise,gap,chain,industry,region")

    assert len(body["nodes"]) == 6 + 2 + 2 + 1 + 1 + 2


@pytest.mark.parametrize(
    "params",
    [
        {"center": "气凝胶", "hops": 2},
        {"chain": "auto_parts", "limit": 500},
        {"limit": 1000},
    ],
)
def test_ids_are_unique_edges_lead_to_nodes_and_no_two_nodes_share_a_place(
    hechuan: TestClient, params: dict[str, str | int]
) -> None:
    body = ask(hechuan, **params)
    listed = [node["id"] for node in body["nodes"]]
    places = {(node["x"], node["y"]) for node in body["nodes"]}

    assert len(listed) == len(set(listed)) == len(places) > 20
    assert {e[end] for e in body["edges"] for end in ("source", "target")} <= set(listed)


def test_the_same_request_gives_the_same_places(hechuan: TestClient) -> None:
    params: dict[str, str | int] = {"center": "气凝胶", "hops": 2, "limit": 200}
    first = hechuan.get(API, params=params)
    again = hechuan.get(API, params=params | {"lang": "zh"})  # another tag: computed again

    assert first.json()["nodes"] == again.json()["nodes"]


def test_a_stage_stands_left_of_the_next(demo: TestClient) -> None:
    x = {node["id"]: float(str(node["x"])) for node in ask(demo, types="segment")["nodes"]}

    assert max(x["tube"], x["steel_tube"]) < min(x["frame"], x["chain"], x["belt"]) < x["bicycle"]


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"center": "nothing like this"}, 404),
        ({"center": "gap:nothing"}, 404),
        ({"center": "bicycle", "hops": "0"}, 422),
        ({"center": "bicycle", "hops": "10"}, 422),
        ({"center": "bicycle", "limit": "0"}, 422),
        ({"center": "bicycle", "limit": "1001"}, 422),
        ({"types": "segment,love"}, 422),
        ({"types": ""}, 422),
        ({"chain": "nothing"}, 404),
        ({"boundary": "everything"}, 422),
        ({"center": ""}, 422),
    ],
)
def test_a_wrong_request_is_a_problem(
    demo: TestClient, params: dict[str, str], status: int
) -> None:
    response = demo.get(API, params=params)

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
