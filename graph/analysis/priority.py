"""Priority 优先级: the weighted mean of the criteria, taken apart criterion by criterion.

A criterion without data has no part in the score of that gap: its weight is shared out over the
others, in proportion to theirs.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from graph.analysis.criteria import Values
from graph.analysis.weights import WHOLE, Weights
from graph.model.vocabulary import CRITERIA, Criterion

DIGITS = 9
"""Scores that agree so far are a tie: what differs behind is arithmetic."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one criterion gives: `weight` × `value` = `points`.

    `given` is its weight as chosen, `weight` with its part of what was shared out; without data
    the value is null, and weight and points are 0.
    """

    criterion: Criterion
    given: float
    weight: float
    value: float | None
    points: float


@dataclass(frozen=True, slots=True)
class Scored:
    """The score of a gap from 0 to 100, its rank, and how many share that; of which values."""

    score: float
    rank: int
    ties: int
    values: Values
    weights: Weights

    @property
    def contributions(self) -> tuple[Contribution, ...]:
        """What the score consists of."""
        return contributions(self.values, self.weights)


def priorities(values: Mapping[str, Values], weights: Weights) -> dict[str, Scored]:
    """Score and rank gaps, the best first, those alike in the order in which they were given.

    A gap of which none of the weighted criteria has data cannot be scored and is left out. The
    contributions sum to the score; the rank is one more than the number of better ones.

    >>> two = {"a": (1.0, None, *[0.0] * 9), "b": (0.0, 1.0, *[0.0] * 9)}
    >>> found = priorities(two, (25.0, 75.0, *[0.0] * 9))
    >>> [(id_, each.score, each.rank) for id_, each in found.items()]
    [('a', 100.0, 1), ('b', 75.0, 2)]
    """
    found = ((id_, _score(each, weights)) for id_, each in values.items())
    scores = {id_: score for id_, score in found if score is not None}
    rounded = {id_: round(score, DIGITS) for id_, score in scores.items()}
    ordered = sorted(rounded.values(), reverse=True)
    ties = Counter(ordered)
    better = dict(zip(ties, accumulate(ties.values(), initial=0), strict=False))
    return {
        id_: Scored(
            score=scores[id_],
            rank=better[rounded[id_]] + 1,
            ties=ties[rounded[id_]],
            values=values[id_],
            weights=weights,
        )
        for id_ in sorted(scores, key=lambda each: -rounded[each])
    }


def _score(values: Values, weights: Weights) -> float | None:
    """Sum up what `contributions` takes apart; none where there is nothing."""
    pairs = [(w, v) for w, v in zip(weights, values, strict=True) if v is not None]
    known = math.fsum(w for w, _ in pairs)
    if known <= 0:
        return None
    return math.fsum(w * WHOLE / known * v for w, v in pairs)


def contributions(values: Values, weights: Weights) -> tuple[Contribution, ...]:
    """Take a score apart; empty where none of the weighted criteria has data."""
    known = math.fsum(w for w, v in zip(weights, values, strict=True) if v is not None)
    if known <= 0:
        return ()
    parts = []
    for criterion, given, value in zip(CRITERIA, weights, values, strict=True):
        weight = 0.0 if value is None else given * WHOLE / known
        parts.append(Contribution(criterion, given, weight, value, weight * (value or 0.0)))
    return tuple(parts)
