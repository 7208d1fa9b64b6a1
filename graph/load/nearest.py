"""The valid values nearest to a wrong one."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIMIT = 3
CUTOFF = 60
"""Below this similarity (0 to 100) a suggestion confuses more than it helps."""


def nearest(wrong: str, valid: Iterable[str], *, limit: int = LIMIT) -> tuple[str, ...]:
    """Up to `limit` valid values, the most similar first, equal ones in order.

    >>> nearest("segmnt", ["segment", "chain", "evidence"])
    ('segment',)
    """
    found = process.extract(
        wrong, sorted(valid), scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=limit
    )
    return tuple(choice for choice, _, _ in found)
