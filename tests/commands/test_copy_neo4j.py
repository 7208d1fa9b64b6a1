"""Between a file and a server and back: everything comes along, and the answers stay the same."""

from pathlib import Path

import pytest

import seeds
from graph.load import load_dataset
from graph.store import GraphStore, open_store
from tests.commands.conftest import Done, Run
from tests.stores.examples import BIKES
from tests.stores.neo4j_database import Database
from tests.support import dataset, seed


@pytest.fixture
def server(neo4j_database: Database) -> dict[str, str]:
    """The settings that lead to an empty store on the shared server."""
    neo4j_database.empty_store().close()
    return neo4j_database.settings


def test_a_history_comes_back_from_a_server_as_it_went_there(
    liantu: Run, server: dict[str, str], tmp_path: Path
) -> None:
    first, last = (f"sqlite:///{tmp_path / name}" for name in ("first.sqlite", "last.sqlite"))
    with open_store(first) as store:
        store.load(load_dataset(seeds.FOLDER / "demo"))
        report_on_a_firm(store)
        store.load(seed(*BIKES, dataset=dataset("east")))

    there = liantu("copy", first, server["LIANTU_STORE"], **server)
    again = liantu("copy", first, server["LIANTU_STORE"], **server)
    back = liantu("copy", server["LIANTU_STORE"], last, **server)

    assert [there.code, again.code, back.code] == [0, 1, 0]
    with open_store(first) as went, open_store(last) as came:
        for name in ("demo", "east"):
            assert came.archive(name) == went.archive(name)
            assert came.read(name) == went.read(name)
    files = [graph(liantu, **server), graph(liantu, first), graph(liantu, last)]
    assert files[0].code == 0
    assert files[0].raw == files[1].raw == files[2].raw


def report_on_a_firm(store: GraphStore) -> None:
    firm = next(iter(store.read("demo").enterprises.values()))
    store.report("demo", [firm.model_copy(update={"status": "suspended"})], by="王工", note="停产")


def graph(liantu: Run, store: str | None = None, **settings: str) -> Done:
    given = settings if store is None else {"LIANTU_STORE": store}
    return liantu("export", "graph.json", "--dataset", "demo", **given)


def test_a_backup_of_a_server_is_a_store(
    liantu: Run, server: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "backup.sqlite"
    assert liantu("load", "demo", **server).code == 0

    done = liantu("backup", str(file), "--lang", "en", **server)

    assert (done.code, done.out.splitlines()) == (
        0,
        ["copied dataset demo up to version 1", f"wrote {file}"],
    )
    assert [each.name for each in tmp_path.iterdir()] == ["backup.sqlite"]
    with open_store(f"sqlite:///{file}") as store:
        assert store.read("demo").segments.keys() >= {"bicycle", "chain"}


def test_a_backup_of_a_server_that_is_not_there_leaves_nothing(liantu: Run, tmp_path: Path) -> None:
    store = "neo4j://127.0.0.1:1?timeout=1"

    done = liantu("backup", str(tmp_path / "backup.sqlite"), LIANTU_STORE=store)

    assert done.code == 1
    assert "127.0.0.1:1" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_password_in_the_uri_is_wrong_use_and_not_repeated(liantu: Run) -> None:
    for arguments in (
        ("chains", "--store", "neo4j://neo4j:geheim@127.0.0.1"),
        ("copy", "neo4j://neo4j:geheim@127.0.0.1", "sqlite:///x.sqlite"),
        ("copy", "sqlite:////nowhere/x.sqlite", "bolt://127.0.0.1?password=geheim"),
        ("serve", "--store", "postgres://neo4j:geheim@127.0.0.1"),
    ):
        done = liantu(*arguments)

        assert done.code in {1, 2}
        assert "geheim" not in done.out + done.err
