"""Five hundred random datasets: the program's answers and those of the definitions are the same."""

import pytest

from tests.questions.comparison import Comparison, compare
from tests.questions.features import EXPECTED

GRAPHS = 500
OFTEN = 25
"""Cases that have to show a feature before the comparison says anything about it."""
QUESTIONS = (
    "status",
    "availability",
    "closure",
    "completable",
    "verdict",
    "open groups",
    "missing",
    "path",
    "bought",
    "unlock sets",
    "truncation",
    "certain sets",
    "certain choices",
    "certain example",
    "completeness",
    "gaps",
    "why not",
)


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(GRAPHS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_program_answers_as_the_definitions_do(found: Comparison, question: str) -> None:
    assert found.differences[question][:3] == []


def test_no_other_question_was_compared(found: Comparison) -> None:
    assert set(found.differences) <= set(QUESTIONS)


@pytest.mark.parametrize("feature", EXPECTED)
def test_the_cases_show_every_feature_often(found: Comparison, feature: str) -> None:
    assert found.seen[feature] >= OFTEN
