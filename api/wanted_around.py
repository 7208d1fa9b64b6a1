"""What is asked of the plan audit and of neighbours; likewise one model per question."""

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
