"""Seconds and megabytes that an import takes, as a person runs it: read, compare, write.

Run: `python -m benchmarks.imports [--rows N] [--kind xlsx|csv]`. A made-up list of who makes what
for the shipped district: every row a new firm with one of its segments. Each step is a process of
its own, so that its peak of memory is its own; the target is 100,000 rows in 60 s and 1 GB. Where
other work shares the processor, look at the seconds that the process was busy.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

import seeds
from graph.load import load_dataset

HEAD = ("企业名称", "主要产品", "数据截至", "依据")
PLACES = ("渭沱", "沙鱼", "南津", "盐井", "草街", "土场", "三汇", "太和", "钱塘", "双凤")
WORDS = ("恒", "盛", "宏", "远", "鑫", "达", "瑞", "丰", "隆", "泰", "嘉", "润", "博", "创", "凯")


def main() -> None:
    """Make a table, import it twice, and print what each step takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--kind", choices=("xlsx", "csv"), default="xlsx")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / f"产品清单.{given.kind}"
        _write(table, given.rows)
        store = f"sqlite:///{folder}/store.db"
        _tell("load", "load", "hechuan", store=store)
        _tell("report", "import", str(table), store=store)
        _tell("apply", "import", str(table), "--apply", store=store)
        _tell("again", "import", str(table), store=store)


def _rows(count: int) -> Iterator[tuple[str, str, str, str]]:
    segments = [
        record.name
        for record in load_dataset(seeds.FOLDER / "hechuan").reference
        if record.type == "segment"
    ]
    for number in range(count):
        place = PLACES[number % len(PLACES)]
        first, second = WORDS[number // 10 % 15], WORDS[number // 150 % 15]
        firm = f"重庆市合川区{place}{first}{second}{number}号机械制造有限公司"
        yield firm, segments[number * 7 % len(segments)], "2026年11月25日", "工业企业统计表"


def _write(path: Path, count: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([HEAD, *_rows(count)])
        return
    book = Workbook()  # with shared strings, as spreadsheets write them
    page = book.create_sheet("产品清单", 0)
    for row in (HEAD, *_rows(count)):
        page.append(row)
    book.save(path)


def _tell(step: str, *arguments: str, store: str) -> None:
    before = time.perf_counter()
    command = [sys.executable, "-m", "api.cli", *arguments, "--store", store]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, env=os.environ | {"LIANTU_LANG": "en"}
    )
    assert child.stdout is not None  # noqa: S101 - a pipe was asked for
    printed = child.stdout.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - before
    counts = next((line for line in printed.splitlines() if line.startswith("rows:")), "")
    busy = used.ru_utime + used.ru_stime
    memory = used.ru_maxrss / 1024
    print(f"{step:8} {seconds:6.1f} s ({busy:5.1f} s busy)  {memory:5.0f} MB  {counts}", flush=True)
    if status:
        raise SystemExit(f"{step} failed")


if __name__ == "__main__":
    main()
