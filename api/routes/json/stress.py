"""What if enterprises stop or land, and where it hurts."""

from fastapi import APIRouter
from starlette.responses import Response

from api import queries
from api.http.dependencies import Ask, TermsAsked
from api.routes import PREFIX
from api.wanted_stress import WhatIfWanted
from graph.answers.shapes.what_if import WhatIfBody

router = APIRouter(prefix=PREFIX, tags=["stress"])


@router.post("/what-if", response_model=WhatIfBody)
def suppose(ask: Ask, terms: TermsAsked, wanted: WhatIfWanted) -> Response:
    """假设推演：关停、落地以后逐轮的影响。What if enterprises stop or land; writes nothing."""
    return ask.answer(lambda: queries.what_if(ask.question(terms), wanted))
