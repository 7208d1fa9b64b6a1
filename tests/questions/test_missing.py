"""Open groups and missing upstream: what a product lacks, and what lies behind that."""

from graph.model import AnyRecord
from tests.questions.asking import ask
from tests.support import claim, group, kind, maker, segment


def test_a_missing_input_has_its_depth_and_the_path_that_proves_it() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "tube")),
        group("bike", "frame"),
        group("frame", "tube"),
        *maker("acme", "bike", "frame"),
        claim("tube", "absent"),
    )

    link = asked.missing("bike")["tube"]

    assert (link.depth, link.behind, link.sole, link.standing) == (2, False, True, "confirmed")
    assert asked.path("bike", "tube") == ["tube", "frame", "bike"]


def test_an_unknown_input_is_to_settle_and_confirmed_ones_come_first() -> None:
    asked = ask(
        *map(segment, ("bike", "bell", "frame")),
        group("bike", "bell"),
        group("bike", "frame"),
        claim("frame", "absent"),
    )

    missing = asked.missing("bike")

    assert list(missing) == ["frame", "bell"]
    assert missing["bell"].standing == "to_settle"


def test_alternatives_stand_with_one_another_each_by_its_own_status() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "steel_frame", "wood_frame")),
        group("bike", "steel_frame", "wood_frame"),
        claim("steel_frame", "absent"),
    )

    missing = ask(*records).missing("bike")

    assert missing["steel_frame"].standing == "confirmed"
    assert missing["wood_frame"].standing == "to_settle"
    assert not missing["steel_frame"].sole
    assert len(missing["steel_frame"].alternatives) == 1


def test_a_group_with_an_available_member_is_not_open_the_walk_goes_into_it() -> None:
    # The wood frame is made but lacks its glue; the steel frame is not asked for.
    asked = ask(
        *map(segment, ("bike", "steel_frame", "wood_frame", "glue")),
        group("bike", "steel_frame", "wood_frame"),
        group("wood_frame", "glue"),
        *maker("acme", "bike", "wood_frame"),
        claim("steel_frame", "absent"),
        claim("glue", "absent"),
    )

    assert asked.open("bike") == {(("glue", False),): 2}
    assert set(asked.missing("bike")) == {"glue"}


def test_what_a_missing_segment_would_need_lies_behind_it_and_is_no_gap_of_its_own() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "tube")),
        group("bike", "frame"),
        group("frame", "tube"),
        *maker("acme", "bike"),
        claim("frame", "absent"),
        claim("tube", "absent"),
    )

    tube = asked.missing("bike")["tube"]

    assert (tube.behind, tube.depth, tube.standing) == (True, 2, None)
    assert "derived.district.tube" not in asked.gaps


def test_a_captive_stage_is_passed_through_and_never_listed() -> None:
    asked = ask(
        *map(segment, ("felt", "gel", "silica")),
        segment("wet_gel", captive=True),
        group("felt", "gel"),
        group("gel", "wet_gel"),
        group("wet_gel", "silica"),
        *maker("acme", "felt", "gel"),
        claim("silica", "absent"),
    )

    missing = asked.missing("felt")

    # Every supply step counts, captive ones too.
    assert {s: link.depth for s, link in missing.items()} == {"silica": 3}
    assert asked.path("felt", "silica") == ["silica", "wet_gel", "gel", "felt"]


def test_a_captive_alternative_keeps_a_group_from_being_open() -> None:
    asked = ask(
        *map(segment, ("glass", "cullet", "sand")),
        segment("batch", captive=True),
        group("glass", "cullet", "batch"),
        group("batch", "sand"),
        *maker("acme", "glass"),
        claim("cullet", "absent"),
        claim("sand", "absent"),
    )

    assert set(asked.missing("glass")) == {"sand"}


def test_the_walk_goes_into_the_kind_that_is_here_by_a_step_without_depth() -> None:
    asked = ask(
        *map(segment, ("car", "engine", "petrol_engine", "diesel_engine", "piston", "pump")),
        kind("petrol_engine", "engine"),
        kind("diesel_engine", "engine"),
        group("car", "engine"),
        group("petrol_engine", "piston"),
        group("diesel_engine", "pump"),
        *maker("acme", "car", "petrol_engine"),
        claim("piston", "absent"),
        claim("pump", "absent"),
    )

    assert {s: link.depth for s, link in asked.missing("car").items()} == {"piston": 2}
    assert asked.path("car", "piston") == ["piston", "petrol_engine", "engine", "car"]


def test_a_missing_category_is_listed_itself_and_what_its_kinds_need_lies_behind() -> None:
    asked = ask(
        *map(segment, ("car", "engine", "petrol_engine", "piston")),
        kind("petrol_engine", "engine"),
        group("car", "engine"),
        group("petrol_engine", "piston"),
        *maker("acme", "car"),
        claim("engine", "absent"),
        claim("piston", "absent"),
    )

    missing = asked.missing("car")

    assert {s: (link.behind, link.depth) for s, link in missing.items()} == {
        "engine": (False, 1),
        "piston": (True, 2),
    }


def test_an_exact_input_is_missing_although_a_kind_of_it_is_here() -> None:
    asked = ask(
        *map(segment, ("ampoule", "glass", "soda_glass")),
        kind("soda_glass", "glass"),
        group("ampoule", "glass", exact=("glass",)),
        *maker("acme", "ampoule", "soda_glass"),
    )

    assert set(asked.missing("ampoule")) == {"glass"}


def test_a_category_is_answered_for_its_kinds_here() -> None:
    asked = ask(
        *map(segment, ("car", "petrol_car", "electric_car", "piston", "cell")),
        kind("petrol_car", "car"),
        kind("electric_car", "car"),
        group("petrol_car", "piston"),
        group("electric_car", "cell"),
        *maker("acme", "electric_car"),
        claim("piston", "absent"),
        claim("cell", "absent"),
    )

    assert set(asked.missing("car")) == {"cell"}
    assert asked.path("car", "cell") == ["cell", "electric_car", "car"]


def test_non_essential_inputs_and_inputs_of_other_sorts_are_not_missing() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "bell", "gas")),
        group("bike", "bell", essential=False),
        group("bike", "gas", input="energy"),
        *maker("acme", "bike"),
        claim("bell", "absent"),
        claim("gas", "absent"),
    )

    assert ask(*records).missing("bike") == {}
    assert set(ask(*records, inputs="material,energy").missing("bike")) == {"gas"}


def test_the_planned_horizon_takes_what_is_developing_as_here() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame")),
        group("bike", "frame"),
        *maker("acme", "bike"),
        *maker("builder", "frame", status="planned"),
    )

    assert ask(*records).missing("bike")["frame"].standing == "to_settle"
    assert ask(*records, horizon="planned").missing("bike") == {}
