"""The status page tells admins what the server does; nobody else."""

from pathlib import Path

import pytest

from graph.store import GraphStore
from tests.http.conftest import client_of

PAGE = {"Accept": "text/html"}


@pytest.mark.parametrize(("lang", "says"), [("zh", "已答请求"), ("en", "Requests answered")])
def test_an_admin_sees_what_was_asked_and_what_is_open(
    store: GraphStore, tmp_path: Path, lang: str, says: str
) -> None:
    client = client_of("admin", store, tmp_path, imports=tmp_path)
    client.get("/api/v1/chains")
    page = client.get("/status", params={"lang": lang}, headers=PAGE).text

    assert says in page
    assert "demo v1" in page
    assert store.uri in page


def test_an_editor_does_not(store: GraphStore, tmp_path: Path) -> None:
    assert client_of("editor", store, tmp_path).get("/status").status_code == 403
