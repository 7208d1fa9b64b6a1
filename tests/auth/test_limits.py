"""What a request may bring and what every answer carries."""

import re
from collections.abc import Iterator

import pytest
from fastapi import Body, FastAPI, Request
from starlette.testclient import TestClient

from api.auth.audit_log import AuditLog
from api.auth.tokens import Tokens
from api.http.app import create_app
from api.http.limits import USUAL, BodyLimits
from api.http.problems import Problems
from api.http.services import Services, attach
from api.routes.pages.asking import problem_page
from api.serving import ServingLimits
from api.settings import Settings
from api.workspaces import Workspaces
from graph.store import GraphStore
from tests.http.conftest import application

HEADERS = {
    "content-security-policy": "default-src 'self'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture
def client(store: GraphStore) -> TestClient:
    return TestClient(application(store), raise_server_exceptions=False)


def pieces(count: int, size: int = 64 * 1024) -> Iterator[bytes]:
    for _ in range(count):
        yield b"x" * size


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_body_that_says_it_is_too_large_is_refused_unread(client: TestClient) -> None:
    read: list[int] = []

    def counted() -> Iterator[bytes]:
        for number, piece in enumerate(pieces(40)):
            read.append(number)
            yield piece

    length = {"Content-Length": str(40 * 64 * 1024)}
    refused = client.post("/login", content=b"x" * (USUAL + 1), headers=FORM)

    assert refused.status_code == 413
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["type"] == "urn:liantu:problem:too-large"
    assert client.post("/login", content=counted(), headers=FORM | length).status_code == 413


def test_a_body_that_does_not_say_how_large_it_is_ends_at_the_limit(client: TestClient) -> None:
    refused = client.post("/login", content=pieces(17), headers=FORM)

    assert refused.status_code == 413
    assert refused.headers["content-type"] == "application/problem+json"


def test_a_body_at_the_limit_is_taken(client: TestClient) -> None:
    answer = client.post("/login", content=b"a" * USUAL, headers=FORM)

    assert answer.status_code in {401, 422}


@pytest.fixture
def taking(store: GraphStore, tokens: Tokens) -> FastAPI:
    """A route that takes up to 4 MB, and counts what it was given."""
    settings = Settings(store.uri, tokens=tokens.file)
    app = FastAPI()
    workspaces = Workspaces(store, None)
    attach(app, Services(settings, store, workspaces, tokens, AuditLog(None)))
    problems, limits = Problems(problem_page), ServingLimits()
    app.add_middleware(BodyLimits, larger={"/large": 4 * USUAL}, problems=problems, limits=limits)

    @app.post("/large")
    def large(body: bytes = Body(media_type="application/octet-stream")) -> int:
        return len(body)

    @app.post("/usual")
    async def usual(request: Request) -> int:
        return len(await request.body())

    return app


def test_large_bodies_are_taken_from_who_has_a_token_only(taking: FastAPI, tokens: Tokens) -> None:
    _, secret = tokens.new("editor")
    octets = {"Content-Type": "application/octet-stream"}
    client = TestClient(taking, headers=octets)
    mine = {"Authorization": f"Bearer {secret}"}
    body = b"x" * 2 * USUAL

    assert client.post("/large", content=body, headers=mine).json() == 2 * USUAL
    assert client.post("/large", content=b"x" * (4 * USUAL + 1), headers=mine).status_code == 413
    assert client.post("/usual", content=body, headers=mine).status_code == 413
    assert client.post("/large", content=body).status_code == 401
    wrong = {"Authorization": "Bearer wrong"}
    assert client.post("/large", content=body, headers=wrong).status_code == 401


@pytest.mark.parametrize(
    "path",
    ["/", "/login", "/nothing", "/static/frame.css", "/static/no", "/docs", "/openapi.json",
     "/healthz", "/api/v1/chains", "/api/v1/nothing", "/api/v1/missing", "/docs/files/no",
     "/api/v1/export/gaps.csv"],
)  # fmt: skip
def test_every_answer_carries_the_headers_that_keep_others_out(
    client: TestClient, path: str
) -> None:
    for method in ("GET", "HEAD", "POST", "OPTIONS", "TRACE"):
        headers = client.request(method, path).headers
        assert [name for name, value in HEADERS.items() if value not in headers[name]] == []
        assert "server" not in headers


def test_a_fault_of_ours_and_a_refused_body_carry_them_too(
    store: GraphStore, client: TestClient
) -> None:
    app = application(store)

    @app.get("/api/v1/broken")
    def broken() -> None:
        raise ZeroDivisionError

    failed = TestClient(app, raise_server_exceptions=False).get("/api/v1/broken")
    refused = client.post("/login", content=b"x" * (USUAL + 1))

    for answer in (failed, refused):
        assert [n for n, value in HEADERS.items() if value not in answer.headers[n]] == []


def test_no_other_site_may_read_answers_by_script(client: TestClient) -> None:
    answer = client.options(
        "/api/v1/chains",
        headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"},
    )

    assert not [name for name in answer.headers if name.startswith("access-control-")]


INJECTED = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' OR '1'='1",
    "'; DROP TABLE records; --",
    "{{7*7}}",
    "${7*7}",
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "\x00",
    "\r\nX-Injected: yes",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "＜script＞",
    "MATCH (n) DETACH DELETE n",
)


def test_injected_text_in_every_parameter_is_text(store: GraphStore) -> None:
    app = create_app(Settings(store.uri), store)
    client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
    before = client.get("/api/v1/chains").json()
    asked = []
    for path, operations in app.openapi()["paths"].items():
        names = [each["name"] for each in operations.get("get", {}).get("parameters", ())]
        asked += [(re.sub(r"{\w+}", "x", path), name) for name in names]
    asked += [(path, name) for path in ("/", "/gaps", "/missing", "/why-not", "/search", "/login")
              for name in ("segment", "q", "chain", "region", "boundary", "next", "lang",
                           "dataset", "sort", "cursor")]  # fmt: skip

    for path, name in asked:
        for text in INJECTED if name in {"q", "next"} else ("".join(INJECTED),):
            answer = client.get(path, params={name: text}, headers={"Accept": "text/html"})
            assert answer.status_code < 500, (path, name, text)
            assert "x-injected" not in answer.headers
            assert "<script>alert" not in answer.text or "json" in answer.headers["content-type"]
            assert "<img src=x" not in answer.text or "json" in answer.headers["content-type"]
    assert client.get("/api/v1/chains").json() == before


def test_injected_text_in_a_path_or_header_is_text(client: TestClient) -> None:
    for text in INJECTED:
        for path in ("segments", "enterprises", "chains", "documents", "gaps", "export"):
            answer = client.get(f"/api/v1/{path}/{text!r}")
            assert answer.status_code in {404, 422}, (path, text)
    for name in ("Accept-Language", "If-None-Match", "Cookie", "Host", "X-Request-ID", "Origin"):
        for text in INJECTED:
            raw = text.encode("utf-8", "replace").replace(b"\r\n", b" ").replace(b"\x00", b" ")
            answer = client.get("/api/v1/chains", headers=[(name.encode(), raw)])
            assert answer.status_code < 500, (name, text)
