"""选几项: which k of the gaps to fill; asked by POST for its limits, and nothing is written."""

from starlette.responses import Response

from api.choosing import chosen
from api.editing import EDIT_PROBLEMS
from api.http.dependencies import Ask, TermsAsked
from api.http.routers import reading_router
from api.http.turns import InTurn
from api.routes import PREFIX
from api.wanted_choice import ChooseInput
from graph.answers.shapes import ChooseBody

router = reading_router(prefix=PREFIX, tags=["choices"])


@router.post("/choose", response_model=ChooseBody, responses={400: EDIT_PROBLEMS[400]})
def choose(
    ask: Ask,
    turn: InTurn,  # noqa: ARG001 - a gate
    terms: TermsAsked,
    wanted: ChooseInput,
) -> Response:
    """选几项：在限额之内补哪几项最好，附证明。The best k of the gaps under limits, with proof."""
    body = chosen(ask.question(terms), wanted)
    headers = {"Cache-Control": "no-store"}
    return Response(body.model_dump_json(), headers=headers, media_type="application/json")
