"""Why a segment is not a gap."""

from graph.model import AnyRecord
from tests.questions.asking import ask
from tests.support import claim, group, kind, maker, segment

BIKE: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "steel_frame", "wood_frame", "bell")),
    group("bike", "steel_frame", "wood_frame"),
    group("bike", "bell", essential=False),
    *maker("acme", "bike"),
    claim("steel_frame", "absent"),
    claim("bell", "absent"),
)


def test_a_confirmed_gap_has_no_reason_not_to_be_one() -> None:
    assert ask(*BIKE, claim("wood_frame", "sought")).why_not("steel_frame") == {}


def test_what_is_here_is_available_and_a_general_through_its_kinds() -> None:
    asked = ask(
        *map(segment, ("car", "electric_car")),
        kind("electric_car", "car"),
        *maker("acme", "electric_car"),
    )

    assert asked.why_not("electric_car") == {"available": set()}
    assert asked.why_not("car") == {"available": {"electric_car"}}


def test_what_is_bought_is_traded() -> None:
    asked = ask(
        segment("bike"),
        segment("steel", traded=True),
        group("bike", "steel"),
        *maker("acme", "bike"),
    )

    assert asked.why_not("steel") == {"traded": set()}


def test_a_captive_stage_points_to_the_segments_it_stands_in() -> None:
    asked = ask(
        segment("glass"),
        segment("batch", captive=True),
        group("glass", "batch"),
        *maker("acme", "glass"),
    )

    assert asked.why_not("batch") == {"captive": {"glass"}}


def test_an_alternative_that_is_here_takes_its_place() -> None:
    asked = ask(*BIKE, claim("wood_frame", "present"))

    assert asked.why_not("steel_frame") == {"alternative": {"wood_frame"}}


def test_an_alternative_of_which_nothing_is_known_is_a_question_of_its_own() -> None:
    assert ask(*BIKE).why_not("steel_frame") == {}
    assert ask(*BIKE).why_not("wood_frame") == {"unknown": set()}


def test_an_input_that_the_product_can_do_without_is_not_essential() -> None:
    assert ask(*BIKE).why_not("bell") == {"not_essential": {"bike"}}


def test_an_input_of_what_nobody_makes_or_wants_is_not_needed() -> None:
    asked = ask(
        *map(segment, ("plane", "wing", "kite")),
        group("plane", "wing"),
        claim("wing", "absent"),
        claim("kite", "absent"),
    )

    assert asked.why_not("wing") == {"not_needed": {"plane"}}
    assert asked.why_not("kite") == {"not_needed": set()}


def test_what_lies_deeper_than_the_tiers_is_as_good_as_traded() -> None:
    # The tube is at depth 2 of the bike, and the frame is a stage of it.
    asked = ask(
        *map(segment, ("bike", "tube")),
        segment("frame", captive=True),
        group("bike", "frame"),
        group("frame", "tube"),
        *maker("acme", "bike"),
        claim("tube", "absent"),
        boundary="traded+tiers:1",
    )

    assert asked.why_not("tube") == {"traded": set()}
