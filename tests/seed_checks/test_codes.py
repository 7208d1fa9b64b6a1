"""Codes of GB/T 4754-2017 on the shipped segments: one name each, and none only with a reason."""

from collections import defaultdict

from graph.model import Segment
from tests.seed_checks.plan import seed

STAGES = """
glass_batch molten_glass neutral_glass_melt raw_meal silica_wet_gel curing_steam daqu
digital_mould_shop
"""
GENERALS = "medicine mortar light_ev aftermarket"
USERS = """
agri_user industrial_user gov_user finance_user emergency_power catering_hotel export_market
glass_market
"""
USES = """
aerospace equipment_insulation ultra_high_temp urban_renewal smart_road car_culture
"""
SPREAD = "decoration_finish id_resolution contract_manufacturing sdv"
RESTS = "tailings_waste_rock iron_corrective natural_rubber"
REASONED = {
    each for reason in (STAGES, GENERALS, USERS, USES, SPREAD, RESTS) for each in reason.split()
}
"""As docs/recognition.md gives the reasons."""


def test_a_reference_segment_without_a_code_has_a_reason() -> None:
    found = {each.id for each in seed().reference if isinstance(each, Segment) and not each.codes}

    assert found == REASONED


def test_a_class_is_called_the_same_on_every_segment() -> None:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for each in seed().reference:
        if isinstance(each, Segment):
            for code in each.codes:
                named[code.code].add(code.name)

    assert {code: names for code, names in named.items() if len(names) > 1} == {}


def test_a_segment_has_each_code_once() -> None:
    twice = [
        each.id
        for each in seed().reference
        if isinstance(each, Segment) and len({code.code for code in each.codes}) < len(each.codes)
    ]

    assert twice == []


def test_gas_stations_and_sellers_of_used_cars_have_their_own_classes() -> None:
    """5266 sells gas, 5267 charges; 5261 sells new cars, 5262 used ones; 5264 motorcycles."""
    codes = {
        each.id: {code.code for code in each.codes}
        for each in seed().reference
        if isinstance(each, Segment)
    }

    assert codes["cng_station"] == codes["lng_station"] == {"5266"}
    assert codes["used_car"] == {"5262"}
    assert "5264" in codes["moto_export"]
    assert "5191" in codes["scrap_collection"]
    assert "3435" in codes["guide_rail"]
