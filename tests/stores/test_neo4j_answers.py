"""The shipped district gives the same answers from both stores, to the byte."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from random import Random

import pytest
from starlette.testclient import TestClient

import seeds
from graph.answers import workspace
from graph.exchange.out import cypher, graph_json, whole_graph
from graph.exchange.out.whole_graph import WholeGraph
from graph.load import load_dataset
from graph.network.terms import Terms
from graph.store import GraphStore
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.exchange.conftest import shipped
from tests.http.conftest import application
from tests.stores.contract_network import compare_some
from tests.stores.neo4j_database import Database

NAME = seeds.SHIPPED
API = "/api/v1"
WORDS = (
    "电",
    "池",
    "电池",
    "qnj",
    "汽车",
    "cement",
    "产业",
    "a",
    "（",
    "合川",
    "没有这个",
    "'",
    "级",
)


@dataclass(frozen=True)
class Both:
    """The same history in both stores."""

    sqlite: SqliteStore
    neo4j: GraphStore


@pytest.fixture(scope="module")
def both(neo4j_database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Loaded into SQLite, reported on, and moved to the server with its history."""
    path = tmp_path_factory.mktemp("both") / "store.db"
    with (
        SqliteStore(SqliteFile(path)) as sqlite,
        neo4j_database.empty_store(remember=False) as neo4j,
    ):
        sqlite.load(load_dataset(seeds.FOLDER / NAME))
        firm = next(iter(sqlite.read(NAME).enterprises.values()))
        stopped = firm.model_copy(update={"status": "suspended"})
        sqlite.report(NAME, [stopped], by="王工", note="停产")
        neo4j.restore(sqlite.archive(NAME))
        yield Both(sqlite, neo4j)


@pytest.fixture(scope="module")
def segments(both: Both) -> list[str]:
    return list(both.sqlite.read(NAME).segments)


@pytest.fixture(scope="module")
def clients(both: Both) -> tuple[TestClient, TestClient]:
    return TestClient(application(both.sqlite)), TestClient(application(both.neo4j))


def test_every_version_is_read_the_same(both: Both) -> None:
    assert both.neo4j.versions(NAME) == both.sqlite.versions(NAME)
    for number in (1, 2, None):
        assert both.neo4j.read(NAME, number) == both.sqlite.read(NAME, number)
        assert both.neo4j.reported(NAME, number) == both.sqlite.reported(NAME, number)
        assert both.neo4j.orphans(NAME, number) == both.sqlite.orphans(NAME, number)
    assert both.neo4j.edits(NAME, 2) == both.sqlite.edits(NAME, 2)
    assert both.neo4j.archive(NAME) == both.sqlite.archive(NAME)


def test_a_load_into_the_server_is_read_the_same(neo4j_database: Database, both: Both) -> None:
    with SqliteStore(SqliteFile(Path(both.sqlite.uri.removeprefix("sqlite:///")))) as sqlite:
        assert sqlite.load(load_dataset(seeds.FOLDER / NAME)).number == 2
    assert both.neo4j.load(load_dataset(seeds.FOLDER / NAME)).number == 2
    assert neo4j_database.ask("MATCH (d:Dataset) RETURN d.current AS current") == [{"current": 2}]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_finds_the_same(both: Both, word: str) -> None:
    for number in (1, 2):
        ours = both.neo4j.search(NAME, word, limit=500, version=number)
        assert ours == both.sqlite.search(NAME, word, limit=500, version=number)


def test_closures_are_the_same(both: Both, segments: list[str]) -> None:
    for each in Random(2).sample(segments, 50):  # noqa: S311 - a test, no secret
        assert both.neo4j.closure(NAME, each) == both.sqlite.closure(NAME, each)


def test_the_shipped_district_is_answered_as_the_network_answers_it(both: Both) -> None:
    compare_some(both.neo4j, both.sqlite.read(NAME))


def test_neighbourhoods_and_paths_are_the_same(both: Both, segments: list[str]) -> None:
    dice = Random(3)  # noqa: S311 - a test, no secret
    for each in dice.sample(segments, 20):
        around = {"hops": dice.randrange(4), "limit": 80}
        assert both.neo4j.neighbourhood(NAME, each, **around) == both.sqlite.neighbourhood(
            NAME, each, **around
        )
        upstream = both.sqlite.closure(NAME, each)
        for source in dice.sample(upstream, min(3, len(upstream))):
            found = both.neo4j.path(NAME, source.id, each)
            assert found
            assert found == both.sqlite.path(NAME, source.id, each)


def test_every_list_and_item_is_the_same(
    clients: tuple[TestClient, TestClient], segments: list[str]
) -> None:
    paths = list(api_paths(clients[0], segments))

    assert len(paths) > 60
    answers = {path: answer(clients[0], path) for path in paths}
    assert [path for path in paths if answers[path][0] != HTTPStatus.OK] == []
    assert [path for path in paths if answers[path] != answer(clients[1], path)] == []


def test_every_kind_of_page_is_the_same(clients: tuple[TestClient, TestClient]) -> None:
    found = dict(pages(clients[0]))

    assert len(found) > 15
    assert [path for path in found if found[path] != answer(clients[1], path)] == []


def test_a_dataset_comes_back_from_the_server_as_it_was(both: Both, tmp_path: Path) -> None:
    with SqliteStore(SqliteFile(tmp_path / "back.db")) as back:
        back.restore(both.neo4j.archive(NAME))

        assert back.archive(NAME) == both.sqlite.archive(NAME)
        assert graph_json(whole(back)) == graph_json(whole(both.sqlite))


def test_the_script_makes_the_graph_that_it_says(neo4j_database: Database) -> None:
    # Beside the store, in another dataset, for the script is for an empty database; of the demo,
    # for every statement is another one, which takes the server its time.
    graph = whole_graph(shipped("demo"), Terms(), "zh")
    marked = {**graph.about, "dataset": "speed"}
    for statement in cypher(WholeGraph(marked, graph.nodes, graph.edges)):
        neo4j_database.ask(statement)

    made = neo4j_database.ask("MATCH (n {dataset: 'speed'}) RETURN count(n) AS made")
    tied = neo4j_database.ask(
        "MATCH ({dataset: 'speed'})-[r]->({dataset: 'speed'}) RETURN count(r) AS made"
    )
    neo4j_database.ask("MATCH (n {dataset: 'speed'}) DETACH DELETE n")
    assert (made, tied) == ([{"made": len(graph.nodes)}], [{"made": len(graph.edges)}])


def whole(store: GraphStore) -> WholeGraph:
    return whole_graph(workspace(store.read(NAME)), Terms(), "zh")


def answer(client: TestClient, path: str) -> tuple[int, bytes]:
    response = client.get(path)
    return response.status_code, response.content


def api_paths(client: TestClient, segments: list[str]) -> Iterator[str]:
    """Every list whole, a few items of each, and what is asked of a segment."""
    for noun in ("segments", "enterprises", "chains", "industries", "gaps", "documents", "regions"):
        yield f"{API}/{noun}" if noun in ("chains", "industries") else f"{API}/{noun}?limit=1000"
        for item in client.get(f"{API}/{noun}").json()["items"][::7]:
            if noun not in ("industries", "regions"):
                yield f"{API}/{noun}/{item['id']}"
            if noun in ("chains", "industries"):
                yield f"{API}/{noun}/{item['id']}/panorama"
    for noun in ("datasets", "platforms", "projects", "indicators", "synergies", "verify"):
        yield f"{API}/{noun}"
    for each in segments[::90]:
        yield f"{API}/missing?segment={each}"
        yield f"{API}/why-not?segment={each}"
        yield f"{API}/graph?center={each}&hops=2"
        yield f"{API}/path?from={segments[0]}&to={each}"
    for word in WORDS:
        yield f"{API}/search?q={word}"
    for file in ("gaps.csv", "graph.json", "graph.cypher"):
        yield f"{API}/export/{file}"


def pages(client: TestClient, most: int = 40) -> Iterator[tuple[str, tuple[int, bytes]]]:
    """Pages reached by links from the first one, one of each kind, with what is answered."""
    seen, queue = {""}, ["/"]
    while queue and most:
        path = queue.pop(0)
        response = client.get(path)
        yield path, (response.status_code, response.content)
        most -= 1
        if not response.headers["content-type"].startswith("text/html"):
            continue
        for link in re.findall(r'href="(/[^"#]*)', response.text):
            kind = re.sub(r"(?<=/)[^/]+$", "*", link.split("?")[0]) + str(
                sorted(re.findall(r"[?&;](\w+)=", link))
            )
            if kind not in seen and not link.startswith("/static"):
                seen.add(kind)
                queue.append(html.unescape(link))
