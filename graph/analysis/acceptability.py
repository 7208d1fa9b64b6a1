"""Rank acceptability: how often a gap holds which rank when nobody says what the weights are.

SMAA-2 (Lahdelma, Hokkanen and Salminen 1998; Lahdelma and Salminen 2001) with sure values and
unknown weights: these are drawn uniformly from the simplex of all weights that sum to one.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
MOST_SCORES, FEWEST_DRAWS = 6_000_000, 1_000
"""What is worked out of a long list, in some seconds: fewer draws where more gaps differ. A share
is then sure to three points instead of one."""
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


def draws_for(values: Iterable[Values]) -> int:
    """Tell how many weights are drawn for gaps with these values: fewer for a long list.

    >>> draws_for([(1.0,), (0.5,), (1.0,)]), draws_for([(float(n),) for n in range(2_000)])
    (10000, 3000)
    """
    kinds = max(1, len(set(values)))
    return min(DRAWS, max(FEWEST_DRAWS, MOST_SCORES // kinds))


def acceptabilities(
    values: Sequence[Values], *, seed: int = SEED, draws: int | None = None
) -> list[Acceptability]:
    """Rank the gaps under random weights, the same ones for the same seed.

    Weights of criteria without data are shared out as in `priorities`; equals share the better
    rank. Draws times gaps times their logarithm; gaps that are alike by every criterion are ranked
    together.
    """
    if not values:
        return []
    kinds: dict[Values, int] = {}
    kind_of = [kinds.setdefault(each, len(kinds)) for each in values]
    alike = Counter(kind_of)
    weights = _uniform(len(values[0]), seed, draws or draws_for(kinds))
    found = _acceptable(_ranks(tuple(kinds), [alike[each] for each in range(len(kinds))], weights))
    return [found[each] for each in kind_of]


@lru_cache(maxsize=1)
def _uniform(criteria: int, seed: int, draws: int) -> "Floats":
    """Draw from the simplex: exponential variates, once they are brought to one.

    Python's own generator gives the same numbers everywhere and for good.
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only wanted here

    rolls = random.Random(seed)  # noqa: S311 - no secret hangs on it
    flat = [-math.log(1.0 - rolls.random()) for _ in range(criteria * draws)]
    found: Floats = np.array(flat).reshape(draws, criteria)
    found /= found.sum(axis=1, keepdims=True)
    found.flags.writeable = False  # whoever asks next gets the same
    return found


def known_values(values: Iterable[Values]) -> "tuple[Floats, Floats]":
    """Lay the values out as a matrix, 0 where there are none, and beside it where there are any."""
    import numpy as np  # noqa: PLC0415 - see above

    rows = [[math.nan if each is None else each for each in row] for row in values]
    table: Floats = np.array(rows, dtype=float)
    known = ~np.isnan(table)
    return np.where(known, table, 0.0), known.astype(float)


def _ranks(values: Sequence[Values], alike: Sequence[int], weights: "Floats") -> "Counts":
    """Rank every kind of gap (row) under each of the weights (column), the best 0."""
    import numpy as np  # noqa: PLC0415 - see above

    table, known = known_values(values)
    # No rank is greater than there are gaps: few bytes each, for there are draws times kinds.
    found: Counts = np.empty((len(values), len(weights)), np.min_scalar_type(sum(alike)))
    step = max(1, AT_ONCE // len(values))
    for start in range(0, len(weights), step):
        drawn = weights[start : start + step]
        scores = np.round(drawn @ table.T / np.maximum(drawn @ known.T, 1e-300), DIGITS)
        found[:, start : start + step] = ranks_of(scores, alike).T
    return found


def ranks_of(scores: "Floats", alike: Sequence[int] | None = None) -> "Counts":
    """Rank each row of scores, the highest 0; equals share the better rank.

    `alike` says for how many each column stands, one where it is left out.
    """
    import numpy as np  # noqa: PLC0415 - see above

    order = np.argsort(-scores, axis=1)
    ordered = np.take_along_axis(scores, order, axis=1)
    sizes = np.ones_like(order) if alike is None else np.asarray(alike)[order]
    places = np.cumsum(sizes, axis=1) - sizes
    places[:, 1:][ordered[:, 1:] == ordered[:, :-1]] = 0
    np.maximum.accumulate(places, axis=1, out=places)
    ranks: Counts = np.empty_like(places)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks


def _acceptable(ranks: "Counts") -> list[Acceptability]:
    """Count, for each row of ranks, the first ones, and find the ranks between which most lie."""
    import numpy as np  # noqa: PLC0415 - see above

    draws = ranks.shape[1]
    ends = [math.ceil(share * draws) - 1 for share in (TAIL, 1 - TAIL)]
    low, high = np.partition(ranks, ends, axis=1)[:, ends].T.tolist()
    first = (ranks < 1).sum(axis=1).tolist()
    first_ten = (ranks < FIRST_RANKS).sum(axis=1).tolist()
    return [
        Acceptability(first=one / draws, first_ten=ten / draws, low=least + 1, high=most + 1)
        for one, ten, least, most in zip(first, first_ten, low, high, strict=True)
    ]
