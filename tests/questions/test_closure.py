"""The closures upstream and downstream, with their depths."""

import networkx as nx
import pytest

from graph.analysis.closure import downstream_depths, followed
from graph.model import AnyRecord
from tests.questions.asking import Asked, ask, asked_of
from tests.questions.brute_force import Question
from tests.questions.brute_recipes import Recipes
from tests.questions.random_graphs import random_facts
from tests.support import by_product, group, kind, segment


def test_depth_is_the_fewest_supply_steps() -> None:
    # Steel reaches the bike by the frame (2) and by rim and wheel (3).
    asked = ask(
        *map(segment, ("bike", "frame", "wheel", "rim", "steel")),
        group("bike", "frame"),
        group("bike", "wheel"),
        group("wheel", "rim"),
        group("rim", "steel"),
        group("frame", "steel"),
    )

    assert asked.closure("bike") == {"frame": 1, "wheel": 1, "rim": 2, "steel": 2}


def test_a_step_to_a_kind_takes_no_depth() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "alloy_frame", "alloy")),
        kind("alloy_frame", "frame"),
        group("bike", "frame"),
        group("alloy_frame", "alloy"),
    )

    assert asked.closure("bike") == {"frame": 1, "alloy_frame": 1, "alloy": 2}


def test_kinds_of_an_exact_input_do_not_supply() -> None:
    asked = ask(
        *map(segment, ("ampoule", "glass", "soda_glass", "soda")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        group("soda_glass", "soda"),
    )

    assert asked.closure("ampoule") == {"glass": 1}


def test_kinds_of_an_exact_input_supply_where_another_group_takes_any() -> None:
    # The ampoule takes exactly glass (1); its box takes any glass (2).
    asked = ask(
        *map(segment, ("ampoule", "glass", "soda_glass", "box")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        group("ampoule", "box"),
        group("box", "glass"),
    )

    assert asked.closure("ampoule") == {"glass": 1, "box": 1, "soda_glass": 2}


def test_only_the_chosen_input_sorts_count_and_essential_or_not_is_all_one() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame", "bell", "gas")),
        group("bike", "frame"),
        group("bike", "bell", essential=False),
        group("frame", "gas", input="energy"),
    )

    assert ask(*records).closure("bike") == {"frame": 1, "bell": 1}
    assert ask(*records, inputs="material,energy").closure("bike") == {
        "frame": 1,
        "bell": 1,
        "gas": 2,
    }


def test_by_products_are_not_followed_and_a_circle_ends() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "scrap", "power")),
        group("bike", "frame"),
        group("frame", "bike"),
        by_product("power", "scrap"),
        group("frame", "scrap"),
    )

    assert asked.closure("bike") == {"frame": 1, "scrap": 2}


def below(asked: Asked, source: str) -> dict[str, int]:
    found = downstream_depths(asked.frame, asked.network.number(source), followed(asked.frame))
    return {asked.network.ids[each]: depth for each, depth in found.items()}


def test_downstream_is_all_that_takes_a_segment_with_the_fewest_steps() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "wheel", "rim", "steel")),
        group("bike", "frame"),
        group("bike", "wheel", essential=False),
        group("wheel", "rim"),
        group("rim", "steel"),
        group("frame", "steel"),
    )

    assert below(asked, "steel") == {"frame": 1, "rim": 1, "bike": 2, "wheel": 2}
    assert below(asked, "bike") == {}


def test_downstream_of_a_kind_lies_what_takes_the_general_one_but_not_exactly() -> None:
    """Any tube will do for the frame; the ampoule asks for tube as such."""
    asked = ask(
        *map(segment, ("frame", "ampoule", "tube", "steel_tube")),
        kind("steel_tube", "tube"),
        group("frame", "tube"),
        group("ampoule", "tube", exact=("tube",)),
    )

    assert below(asked, "steel_tube") == {"frame": 1}
    assert below(asked, "tube") == {"frame": 1, "ampoule": 1}


def test_downstream_of_an_input_of_kinds_lies_their_general_too() -> None:
    """The seat goes into the sedan, which is a kind of car, which goes into the fleet."""
    asked = ask(
        *map(segment, ("fleet", "car", "sedan", "seat")),
        kind("sedan", "car"),
        group("sedan", "seat"),
        group("fleet", "car"),
    )

    assert below(asked, "seat") == {"sedan": 1, "car": 1, "fleet": 2}


@pytest.mark.parametrize("seed", range(120))
def test_what_lies_downstream_is_what_has_it_upstream(seed: int) -> None:
    """With cycles, kinds, exact members and inherited inputs, by definition upstream."""
    dataset = random_facts(seed)
    asked = asked_of(dataset, region=None, boundary="traded", inputs="material", horizon="now")
    question = Question(Recipes(dataset))
    depths = {target: question.depths(target) for target in question.recipes.ids}

    for source in question.recipes.ids:
        expected = {t: found[source] for t, found in depths.items() if found.get(source)}
        assert below(asked, source) == expected, source


@pytest.mark.parametrize("seed", range(20))
def test_without_kinds_the_closures_are_those_of_networkx(seed: int) -> None:
    """A random directed graph with circles, each arrow an essential group of one member."""
    graph = nx.gnp_random_graph(12, 0.15, seed=seed, directed=True)
    asked = ask(
        *(segment(f"s{n:02}") for n in graph),
        *(group(f"s{b:02}", f"s{a:02}") for a, b in graph.edges),
    )

    for node in graph:
        down = nx.single_source_shortest_path_length(graph, node)
        up = nx.single_source_shortest_path_length(graph.reverse(), node)
        assert below(asked, f"s{node:02}") == {f"s{n:02}": d for n, d in down.items() if d}
        assert asked.closure(f"s{node:02}") == {f"s{n:02}": d for n, d in up.items() if d}
