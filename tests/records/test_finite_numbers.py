"""A number without end is no figure, wherever it comes from."""

import math

import pytest
from pydantic import ValidationError

from graph.model import record_adapter
from tests.support import indicator, region


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_records_hold_no_infinite_number(number: float) -> None:
    with pytest.raises(ValidationError, match="finite"):
        indicator("output", value=number)
    with pytest.raises(ValidationError, match="finite"):
        region(free_land_mu=number)


def test_infinite_numbers_do_not_come_in_by_json() -> None:
    body = indicator("output", value=12.5).model_dump_json()
    assert record_adapter.validate_json(body) == indicator("output", value=12.5)

    with pytest.raises(ValidationError, match="finite"):
        record_adapter.validate_json(body.replace("12.5", "Infinity"))
