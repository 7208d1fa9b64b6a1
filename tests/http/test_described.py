"""Every field and parameter says what it means, with an example, and is as strict as the server."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # ships no types
from starlette.testclient import TestClient

from api.http.glossary import glossary

API = "/api/v1"
Json = Any
"""As the server sends it."""


@pytest.fixture(scope="module")
def description(demo: TestClient) -> Json:
    return demo.get("/openapi.json").json()


def fields(description: Json) -> Iterator[tuple[str, Json]]:
    for shape, schema in description["components"]["schemas"].items():
        for name, field in schema.get("properties", {}).items():
            yield f"{shape}.{name}", field


def parts(description: Json) -> Iterator[tuple[str, Json]]:
    """Parameters, and the fields of forms."""
    for path, operations in description["paths"].items():
        for operation in operations.values():
            for each in operation.get("parameters", []):
                told = {"description": each.get("description")} if "description" in each else {}
                yield f"{path} {each['name']}", {**each["schema"], **told}
            for content in operation.get("requestBody", {}).get("content", {}).values():
                for name, field in content["schema"].get("properties", {}).items():
                    yield f"{path} {name}", field


def everything(description: Json) -> list[tuple[str, Json]]:
    return [*fields(description), *parts(description)]


def test_everything_is_described_with_an_example(description: Json) -> None:
    found = everything(description)

    assert len(found) > 1000
    assert [name for name, each in found if not each.get("description")] == []
    assert [name for name, each in found if not each.get("examples")] == []


def test_every_example_is_one(description: Json) -> None:
    shapes = {"components": description["components"]}
    wrong = [
        (name, problem.message)
        for name, each in everything(description)
        for example in each.get("examples", ())
        for problem in Draft202012Validator({**each, **shapes}).iter_errors(example)
    ]

    assert wrong == []


def test_the_glossary_speaks_of_nothing_that_is_not_there(description: Json) -> None:
    named = {name for full, _ in fields(description) for name in (full, full.partition(".")[2])}

    assert set(glossary()) - named - set(description["components"]["schemas"]) == set()


def parameter(description: Json, path: str, name: str, method: str = "get") -> Json:
    listed = description["paths"][API + path][method]["parameters"]
    return next(each for each in listed if each["name"] == name)


TAKEN = {
    "boundary": {
        "traded": True,
        "none": True,
        "traded+tiers:1": True,
        "traded+tiers:99": True,
        "traded+tiers:0": False,
        "traded+tiers:100": False,
        "tiers:2": False,
        "everything": False,
        "": False,
    },
    "inputs": {
        "material": True,
        "material,energy": True,
        "service, capital": True,
        "material,": False,
        "love": False,
        "": False,
    },
    "horizon": {"now": True, "planned": True, "someday": False},
    "sort": {"standing": True, "blocks": True, "name": True, "id": True, "colour": False},
    "cursor": {"x.y": False, "!": False, "": False},
}


@pytest.mark.parametrize(
    ("name", "text", "taken"),
    [(name, text, taken) for name, texts in TAKEN.items() for text, taken in texts.items()],
)
def test_the_description_allows_what_the_server_takes(
    demo: TestClient, description: Json, name: str, text: str, taken: bool
) -> None:
    schema = parameter(description, "/gaps", name)["schema"]
    answer = demo.get(f"{API}/gaps", params={name: text})

    assert Draft202012Validator(schema).is_valid(text) == taken
    assert (answer.status_code == 200) == taken


def test_types_of_nodes_are_described_as_they_are_taken(
    demo: TestClient, description: Json
) -> None:
    pattern = str(parameter(description, "/graph", "types")["schema"]["pattern"])

    for text, taken in (("segment,gap", True), ("segment", True), ("love", False), ("", False)):
        assert bool(re.search(pattern, text)) == taken
        answer = demo.get(f"{API}/graph", params={"types": text})
        assert (answer.status_code == 200) == taken


def test_the_version_seen_is_required_where_something_is_edited(description: Json) -> None:
    required = {
        f"{method} {path.removeprefix(API)}": each["required"]
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
        for each in operation.get("parameters", [])
        if each["name"] == "If-Match"
    }

    assert required == {
        "post /gaps/{id}/judgements": True,
        "post /gaps/{id}/leads": True,
        "post /leads/{id}": True,
        "post /leads/{id}/landing": True,
        "post /facts/{id}/corrections": True,
        "delete /facts/{id}": True,
        "post /enterprises/{id}/merge": True,
        "post /enterprises/{id}/split": True,
        "post /history/{version}/undo": True,
        "delete /registers/{id}": True,
        "post /reviews": True,
        "delete /reviews": True,
        "post /proposals/decisions": True,
        "post /proposals/lists": False,  # a list that says nothing new needs none
        "post /imports": False,  # a report needs none
        "post /watching": True,
        "post /saved-lists": True,
        "post /saved-lists/{id}": True,
        "delete /saved-lists/{id}": True,
    }


def test_every_route_refuses_a_parameter_that_it_does_not_have(
    demo: TestClient, description: Json
) -> None:
    ids = {"id": "bicycle", "a": "bicycle", "b": "bicycle", "file": "gaps.csv", "version": "1"}
    ids["form"] = "svg"
    taken = []
    for path, operations in description["paths"].items():
        if "get" in operations and path != f"{API}/audit-log":  # asks who it is first
            answer = demo.get(path.format(**ids), params={"nonsense": "1"})
            named = {each["parameter"] for each in answer.json().get("errors", [])}
            taken += [path] if answer.status_code != 422 or "nonsense" not in named else []

    assert taken == []


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", f"{API}/facts/x", "DELETE, GET, HEAD"),
        ("POST", f"{API}/chains", "GET, HEAD"),
        ("GET", f"{API}/imports", "POST"),
        ("PUT", "/import", "GET, HEAD, POST"),
        ("PUT", "/gaps/x/judge", "GET, HEAD, POST"),
        ("POST", "/static/site.css", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_every_one_that_the_address_takes(
    demo: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = demo.request(method, path)

    assert answer.status_code == 405
    assert answer.headers["allow"] == allowed


@pytest.mark.parametrize(
    "page",
    [
        "/gaps?chain=&kind=&origin=&standing=&product=&sort=&cursor=&boundary=&inputs=&region=",
        "/segments?q=&chain=&stage=&status=&sort=&cursor=",
        "/enterprises?q=&chain=&status=&region=&sort=&cursor=",
        "/history?cursor=",
    ],
)
def test_a_form_that_was_left_empty_asks_for_everything(demo: TestClient, page: str) -> None:
    path = page.partition("?")[0]

    assert demo.get(page).status_code == demo.get(path).status_code == 200
