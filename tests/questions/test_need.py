"""Need and standing by hand: who waits for a gap, and what may be said of it."""

import pytest

from graph.model import AnyRecord
from tests.questions.asking import LIFT, Asked, ask
from tests.support import (
    claim,
    gap,
    group,
    kind,
    maker,
    makes,
    region,
    segment,
    unlisted,
)

BIKE: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame")),
    group("bike", "frame"),
)
"""A bike needs a frame; whether either is here depends on the test."""


def judged(asked: Asked, gap: str) -> tuple[str, str]:
    row = asked.gaps[gap]
    return row.need, row.standing


# Need


def test_what_a_product_made_or_present_lacks_is_needed_for_production() -> None:
    assert judged(ask(*BIKE, *maker("a", "bike")), "derived.district.frame")[0] == "production"
    assert judged(ask(*BIKE, claim("bike", "present")), "derived.district.frame")[0] == "production"


@pytest.mark.parametrize(
    "planned",
    [
        claim("bike", "developing"),
        claim("bike", "sought"),
        gap("bikes", "extend", segment="bike"),
        gap("bikes", "missing", segment="bike"),
    ],
)
def test_what_a_planned_product_lacks_is_needed_for_a_plan(planned: AnyRecord) -> None:
    assert judged(ask(*BIKE, planned), "derived.district.frame") == ("plan", "to_settle")


def test_what_the_plan_only_says_is_weak_plans_nothing() -> None:
    assert "derived.district.frame" not in ask(*BIKE, gap("bikes", "weak", segment="bike")).gaps


def test_what_hospitals_lack_is_needed_by_the_market_if_the_plan_says_missing() -> None:
    """That something is to be introduced is a wish, not a lack; nobody buys a bare component."""
    scanner = segment("scanner", sort="equipment")
    missing = ask(scanner, claim("scanner", "absent"), gap("scan", "missing", segment="scanner"))
    sought = ask(scanner, claim("scanner", "sought"), gap("scan", "introduce", segment="scanner"))
    lens = segment("lens", sort="component")
    part = ask(lens, claim("lens", "absent"), gap("lenses", "missing", segment="lens"))

    assert judged(missing, "scan") == ("market", "confirmed")
    assert judged(sought, "scan") == ("none", "wished")
    assert judged(part, "lenses") == ("none", "wished")


def test_a_missing_gap_makes_a_market_for_what_it_names_too() -> None:
    asked = ask(
        segment("e_bike"),
        claim("e_bike", "sought"),
        gap("makers", "introduce", segment="e_bike"),
        gap("range", "missing", capability="产品型谱", related=("e_bike",)),
    )

    assert judged(asked, "makers") == ("market", "confirmed")
    assert judged(asked, "range") == ("market", "direction")


def test_what_only_a_link_lacks_lies_behind_it_but_the_link_counts_where_it_lacks_a_gap() -> None:
    """The bike waits for a motor that is sought; what the motor alone lacks comes after it."""
    asked = ask(
        *map(segment, ("bike", "motor", "wire", "magnet")),
        group("bike", "motor"),
        group("bike", "wire"),
        group("motor", "wire"),
        group("motor", "magnet"),
        *maker("acme", "bike"),
        claim("motor", "sought"),
    )

    assert set(asked.gaps) == {"derived.district.motor", "derived.district.wire"}
    assert asked.blocks("derived.district.wire") == ["bike", "motor"]
    assert asked.why_not("magnet") == {"not_needed": {"motor"}}


def test_a_planned_product_is_a_link_if_a_kind_of_it_is_lacking_elsewhere() -> None:
    asked = ask(
        *map(segment, ("bike", "motor", "hub_motor", "magnet")),
        kind("hub_motor", "motor"),
        group("bike", "hub_motor"),
        group("motor", "magnet"),
        *maker("acme", "bike"),
        claim("motor", "sought"),
    )

    assert set(asked.gaps) == {"derived.district.hub_motor"}


BIKES: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "e_bike", "frame", "saddle")),
    kind("e_bike", "bike"),
    group("bike", "saddle"),
    group("bike", "frame"),
    group("e_bike", "frame"),
)
"""Bikes take a frame and a saddle, and so does the electric kind of them."""


def test_a_sought_kind_does_not_hide_the_general_that_others_make_today() -> None:
    asked = ask(*BIKES, *maker("acme", "bike"), claim("e_bike", "sought"))

    assert asked.blocks("derived.district.frame") == ["bike", "e_bike"]


def test_a_kind_made_here_hides_its_general_unless_a_maker_makes_no_kind() -> None:
    same = ask(*BIKES, *maker("acme", "bike", "e_bike"))
    other = ask(*BIKES, *maker("acme", "e_bike"), *maker("brand", "bike"))

    assert same.blocks("derived.district.frame") == ["e_bike"]
    assert other.blocks("derived.district.frame") == ["bike", "e_bike"]


def test_a_category_without_a_known_kind_holds_up_nothing_if_a_kind_lacks_nothing() -> None:
    """A firm that makes lifts of an unknown kind may make just the one that needs no car."""
    lifts: tuple[AnyRecord, ...] = (
        *map(segment, ("lift", "escalator", "goods_lift", "car")),
        kind("escalator", "lift"),
        kind("goods_lift", "lift"),
        group("goods_lift", "car"),
        *maker("acme", "lift"),
    )

    assert ask(*lifts).gaps == {}
    assert set(ask(*lifts, segment("step"), group("escalator", "step")).gaps) == {
        "derived.district.car",
        "derived.district.step",
    }


def test_a_stated_gap_is_needed_through_kinds_generals_and_what_it_names() -> None:
    asked = ask(
        *map(segment, ("car", "electronics", "dashboard", "radar", "small_dashboard")),
        kind("dashboard", "electronics"),
        kind("small_dashboard", "dashboard"),
        group("car", "dashboard"),
        *maker("acme", "car"),
        claim("electronics", "sought"),
        claim("small_dashboard", "sought"),
        gap("general", "introduce", segment="electronics"),
        gap("special", "introduce", segment="small_dashboard"),
        gap("firms", "introduce", enterprise_type="配套企业", related=("dashboard", "radar")),
    )

    assert judged(asked, "general") == ("production", "confirmed")
    assert judged(asked, "special") == ("production", "confirmed")
    assert judged(asked, "firms") == ("production", "direction")
    for each in ("general", "special", "firms"):
        assert asked.ids(asked.gaps[each].through) == {"dashboard"}


def test_an_exact_input_is_no_need_of_a_kind() -> None:
    asked = ask(
        *map(segment, ("ampoule", "glass", "soda_glass")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        *maker("acme", "ampoule"),
        claim("soda_glass", "sought"),
        gap("soda", "introduce", segment="soda_glass"),
    )

    assert judged(asked, "soda") == ("none", "wished")


# Standing


def test_weak_upgrade_risk_and_in_house_stages_are_noted() -> None:
    asked = ask(
        *BIKE,
        segment("welding", captive=True),
        *maker("acme", "bike"),
        gap("weak", "weak", segment="frame"),
        gap("stage", "missing", segment="welding"),
    )

    assert judged(asked, "weak") == ("production", "noted")
    assert judged(asked, "stage")[1] == "noted"


def test_availability_risen_from_a_kind_closes_no_stated_gap_on_the_general() -> None:
    """One maker of lift cars does not fill 电梯关键零部件."""
    asked = ask(
        *LIFT,
        *maker("acme", "lift", "car"),
        gap("key_parts", "extend", segment="parts"),
    )

    assert asked.status("parts") == "made"
    assert judged(asked, "key_parts") == ("production", "to_settle")


@pytest.mark.parametrize(
    ("status", "standing"),
    [("sought", "confirmed"), ("absent", "confirmed"), ("developing", "to_settle")],
)
def test_what_is_needed_is_confirmed_if_it_lacks_else_to_settle(status: str, standing: str) -> None:
    asked = ask(*BIKE, *maker("acme", "bike"), claim("frame", status))

    assert judged(asked, "derived.district.frame") == ("production", standing)


def test_what_no_register_has_is_confirmed() -> None:
    asked = ask(*BIKE, *maker("acme", "bike"), unlisted=[unlisted("frame")])

    assert judged(asked, "derived.district.frame") == ("production", "confirmed")


def test_one_firm_that_builds_confirms_nothing_about_others() -> None:
    """Chain or belt: a belt that is being built leaves the chain, of which nobody knows."""
    asked = ask(
        *map(segment, ("bike", "chain", "belt")),
        group("bike", "chain", "belt"),
        *maker("acme", "bike"),
        *maker("builder", "belt", status="planned"),
    )

    assert {row.standing for row in asked.gaps.values()} == {"to_settle"}


@pytest.mark.parametrize(
    ("record", "kind_", "wish"),
    [
        (segment("kite", traded=True), "introduce", "bought"),
        (segment("kite"), "extend", "extending"),
        (segment("kite"), "introduce", "market"),
        (segment("kite", sort="material"), "introduce", "nothing"),
        (segment("kite", sort="service"), "introduce", "nothing"),
    ],
)
def test_a_wish_says_why_nothing_waits_for_it(record: AnyRecord, kind_: str, wish: str) -> None:
    assert ask(record, gap("kites", kind_, segment="kite")).gaps["kites"].wish == wish


def test_a_wish_under_construction_and_one_for_the_market_say_so() -> None:
    built = ask(segment("kite"), claim("kite", "developing"), gap("k", "introduce", segment="kite"))
    lacked = ask(segment("kite"), gap("k", "missing", segment="kite"))

    assert built.gaps["k"].wish == "building"
    assert lacked.gaps["k"].wish == "market"


def test_a_confirmed_gap_is_sure_unless_another_member_may_be_here() -> None:
    motors: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "hub_motor", "mid_motor")),
        group("bike", "hub_motor", "mid_motor"),
        *maker("acme", "bike"),
        claim("mid_motor", "sought"),
    )
    open_, sure = ask(*motors), ask(*motors, claim("hub_motor", "absent"))

    assert open_.gaps["derived.district.mid_motor"].sure is False
    assert open_.ids(open_.gaps["derived.district.mid_motor"].open) == {"hub_motor"}
    assert sure.gaps["derived.district.mid_motor"].sure is True


def test_a_gap_that_only_the_market_needs_stands_in_no_group_and_is_neither_sure_nor_open() -> None:
    asked = ask(
        segment("scanner"), claim("scanner", "absent"), gap("s", "missing", segment="scanner")
    )

    assert (asked.gaps["s"].standing, asked.gaps["s"].sure) == ("confirmed", None)


def test_a_gap_of_a_park_is_judged_by_what_the_park_makes() -> None:
    """The district makes bikes outside the park: in the park nobody waits for frames."""
    records: tuple[AnyRecord, ...] = (
        region(),
        region("park", "park"),
        *BIKE,
        *maker("acme", "bike", region="district"),
        claim("frame", "sought"),
        claim("frame", "sought", "park"),
        gap("park_frames", "introduce", segment="frame", region="park"),
    )

    assert judged(ask(*records), "park_frames") == ("none", "wished")
    assert judged(ask(*records), "derived.district.frame") == ("production", "confirmed")
    inside = (*records, *maker("local", "bike", region="park"))
    assert judged(ask(*inside), "park_frames") == ("production", "confirmed")


# Families


def test_takers_of_one_most_general_kind_are_one_family_named_by_the_one_that_is_here() -> None:
    """The filter goes into engines of two kinds, through an in-house stage into one of them."""
    asked = ask(
        *map(segment, ("pump", "engine", "petrol", "diesel", "filter", "cart")),
        segment("assembly", captive=True),
        kind("petrol", "engine"),
        kind("diesel", "engine"),
        group("pump", "engine"),
        group("engine", "filter"),
        group("diesel", "assembly"),
        group("assembly", "filter"),
        group("cart", "filter"),
        *maker("acme", "pump"),
        makes("acme", "diesel"),
        claim("cart", "sought"),
    )
    first, second = asked.families("derived.district.filter")

    assert asked.names([first.name, *first.takers]) == ["diesel", "diesel"]
    assert (first.here, asked.ids(first.products)) == (True, {"pump", "diesel"})
    assert (asked.names([second.name]), second.here) == (["cart"], False)


def test_a_family_is_named_by_who_is_here_though_one_to_come_is_more_general() -> None:
    asked = ask(
        *map(segment, ("machine", "cart", "pump", "hand_pump", "filter")),
        kind("cart", "machine"),
        kind("pump", "machine"),
        kind("hand_pump", "pump"),
        group("cart", "filter"),
        group("hand_pump", "filter"),
        *maker("acme", "hand_pump"),
        claim("cart", "sought"),
    )
    (family,) = asked.families("derived.district.filter")

    assert asked.names([family.name]) == ["hand_pump"]
    assert asked.ids(family.takers) == {"cart", "hand_pump"}
