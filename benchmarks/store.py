"""Seconds that the SQLite store takes to load, read and search a dataset of any size.

Run: `python -m benchmarks.store [--segments N]`. Four records per segment, made up; the store
lies in a temporary folder; each figure is the fastest of three, the first load the only one.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial

from graph.model import (
    AnyRecord,
    Dataset,
    Edition,
    Enterprise,
    Evidence,
    InputGroup,
    Makes,
    Member,
    Seed,
    Segment,
)
from graph.store import open_store

WHY = (Evidence(basis="reference", source="domain", note="虚构数据，仅用于测速"),)
DATASET = Dataset(
    id="speed",
    title="测速",
    title_en="Speed",
    region="district",
    edition=Edition(label="1", date="2026-01-01"),
    made_up=True,
)


def main() -> None:
    """Load, read and search a made-up dataset, and print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=1000)
    seed = _seed(parser.parse_args().segments)
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/db") as store:
        _tell("first load", partial(store.load, seed), runs=1)
        _tell("same load", partial(store.load, seed))
        _tell("read", partial(store.read, "speed"))
        for text in ("零", "零件 9", "ljj"):
            _tell(f"search {text}", partial(store.search, "speed", text))


def _seed(segments: int) -> Seed:
    records = [record for number in range(segments) for record in _records(number, segments)]
    return Seed(DATASET, tuple(sorted(records, key=lambda each: (each.type, each.id))), ())


def _records(number: int, segments: int) -> Iterator[AnyRecord]:
    part, firm, behind = f"part{number}", f"firm{number}", f"part{(number + 1) % segments}"
    name = f"铝合金零件 {number}"
    yield Segment(id=part, name=name, name_en=part, sort="component", evidence=WHY)
    yield Enterprise(id=firm, name=f"机械厂{number}", status="operating", evidence=WHY)
    yield Makes(id=f"makes.{firm}.{part}", enterprise=firm, segment=part, evidence=WHY)
    yield InputGroup(
        id=f"input.{part}.material.{behind}",
        consumer=part,
        input="material",
        essential=True,
        members=(Member(segment=behind),),
        evidence=WHY,
    )


def _tell(what: str, action: Callable[[], object], runs: int = 3) -> None:
    print(f"{what}: {min(_seconds(action) for _ in range(runs)):.4f} s")


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
