"""Who takes what and what counts as what, by hand."""

import pytest

from graph.model import AnyRecord
from graph.store.layers import Change, Place
from graph.store.supply import Descent, Feed, Take, changes_supply, supply_of, ties_of
from tests.support import (
    by_product,
    claim,
    enterprise,
    group,
    kind,
    makes,
    segment,
)


def takes(*records: AnyRecord) -> list[tuple[str, str, str, bool]]:
    found = supply_of(records).takes
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

    assert supply_of(records).descents == (
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

    assert sorted(supply_of(records).feeds()) == [
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

    found = supply_of(records)

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

    assert supply_of(records).descents == (
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

    assert supply_of(reversed(records)) == supply_of(records)
    assert supply_of(records).takes[0] == Take("bike", "frame", "material", exact=False)


def test_what_a_record_ties_to_one_another() -> None:
    def ends(record: AnyRecord) -> list[tuple[str, str, str, str]]:
        return [(a.type, a.id, b.type, b.id) for a, b in ties_of(record)]

    assert ends(group("bike", "frame", "bell")) == [
        ("segment", "frame", "segment", "bike"),
        ("segment", "bell", "segment", "bike"),
    ]
    assert ends(by_product("power", "ash")) == [("segment", "power", "segment", "ash")]
    assert ends(kind("soda", "glass")) == [("segment", "soda", "segment", "glass")]
    assert ends(makes("acme", "frame")) == [("enterprise", "acme", "segment", "frame")]
    assert [ends(each) for each in (segment("a"), enterprise("b"), claim("a", "absent"))] == [
        [],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("added", "changed", "removed", "expected"),
    [
        ("segment", "makes", "makes", True),
        ("makes", "segment", "enterprise", False),
        ("makes", "makes", "segment", True),
        ("kind_of", "makes", "makes", True),
        ("makes", "input_group", "makes", True),
        ("makes", "makes", "kind_of", True),
        ("by_product", "claim", "gap", False),
    ],
)
def test_recipes_change_with_their_records_and_with_which_segments_there_are(
    *, added: str, changed: str, removed: str, expected: bool
) -> None:
    places = [(Place(0, each, "a"),) for each in (added, changed, removed)]  # type: ignore[arg-type]

    assert changes_supply(Change(*places)) == expected
