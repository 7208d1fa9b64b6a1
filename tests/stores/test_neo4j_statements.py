"""Statements of the Neo4j store: what is asked stays text, and every binding counts."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import ModuleType

import pytest

from graph.errors import LiantuError
from graph.model import AnyRecord, RecordType
from graph.store import GraphStore
from graph.store import neo4j_statements as statements
from graph.store import neo4j_supply as supply
from graph.store.neo4j import Neo4jStore
from tests.stores.neo4j_database import Database
from tests.stores.test_neo4j import TestNeo4jStore as Contract
from tests.support import enterprise, group, makes, seed, segment

HOSTILE = (
    "'}) MATCH (n) DETACH DELETE n //",
    '"}) MATCH (n) DETACH DELETE n //',
    "`) DETACH DELETE n //",
    "\\u0060) DETACH DELETE n //",
    "\\u0027}) DETACH DELETE n //",
    "\u0027 OR 1=1 RETURN n; MATCH (n) DELETE n",
    "$dataset",
    "${dataset}",
    "{dataset: 'demo'}",
    "a\\",
    "a\0b",
    "spelt:* OR 62",
    "bike\nMATCH (n) DETACH DELETE n",
    "长" * 5000,
)
PARTS: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame", "tube", "bell", "ore")),
    group("bike", "frame"),
    group("frame", "tube"),
    group("tube", "ore"),
    enterprise("acme"),
    makes("acme", "frame"),
)


@pytest.fixture
def store(neo4j_database: Database) -> Iterator[GraphStore]:
    with neo4j_database.empty_store(remember=False) as store:
        yield store


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_asked_is_never_a_statement(
    neo4j_database: Database, store: GraphStore, text: str
) -> None:
    store.load(seed(*PARTS))
    before = everything(neo4j_database)
    type_: RecordType = text  # type: ignore[assignment] # what no type checker sees
    asks: tuple[Callable[[], object], ...] = (
        lambda: store.search("demo", text),
        lambda: store.search("demo", "b", types=[type_]),
        lambda: store.search(text, "b"),
        lambda: store.read(text),
        lambda: store.versions(text),
        lambda: store.archive(text),
        lambda: store.edits(text, 1),
        lambda: store.closure(text, "bike"),
        lambda: store.closure("demo", text),
        lambda: store.closure("demo", "bike", inputs=[text]),  # type: ignore[list-item]
        lambda: store.neighbourhood("demo", text),
        lambda: store.path("demo", text, "bike"),
        lambda: store.path("demo", "tube", text),
        lambda: store.path("demo", "tube", "bike", inputs=[text]),  # type: ignore[list-item]
        lambda: store.report(text, [], by="王工", note="报"),
        lambda: store.withdraw("demo", [("segment", text), (type_, "bike")], by=text, note=text),
    )

    for ask in asks:
        found = quietly(ask)
        assert not found or getattr(found, "number", None) == 1

    assert everything(neo4j_database) == before


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_written_comes_back_as_it_was(store: GraphStore, text: str) -> None:
    store.load(seed(*PARTS))
    named = segment("bike", name=text, aliases=(text,))

    version = store.report("demo", [named], by=text, note=text)

    assert store.read("demo").segments["bike"] == named
    assert (version.by, version.note) == (text, text)
    assert store.versions("demo")[0] == version
    assert [hit.name for hit in store.search("demo", text)] == [named.name]
    assert [row.id for row in store.closure("demo", "bike")] == ["frame", "tube", "ore"]


def test_no_more_records_come_back_than_the_answer_has_rows(
    neo4j_database: Database, store: GraphStore
) -> None:
    store.load(seed(*PARTS))
    counts: list[int] = []
    with Neo4jStore(replace(neo4j_database.server, on_records=counts.append)) as counting:
        asks: tuple[Callable[[], tuple[object, ...]], ...] = (
            lambda: counting.closure("demo", "bike"),
            lambda: counting.neighbourhood("demo", "frame", hops=2),
            lambda: counting.neighbourhood("demo", "frame", hops=9, limit=3),
            lambda: counting.search("demo", "b"),
            lambda: counting.search("demo", "e", limit=2),
        )
        rows = [3, 5, 3, 3, 2]
        for ask, expected in zip(asks, rows, strict=True):
            counts.clear()
            assert len(ask()) == expected
            assert sum(counts) <= expected


@dataclass(frozen=True)
class Cut:
    """`clause` in a statement is replaced, which the test `guard` has to notice."""

    module: ModuleType
    statement: str
    clause: str
    guard: str
    instead: str = ""


def history(statement: str, clause: str, guard: str, instead: str = "") -> Cut:
    return Cut(statements, statement, clause, guard, instead)


def asked(statement: str, clause: str, guard: str, instead: str = "") -> Cut:
    return Cut(supply, statement, clause, guard, instead)


APART = "test_datasets_do_not_see_one_another"
STAGED = "test_what_is_staged_is_seen_by_nobody"
HOLDS = "AND s.since <= $version"
ENDS = "AND (s.until IS NULL OR s.until > $version)"
CUTS = (
    history(
        "NEWEST",
        ", number: coalesce(d.newest, d.current)",
        "test_the_newest_version_is_the_current_one",
    ),
    history("STATES", "{dataset: d.id}", "test_datasets_count_their_own_versions"),
    history("STATE", "dataset: $dataset, ", "test_an_old_title_is_that_of_the_dataset_asked"),
    history("RECORDS", "{dataset: $dataset}", APART),
    history("RECORDS", HOLDS, "test_every_old_version_stays_readable"),
    history("RECORDS", ENDS, "test_a_withdrawn_record_can_be_reported_again"),
    history("HOLDING", HOLDS, STAGED),
    history("HOLDING", "{dataset: $dataset}", "test_a_load_counts_nothing_of_another_dataset"),
    history("HOLDING", ENDS, "test_a_record_that_comes_back_is_there_again"),
    history("HELD", "dataset: $dataset, ", "test_another_dataset_does_not_matter"),
    history("HELD", HOLDS, "test_an_edit_of_what_another_changed_since_is_refused"),
    history("ENDED", "dataset: $dataset, ", "test_edits_are_those_of_the_dataset_asked"),
    history("BEGUN", "dataset: $dataset, ", "test_edits_are_those_of_the_dataset_asked"),
    history("ENDED", ", layer: $layer", "test_a_load_edits_nothing"),
    history("BEGUN", ", layer: $layer", "test_a_load_edits_nothing"),
    history("HISTORY", "{dataset: $dataset}", "test_an_archive_holds_its_dataset_alone"),
    history(
        "END_RECORDS",
        "dataset: $dataset, ",
        "test_a_change_ends_nothing_in_another_dataset_of_the_same_age",
    ),
    history("END_RECORDS", "AND s.until IS NULL", "test_a_withdrawn_record_can_be_reported_again"),
    history(
        "SEARCH", "n.dataset = $dataset", "test_a_name_of_another_dataset_is_not_found", "true"
    ),
    history("SEARCH", "giver.since <= version", STAGED, "true"),
    history(
        "SEARCH",
        "(giver.until IS NULL OR giver.until > version)",
        "test_search_sees_the_version_asked",
        "true",
    ),
    history(
        "SEARCH", "upper.layer > giver.layer", "test_search_sees_the_upper_layer_only", "false"
    ),
    asked("CLOSURE", "dataset: dataset, ", "test_datasets_of_one_age_do_not_supply_one_another"),
    asked("CLOSURE", "version: drawing, ", STAGED),
    asked(
        "CLOSURE",
        "r.input IN $inputs",
        "test_exact_in_one_group_and_not_in_another_is_not_exact",
        "true",
    ),
    asked("CENTER", "version: drawing, ", STAGED),
    asked("RING", "dataset: $dataset, version: $drawing", STAGED, "dataset: $dataset"),
    asked("RING", "{dataset: $dataset, ", "test_datasets_are_not_near_one_another", "{"),
    asked("STEPS", "{dataset: $dataset, ", "test_datasets_have_paths_of_their_own", "{"),
    asked("STEPS", "version: $drawing, ", STAGED),
)


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: f"{cut.statement}: {cut.clause}")
def test_a_guard_notices_the_missing_clause(
    neo4j_database: Database, monkeypatch: pytest.MonkeyPatch, cut: Cut
) -> None:
    whole = getattr(cut.module, cut.statement)
    assert cut.clause in whole
    monkeypatch.setattr(cut.module, cut.statement, whole.replace(cut.clause, cut.instead))

    assert not keeps(cut.guard, neo4j_database)


def keeps(name: str, database: Database) -> bool:
    """Whether the store passes the test of this name."""
    test: Callable[..., None] = getattr(Contract(), name)
    with database.empty_store(remember=False) as store:
        given = {"store": store, "neo4j_database": database}
        wanted = inspect.signature(test).parameters
        try:
            test(**{key: value for key, value in given.items() if key in wanted})
        except (AssertionError, pytest.fail.Exception, LiantuError, ValueError):
            return False
    return True


def quietly(ask: Callable[[], object]) -> object:
    """What is answered; nothing if it is refused."""
    try:
        return ask()
    except LiantuError:
        return None


def everything(database: Database) -> list[dict[str, object]]:
    return database.ask(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->() WITH n, count(r) AS ties "
        "RETURN labels(n) AS labels, ties, count(n) AS nodes ORDER BY labels, ties"
    )
