"""Why each segment of the shipped district is a gap, a question, or neither, as the list has it."""

from collections.abc import Mapping
from functools import cache

import pytest

from graph.answers import gap, gaps, why_not, workspace
from graph.answers.shapes import WhyNotBody
from graph.model.vocabulary import STANDINGS, Lang
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.questions.asking import LIFT
from tests.support import claim, facts, group, kind, maker, segment


@cache
def told(lang: Lang) -> Mapping[str, WhyNotBody]:
    ws = shipped("hechuan")
    return {each: why_not(ws, each, Terms(), lang) for each in ws.facts.segments}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_segment_gets_an_answer_without_a_blank(lang: Lang) -> None:
    texts = [each.text for body in told(lang).values() for each in body.reasons]

    assert len(told(lang)) > 900
    assert [text for text in texts if "{" in text or "}" in text or "“”" in text] == []


def test_what_is_no_gap_says_why() -> None:
    assert [each for each, body in told("zh").items()
            if body.standing != "confirmed" and not body.reasons] == []  # fmt: skip


def test_standings_are_those_of_the_gap_list() -> None:
    listed: dict[str, set[str]] = {}
    items = gaps(shipped("hechuan"), Terms(), "zh").items
    for item in items:
        if item.segment:
            listed.setdefault(item.segment.id, set()).add(item.standing)
    first = {each: min(found, key=STANDINGS.index) for each, found in listed.items()}
    said = {each: body.standing for each, body in told("zh").items() if body.standing}
    within = [body.gap.id for each, body in told("zh").items() if body.gap and each not in first]
    rows = {item.id for item in items}

    assert {each: said[each] for each in first} == first
    assert {said[each] for each in said.keys() - first.keys()} == {"to_settle"}
    assert {gap(shipped("hechuan"), each, Terms(), "zh").task for each in within} <= rows


def test_a_kind_of_what_is_asked_for_points_to_it() -> None:
    body = told("zh")["common_rail"]

    assert [(each.code, [ref.name for ref in each.refs]) for each in body.reasons] == [
        ("general", ["柴油喷射系统"])
    ]


def test_a_category_points_to_its_kinds_on_the_list() -> None:
    ws = workspace(facts(*LIFT, *maker("acme", "lift"), claim("car", "absent")))

    (reason,) = why_not(ws, "parts", Terms(), "zh").reasons[-1:]

    assert (reason.code, {ref.id for ref in reason.refs}) == ("kinds", {"car", "door"})


def test_what_serves_instead_is_told_of_each_product_and_once_for_its_kinds() -> None:
    # Any of three makes a wall; a lorry takes the steel, and so does the lorry that tips.
    ws = workspace(
        facts(
            *map(segment, ("wall", "lorry", "tipper", "wood", "brick", "steel")),
            kind("tipper", "lorry"),
            group("wall", "wood", "brick"),
            group("lorry", "wood", "steel"),
            *maker("acme", "wall", "lorry", "brick", "steel"),
            *maker("beta", "tipper"),
        )
    )

    (reason,) = why_not(ws, "wood", Terms(), "zh").reasons

    assert reason.code == "alternative"
    assert {ref.id for ref in reason.refs} == {"brick", "steel"}
    assert reason.text == "用得上“wood”的地方已有着落：lorry用steel；wall用brick。"
