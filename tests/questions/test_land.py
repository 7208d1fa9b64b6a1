"""Parks and chains: what fits, why, and that unknown land is neither none nor plenty."""

from graph.analysis.land import ParkFit, Parks, fitting_parks, parks_of
from graph.model import AnyRecord
from tests.support import (
    chain,
    direction,
    enterprise,
    facts,
    maker,
    membership,
    platform,
    project,
    region,
    role,
    segment,
)
from tests.trade import district

TWO_PARKS: tuple[AnyRecord, ...] = (
    region(),
    region("north", "park", free_land_mu=120),
    region("south", "park"),
    region("next_door", "neighbour"),
    chain("bikes"),
    chain("glass"),
    direction("north", "cycling", "bikes"),
    direction("next_door", "cycling", "bikes"),
)


def parks(*records: AnyRecord) -> Parks:
    found = facts(*TWO_PARKS, *records)
    memberships = found.memberships.values()
    return parks_of(found, {each.segment: [each] for each in memberships})


def fits(found: Parks, *chains: str) -> list[str]:
    return [each.park for each in fitting_parks(found, chains)]


def only(found: Parks, chain: str) -> ParkFit:
    (fit,) = fitting_parks(found, [chain])
    return fit


def test_a_park_fits_by_the_direction_that_it_states() -> None:
    fit = only(parks(), "bikes")

    assert (fit.park, fit.stated, fit.free_land_mu) == ("north", True, 120)
    assert fit.footholds[0].directions == ("direction.north.cycling",)


def test_no_park_fits_a_chain_of_which_nothing_is_said_there() -> None:
    assert fits(parks(), "glass") == []


def test_a_neighbour_is_no_park_of_the_district() -> None:
    assert {park for park, _ in parks().footholds} == {"north"}


def test_what_stands_in_a_park_makes_its_chain_present_there() -> None:
    found = parks(
        enterprise("kiln", region="south"),
        role("glass", "kiln"),
        platform("lab", region="south", chains=("glass",)),
        project("hall", region="south", chains=("glass",)),
    )

    (foothold,) = only(found, "glass").footholds
    assert not foothold.stated
    assert (foothold.enterprises, foothold.platforms, foothold.projects) == (
        ("kiln",),
        ("lab",),
        ("hall",),
    )


def test_who_makes_a_product_of_a_chain_is_in_it_and_who_makes_an_input_is_not() -> None:
    found = parks(
        segment("cup"),
        segment("sand"),
        membership("glass", "cup", "downstream"),
        membership("glass", "sand", "upstream"),
        *maker("kiln", "cup", region="south"),
        *maker("pit", "sand", region="north"),
    )

    assert only(found, "glass").footholds[0].enterprises == ("kiln",)


def test_firms_that_stand_still_or_are_only_courted_are_not_present() -> None:
    found = parks(
        enterprise("closed", "suspended", "south"),
        enterprise("courted", "prospective", "south"),
        role("glass", "closed"),
        role("glass", "courted"),
    )

    assert fits(found, "glass") == []


def test_a_firm_without_a_stated_place_stands_in_no_park() -> None:
    assert fits(parks(enterprise("somewhere"), role("glass", "somewhere")), "glass") == []


def test_stated_directions_come_first_then_more_chains_then_known_land() -> None:
    found = parks(
        region("east", "zone", free_land_mu=300),
        region("west", "park"),
        region("full", "park", free_land_mu=0),
        direction("east", "cycling", "bikes"),
        direction("west", "cycling", "bikes"),
        direction("full", "cycling", "bikes"),
        enterprise("shop", region="south"),
        role("bikes", "shop"),
        direction("west", "glassware", "glass"),
    )

    assert fits(found, "bikes") == ["east", "north", "west", "full", "south"]
    assert fits(found, "bikes", "glass")[0] == "west"


def test_unknown_land_is_not_none_and_none_is_said() -> None:
    found = parks(
        region("full", "park", free_land_mu=0),
        direction("full", "glassware", "glass"),
        direction("south", "glassware", "glass"),
    )

    full, south = sorted(fitting_parks(found, ["glass"]), key=lambda fit: fit.park)
    assert (full.full, full.free_land_mu) == (True, 0)
    assert (south.full, south.free_land_mu) == (False, None)


def test_the_plan_sends_cars_to_tianding_and_prefabricated_parts_to_the_zone_with_most_land() -> (
    None
):
    """Tables 3 and 4 of the plan: 汽摩制造 in 天顶; 装配式建筑 in 双槐镇 (1545 亩)."""
    found = district().parks
    first = {chain: fitting_parks(found, [chain])[0] for chain in ("vehicle", "prefab")}

    assert (first["vehicle"].park, first["vehicle"].free_land_mu) == ("tianding", None)
    assert (first["prefab"].park, first["prefab"].free_land_mu) == ("shuanghuai", 1545)
