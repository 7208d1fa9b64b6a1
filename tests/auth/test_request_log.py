"""One line per request, by an id that the answer carries as well."""

import logging
import re

import pytest
from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import application

LINE = re.compile(r"([0-9a-f]{16}|[\w.-]{1,64}) ([A-Z]+) (\S+) (\d{3}) (\d+) ms")


@pytest.fixture
def client(store: GraphStore, tokens: Tokens) -> TestClient:
    return TestClient(application(store, tokens=tokens.file), raise_server_exceptions=False)


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger="liantu.requests")
    return caplog


def test_a_request_is_one_line_with_the_id_of_its_answer(
    client: TestClient, lines: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/api/v1/missing", params={"segment": "bicycle"})
    found = LINE.fullmatch(lines.messages[0])

    assert len(lines.messages) == 1
    assert found is not None
    assert found.groups()[:4] == (
        answer.headers["x-request-id"], "GET", "/api/v1/missing", "200",
    )  # fmt: skip
    assert lines.records[0].levelname == "INFO"


def test_a_problem_names_its_request(client: TestClient) -> None:
    refused = client.get("/api/v1/segments/nothing")
    failed = client.get("/api/v1/nothing", headers={"X-Request-ID": "mine-1"})

    assert refused.json()["request_id"] == refused.headers["x-request-id"]
    assert failed.json()["request_id"] == failed.headers["x-request-id"] == "mine-1"


@pytest.mark.parametrize("given", ["a b", "x" * 65, "", "é", "a;b", "<b>"])
def test_an_id_that_is_not_well_formed_is_replaced(client: TestClient, given: str) -> None:
    answer = client.get("/healthz", headers=[(b"X-Request-ID", given.encode("latin-1"))])

    assert re.fullmatch("[0-9a-f]{16}", answer.headers["x-request-id"])


def test_a_fault_is_an_error_and_its_answer_names_the_request(
    store: GraphStore, lines: pytest.LogCaptureFixture
) -> None:
    app = application(store)

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise ZeroDivisionError

    answer = TestClient(app, raise_server_exceptions=False).get("/api/v1/broken")
    record = next(each for each in lines.records if each.name == "liantu.requests")

    assert record.levelname == "ERROR"
    assert " 500 " in record.getMessage()
    assert record.getMessage().startswith(answer.headers["x-request-id"])
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


def test_no_secret_reaches_the_log(
    client: TestClient, tokens: Tokens, lines: pytest.LogCaptureFixture
) -> None:
    _, secret = tokens.new("editor")
    client.get("/api/v1/chains", headers={"Authorization": f"Bearer {secret}"})
    client.post("/login", data={"token": secret}, follow_redirects=False)
    cookie = client.cookies["liantu_session"]
    client.get("/login", params={"token": secret, "next": f"/?t={secret}"})
    client.post("/logout", headers={"Origin": "http://testserver"})

    assert len(lines.messages) >= 4
    assert secret not in lines.text
    assert cookie not in lines.text


def test_a_path_cannot_write_a_second_line(
    client: TestClient, lines: pytest.LogCaptureFixture
) -> None:
    client.get("/api/v1/segments/x%0A2026%20ERROR%20made%20up%1b[31m")

    assert len(lines.messages) == 1
    assert "\n" not in lines.messages[0]
    assert "\x1b" not in lines.messages[0]


def test_what_is_asked_all_the_time_is_for_debugging(
    client: TestClient, lines: pytest.LogCaptureFixture
) -> None:
    client.get("/healthz")
    client.get("/static/frame.css")

    assert [each.levelname for each in lines.records] == ["DEBUG", "DEBUG"]
