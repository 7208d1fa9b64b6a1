"""Who is let in: openly on this machine, by token elsewhere, for writing always."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import application, client_of

API = "/api/v1"
CHAINS = f"{API}/chains"


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.9.1"])
def test_everybody_reads_on_this_machine(store: GraphStore, host: str) -> None:
    assert TestClient(application(store, host=host)).get(CHAINS).status_code == 200


@pytest.mark.parametrize(
    "settings",
    [{"host": "192.0.2.1"}, {"host": "0.0.0.0"}, {"host": "::"}, {"reading": "tokens"}],  # noqa: S104
)
def test_elsewhere_reading_needs_a_token(
    store: GraphStore, tokens: Tokens, settings: dict[str, str]
) -> None:
    _, secret = tokens.new("reader")
    client = TestClient(application(store, tokens=tokens.file, **settings))

    refused = client.get(CHAINS)

    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == 'Bearer realm="liantu"'
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["type"] == "urn:liantu:problem:token-needed"
    assert client.get(CHAINS, headers=bearer(secret)).status_code == 200
    assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize("path", ["/", "/gaps", f"{API}/datasets", f"{API}/export/gaps.csv"])
def test_without_a_tokens_file_nobody_reads_elsewhere(store: GraphStore, path: str) -> None:
    assert TestClient(application(store, host="192.0.2.1")).get(path).status_code == 401


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("[::1]:8000", 200),
        ("office-pc", 200),
        ("evil.example", 401),
        ("evil.example:8000", 401),
        ("127.0.0.1.evil.example", 401),
        ("[::1].evil.example", 401),
        ("localhost:x", 401),
        ("[", 401),
    ],
)
def test_a_name_of_the_internet_that_leads_here_opens_nothing(
    store: GraphStore, tokens: Tokens, host: str, status: int
) -> None:
    _, secret = tokens.new("reader")
    client = TestClient(application(store, tokens=tokens.file))

    assert client.get(CHAINS, headers={"Host": host}).status_code == status
    with_token = client.get(CHAINS, headers={"Host": host, **bearer(secret)})
    assert with_token.status_code == 200


@pytest.mark.parametrize("secret", ["liantu_wrong", "", "令牌".encode().decode("latin-1"), "a b"])
def test_a_token_that_is_none_is_refused_even_where_reading_is_open(
    store: GraphStore, tokens: Tokens, secret: str
) -> None:
    tokens.new("reader")
    client = TestClient(application(store, tokens=tokens.file))

    refused = client.get(CHAINS, headers=[(b"Authorization", f"Bearer {secret}".encode("latin-1"))])

    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == 'Bearer realm="liantu", error="invalid_token"'


def test_another_kind_of_authorization_says_nothing_to_us(store: GraphStore) -> None:
    client = TestClient(application(store))

    assert client.get(CHAINS, headers={"Authorization": "Basic eDp5"}).status_code == 200


def test_the_word_bearer_may_be_written_small(store: GraphStore, tokens: Tokens) -> None:
    _, secret = tokens.new("reader")
    client = TestClient(application(store, tokens=tokens.file, reading="tokens"))

    assert client.get(CHAINS, headers={"Authorization": f"bearer {secret}"}).status_code == 200


def test_a_running_application_notices_new_and_revoked_tokens(
    store: GraphStore, tokens: Tokens, file: Path
) -> None:
    client = TestClient(application(store, tokens=file, reading="tokens"))
    token, secret = Tokens(file).new("reader")

    before = client.get(CHAINS, headers=bearer(secret)).status_code
    tokens.revoke(token.id)

    assert before == 200
    assert client.get(CHAINS, headers=bearer(secret)).status_code == 401


def test_a_broken_tokens_file_lets_nobody_in_and_says_so(
    store: GraphStore, tokens: Tokens, file: Path
) -> None:
    _, secret = tokens.new("admin")
    file.write_text("{")
    client = TestClient(application(store, tokens=file))

    refused = client.get(CHAINS, headers=bearer(secret))

    assert refused.status_code == 503
    assert refused.json()["type"] == "urn:liantu:problem:tokens-unusable"


def test_the_refusal_speaks_the_language_of_the_request(store: GraphStore) -> None:
    client = TestClient(application(store, reading="tokens"))

    assert "只读令牌" in client.get(CHAINS).json()["detail"]
    english = client.get(CHAINS, headers={"Accept-Language": "en"}).json()["detail"]
    assert "token of role reader" in english


def test_a_token_reads_what_nobody_may(store: GraphStore, tmp_path: Path) -> None:
    client = client_of("reader", store, tmp_path, reading="tokens")

    assert client.get("/").status_code == 200
