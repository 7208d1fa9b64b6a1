"""Five hundred random datasets: the program's answers and those of the definitions are the same."""

import re
from pathlib import Path

import pytest

from tests.questions.comparison import BOUNDARIES, Comparison, compare
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


def test_all_datasets_were_asked_under_every_boundary_at_both_horizons(found: Comparison) -> None:
    """Each in both worlds: availability, what is completable and open groups are told of both."""
    terms = {f"{each} {horizon}" for each in BOUNDARIES for horizon in ("now", "planned")}

    assert found.asked == dict.fromkeys({"datasets", *terms}, GRAPHS)


def test_the_definitions_are_written_apart_from_the_program() -> None:
    written = [
        *Path(__file__).parent.glob("brute_*.py"),
        Path(__file__).with_name("random_graphs.py"),
    ]
    imported = {
        name
        for each in written
        for name in re.findall(
            r"^(?:from|import) (graph\.\w+|graph\b)", each.read_text("utf-8"), re.M
        )
    }

    assert len(written) > 7
    assert imported == {"graph.model"}


def test_no_other_question_was_compared(found: Comparison) -> None:
    assert set(found.differences) <= set(QUESTIONS)


@pytest.mark.parametrize("feature", EXPECTED)
def test_the_cases_show_every_feature_often(found: Comparison, feature: str) -> None:
    assert found.seen[feature] >= OFTEN
