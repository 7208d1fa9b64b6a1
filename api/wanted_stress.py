"""What is asked of closures, landings and risk, as it was written (see `api.wanted`)."""

from typing import Annotated

from pydantic import ConfigDict, Field

from api.wanted import ChainName, NameText, Wanted

MOST_SUPPOSED = 50
SupposedNames = Annotated[tuple[NameText, ...], Field(max_length=MOST_SUPPOSED)]


class WhatIfWanted(Wanted):
    """What is supposed, by names: `enterprise:` or `segment:` before one says which is meant."""

    model_config = ConfigDict(extra="forbid")

    close: Annotated[
        SupposedNames,
        Field(
            description="关停的企业或环节 / enterprises that stop, segments made here no more",
            examples=[["飞轮车业"]],
        ),
    ] = ()
    land: Annotated[
        SupposedNames,
        Field(
            description="落地或复产的企业、落地的环节 / enterprises, or segments, that come",
            examples=[["同步带"]],
        ),
    ] = ()
    stop: Annotated[
        SupposedNames,
        Field(
            description="断购的环节，连同其种类 / segments bought no longer, with their kinds",
            examples=[["钢管"]],
        ),
    ] = ()
    unflag: Annotated[
        SupposedNames,
        Field(
            description="不算市场可采购的环节 / segments not held to be traded", examples=[["钢管"]]
        ),
    ] = ()
    here: Annotated[
        SupposedNames,
        Field(
            description="设为本地有的未知环节 / unknown segments held to be here",
            examples=[["管材"]],
        ),
    ] = ()
    absent: Annotated[
        SupposedNames,
        Field(description="设为本地没有的环节 / segments held not to be here", examples=[["链条"]]),
    ] = ()


class RiskWanted(Wanted):
    """Of which chain."""

    chain: ChainName = None
