"""Questions about one record, whose name stands in the path of a route and here in a field."""

from typing import Annotated

from pydantic import Field

from api.wanted import DEFAULT_LIMIT, MOST, NameText, PageWanted, Wanted

FEW = 10
"""Items that an assistant gets at once unless it asks for more: it has to read them all."""


class FewWanted(PageWanted):
    """How many items of a list, and where to go on; few by default."""

    limit: Annotated[
        int,
        Field(
            ge=1,
            le=MOST,
            description=f"最多列几条，网页接口默认 {DEFAULT_LIMIT} / how many at most",
            examples=[50],
        ),
    ] = FEW


class ChainWanted(Wanted):
    """The chain that a question is about."""

    chain: Annotated[
        NameText, Field(description="产业链 / a chain by id, name or alias", examples=["自行车"])
    ]


class EnterpriseWanted(Wanted):
    """The enterprise that a question is about."""

    enterprise: Annotated[
        NameText,
        Field(description="企业 / an enterprise by id, name or credit code", examples=["飞轮车业"]),
    ]


class GapWanted(Wanted):
    """The gap that a question is about."""

    gap: Annotated[
        NameText, Field(description="缺口的编号 / the id of a gap", examples=["belt_makers"])
    ]


class FactWanted(Wanted):
    """The fact that a question is about."""

    fact: Annotated[
        NameText,
        Field(
            description="事实的编号，凡有依据者皆有 / the id of anything that has evidence",
            examples=["makes.flywheel.bicycle"],
        ),
    ]


class PairWanted(Wanted):
    """The two chains, or industries, that a question is about."""

    a: Annotated[NameText, Field(description="一条产业链 / a chain", examples=["自行车"])]
    b: Annotated[NameText, Field(description="另一条 / another", examples=["自行车"])]
