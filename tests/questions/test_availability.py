"""Local status and availability: what is here, and what makes it so."""

import pytest

from graph.model import AnyRecord
from tests.questions.asking import ask
from tests.support import (
    REPORTED,
    by_product,
    claim,
    enterprise,
    group,
    kind,
    maker,
    makes,
    region,
    reported,
    segment,
    unlisted,
)

PAINTS = (
    segment("paint"),
    segment("oil_paint"),
    segment("water_paint"),
    kind("oil_paint", "paint"),
    kind("water_paint", "paint"),
)
"""Paint is a category: it has two kinds, and no inputs of its own."""


def test_what_nothing_is_said_of_is_unknown_and_available_in_the_possible_world_only() -> None:
    asked = ask(segment("glue"))

    assert asked.status("glue") == "unknown"
    assert asked.available("certain") == set()
    assert asked.available("possible") == {"glue"}


def test_the_first_status_that_applies_is_shown() -> None:
    asked = ask(
        segment("glue"),
        *maker("acme", "glue"),
        claim("glue", "developing"),
        claim("glue", "absent"),
    )

    assert asked.status("glue") == "made"


def test_planned_makers_are_developing_prospective_ones_sought_suspended_ones_nothing() -> None:
    asked = ask(
        segment("rim"),
        segment("saddle"),
        segment("tube"),
        *maker("builds", "rim", status="planned"),
        *maker("invited", "saddle", status="prospective"),
        *maker("stopped", "tube", status="suspended"),
    )

    assert [asked.status(s) for s in ("rim", "saddle", "tube")] == [
        "developing",
        "sought",
        "unknown",
    ]


def test_the_planned_horizon_counts_developing_as_available_and_still_shows_it_so() -> None:
    asked = ask(segment("rim"), claim("rim", "developing"), horizon="planned")

    assert asked.status("rim") == "developing"
    assert asked.available() == {"rim"}


def test_an_available_kind_makes_its_general_available_never_the_other_way_round() -> None:
    asked = ask(
        segment("car"),
        segment("electric_car"),
        segment("van"),
        kind("electric_car", "car"),
        kind("van", "car"),
        *maker("acme", "electric_car"),
    )

    assert asked.available() == {"electric_car", "car"}
    assert asked.status("car") == "made"
    assert asked.status("van") == "unknown"


CHIPS: tuple[AnyRecord, ...] = (
    *map(segment, ("chip", "analog_chip", "power_chip", "cell")),
    kind("analog_chip", "chip"),
    kind("power_chip", "chip"),
    claim("power_chip", "sought"),
    group("chip", "cell"),
)
"""A chip with a recipe of its own and two kinds, one of which is sought."""


def test_a_stated_absence_says_nothing_of_the_kinds() -> None:
    """缺乏III类高端器械 makes no dental implant absent."""
    asked = ask(*CHIPS, claim("chip", "absent"))

    assert asked.status("chip") == "absent"
    assert asked.status("analog_chip") == "unknown"
    assert "analog_chip" in asked.available("possible")


def test_a_reported_no_covers_the_kinds_of_which_nothing_else_is_known() -> None:
    asked = ask(*CHIPS, claim("chip", "absent", evidence=REPORTED))

    assert asked.status("analog_chip") == "absent"
    assert asked.status("power_chip") == "sought"
    assert "analog_chip" not in asked.available("possible")


def test_a_category_of_which_nothing_is_said_lacks_if_all_its_kinds_do() -> None:
    paint: tuple[AnyRecord, ...] = (
        *map(segment, ("paint", "oil_paint", "water_paint")),
        kind("oil_paint", "paint"),
        kind("water_paint", "paint"),
        claim("oil_paint", "absent"),
    )

    assert ask(*paint).status("paint") == "unknown"
    assert ask(*paint, claim("water_paint", "sought")).status("paint") == "sought"
    assert ask(*paint, claim("water_paint", "developing")).status("paint") == "unknown"


def test_what_is_in_no_register_lacks_in_both_worlds_and_nothing_stronger_is_said() -> None:
    frames = (unlisted("frame"), unlisted("wheel"))
    asked = ask(segment("frame"), segment("wheel"), claim("wheel", "absent"), unlisted=frames)

    assert (asked.status("frame"), asked.status("wheel")) == ("unlisted", "absent")
    assert asked.available("possible") == set()


def test_a_register_of_a_park_concludes_nothing_for_the_district() -> None:
    records = (region(), region("park", "park"), segment("frame"))

    assert ask(*records, unlisted=[unlisted("frame", "park")]).status("frame") == "unknown"
    assert (
        ask(*records, unlisted=[unlisted("frame", "park")], region="park").status("frame")
        == "unlisted"
    )
    assert ask(*records, unlisted=[unlisted("frame")], region="park").status("frame") == "unlisted"


@pytest.mark.parametrize(
    ("date", "status"), [("2026-06-01", "absent"), ("2025-06-01", "made"), ("2026-01-01", "made")]
)
def test_a_later_reported_no_sets_aside_what_was_said_before(date: str, status: str) -> None:
    """The plan, of 2026-01-01, names a maker; an answer of the same day decides nothing."""
    no = claim("frame", "absent", evidence=reported(date))

    assert ask(segment("frame"), *maker("acme", "frame"), no).status("frame") == status


def test_of_two_answers_the_later_counts() -> None:
    yes = claim("frame", "present", evidence=reported("2026-03-01"))
    no = claim("frame", "absent", evidence=reported("2026-04-01"))

    assert ask(segment("frame"), yes, no).status("frame") == "absent"


def test_an_answer_about_a_park_says_nothing_of_a_maker_elsewhere() -> None:
    records = (region(), region("park", "park"), segment("frame"))
    no = claim("frame", "absent", "park", evidence=reported("2026-06-01"))

    assert ask(*records, *maker("acme", "frame"), no).status("frame") == "made"
    assert ask(*records, *maker("acme", "frame", region="park"), no).status("frame") == "unknown"


def test_what_one_firm_builds_may_be_made_by_another_already() -> None:
    asked = ask(segment("frame"), *maker("builder", "frame", status="planned"))

    assert asked.status("frame") == "developing"
    assert (asked.available(), asked.available("possible")) == (set(), {"frame"})


def test_a_category_of_which_every_kind_lacks_is_not_possibly_available() -> None:
    # Paint has no inputs of its own: it is here if a kind is. Nothing is said of paint itself,
    # but both its kinds lack, so no unknown is left.
    asked = ask(
        *PAINTS,
        claim("oil_paint", "absent"),
        claim("water_paint", "sought"),
    )

    assert asked.available("possible") == set()


def test_a_category_with_an_unknown_kind_is_possibly_available() -> None:
    asked = ask(
        *PAINTS,
        claim("oil_paint", "absent"),
    )

    assert asked.available("possible") == {"water_paint", "paint"}


def test_an_available_source_makes_its_by_product_present() -> None:
    asked = ask(
        segment("power"),
        segment("fly_ash"),
        by_product("power", "fly_ash"),
        claim("power", "present"),
        claim("fly_ash", "absent"),
    )

    assert asked.status("fly_ash") == "present"
    assert asked.available() == {"power", "fly_ash"}


def test_a_captive_source_works_where_a_consumer_of_it_is_available() -> None:
    # The in-house boiler of the brewery leaves ash; the boiler itself is never available.
    asked = ask(
        segment("beer"),
        segment("boiler", captive=True),
        segment("ash"),
        group("beer", "boiler", input="energy", essential=False),
        by_product("boiler", "ash"),
        *maker("brewer", "beer"),
    )

    assert asked.available() == {"beer", "ash"}
    assert asked.status("boiler") is None


def test_a_captive_source_works_through_another_captive_stage() -> None:
    asked = ask(
        segment("beer"),
        segment("mash", captive=True),
        segment("boiler", captive=True),
        segment("ash"),
        group("beer", "mash"),
        group("mash", "boiler"),
        by_product("boiler", "ash"),
        *maker("brewer", "beer"),
    )

    assert asked.available() == {"beer", "ash"}


def test_a_firm_without_a_place_counts_for_the_district_and_not_for_a_park() -> None:
    records = (
        region(),
        region("park", "park"),
        segment("rim"),
        segment("saddle"),
        *maker("anywhere", "rim"),
        *maker("settled", "saddle", region="park"),
    )

    assert ask(*records).available() == {"rim", "saddle"}
    assert ask(*records, region="park").available() == {"saddle"}


def test_a_firm_in_a_neighbouring_district_is_not_local() -> None:
    asked = ask(
        region(),
        region("yonder", "neighbour"),
        segment("rim"),
        enterprise("far", region="yonder"),
        makes("far", "rim"),
    )

    assert asked.status("rim") == "unknown"


def test_what_a_park_has_the_district_has_what_the_district_lacks_the_park_lacks() -> None:
    records = (
        region(),
        region("park", "park"),
        segment("rim"),
        segment("saddle"),
        segment("tube"),
        claim("rim", "present", "park"),
        claim("saddle", "absent", "district"),
        claim("tube", "absent", "park"),
    )
    district, park = ask(*records), ask(*records, region="park")

    assert [district.status(s) for s in ("rim", "saddle", "tube")] == [
        "present",
        "absent",
        "unknown",
    ]
    assert [park.status(s) for s in ("rim", "saddle", "tube")] == ["present", "absent", "absent"]
