"""The reference layer as a whole: how its recipes hang together, and what they tell apart."""

from collections import Counter
from collections.abc import Iterable, Mapping

import networkx as nx
import pytest

from graph.analysis.verdicts import supplied
from graph.answers.names import resolve
from graph.model import InputGroup, Segment
from graph.model.vocabulary import INPUT_SORTS, Sort
from graph.network.frame import Frame
from graph.network.terms import Terms
from tests.answers_page import PAGE, by_chain, longest_paths, page, standings
from tests.trade import district, member_lists

GOODS: frozenset[Sort] = frozenset({"raw_material", "material", "component", "product"})
FACTS = district().facts
ACTIVITIES = {
    "power_generation": "combined heat and power stands for the steam that it sells",
    "distributed_energy": "distributed energy stands for the steam that it sells",
}
"""Services that stand beside goods in a group, each with the reason."""


def frame() -> Frame:
    return district().frame(Terms())


def nature(segment: Segment) -> str:
    """Goods, equipment, software or services: what may replace one another."""
    return "goods" if segment.sort in GOODS else segment.sort


def name(number: int) -> str:
    return FACTS.segments[district().network.ids[number]].name


def names(numbers: Iterable[int]) -> list[str]:
    return sorted(name(number) for number in numbers)


def test_no_product_is_made_of_itself_however_far_upstream() -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    for consumer in range(len(district().network.ids)):
        for members in member_lists(frame(), consumer):
            graph.add_edges_from((member, consumer) for member in members)

    circles = [names(found) for found in nx.strongly_connected_components(graph) if len(found) > 1]
    assert circles == []
    assert names(nx.nodes_with_selfloops(graph)) == []


def test_what_replaces_one_another_is_of_one_nature() -> None:
    mixed = [
        group.id
        for group in FACTS.input_groups.values()
        if len({nature(each) for each in _members(group) if each.id not in ACTIVITIES}) > 1
    ]

    assert mixed == []


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_an_activity_among_goods_still_stands_there(activity: str) -> None:
    groups = [g for g in FACTS.input_groups.values() if activity in {m.id for m in _members(g)}]

    assert any("goods" in {nature(each) for each in _members(group)} for group in groups)


@pytest.mark.parametrize("sort", INPUT_SORTS)
def test_a_group_holds_what_its_sort_of_input_says(sort: str) -> None:
    found = {
        nature(member)
        for group in FACTS.input_groups.values()
        if group.input == sort
        for member in _members(group)
    }

    assert found <= NATURES[sort]


NATURES: Mapping[str, frozenset[str]] = {
    "material": frozenset({"goods", "equipment", "service"}),  # built-in units; activities
    "energy": frozenset({"goods", "service"}),
    "capital": frozenset({"goods", "equipment"}),  # cars of a hire firm, servers of a range
    "service": frozenset({"service", "software"}),
}
"""What may be a member, by sort of input: no machine is a service, no software a material."""


@pytest.mark.parametrize(
    ("word", "segment"),
    [
        ("燃油车", "ice_vehicle"),
        ("汽油车", "petrol_car"),
        ("柴油发电机组", "genset"),
        ("覆盖件模具", "large_cover_die"),
        ("电芯", "li_cell"),
        ("电动车", "light_ev"),
        ("电机", "motor"),
        ("电动机", "motor"),
        ("泵", "pumps"),
        ("水泵", "engine_pump"),
        ("模具", "mould"),
        ("混凝土", "concrete"),
        ("砂浆", "mortar"),
        ("商混", "ready_mix_concrete"),
        ("药品", "medicine"),
        ("车把", "handlebar_control"),
        ("调速转把", "speed_governor"),
        ("功率半导体", "power_electronics"),
        ("IGBT", "power_electronics"),
        ("发动机", "car_engine"),
        ("车用柴油发动机", "diesel_car_engine"),
    ],
)
def test_a_common_word_leads_to_its_segment(word: str, segment: str) -> None:
    assert resolve(district(), word, "segment") == segment


@pytest.mark.parametrize(
    ("general", "kinds"),
    [
        ("mould", {"mould_stamping", "mould_injection", "mould_die_casting", "mould_glass"}),
        ("motor", {"electric_motor", "drive_motor", "mid_motor", "hub_motor"}),
        ("pumps", {"pump", "engine_pump", "engine_pumps", "vacuum_pump"}),
        ("concrete", {"ready_mix_concrete"}),
        ("mortar", {"dry_mortar"}),
        ("medicine", {"tcm_patent", "generic_drug"}),
        ("light_ev", {"e_bike", "low_speed_ev"}),
    ],
)
def test_a_word_for_all_kinds_of_a_thing_is_a_category(general: str, kinds: set[str]) -> None:
    found = {kind.segment for kind in FACTS.kinds.values() if kind.parent == general}
    asked = {group.consumer for group in FACTS.input_groups.values()}

    assert kinds <= found
    assert general not in asked


def test_no_recipe_asks_for_a_general_motor_or_pump() -> None:
    """A maker of motorcycle motors does not supply the door of a lift."""
    asked = {m.segment for group in FACTS.input_groups.values() for m in group.members}

    assert asked.isdisjoint({"motor", "pumps", "mould"})


def test_what_a_plan_calls_a_power_device_is_what_recipes_ask_for() -> None:
    takers = {
        group.consumer
        for group in FACTS.input_groups.values()
        if "power_electronics" in {member.segment for member in group.members}
    }

    assert {"motor_controller", "frequency_converter", "charger", "obc_dcdc"} <= takers


def test_no_segment_stands_alone_without_a_reason() -> None:
    tied = {member.segment for group in FACTS.input_groups.values() for member in group.members}
    tied |= {group.consumer for group in FACTS.input_groups.values()}
    for supply in FACTS.by_products.values():
        tied |= {supply.source, supply.target}
    for kind in FACTS.kinds.values():
        tied |= {kind.segment, kind.parent}

    assert [s for s, each in FACTS.segments.items() if s not in tied and not each.no_recipe] == []


def test_every_product_of_the_plan_has_a_recipe_or_a_reason() -> None:
    arrays = frame().arrays
    unjoined = [
        each
        for each in sorted({mention.segment for mention in FACTS.mentions.values()})
        if FACTS.segments[each].sort in {*GOODS, "equipment"} - {"raw_material"}
        and not FACTS.segments[each].no_recipe
        and not arrays.category[district().network.number(each)]
        and not arrays.groups.row(district().network.number(each))
    ]

    assert unjoined == []


def test_the_boundary_tells_products_apart_in_both_worlds() -> None:
    counts = Counter(standings().values())
    judged = counts.total() - counts["no_recipe"]
    blocked = {"certain": counts["unknown"] + counts["no"], "possible": counts["no"]}

    assert 0 < blocked["possible"] < blocked["certain"] < judged
    assert judged / 4 < blocked["certain"] < judged * 3 / 4


def test_every_chain_has_a_product_to_judge() -> None:
    empty = [chain.id for chain, counts in by_chain().items() if not counts.total()]

    assert empty == []


def test_nearly_every_segment_could_be_made_where_all_is_at_hand() -> None:
    asked = [s for s in range(len(district().network.ids)) if frame().groups(s)]
    lost = [s for s in asked if not supplied(frame(), s, frame().possible)]

    assert 0 < len(lost) < len(asked) / 4


def test_no_path_of_proof_is_longer_than_an_engineer_follows() -> None:
    assert max(len(path) for path in longest_paths()) <= 6


def test_the_page_of_answers_is_what_the_program_answers_now() -> None:
    assert PAGE.read_text("utf-8") == page()


def _members(group: InputGroup) -> list[Segment]:
    return [FACTS.segments[member.segment] for member in group.members]
