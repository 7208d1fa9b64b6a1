"""What is asked before the gap list, each in a case worked out by hand."""

from graph import answers
from graph.answers.shapes import FirstQuestion, Ref
from graph.answers.workspace import workspace
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.support import claim, facts, group, indicator, industry, kind, maker, reported, segment

GLASS: tuple[AnyRecord, ...] = (
    industry(),
    *map(segment, ("glass", "bottle", "window")),
    kind("bottle", "glass"),
    kind("window", "glass"),
)


def first(*records: AnyRecord, year: int | None = 2026) -> tuple[FirstQuestion, ...]:
    return answers.verify(workspace(facts(*records)), Terms(), "zh", year).first


def ids(refs: tuple[Ref | str, ...]) -> list[str]:
    return [each if isinstance(each, str) else each.id for each in refs]


def test_of_a_category_made_here_its_maker_is_asked_which_kinds() -> None:
    (asked,) = first(*GLASS, *maker("acme", "glass"))

    assert (asked.about, asked.segment.id) == ("kinds", "glass")
    assert ids(asked.members) == ["bottle", "window"]
    assert ids(asked.ask) == ["acme"]
    assert asked.question == "本地做的“glass”是哪几种：bottle、window，还是别的？"


def test_where_a_kind_is_known_or_the_general_has_inputs_of_its_own_nobody_is_asked() -> None:
    sand = segment("sand")

    assert first(*GLASS, *maker("acme", "glass"), *maker("best", "bottle")) == ()
    assert first(*GLASS, sand, group("glass", "sand"), *maker("acme", "glass")) == ()


def test_without_a_known_maker_the_office_is_asked() -> None:
    (asked,) = first(*GLASS, claim("glass", "present"))

    assert asked.ask == ("区经济信息委、统计部门",)


def test_kinds_of_which_something_is_said_are_not_asked_about() -> None:
    (asked,) = first(*GLASS, *maker("acme", "glass"), claim("window", "absent"))

    assert ids(asked.members) == ["bottle"]


BUILDING: tuple[AnyRecord, ...] = (
    industry(),
    segment("mill"),
    indicator("output", year=2025, actual_or_target="target"),
    *maker("builder", "mill", status="planned"),
)


def test_what_was_being_built_when_the_plan_ended_is_asked_after() -> None:
    (asked,) = first(*BUILDING)

    assert (asked.about, asked.segment.id, ids(asked.members)) == ("built", "mill", ["mill"])
    assert ids(asked.ask) == ["builder"]
    assert "2025年" in asked.question


def test_while_the_plan_runs_or_nobody_says_when_now_is_nobody_asks() -> None:
    assert first(*BUILDING, year=2025) == ()
    assert first(*BUILDING, year=None) == ()


def test_a_plan_without_targets_has_no_end() -> None:
    assert first(*(each for each in BUILDING if each.type != "indicator")) == ()


def test_news_since_answers_the_question() -> None:
    news = reported("2026-03-01")

    assert first(*BUILDING, claim("mill", "developing", evidence=news)) == ()
    assert first(*BUILDING, claim("mill", "present", evidence=news)) == ()


def test_each_firm_has_its_first_questions_on_its_sheet() -> None:
    ws = workspace(facts(*GLASS, *maker("acme", "glass")))
    (sheet,) = answers.verify_by_enterprise(ws, Terms(), "zh").items

    assert sheet.name == "acme"
    assert [each.segment.id for each in sheet.first] == ["glass"]
    assert sheet.questions == ()


def test_a_part_of_the_questions_is_that_part_of_all_of_them() -> None:
    ws, part = shipped("hechuan"), slice(30, 40)
    whole = answers.verify(ws, Terms(), "zh")
    sheets = answers.verify_by_enterprise(ws, Terms(), "zh")

    shown = answers.verify(ws, Terms(), "zh", part=part)
    assert shown.items == whole.items[part]
    assert len(shown.items) == 10
    assert shown.total == whole.total == len(whole.items)
    assert answers.verify_by_enterprise(ws, Terms(), "zh", part=part).items == sheets.items[part]
    assert {each.gap for sheet in sheets.items for each in sheet.questions} == {
        each.gap for each in whole.items
    }
