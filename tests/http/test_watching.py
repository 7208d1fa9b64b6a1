"""What has changed since a reader was last here: by hand, on the bicycle of `test_editions`.

Version 1: the frame is lacking; 2: it was found, one fact added, its gap closed and that of the
tube opened; 3: the maker closed, one fact changed, and the frame waits for the tube still.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from api.auth.watchers import MOST, SeenVersion, Watcher, Watchers, visitor_key
from graph.store import GraphStore
from tests.http.conftest import application
from tests.http.test_editions import laid
from tests.http.test_pages import BROWSER

SINCE_1 = "事实新增 1、修改 1、删除 0，2 个缺口有变化"
"""From 1 to 3: the claim is new, the maker changed; the frame's gap closed, the tube's opened."""
SINCE_2 = "事实新增 0、修改 1、删除 0，0 个缺口有变化"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with laid(tmp_path) as opened:
        yield opened


def visitor(store: GraphStore, folder: Path) -> TestClient:
    """A browser of somebody who is not logged in."""
    headers = BROWSER | {"Sec-Fetch-Site": "same-origin"}
    return TestClient(application(store, tokens=folder / "tokens.json"), headers=headers)


def says(client: TestClient, address: str, text: str) -> bool:
    """Whether a page says a text; the numbers of headlines are set off, so blanks don't count."""
    page = re.sub("<[^>]+>", "", client.get(address).text)
    return "".join(text.split()) in "".join(page.split())


def test_nothing_is_remembered_before_somebody_asks_for_it(
    store: GraphStore, tmp_path: Path
) -> None:
    client = visitor(store, tmp_path)

    assert says(client, "/", "下次告诉我有什么变化")
    assert says(client, "/changes", "还没有记下您看到哪一版")
    assert dict(client.cookies) == {}


def test_who_has_seen_a_version_is_told_on_the_first_page_what_is_new_since(
    store: GraphStore, tmp_path: Path
) -> None:
    client = visitor(store, tmp_path)
    client.post("/changes", data={"version": "1"})

    assert says(client, "/", SINCE_1)
    assert says(client, "/changes", SINCE_1)
    client.post("/changes", data={"version": "3"})
    assert says(client, "/", "以来没有变化")
    assert says(client, "/changes", "以来没有变化")


def test_the_cookie_holds_chance_alone_and_no_script_or_other_site_gets_it(
    store: GraphStore, tmp_path: Path
) -> None:
    client = visitor(store, tmp_path)
    said = client.post("/changes", data={"version": "1"}, follow_redirects=False)
    cookie = client.cookies["liantu_watch"]

    assert (said.status_code, said.headers["location"]) == (303, "/changes")
    for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age="):
        assert part in said.headers["set-cookie"]
    assert len(cookie) >= 40
    kept = tmp_path / "watchers.json"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert cookie not in kept.read_text("utf-8")


def test_what_was_seen_survives_a_restart(store: GraphStore, tmp_path: Path) -> None:
    client = visitor(store, tmp_path)
    client.post("/changes", data={"version": "2"})

    again = visitor(store, tmp_path)
    again.cookies.update(client.cookies)

    assert says(again, "/", SINCE_2)


def test_who_logs_in_first_has_seen_what_there_is_and_keeps_their_mark(
    store: GraphStore, tmp_path: Path
) -> None:
    _, secret = Tokens(tmp_path / "tokens.json").new("reader", "李工")
    client = visitor(store, tmp_path)
    client.post("/login", data={"token": secret})
    assert says(client, "/", "以来没有变化")

    client.post("/changes", data={"version": "2"})
    later = visitor(store, tmp_path)
    later.post("/login", data={"token": secret})

    assert says(later, "/", SINCE_2)
    assert "liantu_watch" not in client.cookies


def test_a_version_can_be_named_in_the_address(store: GraphStore, tmp_path: Path) -> None:
    client = visitor(store, tmp_path)
    page = client.get("/changes?since=2").text

    assert 'id="fact-enterprise-acme"' in page
    assert 'href="/diff' not in page
    assert dict(client.cookies) == {}


@pytest.mark.parametrize("since", ["9", "1000000"])
def test_a_version_to_come_is_told_with_what_to_do(
    store: GraphStore, tmp_path: Path, since: str
) -> None:
    answer = visitor(store, tmp_path).get(f"/changes?since={since}")

    assert answer.status_code == 404
    for text in (f"没有版本 {since}", "修订记录", "从哪一版看起", "标为已看（第 3 版）"):
        assert text in answer.text


@pytest.mark.parametrize("since", ["0", "-1", "one"])
def test_what_is_no_version_is_refused(store: GraphStore, tmp_path: Path, since: str) -> None:
    assert visitor(store, tmp_path).get(f"/changes?since={since}").status_code == 422


@pytest.mark.parametrize("version", ["", "0", "4", "x", "²", "9" * 500])
def test_only_a_version_that_is_there_can_be_seen(
    store: GraphStore, tmp_path: Path, version: str
) -> None:
    client = visitor(store, tmp_path)

    assert client.post("/changes", data={"version": version}).status_code == 422
    assert dict(client.cookies) == {}


def test_a_mark_on_a_version_that_is_not_there_any_more_stops_no_page(
    store: GraphStore, tmp_path: Path
) -> None:
    """As after a backup of last month was restored."""
    client = visitor(store, tmp_path)
    client.post("/changes", data={"version": "3"})
    cookie = client.cookies["liantu_watch"]
    lost = Watcher(seen={"county": SeenVersion(version=8, day="2026-11-20")})
    Watchers(tmp_path / "watchers.json").change(visitor_key(cookie), lambda _: lost)

    again = visitor(store, tmp_path)
    again.cookies.update(client.cookies)

    assert says(again, "/", "您看到的第 8 版已不可查")
    assert again.get("/changes").status_code == 404
    assert again.post("/changes", data={"version": "3"}).status_code == 200


def test_of_visitors_and_of_tokens_those_who_came_last_are_remembered() -> None:
    watchers = Watchers()
    seen = Watcher(seen={"county": SeenVersion(version=1, day="2026-11-20")})
    watchers.change("token:a", lambda _: seen)
    for number in range(MOST + 1):
        watchers.change(f"visitor:{number}", lambda _: seen)

    assert watchers.of("visitor:0") == Watcher()
    changed_once = seen.model_copy(update={"revision": 1})
    assert watchers.of(f"visitor:{MOST}") == changed_once
    assert watchers.of("token:a") == changed_once
