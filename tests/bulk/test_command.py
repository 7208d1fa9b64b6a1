"""`liantu load FILE…`: loads, answers from what was loaded, and says what was wrong."""

import csv
import json
from pathlib import Path

import pytest

from tests.bulk.files import written
from tests.commands.conftest import run_liantu

NODES = "编号,名称,产业链\nbelt,同步带,自行车\nbike,自行车整车,自行车\n"
EDGES = "起点,终点\nbelt,bike\n"
FIRMS = "编号,企业\nf1,飞轮车业\n"
MAKES = "企业,环节\n飞轮车业,自行车整车\nf1,自行车整车\n"


@pytest.fixture
def store(tmp_path: Path) -> tuple[str, ...]:
    return ("--store", f"sqlite:///{tmp_path}/store.db", "--dataset", "newtown")


def test_files_are_loaded_and_answered_from(tmp_path: Path, store: tuple[str, ...]) -> None:
    files = written(tmp_path, nodes=NODES, edges=EDGES, firms=FIRMS, made=MAKES)
    report = tmp_path / "report.csv"

    done = run_liantu("load", *map(str, files), *store, "--by", "王工", "--report", str(report))
    missing = run_liantu("missing", "自行车整车", "--json", *store)

    # Two rows say the same of who makes what: the second is counted as that.
    assert "行：新增 5，相同 1，拒绝 0，未读 0，共 6" in done.out
    assert "已载入数据集 newtown 版本 1" in done.out
    lines = list(csv.reader(report.read_text("utf-8-sig").splitlines()))
    assert [each[:3] for each in lines[1:]] == [
        ["nodes.csv", "2", "新增"],
        ["nodes.csv", "3", "新增"],
        ["firms.csv", "2", "新增"],
        ["edges.csv", "2", "新增"],
        ["made.csv", "2", "新增"],
        ["made.csv", "3", "相同"],
    ]
    (item,) = json.loads(missing.out)["missing"]
    assert item["segment"]["id"] == "belt"
    assert item["evidence"] == [
        {
            "basis": "reported",
            "table": "edges.csv",
            "row": 2,
            "by": "王工",
            "note": "原行：belt｜bike",
        }
    ]


def test_a_wrong_row_ends_with_1_and_the_rejected_rows_as_a_file(
    tmp_path: Path, store: tuple[str, ...]
) -> None:
    files = written(tmp_path, nodes=NODES, edges="起点,终点\nbelt,bik\n")
    wrong = tmp_path / "wrong.csv"

    done = run_liantu("load", *map(str, files), *store, "--rejected", str(wrong))
    rest = run_liantu("load", *map(str, files), *store, "--sound-only", "--lang", "en")

    assert (done.code, rest.code) == (1, 1)
    assert "✗ edges.csv 第 2 行 [终点] “bik”：没有节点“bik”（悬空）" in done.out
    assert "没有写入" in done.out
    assert wrong.read_text("utf-8-sig").splitlines()[1] == "belt,bik,终点：没有节点“bik”（悬空）"
    assert "version 1" in rest.out


def test_wrong_use_is_told(tmp_path: Path) -> None:
    (file,) = written(tmp_path, nodes=NODES)
    place = ("--store", f"sqlite:///{tmp_path}/store.db")

    nameless = run_liantu("load", str(file), *place)
    mixed = run_liantu("load", str(file), str(tmp_path), *place, "--dataset", "newtown")
    absent = run_liantu("load", "企业.parquet", *place, "--dataset", "newtown")

    assert (nameless.code, mixed.code, absent.code) == (2, 2, 2)
    assert "--dataset" in nameless.err
    assert "不是文件" in mixed.err
    assert "企业.parquet 不是文件" in absent.err
