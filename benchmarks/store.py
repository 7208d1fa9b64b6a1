"""Milliseconds that stores take to load, read, edit, search and answer questions of supply.

Run: `python -m benchmarks.store [--store URI …] [--segments N …] [--seed N]`. Without a URI it
is a SQLite file in a temporary folder. Several stores are measured one after the other on the
same made-up dataset (`benchmarks.synthetic`) and stand beside one another; their answers have to
be equal. Writes are measured once; of everything else the fastest of three counts, and of
questions the mean over five segments. `cpu` is what this process took of it: all that a SQLite
store does, and what is left to a client of a server. A store keeps the dataset: use empty ones.
Servers take the login of `LIANTU_NEO4J_USER` and the like.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from api.credentials import read_login
from benchmarks.synthetic import WHY, made_up, segment
from graph.model import Enterprise, InputGroup, Member, Seed
from graph.store import GraphStore, open_store


@dataclass(frozen=True, slots=True)
class Measured:
    """What was done, how long it took by the clock and of this process, how much came back."""

    task: str
    milliseconds: float
    cpu: float
    size: int


def main() -> None:
    """Measure each size on each store, and print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", action="append", help="a URI; may be given again")
    parser.add_argument("--segments", type=int, action="append", help="may be given again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-edits", action="store_true", help="servers draw anew at each")
    given = parser.parse_args()
    for size in given.segments or [10_000]:
        seed = made_up(size, given.seed)
        print(f"\n{size} segments, {len(seed.reference)} records", flush=True)
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            uris = given.store or [f"sqlite:///{folder}/store.db"]
            login = read_login(os.environ)
            stores = [stack.enter_context(open_store(uri, login=login)) for uri in uris]
            parts = [_loads, _questions] if given.no_edits else [_loads, _edits, _questions]
            _print(uris, [[m for part in parts for m in part(each, seed, size)] for each in stores])


def _loads(store: GraphStore, seed: Seed, size: int) -> Iterator[Measured]:
    del size
    yield _timed("load", lambda: store.load(seed).added)
    yield _timed("load the same", lambda: store.load(seed).added)


def _edits(store: GraphStore, seed: Seed, size: int) -> Iterator[Measured]:
    name = seed.dataset.id
    yield _timed("report: a firm closes", lambda: _close_a_firm(store, name))
    yield _timed("report: a recipe", lambda: _add_a_recipe(store, name, size))


def _questions(store: GraphStore, seed: Seed, size: int) -> Iterator[Measured]:
    name = seed.dataset.id
    yield _timed("read", lambda: len(store.read(name).segments), runs=3)
    for text in ("电池", f"陶瓷电机 {size // 2}", "tcdj", f"Part {size - 1}"):
        yield _timed(f"search {text}", partial(_found, store, name, text), runs=3)
    yield from _measure_supply(store, name, size)


def _measure_supply(store: GraphStore, name: str, size: int) -> Iterator[Measured]:
    products = [segment(size - 1 - number * size // 100) for number in range(5)]
    upstream = [store.closure(name, each) for each in products]
    deepest = [
        (found[-1].id, each) for found, each in zip(upstream, products, strict=True) if found
    ]
    closures = [partial(store.closure, name, each) for each in products]
    around = [partial(store.neighbourhood, name, each, hops=3, limit=300) for each in products]
    wrong_way = [partial(store.path, name, products[0], each) for each in products[1:]]
    yield _mean("closure", closures)
    yield _mean("neighbourhood, 3 hops, 300 nodes", around)
    yield _mean("path, the deepest input", [partial(store.path, name, *ends) for ends in deepest])
    yield _mean("path, none", wrong_way)


def _found(store: GraphStore, name: str, text: str) -> int:
    return len(store.search(name, text))


def _close_a_firm(store: GraphStore, name: str) -> int:
    firm = Enterprise(
        id="firm0000000", name="停产厂", status="suspended", region="district", evidence=WHY
    )
    return store.report(name, [firm], by="测速", note="停产").added


def _add_a_recipe(store: GraphStore, name: str, size: int) -> int:
    consumer, member = segment(size - 1), segment(0)
    group = InputGroup(
        id=f"input.{consumer}.capital.{member}",
        consumer=consumer,
        input="capital",
        essential=True,
        members=(Member(segment=member),),
        evidence=WHY,
    )
    return store.report(name, [group], by="测速", note="补").added


def _timed(task: str, action: Callable[[], int], runs: int = 1) -> Measured:
    return min((_once(task, action) for _ in range(runs)), key=lambda each: each.milliseconds)


def _mean(task: str, questions: Sequence[Callable[[], Sequence[object]]]) -> Measured:
    """The mean over several questions, each at its fastest."""
    each = [_timed(task, partial(_size, question), runs=3) for question in questions]
    count = max(1, len(each))
    return Measured(
        task,
        sum(one.milliseconds for one in each) / count,
        sum(one.cpu for one in each) / count,
        sum(one.size for one in each),
    )


def _size(question: Callable[[], Sequence[object]]) -> int:
    return len(question())


def _once(task: str, action: Callable[[], int]) -> Measured:
    start, used = time.perf_counter(), time.process_time()
    size = action()
    cpu = 1000 * (time.process_time() - used)
    return Measured(task, 1000 * (time.perf_counter() - start), cpu, size)


def _print(uris: Sequence[str], found: Sequence[Sequence[Measured]]) -> None:
    columns = [{one.task: one for one in each} for each in found]
    for number, uri in enumerate(uris, start=1):
        print(f"  [{number}] {uri}")
    heads = "".join(f"{f'[{number}] ms':>12}{'cpu':>10}" for number in range(1, len(uris) + 1))
    print(f"{'':36}{heads}{'rows':>9}")
    for task in dict.fromkeys(task for column in columns for task in column):
        told = [column.get(task) for column in columns]
        times = "".join(
            f"{one.milliseconds:12.1f}{one.cpu:10.1f}" if one else f"{'—':>22}" for one in told
        )
        sizes = {one.size for one in told if one}
        rows = f"{sizes.pop():9}" if len(sizes) == 1 else f"  NOT EQUAL: {sorted(sizes)}"
        print(f"{task:36}{times}{rows}", flush=True)


if __name__ == "__main__":
    main()
