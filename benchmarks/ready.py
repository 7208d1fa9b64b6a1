"""How soon a process can answer: from the store, and from the columns beside it.

Run: `python -m benchmarks.ready [--sizes 1000 10000]`. Datasets are made up in the proportions of
the shipped one. Each figure is a process of its own that has everything imported: processor
seconds from the question which version is current to its workspace, and memory after it. The
first reads, compiles and writes the columns; the second finds them.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from api.columns import KeptColumns
from benchmarks.proportions import in_proportion
from graph.store import open_store


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--of", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.of:
        print(*_ready(given.of))
        return
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "store.sqlite"
            with open_store(f"sqlite:///{file}") as store:
                store.load(in_proportion(size))
            found = [_apart(file) for _ in ("compiled", "mapped")]
        print(f"{size}: compiled and written {found[0]}, from the columns {found[1]}", flush=True)


def _apart(file: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ready", "--of", str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes = done.stdout.split()
    return f"{seconds} s, {megabytes} MB"


def _ready(file: Path) -> tuple[str, int]:
    with open_store(f"sqlite:///{file}") as store:
        columns = KeptColumns(store)
        (dataset,) = store.datasets()
        start = time.process_time()
        ws, _whole = columns.workspace(store.current(dataset.id))
        spent = time.process_time() - start
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    assert ws.network.ids  # noqa: S101 - it can answer
    return f"{spent:.3f}", pages * os.sysconf("SC_PAGESIZE") // 2**20


if __name__ == "__main__":
    main()
