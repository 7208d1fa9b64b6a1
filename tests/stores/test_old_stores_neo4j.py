"""An old store comes to a Neo4j server by `liantu copy`, takes today's seeds, and loses nothing."""

from pathlib import Path

import seeds
from graph.load import load_dataset
from tests.commands.conftest import run_forked
from tests.stores import old_stores
from tests.stores.neo4j_database import Database
from tests.stores.old_stores import DATASETS, RIVER, expect_everything, expect_orphans
from tests.stores.test_old_stores import undone_on


def test_an_old_store_copied_to_neo4j_holds_all_that_people_said(
    neo4j_database: Database, tmp_path: Path
) -> None:
    old_stores.unpack(tmp_path)
    neo4j_database.empty_store().close()
    file = f"sqlite:///{tmp_path / 'store.sqlite'}"

    copied = run_forked("copy", file, neo4j_database.uri, **neo4j_database.settings)

    assert (copied.code, copied.err) == (0, "")
    with neo4j_database.store() as store:
        for dataset in DATASETS:
            expect_everything(store, dataset)
            store.load(load_dataset(seeds.FOLDER / dataset))
            expect_everything(store, dataset)
            expect_orphans(store, dataset)
        facts = undone_on(store, tmp_path)
    assert "welding_wire" not in facts.segments
    assert f"makes.{RIVER}.belt" in facts.makes
