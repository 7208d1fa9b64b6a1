"""What can be asked of a file: the filters of every list, of which each file takes its own."""

from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from api.wanted import ChainName, GapsWanted, NameLike, NameText, Wanted
from graph.answers.enterprises import EnterpriseSort
from graph.answers.gaps import GapSort
from graph.answers.segments import SegmentSort
from graph.answers.shapes import GapRows
from graph.errors import BadParameterError
from graph.model.gap_kinds import GapKind
from graph.model.vocabulary import (
    EnterpriseStatus,
    GapOrigin,
    LocalStatus,
    NeedCode,
    Stage,
    Standing,
)

W = TypeVar("W", bound=Wanted)


class ExportWanted(Wanted):
    """Which rows a file is to hold, in which order: filters and orders of the list it is of."""

    chain: ChainName = None
    kind: Annotated[
        GapKind | None, Field(description="缺口的类别 / the kind of gaps", examples=["missing"])
    ] = None
    origin: Annotated[
        GapOrigin | None, Field(description="缺口的来源 / the origin of gaps", examples=["both"])
    ] = None
    standing: Annotated[
        Standing | None,
        Field(description="缺口的确认状态 / the standing of gaps", examples=["confirmed"]),
    ] = None
    product: Annotated[
        NameText | None,
        Field(
            description="只列此产品上游缺的 / what is missing upstream of it", examples=["自行车"]
        ),
    ] = None
    sort: Annotated[
        GapSort | SegmentSort | EnterpriseSort | None,
        Field(description="排序，同所导出的列表 / the order, as of the list", examples=["blocks"]),
    ] = None
    need: Annotated[
        NeedCode | None, Field(description="缺口的需要 / the need of gaps", examples=["production"])
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
