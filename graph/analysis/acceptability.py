"""Rank acceptability: how often a gap holds which rank when nobody says what the weights are.

SMAA-2 (Lahdelma, Hokkanen and Salminen 1998; Lahdelma and Salminen 2001) with sure values and
unknown weights: these are drawn uniformly from the simplex of all weights that sum to one.
"""

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.criteria import Values
from graph.analysis.priority import DIGITS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]

DRAWS = 10_000
SEED = 1
FIRST_RANKS = 10
AT_ONCE = 300_000
"""Scores that are worked out together: the fastest, and no more memory on a longer list."""
TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Acceptability:
    """The share of all weights under which a gap comes first, and among the first ten.

    Under nine in ten weights its rank lies between `low` and `high`, both included.
    """

    first: float
    first_ten: float
    low: int
    high: int


def acceptabilities(
    values: Sequence[Values], *, seed: int = SEED, draws: int = DRAWS
) -> list[Acceptability]:
    """Rank the gaps under random weights, the same ones for the same seed.

    Weights of criteria without data are shared out as in `priorities`; equals share the better
    rank. Draws times gaps times their logarithm.
    """
    if not values:
        return []
    counts = _counts(values, _uniform(len(values[0]), seed, draws))
    return [_acceptability(row, draws) for row in counts.tolist()]


def _uniform(criteria: int, seed: int, draws: int) -> "Floats":
    """Draw from the simplex: exponential variates, once they are brought to one.

    Python's own generator gives the same numbers everywhere and for good.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only wanted here

    rolls = random.Random(seed)  # noqa: S311 - no secret hangs on it
    flat = [-math.log(1.0 - rolls.random()) for _ in range(criteria * draws)]
    found: Floats = np.array(flat).reshape(draws, criteria)
    found /= found.sum(axis=1, keepdims=True)
    return found


def known_values(values: Iterable[Values]) -> "tuple[Floats, Floats]":
    """Lay the values out as a matrix, 0 where there are none, and beside it where there are any."""
    import numpy as np  # noqa: PLC0415 - see above

    rows = [[math.nan if each is None else each for each in row] for row in values]
    table: Floats = np.array(rows, dtype=float)
    known = ~np.isnan(table)
    return np.where(known, table, 0.0), known.astype(float)


def _counts(values: Sequence[Values], weights: "Floats") -> "Counts":
    """Count for each gap (row) how often it has each rank (column)."""
    import numpy as np  # noqa: PLC0415 - see above

    table, known = known_values(values)
    gaps = len(values)
    counts: Counts = np.zeros((gaps, gaps), dtype=np.int64)
    step = max(1, AT_ONCE // gaps)
    for start in range(0, len(weights), step):
        drawn = weights[start : start + step]
        ranks = ranks_of(np.round(drawn @ table.T / np.maximum(drawn @ known.T, 1e-300), DIGITS))
        places = np.arange(gaps) * gaps + ranks
        counts += np.bincount(places.ravel(), minlength=gaps * gaps).reshape(gaps, gaps)
    return counts


def ranks_of(scores: "Floats") -> "Counts":
    """Rank each row of scores, the highest 0; equals share the better rank."""
    import numpy as np  # noqa: PLC0415 - see above

    order = np.argsort(-scores, axis=1)
    ordered = np.take_along_axis(scores, order, axis=1)
    places = np.broadcast_to(np.arange(scores.shape[1]), scores.shape).copy()
    places[:, 1:][ordered[:, 1:] == ordered[:, :-1]] = 0
    np.maximum.accumulate(places, axis=1, out=places)
    ranks: Counts = np.empty_like(places)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks


def _acceptability(counts: list[int], draws: int) -> Acceptability:
    return Acceptability(
        first=counts[0] / draws,
        first_ten=sum(counts[:FIRST_RANKS]) / draws,
        low=_rank_at(counts, TAIL * draws),
        high=_rank_at(counts, (1 - TAIL) * draws),
    )


def _rank_at(counts: list[int], wanted: float) -> int:
    """The first rank by which that many draws are counted, from 1."""
    seen = 0
    for rank, count in enumerate(counts, start=1):
        seen += count
        if seen >= wanted:
            return rank
    return len(counts)
