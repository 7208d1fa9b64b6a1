"""Writers killed at any moment leave old or new; `python -m benchmarks.kills` kills thousands."""

from pathlib import Path

import pytest

from benchmarks.kills import WRITES, killed


@pytest.mark.parametrize("kind", WRITES)
def test_writers_that_are_killed_lose_nothing_that_was_acknowledged(
    kind: str, tmp_path: Path
) -> None:
    _, lost = killed(kind, 3, tmp_path)

    assert lost == 0
