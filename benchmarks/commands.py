"""Wall time of `liantu missing` as a process, on a store that exists.

Run: `python -m benchmarks.commands [SEGMENT] [--runs N]`. Prints min, median and max in seconds;
the store lies in a temporary folder and is loaded before the clock starts.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIANTU = (sys.executable, "-m", "api.cli")


def main() -> None:
    """Load a store, run the command several times, print its times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("segment", nargs="?", default="气凝胶绝热毡")
    parser.add_argument("--runs", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "LIANTU_STORE": f"sqlite:///{Path(folder) / 'store.sqlite'}"}
        subprocess.run([*LIANTU, "load"], env=environ, check=True, stdout=subprocess.DEVNULL)
        times = [_seconds([*LIANTU, "missing", given.segment], environ) for _ in range(given.runs)]
    print(
        f"liantu missing {given.segment}: min {min(times):.3f} s, "
        f"median {statistics.median(times):.3f} s, max {max(times):.3f} s ({given.runs} runs)"
    )


def _seconds(command: list[str], environ: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
