"""Gaps, what is missing upstream, and why something is no gap."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import queries
from api.http.dependencies import Ask, GapsAsked, PageAsked, TermsAsked
from api.http.paths import GapId
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted import MissingWanted, SegmentWanted
from api.wanted_priority import PriorityWanted
from graph import answers
from graph.answers.shapes import (
    GapBody,
    GapsBody,
    LandBody,
    MissingBody,
    PriorityBody,
    WhyNotBody,
)

router = reading_router(prefix=PREFIX, tags=["gaps"])
MissingAsked = Annotated[MissingWanted, Query()]
PriorityAsked = Annotated[PriorityWanted, Query()]
SegmentAsked = Annotated[SegmentWanted, Query()]


@router.get("/gaps", response_model=GapsBody)
def list_gaps(ask: Ask, terms: TermsAsked, page: PageAsked, wanted: GapsAsked) -> Response:
    """补链清单。The gap list."""
    return ask.reply(lambda: queries.gaps(ask.question(terms, page), wanted))


@router.get("/gaps/{id}", response_model=GapBody)
def show_gap(ask: Ask, terms: TermsAsked, id: GapId) -> Response:  # noqa: A002
    """一个缺口。One gap; a derived id that met a stated gap gives the stated one."""
    return ask.reply(lambda: answers.gap(ask.ws, id, ask.question(terms).terms, ask.lang))


@router.get("/missing", response_model=MissingBody)
def list_missing(ask: Ask, terms: TermsAsked, wanted: MissingAsked) -> Response:
    """缺什么：上游缺失环节、证明路径、解锁组合。What is missing upstream, and what unlocks it."""
    return ask.reply(lambda: queries.missing(ask.question(terms), wanted.segment, wanted.depth))


@router.get("/why-not", response_model=WhyNotBody)
def explain(ask: Ask, terms: TermsAsked, wanted: SegmentAsked) -> Response:
    """为何不是缺口。Why a segment is not a gap."""
    return ask.reply(lambda: queries.why_not(ask.question(terms), wanted.segment))


@router.get("/priority", response_model=PriorityBody)
def list_priority(ask: Ask, terms: TermsAsked, page: PageAsked, wanted: PriorityAsked) -> Response:
    """优先级：先补哪个、为什么、换权重变不变。Which gap first, and on which weights it hangs."""
    return ask.reply(lambda: queries.priority(ask.question(terms, page), wanted))


@router.get("/land", response_model=LandBody)
def show_land(ask: Ask, terms: TermsAsked) -> Response:
    """承载地：各园区与各链。Parks and chains: directions, who stands there, free land."""
    return ask.reply(lambda: answers.land(ask.ws, ask.question(terms).terms))
