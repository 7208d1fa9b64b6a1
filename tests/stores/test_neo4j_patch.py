"""A drawing that was patched edit by edit is the one that would be drawn whole."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from graph.model import AnyRecord
from graph.model.references import references
from graph.model.soundness import sound
from graph.store import GraphStore
from graph.store.neo4j import Neo4jStore
from graph.store.neo4j_patch import whole
from graph.store.neo4j_schema import FORMAT
from graph.store.neo4j_ties import ties_of
from tests.fields.samples import everything
from tests.questions.random_graphs import random_facts
from tests.stores.contract_published import computed
from tests.stores.neo4j_database import Database
from tests.support import STATED, document, group, seed, segment

NODES = """
MATCH (d:Dataset {id: 'demo'}) MATCH (n:Drawn {dataset: d.id, version: d.current})
RETURN [each IN labels(n) WHERE each <> 'Drawn'][0] AS label, n.id AS id,
  properties(n) AS properties
"""
TIES = """
MATCH (d:Dataset {id: 'demo'}) MATCH (a:Drawn {dataset: d.id, version: d.current})-[r]->(b)
RETURN type(r) AS relation, [[x IN labels(a) WHERE x <> 'Drawn'][0], a.id] AS source,
  [[x IN labels(b) WHERE x <> 'Drawn'][0], b.id] AS target, coalesce(r.id, '') AS id,
  properties(r) AS properties
"""
DATASET = """
MATCH (d:Dataset {id: 'demo'}) RETURN d.current AS current, d.newest AS newest
"""
Drawn = dict[tuple[object, ...], dict[str, object]]


@pytest.fixture
def store(neo4j_database: Database) -> Iterator[GraphStore]:
    with neo4j_database.empty_store() as store:
        yield store


@pytest.mark.parametrize("number", range(4))
def test_a_patched_drawing_is_the_one_drawn_whole(
    neo4j_database: Database, store: GraphStore, number: int
) -> None:
    dice = Random(number)  # noqa: S311 - a test, no secret
    records = [*everything(), *random_facts(number).records()]
    store.load(seed(*records))
    for step in range(5):
        dice.shuffle(records)
        some = records[: dice.randrange(1, 12)]
        with writer_of(neo4j_database, fresh=step % 2 == 0) as mine:
            match step % 3:
                case 0:
                    mine.load(seed(*records[dice.randrange(20) :]))
                case 1:
                    mine.report("demo", [*map(otherwise, some)], by="王工", note="报")
                case 2:
                    gone = [(each.type, each.id) for each in records[: len(records) // 2]]
                    mine.withdraw("demo", gone, by="王工", note="撤")

            assert mine.read("demo") == store.read("demo")
        assert drawn_in(neo4j_database) == expected(store)

    assert neo4j_database.ask(DATASET) == [{"current": 1, "newest": store.current("demo").number}]
    patched = drawn_in(neo4j_database)
    archive = store.archive("demo")
    neo4j_database.wipe()
    store.restore(archive)
    assert drawn_in(neo4j_database) == patched


def otherwise(record: AnyRecord) -> AnyRecord:
    """The same, denied or under another name where it can be."""
    given = type(record).model_fields
    if "name" in given and record.id > "m":
        return record.model_copy(update={"name": f"又名{record.id}"})
    if not getattr(type(record), "about", None) or not type(record).about.deniable:
        return record
    return record.model_copy(update={"denied": "无"})


def test_what_a_record_is_tied_to_it_names() -> None:
    """So a tie comes and goes with its record: no other has to be drawn again."""
    for record in everything():
        named = {(record.type, record.id), *references(record)}
        assert {end for tie in ties_of(record) for end in (tie.source, tie.target)} <= named


def test_a_fact_cites_a_document_for_as_long_as_that_is_there(
    neo4j_database: Database, store: GraphStore
) -> None:
    bike = segment("bike", evidence=STATED)
    cited = "MATCH (:Segment)-[:CITES]->(:Evidence)-[:CITES]->(d:Document) RETURN d.id AS id"
    store.load(seed(bike))

    store.load(seed(bike, document("plan")))
    assert neo4j_database.ask(cited) == [{"id": "plan"}]
    digest = "MATCH (d:Dataset {id: 'demo'}) RETURN d.drawing AS digest"
    patched = neo4j_database.ask(digest)
    store.load(seed(bike))
    assert neo4j_database.ask(cited) == []

    assert neo4j_database.ask(DATASET) == [{"current": 1, "newest": 3}]
    neo4j_database.wipe()
    store.load(seed(bike, document("plan")))
    assert neo4j_database.ask(digest) == patched


def test_an_edit_draws_nothing_but_what_it_changes(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(*map(segment, ("bike", "frame", "bell")), group("bike", "frame")))
    before = elements(neo4j_database)

    store.report("demo", [segment("bell", name="铃铛")], by="王工", note="报")

    assert elements(neo4j_database) == before
    told = neo4j_database.ask("MATCH (s:Segment {id: 'bell'}) RETURN s.name AS name")
    assert told == [{"name": "铃铛"}]


def test_a_change_larger_than_a_transaction_is_drawn_beside(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(segment("bike")))
    with Neo4jStore(replace(neo4j_database.server, batch=4)) as small:
        small.load(seed(*map(segment, ("bell", "frame", "wheel", "ore"))))

    assert neo4j_database.ask(DATASET) == [{"current": 2, "newest": 2}]
    assert drawn_in(neo4j_database) == expected(store)
    assert neo4j_database.ask("MATCH (n:Segment) RETURN count(n) AS n") == [{"n": 4}]


def test_what_another_program_drew_otherwise_is_drawn_anew(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(segment("bike"), segment("bell")))
    # As a release does that knows less of a segment, or tells it otherwise.
    neo4j_database.ask("MATCH (d:Dataset) SET d.drawing = 'another'")
    neo4j_database.ask("MATCH (s:Segment {id: 'bike'}) REMOVE s.name")

    with neo4j_database.store() as fresh:
        fresh.report("demo", [segment("bell", name="铃")], by="王工", note="报")

    assert neo4j_database.ask(DATASET) == [{"current": 2, "newest": 2}]
    assert drawn_in(neo4j_database) == expected(store)


def test_a_store_of_the_format_before_is_read_and_brought_up_to_date(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(segment("bike"), segment("bell"), group("bike", "bell")))
    store.publish("demo", 1, list)
    store.report("demo", [segment("frame")], by="王工", note="报")
    as_format_1(neo4j_database)

    with Neo4jStore(replace(neo4j_database.server, read_only=True)) as reader:
        assert reader.current("demo").number == 2
        assert list(reader.read("demo").segments) == ["bell", "bike", "frame"]
        assert [row.id for row in reader.closure("demo", "bike")] == ["bell"]
        assert [hit.id for hit in reader.search("demo", "b")] == ["bell", "bike"]
    assert neo4j_database.ask("MATCH (s:Store) RETURN s.format AS f") == [{"f": 1}]
    with neo4j_database.store() as today:
        assert neo4j_database.ask("MATCH (s:Store) RETURN s.format AS f") == [{"f": FORMAT}]
        assert [each.number for each in today.versions("demo")] == [2, 1]
        assert today.report("demo", [segment("ore")], by="王工", note="报").number == 3
        assert drawn_in(neo4j_database) == expected(today)


def test_gaps_are_drawn_again_only_where_they_changed(
    neo4j_database: Database, store: GraphStore
) -> None:
    parts: list[AnyRecord] = [*map(segment, ("bike", "bell", "frame")), group("bike", "frame")]
    store.load(seed(*parts))
    gaps = [computed("derived.district.frame", bike="certain"), computed("derived.district.bell")]
    store.publish("demo", 1, lambda: gaps)
    store.report("demo", [segment("bell", name="铃")], by="王工", note="报")
    rows: list[object] = []

    with Neo4jStore(replace(neo4j_database.server, on_statement=rows.append)) as other:
        other.publish("demo", 2, lambda: gaps)
    assert not [each for each in rows if "row.properties" in str(each)]
    store.publish("demo", 2, lambda: gaps[:1])

    found = neo4j_database.ask("MATCH (g:Gap)-[b:BLOCKS]->(s) RETURN g.id AS id, s.id AS product")
    assert found == [{"id": "derived.district.frame", "product": "bike"}]
    assert neo4j_database.ask("MATCH (g:Gap) RETURN count(g) AS n") == [{"n": 1}]


def test_a_gap_whose_product_came_back_blocks_it_again(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(segment("bike"), segment("frame")))
    store.publish("demo", 1, lambda: [computed(bike="certain")])
    store.load(seed(segment("frame")))
    store.load(seed(segment("bike"), segment("frame")))

    store.publish("demo", 3, lambda: [computed(bike="certain")])

    blocked = neo4j_database.ask("MATCH (:Gap)-[:BLOCKS]->(s) RETURN s.id AS id")
    assert blocked == [{"id": "bike"}]


def test_who_reads_the_drawing_waits_while_it_is_patched(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(segment("bike"), segment("bell"), group("bike", "bell")))
    neo4j_database.ask("""
        MATCH (d:Dataset {id: 'demo'})
        SET d.moving = true, d.writer = 'w', d.writer_until = datetime.realtime().epochMillis + 700
    """)
    asked: list[str] = []

    with Neo4jStore(replace(neo4j_database.server, on_statement=asked.append)) as reader:
        assert [row.id for row in reader.closure("demo", "bike")] == ["bell"]

    assert len([each for each in asked if "FEEDS" in each]) > 1


def writer_of(database: Database, *, fresh: bool) -> GraphStore:
    """A store of another process, which remembers nothing; or one that has read what holds."""
    other = Neo4jStore(database.server)
    if not fresh:
        other.read("demo")
    return other


def as_format_1(database: Database) -> None:
    """As the release before would have left it: drawn whole at the newest version."""
    database.ask("MATCH (d:Dataset) MATCH (n:Drawn {dataset: d.id}) SET n.version = d.newest")
    database.ask("""
        MATCH (d:Dataset) SET d.current = d.newest
        REMOVE d.newest, d.written, d.drawing, d.published
    """)
    database.ask("MATCH (s:Store) SET s.format = 1")


def elements(database: Database) -> list[dict[str, object]]:
    return database.ask("MATCH (n:Drawn) RETURN elementId(n) AS id ORDER BY id")


def drawn_in(database: Database) -> Drawn:
    """Every node and relationship that people see, as often as it is there."""
    found: Drawn = {}
    for row in database.ask(NODES):
        here = ("node", row["label"], row["id"])
        assert here not in found
        found[here] = told(row["properties"], {"dataset", "version", "id"})
    for row in database.ask(TIES):
        key = ("tie", row["relation"], str(row["source"]), str(row["target"]), row["id"])
        assert key not in found
        found[key] = told(row["properties"], {"id"})
    return found


def expected(store: GraphStore) -> Drawn:
    drawing = whole(sound(store.read("demo")))
    found: Drawn = {
        ("node", *key): told(properties, set()) for key, properties in drawing.nodes.items()
    }
    for tie, properties in drawing.ties.items():
        ends = str(list(tie.source)), str(list(tie.target))
        found["tie", tie.relation, *ends, tie.id] = told(properties, set())
    return found


def told(properties: object, without: set[str]) -> dict[str, object]:
    assert isinstance(properties, dict)
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in properties.items()
        if name not in without
    }
