"""Ties between chains and segments, questions to settle, and what stands around the chains."""

import pytest
from starlette.testclient import TestClient

API = "/api/v1"


def test_a_kind_step_is_no_supply_step(demo: TestClient) -> None:
    """Steel tube is a kind of tube, tube goes into the frame (1), that into the bicycle (2)."""
    body = demo.get(f"{API}/path", params={"from": "钢管", "to": "自行车"}).json()

    assert body["steps"] == 2
    assert [[step["segment"]["id"] for step in each] for each in body["paths"]] == [
        ["steel_tube", "tube", "frame", "bicycle"]
    ]


def test_supply_does_not_flow_back(demo: TestClient) -> None:
    body = demo.get(f"{API}/path", params={"from": "bicycle", "to": "tube"}).json()

    assert body["steps"] is None
    assert body["paths"] == []


def test_one_chain_ties_to_none(demo: TestClient) -> None:
    body = demo.get(f"{API}/synergies").json()

    assert [chain["id"] for chain in body["chains"]] == ["bicycle"]
    assert body["cells"] == []


def test_a_cell_counts_what_the_lists_behind_it_hold(hechuan: TestClient) -> None:
    cells = hechuan.get(f"{API}/synergies").json()["cells"]
    cell = next(each for each in cells if {each["a"], each["b"]} == {"aerogel", "cement"})

    pair = hechuan.get(f"{API}/synergies/{cell['a']}/{cell['b']}").json()

    assert cell["stated"] == len(pair["stated"])
    assert cell["supply"] == len(pair["supplies"]) + len(pair["supplied_by"])
    assert cell["shared_inputs"] == len(pair["shared_inputs"])
    assert cell["shared_makers"] == len(pair["shared_makers"])
    assert cell["shared_gaps"] == len(pair["shared_gaps"])


def test_ties_of_industries_are_asked_by_level(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/synergies", params={"level": "industry"}).json()
    wrong = hechuan.get(f"{API}/synergies", params={"level": "planet"})

    assert body["level"] == "industry"
    assert "aerogel" not in {each["id"] for each in body["chains"]}
    assert wrong.status_code == 422


def test_a_pair_with_an_unknown_chain_is_not_there(demo: TestClient) -> None:
    assert demo.get(f"{API}/synergies/bicycle/nothing").status_code == 404


def test_the_bicycle_hangs_on_one_maker(demo: TestClient) -> None:
    body = demo.get(f"{API}/dependence").json()

    bicycle = next(each for each in body["items"] if each["segment"]["id"] == "bicycle")
    assert [each["id"] for each in bicycle["single_makers"]] == ["flywheel"]
    assert bicycle["hhi"] == 1.0


def test_a_bicycle_gets_everything_from_outside(demo: TestClient) -> None:
    """Belt lacks or a chain is being built; the tube of the frame, welded in-house, is bought."""
    body = demo.get(f"{API}/dependence").json()

    bicycle = next(each for each in body["items"] if each["segment"]["id"] == "bicycle")
    found = {
        tuple(sorted(ref["id"] for ref in group["members"])): group["state"]
        for group in bicycle["external"]["groups"]
    }
    assert found == {("belt", "chain"): "unknown", ("tube",): "bought"}
    assert (bicycle["external"]["low"], bicycle["external"]["high"]) == (0.5, 1.0)
    assert body["single"] == 1


def test_what_a_stop_could_reach_is_counted_whole_and_named_in_part(hechuan: TestClient) -> None:
    items = hechuan.get(f"{API}/dependence", params={"limit": 1000}).json()["items"]

    assert all(len(each["reaches"]) == min(each["reach"], 20) for each in items)
    assert all(len(each["held"]) == min(each["holds"], 20) for each in items)


def test_the_closure_of_the_demo_is_that_of_its_six_segments(demo: TestClient) -> None:
    def depths(segment: str, direction: str) -> dict[str, int]:
        asked = {"segment": segment, "direction": direction}
        body = demo.get(f"{API}/closure", params=asked).json()
        assert body["total"] == len(body["items"])
        return {each["segment"]["id"]: each["depth"] for each in body["items"]}

    assert depths("自行车", "up") == {"belt": 1, "chain": 1, "frame": 1, "tube": 2, "steel_tube": 2}
    assert depths("钢管", "down") == {"frame": 1, "bicycle": 2}
    assert depths("steel_tube", "up") == {}


def test_a_depth_bounds_the_closure(demo: TestClient) -> None:
    body = demo.get(f"{API}/closure", params={"segment": "bicycle", "depth": 1}).json()

    assert {each["segment"]["id"] for each in body["items"]} == {"belt", "chain", "frame"}


def test_only_the_tube_is_worth_a_question_and_only_without_a_boundary(demo: TestClient) -> None:
    traded = demo.get(f"{API}/verify").json()
    local = demo.get(f"{API}/verify", params={"boundary": "none"}).json()

    assert traded["items"] == []
    assert [each["segment"]["id"] for each in local["items"]] == ["tube"]
    assert [each["id"] for each in local["items"][0]["ask"]] == ["flywheel"]


def test_the_firm_that_uses_the_tube_gets_a_sheet(demo: TestClient) -> None:
    body = demo.get(f"{API}/verify", params={"boundary": "none", "by": "firm"}).json()

    (sheet,) = body["items"]
    assert (sheet["firm"]["id"], body["questions"]) == ("flywheel", 1)
    assert [item["segment"]["id"] for item in sheet["questions"]] == ["tube"]


def test_regions_come_with_their_free_land(demo: TestClient) -> None:
    body = demo.get(f"{API}/regions").json()

    assert {each["id"]: each["free_land_mu"] for each in body["items"]} == {
        "hewan": 120,
        "qingxi": None,
    }


@pytest.mark.parametrize("noun", ["regions", "platforms", "projects", "indicators"])
def test_what_the_plan_names_comes_with_its_sentence(hechuan: TestClient, noun: str) -> None:
    body = hechuan.get(f"{API}/{noun}", params={"limit": 1000}).json()

    assert body["total"] == len(body["items"]) > 0
    assert all(any(e["basis"] == "stated" for e in each["evidence"]) for each in body["items"])


def test_the_value_of_an_indicator_stands_in_its_quote(hechuan: TestClient) -> None:
    body = hechuan.get(f"{API}/indicators", params={"limit": 1000}).json()

    unproved = [
        each["id"]
        for each in body["items"]
        if not any(each["printed"] in (e.get("quote") or "") for e in each["evidence"])
    ]
    assert unproved == []


def test_one_chain_of_the_matrix_keeps_its_own_pairs(hechuan: TestClient) -> None:
    whole = hechuan.get(f"{API}/synergies").json()["cells"]
    one = hechuan.get(f"{API}/synergies", params={"chain": "气凝胶"}).json()["cells"]

    assert one == [cell for cell in whole if "aerogel" in {cell["a"], cell["b"]}]
    assert hechuan.get(f"{API}/synergies", params={"chain": "nothing"}).status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("synergies/vehicle/vehicle", 422),
        ("synergies/vehicle/automotive?level=industry", 404),
        ("synergies?boundary=everything", 422),
        ("synergies?inputs=love", 422),
        ("path?from=bicycle", 422),
        ("path?from=&to=steel", 422),
        ("path?from=%D1%82%D1%80%D1%83%D0%B1%D0%B0&to=cement", 404),
        ("path?from=cement&to=nothing", 404),
        ("closure", 422),
        ("closure?segment=nothing", 404),
        ("closure?segment=cement&direction=sideways", 422),
        ("closure?segment=cement&depth=0", 422),
        ("dependence?chain=nothing", 404),
        ("dependence?region=nothing", 404),
        ("dependence?limit=0", 422),
        ("verify?boundary=traded%2Btiers:0", 422),
        ("verify?horizon=someday", 422),
        ("regions?boundary=none", 422),
        ("indicators?limit=1001", 422),
    ],
)
def test_a_wrong_question_is_a_problem(hechuan: TestClient, path: str, status: int) -> None:
    response = hechuan.get(f"{API}/{path}")

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"]


@pytest.mark.parametrize("path", ["synergies", "dependence", "verify", "graph", "path", "closure"])
def test_a_computed_answer_repeats_its_terms(demo: TestClient, path: str) -> None:
    asked = {"path": {"from": "tube", "to": "bicycle"}, "closure": {"segment": "bicycle"}}
    ends = asked.get(path, {})
    terms = {"region": "河湾园区", "boundary": "none", "inputs": "energy", "horizon": "planned"}
    body = demo.get(f"{API}/{path}", params=terms | ends).json()

    assert body["region"]["id"] == "hewan"
    assert (body["boundary"], body["inputs"], body["horizon"]) == ("none", ["energy"], "planned")


@pytest.mark.parametrize("noun", ["regions", "platforms", "projects", "indicators", "dependence"])
def test_pages_put_together_are_the_whole_list(hechuan: TestClient, noun: str) -> None:
    whole = hechuan.get(f"{API}/{noun}", params={"limit": 1000}).json()["items"]
    first = hechuan.get(f"{API}/{noun}", params={"limit": 7}).json()
    second = hechuan.get(f"{API}/{noun}", params={"limit": 1000, "cursor": first["next"]}).json()

    assert first["items"] + second["items"] == whole


def test_neighbours_come_with_their_directions(hechuan: TestClient) -> None:
    items = hechuan.get(f"{API}/regions", params={"limit": 1000}).json()["items"]
    found = {item["id"]: item["directions"] for item in items}

    cars = next(each for each in found["yongchuan"] if each["name"] == "汽摩及零部件")
    assert cars["sort"] == "develops"
    assert [ref["id"] for ref in cars["chains"]] == ["vehicle", "auto_parts", "motorcycle"]
    assert cars["evidence"][1]["quote"] == "汽摩及零部件"
    assert found["hechuan"] == []
