"""The gap list of the shipped district, against what the plan's own words lead one to expect.

The names were taken from the plan, not from the list: what it wants "着力引进" or "补齐", what it
only wishes for, and what its car makers cannot do without.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from graph.answers import gaps, verify
from graph.answers.shapes import GapItem
from graph.answers.workspace import Workspace, workspace
from graph.model import AnyRecord, Enterprise, Makes
from graph.model.vocabulary import Standing
from graph.network.terms import Terms
from tests.seed_checks.plan import lines
from tests.support import enterprise, makes
from tests.trade import district, number

CONFIRMED = {
    "production": {"汽车电子", "摩托车塑件", "摩托车车架", "二氧化硅（硅溶胶）"},
    "plan": {"电机控制器", "摩托车调速器", "中置电机", "电驱动总成"},
    "market": {
        "III类高端器械产品",
        "新型超声成像系统",
        "超分辨显微成像系统",
        "复合内窥镜成像系统",
        "新能源摩托车",
    },
}
PARTS = {
    "曳引机", "电梯控制柜", "门机与层门", "限速器、安全钳与缓冲器", "对重", "扶手带",
    "梯级与梯级链", "扶梯驱动主机", "电梯液压站", "操纵盘与召唤盒",
}  # fmt: skip


def listed(standing: Standing, ws: Workspace | None = None) -> list[GapItem]:
    items = gaps(ws or district(), Terms(), "zh").items
    return [each for each in items if each.standing == standing]


def names(items: Iterable[GapItem]) -> set[str]:
    return {each.segment.name for each in items if each.segment}


def on(name: str) -> GapItem:
    """The first row on a segment."""
    segment = district().network.ids[number(name)]
    items = gaps(district(), Terms(), "zh").items
    return next(each for each in items if each.segment and each.segment.id == segment)


@pytest.mark.parametrize("need", CONFIRMED)
def test_what_the_plan_wants_to_bring_in_and_something_needs_is_confirmed(need: str) -> None:
    assert names(each for each in listed("confirmed") if each.need == need) == CONFIRMED[need]


def test_nothing_else_is_confirmed() -> None:
    assert len(listed("confirmed")) == sum(map(len, CONFIRMED.values()))


def test_what_the_plan_asks_for_lift_parts_heads_the_questions_on_them() -> None:
    head, *rest = listed("to_settle")
    below = [each for each in rest if each.under == head.id]

    assert head.segment
    assert head.segment.name == "电梯关键零部件"
    assert head.need == "production"
    assert names(below) == PARTS
    assert rest[: len(below)] == below
    assert head.id not in {each.gap for each in verify(district(), Terms(), "zh").items}


def test_the_battery_of_electric_cars_is_on_the_list() -> None:
    battery = on("动力电池系统")

    assert (battery.standing, battery.need) == ("to_settle", "production")
    assert "汽车整车" in {each.name for each in battery.families if each.here}


@pytest.mark.parametrize("name", ["摩托车发动机", "摩托车油箱", "摩托车前叉", "摩托车车架"])
def test_motorcycles_made_here_have_gaps_of_their_own(name: str) -> None:
    row = on(name)

    assert row.need == "production"
    assert "摩托车整车" in {each.name for each in row.blocks}


@pytest.mark.parametrize("name", ["医用口罩", "汽车文化与文旅"])
def test_masks_and_car_museums_are_wishes_and_not_missing(name: str) -> None:
    row = on(name)

    assert (row.standing, row.kind, row.need) == ("wished", "introduce", "none")


def test_unicorns_are_a_direction_and_not_missing() -> None:
    unicorns = [
        each
        for each in gaps(district(), Terms(), "zh").items
        if any("独角兽" in (e.quote or "") for e in each.evidence)
    ]

    assert unicorns
    assert {(each.standing, each.settles) for each in unicorns} == {("direction", None)}


def test_each_wish_says_why_nothing_waits_for_it() -> None:
    wishes = listed("wished")

    assert len(wishes) > 20
    assert [each.id for each in wishes if not (each.wish and each.settles)] == []
    assert {each.wish for each in wishes} == {
        "bought",
        "building",
        "extending",
        "market",
        "nothing",
    }


@pytest.mark.parametrize("name", ["医用口罩", "智能型康复辅具", "汽车文化与文旅"])
def test_nobody_is_asked_which_local_product_needs_what_is_sold_to_people(name: str) -> None:
    assert "查明是否有本地产品需要" not in (on(name).settles or "")


def test_one_firm_that_builds_whatever_is_asked_about_confirms_nothing() -> None:
    asked = sorted({each.segment.id for each in verify(district(), Terms(), "zh").items})
    firm = enterprise("newcomer", status="planned")
    ws = _with([firm, *(makes("newcomer", segment) for segment in asked)])

    assert len(asked) > 80
    assert names(listed("confirmed", ws)) == names(listed("confirmed"))


def _with(records: Iterable[AnyRecord]) -> Workspace:
    facts = district().facts
    added = list(records)
    firms = {each.id: each for each in added if isinstance(each, Enterprise)}
    made = {each.id: each for each in added if isinstance(each, Makes)}
    return workspace(
        replace(facts, enterprises={**facts.enterprises, **firms}, makes={**facts.makes, **made})
    )


NO_PRODUCT = {
    23: "what was brought in before",
    25: "people brought in before",
    31: "people, and powers over them",
    40: "what land prevents",
    93: "a principle",
    241: "resources at large",
    337: "schools and hospitals",
    390: "how firms are supported",
    436: "a number, which is a target",
    459: "people",
}
"""Lines in which the plan asks for something that is neither a product nor a type of firm."""


def test_wherever_the_plan_asks_for_a_product_or_a_firm_a_row_quotes_it() -> None:
    quoted = [
        (each.line, each.start or 0, each.end or 0)
        for gap in district().facts.gaps.values()
        for each in gap.evidence
    ]
    asked = [
        (number, found.start())
        for number, line in enumerate(lines(), start=1)
        for found in re.finditer("引进|引育|补齐|缺乏|空白", line)
    ]
    unquoted = {
        number
        for number, at in asked
        if not any(line == number and start <= at < end for line, start, end in quoted)
    }

    assert len(asked) > 50
    assert unquoted == set(NO_PRODUCT)
