"""Who takes what and what counts as what, by hand."""

from graph.model import AnyRecord
from graph.store.supply import Descent, Feed, Take, supply_of
from tests.support import (
    by_product,
    claim,
    enterprise,
    facts,
    group,
    kind,
    makes,
    segment,
)


def takes(*records: AnyRecord) -> list[tuple[str, str, str, bool]]:
    found = supply_of(facts(*records)).takes
    return [(each.consumer, each.member, each.input, each.exact) for each in found]


def test_a_consumer_takes_every_member_of_its_groups() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame", "bell", "gas", "coal")),
        group("bike", "frame", "bell", exact=("bell",)),
        group("bike", "gas", "coal", input="energy", essential=False),
    )

    assert takes(*records) == [
        ("bike", "bell", "material", True),
        ("bike", "coal", "energy", False),
        ("bike", "frame", "material", False),
        ("bike", "gas", "energy", False),
    ]


def test_what_two_groups_take_is_exact_only_if_both_say_so() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame", "tube")),
        group("bike", "frame", "tube", exact=("frame", "tube")),
        group("bike", "tube", "frame", exact=("tube",)),
    )

    assert takes(*records) == [
        ("bike", "frame", "material", False),
        ("bike", "tube", "material", True),
    ]


def test_a_kind_inherits_what_it_does_not_replace_and_a_category_takes_nothing() -> None:
    # Petrol and diesel engines are kinds of engine, which takes a block and an ignition; the
    # petrol engine names a kind of ignition. Drives are a category above engines.
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("drive", "engine", "petrol", "diesel", "block", "ignition", "spark")),
        kind("engine", "drive"),
        kind("petrol", "engine"),
        kind("diesel", "engine"),
        kind("spark", "ignition"),
        group("engine", "block"),
        group("engine", "ignition"),
        group("petrol", "spark"),
    )

    assert takes(*records) == [
        ("diesel", "block", "material", False),
        ("diesel", "ignition", "material", False),
        ("engine", "block", "material", False),
        ("engine", "ignition", "material", False),
        ("petrol", "block", "material", False),
        ("petrol", "spark", "material", False),
    ]


def test_a_segment_counts_as_itself_and_as_everything_above_it() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("car", "van", "a00")),
        kind("van", "car"),
        kind("a00", "van"),
    )

    assert supply_of(facts(*records)).descents == (
        Descent("a00", "a00", ()),
        Descent("a00", "van", ("van",)),
        Descent("a00", "car", ("van", "car")),
        Descent("car", "car", ()),
        Descent("van", "van", ()),
        Descent("van", "car", ("car",)),
    )


def test_kinds_feed_what_takes_their_general_segment_unless_that_is_exact() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("window", "ampoule", "glass", "soda", "float")),
        kind("soda", "glass"),
        kind("float", "soda"),
        group("window", "glass"),
        group("ampoule", "glass", exact=("glass",)),
    )

    assert sorted(supply_of(facts(*records)).feeds()) == [
        Feed("float", "window", "material", "glass"),
        Feed("glass", "ampoule", "material", "glass"),
        Feed("glass", "window", "material", "glass"),
        Feed("soda", "window", "material", "glass"),
    ]


def test_what_names_an_undeclared_segment_takes_no_part() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame")),
        group("bike", "frame", "nothing"),
        group("nothing", "frame"),
        kind("frame", "nothing"),
        kind("nothing", "frame"),
    )

    found = supply_of(facts(*records))

    assert found.takes == ()
    assert found.descents == (Descent("bike", "bike", ()), Descent("frame", "frame", ()))


def test_kinds_in_a_circle_take_no_part() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("a", "b", "c", "below")),
        kind("a", "b"),
        kind("b", "c"),
        kind("c", "a"),
        kind("below", "a"),
    )

    assert supply_of(facts(*records)).descents == (
        Descent("a", "a", ()),
        Descent("b", "b", ()),
        Descent("below", "below", ()),
        Descent("below", "a", ("a",)),
        Descent("c", "c", ()),
    )


def test_records_in_any_order_give_the_same() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame", "tube")),
        kind("tube", "frame"),
        group("bike", "frame"),
        group("frame", "bike"),
    )

    assert supply_of(facts(*reversed(records))) == supply_of(facts(*records))
    assert supply_of(facts(*records)).takes[0] == Take("bike", "frame", "material", exact=False)


def test_denied_recipes_take_no_part() -> None:
    denied = group("bike", "bell").model_copy(update={"denied": "没有铃"})
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame", "bell")),
        group("bike", "frame"),
        denied,
    )

    assert takes(*records) == [("bike", "frame", "material", False)]


def test_what_names_a_merged_segment_names_the_other() -> None:
    records: tuple[AnyRecord, ...] = (
        segment("bike"),
        segment("frame", was=("chassis",)),
        group("bike", "chassis"),
    )

    assert takes(*records) == [("bike", "frame", "material", False)]


def test_ties_are_those_of_inputs_by_products_kinds_and_makers() -> None:
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "frame", "bell", "scrap", "alloy")),
        group("bike", "frame", "bell", input="service", essential=False),
        by_product("frame", "scrap"),
        kind("alloy", "frame"),
        enterprise("acme", "suspended"),
        makes("acme", "bell"),
        makes("nobody", "bike"),
        claim("frame", "absent"),
    )

    ties = supply_of(facts(*records)).ties
    assert [(a.type, a.id, b.type, b.id) for a, b in ties] == [
        ("enterprise", "acme", "segment", "bell"),
        ("segment", "alloy", "segment", "frame"),
        ("segment", "bell", "segment", "bike"),
        ("segment", "frame", "segment", "bike"),
        ("segment", "frame", "segment", "scrap"),
    ]
