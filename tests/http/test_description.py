"""The OpenAPI description and docs/api.md say what the program does."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
PREFIX = "/api/v1"


@pytest.fixture(scope="module")
def description(demo: TestClient) -> dict[str, dict[str, dict[str, dict[str, dict[str, object]]]]]:
    return demo.get("/openapi.json").json()  # type: ignore[no-any-return] # JSON


Description = dict[str, dict[str, dict[str, dict[str, dict[str, object]]]]]


def test_it_is_openapi_3_1(description: Description) -> None:
    assert str(description["openapi"]).startswith("3.1")


def test_every_route_describes_its_problems_and_no_error_of_the_framework(
    description: Description,
) -> None:
    for path, operations in description["paths"].items():
        responses = operations["get"]["responses"]
        for status in ("404", "422", "503"):
            assert "application/problem+json" in str(responses[status]), path
    assert "HTTPValidationError" not in str(description)
    assert "Problem" in description["components"]["schemas"]


def test_a_list_describes_its_stale_cursor(description: Description) -> None:
    assert "410" in description["paths"][f"{PREFIX}/gaps"]["get"]["responses"]
    assert "410" not in description["paths"][f"{PREFIX}/missing"]["get"]["responses"]


def test_every_reference_of_the_description_leads_somewhere(description: Description) -> None:
    named = set(re.findall(r"'#/components/schemas/([^']+)'", str(description)))

    assert named <= set(description["components"]["schemas"])


def test_every_route_has_a_sentence(description: Description) -> None:
    silent = [
        path
        for path, operations in description["paths"].items()
        if not operations["get"].get("description")
    ]

    assert silent == []


def documented() -> dict[str, set[str]]:
    """The routes of docs/api.md with their parameters: rows that begin with `GET …?a&b`."""
    rows = re.findall(r"^\| `GET ([^`?]+)(?:\?([^`]*))?` \|", DOCS.read_text("utf-8"), re.MULTILINE)
    return {path: set(filter(None, query.split("&"))) for path, query in rows}


def test_the_page_lists_exactly_the_routes_there_are(description: Description) -> None:
    paths = {path.removeprefix(PREFIX) for path in description["paths"]}

    assert set(documented()) == paths


@pytest.mark.parametrize("path", documented() if DOCS.exists() else [])
def test_the_page_lists_exactly_the_parameters_of_a_route(
    description: Description, path: str
) -> None:
    listed: object = description["paths"][PREFIX + path]["get"].get("parameters", [])
    assert isinstance(listed, list)
    taken = {each["name"] for each in listed if each["in"] == "query"}
    common = {"dataset", "lang", "limit", "cursor", "region", "boundary", "inputs", "horizon"}

    assert documented()[path] == taken - common


def test_the_page_of_the_interface_asks_nobody_outside(demo: TestClient) -> None:
    page, start = demo.get("/docs").text, demo.get("/docs/start.js").text

    assert "://" not in page
    assert "://" not in start
    assert "validatorUrl: null" in start
    assert demo.get("/redoc").status_code == 404
