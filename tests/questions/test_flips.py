"""Flips: by hand, on random values, and on every gap of the shipped district."""

import numpy as np
import pytest
from numpy.typing import NDArray

from graph.analysis.criteria import Values
from graph.analysis.flips import Flip, flips
from graph.analysis.priority import priorities
from graph.analysis.weights import PRESETS, Weights, preset_weights, weighed
from graph.answers.criteria import measures
from graph.model.vocabulary import CRITERIA, Criterion, Preset
from graph.network.terms import Terms
from tests.questions.test_priority import dice, some_values
from tests.trade import district

NEARER = (0.25, 0.5, 0.75, 0.99)
"""Shares of the amount of a flip at which nothing may have changed yet."""


def of_two(need: float | None, families: float | None) -> Values:
    return (need, families, *[0.0] * 9)


def changed(weights: Weights, criterion: Criterion, weight: float) -> list[float]:
    found = list(weights)
    found[CRITERIA.index(criterion)] = weight
    return found


def ranks(values: list[Values], weights: list[list[float]]) -> NDArray[np.int64]:
    """The ranks of all gaps under each set of weights, straight from the definition."""
    table = np.array([[np.nan if v is None else v for v in row] for row in values], dtype=float)
    many = np.array(weights)
    known = (~np.isnan(table)).astype(float)
    scores = np.round(100 * (many @ np.nan_to_num(table).T) / (many @ known.T), 9)
    found: NDArray[np.int64] = (scores[:, None, :] > scores[:, :, None]).sum(axis=2) + 1
    return found


def assert_exact(values: list[Values], weights: Weights, found: list[Flip | None]) -> None:
    now = ranks(values, [list(weights)])[0]
    for gap, flip in enumerate(found):
        if flip is None:
            continue
        there = ranks(values, [changed(weights, flip.criterion, flip.weight)])[0][gap]
        assert there == flip.rank != now[gap]
        nearer = [
            changed(weights, each, own + sign * share * abs(flip.change))
            for each, own in zip(CRITERIA, weights, strict=True)
            for share in NEARER
            for sign in (1, -1)
            if own + sign * share * abs(flip.change) > 0
        ]
        if abs(flip.change) > 1e-4:  # below that the six decimals written are too coarse
            assert set(ranks(values, nearer)[:, gap]) == {now[gap]}


def test_two_gaps_change_places_where_their_scores_are_level() -> None:
    """60·1 + 40·0 against 60·0 + 40·1: level once `need` is down to 40, or `families` up to 60."""
    weights = weighed({"need": 60, "families": 40})
    first, second = flips([of_two(1, 0), of_two(0, 1)], weights)

    assert first is not None
    assert second is not None
    assert abs(first.change) == pytest.approx(20, abs=1e-5)
    assert abs(second.change) == pytest.approx(20, abs=1e-5)
    assert (first.rank, first.other, second.rank, second.other) == (2, 1, 1, 0)


def test_the_weight_moved_by_the_amount_changes_the_rank_and_by_less_does_not() -> None:
    weights = weighed({"need": 60, "families": 40})
    named = {"a": of_two(1, 0), "b": of_two(0, 1)}
    flip = flips(list(named.values()), weights)[0]
    assert flip is not None

    def rank(weight: float) -> int:
        given = dict(zip(CRITERIA, changed(weights, flip.criterion, weight), strict=True))
        return priorities(named, weighed(given))["a"].rank

    assert rank(flip.weight) == flip.rank == 2
    assert rank(flip.weight - 1e-4 * np.sign(flip.change)) == 1


def test_what_is_better_in_everything_or_alike_never_flips() -> None:
    weights = preset_weights("fill")

    assert flips([of_two(1, 1), of_two(0, 0)], weights) == [None, None]
    assert flips([of_two(1, 0), of_two(1, 0)], weights) == [None, None]
    assert flips([of_two(1, 0)], weights) == [None]
    assert flips([], weights) == []


def test_a_shared_out_weight_bends_the_curve_and_both_level_points_count() -> None:
    """Without data in `need`, b keeps 40/40; a rises from 0 to 1 with it: no second crossing."""
    weights = weighed({"need": 20, "families": 40, "urgency": 40})
    values: list[Values] = [(1.0, 0.0, 0.5, *[0.0] * 8), (None, 0.5, 0.5, *[0.0] * 8)]

    assert_exact(values, weights, flips(values, weights))


@pytest.mark.parametrize("trial", range(10))
def test_on_random_values_no_smaller_change_of_any_weight_changes_the_rank(trial: int) -> None:
    rolls = dice(trial)
    values = some_values(rolls, 25)
    weights = weighed({each: rolls.randrange(1, 30) for each in CRITERIA})

    assert_exact(values, weights, flips(values, weights))


@pytest.mark.parametrize("preset", PRESETS)
def test_on_every_shipped_gap_the_amount_flips_and_less_does_not(preset: Preset) -> None:
    weights = preset_weights(preset)
    values = [each.values for each in measures(district(), Terms()).values()]
    found = flips(values, weights)

    assert sum(each is not None for each in found) > 0.9 * len(values)
    assert_exact(values, weights, found)
