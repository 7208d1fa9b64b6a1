"""Who supplies whom, as a list of supplies says it: firms and amounts, no recipe."""

from typing import Literal

from pydantic import Field

from graph.model.record import Fact, Id


class Delivery(Fact):
    """Enterprise `source` delivers `segment` to enterprise `target` (供货).

    `amount` is in 万元 a year, of `year`, where known. It does not say that the source makes the
    segment: dealers deliver too. Id: `delivery.<source>.<target>.<segment>`.
    """

    type: Literal["delivery"] = "delivery"
    source: Id
    target: Id
    segment: Id
    amount: float | None = Field(default=None, ge=0)
    year: int | None = Field(default=None, ge=1949, le=2100)
