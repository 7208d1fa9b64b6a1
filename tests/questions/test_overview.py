"""The overview on small districts worked out by hand: its sentence, its targets, its grounds."""

import pytest

from graph.answers import overview, workspace
from graph.answers.shapes.overview import Overview
from graph.model import AnyRecord
from graph.model.vocabulary import Lang
from graph.network.terms import Terms
from tests.support import (
    REPORTED,
    chain,
    claim,
    facts,
    group,
    indicator,
    industry,
    maker,
    membership,
    segment,
)

MOTOR = (
    industry("vehicles"),
    chain("bikes", "vehicles"),
    segment("motor"),
    segment("wire"),
    segment("magnet"),
    membership("bikes", "motor", "downstream"),
    membership("bikes", "wire"),
    membership("bikes", "magnet"),
    *maker("acme", "motor"),
    group("motor", "wire"),
    group("motor", "magnet"),
)
ONE_OF_EACH = {"confirmed": 1, "wished": 0, "to_settle": 1, "direction": 0, "noted": 0}
SCALE = {"subject_type": "industry", "subject": "vehicles"}
TARGET = {"actual_or_target": "target", **SCALE}


def of(*records: AnyRecord, lang: Lang = "zh") -> Overview:
    return overview(workspace(facts(*records)), Terms(), lang)


def test_the_sentence_names_the_confirmed_gap_then_counts_questions_and_the_unknown() -> None:
    body = of(*MOTOR, claim("wire", "absent"))

    # of three segments one has a maker, one is absent, one is not known
    assert body.headline == (
        "district：确认缺口1项，其中1项无须再核；卡住在产1项，首要wire；"
        "待核实1项，其中1项关系到在产产品；33%的环节未见本地企业"
    )
    assert body.first is not None
    assert body.first.id == "derived.district.wire"
    assert body.standings == ONE_OF_EACH


def test_without_a_confirmed_gap_the_sentence_says_what_to_find_out() -> None:
    body = of(*MOTOR, *maker("drawn", "wire"))

    assert body.headline == (
        "district：尚无确认缺口，先核实magnet；待核实1项，其中1项关系到在产产品；33%的环节未见本地企业"
    )


def test_where_all_is_here_the_sentence_says_so() -> None:
    body = of(*MOTOR, *maker("drawn", "wire"), *maker("lode", "magnet"))

    assert body.headline == "district：没有推算出须补的缺口；0%的环节未见本地企业"
    assert body.first is None


def test_what_shares_the_first_rank_is_told_as_a_tie() -> None:
    body = of(*MOTOR, claim("wire", "absent"), claim("magnet", "absent"), lang="en")

    assert body.headline == (
        "district: 2 confirmed gaps, 2 with nothing left to check; 2 hold up production, "
        "first magnet (tied, 2 in all); 0% of segments have no known local maker"
    )


def test_an_empty_district_has_a_sentence_too() -> None:
    assert of().headline == "district：没有推算出须补的缺口"


def test_an_industry_counts_its_gaps_by_standing() -> None:
    (found,) = of(*MOTOR, claim("wire", "absent")).industries

    assert found.standings == ONE_OF_EACH
    assert found.goals == ()


@pytest.mark.parametrize(("name", "same"), [("产值", True), ("含装备产值", False)])
def test_a_target_stands_beside_the_newest_number_of_its_unit(name: str, same: bool) -> None:
    body = of(
        *MOTOR,
        indicator("goal", 300, name="产值", **TARGET),
        indicator("old", 200, year=2015, name=name, **SCALE),
        indicator("new", 75, year=2021, name=name, **SCALE),
    )

    (goal,) = body.industries[0].goals
    assert goal.today is not None
    assert (goal.today.id, goal.same, goal.share) == ("new", same, 0.25)


def test_the_same_name_comes_before_a_newer_number_of_another() -> None:
    body = of(
        *MOTOR,
        indicator("goal", 300, name="产值", **TARGET),
        indicator("mine", 60, year=2020, name="产值", **SCALE),
        indicator("other", 75, year=2021, name="税收", **SCALE),
    )

    (goal,) = body.industries[0].goals
    assert goal.today is not None
    assert goal.today.id == "mine"


def test_a_target_without_a_number_of_today_is_unknown_and_not_zero() -> None:
    body = of(
        *MOTOR,
        indicator("firms", 5, unit="家", **TARGET),
        indicator("firms_now", 103, unit="家", name="规上企业", **SCALE),
    )

    # counts of different things do not compare, only sums of money are set side by side
    (goal,) = body.industries[0].goals
    assert (goal.today, goal.share) == (None, None)


def test_the_target_of_an_only_chain_is_that_of_its_industry_money_first() -> None:
    body = of(
        *MOTOR,
        indicator("firms", 5, unit="家", **TARGET),
        indicator("scale", 20, actual_or_target="target", subject_type="chain", subject="bikes"),
    )

    assert [goal.target.id for goal in body.industries[0].goals] == ["scale", "firms"]


def test_targets_of_the_district_stand_beside_its_own_numbers_of_the_same_name() -> None:
    body = of(
        *MOTOR,
        indicator("now", 30, name="专精特新", year=2021),
        indicator("then", 150, name="专精特新", actual_or_target="target"),
        indicator("alone", 10, name="上市企业", actual_or_target="target"),
    )

    assert [(each.target.id, each.share) for each in body.goals] == [("then", 0.2)]


def test_grounds_tell_engineering_knowledge_and_the_newest_report() -> None:
    body = of(segment("a"), segment("b"), segment("c", evidence=REPORTED))

    # the region is stated, two segments are engineering knowledge, one is reported
    assert body.grounds.domain_share == 0.5
    assert body.grounds.reported_as_of == "2026-01-01"
    assert body.grounds.unknown_share == 1
