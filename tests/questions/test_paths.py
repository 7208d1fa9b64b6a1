"""Shortest supply paths, by hand and against every simple path of small random datasets."""

from collections.abc import Iterator

import pytest

from graph.analysis.paths import path_length, shortest_paths
from graph.model import AnyRecord, Facts
from graph.network.frame import upstream_depths
from tests.questions.asking import Asked, ask, asked_of
from tests.questions.brute_recipes import Recipes
from tests.questions.random_graphs import random_facts
from tests.stores.supplied import DIAMOND
from tests.support import by_product, group, kind, segment

SEEDS = range(120)


def paths(asked: Asked, source: str, target: str, limit: int = 20) -> list[list[str]]:
    ends = [asked.network.number(each) for each in (source, target)]
    found = shortest_paths(asked.frame, ends[0], ends[1], limit)
    return [asked.names(path) for path in found]


def length(asked: Asked, source: str, target: str) -> int | None:
    return path_length(asked.frame, asked.network.number(source), asked.network.number(target))


def diamond() -> Asked:
    """Steel reaches the bike by frame or wheel (2 steps), and by rim and wheel (3)."""
    return ask(*DIAMOND)


def test_every_shortest_path_is_listed_and_no_longer_one() -> None:
    assert length(diamond(), "steel", "bike") == 2
    assert paths(diamond(), "steel", "bike") == [
        ["steel", "frame", "bike"],
        ["steel", "wheel", "bike"],
    ]


def test_a_limit_keeps_the_first_in_order() -> None:
    assert paths(diamond(), "steel", "bike", limit=1) == [["steel", "frame", "bike"]]


def test_supply_goes_one_way() -> None:
    assert length(diamond(), "bike", "steel") is None
    assert paths(diamond(), "bike", "steel") == []


def test_a_segment_reaches_itself_without_a_step() -> None:
    assert (length(diamond(), "rim", "rim"), paths(diamond(), "rim", "rim")) == (0, [["rim"]])


def test_a_kind_supplies_what_takes_its_general_segment_unless_that_has_to_be_exact() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("window", "ampoule", "glass", "soda_glass")),
        kind("soda_glass", "glass"),
        group("window", "glass"),
        group("ampoule", "glass", exact=("glass",)),
    )
    asked = ask(*records)

    assert length(asked, "soda_glass", "window") == 1
    assert paths(asked, "soda_glass", "window") == [["soda_glass", "glass", "window"]]
    assert length(asked, "soda_glass", "ampoule") is None
    assert length(asked, "glass", "ampoule") == 1
    assert length(asked, "soda_glass", "glass") == 0


def test_a_by_product_is_no_supply_step() -> None:
    asked = ask(*map(segment, ("power", "ash")), by_product("power", "ash"))

    assert length(asked, "power", "ash") is None


def test_only_the_chosen_input_sorts_count() -> None:
    gas = group("glass", "gas", input="energy")
    records: tuple[AnyRecord, ...] = (*map(segment, ("glass", "gas")), gas)

    assert length(ask(*records), "gas", "glass") is None
    assert length(ask(*records, inputs="energy"), "gas", "glass") == 1


def test_what_an_input_without_need_supplies_counts_too() -> None:
    asked = ask(*map(segment, ("bike", "bell")), group("bike", "bell", essential=False))

    assert length(asked, "bell", "bike") == 1


class Brute:
    """Every simple path of a dataset, from its records."""

    def __init__(self, facts: Facts) -> None:
        self.recipes = Recipes(facts)
        self.takers: dict[str, set[tuple[str, bool]]] = {s: set() for s in self.recipes.ids}
        for consumer in set(self.recipes.ids) - self.recipes.category:
            for each in self.recipes.groups[consumer]:
                if each.input == "material":
                    for member in each.members:
                        self.takers[member.segment].add((consumer, member.exact))

    def walks(
        self, path: tuple[str, ...], target: str, *, as_kind: bool
    ) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Simple paths on from the end of `path`, each with its supply steps."""
        here = path[-1]
        if here == target:
            yield 0, path
            return
        parent = self.recipes.parent.get(here)
        if parent is not None and parent not in path:
            yield from self.walks((*path, parent), target, as_kind=True)
        for taker, exact in self.takers[here]:
            if taker not in path and not (exact and as_kind):
                for steps, found in self.walks((*path, taker), target, as_kind=False):
                    yield steps + 1, found

    def shortest(self, source: str, target: str) -> tuple[int, set[tuple[str, ...]]] | None:
        found = set(self.walks((source,), target, as_kind=False))
        if not found:
            return None
        fewest = min(steps for steps, _ in found)
        return fewest, {path for steps, path in found if steps == fewest}


@pytest.mark.parametrize("seed", SEEDS)
def test_paths_are_the_shortest_of_all_simple_paths(seed: int) -> None:
    facts = random_facts(seed, largest=8)
    asked = asked_of(facts, region=None, boundary="traded", inputs="material", horizon="now")
    brute = Brute(facts)
    for source in asked.network.ids:
        for target in asked.network.ids:
            expected = brute.shortest(source, target)
            found = {tuple(path) for path in paths(asked, source, target, limit=10_000)}

            assert length(asked, source, target) == (expected and expected[0])
            assert found == (expected[1] if expected else set())


@pytest.mark.parametrize("seed", SEEDS)
def test_the_length_of_a_path_is_the_depth_in_the_upstream_closure(seed: int) -> None:
    facts = random_facts(seed)
    asked = asked_of(facts, region=None, boundary="traded", inputs="material", horizon="now")
    for target in range(len(asked.network.ids)):
        depths = upstream_depths(asked.frame, target)
        lengths = {s: path_length(asked.frame, s, target) for s in range(len(asked.network.ids))}

        assert {s: steps for s, steps in lengths.items() if steps and s != target} == {
            s: depth for s, depth in depths.items() if s != target
        }


def test_the_random_datasets_have_paths_that_kinds_and_exact_inputs_decide() -> None:
    """Otherwise the comparison above would prove little."""
    longest, several = 0, 0
    for seed in SEEDS:
        brute = Brute(random_facts(seed, largest=8))
        for source in brute.recipes.ids:
            for target in brute.recipes.ids:
                found = brute.shortest(source, target)
                if found:
                    longest = max(longest, found[0])
                    several += len(found[1]) > 1

    assert longest >= 3
    assert several >= 20
