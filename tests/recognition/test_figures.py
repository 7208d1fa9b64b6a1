"""Floors under the figures of docs/recognition.md; the sets were written before any score."""

import pytest

from tests.recognition.firms import score

SETS = ("second_set.yaml", "third_set.yaml", "fourth_set.yaml")


@pytest.mark.parametrize("name", SETS)
def test_strong_proposals_are_right_nine_times_in_ten(name: str) -> None:
    assert score(name).precision("strong") >= 0.90


@pytest.mark.parametrize("name", SETS)
def test_all_proposals_are_right_four_times_in_five(name: str) -> None:
    assert score(name).precision("strong", "medium", "weak") >= 0.80


@pytest.mark.parametrize("name", SETS)
def test_seven_tenths_of_what_is_made_is_found(name: str) -> None:
    assert score(name).recall >= 0.70


@pytest.mark.parametrize("name", SETS)
def test_firms_that_make_nothing_here_stay_clean(name: str) -> None:
    found = score(name)

    assert found.clean / found.empty >= 0.95
