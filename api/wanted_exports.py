"""What can be asked of a file: the filters of every list, of which each file takes its own."""

from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from api.wanted import GapsFilter, GapsWanted, NameLike, Wanted
from graph.answers.offered import EnterpriseSort, GapRows, GapSort, SegmentSort
from graph.errors import BadParameterError
from graph.model.vocabulary import (
    EnterpriseStatus,
    LocalStatus,
    Stage,
)

W = TypeVar("W", bound=Wanted)


class ExportWanted(GapsFilter):
    """Which rows a file is to hold, in which order: filters and orders of the list it is of."""

    sort: Annotated[
        GapSort | SegmentSort | EnterpriseSort | None,
        Field(description="排序，同所导出的列表 / the order, as of the list", examples=["blocks"]),
    ] = None
    rows: Annotated[
        GapRows | None,
        Field(
            description="缺口一行一件事，或一行一个 / gaps: a row per task, or per gap",
            examples=["gaps"],
        ),
    ] = None
    stage: Annotated[
        Stage | None,
        Field(description="环节在链中的位置 / the stage of segments", examples=["upstream"]),
    ] = None
    status: Annotated[
        LocalStatus | EnterpriseStatus | None,
        Field(
            description="环节或企业的状态 / the status of segments or enterprises",
            examples=["made"],
        ),
    ] = None
    q: NameLike = None

    def of(self, model: type[W]) -> W:
        """What is asked of one list; raise `BadParameterError` for a word of another list."""
        told = {name: each for name, each in self if each is not None}
        asked = {name: told[name] for name in model.model_fields if name in told}
        try:
            return model.model_validate(asked)
        except ValidationError as error:
            first = error.errors()[0]
            name, allowed = str(first["loc"][0]), str(first.get("ctx", {}).get("expected", ""))
            raise BadParameterError(
                parameter=name, value=asked[name], allowed=allowed.replace("'", "")
            ) from error


OF_GAPS = tuple(GapsWanted.model_fields)
