"""Two enterprises merged, split and undone on a Neo4j server, as in a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import seeds
from graph.load import load_dataset
from graph.store import GraphStore
from tests.edits.saying import answers, undo
from tests.edits.test_merging import CODE, firms, handed_in, made, said
from tests.http.conftest import client_of
from tests.stores.neo4j_database import Database


@pytest.fixture
def store(neo4j_database: Database) -> Iterator[GraphStore]:
    """The demo on a server, and two firms of a list of which different things are said."""
    opened = neo4j_database.empty_store()
    opened.load(load_dataset(seeds.FOLDER / "demo"))
    handed_in(opened, "飞轮车业,,在产,西街,自行车,2026-07-30")
    handed_in(opened, f"远程单车厂,{CODE},停产,东街,自行车、链条,2026-09-30")
    yield opened
    opened.close()


@pytest.fixture
def editor(store: GraphStore, tmp_path: Path) -> TestClient:
    return client_of("editor", store, tmp_path)


def test_merging_splitting_and_undoing_keep_every_answer(
    editor: TestClient, store: GraphStore
) -> None:
    before = answers(editor)
    every = store.read("demo").enterprises.values()
    other = next(each.id for each in every if each.name == "远程单车厂")

    merged = said(editor, "merge", "flywheel", other)
    one, street = firms(editor), store.read("demo").enterprises["flywheel"].address
    handed_in(store, "远程单车厂,,,,同步带,2026-11-01")
    said(editor, "split", "flywheel", other)
    parted = {id_: made(editor, id_) for id_ in ("flywheel", other)}
    for number in range(store.current("demo").number, 3, -1):
        undo(editor, number, store.current("demo").number)

    assert merged.status_code == 200
    assert (one, street) == (["飞轮车业", "顺通链条"], "东街")
    assert parted == {
        "flywheel": {"bicycle": 2, "belt": 1},
        other: {"bicycle": 1, "chain": 1},
    }
    assert answers(editor) == before
