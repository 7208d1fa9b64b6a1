"""Where a document writes something: within a sentence, and over the end of one."""

from graph.answers import sentences_with
from tests.support import document

PLAN = "一、现状。引进同步带企业；上云企业上云。\n二、目标。到2025年，引进 10 家。"


def found(text: str) -> list[tuple[int, str, str]]:
    plan = document(text=PLAN)
    return [(each.line, each.quote, each.text) for each in sentences_with([plan], text)]


def test_a_part_of_a_sentence_is_found_with_the_sentence() -> None:
    assert found("同步带") == [(1, "同步带", "引进同步带企业；")]


def test_a_quote_that_runs_over_the_end_of_a_sentence_is_found_with_all_it_touches() -> None:
    assert found("企业；上云") == [(1, "企业；上云", "引进同步带企业；上云企业上云。")]
    assert found("现状。引进同步带企业；上云企业上云") == [
        (1, "现状。引进同步带企业；上云企业上云", "一、现状。引进同步带企业；上云企业上云。")
    ]


def test_a_sentence_that_says_it_twice_is_listed_once() -> None:
    assert found("上云") == [(1, "上云", "上云企业上云。")]


def test_each_sentence_that_says_it_is_listed() -> None:
    assert [(line, text) for line, _, text in found("引进")] == [
        (1, "引进同步带企业；"),
        (2, "到2025年，引进 10 家。"),
    ]


def test_spaces_and_width_do_not_matter_and_the_quote_is_as_written() -> None:
    assert found("引进１０家") == [(2, "引进 10 家", "到2025年，引进 10 家。")]


def test_straight_quotes_find_curly_ones() -> None:
    plan = document(text="合川区“十四五”规划。")

    assert [each.quote for each in sentences_with([plan], '"十四五"规划')] == ["“十四五”规划"]


def test_nothing_is_found_over_the_end_of_a_line_or_for_no_text() -> None:
    assert found("上云。二、") == []
    assert found("  ") == []


def test_a_mark_that_belongs_to_no_sentence_is_not_found() -> None:
    odd = document(text="。；；引进。")

    assert [each.text for each in sentences_with([odd], "；")] == []
    assert [each.text for each in sentences_with([odd], "。")] == ["引进。"]
