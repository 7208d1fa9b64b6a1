"""Who supplies whom, as a list of supplies says it: firms and amounts, no recipe."""

from typing import Annotated, Literal

from pydantic import Field

from graph.message import _, p_
from graph.model.record import Fact, Id
from graph.model.told import SUBJECT, TypeTold, told


class Delivery(Fact):
    """Enterprise `source` delivers `segment` to enterprise `target` (供货).

    `amount` is in 万元 a year, of `year`, where known. It does not say that the source makes the
    segment: dealers deliver too. Id: `delivery.<source>.<target>.<segment>`.
    """

    about = TypeTold(
        p_("sentence", "供货"),
        p_("several", "供货"),
        shelf="deliveries",
        made_of=("source", "target", "segment"),
        not_in=("load", "graph"),  # from tables alone, of firms and not of what chains take
    )

    type: Literal["delivery"] = "delivery"
    source: Annotated[Id, told(_("供方企业"), points_to="enterprise", not_in=SUBJECT)]
    target: Annotated[Id, told(_("需方企业"), points_to="enterprise", not_in=SUBJECT)]
    segment: Annotated[Id, told(_("环节"), points_to="segment", not_in=SUBJECT)]
    amount: Annotated[
        float | None,
        told(
            _("金额（万元/年）"),
            columns=(
                "金额(万元)",
                "金额",
                "供货额",
                "采购额",
                "年供货额",
                "年采购额",
                "供货金额",
                "采购金额",
                "交易额",
                "amount",
            ),
            note=_("一年的金额；可写 1.2亿元"),
        ),
    ] = Field(default=None, ge=0)
    year: Annotated[
        int | None,
        told(_("年份"), columns=("年份", "年度", "year"), note=_("金额的年份")),
    ] = Field(default=None, ge=1949, le=2100)
