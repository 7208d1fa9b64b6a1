"""Stores with recipes that the contract tests share, and answers in short."""

from graph.model import AnyRecord
from graph.model.vocabulary import InputSort
from graph.store import GraphStore
from tests.support import dataset, group, seed, segment

MATERIAL: tuple[InputSort, ...] = ("material",)


def closure(
    store: GraphStore,
    segment_id: str,
    inputs: tuple[InputSort, ...] = MATERIAL,
    dataset_id: str = "demo",
) -> list[tuple[str, int]]:
    found = store.closure(dataset_id, segment_id, inputs=inputs)
    return [(each.id, each.depth) for each in found]


def near(
    store: GraphStore,
    segment_id: str,
    *,
    hops: int = 1,
    limit: int = 100,
    dataset_id: str = "demo",
) -> list[tuple[str, int]]:
    found = store.neighbourhood(dataset_id, segment_id, hops=hops, limit=limit)
    return [(each.id, each.hops) for each in found]


DIAMOND: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame", "wheel", "rim", "steel")),
    group("bike", "frame"),
    group("bike", "wheel"),
    group("frame", "steel"),
    group("wheel", "rim"),
    group("wheel", "steel"),
    group("rim", "steel"),
)
"""Steel reaches the bike by frame or wheel (2 steps), and by rim and wheel (3)."""


def diamond(store: GraphStore) -> None:
    """Load it."""
    store.load(seed(*DIAMOND))


def lattice(store: GraphStore, stages: int) -> None:
    """Two ways at each stage between start and end."""
    pairs = [(f"s{stage}_a", f"s{stage}_b") for stage in range(stages)]
    takers = [*pairs[1:], ("end",)]
    store.load(
        seed(
            *map(segment, ("start", "end", *(each for pair in pairs for each in pair))),
            *(group(each, "start") for each in pairs[0]),
            *(group(up, *pair) for pair, after in zip(pairs, takers, strict=True) for up in after),
        )
    )


def two_recipes(store: GraphStore) -> None:
    """In the east a bike takes a frame, that a tube; in the west a bike takes a wheel."""
    parts = [*map(segment, ("bike", "frame", "tube", "wheel"))]
    east = group("bike", "frame"), group("frame", "tube")
    store.load(seed(*parts, *east, dataset=dataset("east")))
    store.load(seed(*parts, group("bike", "wheel"), dataset=dataset("west")))
