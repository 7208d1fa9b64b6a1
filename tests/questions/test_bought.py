"""The traded segments that an answer rests on."""

import pytest

from graph.answers import missing, workspace
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.questions.asking import ask
from tests.support import claim, facts, group, kind, maker, segment


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


SERVER: tuple[AnyRecord, ...] = (
    *map(segment, ("server", "sheet")),
    *(segment(each, traded=True) for each in ("chip", "board")),
    *(group("server", each) for each in ("chip", "board", "sheet")),
)
"""A server takes chips and boards, which anyone buys, and sheet metal."""
BOUGHT = "server的关键投入均外购：board、chip；此外，server的上游有1组必需投入在本地没有着落"


def sentence(*records: AnyRecord) -> str:
    return missing(workspace(facts(*records)), "server", Terms(), "zh").sentence


def test_that_the_key_inputs_are_bought_is_said_before_a_smaller_part_that_is_missing() -> None:
    """A server lacks more than sheet metal."""
    assert sentence(*SERVER).startswith(BOUGHT)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param((segment("rack"), group("server", "rack")), id="as much is missing"),
        pytest.param(
            (segment("fan"), group("server", "fan"), *maker("acme", "fan")),
            id="something comes from here",
        ),
    ],
)
def test_it_is_not_said_where(more: tuple[AnyRecord, ...]) -> None:
    assert sentence(*SERVER, *more).startswith("server的上游有")


def test_where_nothing_is_missing_the_market_is_named_without_it() -> None:
    assert sentence(*SERVER, *maker("acme", "sheet")) == (
        "server的上游不缺须在本地解决的投入。第一层可从市场采购：board、chip。"
    )
