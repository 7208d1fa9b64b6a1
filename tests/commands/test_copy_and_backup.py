"""Whole histories to another store and into a file: everything or nothing, never over anything."""

import json
import os
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import click
import pytest

import seeds
from api.cli.backup import drill
from api.cli.copying import CopiedItem
from api.cli.say import Say
from graph.load import load_dataset
from graph.store import GraphStore, open_store
from tests import support
from tests.commands.conftest import Run
from tests.stores.processes import run_in_child

OTHER = support.seed(support.segment("frame"), dataset=support.dataset("other"))


def uri(path: Path) -> str:
    return f"sqlite:///{path}"


def said(store: str, dataset: str, number: int) -> object:
    """All that a version says, its history around it."""
    with open_store(store, create=False) as opened:
        return opened.archive(dataset), opened.read(dataset, number)


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo, reported on and withdrawn again, and Hechuan."""
    store = uri(tmp_path_factory.mktemp("two") / "two.sqlite")
    with open_store(store) as opened:
        report_twice(opened)
        opened.load(load_dataset(seeds.FOLDER / "hechuan"))
    return store


def report_twice(store: GraphStore) -> None:
    store.load(load_dataset(seeds.FOLDER / "demo"))
    firm = next(iter(store.read("demo").enterprises.values()))
    store.report("demo", [firm.model_copy(update={"status": "suspended"})], by="王工", note="停产")
    store.withdraw("demo", [("enterprise", firm.id)], by="王工", note="误报")


def test_a_copy_is_every_dataset_with_every_version(liantu: Run, two: str, tmp_path: Path) -> None:
    target = uri(tmp_path / "target.sqlite")

    done = liantu("copy", two, target, "--json")

    assert done.code == 0
    assert json.loads(done.out)["items"] == [
        {"dataset": "demo", "version": 3},
        {"dataset": "hechuan", "version": 1},
    ]
    for dataset, number in (("demo", 1), ("demo", 2), ("demo", 3), ("hechuan", 1)):
        assert said(target, dataset, number) == said(two, dataset, number)


def test_a_copy_may_be_of_one_dataset(liantu: Run, two: str, tmp_path: Path) -> None:
    target = uri(tmp_path / "target.sqlite")

    done = liantu("copy", two, target, "--dataset", "demo", "--lang", "en")

    assert (done.code, done.out) == (0, "copied dataset demo up to version 3\n")
    with open_store(target) as opened:
        assert [each.id for each in opened.datasets()] == ["demo"]


def test_a_default_dataset_leaves_nothing_out_of_a_copy(
    liantu: Run, two: str, tmp_path: Path
) -> None:
    done = liantu("copy", two, uri(tmp_path / "target.sqlite"), LIANTU_DATASET="demo")

    assert done.code == 0
    assert "hechuan" in done.out


def test_a_copy_never_writes_over_a_dataset(
    liantu: Run, demo_store: str, two: str, tmp_path: Path
) -> None:
    target = uri(tmp_path / "target.sqlite")
    liantu("copy", demo_store, target)
    before = said(target, "demo", 1)

    done = liantu("copy", two, target)

    assert (done.code, done.out) == (1, "")
    assert "demo" in done.err
    assert said(target, "demo", 1) == before
    with open_store(target) as opened:
        assert [each.id for each in opened.datasets()] == ["demo"]


def test_an_unknown_dataset_is_named_with_those_there_are(
    liantu: Run, two: str, tmp_path: Path
) -> None:
    done = liantu("copy", two, uri(tmp_path / "target.sqlite"), "--dataset", "demos")

    assert done.code == 1
    assert "demos" in done.err
    assert "demo, hechuan" in done.err


def test_a_source_that_is_not_there_is_not_made(liantu: Run, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.sqlite"

    done = liantu("copy", uri(missing), uri(tmp_path / "target.sqlite"))

    assert done.code == 1
    assert str(missing) in done.err
    assert not missing.exists()


def test_a_backup_is_a_store_with_everything(liantu: Run, two: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"

    done = liantu("backup", str(file), "--lang", "en", LIANTU_STORE=two)

    assert done.code == 0
    assert done.out.splitlines() == [
        "copied dataset demo up to version 3",
        "copied dataset hechuan up to version 1",
        f"wrote {file}",
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["backup.sqlite"]
    for dataset, number in (("demo", 1), ("demo", 3), ("hechuan", 1)):
        assert said(uri(file), dataset, number) == said(two, dataset, number)


def test_a_backup_restores_by_copy(liantu: Run, two: str, tmp_path: Path) -> None:
    file, target = tmp_path / "backup.sqlite", uri(tmp_path / "target.sqlite")
    liantu("backup", str(file), LIANTU_STORE=two)

    done = liantu("copy", uri(file), target)

    assert done.code == 0
    assert said(target, "demo", 2) == said(two, "demo", 2)
    assert (
        liantu("export", "graph.json", "--dataset", "hechuan", LIANTU_STORE=target).raw
        == liantu("export", "graph.json", "--dataset", "hechuan", LIANTU_STORE=two).raw
    )


def test_a_backup_writes_over_a_file_only_when_asked(liantu: Run, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    file.write_text("old", "utf-8")

    refused = liantu("backup", str(file))

    assert refused.code == 1
    assert "--overwrite" in refused.err
    assert file.read_text("utf-8") == "old"
    assert liantu("backup", str(file), "--overwrite").code == 0
    assert said(uri(file), "demo", 1)


def test_a_backup_is_not_written_over_the_store_itself(liantu: Run, two: str) -> None:
    file = two.removeprefix("sqlite:///")

    done = liantu("backup", file, "--overwrite", "--lang", "en", LIANTU_STORE=two)

    assert done.code == 1
    assert "the store itself" in done.err
    assert said(two, "demo", 3)


def test_a_backup_that_is_in_use_is_not_written_over(liantu: Run, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    liantu("backup", str(file))
    with open_store(uri(file)) as opened:
        opened.ping()
        done = liantu("backup", str(file), "--overwrite", "--lang", "en")

    assert done.code == 1
    assert "in use" in done.err


def test_a_backup_that_was_opened_by_a_process_that_was_killed_is_written_over(
    liantu: Run, tmp_path: Path
) -> None:
    file = tmp_path / "backup.sqlite"
    liantu("backup", str(file))

    def open_and_die() -> None:
        open_store(uri(file)).load(OTHER)
        os.kill(os.getpid(), signal.SIGKILL)

    assert run_in_child(open_and_die) == -signal.SIGKILL
    assert (tmp_path / "backup.sqlite-wal").exists()

    assert liantu("backup", str(file), "--overwrite").code == 0
    assert [each.name for each in tmp_path.iterdir()] == ["backup.sqlite"]
    with open_store(uri(file)) as opened:
        assert [each.id for each in opened.datasets()] == ["demo"]


def test_a_backup_that_cannot_be_restored_takes_no_other_s_place(two: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    shutil.copy(two.removeprefix("sqlite:///"), file)
    items = [CopiedItem(dataset="demo", version=3)]
    drill(file, items, Say("en"))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("UPDATE versions SET number = 9 WHERE number = 3")
        connection.commit()

    with pytest.raises(click.FileError, match="could not be restored"):
        drill(file, items, Say("en"))
    assert [each.name for each in tmp_path.iterdir()] == ["backup.sqlite"]


def test_only_its_owner_reads_a_backup(liantu: Run, tmp_path: Path) -> None:
    liantu("backup", str(tmp_path / "backup.sqlite"))

    assert (tmp_path / "backup.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_missing_is_named_and_not_made(liantu: Run, tmp_path: Path) -> None:
    done = liantu("backup", str(tmp_path / "usb" / "backup.sqlite"))

    assert done.code == 1
    assert f"没有文件夹 {tmp_path / 'usb'}" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are not Windows's")
@pytest.mark.parametrize("kib", [4, 200, 1000])
def test_a_full_disk_leaves_no_backup_and_the_old_one_as_it_was(
    two: str, tmp_path: Path, kib: int
) -> None:
    file = tmp_path / "backup.sqlite"
    file.write_text("old", "utf-8")

    assert run_in_child(lambda: back_up_with_little_room(two, file, kib * 1024)) == 0

    assert file.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["backup.sqlite"]


def back_up_with_little_room(store: str, file: Path, room: int) -> None:
    """Back up where no file may grow beyond `room` bytes, as on a disk that is full."""
    import resource  # noqa: PLC0415 - not on every system

    from api.cli.program import run  # noqa: PLC0415 - in the child

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    assert run(["backup", str(file), "--overwrite", "--store", store], os.environ) == 1
