"""Computed gaps as a person finds them in the database itself."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from starlette.testclient import TestClient

from api.http.app import create_app
from api.publishing import publish
from api.settings import Settings
from graph.load import load_dataset
from graph.store import GraphStore
from graph.store.neo4j import Neo4jStore
from seeds import FOLDER
from tests.patience import PATIENCE
from tests.stores.contract_published import computed
from tests.stores.examples import BIKES
from tests.stores.neo4j_database import Database
from tests.support import seed

GAPS = """
MATCH (d:Dataset {id: 'demo'}) MATCH (g:Gap {dataset: d.id, version: d.current})
OPTIONAL MATCH (g)-[:GAP_ON]->(s:Segment)
RETURN g.id AS id, g.basis AS basis, g.boundary AS boundary, s.id AS segment,
  COLLECT {
    MATCH (g)-[b:BLOCKS]->(p:Segment) RETURN p.id + ': ' + b.worlds ORDER BY p.id
  } AS blocks,
  COLLECT { MATCH (f:Enterprise)-[:CANDIDATE_FOR]->(g) RETURN f.id ORDER BY f.id } AS candidates
ORDER BY id
"""

JUDGED = """
MATCH (d:Dataset {id: 'demo'}) MATCH (g:Gap {dataset: d.id, version: d.current})
RETURN g.id AS id, g.need AS need, g.standing AS standing, g.sure AS sure ORDER BY id
"""


@pytest.fixture
def store(neo4j_database: Database) -> Iterator[GraphStore]:
    with neo4j_database.empty_store() as store:
        yield store


def test_a_gap_stands_beside_the_facts_with_all_that_it_ties(
    store: GraphStore, neo4j_database: Database
) -> None:
    store.load(seed(*BIKES))
    for _ in range(2):  # the second time changes nothing
        store.publish("demo", 1, lambda: [computed(bike="certain possible")])

    assert neo4j_database.ask(GAPS) == [
        {
            "id": "derived.district.frame",
            "basis": "derived",
            "boundary": "traded",
            "segment": "frame",
            "blocks": ["bike: certain possible"],
            "candidates": ["acme"],
        }
    ]


def test_gaps_stay_until_those_of_the_version_after_are_published(
    store: GraphStore, neo4j_database: Database
) -> None:
    store.load(seed(*BIKES))
    store.publish("demo", 1, lambda: [computed(bike="certain")])
    store.load(seed(*BIKES[:-1]))
    store.publish("demo", 1, lambda: [computed("derived.district.bike")])  # too late

    said = neo4j_database.ask("MATCH (d:Dataset) RETURN d.newest AS n, d.published AS published")
    assert said == [{"n": 2, "published": 1}]
    assert [row["id"] for row in neo4j_database.ask(GAPS)] == ["derived.district.frame"]

    store.publish("demo", 2, list)

    assert neo4j_database.ask("MATCH (g:Gap) RETURN count(g) AS n") == [{"n": 0}]
    assert neo4j_database.ask("MATCH (d:Dataset) RETURN d.published AS n") == [{"n": 2}]


def test_a_version_drawn_whole_has_no_gaps_of_the_one_before(
    store: GraphStore, neo4j_database: Database
) -> None:
    store.load(seed(*BIKES))
    store.publish("demo", 1, lambda: [computed(bike="certain")])
    with Neo4jStore(replace(neo4j_database.server, batch=1)) as small:
        small.load(seed(*BIKES[:-1]))

    assert neo4j_database.ask("MATCH (g:Gap) RETURN count(g) AS n") == [{"n": 0}]
    assert neo4j_database.ask("MATCH (d:Dataset) RETURN d.published AS n") == [{"n": None}]


def test_a_service_draws_the_gaps_of_what_it_compiles(
    store: GraphStore, neo4j_database: Database
) -> None:
    """So does every edit: the version after it is compiled for the answer."""
    store.load(load_dataset(FOLDER / "demo"))
    client = TestClient(create_app(Settings(store.uri), store))

    assert client.get("/api/v1/chains").status_code == 200

    end = time.monotonic() + PATIENCE
    while len(neo4j_database.ask(GAPS)) < 2 and time.monotonic() < end:
        time.sleep(0.2)
    assert [row["id"] for row in neo4j_database.ask(GAPS)] == [
        "belt_makers",
        "derived.qingxi.chain",
    ]


def test_the_gaps_of_the_demo_are_those_of_its_head(
    store: GraphStore, neo4j_database: Database
) -> None:
    """The two that seeds/demo/dataset.yaml works out, one of them stated."""
    publish(store, store.load(load_dataset(FOLDER / "demo")))

    found = {str(row["id"]): row for row in neo4j_database.ask(GAPS)}
    assert {id_: row["basis"] for id_, row in found.items()} == {
        "belt_makers": "stated",
        "derived.qingxi.chain": "derived",
    }
    assert found["derived.qingxi.chain"]["segment"] == "chain"
    assert found["derived.qingxi.chain"]["candidates"] == ["shuntong_chain"]
    assert all(str(row["blocks"]).startswith("['bicycle: ") for row in found.values())
    assert neo4j_database.ask(JUDGED) == [
        {"id": "belt_makers", "need": "production", "standing": "confirmed", "sure": False},
        {"id": "derived.qingxi.chain", "need": "production", "standing": "to_settle", "sure": None},
    ]
