"""Files written by the command: the bytes of the route, all of them or none."""

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from api.exports import FILES
from api.http.app import create_app
from api.settings import Settings
from graph.store import open_store
from tests.commands.conftest import ROOT, Run

KINDS = [kind for kind in FILES if not kind.endswith(".xlsx")]  # a workbook holds its hour


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_that_of_the_route(
    liantu: Run, demo_store: str, tmp_path: Path, kind: str
) -> None:
    with open_store(demo_store) as store:
        expected = TestClient(create_app(Settings(demo_store), store)).get(f"/api/v1/export/{kind}")

    done = liantu("export", kind, "-o", str(tmp_path / kind))

    assert (done.code, done.out) == (0, "")
    assert (tmp_path / kind).read_bytes() == expected.content
    assert [each.name for each in tmp_path.iterdir()] == [kind]


@pytest.mark.parametrize(
    ("kind", "sheet"), [("gaps.xlsx", "补链清单"), ("verify.xlsx", "核实清单")]
)
def test_a_workbook_opens(liantu: Run, tmp_path: Path, kind: str, sheet: str) -> None:
    done = liantu("export", kind, "--boundary", "none", "-o", str(tmp_path / kind))

    assert done.code == 0
    # the tube is asked of 飞轮车业, which has a sheet of its own
    firms = ["飞轮车业"] if kind == "verify.xlsx" else []
    assert openpyxl.load_workbook(tmp_path / kind).sheetnames == ["说明", sheet, *firms]


def test_a_folder_that_is_missing_is_named(liantu: Run, tmp_path: Path) -> None:
    done = liantu("export", "graph.json", "-o", str(tmp_path / "nowhere" / "graph.json"))

    assert done.code == 1
    assert f"没有文件夹 {tmp_path / 'nowhere'}" in done.err
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


FULL = """
import resource, sys
from pathlib import Path
import click
from api.cli.export import replace
from api.cli.say import Say
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    replace(Path(sys.argv[1]), iter([b"new" * 1000] * 10), Say("zh"))
except click.FileError as error:
    print(error.message)
"""
"""Files cannot grow beyond 4 KiB: what a full disk does, without one."""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are not Windows's")
def test_a_full_disk_leaves_the_old_file_as_it_was_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "gaps.csv"
    target.write_text("old", "utf-8")

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(target)], capture_output=True, cwd=ROOT, check=True
    )

    assert done.stdout.decode().strip() == "File too large"
    assert target.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["gaps.csv"]


def test_a_file_that_exists_is_replaced(liantu: Run, tmp_path: Path) -> None:
    target = tmp_path / "gaps.csv"
    target.write_text("old", "utf-8")

    done = liantu("export", "gaps.csv", "-o", str(target))

    assert done.code == 0
    assert "belt_makers" in target.read_text("utf-8-sig")


def test_a_file_gets_the_rights_of_any_new_file(liantu: Run, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()

    liantu("export", "gaps.csv", "-o", str(tmp_path / "gaps.csv"))

    assert (tmp_path / "gaps.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_filter_that_the_file_does_not_take_is_wrong_use(liantu: Run, tmp_path: Path) -> None:
    done = liantu("export", "verify.xlsx", "--chain", "bicycle", "-o", str(tmp_path / "v.xlsx"))

    assert done.code == 2
    assert "不能按 chain 筛选" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_kind_that_is_none_gets_the_kinds_there_are(liantu: Run) -> None:
    done = liantu("export", "graph.docx")

    assert done.code == 2
    assert "graph.graphml" in done.err
