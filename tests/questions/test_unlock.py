"""Unlock sets: what would make a product ready."""

from itertools import count

from graph.answers.missing import missing
from graph.answers.workspace import workspace
from graph.network.terms import Terms
from tests.questions.asking import ask
from tests.support import REPORTED, by_product, claim, facts, group, kind, maker, segment


def test_a_ready_product_needs_nothing() -> None:
    found = ask(
        *map(segment, ("bike", "frame")), group("bike", "frame"), *maker("acme", "frame")
    ).unlock("bike")

    assert (found.possible, found.must, found.choices, found.sets) == (True, (), (), ())


def test_unknown_inputs_are_taken_to_be_here() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "saddle")),
        group("bike", "frame"),
        group("bike", "saddle"),
        claim("saddle", "absent"),
    )

    assert asked.unlock_sets("bike") == [{"saddle"}]


def test_must_haves_and_choices_yield_exactly_the_sets() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "bell", "horn", "saddle")),
        group("bike", "frame"),
        group("bike", "bell", "horn"),
        *(claim(s, "absent") for s in ("frame", "bell", "horn", "saddle")),
    )

    found = asked.unlock("bike")

    assert asked.ids(found.must) == {"frame"}
    assert [asked.ids(choice) for choice in found.choices] == [{"bell", "horn"}]
    assert asked.unlock_sets("bike") == [{"bell", "frame"}, {"frame", "horn"}]
    assert found.first_is_minimum
    assert not found.truncated


def test_sets_that_are_no_product_of_choices_have_no_choices() -> None:
    # Either the whole wheel, or rim and spokes for the wheel makers of the town: wheel, or
    # wheel_kit with rim. The sets {wheel} and {rim, wheel_kit} differ in size.
    asked = ask(
        *map(segment, ("bike", "wheel", "wheel_kit", "rim")),
        group("bike", "wheel", "wheel_kit"),
        group("wheel_kit", "rim"),
        *(claim(s, "absent") for s in ("wheel", "wheel_kit", "rim")),
    )

    found = asked.unlock("bike")

    assert asked.unlock_sets("bike") == [{"wheel"}, {"rim", "wheel_kit"}]
    assert (found.must, found.choices) == ((), ())


def test_a_set_names_what_lies_behind_a_missing_segment_too() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "steel")),
        group("bike", "frame"),
        group("frame", "steel"),
        claim("frame", "absent"),
        claim("steel", "sought"),
    )

    assert asked.unlock_sets("bike") == [{"frame", "steel"}]


def test_of_a_missing_category_one_kind_is_attracted_never_the_category() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "steel_frame", "wood_frame")),
        kind("steel_frame", "frame"),
        kind("wood_frame", "frame"),
        group("bike", "frame"),
        claim("frame", "absent", evidence=REPORTED),
    )

    # Who reports that there is no frame says so of both kinds.
    assert asked.unlock_sets("bike") == [{"steel_frame"}, {"wood_frame"}]


def test_an_exact_input_is_attracted_as_itself() -> None:
    asked = ask(
        *map(segment, ("ampoule", "glass", "soda_glass", "sand")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        group("glass", "sand"),
        claim("glass", "absent"),
        *maker("acme", "sand"),
    )

    assert asked.unlock_sets("ampoule") == [{"glass"}]


def test_what_yields_the_input_as_a_by_product_will_do() -> None:
    asked = ask(
        *map(segment, ("block", "ash", "power")),
        group("block", "ash"),
        by_product("power", "ash"),
        claim("ash", "absent"),
        claim("power", "absent"),
    )

    assert asked.unlock_sets("block") == [{"ash"}, {"power"}]


def test_a_by_product_of_a_stage_within_a_stage_of_a_maker_is_here_already() -> None:
    # Beer needs a mash, the mash a boiler, and the boiler leaves ash; only lime is missing.
    asked = ask(
        *map(segment, ("block", "ash", "lime", "beer")),
        segment("mash", captive=True),
        segment("boiler", captive=True),
        group("block", "ash"),
        group("block", "lime"),
        group("beer", "mash"),
        group("mash", "boiler"),
        by_product("boiler", "ash"),
        *maker("brewer", "beer"),
        claim("ash", "absent"),
        claim("lime", "absent"),
    )

    assert asked.unlock_sets("block") == [{"lime"}]


def test_nothing_helps_where_an_in_house_stage_asks_for_what_cannot_be_attracted() -> None:
    # A category without kinds that could come: the frame is a category whose kinds are captive.
    asked = ask(
        *map(segment, ("bike", "frame")),
        segment("sub_frame", captive=True),
        kind("sub_frame", "frame"),
        group("bike", "frame", exact=("frame",)),
        claim("frame", "absent"),
    )

    found = asked.unlock("bike")

    assert not found.possible
    assert found.sets == ()


def test_more_sets_than_the_limit_are_cut_short_and_said_to_be() -> None:
    rims = [f"rim{number}" for number in range(4)]
    asked = ask(
        *map(segment, ("bike", *rims)),
        group("bike", *rims),
        *(claim(rim, "absent") for rim in rims),
    )

    found = asked.unlock("bike", limit=3)

    assert len(found.sets) == 3
    assert found.truncated
    assert found.first_is_minimum
    assert not asked.unlock("bike", limit=4).truncated


def test_the_certain_world_gives_must_haves_and_the_least_number() -> None:
    # Frame and one of two wheels are unknown: certain is only that a frame has to be found.
    asked = ask(
        *map(segment, ("bike", "frame", "wheel", "spoked_wheel")),
        group("bike", "frame"),
        group("bike", "wheel", "spoked_wheel"),
    )

    found = asked.certain_sets("bike")

    assert asked.ids(found.must) == {"frame"}
    assert found.smallest == 2
    assert found.proven
    assert [asked.ids(choice) for choice in found.choices] == [{"wheel", "spoked_wheel"}]
    assert asked.ids(found.example) in ({"frame", "wheel"}, {"frame", "spoked_wheel"})


def test_a_dearer_alternative_is_no_choice_of_the_smallest_sets() -> None:
    # Instead of the belt alone a chain would do, but it takes links and pins: that is not least.
    asked = ask(
        *map(segment, ("bike", "belt", "chain", "link", "pin")),
        group("bike", "belt", "chain"),
        group("chain", "link"),
        group("chain", "pin"),
    )

    found = asked.certain_sets("bike")

    assert (found.must, found.smallest) == ((), 1)
    assert [asked.ids(choice) for choice in found.choices] == [{"belt"}]


def test_an_answer_whose_time_is_over_says_so_and_another_does_not() -> None:
    records = (*map(segment, ("bike", "frame")), group("bike", "frame"), claim("frame", "absent"))
    ws = workspace(facts(*records))
    slow = missing(ws, "bike", Terms(), "zh", clock=count(step=60).__next__)
    quick = missing(ws, "bike", Terms(), "zh", clock=lambda: 0)

    assert (slow.unlock.out_of_time, slow.unlock.truncated, slow.unlock.sets) == (True, True, ())
    assert (slow.certain.out_of_time, slow.certain.proven) == (True, False)
    assert (quick.unlock.out_of_time, quick.certain.out_of_time) == (False, False)
    assert [each.id for each in quick.unlock.must] == ["frame"]
