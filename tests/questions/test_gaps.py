"""The gap list: derived gaps, stated ones, and how they meet."""

from graph.model import AnyRecord
from tests.questions.asking import ask
from tests.support import claim, gap, group, kind, maker, region, segment

BIKE: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame", "bell")),
    group("bike", "frame"),
    group("bike", "bell"),
    *maker("acme", "bike"),
    claim("frame", "absent"),
)
"""The bike is made, its frame is lacking, and nothing is said of its bell."""


def test_a_lacking_input_of_a_local_product_is_a_confirmed_gap_an_unknown_one_to_settle() -> None:
    gaps = ask(*BIKE).gaps

    assert {id_: (row.origin, row.standing) for id_, row in gaps.items()} == {
        "derived.district.frame": ("derived", "confirmed"),
        "derived.district.bell": ("derived", "to_settle"),
    }


def test_a_stated_gap_that_says_missing_introduce_or_extend_meets_the_derived_one() -> None:
    gaps = ask(*BIKE, gap("attract_frames", "introduce", segment="frame")).gaps

    assert gaps["attract_frames"].origin == "both"
    assert gaps["attract_frames"].standing == "confirmed"
    assert "derived.district.frame" not in gaps


def test_weak_upgrade_and_risk_never_meet_and_are_noted() -> None:
    gaps = ask(*BIKE, gap("weak_frames", "weak", segment="frame")).gaps

    assert (gaps["weak_frames"].origin, gaps["weak_frames"].standing) == ("stated", "noted")
    assert gaps["derived.district.frame"].standing == "confirmed"


def test_a_gap_of_another_place_does_not_meet() -> None:
    records = (*BIKE, region(), region("park", "park"))
    gaps = ask(*records, gap("park_frames", "missing", segment="frame", region="park")).gaps

    assert gaps["park_frames"].origin == "stated"
    assert gaps["derived.district.frame"].origin == "derived"


def test_a_stated_gap_on_what_is_here_is_a_direction() -> None:
    gaps = ask(*BIKE, gap("more_bikes", "extend", segment="bike")).gaps

    assert gaps["more_bikes"].standing == "direction"


def test_types_of_firms_and_capabilities_are_directions_what_nobody_needs_is_wished() -> None:
    gaps = ask(
        *BIKE,
        segment("trike"),
        gap("trikes", "introduce", segment="trike"),
        gap("testing", "missing", capability="检测能力"),
        gap("suppliers", "missing", enterprise_type="配套企业"),
    ).gaps

    assert {id_: gaps[id_].standing for id_ in ("trikes", "testing", "suppliers")} == {
        "trikes": "wished",
        "testing": "direction",
        "suppliers": "direction",
    }


def test_a_gap_lists_what_it_blocks_made_products_first_then_developing_then_sought() -> None:
    asked = ask(
        *map(segment, ("arch", "bike", "cart", "tube")),
        *(group(consumer, "tube") for consumer in ("arch", "bike", "cart")),
        claim("arch", "sought"),
        *maker("acme", "cart"),
        *maker("builder", "bike", status="planned"),
        claim("tube", "absent"),
    )

    assert asked.blocks("derived.district.tube") == ["cart", "bike", "arch"]


def test_an_unknown_or_absent_product_needs_nothing_here() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame")),
        group("bike", "frame"),
        claim("frame", "absent"),
    )

    assert ask(*records).gaps == {}
    assert ask(*records, claim("bike", "absent")).gaps == {}


def test_a_product_counts_once_as_its_most_special_kind() -> None:
    # The electric car has its own cell in place of the engine that cars have.
    asked = ask(
        *map(segment, ("car", "electric_car", "drive", "engine", "cell")),
        kind("electric_car", "car"),
        kind("engine", "drive"),
        kind("cell", "drive"),
        group("car", "drive"),
        group("electric_car", "cell"),
        *maker("acme", "car", "electric_car"),
        claim("drive", "absent"),
    )

    assert set(asked.gaps) == {"derived.district.cell"}
    assert asked.blocks("derived.district.cell") == ["electric_car"]


def test_a_stated_gap_on_the_general_is_related_and_not_merged() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "steel_frame")),
        kind("steel_frame", "frame"),
        group("bike", "steel_frame"),
        *maker("acme", "bike"),
        claim("steel_frame", "absent"),
        gap("frames", "missing", segment="frame"),
    )

    assert asked.gaps["frames"].origin == "stated"
    assert asked.gaps["frames"].related == ("derived.district.steel_frame",)
    assert asked.gaps["derived.district.steel_frame"].related == ("frames",)


def test_a_gap_on_a_type_of_firm_is_related_to_the_segments_it_names() -> None:
    gaps = ask(
        *BIKE, gap("suppliers", "missing", enterprise_type="配套企业", related=("frame",))
    ).gaps

    assert gaps["derived.district.frame"].related == ("suppliers",)


def test_a_gap_on_an_input_that_only_the_possible_world_reaches_is_no_derived_gap() -> None:
    # Whether the frame is made is unknown: it is the question. Its tube is lacking for certain,
    # but is a gap only once the frame turns out to be here.
    asked = ask(
        *map(segment, ("bike", "frame", "tube")),
        group("bike", "frame"),
        group("frame", "tube"),
        *maker("acme", "bike"),
        claim("tube", "absent"),
    )

    assert {id_: row.standing for id_, row in asked.gaps.items()} == {
        "derived.district.frame": "to_settle"
    }
