"""What a version on a Neo4j compiles to is kept on this machine, and never taken for another's."""

from dataclasses import replace
from pathlib import Path

from api.columns import KeptColumns
from graph.answers import Workspace
from graph.store import neo4j_statements as cypher
from graph.store.neo4j import Neo4jStore
from tests.stores.neo4j_database import Database
from tests.support import enterprise, group, seed, segment

SEED = seed(segment("bike"), segment("bell"), group("bike", "bell"))
READING = {cypher.RECORDS, cypher.HOLDING}


def asked(database: Database, folder: Path) -> tuple[Workspace, bool]:
    """The workspace as another process gets it, and whether it read the records for that."""
    said: list[str] = []
    server = replace(database.server, columns=folder, on_statement=said.append)
    with Neo4jStore(server) as store:
        ws, _whole = KeptColumns(store).workspace(store.current("demo"))
        return ws, not READING.isdisjoint(said)


def test_another_process_starts_from_the_columns(neo4j_database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    with neo4j_database.empty_store() as store:
        store.load(SEED)
        first, had_to_read = asked(neo4j_database, folder)
        assert had_to_read

        again, had_to_read = asked(neo4j_database, folder)
        assert not had_to_read
        assert again.facts == first.facts == store.read("demo")
        assert again.network == first.network

        store.report("demo", [enterprise("acme")], by="王工", note="报")
        after, had_to_read = asked(neo4j_database, folder)
        assert had_to_read
        assert list(after.facts.enterprises) == ["acme"]


def test_columns_of_a_database_that_was_replaced_are_not_taken(
    neo4j_database: Database, tmp_path: Path
) -> None:
    with neo4j_database.empty_store() as store:
        store.load(SEED)
        asked(neo4j_database, tmp_path)

    with neo4j_database.empty_store() as store:  # at the same address, of the same number
        store.load(seed(segment("frame")))
        ws, _read = asked(neo4j_database, tmp_path)

    assert list(ws.facts.segments) == ["frame"]


def test_a_version_that_an_older_program_wrote_has_none(
    neo4j_database: Database, tmp_path: Path
) -> None:
    with neo4j_database.empty_store() as store:
        store.load(SEED)
        neo4j_database.ask("MATCH (v:Version) REMOVE v.written")
        for _time in range(2):
            ws, had_to_read = asked(neo4j_database, tmp_path)
            assert had_to_read
            assert list(ws.facts.segments) == ["bell", "bike"]
    assert not [*tmp_path.iterdir()]
