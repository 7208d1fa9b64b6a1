"""How answers grow with a dataset, and how kernels stand beside graph libraries.

Run: `python -m benchmarks.questions [--sizes 1000 10000]`. Datasets are made up in the proportions
of the shipped one (`benchmarks.proportions`). Processor milliseconds, without garbage collection,
which would fall on any of them: `first` with nothing worked out but what stands above it, `kept`
asked again. A list is asked for a page of 100. Kernels run as Python and compiled, where numba is
installed, and on the same graph in networkx, and in rustworkx, DuckDB and ladybug where they are;
every result is compared.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import compress
from random import Random
from typing import NamedTuple, TypeVar

from api.compiling import compiled as workspace_of
from benchmarks.peers import fixpoint, peers, rules_of
from benchmarks.proportions import in_proportion
from benchmarks.synthetic import segment
from graph import answers
from graph.analysis.dependence import holds
from graph.analysis.synergy import ground
from graph.analysis.tallies import supply_tally
from graph.analysis.targets import descendants
from graph.answers import Workspace
from graph.model import Facts, facts_from
from graph.model.vocabulary import Stage
from graph.network.arrays import rows_of
from graph.network.compile import compile_network
from graph.network.compiled import compiled
from graph.network.frame import Frame, frame_of, standing, upstream_of
from graph.network.kernels import largest_self_supporting, spread_availability
from graph.network.network import Network
from graph.network.regions import completable_everywhere
from graph.network.terms import Terms

REGIONS = 3031
PAGE = slice(100)
TERMS = Terms()
Ask = Callable[[Workspace], object]
T = TypeVar("T")


def main() -> None:
    """Print a table of growth, then one of kernels beside their peers for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    given = parser.parse_args()
    gc.disable()
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
    spent, ws = _spent(lambda: workspace_of(facts))
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
        "questions to settle": lambda ws: dict(ws.questions(TERMS)),
        "missing of one product": lambda ws: answers.missing(ws, product, TERMS, "zh"),
        "closure of one product": lambda ws: answers.closure(ws, product, TERMS, direction="up"),
    }


def _beside(size: int) -> None:
    """Print how kernels stand beside their peers: the least of several runs each, every way."""
    on = Ground.of(_facts(size))
    theirs = {peer: _least(peer.ask) for peer in peers(on.frame, on.product, on.single, on.parties)}
    for when in ("never", "always") if find_spec("numba") else ("never",):
        title = f"kernels {'compiled' if when == 'always' else 'as Python'}"
        print(f"\n{size:,} segments, {title:24}{'liantu ms':>12}  {'peer ms':>22}  times")
        with compiled(when):
            mine = {name: (*_least(each.ask), each) for name, each in _kernels(on).items()}
        for peer, (spent, answer) in theirs.items():
            ours, found, kernel = mine[peer.question]
            if kernel.told(found) != answer:
                raise SystemExit(f"{peer.name} answers {peer.question} otherwise")
            said = f"{peer.question} ({len(answer):,})"
            print(f"{said:32}{ours:18.3f}  {peer.name:10}{spent:12.2f}  ×{spent / ours:.1f}")
        with compiled(when):
            _everywhere(on)


class Ground(NamedTuple):
    """What kernels are asked of: a network, and segments that take part in much of it."""

    network: Network
    frame: Frame
    base: bytearray
    product: int
    single: int
    parties: tuple[dict[int, Stage], ...]

    @classmethod
    def of(cls, facts: Facts) -> "Ground":
        """Choose the product with the largest closure among the last, and a single point."""
        network = compile_network(facts)
        frame, size = frame_of(network, TERMS), len(network.ids)
        parties: dict[str, dict[int, Stage]] = {}
        for each in facts.memberships.values():
            parties.setdefault(each.chain, {})[network.number(each.segment)] = each.stage
        made = [each for each, makers in enumerate(frame.situation.makers) if makers]
        frame.everything  # noqa: B018 - kept for all segments of a frame
        return cls(
            network=network,
            frame=frame,
            base=standing(frame.arrays, frame.situation.certain, known=True),
            product=max(
                range(size - size // 50, size), key=lambda s: len(upstream_of(frame, s)[0])
            ),
            single=next(each for each in made if not frame.inside[each]),
            parties=tuple(parties.values()),
        )


class Kernel(NamedTuple):
    """A kernel as it is asked, and its answer told as the peers tell theirs, off the clock."""

    ask: Callable[[], Sequence[int]]
    told: Callable[[Sequence[int]], frozenset[int]]


def _kernels(on: Ground) -> dict[str, Kernel]:
    frame, arrays = on.frame, on.frame.arrays
    near = {on.product, *descendants(frame, on.product)}
    return {
        "closure": Kernel(
            lambda: upstream_of(frame, on.product)[0], lambda found: frozenset(found) - near
        ),
        "fixpoint": Kernel(
            lambda: largest_self_supporting(arrays, frame.asked, frame.inside, on.base).whole,
            lambda found: frozenset(compress(range(len(found)), found)),
        ),
        "without one": Kernel(lambda: holds(frame, on.single), frozenset),
        "synergies": Kernel(lambda: _supplies(on), frozenset),
    }


def _supplies(on: Ground) -> list[int]:
    """How many supplies each pair of chains has, the pair and the count in one number."""
    counted = supply_tally(ground(on.frame), on.parties)
    every = counted.known + counted.possible
    return [(a * len(on.parties) + b) * 10**9 + n for (a, b), n in every.items()]


def _everywhere(on: Ground) -> None:
    """Print what all regions take together, their facts drawn at random, and check some of them."""
    size = len(on.network.ids)
    dice = Random(1)  # noqa: S311 - no secret
    facts = rows_of([sorted(dice.sample(range(size), size // 300)) for _ in range(REGIONS)])
    spent, found = _least(lambda: completable_everywhere(on.frame, facts), times=3)
    rules = rules_of(on.frame)
    for region in range(3):
        here = bytearray(size)
        for each in facts.row(region):
            here[each] = 1
        base = standing(on.frame.arrays, spread_availability(on.frame.arrays, here), known=True)
        theirs, alone = _spent(lambda base=base: fixpoint(on.frame, rules, base))  # type: ignore[misc] # bound at once
        if not alone >= set(found.row(region)):
            raise SystemExit("networkx completes otherwise in a region")
    print(
        f"{f'{REGIONS:,} regions, each completes':32}{spent:18.1f}  "
        f"{'networkx':10}{theirs * REGIONS:12.0f}  ×{theirs * REGIONS / spent:.0f} (one, times all)"
    )


def _least(ask: Callable[[], T], times: int = 5) -> tuple[float, T]:
    runs = [_spent(ask) for _ in range(times)]
    return min(spent for spent, _ in runs), runs[0][1]


def _spent(ask: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    found = ask()
    return (time.process_time() - start) * 1000, found


if __name__ == "__main__":
    main()
