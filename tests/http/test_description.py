"""The OpenAPI description and docs/api.md say what the program does."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http import errors
from api.http.errors import ProblemKind

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
        for operation in operations.values():
            responses = operation["responses"]
            for status in ("404", "422", "503"):
                assert "application/problem+json" in str(responses[status]), path
    assert "HTTPValidationError" not in str(description)
    assert "Problem" in description["components"]["schemas"]


def test_what_reads_describes_its_stale_cursor_and_versions_not_kept(
    description: Description,
) -> None:
    assert "410" in description["paths"][f"{PREFIX}/gaps"]["get"]["responses"]
    assert "410" in description["paths"][f"{PREFIX}/missing"]["get"]["responses"]
    assert "410" not in description["paths"][f"{PREFIX}/datasets"]["get"]["responses"]


def test_what_edits_describes_what_it_needs_and_what_comes_too_late(
    description: Description,
) -> None:
    # Neither changes facts.
    others = {
        (f"{PREFIX}/imports/{{id}}", "delete"),
        (f"{PREFIX}/choose", "post"),
        (f"{PREFIX}/what-if", "post"),
    }
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if method != "get" and (path, method) not in others:
                for status in ("400", "403", "409", "428"):
                    assert "application/problem+json" in str(operation["responses"][status])
                assert "If-Match" in str(operation["parameters"])


def test_every_reference_of_the_description_leads_somewhere(description: Description) -> None:
    named = set(re.findall(r"'#/components/schemas/([^']+)'", str(description)))

    assert named <= set(description["components"]["schemas"])


def test_every_question_has_a_name_of_its_own_for_clients_that_are_generated(
    description: Description,
) -> None:
    names = [
        str(each["operationId"]) for path in description["paths"].values() for each in path.values()
    ]

    assert len(set(names)) == len(names)
    assert {"list_gaps", "show_segment", "withdraw_fact", "withdraw_register"} <= set(names)


def test_every_route_has_a_sentence(description: Description) -> None:
    silent = [
        path
        for path, operations in description["paths"].items()
        for operation in operations.values()
        if not operation.get("description")
    ]

    assert silent == []


Route = tuple[str, str]
"""Method and path."""


def documented() -> dict[Route, set[str]]:
    """The routes of docs/api.md with their parameters: rows that begin with `GET …?a&b`."""
    rows = re.findall(
        r"^\| `(GET|POST|DELETE) ([^`?]+)(?:\?([^`]*))?` \|", DOCS.read_text("utf-8"), re.MULTILINE
    )
    return {(method, path): set(filter(None, query.split("&"))) for method, path, query in rows}


def test_the_page_lists_exactly_the_routes_there_are(description: Description) -> None:
    routes = {
        (method.upper(), path.removeprefix(PREFIX))
        for path, operations in description["paths"].items()
        for method in operations
    }

    assert set(documented()) == routes


@pytest.mark.parametrize("route", documented() if DOCS.exists() else [], ids=" ".join)
def test_the_page_lists_exactly_the_parameters_of_a_route(
    description: Description, route: Route
) -> None:
    method, path = route
    listed: object = description["paths"][PREFIX + path][method.lower()].get("parameters", [])
    assert isinstance(listed, list)
    taken = {each["name"] for each in listed if each["in"] == "query"}
    common = {"dataset", "version", "lang", "limit", "cursor"}
    common |= {"region", "boundary", "inputs", "horizon"}

    assert documented()[route] == taken - common


def test_the_page_of_the_interface_asks_nobody_outside(demo: TestClient) -> None:
    page, start = demo.get("/docs").text, demo.get("/docs/start.js").text

    assert "://" not in page
    assert "://" not in start
    assert "validatorUrl: null" in start
    assert demo.get("/redoc").status_code == 404


def test_the_page_names_every_kind_of_problem() -> None:
    kinds = [
        *errors.KINDS.values(),
        *(each for each in vars(errors).values() if type(each) is ProblemKind),
    ]

    assert {kind.code for kind in kinds if f"`{kind.code}`" not in DOCS.read_text("utf-8")} == set()
