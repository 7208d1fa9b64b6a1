"""A store and a backup of an earlier version open, take the seeds of today, and lose nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import seeds
from graph.load import load_dataset
from graph.model import Facts
from graph.store import GraphStore, open_store
from tests.edits.saying import API
from tests.http.conftest import client_of
from tests.stores import old_stores
from tests.stores.old_stores import DATASETS, FILES, RIVER, expect_everything, expect_orphans


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    old_stores.unpack(tmp_path)
    return tmp_path


def opened(folder: Path, file: str = FILES[0]) -> GraphStore:
    return open_store(f"sqlite:///{folder / file}")


@pytest.mark.parametrize("file", FILES)
def test_an_old_store_holds_all_that_people_said(folder: Path, file: str) -> None:
    with opened(folder, file) as store:
        for dataset in DATASETS:
            expect_everything(store, dataset)
            expect_orphans(store, dataset)


@pytest.mark.parametrize("file", FILES)
def test_the_seeds_of_today_take_nothing_of_it_away(folder: Path, file: str) -> None:
    with opened(folder, file) as store:
        for dataset in DATASETS:
            store.load(load_dataset(seeds.FOLDER / dataset))

            expect_everything(store, dataset)
            expect_orphans(store, dataset)


def test_what_lost_its_subject_by_a_load_is_listed(folder: Path) -> None:
    seed = load_dataset(seeds.FOLDER / "demo")
    without = tuple(each for each in seed.local if "flywheel" not in each.id)

    with opened(folder) as store:
        store.load(replace(seed, local=without))

        expect_everything(store, "demo")
        lost = {each.id for each in store.orphans("demo")}
    assert lost == {"judgement.belt_makers", f"delivery.{RIVER}.flywheel.chain"}


def test_its_answers_follow_what_people_said(folder: Path, tmp_path: Path) -> None:
    """Chains are made now; the frame needs welding wire, of which nobody knows.

    So the bicycle lacks nothing for sure, and its only open input is two steps away.
    """
    with opened(folder) as store:
        client = client_of("editor", store, tmp_path)
        makers = answer(client, "segments/chain")["makers"]
        missing = answer(client, "missing?segment=bicycle")["missing"]
        gaps = answer(client, "gaps")

    assert isinstance(makers, list)
    assert isinstance(missing, list)
    assert {each["name"] for each in makers} == {"大河链条厂", "顺通链条"}
    found = [(each["segment"]["id"], each["depth"], each["standing"]) for each in missing]
    assert found == [("welding_wire", 2, "to_settle")]
    assert gaps["standings"]["confirmed"] == 0  # type: ignore[index] # counts by standing


def test_its_history_is_told_and_undone(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as store:
        for dataset in DATASETS:
            store.load(load_dataset(seeds.FOLDER / dataset))
        facts = undone_on(store, tmp_path)

    assert "welding_wire" not in facts.segments
    assert f"makes.{RIVER}.belt" in facts.makes


def undone_on(store: GraphStore, folder: Path) -> Facts:
    """The demo after its versions 13 and 11 were undone; every edit before is told in words."""
    client = client_of("editor", store, folder)
    for dataset in DATASETS:
        items = answer(client, f"history?dataset={dataset}&limit=50")["items"]
        assert isinstance(items, list)
        texts = [edit["text"] for item in items for edit in item.get("edits", ())]
        assert all(texts)
        assert len(texts) >= len(old_stores.HISTORY[dataset])
    now = store.current("demo").number
    assert undone(client, 13, now)
    assert undone(client, 11, now + 1)
    return store.read("demo")


def undone(client: TestClient, version: int, seen: int) -> bool:
    path = f"{API}/history/{version}/undo?dataset=demo"
    said = {"reason": "误记"}
    return client.post(path, json=said, headers={"If-Match": f'"{seen}"'}).status_code == 200


def answer(client: TestClient, path: str) -> dict[str, object]:
    mark = "&" if "?" in path else "?"
    named = path if "dataset=" in path else f"{path}{mark}dataset=demo"
    response = client.get(f"{API}/{named}")
    assert response.status_code == 200
    found: dict[str, object] = response.json()
    return found
