"""The largest self-supporting set: what can be completed with what is here."""

from tests.questions.asking import ask
from tests.support import by_product, claim, group, kind, maker, segment


def test_available_segments_that_need_one_another_sustain_one_another() -> None:
    asked = ask(
        *map(segment, ("power", "coal")),
        group("power", "coal"),
        group("coal", "power"),
        *maker("acme", "power", "coal"),
    )

    assert asked.completable() == {"power", "coal"}


def test_a_circle_that_lacks_one_falls_as_a_whole() -> None:
    asked = ask(
        *map(segment, ("power", "coal", "rail")),
        group("power", "coal"),
        group("coal", "rail"),
        group("rail", "power"),
        *maker("acme", "power", "coal"),
        claim("rail", "absent"),
    )

    assert asked.completable() == set()
    assert asked.completable("possible") == set()


def test_one_alternative_is_enough_and_every_group_is_needed() -> None:
    records = (
        *map(segment, ("bike", "steel_frame", "wood_frame", "wheel")),
        group("bike", "steel_frame", "wood_frame"),
        group("bike", "wheel"),
        *maker("acme", "bike", "wood_frame"),
        claim("steel_frame", "absent"),
    )

    assert ask(*records).completable() == {"wood_frame"}
    assert ask(*records, claim("wheel", "present")).completable() == {"wood_frame", "wheel", "bike"}


def test_what_is_bought_needs_nothing() -> None:
    asked = ask(
        segment("steel", traded=True),
        segment("ore"),
        group("steel", "ore"),
        claim("ore", "absent"),
    )

    assert asked.completable() == {"steel"}


def test_a_captive_stage_stands_if_its_inputs_do() -> None:
    records = (
        *map(segment, ("glass", "sand")),
        segment("batch", captive=True),
        group("glass", "batch"),
        group("batch", "sand"),
        *maker("acme", "glass"),
    )

    assert ask(*records, claim("sand", "present")).completable() == {"sand", "batch", "glass"}
    assert ask(*records, claim("sand", "absent")).completable() == set()


def test_availability_risen_from_a_kind_does_not_stand_by_itself() -> None:
    # Engines in general are available through the petrol engine, which lacks its pistons; that
    # the general engine needs nothing does not complete it.
    asked = ask(
        *map(segment, ("engine", "petrol_engine", "piston", "oil")),
        kind("petrol_engine", "engine"),
        group("petrol_engine", "piston"),
        group("engine", "oil"),
        *maker("acme", "petrol_engine", "oil"),
        claim("piston", "absent"),
    )

    assert asked.available() == {"petrol_engine", "engine", "oil"}
    assert asked.completable() == {"oil"}


def test_a_completable_kind_completes_its_general() -> None:
    asked = ask(
        *map(segment, ("engine", "petrol_engine", "oil")),
        kind("petrol_engine", "engine"),
        group("engine", "oil"),
        *maker("acme", "petrol_engine", "oil"),
    )

    # The petrol engine inherits the oil.
    assert asked.completable() == {"petrol_engine", "engine", "oil"}


def test_an_exact_input_is_not_completed_by_a_kind() -> None:
    records = (
        *map(segment, ("ampoule", "bottle", "glass", "soda_glass")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        group("bottle", "glass"),
        *maker("acme", "ampoule", "bottle", "soda_glass"),
    )

    assert ask(*records).completable() == {"soda_glass", "glass", "bottle"}


def test_an_exact_input_is_not_bought_as_a_kind() -> None:
    asked = ask(
        *map(segment, ("ampoule", "bottle", "glass")),
        segment("soda_glass", traded=True),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        group("bottle", "glass"),
        *maker("acme", "ampoule", "bottle"),
        claim("glass", "absent"),
    )

    assert asked.completable() == {"soda_glass", "glass", "bottle"}


def test_an_own_group_replaces_the_inherited_one_that_it_names_a_kind_of() -> None:
    asked = ask(
        *map(segment, ("engine", "petrol_engine", "ignition", "spark", "pump")),
        kind("petrol_engine", "engine"),
        kind("spark", "ignition"),
        kind("pump", "ignition"),
        group("engine", "pump", "ignition"),
        group("petrol_engine", "spark"),
        *maker("acme", "engine", "petrol_engine", "pump"),
        claim("spark", "absent"),
    )

    # The pump would serve engines in general; a petrol engine asks for sparks alone.
    assert asked.completable() == {"pump", "ignition", "engine"}


def test_a_category_uses_its_kinds_alone_in_the_certain_world() -> None:
    # Somebody makes cars, nobody says which: no kind is known to be complete.
    asked = ask(
        *map(segment, ("car", "petrol_car", "piston")),
        kind("petrol_car", "car"),
        group("petrol_car", "piston"),
        *maker("acme", "car"),
        claim("piston", "absent"),
    )

    assert asked.completable() == set()
    assert asked.completable("possible") == {"car"}


def test_a_category_itself_here_counts_in_the_possible_world_whatever_it_hands_down() -> None:
    # Some truck is present. A kind of truck may replace the axle that trucks inherit as
    # vehicles, so the lacking axle does not decide.
    asked = ask(
        *map(segment, ("vehicle", "truck", "dumper", "axle")),
        kind("truck", "vehicle"),
        kind("dumper", "truck"),
        group("vehicle", "axle"),
        claim("truck", "present"),
        claim("axle", "absent"),
        claim("dumper", "absent"),
    )

    assert asked.completable("possible") == {"truck", "vehicle"}


def test_a_category_of_unknown_standing_waits_for_its_kinds() -> None:
    asked = ask(
        *map(segment, ("car", "petrol_car")),
        kind("petrol_car", "car"),
        claim("petrol_car", "absent"),
    )

    assert asked.completable("possible") == set()


def test_a_by_product_needs_its_own_inputs_as_any_other() -> None:
    records = (
        *map(segment, ("power", "ash", "sieve")),
        by_product("power", "ash"),
        group("ash", "sieve"),
        *maker("acme", "power"),
    )

    assert ask(*records, claim("sieve", "absent")).completable() == {"power"}
    assert ask(*records, claim("sieve", "present")).completable() == {"power", "ash", "sieve"}


def test_non_essential_inputs_and_other_sorts_do_not_bear_on_it() -> None:
    asked = ask(
        *map(segment, ("bike", "bell", "gas")),
        group("bike", "bell", essential=False),
        group("bike", "gas", input="energy"),
        *maker("acme", "bike"),
        claim("bell", "absent"),
        claim("gas", "absent"),
    )

    assert asked.completable() == {"bike"}


def test_tiers_bring_what_lies_deeper_inside_the_boundary_of_one_product() -> None:
    # From the bike: frame 1, steel 2, ore 3; from the frame the ore is only 2.
    asked = ask(
        *map(segment, ("bike", "frame", "steel", "ore")),
        group("bike", "frame"),
        group("frame", "steel"),
        group("steel", "ore"),
        *maker("acme", "bike", "frame", "steel"),
        claim("ore", "absent"),
        boundary="traded+tiers:2",
    )

    assert asked.completable(target="bike") == {"bike", "frame", "steel", "ore"}
    assert asked.completable(target="frame") == set()
