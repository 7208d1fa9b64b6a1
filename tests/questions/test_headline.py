"""The sentence over a chain: the plan's own words, what is confirmed, else what comes next."""

import pytest

from graph.answers import panorama, workspace
from graph.model import AnyRecord, Evidence
from graph.network.terms import Terms
from tests.support import chain, claim, facts, gap, group, industry, maker, membership, segment

CHAIN: tuple[AnyRecord, ...] = (
    industry("vehicles"),
    chain("bikes", "vehicles"),
    chain("carts", "vehicles"),
    *map(segment, ("bike", "frame", "bell")),
    membership("bikes", "bike", "midstream"),
    group("bike", "frame"),
    group("bike", "bell"),
)
MADE = (*CHAIN, *maker("acme", "bike"))
QUOTE = (Evidence(basis="stated", document="plan", quote="缺乏车架", line=1, start=0, end=4),)


def said(*records: AnyRecord) -> str:
    return panorama(workspace(facts(*records)), Terms(), "zh", chain="bikes").headline


def test_the_plans_own_sentence_comes_first_where_it_speaks_of_this_chain_alone() -> None:
    alone = gap("frames", "missing", segment="frame", chains=("bikes",), evidence=QUOTE)
    both = gap("frames", "missing", segment="frame", chains=("bikes", "carts"), evidence=QUOTE)

    assert said(*MADE, claim("frame", "absent"), alone) == (
        "bikes：规划原文“缺乏车架”；确认缺口1项，其中1项无须再核；卡住在产1项，首要frame；"
        "待核实1项，其中1项关系到在产产品"
    )
    assert "规划原文" not in said(*MADE, claim("frame", "absent"), both)


def test_confirmed_gaps_are_split_by_need_and_ties_are_told() -> None:
    lacking = (claim("frame", "absent"), claim("bell", "absent"))

    assert (
        said(*MADE, *lacking)
        == "bikes：确认缺口2项，其中2项无须再核；卡住在产2项，首要bell等2项并列"
    )


@pytest.mark.parametrize(
    ("records", "sentence"),
    [
        (
            (gap("bells", "introduce", segment="kite", chains=("bikes",)), segment("kite")),
            "尚无确认缺口，规划拟增1项，首要kite",
        ),
        (
            (gap("firms", "introduce", enterprise_type="配套企业", chains=("bikes",)),),
            "尚无确认缺口，招引方向1项，首要firms",
        ),
        ((), "尚无确认缺口，先核实bell等2项并列"),
    ],
)
def test_without_a_confirmed_gap_wishes_then_directions_then_questions_come_first(
    records: tuple[AnyRecord, ...], sentence: str
) -> None:
    assert said(*MADE, *records) == f"bikes：{sentence}；待核实2项，其中2项关系到在产产品"


def test_the_numbers_of_the_headline_are_those_of_the_rows_by_standing() -> None:
    body = panorama(workspace(facts(*MADE, claim("frame", "absent"))), Terms(), "zh", chain="bikes")

    assert body.standings == {
        "confirmed": 1,
        "wished": 0,
        "to_settle": 1,
        "direction": 0,
        "noted": 0,
    }


def test_all_directions_of_the_list_are_counted_and_one_of_this_chain_alone_is_named() -> None:
    ours = gap("firms", "introduce", enterprise_type="配套企业", chains=("bikes",))
    shared = gap("all", "introduce", enterprise_type="链主企业", chains=("bikes", "carts"))
    body = panorama(workspace(facts(*MADE, ours, shared)), Terms(), "zh", chain="bikes")

    assert "招引方向2项，首要firms" in body.headline
    assert body.standings["direction"] == 2


def test_all_wishes_of_the_list_are_counted_and_one_stated_here_is_named() -> None:
    """The kite is wished for carts, but would be made in this chain: it stands in its list."""
    wished: tuple[AnyRecord, ...] = (
        *map(segment, ("a_kite", "balloon")),
        membership("bikes", "a_kite", "midstream"),
        gap("kites", "introduce", segment="a_kite", chains=("carts",)),
    )
    ours = gap("balloons", "introduce", segment="balloon", chains=("bikes",))
    body = panorama(workspace(facts(*MADE, *wished, ours)), Terms(), "zh", chain="bikes")

    assert "规划拟增2项，首要balloon" in body.headline
    assert body.standings["wished"] == 2
    assert "规划拟增" not in said(*MADE, *wished)


def test_what_only_the_market_needs_is_not_called_sure() -> None:
    scanner: tuple[AnyRecord, ...] = (
        segment("scanner", sort="equipment"),
        claim("scanner", "absent"),
        gap("scan", "missing", segment="scanner", chains=("bikes",)),
    )

    assert "；确认缺口1项；市场需求1项，首要scanner；" in said(*MADE, *scanner)


def test_of_questions_it_says_how_many_bear_on_what_is_made_here() -> None:
    planned: tuple[AnyRecord, ...] = (
        *map(segment, ("cart", "axle")),
        membership("bikes", "cart", "midstream"),
        group("cart", "axle"),
        claim("cart", "sought"),
    )

    assert said(*MADE, *planned).endswith("待核实3项，其中2项关系到在产产品")


def test_a_sentence_on_a_capability_is_not_quoted_as_what_the_chain_lacks() -> None:
    gaps = gap("range", "missing", capability="产品型谱", chains=("bikes",), evidence=QUOTE)

    assert "规划原文" not in said(*MADE, gaps)


def test_a_chain_in_which_nothing_is_made_says_so() -> None:
    assert said(*CHAIN) == "bikes：文件没有写明本地产品"
