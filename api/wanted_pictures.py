"""What can be asked of the pictures to paste."""

from typing import Annotated, Literal

from pydantic import Field

from api.wanted import SynergyWanted
from viz.matrix import TieSort

PictureForm = Literal["svg", "png"]


class MatrixWanted(SynergyWanted):
    """What stands in the matrix, and which ties come first."""

    sort: Annotated[
        TieSort,
        Field(
            description="哪一类联系排在前面 / which sort of tie comes first", examples=["supply"]
        ),
    ] = "stated"
