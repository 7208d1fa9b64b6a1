"""`/priority` and `/land`: sums, weights of one's own, what is refused, and the gap list beside."""

from typing import Any

import pytest
from starlette.testclient import TestClient

API = "/api/v1"
Json = Any
"""As the server sends it."""


def asked(client: TestClient, path: str, **query: object) -> Json:
    answer = client.get(API + path, params={each: str(value) for each, value in query.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_score_is_the_sum_of_what_it_consists_of(hechuan: TestClient) -> None:
    body = asked(hechuan, "/priority", limit=1000)

    assert body["total"] == len(body["items"]) > 100
    for item in body["items"]:
        parts = item["priority"]["contributions"]
        assert sum(each["points"] for each in parts) == pytest.approx(
            item["priority"]["score"], abs=1e-9
        )
        assert all((each["value"] is None) == (each["weight"] == 0) for each in parts)


def test_the_answer_says_what_it_needs_to_be_asked_again(hechuan: TestClient) -> None:
    first = asked(hechuan, "/priority", weights="chains:40", seed=7, limit=5)
    again = asked(
        hechuan,
        "/priority",
        weights=",".join(f"{name}:{weight:.9f}" for name, weight in first["weights"].items()),
        preset=first["preset"],
        seed=first["seed"],
        limit=5,
    )

    assert {"version", "region", "boundary", "inputs", "horizon", "draws"} <= first.keys()
    assert [each["id"] for each in again["items"]] == [each["id"] for each in first["items"]]
    assert [each["priority"]["acceptability"] for each in again["items"]] == [
        each["priority"]["acceptability"] for each in first["items"]
    ]


def test_the_weight_of_a_flip_gives_the_rank_that_it_says(hechuan: TestClient) -> None:
    body = asked(hechuan, "/priority", limit=8)

    for item in body["items"]:
        flip = item["flip"]
        moved = {**body["weights"], flip["criterion"]: flip["weight"]}
        weights = ",".join(f"{name}:{weight:.9f}" for name, weight in moved.items())
        found = asked(hechuan, "/priority", weights=weights, limit=1000)["items"]
        (rank,) = (each["priority"]["rank"] for each in found if each["id"] == item["id"])
        assert rank == flip["rank"] != item["priority"]["rank"]


@pytest.mark.parametrize(
    "weights", ["need:-1", "need:nan", "price:3", "need", ",".join(["need:0"] * 2)]
)
def test_weights_that_are_none_are_refused(demo: TestClient, weights: str) -> None:
    every = [
        "need",
        "families",
        "urgency",
        "certainty",
        "sort",
        "chains",
        "reach",
        "near",
        "park",
        "land",
        "target",
    ]
    given = ",".join(f"{each}:0" for each in every) if weights == "need:0,need:0" else weights
    answer = demo.get(f"{API}/priority", params={"weights": given})

    assert answer.status_code == 422
    assert answer.json()["type"].endswith("bad-parameter")
    assert "weights" in answer.json()["detail"]


def test_the_short_list_is_as_long_as_asked_and_names_no_row_twice(hechuan: TestClient) -> None:
    first = asked(hechuan, "/priority", first=12, preset="across", limit=1)["first"]
    named = [line["gap"]["id"] for line in first]

    assert len(named) == len(set(named)) == 12
    assert all(line["why"] and line["how_sure"] and line["ask"] for line in first)


def test_the_gap_list_shows_the_same_scores_and_sorts_by_them(hechuan: TestClient) -> None:
    ranked = asked(hechuan, "/priority", limit=1000)["items"]
    listed = asked(hechuan, "/gaps", sort="priority", limit=1000)["items"]
    scores = {each["id"]: each["priority"]["score"] for each in ranked}
    shown = {each["id"]: each["priority"] for each in listed}
    confirmed = [each for each in listed if each["standing"] == "confirmed"]

    assert {id_: each["score"] for id_, each in shown.items() if each} == scores
    assert [each["priority"]["rank"] for each in confirmed] == sorted(
        each["priority"]["rank"] for each in confirmed
    )
    assert "acceptability" not in confirmed[0]["priority"]


def test_parks_show_what_they_state_and_unknown_land_is_null(hechuan: TestClient) -> None:
    body = asked(hechuan, "/land")
    parks = {each["region"]["id"]: each for each in body["parks"]}

    assert parks["shuanghuai"]["free_land_mu"] == 1545
    assert parks["tianding"]["free_land_mu"] is None
    assert {each["chain"]["id"] for each in parks["tianding"]["cells"]} == {
        "vehicle", "auto_parts", "motorcycle", "auto_aftermarket", "glassware",
    }  # fmt: skip
    assert {each["id"] for each in body["homeless"]} == {
        "natural_gas", "general_machinery", "elevator", "moulds",
    }  # fmt: skip
