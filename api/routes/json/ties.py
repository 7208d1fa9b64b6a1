"""What ties chains and segments to one another, and which facts would settle most gaps."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import queries
from api.http.dependencies import LONGEST, Ask, Name, PageAsked, TermsAsked
from api.queries import Level
from api.routes import PREFIX
from graph.answers.shapes import (
    ClosureBody,
    DependenceBody,
    PathBody,
    SynergiesBody,
    SynergyBody,
    VerifyBody,
)
from graph.answers.shapes.closure import Direction

router = APIRouter(prefix=PREFIX, tags=["ties"])
From = Annotated[str, Query(alias="from", min_length=1, max_length=LONGEST)]


@router.get("/synergies", response_model=SynergiesBody)
def list_synergies(
    ask: Ask, terms: TermsAsked, level: Level = "chain", chain: Name | None = None
) -> Response:
    """协同矩阵：两两之间各类联系的数目。How many ties each pair of chains has."""
    return ask.reply(lambda: queries.synergies(ask.question(terms), level, chain))


@router.get("/synergies/{a}/{b}", response_model=SynergyBody)
def show_synergy(ask: Ask, terms: TermsAsked, a: str, b: str, level: Level = "chain") -> Response:
    """两条产业链之间的每一处联系及依据。What ties two chains, list by list."""
    return ask.reply(lambda: queries.synergy(ask.question(terms), (a, b), level))


@router.get("/path", response_model=PathBody)
def list_paths(ask: Ask, terms: TermsAsked, source: From, to: Name) -> Response:
    """最短供应路径。The shortest supply paths from one segment to another."""
    return ask.reply(lambda: queries.path(ask.question(terms), source, to))


@router.get("/closure", response_model=ClosureBody)
def list_closure(  # noqa: PLR0913, PLR0917 - the fields of the question
    ask: Ask,
    terms: TermsAsked,
    page: PageAsked,
    segment: Name,
    direction: Direction = "up",
    depth: Annotated[int | None, Query(ge=1, le=99)] = None,
) -> Response:
    """一个环节的全部上游或下游，带级数。Everything upstream or downstream of a segment."""
    return ask.reply(lambda: queries.closure(ask.question(terms, page), segment, direction, depth))


@router.get("/dependence", response_model=DependenceBody)
def list_dependence(
    ask: Ask, terms: TermsAsked, page: PageAsked, chain: Name | None = None
) -> Response:
    """依存与风险：唯一企业、集中度、下游波及。Single makers, concentration, downstream reach."""
    return ask.reply(lambda: queries.dependence(ask.question(terms, page), chain))


@router.get("/verify", response_model=VerifyBody)
def list_questions(ask: Ask, terms: TermsAsked, page: PageAsked) -> Response:
    """核实清单：核实哪些事实最能定论。The facts that would settle most gaps."""
    return ask.reply(lambda: queries.verify(ask.question(terms, page)))
