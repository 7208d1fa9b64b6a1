"""What is asked of the plan audit, of neighbours and of versions; one model per question."""

from typing import Annotated

from pydantic import Field

from api.wanted import ChainName, NameText, Wanted
from graph.model.vocabulary import FindingKind, NeighbourRole, Severity


class AuditFilter(Wanted):
    """Which findings of the plan audit to list."""

    severity: Annotated[
        Severity | None,
        Field(description="确定的或存疑的 / certain or doubtful ones", examples=["certain"]),
    ] = None
    kind: Annotated[
        FindingKind | None, Field(description="哪一类 / of which kind", examples=["growth"])
    ] = None


class NeighboursWanted(Wanted):
    """Beside which rows of the gap list, and as what."""

    chain: ChainName = None
    neighbour: Annotated[
        NameText | None,
        Field(description="只列这一个周边地区 / only this neighbour", examples=["邻县"]),
    ] = None
    role: Annotated[
        NeighbourRole | None,
        Field(description="互补、竞争或兼有 / complement, rival or both", examples=["rival"]),
    ] = None


class DiffWanted(Wanted):
    """Which two versions to compare."""

    source: Annotated[
        int | None,
        Field(
            alias="from",
            ge=1,
            description="从哪一版，默认前一版 / from which version; default: the one before",
            examples=[1],
        ),
    ] = None
    to: Annotated[
        int | None,
        Field(
            ge=1,
            description="到哪一版，默认现行版 / to which; default: current",
            examples=[2],
        ),
    ] = None
