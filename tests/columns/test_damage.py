"""Columns that are damaged, foreign or cannot be written: the store answers all the same."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

import pytest

from api.columns import KeptColumns, opened
from api.compiling import compiled
from graph.answers import Workspace
from graph.errors import ColumnsUnusableError
from graph.model import Facts
from graph.store import GraphStore, open_store
from graph.store.column_files import FORMAT, KEPT, MANIFEST, ColumnsKept, open_columns
from tests.support import (
    chain,
    claim,
    enterprise,
    industry,
    makes,
    membership,
    region,
    seed,
    segment,
)

SEED = seed(
    region(),
    industry(),
    chain(),
    segment("frame", name="车架"),
    segment("wheel", name="车轮"),
    membership("bikes", "frame"),
    enterprise("acme"),
    makes("acme", "frame"),
    claim("wheel", "absent"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[GraphStore]:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite'}") as made:
        made.load(SEED)
        yield made


def folder_of(store: GraphStore) -> Path:
    assert isinstance(store, ColumnsKept)
    place = store.columns_of(store.current("demo"))
    assert place is not None
    return place.folder


def workspace(store: GraphStore) -> Workspace:
    """As another process would get it."""
    return KeptColumns(store).workspace(store.current("demo"))[0]


def facts_of(ws: Workspace) -> list[object]:
    return [list(ws.facts.records()), list(ws.makers.items()), ws.network]


def truth(store: GraphStore) -> list[object]:
    return facts_of(compiled(store.read("demo")))


def refused() -> Facts:
    raise AssertionError("nothing is damaged")


def is_whole(store: GraphStore) -> bool:
    assert isinstance(store, ColumnsKept)
    place = store.columns_of(store.current("demo"))
    assert place is not None
    try:
        open_columns(place).check()
        opened(place, refused)
    except ColumnsUnusableError:
        return False
    return True


def files_of(store: GraphStore) -> list[str]:
    workspace(store)
    return sorted(each.name for each in folder_of(store).iterdir())


def test_one_byte_that_is_not_as_it_was_is_noticed_in_each_file(store: GraphStore) -> None:
    right = truth(store)
    for name in files_of(store):
        file = folder_of(store) / name
        content = bytearray(file.read_bytes())
        if not content:
            continue
        content[len(content) // 2] ^= 1
        file.write_bytes(content)

        assert not is_whole(store), name
        assert facts_of(workspace(store)) == right, name
        workspace(store).known_names.of("segment")
        # What nothing asked for may lie damaged; a whole folder is made where it was asked for.
        shutil.rmtree(folder_of(store), ignore_errors=True)
        workspace(store)


def test_a_file_that_is_cut_off_or_missing_is_noticed(store: GraphStore) -> None:
    right = truth(store)
    for name in files_of(store):
        file = folder_of(store) / name
        content = file.read_bytes()
        for left in (content[:-1] if content else None, None):
            file.unlink(missing_ok=True)
            if left is not None:
                file.write_bytes(left)

            assert facts_of(workspace(store)) == right, name
            assert name == "names.json" or is_whole(store), name
            if name == "names.json":
                file.write_bytes(content)


def test_a_damaged_record_is_read_from_the_store_and_told_once(
    store: GraphStore, caplog: pytest.LogCaptureFixture
) -> None:
    workspace(store)
    file = folder_of(store) / "records.json"
    file.write_bytes(file.read_bytes().replace("车架".encode(), "车茶".encode()))
    ws = workspace(store)

    assert ws.facts.segments["frame"].name == "车架"
    assert ws.facts.segments["wheel"].name == "车轮"
    assert [each.name for each in ws.facts.segments.values()] == ["车架", "车轮"]
    assert len(caplog.records) == 1
    assert not folder_of(store).exists()


def test_columns_that_were_never_written_are_no_news_and_lost_ones_are(
    store: GraphStore, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    workspace(store)
    assert caplog.records == []

    (folder_of(store) / "manifest.json").unlink()
    workspace(store)
    assert len(caplog.records) == 1


def test_damaged_names_are_worked_out(store: GraphStore) -> None:
    workspace(store)
    (folder_of(store) / "names.json").write_bytes(b"{}")

    assert workspace(store).known_names.of("segment")["车架"] == ["frame"]


def test_columns_of_another_format_are_made_anew(store: GraphStore) -> None:
    workspace(store)
    manifest = folder_of(store) / MANIFEST
    _digest, body = manifest.read_bytes().split(b"\n", 1)
    told = json.loads(body)
    told[0][0] = FORMAT + 1
    _with_digest(manifest, told)

    assert not is_whole(store)
    assert facts_of(workspace(store)) == truth(store)
    assert is_whole(store)


def _with_digest(manifest: Path, told: object) -> None:
    body = json.dumps(told).encode()
    manifest.write_bytes(blake2b(body, digest_size=16).hexdigest().encode() + b"\n" + body)


def test_columns_of_another_store_at_the_same_place_are_not_taken(tmp_path: Path) -> None:
    """Both stores have one version of one dataset, written in one second perhaps."""
    for name in ("here", "there"):
        with open_store(f"sqlite:///{tmp_path / name}") as made:
            made.load(seed(region(), segment("frame", name=name)))
            workspace(made)
    (tmp_path / "there").replace(tmp_path / "here")

    with open_store(f"sqlite:///{tmp_path / 'here'}") as made:
        assert workspace(made).facts.segments["frame"].name == "there"


def test_a_backup_that_went_on_otherwise_is_not_mixed_up(tmp_path: Path) -> None:
    file, backup = tmp_path / "store.sqlite", tmp_path / "backup.sqlite"
    with open_store(f"sqlite:///{file}") as made:
        made.load(SEED)
    shutil.copyfile(file, backup)
    for name in ("甲", "乙"):
        shutil.copyfile(backup, file)
        with open_store(f"sqlite:///{file}") as made:
            made.report("demo", [enterprise("acme", name=name)], by="王工", note="改名")

            assert workspace(made).facts.enterprises["acme"].name == name
            assert workspace(made).facts.enterprises["acme"].name == name


def test_old_versions_are_forgotten(store: GraphStore) -> None:
    for number in range(5):
        store.report("demo", [enterprise("acme", insured=number)], by="王工", note="参保")
        workspace(store)

    found = {each.name.partition("-")[0] for each in folder_of(store).parent.iterdir()}

    assert len(found) == KEPT
    assert "6" in found


def test_what_a_kill_left_is_cleared_away_in_time(store: GraphStore) -> None:
    workspace(store)
    left = folder_of(store).parent / ".new-abc"
    left.mkdir()
    os.utime(left, (0, 0))
    store.report("demo", [enterprise("acme", insured=1)], by="王工", note="参保")

    workspace(store)

    assert not left.exists()


def test_a_file_where_the_folder_should_be_is_no_obstacle_and_told_once(
    store: GraphStore, caplog: pytest.LogCaptureFixture
) -> None:
    folder_of(store).parent.parent.write_text("in the way")
    columns = KeptColumns(store)

    found = [facts_of(columns.workspace(store.current("demo"))[0]) for _ in range(2)]

    assert found == [truth(store)] * 2
    assert len(caplog.records) == 1


def test_a_store_that_is_only_read_keeps_nothing(store: GraphStore) -> None:
    with open_store(store.uri, read_only=True) as reader:
        assert facts_of(workspace(reader)) == truth(store)
        assert not folder_of(reader).exists()

        workspace(store)

        assert facts_of(workspace(reader)) == truth(store)


FULL = """
import resource, sys
from api.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
sys.exit(main(["missing", "车架", "--store", sys.argv[1]]))
"""


def test_a_full_disk_is_told_and_nothing_is_lost(store: GraphStore) -> None:
    """A limit on the size of files stands for it; `-B`, or it cuts off the bytecode of ours too."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL, store.uri], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert "车架" in done.stdout
    assert done.stderr.count(str(folder_of(store))) == 1
    assert list(folder_of(store).parent.iterdir()) == []
    assert facts_of(workspace(store)) == truth(store)


def test_several_who_write_at_once_leave_one_whole_folder(store: GraphStore) -> None:
    right = truth(store)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: facts_of(workspace(store)), range(4)))

    assert found == [right] * 4
    assert is_whole(store)
    assert len(list(folder_of(store).parent.iterdir())) == 1


def test_what_is_kept_means_the_same_as_long_as_the_format_has_its_number(
    store: GraphStore,
) -> None:
    """If this fails on purpose: raise FORMAT, or old columns answer otherwise than new ones."""
    arrays = [
        name for name in files_of(store) if name.startswith(("network.", "index.", "placed."))
    ]
    seen = blake2b(digest_size=8)
    for name in arrays:
        seen.update(name.encode() + (folder_of(store) / name).read_bytes())

    assert (FORMAT, seen.hexdigest()) == (4, "d1d587acea899ef9")
