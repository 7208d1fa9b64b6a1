"""The boundary: what counts as obtainable without a local maker."""

from graph.model import AnyRecord
from tests.questions.asking import ask
from tests.support import claim, group, kind, maker, segment

BIKE: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame", "tube")),
    segment("steel", traded=True),
    segment("ore"),
    group("bike", "frame"),
    group("frame", "tube"),
    group("tube", "steel"),
    group("steel", "ore"),
    *maker("acme", "bike", "frame"),
    *(claim(s, "absent") for s in ("tube", "steel", "ore")),
)
"""bike ← frame ← tube ← steel (traded) ← ore; only bike and frame are made here."""


def test_traded_segments_end_the_search() -> None:
    assert set(ask(*BIKE).missing("bike")) == {"tube"}


def test_without_a_boundary_everything_has_to_be_local() -> None:
    missing = ask(*BIKE, boundary="none").missing("bike")

    assert {s: link.behind for s, link in missing.items()} == {
        "tube": False,
        "steel": True,
        "ore": True,
    }


def test_tiers_end_the_search_at_a_depth_counted_from_the_product_asked() -> None:
    # From the bike the tube is at depth 2, from the frame at depth 1.
    asked = ask(*BIKE, boundary="traded+tiers:1")

    assert asked.missing("bike") == {}
    assert set(asked.missing("frame")) == {"tube"}


def test_tiers_count_the_shortest_way_through_kinds_and_unessential_inputs_too() -> None:
    # The tube reaches the bike by the frame (2), and as a kind of pipe by the rack (also 1 step
    # less): bike ← rack, unessential, or pipe directly: depth 1 is not deeper than 1.
    records = (*BIKE, segment("pipe"), kind("tube", "pipe"))
    asked = ask(*records, group("bike", "pipe", essential=False), boundary="traded+tiers:1")

    assert asked.closure("bike")["tube"] == 1
    assert set(asked.missing("bike")) == {"tube"}


def test_lists_of_a_region_unite_the_answers_of_its_products() -> None:
    # Bike and frame are both made; the frame's own tube is within its first tier.
    asked = ask(*BIKE, boundary="traded+tiers:1")

    assert asked.blocks("derived.district.tube") == ["frame"]


def test_a_traded_kind_makes_its_general_obtainable_never_the_other_way_round() -> None:
    asked = ask(
        *map(segment, ("bike", "trike", "paint", "pearl_paint")),
        segment("plain_paint", traded=True),
        kind("plain_paint", "paint"),
        kind("pearl_paint", "paint"),
        group("bike", "paint"),
        group("trike", "pearl_paint"),
        *maker("acme", "bike", "trike"),
        claim("paint", "absent"),
    )

    assert asked.missing("bike") == {}
    assert set(asked.missing("trike")) == {"pearl_paint"}


def test_a_wish_does_not_take_a_segment_out_of_the_boundary() -> None:
    asked = ask(
        segment("bike"),
        segment("steel", traded=True),
        group("bike", "steel"),
        *maker("acme", "bike"),
        claim("steel", "sought"),
    )

    assert asked.missing("bike") == {}
    assert asked.verdict("bike").completable == "market"
