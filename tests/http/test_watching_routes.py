"""What is remembered of a reader, for programs: on the bicycle of `test_editions`, by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from graph.store import GraphStore
from tests.http.conftest import application
from tests.http.test_editions import laid
from tests.support import claim, reported

API = "/api/v1"
GAPS = "/gaps?chain=bikes&lang=en&version=3"
"""As somebody copies it; what is kept is of no language and no version."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with laid(tmp_path) as opened:
        yield opened


@pytest.fixture
def client(store: GraphStore, tmp_path: Path) -> TestClient:
    """A program with a reader's token."""
    _, secret = Tokens(tmp_path / "tokens.json").new("reader", "李工")
    app = application(store, tokens=tmp_path / "tokens.json")
    return TestClient(app, headers={"Authorization": f"Bearer {secret}"})


def sent(client: TestClient, path: str, body: dict[str, object], revision: int = 0) -> int:
    headers = {"If-Match": f'"{revision}"'}
    return client.post(f"{API}{path}", json=body, headers=headers).status_code


def test_who_has_seen_a_version_is_told_what_is_new_since(client: TestClient) -> None:
    """From 1 to 3 a claim is new and a maker changed; a gap closed and another opened."""
    before = client.get(f"{API}/watching").json()
    assert sent(client, "/watching", {"version": 1}) == 200
    after = client.get(f"{API}/watching")

    assert (before["seen_version"], before["facts"], before["revision"]) == (None, None, 0)
    assert after.json()["seen_version"]["version"] == 1
    assert after.json()["facts"] == {"added": 1, "removed": 0, "changed": 1}
    assert after.json()["gap_changes"] == {"opened": 1, "closed": 1, "moved": 0}
    assert (after.json()["revision"], after.headers["ETag"][:3]) == (1, '"1-')
    again = client.get(f"{API}/watching", headers={"If-None-Match": after.headers["ETag"]})
    assert again.status_code == 304


def test_a_list_is_kept_renamed_looked_at_and_removed(
    client: TestClient, store: GraphStore
) -> None:
    """The one gap is the tube; somebody finds tubes, and it is gone from the list."""
    assert sent(client, "/saved-lists", {"name": "专班", "address": GAPS}) == 200
    (kept,) = client.get(f"{API}/saved-lists").json()["items"]
    found = claim("tube", "present", evidence=reported("2026-08-01"))
    store.report("county", [found], by="王工", note="走访")
    (changed,) = client.get(f"{API}/saved-lists").json()["items"]
    own = f"/saved-lists/{kept['id']}"
    assert sent(client, own, {"name": "周例会", "looked": 4}, 1) == 200
    (looked,) = client.get(f"{API}/saved-lists").json()["items"]

    assert kept["address"] == "/gaps?chain=bikes&dataset=county"
    assert (kept["rows"], kept["compared"], kept["gone"]) == (1, True, [])
    assert [each["name"] for each in changed["gone"]] == ["tube"]
    assert (looked["name"], looked["looked"], looked["gone"]) == ("周例会", 4, [])
    gone = client.delete(f"{API}{own}", headers={"If-Match": '"2"'})
    assert (gone.json()["total"], gone.json()["revision"]) == (0, 3)


def test_a_page_and_a_program_of_one_token_have_the_same(client: TestClient) -> None:
    sent(client, "/saved-lists", {"name": "专班", "address": GAPS})

    assert "专班" in client.get("/saved", headers={"Accept": "text/html"}).text


@pytest.mark.parametrize(
    ("path", "body", "revision", "status"),
    [
        ("/watching", {"version": 1}, 7, 409),
        ("/watching", {"version": 4}, 0, 422),
        ("/saved-lists", {"name": "", "address": GAPS}, 0, 422),
        ("/saved-lists", {"name": "外站", "address": "https://example.com/gaps"}, 0, 422),
        ("/saved-lists", {"name": "接口", "address": "/api/v1/gaps"}, 0, 422),
        ("/saved-lists/none", {"name": "新"}, 0, 404),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_remembered(
    client: TestClient, path: str, body: dict[str, object], revision: int, status: int
) -> None:
    assert sent(client, path, body, revision) == status
    assert client.get(f"{API}/saved-lists").json()["revision"] == 0


def test_without_a_revision_nothing_is_changed(client: TestClient) -> None:
    assert client.post(f"{API}/watching", json={"version": 1}).status_code == 428


def test_who_has_no_token_is_known_by_a_cookie_from_the_first_change_on(store: GraphStore) -> None:
    client = TestClient(application(store))
    assert client.get(f"{API}/watching").json()["revision"] == 0
    assert dict(client.cookies) == {}
    assert sent(client, "/watching", {"version": 9}) == 422
    assert dict(client.cookies) == {}

    assert sent(client, "/watching", {"version": 2}) == 200

    assert client.get(f"{API}/watching").json()["seen_version"]["version"] == 2
