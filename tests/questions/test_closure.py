"""The upstream closure and its depths."""

from graph.model import AnyRecord
from tests.questions.asking import ask
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
