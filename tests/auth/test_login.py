"""Logging in and out in a browser, as far as no browser is needed for it."""

import re
from html import unescape
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.auth.sessions import SECONDS, TRIES, TRY_SECONDS, Failures, Sessions
from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import application

PAGE = {"Accept": "text/html", "Origin": "http://testserver"}


@pytest.fixture
def client(store: GraphStore, tokens: Tokens) -> TestClient:
    app = application(store, tokens=tokens.file, reading="tokens")
    return TestClient(app, headers=PAGE, follow_redirects=False)


def log_in(client: TestClient, secret: str, onward: str = "/gaps?kind=risk") -> None:
    answer = client.post("/login", data={"token": secret, "next": onward})
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == onward


def test_a_reader_logs_in_reads_and_logs_out(client: TestClient, tokens: Tokens) -> None:
    _, secret = tokens.new("reader", "李工")
    before = client.get("/gaps").status_code
    log_in(client, secret)
    page = client.get("/gaps")
    api = client.get("/api/v1/chains")
    out = client.post("/logout")

    assert before == 401
    assert (page.status_code, api.status_code) == (200, 200)
    assert "李工" in page.text
    assert out.headers["location"] == "/login"
    assert client.get("/gaps").status_code == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_is_not_the_token(
    client: TestClient, tokens: Tokens
) -> None:
    _, secret = tokens.new("editor")
    answer = client.post("/login", data={"token": secret})
    cookie = SimpleCookie(answer.headers["set-cookie"])["liantu_session"]

    assert cookie["httponly"]
    assert cookie["samesite"].lower() == "strict"
    assert cookie["path"] == "/"
    assert not cookie["max-age"]
    assert not cookie["secure"]
    assert cookie.value not in {"", secret}
    assert secret not in answer.headers["set-cookie"]


def test_over_tls_the_cookie_goes_over_tls_only(store: GraphStore, tokens: Tokens) -> None:
    _, secret = tokens.new("editor")
    app = application(store, tokens=tokens.file)
    secure = TestClient(app, base_url="https://office", follow_redirects=False)

    answer = secure.post("/login", data={"token": secret}, headers={"Origin": "https://office"})

    assert SimpleCookie(answer.headers["set-cookie"])["liantu_session"]["secure"]


def test_after_logging_out_the_old_cookie_opens_nothing(client: TestClient, tokens: Tokens) -> None:
    _, secret = tokens.new("reader")
    log_in(client, secret)
    cookie = client.cookies["liantu_session"]
    client.post("/logout")

    assert client.get("/gaps", headers={"Cookie": f"liantu_session={cookie}"}).status_code == 401


def test_revoking_the_token_ends_the_session(client: TestClient, tokens: Tokens) -> None:
    token, secret = tokens.new("reader")
    log_in(client, secret)
    before = client.get("/gaps").status_code

    tokens.revoke(token.id)

    assert before == 200
    assert client.get("/gaps").status_code == 401


def test_a_session_that_ended_reads_like_anybody_where_reading_is_open(
    store: GraphStore, tokens: Tokens
) -> None:
    client = TestClient(application(store, tokens=tokens.file))

    assert client.get("/", headers={"Cookie": "liantu_session=old"}).status_code == 200


@pytest.mark.parametrize("secret", ["", "wrong", "'; DROP TABLE x", "<script>alert(1)</script>"])
def test_a_wrong_token_is_told_above_the_form_and_not_repeated(
    client: TestClient, tokens: Tokens, secret: str
) -> None:
    tokens.new("reader")
    answer = client.post("/login", data={"token": secret, "next": "/gaps"})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "set-cookie" not in answer.headers
    assert "令牌无效" in answer.text
    assert 'name="next" value="/gaps"' in answer.text
    if secret:
        assert secret not in answer.text


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "/a\r\nSet-Cookie: x=y",
        "/login?next=/",
        "",
    ],
)
def test_nobody_is_sent_elsewhere_after_logging_in(
    client: TestClient, tokens: Tokens, onward: str
) -> None:
    _, secret = tokens.new("reader")

    answer = client.post("/login", data={"token": secret, "next": onward})

    assert answer.headers["location"] == "/"


def test_a_page_that_needs_a_token_shows_the_form_and_leads_back(client: TestClient) -> None:
    answer = client.get("/gaps", params={"kind": "risk", "q": '"><b>'})

    assert answer.status_code == 401
    assert 'action="/login"' in answer.text
    assert 'name="next" value="/gaps?kind=risk&amp;q=%22%3E%3Cb%3E"' in answer.text
    assert "<b>" not in answer.text


def test_before_any_dataset_is_read_the_login_page_tells_nothing_of_it(client: TestClient) -> None:
    page = client.get("/login").text

    assert "自行车" not in page
    assert "liantu token new editor" in page


def test_ten_wrong_tokens_make_an_address_wait(client: TestClient, tokens: Tokens) -> None:
    _, secret = tokens.new("reader")
    for _ in range(10):
        assert client.post("/login", data={"token": "wrong"}).status_code == 401

    refused = client.post("/login", data={"token": secret})

    assert refused.status_code == 429
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert client.get("/gaps", headers={"Authorization": f"Bearer {secret}"}).status_code == 200


def test_a_minute_later_the_address_may_try_again() -> None:
    now = 0.0
    failures = Failures(lambda: now)
    for _ in range(TRIES):
        failures.note("a")

    assert failures.wait("a") > 0
    assert failures.wait("b") == 0
    now = TRY_SECONDS + 1
    assert failures.wait("a") == 0


def test_a_session_ends_after_a_working_day() -> None:
    now = 0.0
    sessions = Sessions(lambda: now)
    cookie = sessions.begin("token")

    now = SECONDS - 1
    assert sessions.token(cookie) == "token"
    now = SECONDS + 1
    assert sessions.token(cookie) is None


def test_a_session_survives_a_restart(
    store: GraphStore, client: TestClient, tokens: Tokens, file: Path
) -> None:
    _, secret = tokens.new("reader", "李工")
    log_in(client, secret)
    cookie = {"Cookie": f"liantu_session={client.cookies['liantu_session']}"}

    again = TestClient(application(store, tokens=file, reading="tokens"), headers=PAGE | cookie)

    assert "李工" in again.get("/gaps").text
    kept = file.with_name("sessions.json")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert client.cookies["liantu_session"] not in kept.read_text("utf-8")
    assert again.post("/logout", follow_redirects=False).status_code == 303
    later = TestClient(application(store, tokens=file, reading="tokens"), headers=PAGE | cookie)
    assert later.get("/gaps").status_code == 401


@pytest.mark.parametrize("spoilt", ["others may write it", "it is none"])
def test_sessions_that_somebody_else_may_have_written_log_nobody_in(
    tmp_path: Path, spoilt: str
) -> None:
    file = tmp_path / "sessions.json"
    cookie = Sessions(file=file).begin("token")
    if spoilt == "it is none":
        file.write_text("{")
    else:
        file.chmod(0o666)

    assert Sessions(file=file).token(cookie) is None


def test_a_form_sent_after_the_session_ended_goes_through_the_login(
    store: GraphStore, client: TestClient, tokens: Tokens
) -> None:
    """What was typed is in the page that asks for the token, and in the one after it."""
    _, secret = tokens.new("editor", "王工")
    typed = {"version": "1", "verdict": "refute", "reason": "不实 <b>&amp;", "due": ""}
    typed |= {"known": "问过车间", "as_of": "2026-05"}
    refused = client.post("/gaps/belt_makers/judge?boundary=none", data=typed)
    asked = hidden(refused.text)
    wrong = client.post("/login", data=asked | {"token": "wrong"})
    shown = client.post("/login", data=hidden(wrong.text) | {"token": secret})
    sent = client.post(action(shown.text), data=hidden(shown.text))

    assert (refused.status_code, wrong.status_code, shown.status_code) == (401, 401, 200)
    assert hidden(shown.text) == typed
    assert "不实 &lt;b&gt;" in shown.text
    assert action(shown.text) == "/gaps/belt_makers/judge?boundary=none"
    assert sent.status_code == 303
    (judged,) = store.read("demo").judgements.values()
    assert judged.reason == typed["reason"]


def test_a_form_of_another_site_is_not_kept(client: TestClient, tokens: Tokens) -> None:
    tokens.new("editor")
    evil = {"Origin": "http://evil.example"}

    refused = client.post("/gaps/x/judge", data={"reason": "植入"}, headers=evil)

    assert refused.status_code in {401, 403}
    assert "植入" not in refused.text


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the page's own form."""
    form = page[page.index("<main") :]
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form)
    return {unescape(name): unescape(value) for name, value in found}


def action(page: str) -> str:
    form = page[page.index("<main") :]
    return unescape(re.findall(r'method="post" action="([^"]*)"', form)[0])


def test_sessions_and_failures_do_not_fill_the_memory() -> None:
    sessions, failures = Sessions(), Failures()
    first = sessions.begin("token")
    for number in range(1000):
        sessions.begin("token")
        failures.note(str(number))
        failures.note(f"{number}x")

    assert sessions.token(first) is None
    assert len(sessions._open) == len(failures._times) == 1000


def test_a_cookie_writes_only_from_a_page_of_ours(client: TestClient, tokens: Tokens) -> None:
    _, secret = tokens.new("reader")
    log_in(client, secret)
    del client.headers["Origin"]

    assert client.post("/logout").status_code == 403
    assert client.post("/logout", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get("/gaps").status_code == 200
    assert client.post("/logout", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303


def test_a_page_made_for_one_is_not_shown_to_another(
    store: GraphStore, tokens: Tokens, file: Path
) -> None:
    _, secret = tokens.new("editor", "王工")
    app = application(store, tokens=file)
    hers = TestClient(app, headers=PAGE)
    hers.post("/login", data={"token": secret})
    page = hers.get("/gaps")
    anybodys = TestClient(app).get("/gaps")

    assert "王工" in page.text
    assert "王工" not in anybodys.text
    assert page.headers["etag"] != anybodys.headers["etag"]


def test_the_login_page_says_who_is_logged_in(client: TestClient, tokens: Tokens) -> None:
    _, secret = tokens.new("editor", "<i>王工</i>")
    log_in(client, secret)
    page = client.get("/login").text

    assert "&lt;i&gt;王工&lt;/i&gt;" in page
    assert "<i>" not in page
    assert "角色：编辑" in page
    assert 'action="/logout"' in page
