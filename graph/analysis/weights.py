"""Weights of the criteria: those that stand ready, and those that somebody writes."""

import math
import re
from collections.abc import Mapping

from graph.errors import BadParameterError
from graph.model.vocabulary import CRITERIA, Criterion, Preset

Weights = tuple[float, ...]
"""One weight for each of `CRITERIA`, in their order; none negative, 100 in all."""
WHOLE = 100.0
LARGEST = 1e6
"""A larger weight would leave the others nothing that a number can show."""
NUMBER = r"[0-9]{1,6}(\.[0-9]{1,12})?"
_NUMBER = re.compile(NUMBER)
_ONE = rf"({'|'.join(CRITERIA)}):{NUMBER}"
WEIGHTS = rf"^{_ONE}(,{_ONE})*$"
"""The pattern of weights as text."""

PRESETS: Mapping[Preset, Mapping[Criterion, float]] = {
    "fill": {
        "need": 20, "families": 18, "urgency": 16, "certainty": 14, "sort": 6, "chains": 5,
        "reach": 5, "near": 5, "park": 4, "land": 4, "target": 3,
    },
    "strengthen": {
        "need": 10, "families": 18, "urgency": 10, "certainty": 10, "sort": 4, "chains": 2,
        "reach": 4, "near": 12, "park": 8, "land": 4, "target": 18,
    },
    "across": {
        "need": 10, "families": 14, "urgency": 8, "certainty": 8, "sort": 8, "chains": 26,
        "reach": 14, "near": 4, "park": 3, "land": 3, "target": 2,
    },
}  # fmt: skip


def preset_weights(preset: Preset) -> Weights:
    """Return the weights that stand ready under a name."""
    return weighed(PRESETS[preset])


def parse_weights(text: str | None, preset: Preset) -> Weights:
    """Read `need:20,chains:5`; whatever is not named keeps the weight of the preset.

    Raise `BadParameterError` for a criterion that does not exist, a number that is none, is
    negative or too large, and where every weight is zero.

    >>> round(sum(parse_weights("need:40", "fill")), 9)
    100.0
    """
    return weighed(given_weights(text, preset))


def given_weights(text: str | None, preset: Preset) -> dict[Criterion, float]:
    """Read weights as `parse_weights` does, and leave them as large as they were written."""
    given: dict[Criterion, float] = dict(PRESETS[preset])
    for part in text.split(",") if text else ():
        name, _, number = (each.strip() for each in part.partition(":"))
        known = next((each for each in CRITERIA if each == name), None)
        if known is None:
            raise BadParameterError(
                parameter="weights", value=part.strip(), allowed=", ".join(CRITERIA)
            )
        given[known] = _number(part.strip(), number)
    return given


def weighed(given: Mapping[Criterion, float]) -> Weights:
    """Bring weights to 100 in all; raise `BadParameterError` where none is above zero."""
    total = math.fsum(given.values())
    if total <= 0:
        raise BadParameterError(
            parameter="weights", value=written(given), allowed=f"{CRITERIA[0]}:1 > 0"
        )
    return tuple(given.get(each, 0.0) * WHOLE / total for each in CRITERIA)


def written(weights: Mapping[Criterion, float]) -> str:
    """Write weights as `parse_weights` reads them.

    >>> written({"need": 20.0, "chains": 12.5})
    'need:20,chains:12.5'
    """
    shown = (f"{name}:{weight:.9f}".rstrip("0").rstrip(".") for name, weight in weights.items())
    return ",".join(shown)


def _number(part: str, text: str) -> float:
    found = float(text) if _NUMBER.fullmatch(text) else math.nan
    if not found <= LARGEST:
        raise BadParameterError(
            parameter="weights", value=part, allowed=f"0 … {LARGEST:.0f} (need:20)"
        )
    return found
