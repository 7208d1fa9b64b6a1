"""An edit to its first new answer, beside compiling the version from scratch, in one run.

Run: `python -m benchmarks.edits [--sizes 10000 100000] [--store URI]`. Milliseconds of processor
and of clock, the least of `--repeat` edits of each kind: writing it into the store, the next
workspace, and what the page of the record shows that was edited: the gap, the segment, the firm.
The pages of the segment and of the gap were asked before each edit, too. Without sizes the shipped
dataset; a size makes a dataset up (`benchmarks.synthetic`). Without a URI the store is a SQLite
file; of a server the processor is that of this process alone. A server keeps the dataset.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import seeds
from api.compiling import compiled
from api.credentials import read_login
from api.workspaces import Workspaces
from benchmarks.synthetic import made_up
from graph import answers
from graph.answers import Workspace
from graph.load import load_dataset
from graph.model import Claim, Enterprise, Evidence, Judgement, Makes, Seed
from graph.network.terms import Terms
from graph.store import GraphStore, open_store

T = TypeVar("T")
Edited = Judgement | Claim | Makes | Enterprise
TOLD = (Evidence(basis="reported", by="测速", note="测速", as_of="2026-11-29"),)


@dataclass(frozen=True)
class Spent:
    """Milliseconds of processor and of clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:9.1f} {self.clock:9.1f}"


def main() -> None:
    """Print a table for each dataset."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=())
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--store", help="a URI")
    given = parser.parse_args()
    for each in [made_up(size) for size in given.sizes] or [load_dataset(seeds.FOLDER / "hechuan")]:
        with tempfile.TemporaryDirectory() as folder, _opened(given.store, folder) as store:
            for line in lines(store, each, given.repeat):
                print(line, flush=True)


def _opened(uri: str | None, folder: str) -> GraphStore:
    there = uri or f"sqlite:///{Path(folder) / 'store.sqlite'}"
    return open_store(there, login=read_login(os.environ))


def lines(store: GraphStore, seed: Seed, repeat: int) -> Iterator[str]:
    """Load a seed, edit it, and tell what that took."""
    store.load(seed)
    workspaces, dataset = Workspaces(store, seed.dataset.id), seed.dataset.id
    ws = workspaces.at(workspaces.newest(None))
    yield f"{dataset}: {len(ws.facts.segments)} segments; ms of processor, of clock"
    gap = next(row.id for row in ws.gap_rows(Terms()).values() if row.segment)
    scratch, again = _timed(lambda: compiled(store.read(dataset)))
    cold, _ = _timed(lambda: answers.gap(again, gap, Terms(), "zh"))
    yield f"{'from scratch':12} compiled {scratch}  a gap shown {cold}"
    for name in _edits(ws, gap, 0):
        found = [_edit(workspaces, _edits(ws, gap, number)[name]) for number in range(repeat)]
        best = [min(parts, key=lambda each: each.processor) for parts in zip(*found, strict=True)]
        told = zip(("written", "ready", "shown"), best, strict=True)
        yield f"{name:12} " + "  ".join(f"{part} {spent}" for part, spent in told)


def _edits(ws: Workspace, gap: str, number: int) -> Mapping[str, Edited]:
    """One edit of each kind, by how many were made before."""
    region, segments = ws.facts.dataset.region, sorted(ws.facts.segments)
    firm, segment = sorted(ws.facts.enterprises)[number], segments[number]
    return {
        "judgement": Judgement(
            id=f"judgement.{gap}", gap=gap, owner=f"第 {number} 次", evidence=TOLD
        ),
        "claim": Claim(
            id=f"claim.{region}.{segment}.present",
            segment=segment,
            region=region,
            status="present",
            evidence=TOLD,
        ),
        "makes": Makes(
            id=f"makes.{firm}.{segments[-1 - number]}",
            enterprise=firm,
            segment=segments[-1 - number],
            evidence=TOLD,
        ),
        "firm, new": Enterprise(
            id=f"measured_{number}", name=f"测速 {number}", status="operating", evidence=TOLD
        ),
        "firm, closed": ws.facts.enterprises[firm].model_copy(
            update={"status": "suspended", "evidence": TOLD}
        ),
    }


def _shown(ws: Workspace, record: Edited) -> object:
    """What the page of a record shows."""
    match record:
        case Judgement():
            return answers.gap(ws, record.gap, Terms(), "zh")
        case Enterprise():
            return answers.enterprise(ws, record.id, "zh")
        case _:
            return answers.segment(ws, record.segment, Terms(), "zh")


def _edit(workspaces: Workspaces, record: Edited) -> tuple[Spent, Spent, Spent]:
    before = workspaces.at(workspaces.newest(None))
    for gap in [row for row in before.gap_rows(Terms()) if row.startswith("derived.")][:1]:
        answers.gap(before, gap, Terms(), "zh")
    store, dataset = workspaces.store, before.facts.dataset.id
    written, version = _timed(lambda: store.report(dataset, [record], by="测速", note="测速"))
    ready, ws = _timed(lambda: workspaces.at(version))
    shown, _ = _timed(lambda: _shown(ws, record))
    assert ws.facts.version == version.number  # noqa: S101 - else nothing was measured
    return written, ready, shown


def _timed(work: Callable[[], T]) -> tuple[Spent, T]:
    processor, clock = time.process_time(), time.perf_counter()
    found = work()
    return Spent(
        (time.process_time() - processor) * 1000, (time.perf_counter() - clock) * 1000
    ), found


if __name__ == "__main__":
    main()
