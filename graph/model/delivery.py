"""Who supplies whom, as a list of supplies says it: firms and amounts, no recipe."""

from typing import Annotated, Literal

from pydantic import Field

from graph.model.record import Fact, Id
from graph.model.told import TypeTold, told
from graph.model.words import Words


class Delivery(Fact):
    """Enterprise `source` delivers `segment` to enterprise `target` (供货).

    `amount` is in 万元 a year, of `year`, where known. It does not say that the source makes the
    segment: dealers deliver too. Id: `delivery.<source>.<target>.<segment>`.
    """

    about = TypeTold(
        Words("供货", "delivery"),
        Words("供货", "Deliveries"),
        shelf="deliveries",
        made_of=("source", "target", "segment"),
        not_in=("load", "graph"),  # plans list no supplies; a drawn graph shows recipes
    )

    type: Literal["delivery"] = "delivery"
    source: Annotated[
        Id, told(Words("供方企业", "Supplier"), points_to="enterprise", not_in=("edit",))
    ]
    target: Annotated[
        Id, told(Words("需方企业", "Customer"), points_to="enterprise", not_in=("edit",))
    ]
    segment: Annotated[Id, told(Words("环节", "Segment"), points_to="segment", not_in=("edit",))]
    amount: Annotated[
        float | None, told(Words("金额（万元/年）", "Amount (10,000 yuan a year)"))
    ] = Field(default=None, ge=0)
    year: Annotated[int | None, told(Words("年份", "Year"))] = Field(default=None, ge=1949, le=2100)
