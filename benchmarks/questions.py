"""How answers grow with a dataset, and how kernels stand beside graph libraries.

Run: `python -m benchmarks.questions [--sizes 1000 10000]`. Datasets are made up in the proportions
of the shipped one (`benchmarks.proportions`). Processor milliseconds: `first` with nothing worked
out but what stands above it, `kept` asked again. A list is asked for a page of 100. Kernels run
on the same graph in networkx, and in rustworkx where it is installed; every result is compared.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from api.compiling import compiled
from benchmarks.peers import peers
from benchmarks.proportions import in_proportion
from benchmarks.synthetic import segment
from graph import answers
from graph.analysis.dependence import holds
from graph.answers import Workspace
from graph.model import Facts, facts_from
from graph.network.compile import compile_network
from graph.network.frame import frame_of, upstream_depths
from graph.network.terms import Terms

PAGE = slice(100)
TERMS = Terms()
Ask = Callable[[Workspace], object]
T = TypeVar("T")


def main() -> None:
    """Print a table of growth, then one of kernels beside their peers for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    given = parser.parse_args()
    times = {size: dict(_asked(size)) for size in sorted(given.sizes)}
    print(f"{'first / kept, ms':26}" + "".join(f"{size:>20,}" for size in times))
    for question in next(iter(times.values())):
        cells = [times[size][question] for size in times]
        print(f"{question:26}" + "".join(f"{a:11.1f} /{b:7.1f}" for a, b in cells))
    for size in times:
        _beside(size)


def _facts(size: int) -> Facts:
    seed = in_proportion(size)
    return facts_from(seed.dataset, 1, seed.reference)


def _asked(size: int) -> Iterator[tuple[str, tuple[float, float]]]:
    facts = _facts(size)
    spent, ws = _spent(lambda: compiled(facts))
    yield "compile", (spent, spent)
    for name, ask in _questions(segment(size - 1)).items():
        first, _ = _spent(lambda ask=ask: ask(ws))  # type: ignore[misc] # bound at once
        kept, _ = _spent(lambda ask=ask: ask(ws))  # type: ignore[misc] # bound at once
        yield name, (first, kept)


def _questions(product: str) -> dict[str, Ask]:
    """The questions, those that others rest on first."""
    return {
        "situation of the region": lambda ws: ws.frame(TERMS),
        "completable, both worlds": lambda ws: (ws.frame(TERMS).certain, ws.frame(TERMS).possible),
        "gaps, ranked": lambda ws: (ws.gap_rows(TERMS), ws.tasks(TERMS)),
        "list of gaps": lambda ws: answers.gaps(ws, TERMS, "zh", part=PAGE),
        "list of segments": lambda ws: answers.segments(ws, TERMS, part=PAGE),
        "segments with a name": lambda ws: answers.segments(ws, TERMS, q="零件9", part=PAGE),
        "list of enterprises": lambda ws: answers.enterprises(ws, part=PAGE),
        "chains": lambda ws: answers.chains(ws, TERMS),
        "overview": lambda ws: answers.overview(ws, TERMS, "zh"),
        "dependence": lambda ws: answers.dependence(ws, TERMS, part=PAGE),
        "matrix of synergies": lambda ws: answers.synergies(ws, TERMS),
        "questions to settle": lambda ws: ws.questions(TERMS),
        "missing of one product": lambda ws: answers.missing(ws, product, TERMS, "zh"),
        "closure of one product": lambda ws: answers.closure(ws, product, TERMS, direction="up"),
    }


def _beside(size: int) -> None:
    """Print how kernels stand beside their peers: the least of several runs each."""
    network = compile_network(_facts(size))
    frame = frame_of(network, TERMS)
    product = size - 1
    made = [each for each, makers in enumerate(frame.situation.makers) if makers]
    single = next(each for each in made if not frame.inside[each])
    frame.everything  # noqa: B018 - kept for all segments of a frame
    ours: dict[str, Callable[[], frozenset[int]]] = {
        "closure": lambda: frozenset(upstream_depths(frame, product)),
        "fixpoint": lambda: _marked(frame_of(network, TERMS, frame.situation).certain.whole),
        "without one": lambda: frozenset(holds(frame, single)),
    }
    print(f"\n{size:,} segments, kernels{'liantu ms':>22}  {'peer ms':>10}  times")
    for peer in peers(frame, product, single):
        mine, expected = _least(ours[peer.question])
        theirs, found = _least(peer.ask)
        if found != expected:
            raise SystemExit(f"{peer.name} answers {peer.question} otherwise")
        said = f"{peer.question} ({len(found):,})"
        print(f"{said:24}{peer.name:12}{mine:10.2f}  {theirs:10.2f}  ×{theirs / mine:.1f}")


def _marked(marks: bytearray) -> frozenset[int]:
    return frozenset(each for each, mark in enumerate(marks) if mark)


def _least(ask: Callable[[], T], times: int = 5) -> tuple[float, T]:
    runs = [_spent(ask) for _ in range(times)]
    return min(spent for spent, _ in runs), runs[0][1]


def _spent(ask: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    found = ask()
    return (time.process_time() - start) * 1000, found


if __name__ == "__main__":
    main()
