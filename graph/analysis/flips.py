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


def flips(
    values: Sequence[Values], weights: Weights, part: slice = slice(None)
) -> list[Flip | None]:
    """Find the nearest flip of each gap; none where no single weight could change its rank.

    Only those of a `part` are looked for, among all. Criteria times gaps, for each gap asked.
    """
    asked = range(len(values))[part]
    if len(values) < 2:
        return [None for _ in asked]
    field = _Field(values, weights)
    return [field.nearest(gap) for gap in asked]


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

    def level_points(self, gap: int) -> "Floats":
        """The weights at which a gap is level with others: criteria by two by gaps.

        What is no such weight is not a number.
        """
        import numpy as np  # noqa: PLC0415 - see above

        v, k = self.table, self.known
        a = (v @ self.weights)[:, None] - v * self.weights
        b = (k @ self.weights)[:, None] - k * self.weights
        square = v[gap] * k - k[gap] * v
        linear = a[gap] * k + v[gap] * b - k[gap] * a - b[gap] * v
        level = a[gap] * b - b[gap] * a
        return np.stack(_roots(square, linear, level)).transpose(2, 0, 1)

    def nearest(self, gap: int) -> Flip | None:
        """The nearest level point of a gap beyond which its rank is another."""
        for criterion, weight, other in self._by_distance(gap, self.level_points(gap)):
            found = self._beyond(gap, criterion, weight, other)
            if found is not None:
                return found
        return None

    def _by_distance(self, gap: int, found: "Floats") -> Iterator[tuple[int, float, int]]:
        import numpy as np  # noqa: PLC0415 - see above

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
