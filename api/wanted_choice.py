"""What is asked of a choice, as it was written: as JSON, or as a form and a command write it."""

from typing import Annotated

from pydantic import ConfigDict, Field

from api.wanted import MOST, ChainName, NameText, Wanted

LONGEST_LIST = 4000
Amount = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
Amounts = Annotated[dict[NameText, Amount], Field(max_length=MOST)]
ForcedNames = Annotated[tuple[NameText, ...], Field(max_length=MOST)]
ListText = Annotated[str, Field(max_length=LONGEST_LIST)]
HowMany = Annotated[
    int, Field(ge=1, le=MOST, description="最多选几项 / how many at most", examples=[3])
]


class LimitsInput(Wanted):
    """What a choice has to keep to: free land of parks (mu) and a budget, with what each needs.

    What no need or cost is given for counts as needing nothing, and is told.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    land: Amounts = Field(default_factory=dict)
    needs: Amounts = Field(default_factory=dict)
    budget: Amount | None = None
    costs: Amounts = Field(default_factory=dict)


class ChooseInput(Wanted):
    """How many to choose, from which chain's gaps, which for certain, which not, within what."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    k: HowMany
    chain: NameText | None = None
    limits: LimitsInput = LimitsInput()
    force: ForcedNames = ()
    forbid: ForcedNames = ()


class ChooseWanted(Wanted):
    """The same as a form and a command write it: names joined by commas, amounts as 名称=数."""

    k: HowMany = 3
    chain: ChainName = None
    force: Annotated[
        ListText,
        Field(description="必选，逗号相连 / to choose for certain", examples=["车架,链条"]),
    ] = ""
    forbid: Annotated[
        ListText, Field(description="排除，逗号相连 / never to choose", examples=["同步带"])
    ] = ""
    land: Annotated[
        ListText,
        Field(
            description="可用地（亩），如 组团=120 / free land of parks (mu)",
            examples=["清溪园区=120"],
        ),
    ] = ""
    needs: Annotated[
        ListText,
        Field(
            description="用地需求（亩），如 环节=30 / land that each needs", examples=["链条=30"]
        ),
    ] = ""
    budget: Annotated[
        Amount | None, Field(description="预算，单位自定 / the budget", examples=[5000])
    ] = None
    costs: Annotated[
        ListText,
        Field(description="费用，如 环节=800 / what each costs", examples=["链条=800"]),
    ] = ""
