"""An import that is killed leaves the old state or the new one, never a mix."""

import os
import shutil
import signal
from itertools import count
from pathlib import Path

from api.imports.applying import Prepared, apply, prepare
from api.workspaces import Workspaces
from graph.exchange.read.files import TableFile
from graph.exchange.report.outcome import ImportChoices
from graph.store import GraphStore
from graph.store.sqlite import SqliteStore
from graph.store.sqlite_file import SqliteFile
from tests.imports.tables import FACTS, csv_file
from tests.stores.processes import killed_at, run_in_child
from tests.support import dataset, seed

OLD = csv_file("企业,状态,产品,数据截至", "大河链条厂,在产,链条,2026-11-24")
NEW = csv_file(
    "企业,状态,产品,数据截至",
    "大河链条厂,停产,链条,2026-11-25",
    "小溪带厂,在产,同步带,2026-11-25",
    "远山车厂,在建,自行车,2026-11-25",
)
CHOICES = ImportChoices(by="王工", today="2026-11-25")


def prepared(store: GraphStore) -> Prepared:
    return import_of(store, NEW)


def import_of(store: GraphStore, file: TableFile) -> Prepared:
    return prepare(Workspaces(store, None), [file], CHOICES, "zh")


def import_and_die(path: Path, statement: int) -> bool:
    """Whether a process that imports `NEW` dies before its n-th statement, or else ends well."""

    def work() -> None:
        with SqliteStore(SqliteFile(path)) as reading:
            found = prepared(reading)
        writing = SqliteStore(SqliteFile(path, on_statement=killed_at(statement)))
        apply(writing, found)
        os._exit(0)  # without closing, as a process that is killed later

    status = run_in_child(work)
    assert status in (0, -signal.SIGKILL)
    return status != 0


def test_an_import_killed_at_any_statement_leaves_old_or_new(tmp_path: Path) -> None:
    with SqliteStore(SqliteFile(tmp_path / "old.db")) as store:
        store.load(seed(*FACTS.records(), dataset=dataset("demo")))
        apply(store, import_of(store, OLD))
        old = (store.read("demo"), store.versions("demo"))
    shutil.copy(tmp_path / "old.db", tmp_path / "new.db")
    with SqliteStore(SqliteFile(tmp_path / "new.db")) as store:
        apply(store, prepared(store))
        new = store.reported("demo")
    assert len(new) > len([each for each in old[0].records() if each.id in {r.id for r in new}])

    for statement in count(1):
        path = tmp_path / f"{statement}.db"
        shutil.copy(tmp_path / "old.db", path)
        if not import_and_die(path, statement):
            break
        with SqliteStore(SqliteFile(path)) as store:
            assert (store.read("demo"), store.versions("demo")) == old
            assert prepared(store).body.same == 0
            apply(store, prepared(store))
            assert store.reported("demo") == new

    assert statement > 20  # fewer would mean that the statements are not seen
    with SqliteStore(SqliteFile(path)) as store:
        assert store.reported("demo") == new
        assert prepared(store).body.same == 3
