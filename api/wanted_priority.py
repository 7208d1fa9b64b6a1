"""How gaps are to be weighed, as it was written."""

from typing import Annotated

from pydantic import Field

from api.wanted import Wanted
from graph.analysis.weights import WEIGHTS
from graph.model.vocabulary import Preset


class PriorityWanted(Wanted):
    """How to weigh the gaps, and how long the short list is."""

    preset: Annotated[
        Preset,
        Field(
            description="未另写的权重取自哪一套 / whose weights hold where none is written",
            examples=["across"],
        ),
    ] = "fill"
    weights: Annotated[
        str | None,
        Field(
            max_length=400,
            description="权重，逗号相连 / weights of criteria, joined by commas",
            examples=["need:20,chains:12.5"],
            json_schema_extra={"pattern": WEIGHTS},
        ),
    ] = None
    seed: Annotated[
        int,
        Field(
            ge=0,
            le=999_999_999,
            description="随机权重的种子 / the seed of the random weights",
            examples=[1],
        ),
    ] = 1
    first: Annotated[
        int,
        Field(ge=1, le=50, description="首批几项 / lines of the short list", examples=[10]),
    ] = 10
