"""What ties chains and segments to one another, and which facts would settle most gaps."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from api import queries
from api.http.dependencies import LONGEST, Ask, Name, PageAsked, TermsAsked
from api.queries import Level
from api.routes import PREFIX
from graph.answers.shapes import (
    DependenceBody,
    PathBody,
    SynergiesBody,
    SynergyBody,
    VerifyBody,
    VerifyByFirmBody,
)

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


@router.get("/dependence", response_model=DependenceBody)
def list_dependence(
    ask: Ask, terms: TermsAsked, page: PageAsked, chain: Name | None = None
) -> Response:
    """依存与风险：唯一企业、集中度、下游波及。Single makers, concentration, downstream reach."""
    return ask.reply(lambda: queries.dependence(ask.question(terms, page), chain))


By = Annotated[Literal["gap", "firm"], Query(description="一问一行，或一企一单")]


@router.get("/verify", response_model=VerifyBody | VerifyByFirmBody)
def list_questions(ask: Ask, terms: TermsAsked, page: PageAsked, by: By = "gap") -> Response:
    """核实清单：一件事一个问题，或一家企业一张单。A question per row, or a sheet per firm."""
    made = queries.verify_by_firm if by == "firm" else queries.verify
    return ask.reply(lambda: made(ask.question(terms, page)))
