"""What ties chains and segments to one another, and which facts would settle most gaps."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import queries
from api.http.dependencies import Ask, PageAsked, TermsAsked
from api.http.paths import PartyName
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted import (
    ClosureWanted,
    DependenceWanted,
    PathWanted,
    SynergiesWanted,
    SynergyWanted,
    VerifyWanted,
)
from api.wanted_around import NeighboursWanted
from graph.answers.shapes import (
    ClosureBody,
    DependenceBody,
    NeighboursBody,
    PathBody,
    SynergiesBody,
    SynergyBody,
    VerifyBody,
    VerifyByEnterpriseBody,
)

router = reading_router(prefix=PREFIX, tags=["ties"])
SynergiesAsked = Annotated[SynergiesWanted, Query()]
SynergyAsked = Annotated[SynergyWanted, Query()]
PathAsked = Annotated[PathWanted, Query()]
ClosureAsked = Annotated[ClosureWanted, Query()]
DependenceAsked = Annotated[DependenceWanted, Query()]
NeighboursAsked = Annotated[NeighboursWanted, Query()]


@router.get("/synergies", response_model=SynergiesBody)
def list_synergies(ask: Ask, terms: TermsAsked, wanted: SynergiesAsked) -> Response:
    """协同矩阵：两两之间各类联系的数目。How many ties each pair of chains has."""
    return ask.reply(lambda: queries.synergies(ask.question(terms), wanted.level, wanted.chain))


@router.get("/synergies/{a}/{b}", response_model=SynergyBody)
def show_synergy(
    ask: Ask, terms: TermsAsked, a: PartyName, b: PartyName, wanted: SynergyAsked
) -> Response:
    """两条产业链之间的每一处联系及依据。What ties two chains, list by list."""
    return ask.reply(lambda: queries.synergy(ask.question(terms), (a, b), wanted.level))


@router.get("/path", response_model=PathBody)
def list_paths(ask: Ask, terms: TermsAsked, wanted: PathAsked) -> Response:
    """最短供应路径。The shortest supply paths from one segment to another."""
    return ask.reply(lambda: queries.path(ask.question(terms), wanted.source, wanted.to))


@router.get("/closure", response_model=ClosureBody)
def list_closure(ask: Ask, terms: TermsAsked, page: PageAsked, wanted: ClosureAsked) -> Response:
    """一个环节的全部上游或下游，带级数。Everything upstream or downstream of a segment."""
    return ask.reply(lambda: queries.closure(ask.question(terms, page), wanted))


@router.get("/dependence", response_model=DependenceBody)
def list_dependence(
    ask: Ask, terms: TermsAsked, page: PageAsked, wanted: DependenceAsked
) -> Response:
    """依存与风险：唯一企业、集中度、下游波及。Single makers, concentration, downstream reach."""
    return ask.reply(lambda: queries.dependence(ask.question(terms, page), wanted.chain))


@router.get("/neighbours", response_model=NeighboursBody)
def list_neighbours(
    ask: Ask, terms: TermsAsked, page: PageAsked, wanted: NeighboursAsked
) -> Response:
    """周边：哪里也提到这些缺口，是互补还是竞争。Who nearby is complement or rival on a gap."""
    return ask.reply(lambda: queries.neighbours(ask.question(terms, page), wanted))


VerifyAsked = Annotated[VerifyWanted, Query()]


@router.get("/verify", response_model=VerifyBody | VerifyByEnterpriseBody)
def list_questions(ask: Ask, terms: TermsAsked, page: PageAsked, wanted: VerifyAsked) -> Response:
    """核实清单：一件事一个问题，或一家企业一张单。A question per row, or a sheet per firm."""
    made = queries.verify_by_enterprise if wanted.by == "firm" else queries.verify
    return ask.reply(lambda: made(ask.question(terms, page)))
