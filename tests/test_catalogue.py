"""Every text has its English, by one catalogue; `python -m tests.catalogue` lists what is new."""

import re
import string

import pytest

from graph.message import Message, Template, _, english, p_
from tests import catalogue

HELD = catalogue.held()
ENTRIES = dict(catalogue.entries(HELD))
BLANK = re.compile(r"\{\w+")
CHOICE = re.compile(r"\{\w+:([^|}]*)\|([^}]*)\}")
NOUN = re.compile(r"\{\w+\} (?:(?!of )[a-z-]+ ){0,2}?([a-z-]+s)\b")
"""A number with what may be a noun in the plural: it would say "1 products"."""
APART = {"metavar", "table"}
"""Contexts in which a word means something else: the name of an argument, a line of a table."""


def test_the_catalogue_holds_exactly_the_texts_of_the_code() -> None:
    assert ENTRIES.keys() == catalogue.extracted().keys()


def test_every_text_has_its_english() -> None:
    assert [key for key, english_ in ENTRIES.items() if not english_] == []
    assert [each.id for each in HELD if each.id and each.fuzzy] == []
    assert list(HELD.obsolete) == []


def test_the_file_is_as_it_would_be_written_anew() -> None:
    assert catalogue.FILE.read_bytes() == catalogue.written(ENTRIES)


def test_the_program_reads_what_babel_reads() -> None:
    assert english() == ENTRIES


def test_both_languages_fill_the_same_blanks() -> None:
    assert {
        text: said for (_, text), said in ENTRIES.items() if set(blanks(said)) != set(blanks(text))
    } == {}


def test_no_number_stands_before_a_plural_that_knows_no_singular() -> None:
    counted = {many.split()[-1] for said in ENTRIES.values() for _, many in CHOICE.findall(said)}

    assert {said for said in ENTRIES.values() if counted.intersection(NOUN.findall(said))} == set()


GLOSSARY = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (catalogue.ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    if re.match(r"\| [\u4e00-\u9fff]", line)
][1:]


@pytest.mark.parametrize(("term", "words", "_not", "_meaning"), GLOSSARY)
def test_a_term_alone_is_its_word_alone(term: str, words: str, _not: str, _meaning: str) -> None:
    word = "|".join(re.escape(each.strip()) for each in words.split(","))
    alone = re.compile(f"({word})s?|({word[:-1]}ies)", re.IGNORECASE)

    assert [
        said
        for (context, text), said in ENTRIES.items()
        if text == term and context not in APART and not alone.fullmatch(said)
    ] == []


@pytest.mark.parametrize(("term", "_words", "wrong", "_meaning"), GLOSSARY)
def test_no_text_calls_a_term_otherwise(term: str, _words: str, wrong: str, _meaning: str) -> None:
    others = "|".join(re.escape(each.strip()) for each in wrong.split(",") if each.strip())
    found = re.compile(rf"\b({others})\b", re.IGNORECASE)

    assert [
        said
        for (_, text), said in ENTRIES.items()
        if others and term in text and found.search(BLANK.sub("", said))
    ] == []


DATA = {
    "graph/exchange/": "names of columns and words of cells in the files of offices",
    "graph/model/": "what offices call fields and codes in their tables",
    "graph/recognition/": "what firms write of themselves",
    "graph/load/urgency.py": "verbs of plans",
    "graph/load/rules_figures.py": "words of plans",
    "graph/load/forms_recipes.py": "notes that are kept as evidence",
    "graph/analysis/audit": "words of plans",
    "graph/analysis/register_doubts.py": "what documents call a number",
    "graph/answers/criteria.py": "a unit of money",
    "graph/answers/overview.py": "a unit of money",
    "viz/chrome.py": "the name of the product",
    "viz/reader.py": "marks of headings",
    "viz/words.py": "the characters that a page marks as Chinese",
    "viz/render.py": "characters behind which a line may break",
    "api/cli/usage.py": "Chinese for what click says in English by itself",
    "api/editing.py": "the description of the interface, one text in both languages",
    "api/http/": "likewise",
    "api/wanted": "likewise",
    "api/imports/": "likewise",
    "api/routes/json/": "likewise",
}
"""Where Chinese is no text of ours that is said in a language."""


def test_chinese_is_said_by_messages_alone() -> None:
    assert {
        (file, text)
        for file, text in catalogue.loose()
        if re.search("[\u4e00-\u9fff]", text) and not file.startswith(tuple(DATA))
    } == set()


def blanks(text: str) -> list[str]:
    return [name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name]


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "1 gap, it is open"),
        (2, "2 gaps, they are open"),
        ("1,200", "1,200 gaps, they are open"),
    ],
)
def test_a_blank_names_its_words_after_one_and_after_more(n: object, said: str) -> None:
    assert Template("{n:# gap|# gaps}, {n:it is|they are} open").format(n=n) == said


def test_other_blanks_of_such_a_text_are_filled_as_ever() -> None:
    assert Template("{n:# gap|# gaps}: {share:.0%} of {0}").format("it", n=2, share=0.5) == (
        "2 gaps: 50% of it"
    )


def test_a_message_in_a_blank_speaks_the_language_of_the_whole() -> None:
    inner = Message("甲{n}", None, (("n", 1),))
    outer = Message("乙：{inner}", None, (("inner", inner),))

    assert outer.text("zh") == "乙：甲1"


def test_a_text_that_the_catalogue_lacks_is_said_in_chinese() -> None:
    assert Message("此句不在目录中").text("en") == "此句不在目录中"


def test_contexts_tell_apart_what_is_one_word_in_chinese() -> None:
    text = "环节"

    assert p_("metavar", text).text("en") == "SEGMENT"
    assert p_("metavar", text).text("zh") == _(text).text("zh") == text
