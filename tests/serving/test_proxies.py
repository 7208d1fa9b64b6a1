"""Behind a proxy: its word counts, nobody else's; pages lead back to where they were asked."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from api.auth.audit_log import AuditLog
from api.auth.tokens import Tokens
from api.wanted import PageWanted
from graph.store import GraphStore
from tests.http.conftest import application, filled

PROXY, STRANGER = ("10.0.0.9", 5000), ("192.0.2.7", 5000)
PAGE = {"Accept": "text/html"}
PAGES = (
    "/",
    "/gaps",
    "/graph",
    "/missing?segment=bicycle",
    "/chains/bicycle",
    "/login",
    "/nowhere",
)
ADDRESS = re.compile(r'\s(?:href|src|action|formaction|data-root|data-decisions)="(/[^"]*)"')


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with filled(tmp_path_factory.mktemp("proxied"), "demo") as opened:
        yield opened


def client(store: GraphStore, peer: tuple[str, int], **settings: object) -> TestClient:
    app = application(store, proxies=("10.0.0.0/8",), **settings)
    return TestClient(app, client=peer, headers=PAGE, follow_redirects=False)


@pytest.mark.parametrize("path", PAGES)
def test_every_address_of_a_page_lies_below_the_prefix(store: GraphStore, path: str) -> None:
    page = client(store, PROXY).get(path, headers={"X-Forwarded-Prefix": "/liantu"}).text
    found = ADDRESS.findall(page)

    assert len(found) > 10
    assert [each for each in found if not each.startswith("/liantu/")] == []


@pytest.mark.parametrize("asked", ["/gaps", "/liantu/gaps"])
def test_a_root_path_holds_whether_the_proxy_takes_it_off_or_not(
    store: GraphStore, asked: str
) -> None:
    answer = client(store, STRANGER, root_path="/liantu").get(asked)

    assert answer.status_code == 200
    assert 'href="/liantu/static/frame.css"' in answer.text


def test_the_same_page_below_two_prefixes_is_two_pages(store: GraphStore) -> None:
    asking = client(store, PROXY)
    first = asking.get("/gaps", headers={"X-Forwarded-Prefix": "/a"})
    second = asking.get("/gaps", headers={"X-Forwarded-Prefix": "/b"})

    assert 'href="/a/' in first.text
    assert 'href="/a/' not in second.text
    assert first.headers["etag"] != second.headers["etag"]


def test_files_and_the_description_are_found_below_a_prefix(store: GraphStore) -> None:
    below = client(store, STRANGER, root_path="/liantu")

    for path in ("/liantu/static/app.js", "/liantu/docs/start.js", "/liantu/openapi.json"):
        assert below.get(path).status_code == 200
    assert 'src="/liantu/docs/start.js"' in below.get("/liantu/docs").text


@pytest.mark.parametrize("prefix", ["//evil.example", "https://evil.example", '/"><script>', "/.."])
def test_a_prefix_that_is_none_is_not_taken(store: GraphStore, prefix: str) -> None:
    page = client(store, PROXY).get("/gaps", headers={"X-Forwarded-Prefix": prefix}).text

    assert 'href="/static/frame.css"' in page
    assert "evil.example" not in page


def logged_in(client: TestClient, tokens: Path, headers: dict[str, str]) -> Response:
    """What a new reader is answered who logs in on the way to the gap list."""
    _, secret = Tokens(tokens).new("reader")
    return client.post("/login", data={"token": secret, "next": "/gaps"}, headers=headers)


def test_what_a_stranger_says_of_prefix_address_and_scheme_is_not_believed(
    store: GraphStore, tmp_path: Path
) -> None:
    said = {
        "X-Forwarded-Prefix": "/evil",
        "X-Forwarded-For": "10.1.1.1",
        "X-Forwarded-Proto": "https",
    }
    tokens = tmp_path / "tokens.json"
    answer = logged_in(
        client(store, STRANGER, tokens=tokens), tokens, said | {"Origin": "http://testserver"}
    )

    assert answer.headers["location"] == "/gaps"
    assert "secure" not in answer.headers["set-cookie"].lower()
    assert addresses(tokens) == {"192.0.2.7"}


def test_what_a_proxy_says_of_them_is(store: GraphStore, tmp_path: Path) -> None:
    said = {
        "X-Forwarded-Prefix": "/liantu",
        "X-Forwarded-For": "6.6.6.6, 203.0.113.5, 10.0.0.3",
        "X-Forwarded-Proto": "https",
    }
    tokens = tmp_path / "tokens.json"
    answer = logged_in(
        client(store, PROXY, tokens=tokens), tokens, said | {"Origin": "https://testserver"}
    )

    assert answer.headers["location"] == "/liantu/gaps"
    assert "secure" in answer.headers["set-cookie"].lower()
    assert "Path=/liantu;" in answer.headers["set-cookie"]
    # The nearest that no proxy of ours is; what its client says is only said.
    assert addresses(tokens) == {"203.0.113.5"}


def addresses(tokens: Path) -> set[str]:
    return {each.address for each in AuditLog.next_to(tokens).page(PageWanted()).items}


@pytest.mark.parametrize("path", ["/gaps/", "/static", "/api/v1/chains/", "/login", "/nowhere"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_host_is_never_repeated(store: GraphStore, path: str, method: str) -> None:
    foreign = {"Host": "evil.example", "Origin": "http://other.example"}
    answer = client(store, STRANGER).request(method, path, headers=foreign)

    assert "evil.example" not in answer.text + json.dumps(dict(answer.headers))
