"""The traded segments that an answer rests on."""

from tests.questions.asking import ask
from tests.support import claim, group, kind, maker, segment


def test_what_is_bought_is_listed_with_its_least_depth_and_the_boundary_ends_the_walk() -> None:
    asked = ask(
        *map(segment, ("bike", "frame")),
        segment("steel", traded=True),
        segment("ore", traded=True),
        group("bike", "frame"),
        group("frame", "steel"),
        group("steel", "ore"),
        *maker("acme", "bike", "frame"),
    )

    assert asked.bought("bike") == {"steel": 2}


def test_nothing_is_bought_through_what_is_not_here() -> None:
    asked = ask(
        *map(segment, ("bike", "frame")),
        segment("steel", traded=True),
        group("bike", "frame"),
        group("frame", "steel"),
        claim("frame", "absent"),
    )

    assert asked.bought("bike") == {}


def test_the_walk_goes_on_through_the_kinds_of_a_category_that_are_here() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "steel_frame", "wood_frame")),
        segment("steel", traded=True),
        segment("wood", traded=True),
        kind("steel_frame", "frame"),
        kind("wood_frame", "frame"),
        group("bike", "frame"),
        group("steel_frame", "steel"),
        group("wood_frame", "wood"),
        *maker("acme", "bike", "steel_frame"),
    )

    assert asked.bought("bike") == {"steel": 2}


def test_captive_stages_are_passed_through() -> None:
    asked = ask(
        segment("glass"),
        segment("batch", captive=True),
        segment("sand", traded=True),
        group("glass", "batch"),
        group("batch", "sand"),
    )

    assert asked.bought("glass") == {"sand": 2}
