"""Rank acceptability: where it is known exactly, and against a simulation of its own."""

from collections import Counter

import pytest

from graph.analysis.acceptability import Acceptability, acceptabilities, ranks_of
from graph.analysis.criteria import Values
from graph.analysis.priority import priorities
from graph.analysis.weights import weighed
from graph.model.vocabulary import CRITERIA
from tests.questions.test_priority import dice, some_values

FOUR_SIGMA = 4 * (0.25 / 10_000) ** 0.5


@pytest.mark.parametrize("other", [0.0, 0.25, 0.5, 1.0])
def test_of_two_gaps_and_two_criteria_the_share_is_the_length_of_an_interval(other: float) -> None:
    """(1, 0) is better than (0, v) where w > (1 - w)·v: on 1/(1 + v) of the unit interval."""
    first, second = acceptabilities([(1.0, 0.0), (0.0, other)])

    assert first.first == pytest.approx(1 / (1 + other), abs=FOUR_SIGMA)
    assert second.first == pytest.approx(1 - 1 / (1 + other), abs=FOUR_SIGMA)


def test_a_gap_judged_by_one_criterion_alone_keeps_that_value_under_all_weights() -> None:
    """(v, w) has no data in the second: 1/2 against w, which is more for w > 1/2."""
    known, partly = acceptabilities([(1.0, 0.0), (0.5, None)])

    assert known.first == pytest.approx(1 / 2, abs=FOUR_SIGMA)
    assert partly.first == pytest.approx(1 / 2, abs=FOUR_SIGMA)


def test_of_three_corners_each_is_first_in_a_third_of_the_weights() -> None:
    corners: list[Values] = [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)]

    assert [each.first for each in acceptabilities(corners)] == pytest.approx(
        [1 / 3] * 3, abs=FOUR_SIGMA
    )


def test_what_is_better_in_everything_is_always_first() -> None:
    found = acceptabilities([(0.9, 0.8), (0.5, 0.5), (0.1, 0.2)])

    assert found == [
        Acceptability(1, 1, 1, 1),
        Acceptability(0, 1, 2, 2),
        Acceptability(0, 1, 3, 3),
    ]


def test_equals_share_the_better_rank() -> None:
    found = acceptabilities([(0.5, 0.5), (0.5, 0.5), (0.1, 0.1)])

    assert found[0] == found[1] == Acceptability(1, 1, 1, 1)
    assert found[2] == Acceptability(0, 1, 3, 3)


def test_the_same_seed_gives_the_same_answer_and_another_one_nearly_the_same() -> None:
    values = some_values(dice(3), 15)
    once, again, other = (acceptabilities(values, seed=each) for each in (1, 1, 2))

    assert once == again != other
    assert [each.first for each in once] == pytest.approx(
        [each.first for each in other], abs=2 * FOUR_SIGMA
    )


def test_it_agrees_with_scoring_under_random_weights_one_by_one() -> None:
    rolls = dice(11)
    values = some_values(rolls, 12)
    named = {str(each): found for each, found in enumerate(values)}
    draws = 1500
    firsts: Counter[str] = Counter()
    for _ in range(draws):
        weights = weighed({each: rolls.gammavariate(1, 1) for each in CRITERIA})
        firsts.update(id_ for id_, each in priorities(named, weights).items() if each.rank == 1)

    assert [each.first for each in acceptabilities(values)] == pytest.approx(
        [firsts[str(each)] / draws for each in range(len(values))], abs=4 * (0.25 / draws) ** 0.5
    )


def test_ranks_of_a_row_of_scores() -> None:
    import numpy as np  # noqa: PLC0415 - as the analysis does

    assert ranks_of(np.array([[3.0, 1.0, 3.0, 2.0]])).tolist() == [[0, 3, 0, 2]]


def test_nothing_has_no_ranks() -> None:
    assert acceptabilities([]) == []


def test_ranks_of_columns_that_stand_for_several() -> None:
    import numpy as np  # noqa: PLC0415 - as the analysis does

    scores = np.array([[3.0, 1.0, 3.0, 2.0]])

    assert ranks_of(scores, [2, 1, 1, 5]).tolist() == [[0, 8, 0, 3]]
