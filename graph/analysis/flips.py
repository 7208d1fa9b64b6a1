"""Flips: the smallest change of one weight that changes the rank of a gap, found exactly.

One weight moves from w to x ≥ 0, the others stay as they are, all are brought to 100 again. A
score is then (A + v·x) / (B + k·x): v its value, k whether it has data, A and B the same sums over
the other criteria. Two gaps are level where A₁B₂ − A₂B₁ + (A₁k₂ + v₁B₂ − A₂k₁ − v₂B₁)·x +
(v₁k₂ − v₂k₁)·x² is zero: at most two points, and only there can a rank change.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.acceptability import known_values
from graph.analysis.criteria import Values
from graph.analysis.priority import DIGITS
from graph.analysis.weights import Weights
from graph.model.vocabulary import CRITERIA, Criterion

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEPS = (1e-6, 1e-5, 1e-4, 1e-3)
"""How far beyond the level point a weight is written, so that the rank has changed there."""


@dataclass(frozen=True, slots=True)
class Flip:
    """Moving the weight of `criterion` by `change` to `weight` gives a gap another `rank`.

    `weight` is the first of six decimals beyond which it holds; `other` is the gap, by its place
    in the list, that it passes or that passes it.
    """

    criterion: Criterion
    change: float
    weight: float
    rank: int
    other: int


def flips(values: Sequence[Values], weights: Weights) -> list[Flip | None]:
    """Find the nearest flip of each gap; none where no single weight could change its rank.

    Criteria times gaps squared.
    """
    if len(values) < 2:
        return [None] * len(values)
    field = _Field(values, weights)
    points = [field.level_points(each) for each in range(len(CRITERIA))]
    return [field.nearest(gap, points) for gap in range(len(values))]


class _Field:
    """The values as matrices, and the scores under changed weights."""

    def __init__(self, values: Sequence[Values], weights: Weights) -> None:
        import numpy as np  # noqa: PLC0415 - heavy, and only wanted here

        self.table, self.known = known_values(values)
        self.weights: Floats = np.array(weights, dtype=float)
        self.now = self.ranks(0, float(self.weights[0]))

    def ranks(self, criterion: int, weight: float) -> list[int]:
        """Rank all gaps with one weight changed."""
        scores = self._scores(criterion, weight).tolist()
        ordered = sorted(scores, reverse=True)
        first = {score: rank for rank, score in reversed(list(enumerate(ordered, start=1)))}
        return [first[score] for score in scores]

    def _scores(self, criterion: int, weight: float) -> "Floats":
        import numpy as np  # noqa: PLC0415 - see above

        changed = self.weights.copy()
        changed[criterion] = weight
        known = self.known @ changed
        scores: Floats = np.round(100 * (self.table @ changed) / np.maximum(known, 1e-300), DIGITS)
        return scores

    def level_points(self, criterion: int) -> "Floats":
        """The weights at which two gaps are level: two for each pair, none as not a number."""
        import numpy as np  # noqa: PLC0415 - see above

        v, k = self.table[:, criterion], self.known[:, criterion]
        rest = self.weights.copy()
        rest[criterion] = 0.0
        a, b = self.table @ rest, self.known @ rest
        square = np.outer(v, k) - np.outer(k, v)
        linear = np.outer(a, k) + np.outer(v, b) - np.outer(k, a) - np.outer(b, v)
        level = np.outer(a, b) - np.outer(b, a)
        return np.stack(_roots(square, linear, level))

    def nearest(self, gap: int, points: "list[Floats]") -> Flip | None:
        """The nearest level point of a gap beyond which its rank is another."""
        for criterion, weight, other in self._by_distance(gap, points):
            found = self._beyond(gap, criterion, weight, other)
            if found is not None:
                return found
        return None

    def _by_distance(self, gap: int, points: "list[Floats]") -> Iterator[tuple[int, float, int]]:
        import numpy as np  # noqa: PLC0415 - see above

        found = np.stack([each[:, gap, :] for each in points])
        away = np.abs(found - self.weights[:, None, None])
        away[~(np.isfinite(found) & (found > 0))] = np.inf
        away[:, :, gap] = np.inf
        for place in np.argsort(away, axis=None, kind="stable"):
            criterion, root, other = np.unravel_index(place, away.shape)
            if not np.isfinite(away[criterion, root, other]):
                return
            yield int(criterion), float(found[criterion, root, other]), int(other)

    def _beyond(self, gap: int, criterion: int, weight: float, other: int) -> Flip | None:
        own = float(self.weights[criterion])
        for step in STEPS:
            for sign in (1, -1) if abs(weight - own) < step else (math.copysign(1, weight - own),):
                there = _outward(weight + sign * step / 2, sign)
                if there < 0:
                    continue
                rank = self.ranks(criterion, there)[gap]
                if rank != self.now[gap]:
                    return Flip(CRITERIA[criterion], there - own, there, rank, other)
        return None


def _outward(weight: float, sign: float) -> float:
    """Write a weight with six decimals, the next ones away from where it comes from."""
    scaled = weight * 1e6
    return (math.ceil(scaled) if sign > 0 else math.floor(scaled)) / 1e6


def _roots(square: "Floats", linear: "Floats", level: "Floats") -> "tuple[Floats, Floats]":
    """Solve many quadratic equations without losing digits; what is no root is not a number."""
    import numpy as np  # noqa: PLC0415 - see above

    with np.errstate(all="ignore"):
        inner = np.sqrt(linear * linear - 4 * square * level)
        far = -(linear + np.copysign(inner, linear)) / 2
        return np.where(square == 0, np.nan, far / square), np.where(far == 0, np.nan, level / far)
