"""Reviews, withdrawals and their undoing, through the store; what of it readers get."""

import html
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from graph.answers import workspace
from graph.answers.registers import listed_firms
from graph.store import GraphStore, open_store
from tests.commands.conftest import run_forked
from tests.http.conftest import application, client_of
from tests.questions.test_registers import CENSUS, COVERED, DISTRICT, EVERY
from tests.support import dataset, facts, listed, seed

API = "/api/v1"
KEPT = "不可外传的企业"
WORDS = ({"column": "经营范围", "kind": "scope", "text": "不可外传的说法"},)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    """The hand-worked district with its census, of which nobody is reviewed; a firm more."""
    secret = listed("census", "secret", "3990", words=WORDS).model_copy(update={"name": KEPT})
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as opened:
        opened.load(seed(*DISTRICT, dataset=dataset("demo", region="district")))
        opened.report("demo", [*CENSUS, secret], by="王工", note="名录", seen=1)
        yield opened


@pytest.fixture
def editor(store: GraphStore, tmp_path: Path) -> TestClient:
    return client_of("editor", store, tmp_path)


def unlisted(client: TestClient) -> set[str]:
    body = client.get(f"{API}/segments", params={"status": "unlisted"}).json()
    return {each["id"] for each in body["items"]}


def reviewed(editor: TestClient, *firms: str, version: int = 2) -> int:
    reply = editor.post(
        f"{API}/reviews", json={"firms": firms}, headers={"If-Match": f'"{version}"'}
    )
    assert reply.status_code == 200, reply.text
    return int(reply.json()["version"])


def test_reviews_let_a_register_conclude_and_their_undoing_takes_it_back(
    editor: TestClient,
) -> None:
    before = unlisted(editor)
    version = reviewed(editor, *EVERY)
    after = unlisted(editor)
    said = {"reason": "看错了"}
    headers = {"If-Match": f'"{version}"'}
    editor.post(f"{API}/history/{version}/undo", json=said, headers=headers)

    assert (before, after, unlisted(editor)) == ({"led", "paint"}, COVERED, before)


def test_a_review_is_taken_back_by_itself(editor: TestClient) -> None:
    version = reviewed(editor, *EVERY)
    headers = {"If-Match": f'"{version}"'}

    editor.delete(f"{API}/reviews", params={"firm": ["bolt"]}, headers=headers)

    assert unlisted(editor) == COVERED - {"chain"}


def test_a_withdrawn_register_takes_its_conclusions_with_it(
    editor: TestClient, store: GraphStore
) -> None:
    version = reviewed(editor, *EVERY)
    headers = {"If-Match": f'"{version}"'}

    reply = editor.delete(f"{API}/registers/register.census", headers=headers)

    assert reply.status_code == 200
    assert unlisted(editor) == set()
    assert not store.read("demo").listed_firms
    assert store.orphans("demo") == ()


def test_whom_to_review_is_listed_by_what_waits_for_them(editor: TestClient) -> None:
    """Dyna keeps dynamo and lamp unknown, fern motor and hub; the others one each."""
    body = editor.get(f"{API}/registers/firms").json()

    keeps = {each["name"]: each["keeps"] for each in body["items"]}
    assert keeps == {"dyna": 2, "fern": 2, "bolt": 1, "cora": 1, "hill": 1, "iron": 1}
    assert [each["keeps"] for each in body["items"]] == [2, 2, 1, 1, 1, 1]


def test_what_a_firm_says_is_one_text_for_each_column() -> None:
    said = [
        ("主导产品", "曲轴"),
        ("经营范围", "机械加工"),
        ("主导产品", "连杆"),
        ("主导产品", "曲轴"),
    ]
    words = [{"column": column, "kind": "award", "text": text} for column, text in said]
    more = listed("census", "said", "3412", words=tuple(words))

    items = listed_firms(workspace(facts(*DISTRICT, *CENSUS, more)), "all").items

    (item,) = [each for each in items if each.name == "said"]
    assert item.words == ("主导产品：曲轴；连杆", "经营范围：机械加工")


def test_what_readers_get_of_registers_is_counts(editor: TestClient, store: GraphStore) -> None:
    reviewed(editor, *EVERY, KEPT)
    reader = TestClient(application(store))
    (item,) = reader.get(f"{API}/registers").json()["items"]

    assert (item["listed"], item["closed"], item["reviewed"], item["unlisted"]) == (
        10,
        1,
        10,
        len(COVERED),
    )
    assert reader.get(f"{API}/registers/firms").status_code == 401


PAGES = ("/", "/gaps", "/verify", "/history", "/enterprises", "/segments/paint", "/exports")
ROUTES = ("history", "history/2", "datasets", "segments/paint", "verify?by=firm", "registers")
FILES = ("graph.json", "graph.graphml", "graph.cypher", "graph.html", "gaps.csv")


@pytest.mark.parametrize(
    "path",
    [*PAGES, *(f"{API}/{each}" for each in (*ROUTES, *(f"export/{file}" for file in FILES)))],
)
def test_no_row_reaches_a_reader(store: GraphStore, path: str) -> None:
    reply = TestClient(application(store)).get(path)

    assert reply.status_code == 200
    assert "不可外传" not in html.unescape(reply.content.decode("utf-8", "ignore"))


def test_no_row_is_a_fact_for_readers(store: GraphStore, editor: TestClient) -> None:
    reader = TestClient(application(store))
    path = f"{API}/facts/listed_firm.census.secret"

    assert reader.get(path).status_code == 404
    assert editor.get(path).status_code == 200
    assert reader.get(path).status_code == 404


def test_the_commands_review_and_take_back(store: GraphStore, tmp_path: Path) -> None:
    uri = f"sqlite:///{tmp_path / 'store.sqlite'}"

    done = run_forked("review", *EVERY, "--by", "王工", LIANTU_STORE=uri)
    told = run_forked("registers", LIANTU_STORE=uri)
    gone = run_forked("registers", "--withdraw", "census", LIANTU_STORE=uri)

    assert (done.code, told.code, gone.code) == (0, 0, 0)
    assert "名录未见 10 个环节" in told.out
    assert store.read("demo").registers == {}
