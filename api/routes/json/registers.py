"""Registers: what they declare and show; for editors their enterprises, and reviews of them."""

from typing import Annotated

from fastapi import Path, Query
from pydantic import Field
from starlette.responses import Response

from api.auth.callers import Editor
from api.editing import EDIT_PROBLEMS, EditAnswer, EditAsk
from api.first_week import first_week_of
from api.http.dependencies import Ask, PageAsked
from api.http.paging import paged
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted import ListedFirmsWanted
from graph.answers.registers import listed_firms, registers_body
from graph.answers.shapes.first_week import FirstWeekBody
from graph.answers.shapes.registers import ListedFirmsBody, RegistersBody
from graph.edits import reviewing
from graph.edits.reviewing import ReviewsInput

router = reading_router(prefix=PREFIX, tags=["registers"])
FirmsAsked = Annotated[ListedFirmsWanted, Query()]
RegisterId = Annotated[
    str,
    Path(max_length=250, description="名录的编号 / id of a register", examples=["register.census"]),
]
WithdrawalReason = Annotated[
    str, Query(min_length=1, max_length=2000, description="为何 / why", examples=["名录有误"])
]
FirmNames = Annotated[
    list[Annotated[str, Field(min_length=1, max_length=200)]],
    Query(
        alias="firm",
        min_length=1,
        max_length=100,
        description="企业的编号或名称，可多个 / ids or names",
        examples=[["flywheel"]],
    ),
]


@router.get("/registers", response_model=RegistersBody)
def list_registers(ask: Ask) -> Response:
    """名录：日期、覆盖范围、疑点、由此得出的“名录未见”数。Registers, and what they show."""
    return ask.reply(lambda: registers_body(ask.ws, ask.lang))


@router.get("/registers/firms", response_model=ListedFirmsBody)
def list_firms(ask: Ask, who: Editor, page: PageAsked, wanted: FirmsAsked) -> Response:  # noqa: ARG001 - a gate
    """名录中的企业，待核对的在前；须有编辑者令牌。Enterprises of the registers; for editors."""
    return ask.reply(
        lambda: paged(listed_firms(ask.ws, wanted.state), page, "listed_firms", wanted)
    )


@router.get("/first-week", response_model=FirstWeekBody)
def show_first_week(ask: Ask) -> Response:
    """首周：名录、问题，每一步使未知和缺口变了多少。The first week: what each step did."""
    return ask.reply(lambda: first_week_of(ask.ws, ask.lang))


@router.post("/reviews", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def review(edit: EditAsk, said: ReviewsInput) -> Response:
    """逐企核对：这些企业只生产已确认的。Each of them makes only what is confirmed here."""
    return edit.make(reviewing.reviewed(edit.asked.ws, said, edit.author))


@router.delete("/reviews", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def take_reviews_back(edit: EditAsk, firms: FirmNames) -> Response:
    """撤回这些企业的核对。Take the reviews of enterprises back."""
    return edit.make(reviewing.unreviewed(edit.asked.ws, firms))


@router.delete("/registers/{id}", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def withdraw_register(
    edit: EditAsk,
    id: RegisterId,  # noqa: A002
    reason: WithdrawalReason = "撤回名录",
) -> Response:
    """撤回一份名录，由它得出的结论随之消失。Take a register back; its conclusions go with it."""
    return edit.make(reviewing.register_withdrawn(edit.asked.ws, id, reason))
