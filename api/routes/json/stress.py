"""What if enterprises stop or land, and where it hurts."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import queries
from api.editing import EDIT_PROBLEMS
from api.http.dependencies import Ask, PageAsked, TermsAsked
from api.http.routers import reading_router
from api.http.turns import InTurn
from api.routes import PREFIX
from api.wanted_stress import RiskWanted, WhatIfWanted
from graph.answers.shapes.risk import RiskBody
from graph.answers.shapes.what_if import WhatIfBody

router = reading_router(prefix=PREFIX, tags=["stress"])


RiskAsked = Annotated[RiskWanted, Query()]


@router.get("/risk", response_model=RiskBody)
def show_risk(ask: Ask, terms: TermsAsked, page: PageAsked, wanted: RiskAsked) -> Response:
    """风险：终端产品离不开什么、只点名一家的环节、各企业停产的影响。Where it hurts, in a chain."""
    return ask.reply(lambda: queries.risk(ask.question(terms, page), wanted.chain))


@router.post("/what-if", response_model=WhatIfBody, responses={400: EDIT_PROBLEMS[400]})
def suppose(
    ask: Ask,
    turn: InTurn,  # noqa: ARG001 - a gate
    terms: TermsAsked,
    wanted: WhatIfWanted,
) -> Response:
    """假设推演：关停、落地以后逐轮的影响。What if enterprises stop or land; writes nothing."""
    return ask.answer(lambda: queries.what_if(ask.question(terms), wanted))
