"""What if: by hand on few segments, and against a workspace of the supposed facts."""

from collections.abc import Mapping

import pytest

from graph.answers.offered import SupposedAction
from graph.answers.scores import scores
from graph.answers.shapes.what_if import WhatIfBody
from graph.answers.supposed import supposing
from graph.answers.supposing import read, supposition
from graph.answers.what_if import what_if
from graph.answers.workspace import workspace
from graph.errors import AmbiguousNameError, SuppositionError, UnknownNameError
from graph.model import AnyRecord, Evidence
from graph.network.supposed import supposed_facts
from graph.network.terms import Terms, parse_boundary
from tests.questions.random_graphs import random_facts, random_unlisted
from tests.questions.test_supposed import random_supposition
from tests.support import (
    chain,
    claim,
    document,
    facts,
    group,
    industry,
    maker,
    membership,
    region,
    segment,
)

BIKES: tuple[AnyRecord, ...] = (
    region(),
    document(),
    industry(),
    chain(),
    *map(segment, ("bike", "frame", "tube", "chainset", "belt", "bell")),
    segment("weld", captive=True),
    segment("steel", traded=True),
    group("bike", "frame"),
    group("bike", "chainset", "belt"),
    group("frame", "tube"),
    group("tube", "steel"),
    *(membership("bikes", each, "midstream") for each in ("bike", "frame")),
    *maker("flywheel", "bike"),
    *maker("acme", "frame"),
    *maker("tuber", "tube"),
    *maker("links", "chainset"),
    *maker("past", "belt", status="suspended"),
    *maker("idle", status="operating"),
)
"""Steel (traded) → tube → frame → bike; the bike takes a chainset or a belt, too. All are made."""


Wanted = Mapping[SupposedAction, list[str]]


def suppose(*records: AnyRecord, wanted: Wanted, boundary: str = "traded") -> WhatIfBody:
    terms = Terms(boundary=parse_boundary(boundary))
    return what_if(workspace(facts(*BIKES, *records)), terms, "zh", wanted)


def lost(body: WhatIfBody) -> list[tuple[str, int, str, str]]:
    return [(e.segment.id, e.round, e.sort, e.because.code) for e in body.lost]


def test_closing_the_only_known_maker_goes_up_to_the_bike() -> None:
    body = suppose(wanted={"close": ["tuber"]})

    assert lost(body) == [
        ("tube", 1, "available", "fact"),
        ("frame", 2, "completable", "input"),
        ("bike", 3, "completable", "input"),
    ]
    assert body.lost[1].because.text == "必需的投入tube没有了来源，配不齐"
    assert [each.possible for each in body.lost] == [True, True, True]  # nobody said that none is
    assert {
        (f.segment.id, f.completable_before, f.completable_after) for f in body.feasibility
    } == {
        ("bike", "yes", "unknown"),
        ("frame", "yes", "unknown"),
    }
    assert [(g.segment.id if g.segment else "", g.standing, g.code) for g in body.gaps.opened] == [
        ("tube", "to_settle", "lost")
    ]
    assert body.gaps.opened[0].text == "tube没有了已知的来源"
    [shift] = body.completeness
    assert (shift.chain.id, shift.before.available, shift.after.available) == ("bikes", 3, 2)
    assert shift.after.unknown == 1
    assert body.summary == (
        "不再有已知来源：tube",
        "因此按已知资料配不齐：frame、bike",
        "逐轮波及：共 3 轮，失去 3 个环节",
        "本地配套率有变化的产业链：bikes",
        "新增待核实 1 项（本地有没有尚不知道）：tube",
    )


def test_closing_a_segment_says_that_none_is_left_in_either_world() -> None:
    body = suppose(wanted={"close": ["tube"]})

    assert [each.possible for each in body.lost] == [False, False, False]
    assert [g.standing for g in body.gaps.opened] == ["confirmed"]


def test_an_alternative_keeps_the_bike_going_and_its_own_takers_stay() -> None:
    body = suppose(*maker("belts", "belt"), wanted={"close": ["links"]})

    assert lost(body) == [("chainset", 1, "available", "fact")]
    assert (body.gaps.opened, body.feasibility) == ((), ())


def test_whoever_has_stopped_already_changes_nothing_and_that_is_said() -> None:
    body = suppose(wanted={"close": ["past"]})

    assert (body.lost, body.gained, body.feasibility, body.completeness) == ((), (), (), ())
    assert (body.gaps.opened, body.gaps.closed, body.gaps.changed) == ((), (), ())
    assert [(each.changes, each.text) for each in body.supposed] == [
        (False, "past已经停产，资料里它本来就不再生产：再关停一次什么都不改变")
    ]
    assert body.summary == ("这些假设不带来任何变化：有什么产品、本地配套率和缺口都和现在一样",)


@pytest.mark.parametrize(
    ("action", "name", "says"),
    [
        ("close", "idle", "资料没有写idle生产什么"),
        ("land", "acme", "acme已经在产"),
        ("land", "frame", "frame本地本来就有"),
        ("close", "weld", "weld是厂内工序"),
        ("stop", "tube", "tube本来就不算市场可采购"),
    ],
)
def test_what_changes_nothing_says_why(action: SupposedAction, name: str, says: str) -> None:
    body = suppose(wanted={action: [name]})

    assert [each.changes for each in body.supposed] == [False]
    assert body.supposed[0].text.startswith(says)
    assert len(body.summary) == 1


def test_a_second_maker_leaves_one_to_rely_on() -> None:
    body = suppose(*maker("other", "tube"), wanted={"close": ["tuber"]})

    assert body.lost == ()
    assert body.supposed[0].text == "tuber停产：tube点名的只有other一家"
    assert body.summary[0].startswith("按现有资料，有什么产品、本地配套率和缺口都不变")


def test_when_the_bike_is_gone_its_parts_have_nobody_here_to_go_to() -> None:
    """The parts are still made: what is gone is who takes them, and a lack that nobody feels."""
    body = suppose(*maker("planner", "bell", status="planned"), wanted={"close": ["bike"]})

    assert lost(body) == [("bike", 1, "available", "fact")]
    assert [(o.segment.id, [t.id for t in o.takers]) for o in body.outlets] == [
        ("chainset", ["bike"]),
        ("frame", ["bike"]),
    ]


def test_a_gap_that_nobody_needs_any_more_is_not_filled() -> None:
    records = (segment("saddle"), group("bike", "saddle"), claim("saddle", "absent"))
    body = suppose(*records, wanted={"close": ["flywheel"]})

    [closed] = body.gaps.closed
    assert (closed.segment.id if closed.segment else "", closed.code) == ("saddle", "not_needed")
    assert "不是补上了" in closed.text
    assert any("不是补上了" in each for each in body.summary)


def test_a_landing_fills_its_gap_and_a_landed_product_opens_those_of_its_inputs() -> None:
    absent = (segment("saddle"), group("bike", "saddle"), claim("saddle", "absent"))
    filled = suppose(*absent, wanted={"land": ["saddle"]})
    assert [(c.code, c.text) for c in filled.gaps.closed] == [("filled", "saddle补上了")]
    assert [(e.segment.id, e.round, e.sort) for e in filled.gained] == [
        ("saddle", 1, "available"),
        ("bike", 2, "completable"),
    ]

    asks = (segment("trike"), segment("seat"), group("trike", "seat"), claim("seat", "absent"))
    opened = suppose(*asks, *maker("new", "trike", status="prospective"), wanted={"land": ["new"]})
    assert [(o.code, o.text) for o in opened.gaps.opened if o.standing == "confirmed"] == []
    needed = suppose(*asks, wanted={"land": ["trike"]})
    assert [(o.code, o.text) for o in needed.gaps.opened] == [("needed", "trike需要它")]


def test_an_alternative_that_lands_is_told_apart_from_what_it_stands_for() -> None:
    """Neither a cord nor a rope is here; either would do."""
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("swing", "cord", "rope")),
        group("swing", "cord", "rope"),
        claim("swing", "present"),
        claim("cord", "absent"),
        claim("rope", "absent"),
    )
    body = suppose(*records, wanted={"land": ["cord"]})

    codes = {c.segment.id if c.segment else "": c.code for c in body.gaps.closed}
    assert codes == {"cord": "filled", "rope": "alternative"}


def test_an_alternative_counts_even_where_its_own_inputs_are_not_known() -> None:
    """The motor stands for the engine, though nobody knows who winds its coil."""
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("cart", "engine", "motor", "coil")),
        group("cart", "engine", "motor"),
        group("motor", "coil"),
        claim("cart", "present"),
    )
    body = suppose(*records, wanted={"land": ["motor"]})

    told = {c.segment.id if c.segment else "": c.code for c in body.gaps.closed}
    assert told == {"engine": "alternative", "motor": "filled"}
    assert [g.segment.id for g in body.gaps.opened if g.segment] == ["coil"]


@pytest.mark.parametrize("action", ["stop", "unflag"])
def test_what_can_be_bought_no_longer_is_a_question_to_the_district(action: SupposedAction) -> None:
    body = suppose(wanted={action: ["steel"]})

    assert lost(body)[0] == ("steel", 1, "obtainable", "market")
    assert [g.segment.id for g in body.gaps.opened if g.segment] == ["steel"]
    without = suppose(boundary="none", wanted={action: ["steel"]})
    assert (without.lost, without.supposed[0].changes) == ((), False)


def test_sentences_that_name_the_closed_firm_alone_are_pointed_at() -> None:
    quoted = Evidence(basis="stated", document="plan", quote="以flywheel为龙头，主要做folding")
    other = Evidence(basis="stated", document="plan", quote="有tandem")
    body = suppose(
        segment("folding"),
        segment("tandem"),
        claim("folding", "present", evidence=(quoted,)),
        claim("tandem", "present", evidence=(other,)),
        wanted={"close": ["flywheel"]},
    )

    assert [each.id for each in body.supposed[0].also] == ["folding"]
    assert "可一并关停再看" in body.supposed[0].text


@pytest.mark.parametrize(
    ("wanted", "error", "says"),
    [
        ({}, SuppositionError, "没有写明"),
        ({"close": ["acme"], "land": ["acme"]}, SuppositionError, "不能既关停又落地"),
        (
            {"here": ["belt"], "absent": ["belt"]},
            SuppositionError,
            "不能既设为本地有又设为本地没有",
        ),
        ({"close": ["frome"]}, UnknownNameError, "没有名为“frome”的企业或环节"),
        ({"stop": ["acme"]}, UnknownNameError, "没有名为“acme”的环节"),
    ],
)
def test_what_cannot_be_supposed_is_refused(
    wanted: Wanted, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        suppose(wanted=wanted)


def test_a_name_of_a_firm_and_of_a_segment_has_to_say_which() -> None:
    twice = maker("bell", "tube")
    with pytest.raises(AmbiguousNameError) as caught:
        suppose(*twice, wanted={"close": ["bell"]})
    assert caught.value.suggestions == ("enterprise:bell", "segment:bell")

    body = suppose(*twice, wanted={"close": ["enterprise:bell"]})
    assert body.supposed[0].ref.type == "enterprise"


def test_names_that_are_near_are_offered() -> None:
    with pytest.raises(UnknownNameError) as caught:
        suppose(wanted={"close": ["flywhee"]})

    assert "flywheel" in caught.value.suggestions


def test_landing_a_kind_goes_before_closing_its_general() -> None:
    ws = workspace(facts(*BIKES))
    found = supposition(ws, Terms(), read(ws, {"close": ["tube"], "land": ["frame"]}))

    assert (found.absent, found.here) == (frozenset({"tube"}), frozenset({"frame"}))


def test_what_is_filled_is_ranked_no_more_and_what_comes_after_moves_up() -> None:
    """A saddle and a bell are lacking, both for the bike alone; the saddle comes."""
    lacks = (segment("saddle"), segment("lamp"), group("bike", "saddle"), group("bike", "lamp"))
    absent = (claim("saddle", "absent"), claim("lamp", "absent"))
    found = suppose(*lacks, *absent, wanted={"land": ["saddle"]})

    ranks = {each.gap.id: (each.rank_before, each.rank_after) for each in found.priority}
    assert ranks["derived.district.saddle"] == (1, None)
    assert "derived.district.lamp" not in ranks  # it shared the first rank, and has it alone now


@pytest.mark.parametrize("seed", range(0, 200, 4))
def test_the_gap_list_is_that_of_the_supposed_facts(seed: int) -> None:
    dataset = random_facts(seed)
    unlisted = random_unlisted(dataset, seed)
    change = random_supposition(dataset, seed)
    terms = Terms(region=change.region)

    fast = supposing(workspace(dataset, unlisted), change)

    anew = workspace(supposed_facts(dataset, change), unlisted)
    assert fast.gap_rows(terms) == anew.gap_rows(terms)
    assert fast.tasks(terms) == anew.tasks(terms)
    assert fast.local_products(terms) == anew.local_products(terms)
    assert scores(fast, terms) == scores(anew, terms)
