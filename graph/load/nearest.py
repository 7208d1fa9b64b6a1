"""The valid values nearest to a wrong one."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIMIT = 3
CUTOFF = 60
"""Below this similarity (0 to 100) a suggestion confuses more than it helps."""
MARGIN = 20
"""A suggestion that is so much less similar than the best one is left out."""
CONTAINED = 90
"""From this similarity of the best part on, one value as good as contains the other."""


def nearest(wrong: str, valid: Iterable[str]) -> tuple[str, ...]:
    """Up to three valid values, the most similar first, equally similar ones in order.

    Where none is similar as a whole, those that contain the wrong one, or are part of it.

    >>> nearest("segmnt", ["segment", "chain", "evidence"])
    ('segment',)
    >>> nearest("tube", ["steel_tube", "chain"])
    ('steel_tube',)
    """
    values = sorted(valid)
    whole = process.extract(wrong, values, scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=LIMIT)
    if not whole:
        parts = process.extract(
            wrong, values, scorer=fuzz.partial_ratio, score_cutoff=CONTAINED, limit=LIMIT
        )
        return tuple(value for value, _, _ in parts)
    best = whole[0][1]
    return tuple(value for value, score, _ in whole if score >= best - MARGIN)
