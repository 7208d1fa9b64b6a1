"""Lists under a name: kept by address, opened again, and what changed in them, by hand.

The bicycle of `test_editions` at version 3: one gap, the tube that the frame waits for.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.auth.tokens import Tokens
from api.auth.watchers import MOST_LISTS, SavedList, Watcher, Watchers, token_key
from graph.store import GraphStore
from tests.http.conftest import application
from tests.http.test_editions import laid
from tests.http.test_pages import BROWSER
from tests.http.test_watching import says, visitor
from tests.support import claim, reported


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with laid(tmp_path) as opened:
        yield opened


@pytest.fixture
def client(store: GraphStore, tmp_path: Path) -> TestClient:
    return visitor(store, tmp_path)


def save(client: TestClient, address: str, name: str = "链条专班") -> int:
    return client.post("/saved", data={"address": address, "name": name}).status_code


def ids(client: TestClient) -> list[str]:
    return re.findall(r'<tr id="list-(\w+)"', client.get("/saved").text)


def tube_found(store: GraphStore) -> None:
    """Somebody finds tubes: the frame waits for nothing, and the gap is none any more."""
    found = claim("tube", "present", evidence=reported("2026-08-01"))
    store.report("county", [found], by="王工", note="走访")


def test_a_page_offers_itself_with_all_its_filters(client: TestClient) -> None:
    page = client.get("/gaps?chain=bikes&standing=to_settle&lang=en&version=3").text
    (link,) = re.findall(r'href="(/saved\?add=[^"]*)"', html.unescape(page))
    form = html.unescape(client.get(link).text)

    assert 'name="address" value="/gaps?chain=bikes&standing=to_settle&dataset=county"' in form
    assert 'value="补链清单 · bikes · 待核实"' in html.unescape(
        client.get("/saved?add=/gaps?chain=bikes%26standing=to_settle").text
    )


def test_a_saved_list_stands_in_the_menu_and_opens_as_it_was(client: TestClient) -> None:
    save(client, "/gaps?chain=bikes", "链条 <专班>")
    page = client.get("/regions").text

    assert '<a href="/gaps?chain=bikes&amp;dataset=county">链条 &lt;专班&gt;</a>' in page
    assert client.get("/gaps?chain=bikes&dataset=county").status_code == 200


def test_it_tells_which_rows_came_and_went_since_the_last_look(
    store: GraphStore, client: TestClient
) -> None:
    save(client, "/gaps?chain=bikes")
    save(client, "/segments?status=present", "已有的环节")
    assert says(client, "/saved", "存了 2 个筛选，其中 0 个的内容有变化")

    tube_found(store)
    assert says(client, "/saved", "存了 2 个筛选，其中 2 个的内容有变化")
    assert says(client, "/saved", "移出 1 行：tube")
    assert says(client, "/saved", "新增 1 行：tube")

    first, second = ids(client)
    client.post("/saved", data={"do": "looked", "id": first, "version": "4"})
    assert says(client, "/saved", "其中 1 个的内容有变化")
    client.post("/saved", data={"do": "looked", "id": second, "version": "4"})
    assert says(client, "/saved", "其中 0 个的内容有变化")


def test_a_list_is_renamed_and_removed(client: TestClient) -> None:
    save(client, "/gaps?chain=bikes")
    (list_id,) = ids(client)

    client.post("/saved", data={"do": "rename", "id": list_id, "name": "自行车专班"})
    assert says(client, "/saved", "自行车专班")
    assert not says(client, "/saved", "链条专班")
    client.post("/saved", data={"do": "remove", "id": list_id, "name": ""})
    assert says(client, "/saved", "还没有存下的筛选")


def test_the_same_list_saved_again_gets_the_new_name(client: TestClient) -> None:
    save(client, "/gaps?chain=bikes", "一")
    save(client, "/gaps?chain=bikes&lang=en&cursor=x", "二")

    assert len(ids(client)) == 1
    assert says(client, "/saved", "二")


def test_lists_survive_a_restart_and_are_their_owners_alone(
    store: GraphStore, tmp_path: Path
) -> None:
    _, secret = Tokens(tmp_path / "tokens.json").new("reader", "李工")
    _, other = Tokens(tmp_path / "tokens.json").new("reader", "赵工")
    headers = BROWSER | {"Authorization": f"Bearer {secret}"}
    save(TestClient(application(store, tokens=tmp_path / "tokens.json"), headers=headers), "/gaps")

    again = application(store, tokens=tmp_path / "tokens.json")

    assert says(TestClient(again, headers=headers), "/regions", "链条专班")
    stranger = BROWSER | {"Authorization": f"Bearer {other}"}
    assert not says(TestClient(again, headers=stranger), "/regions", "链条专班")
    assert not says(TestClient(again, headers=BROWSER), "/regions", "链条专班")


@pytest.mark.parametrize("name", ["", "  ", "长" * 500, "a\u202eb"])
def test_a_name_that_cannot_be_kept_is_told_and_what_was_typed_stays(
    client: TestClient, name: str
) -> None:
    said = client.post("/saved", data={"address": "/gaps?chain=bikes", "name": name})

    assert said.status_code == 422
    assert "名称须有 1 至 60 个字" in said.text
    assert 'value="/gaps?chain=bikes"' in said.text
    assert dict(client.cookies) == {}


@pytest.mark.parametrize(
    "address",
    ["", "https://evil.example/", "//evil.example", "/nowhere", "/login", "/api/v1/gaps", "/saved"],
)
def test_only_pages_of_ours_are_kept(client: TestClient, address: str) -> None:
    assert save(client, address) == 422
    assert client.get("/saved", params={"add": address}).status_code == (422 if address else 200)


def test_an_address_that_is_too_long_is_told(client: TestClient) -> None:
    assert save(client, f"/gaps?chain={'长' * 500}") == 422


def test_only_so_many_are_kept(store: GraphStore, tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    token, secret = Tokens(file).new("reader", "李工")
    lists = tuple(
        SavedList(id=f"{n}", name=f"{n}", address=f"/gaps?chain={n}", dataset="county", looked=3)
        for n in range(MOST_LISTS)
    )
    watchers = Watchers(tmp_path / "watchers.json")
    watchers.change(token_key(token.id), lambda _: Watcher(lists=lists))
    headers = BROWSER | {"Authorization": f"Bearer {secret}"}
    client = TestClient(application(store, tokens=file), headers=headers)

    said = client.post("/saved", data={"address": "/gaps", "name": "再一个"})

    assert said.status_code == 422
    assert "最多存 30 个筛选：先删除一个" in said.text


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/gaps?colour=red&dataset=county", "此页不再有筛选 colour"),
        ("/gaps?kind=lost&dataset=county", "有的筛选值已不存在"),
        ("/gaps?chain=trains&dataset=county", "没有名为“trains”的产业链"),
        ("/gaps?boundary=moon&dataset=county", "重新筛选后另存"),
        ("/old-page?dataset=county", "没有这一页了"),
    ],
)
def test_a_list_that_does_not_hold_any_more_says_why_and_what_to_do(
    store: GraphStore, tmp_path: Path, address: str, told: str
) -> None:
    file = tmp_path / "tokens.json"
    token, secret = Tokens(file).new("reader", "李工")
    kept = SavedList(id="a", name="旧的", address=address, dataset="county", looked=3)
    watchers = Watchers(tmp_path / "watchers.json")
    watchers.change(token_key(token.id), lambda _: Watcher(lists=(kept,)))
    headers = BROWSER | {"Authorization": f"Bearer {secret}"}

    assert says(TestClient(application(store, tokens=file), headers=headers), "/saved", told)


def test_a_list_that_is_not_there_is_told(client: TestClient) -> None:
    assert client.post("/saved", data={"do": "remove", "id": "x"}).status_code == 404
    assert dict(client.cookies) == {}


def test_another_site_saves_nothing(client: TestClient) -> None:
    said = client.post(
        "/saved",
        data={"address": "/gaps", "name": "x"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert said.status_code == 403
