"""Which leads are asked for."""

from typing import Annotated

from pydantic import Field

from api.wanted import ChainName, NameText, Wanted
from graph.model.vocabulary import LeadStage

OwnerName = Annotated[
    NameText | None,
    Field(description="责任单位，照原样 / whose they are, as written", examples=["招商一科"]),
]


class FeedWanted(Wanted):
    """What a feed is about."""

    chain: ChainName = None
    owner: OwnerName = None


class LeadsWanted(Wanted):
    """Which leads to list."""

    stage: Annotated[
        LeadStage | None, Field(description="对接阶段 / how far they are", examples=["talks"])
    ] = None
    owner: OwnerName = None
    chain: ChainName = None
    overdue: Annotated[
        bool | None,
        Field(
            description="true 只列逾期的，false 只列未逾期的 / late ones, or others",
            examples=[True],
        ),
    ] = None
