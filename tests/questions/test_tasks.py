"""Tasks by hand: which gaps are one row, who leads it, and in which order the rows stand."""

import pytest

from graph.answers import gaps, workspace
from graph.answers.shapes import GapItem
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.questions.asking import Asked, ask
from tests.support import (
    chain,
    claim,
    facts,
    gap,
    group,
    industry,
    kind,
    maker,
    membership,
    mention,
    segment,
)

MOTORS: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "e_bike", "engine", "hub_motor", "mid_motor")),
    group("bike", "engine", "hub_motor", "mid_motor"),
    group("e_bike", "hub_motor", "mid_motor"),
)
"""A bike runs on an engine or a motor, an electric one on either of two motors."""


def led(asked: Asked) -> dict[str, tuple[set[str], set[str]]]:
    """The rows: who leads each, and all that would do."""
    return {
        id_.rsplit(".", 1)[-1]: (asked.ids(task.leaders), asked.ids(task.members))
        for id_, task in asked.tasks.items()
    }


def test_a_narrower_group_needed_as_much_takes_the_wider_one_in() -> None:
    asked = ask(*MOTORS, *maker("acme", "bike"), *maker("volt", "e_bike"))

    assert led(asked) == {"hub_motor": ({"hub_motor", "mid_motor"}, {"hub_motor", "mid_motor"})}
    assert asked.task_of("derived.district.engine").id == "derived.district.hub_motor"
    assert asked.blocks("derived.district.hub_motor") == ["bike", "e_bike"]


def test_where_the_narrower_one_is_needed_less_the_others_lead_the_wider() -> None:
    """Bikes are made here, the electric one is planned: an engine would help what is here."""
    asked = ask(*MOTORS, *maker("acme", "bike"), claim("e_bike", "sought"))

    assert led(asked) == {
        "engine": ({"engine"}, {"engine", "hub_motor", "mid_motor"}),
        "hub_motor": ({"hub_motor", "mid_motor"}, {"hub_motor", "mid_motor"}),
    }
    assert asked.gaps["derived.district.engine"].need == "production"
    assert asked.gaps["derived.district.hub_motor"].need == "plan"
    assert asked.blocks("derived.district.hub_motor") == ["e_bike"]


def test_all_lead_a_wider_group_that_narrower_ones_needed_less_cover() -> None:
    """Bikes are made here and run on either motor; two planned vehicles take one each."""
    asked = ask(
        *map(segment, ("bike", "e_bike", "e_cart", "hub_motor", "mid_motor")),
        group("bike", "hub_motor", "mid_motor"),
        group("e_bike", "hub_motor"),
        group("e_cart", "mid_motor"),
        *maker("acme", "bike"),
        claim("e_bike", "sought"),
        claim("e_cart", "sought"),
    )

    assert led(asked) == {
        "hub_motor": ({"hub_motor", "mid_motor"}, {"hub_motor", "mid_motor"}),
        "mid_motor": ({"mid_motor"}, {"mid_motor"}),
    }
    assert {row.need for row in asked.gaps.values()} == {"production"}


def test_a_confirmed_segment_leads_one_row_for_all_that_it_leads() -> None:
    asked = ask(
        *map(segment, ("bike", "cart", "chain", "belt", "rope")),
        group("bike", "chain", "belt"),
        group("cart", "chain", "rope"),
        *maker("acme", "bike", "cart"),
        claim("chain", "absent"),
    )

    assert led(asked) == {"chain": ({"chain"}, {"chain", "belt", "rope"})}
    assert asked.task_of("derived.district.rope").id == "derived.district.chain"


def test_groups_with_the_same_members_are_one_row() -> None:
    asked = ask(
        *map(segment, ("bike", "cart", "wheel")),
        group("bike", "wheel"),
        group("cart", "wheel"),
        *maker("acme", "bike", "cart"),
    )

    assert list(asked.tasks) == ["derived.district.wheel"]


def test_a_row_is_led_by_what_a_document_names() -> None:
    asked = ask(
        *map(segment, ("bike", "chain", "belt")),
        group("bike", "belt", "chain"),
        *maker("acme", "bike"),
        gap("chains", "extend", segment="chain"),
    )

    assert list(asked.tasks) == ["chains"]
    assert asked.tasks["chains"].gaps == ("chains", "derived.district.belt")


# The order of the list

DISTRICT: tuple[AnyRecord, ...] = (
    industry("vehicles"),
    chain("bikes", "vehicles"),
    chain("carts", "vehicles"),
    *map(segment, ("bike", "cart", "tub", "frame", "axle", "bell", "plug")),
    membership("bikes", "bike", "midstream"),
    membership("carts", "cart", "midstream"),
    membership("carts", "axle", "upstream"),
    group("bike", "frame"),
    group("bike", "bell"),
    group("cart", "axle"),
    group("cart", "frame"),
    group("tub", "plug"),
    *maker("acme", "bike", "cart"),
    claim("tub", "sought"),
)


def listed(*records: AnyRecord) -> tuple[GapItem, ...]:
    return gaps(workspace(facts(*DISTRICT, *records)), Terms(), "zh").items


def ids(*records: AnyRecord) -> list[str]:
    return [item.id.rsplit(".", 1)[-1] for item in listed(*records)]


def test_need_comes_first_then_urgency_then_families_that_are_here() -> None:
    sought = [claim(s, "sought") for s in ("frame", "axle", "bell", "plug")]
    urgent = gap("urgent_bell", "introduce", segment="bell", urgency=0)

    # production: the urgent bell, the frame of two families, the axle of one; a plan: the plug
    assert ids(*sought, urgent) == ["urgent_bell", "frame", "axle", "plug"]


def test_missing_stands_before_introduce_before_extend() -> None:
    stated = [
        gap("a_extend", "extend", segment="axle"),
        gap("b_introduce", "introduce", segment="bell"),
        gap("c_missing", "missing", segment="frame"),
    ]
    lacking = [claim(s, "absent") for s in ("axle", "bell", "frame")]

    assert ids(*stated, *lacking)[:3] == ["c_missing", "b_introduce", "a_extend"]


PARTS = [claim("a_part", "sought"), claim("b_part", "sought")]
ALIKE: tuple[AnyRecord, ...] = (
    industry("vehicles"),
    chain("bikes", "vehicles"),
    chain("carts", "vehicles"),
    *map(segment, ("a_part", "b_part", "bike", "cart", "tub", "other_part")),
    membership("bikes", "bike", "midstream"),
    membership("bikes", "cart", "midstream"),
    membership("bikes", "tub", "midstream"),
    group("bike", "a_part"),
    group("cart", "b_part"),
    *maker("acme", "bike", "cart"),
    *PARTS,
)
"""Two parts that are sought, each for one product made here: alike, but for what a test adds."""


@pytest.mark.parametrize(
    "difference",
    [
        pytest.param((), id="none"),
        pytest.param(
            (
                gap("a_gap", "introduce", segment="a_part", urgency=2),
                gap("b_gap", "introduce", segment="b_part", urgency=1),
            ),
            id="urgency",
        ),
        pytest.param(
            (
                gap("a_gap", "extend", segment="a_part"),
                gap("b_gap", "introduce", segment="b_part"),
            ),
            id="what the sentence says",
        ),
        pytest.param(
            (
                claim("tub", "sought"),
                group("tub", "a_part"),
                segment("tub_2"),
                *maker("acme_2", "tub_2"),
                group("tub_2", "b_part"),
            ),
            id="families here: of two each, one is planned for the first",
        ),
        pytest.param((claim("tub", "sought"), group("tub", "b_part")), id="families"),
        pytest.param((membership("carts", "cart", "midstream"),), id="chains served"),
        pytest.param((group("bike", "a_part", "other_part"),), id="sure"),
        pytest.param(
            (gap("firms", "introduce", enterprise_type="配套企业", related=("b_part",)),),
            id="named by a document",
        ),
    ],
)
def test_rows_are_tied_unless_they_differ_in_one_of_the_keys(
    difference: tuple[AnyRecord, ...],
) -> None:
    """Without a difference the id decides; each key alone puts the second part first."""
    records = {record.id: record for record in (*ALIKE, *difference)}
    items = gaps(workspace(facts(*records.values())), Terms(), "zh", standing="confirmed").items

    found = [(each.segment.id, each.rank, each.ties) for each in items if each.segment]

    if difference:
        assert found == [("b_part", 1, 1), ("a_part", 2, 1)]
    else:
        assert found == [("a_part", 1, 2), ("b_part", 1, 2)]


def test_need_comes_before_all_else() -> None:
    """The plan urges the part of a planned bike; the part of a cart made today comes first."""
    records = (
        *(each for each in ALIKE if each.id != "makes.acme.bike"),
        claim("bike", "sought"),
        gap("a_gap", "missing", segment="a_part", urgency=0),
    )
    items = gaps(workspace(facts(*records)), Terms(), "zh", standing="confirmed").items

    assert [(each.need, each.id) for each in items] == [
        ("production", "derived.district.b_part"),
        ("plan", "a_gap"),
    ]


def test_a_question_under_a_confirmed_general_stays_among_the_questions() -> None:
    records = (
        *ALIKE,
        *map(segment, ("electronics", "dashboard")),
        kind("dashboard", "electronics"),
        group("bike", "dashboard"),
        group("cart", "dashboard"),
        claim("electronics", "sought"),
        gap("general", "introduce", segment="electronics", urgency=0),
    )
    items = gaps(workspace(facts(*records)), Terms(), "zh").items

    assert [(each.id.removeprefix("derived.district."), each.rank) for each in items] == [
        ("general", 1),
        ("a_part", 2),
        ("b_part", 2),
        ("dashboard", 1),
    ]
    assert items[-1].under == "general"


def test_what_is_alike_shares_a_rank_and_says_with_how_many() -> None:
    items = {item.id.rsplit(".", 1)[-1]: (item.rank, item.ties) for item in listed()}

    # frame: two families; axle and bell: one family and one chain each; plug: planned only
    assert items == {"frame": (1, 1), "axle": (2, 2), "bell": (2, 2), "plug": (4, 1)}


def test_a_question_that_a_planned_product_raises_is_as_urgent_as_that() -> None:
    raised = {
        item.id: item.urgency
        for item in listed(gap("tubs", "introduce", segment="tub", urgency=0))
        if item.standing == "to_settle"
    }

    assert raised["derived.district.plug"] == 0
    assert raised["derived.district.axle"] == 2


def test_no_other_gap_takes_over_how_urgent_its_product_is() -> None:
    """A part that lacks, one that something made here needs too, one of what is merely weak."""
    urgent = gap("tubs", "introduce", segment="tub", urgency=0)
    weak = gap("tubs", "weak", segment="tub", urgency=0)

    def urgency(*records: AnyRecord) -> int:
        rows = {each.id: each.urgency for each in listed(*records)}
        return rows["derived.district.plug"]

    assert urgency(urgent, claim("plug", "sought")) == 2
    assert urgency(urgent, group("cart", "plug")) == 2
    assert urgency(weak) == 2


def test_directions_of_a_chain_come_before_those_of_the_whole_district() -> None:
    stated = [
        gap("all_firms", "introduce", enterprise_type="骨干企业", urgency=0),
        gap("bike_firms", "introduce", enterprise_type="配套企业", chains=("bikes",)),
    ]
    found = [item for item in listed(*stated) if item.standing == "direction"]

    assert [item.id for item in found] == ["bike_firms", "all_firms"]
    assert [item.settles for item in found] == [None, None]
    assert [item.local_status for item in found] == ["sought", "sought"]


def test_a_row_that_a_stated_general_heads_follows_it() -> None:
    records = (
        segment("ringer"),
        kind("bell", "ringer"),
        gap("ringers", "extend", segment="ringer"),
    )

    assert ids(*records)[:2] == ["ringers", "bell"]


def test_a_gap_stands_in_the_lists_of_the_chains_that_it_serves_and_where_it_is_made() -> None:
    made = membership("bikes", "axle", "midstream")
    chains = {item.id: [ref.id for ref in item.chains] for item in listed(made)}

    assert chains["derived.district.axle"] == ["bikes", "carts"]
    assert chains["derived.district.frame"] == ["bikes", "carts"]
    assert chains["derived.district.bell"] == ["bikes"]


def test_a_taker_that_stands_midstream_nowhere_is_at_home_where_a_document_mentions_it() -> None:
    records = (
        membership("bikes", "tub", "downstream"),
        membership("carts", "tub", "downstream"),
        mention("carts", "tub"),
    )
    chains = {item.id: [ref.id for ref in item.chains] for item in listed(*records)}

    assert chains["derived.district.plug"] == ["carts"]


def test_a_taker_that_stands_nowhere_is_at_home_where_its_general_is() -> None:
    records = (segment("e_tub"), kind("e_tub", "tub"), claim("e_tub", "sought"))
    chains = {
        item.id: [ref.id for ref in item.chains]
        for item in listed(*records, membership("bikes", "tub", "midstream"))
    }

    assert chains["derived.district.plug"] == ["bikes"]
