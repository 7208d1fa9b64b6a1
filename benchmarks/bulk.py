"""What a load of big files takes, from Parquet to the first answers, and beside ladybug's COPY.

Run: `python -m benchmarks.bulk [--segments N …] [--csv] [--peer] [--keep FOLDER]`. Each size makes
four files in the proportions of `benchmarks.proportions`, with ten enterprises and twenty makes for
each segment, and then runs `liantu load`, `missing` and `gaps` as processes of their own:
processor seconds and peak memory of each. `--peer` loads nodes and edges alone, as CSV, and copies
them into ladybug, which checks nothing and keeps no words.
"""

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.proportions import in_proportion
from benchmarks.synthetic import PLACE, THING, segment
from graph.model import InputGroup, KindOf, Membership, Segment

FIRMS, MAKES = 10, 20
"""Enterprises and makes for each segment."""
SURE = tuple("鑫宏恒瑞金华盛泰隆兴顺博源诚达信通嘉联众")
Row = tuple[str, ...]
HEADERS: dict[str, Row] = {
    "nodes": ("id", "name", "type", "sort", "chain", "stage", "traded"),
    "edges": ("source", "target", "relation", "group", "essential", "input", "exact"),
    "enterprises": ("id", "enterprise", "status", "address"),
    "makes": ("enterprise", "product"),
}


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: processor seconds, seconds by the clock, peak memory in MB."""

    processor: float
    clock: float
    peak: float


def main() -> None:
    """Measure each size, and print a row for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--csv", action="store_true", help="files as CSV, not as Parquet")
    parser.add_argument("--peer", action="store_true", help="nodes and edges alone, beside ladybug")
    parser.add_argument("--keep", type=Path, help="a folder in which the files stay")
    given = parser.parse_args()
    for size in given.segments:
        with tempfile.TemporaryDirectory() as scratch:
            folder = (given.keep or Path(scratch)) / f"{size}"
            kinds = tuple(HEADERS)[: 2 if given.peer else None]
            files = made_files(size, folder, kinds, as_csv=given.csv or given.peer)
            if given.peer:
                _beside_ladybug(size, files, Path(scratch))
            else:
                _measure(size, files, Path(scratch) / "store.db")


def made_files(size: int, folder: Path, kinds: Sequence[str], *, as_csv: bool) -> list[Path]:
    """Make the files of a size, where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = "csv" if as_csv else "parquet"
    files = [folder / f"{kind}.{ending}" for kind in kinds]
    if not all(each.exists() for each in files):
        write = _written_csv if as_csv else _written_parquet
        for path, rows in zip(files, tables_of(size), strict=False):
            write(path, HEADERS[path.stem], rows)
    return files


def tables_of(size: int) -> tuple[list[Row], list[Row], Iterator[Row], Iterator[Row]]:
    """The rows of nodes, edges, enterprises and makes."""
    records = in_proportion(size).reference
    places = {each.segment: each for each in records if isinstance(each, Membership)}
    nodes = [_node(each, places) for each in records if isinstance(each, Segment)]
    edges = [row for each in records for row in _edges(each)]
    return nodes, edges, _enterprises(size), _makes(size)


def _node(each: Segment, places: dict[str, Membership]) -> Row:
    place, traded = places[each.id], each.traded.reason if each.traded else ""
    return each.id, each.name, "环节", str(each.sort), place.chain, str(place.stage), traded


def _edges(record: object) -> Iterator[Row]:
    if isinstance(record, KindOf):
        yield record.segment, record.parent, "属于", "", "", "", ""
    if isinstance(record, InputGroup):
        yes = "是" if record.essential else "否"
        for member in record.members:
            group = record.id if len(record.members) > 1 else ""
            exact = "是" if member.exact else ""
            yield member.segment, record.consumer, "供应", group, yes, str(record.input), exact


def _enterprises(size: int) -> Iterator[Row]:
    dice = Random(2)  # noqa: S311 - no secret
    places, things = PLACE.split(), THING.split()
    for number in range(FIRMS * size):
        place, thing = dice.choice(places), dice.choice(things)
        sure = "".join(dice.sample(SURE, 3))
        name = f"重庆{place}{sure}{thing}制造有限公司{number}"
        status = "停产" if number % 40 == 0 else "在产"
        yield f"firm{number:07}", name, status, f"{place}区工业大道{number % 997}号"


def _makes(size: int) -> Iterator[Row]:
    dice = Random(3)  # noqa: S311 - no secret
    each = MAKES // FIRMS
    for number in range(FIRMS * size):
        for made in sorted({dice.randrange(size) for _ in range(each)}):
            yield f"firm{number:07}", segment(made)


def _written_csv(path: Path, header: Row, rows: Iterable[Row]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerow(header)
        csv.writer(file).writerows(rows)


def _written_parquet(path: Path, header: Row, rows: Iterable[Row]) -> None:
    import pyarrow as pa  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: PLC0415
    import pyarrow.parquet as pq  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: PLC0415

    columns = [list(column) for column in zip(*rows, strict=True)]
    pq.write_table(pa.table(dict(zip(header, columns, strict=True))), path, row_group_size=100_000)


def _measure(size: int, files: Sequence[Path], store: Path) -> None:
    told = ["--store", f"sqlite:///{store}", "--dataset", "bulk"]
    commands = {
        "load": ["load", *map(str, files)],
        "missing, first": ["missing", segment(size - 1)],
        "missing, again": ["missing", segment(size - 1)],
        "gaps": ["gaps"],
    }
    print(f"\n{size} segments, {FIRMS * size} enterprises, {MAKES * size} makes", flush=True)
    for name, words in commands.items():
        took = _run([*words, *told])
        print(
            f"{name:16} {took.processor:8.1f} s of processor {took.clock:8.1f} s"
            f" {took.peak:8.0f} MB",
            flush=True,
        )
    size_of = sum(each.stat().st_size for each in store.parent.rglob("*") if each.is_file())
    print(f"{'on disk':16} {size_of / 2**20:8.0f} MB")


def _run(words: Sequence[str]) -> Took:
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "api.cli", *words], stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)
    processor = used.ru_utime + used.ru_stime
    return Took(processor, time.perf_counter() - start, used.ru_maxrss / 1024)


def _beside_ladybug(size: int, files: Sequence[Path], scratch: Path) -> None:
    """Copy nodes and edges into ladybug, and load the same two files."""
    import ladybug  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: PLC0415

    nodes, edges = (_bare(each, scratch) for each in files[:2])
    connection = ladybug.Connection(ladybug.Database(str(scratch / "ladybug")))
    before = resource.getrusage(resource.RUSAGE_SELF)
    connection.execute("CREATE NODE TABLE Node(id STRING PRIMARY KEY, name STRING)")
    connection.execute("CREATE REL TABLE Step(FROM Node TO Node)")
    connection.execute(f"COPY Node FROM '{nodes}' (HEADER=true)")
    connection.execute(f"COPY Step FROM '{edges}' (HEADER=true)")
    after = resource.getrusage(resource.RUSAGE_SELF)
    theirs = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    store = ["--store", f"sqlite:///{scratch / 'peer.db'}", "--dataset", "bulk"]
    ours = _run(["load", *map(str, files[:2]), *store])
    print(
        f"{size} segments, their nodes and edges: {ours.processor:.1f} s of processor,"
        f" {ours.peak:.0f} MB; ladybug's COPY {theirs:.2f} s: ×{ours.processor / theirs:.0f}"
    )


def _bare(path: Path, scratch: Path) -> Path:
    """The first two columns of a file as CSV."""
    import pyarrow.csv as pc  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: PLC0415
    import pyarrow.parquet as pq  # type: ignore[import-untyped,import-not-found,unused-ignore] # noqa: PLC0415

    read = pc.read_csv(path) if path.suffix == ".csv" else pq.read_table(path)
    bare = scratch / f"{path.stem}.csv"
    pc.write_csv(read.select(read.column_names[:2]), bare)
    return bare


if __name__ == "__main__":
    main()
