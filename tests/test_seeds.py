"""The shipped seeds: clean, true to the plan's text, and nothing of the plan passed over."""

import re
from collections import Counter
from pathlib import Path

import pytest

import seeds
from graph.load import check
from graph.model import Fact, Indicator, Region
from tests.seed_checks.naming import subjects, unnaming
from tests.seed_checks.plan import (
    NUMBER,
    QUANTITY,
    Span,
    cited,
    digest,
    document,
    facts,
    line_of,
    lines,
    matches,
    seed,
    sentences,
    shown,
    spans_of,
    uncited,
)

FOLDERS = sorted(
    path.parent
    for head in ("dataset.yaml", "layer.yaml")
    for path in seeds.FOLDER.glob(f"*/{head}")
)

UNNAMING_QUOTES = {
    "direction": 95,  # the items of tables 1, 3 and 4, each beside the cell with its place
    "mention": 80,
    "indicator": 101,  # heads of columns, row names beside a growth rate, 预期性, years
    "synergy": 45,  # chains named by their products or by the item they stand in
    "gap": 38,
    "claim": 22,
    "makes": 11,
    "project": 13,  # 甲、乙等…项目, one project per firm
    "platform": 5,
    "region": 3,  # table 4: the area cell beside the cell with the town
}
"""How many quotes leave out a subject of their fact; each says `why`. None may slip in."""

UNNAMED_FACTS = {
    "mention": 46,
    "synergy": 23,
    "claim": 16,
    "makes": 10,
    "gap": 9,
    "project": 9,
    "platform": 5,
}
"""How many facts have no quote at all that names every subject. None may slip in."""


def test_every_folder_of_the_seeds_is_found() -> None:
    assert [folder.name for folder in FOLDERS] == ["demo", "hechuan", "reference"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_shipped_folder_has_no_error(folder: Path) -> None:
    assert check(folder).id == folder.name


def test_the_text_of_the_plan_is_the_one_that_was_read() -> None:
    assert digest() == "ae9ac7512ca692381dc5b52e5ece5572d28d90f532e1b905e0eb9444cd32df52"
    assert len(lines()) == 464
    assert b"\r" not in document()


def test_every_local_fact_on_the_district_quotes_the_plan() -> None:
    recipes = {"segment", "kind_of", "membership", "input_group", "by_product"}
    unproven = [
        fact.id
        for fact in facts()
        if fact.type not in recipes  # type: ignore[attr-defined] # every fact has one
        and any(each.basis != "stated" for each in fact.evidence)
    ]

    assert unproven == []


def test_every_quote_is_what_stands_at_its_place() -> None:
    moved = [
        (fact.id, each.quote)
        for fact in facts()
        for each in fact.evidence
        if each.basis == "stated"
        and Span(each.line or 0, each.start or 0, each.end or 0).text() != each.quote
    ]

    assert moved == []


def _met(passage: Span, by: frozenset[Span]) -> bool:
    return any(passage.meets(each) for each in by)


def _held(passage: Span, by: frozenset[Span]) -> bool:
    return any(each.holds(passage) for each in by)


def test_every_sentence_of_chapter_four_is_cited_or_set_aside() -> None:
    first, after = line_of("四、着力构建"), line_of("五、优化产业空间布局")
    chapter = list(sentences(first, after - 1))
    known = cited() | uncited()

    assert (first, after) == (239, 327)
    assert len(chapter) == 191
    assert shown(each for each in chapter if not _met(each, known)) == []


def test_every_number_of_the_plan_is_cited_or_set_aside() -> None:
    known = cited() | uncited()

    assert shown(each for each in matches(NUMBER) if not _held(each, known)) == []


def test_every_quantity_of_the_plan_is_an_indicator_or_set_aside() -> None:
    counted = spans_of(fact for fact in facts() if isinstance(fact, Indicator | Region))
    known = frozenset(counted | uncited())
    quantities = list(matches(QUANTITY))

    assert len(quantities) > 150
    assert shown(each for each in quantities if not _held(each, known)) == []


def test_what_is_set_aside_is_cited_by_no_fact() -> None:
    assert shown(each for each in uncited() if _met(each, cited())) == []


def test_a_quote_that_does_not_name_its_subject_says_why() -> None:
    silent = [(fact.id, each.quote) for fact, each in unnaming() if each.why is None]

    assert silent == []


def test_quotes_that_do_not_name_their_subject_are_counted() -> None:
    found: Counter[str] = Counter(fact.type for fact, _ in unnaming())  # type: ignore[attr-defined]

    assert dict(found) == UNNAMING_QUOTES


def _names_nothing(fact: Fact) -> bool:
    quotes = [each.quote for each in fact.evidence if each.quote is not None]
    return bool(quotes) and not any(
        all(any(word in quote for word in words) for words in subjects(fact)) for quote in quotes
    )


def test_facts_without_any_quote_that_names_them_are_counted() -> None:
    found: Counter[str] = Counter(
        fact.type  # type: ignore[attr-defined]
        for fact in facts()
        if _names_nothing(fact)
    )

    assert dict(found) == UNNAMED_FACTS


def _whole(printed: str, quote: str) -> bool:
    """Whether the quote prints it as a number of its own, not as part of a longer one."""
    return re.search(rf"(?<![\d.]){re.escape(printed)}(?![\d.])", quote) is not None


def test_every_indicator_quotes_its_printed_value_as_a_whole() -> None:
    unprinted = [
        record.id
        for record in seed().local
        if isinstance(record, Indicator)
        and not any(_whole(record.printed, each.quote or "") for each in record.evidence)
    ]

    assert unprinted == []
