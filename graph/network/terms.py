"""The terms of a question: region, boundary, input sorts, horizon."""

import re
from dataclasses import dataclass

from graph.errors import BadParameterError
from graph.model.vocabulary import HORIZONS, INPUT_SORTS, Horizon, InputSort

_TIERS = re.compile(r"traded\+tiers:([1-9][0-9]?)")
BOUNDARY = rf"^(traded|{_TIERS.pattern}|none)$"
"""The pattern of the boundaries there are."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """What counts as obtainable without a local maker.

    `traded`: what anyone buys on the open market. `tiers` k: also what lies deeper than k
    supply steps from the product asked. Neither: everything has to be local (a stress test).
    """

    traded: bool = True
    tiers: int | None = None

    def __str__(self) -> str:
        if not self.traded:
            return "none"
        return "traded" if self.tiers is None else f"traded+tiers:{self.tiers}"


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a question is answered; `region` null means the dataset's district."""

    region: str | None = None
    boundary: Boundary = Boundary()
    inputs: tuple[InputSort, ...] = ("material",)
    horizon: Horizon = "now"


def parse_boundary(text: str) -> Boundary:
    """Read `traded`, `traded+tiers:k` or `none`; raise `BadParameterError`.

    >>> str(parse_boundary("traded+tiers:2"))
    'traded+tiers:2'
    """
    if text == "traded":
        return Boundary()
    if text == "none":
        return Boundary(traded=False)
    tiers = _TIERS.fullmatch(text)
    if tiers is None:
        raise BadParameterError(
            parameter="boundary", value=text, allowed="traded, traded+tiers:k (k = 1–99), none"
        )
    return Boundary(tiers=int(tiers.group(1)))


def parse_inputs(text: str) -> tuple[InputSort, ...]:
    """Read input sorts joined by commas; raise `BadParameterError`.

    >>> parse_inputs("energy,material")
    ('material', 'energy')
    """
    wanted = {part.strip() for part in text.split(",")}
    known = tuple(sort for sort in INPUT_SORTS if sort in wanted)
    if not known or len(known) < len(wanted):
        raise BadParameterError(parameter="inputs", value=text, allowed=", ".join(INPUT_SORTS))
    return known


def parse_horizon(text: str) -> Horizon:
    """Read `now` or `planned`; raise `BadParameterError`."""
    for horizon in HORIZONS:
        if text == horizon:
            return horizon
    raise BadParameterError(parameter="horizon", value=text, allowed="now, planned")
