"""Leads: who works on which gap, and how far they are."""

from dataclasses import replace
from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import leading
from api.auth.callers import Reader
from api.editing import EDIT_PROBLEMS, EditAnswer, EditAsk, Editing
from api.http.answering import Conditions
from api.http.dependencies import Ask, PageAsked, TermsAsked
from api.http.paths import GapId, LeadId
from api.http.routers import reading_router
from api.routes import PREFIX
from api.wanted_leads import LeadsWanted
from graph.answers import Workspace
from graph.answers.leads import held_lead
from graph.answers.shapes.edits import EditBody
from graph.answers.shapes.leads import GapLeadsBody, LeadBody, LeadRemarkItem, LeadsBody
from graph.edits import leading as edits
from graph.edits.changes import Change
from graph.edits.landing import LandingInput, landed
from graph.edits.lead_inputs import LeadChangeInput, LeadInput

router = reading_router(prefix=PREFIX, tags=["leads"])
LeadsAsked = Annotated[LeadsWanted, Query()]


class LeadEditAnswer(EditAnswer):
    """What an edit of a lead changed, and what is to be looked at in the lead now."""

    remarks: tuple[LeadRemarkItem, ...]


def _today(ask: Ask) -> Conditions:
    """What is late is so today: tomorrow it is another answer."""
    return ask.conditions.on(leading.this_day())


@router.get("/leads", response_model=LeadsBody)
def list_leads(ask: Ask, page: PageAsked, wanted: LeadsAsked) -> Response:
    """招商线索：按阶段、责任单位、产业链，逾期的在前。Leads, those that are late first."""
    return _today(ask).reply(lambda: leading.leads(ask.question(page=page), wanted))


@router.get("/leads/{id}", response_model=LeadBody)
def show_lead(ask: Ask, id: LeadId) -> Response:  # noqa: A002
    """一条招商线索：做了什么、由谁、期限、要留意之处。One lead, and what is to be looked at."""
    return _today(ask).reply(lambda: leading.lead(ask.question(), id))


@router.get("/gaps/{id}/leads", response_model=GapLeadsBody)
def list_leads_of_a_gap(
    ask: Ask,
    who: Reader,
    terms: TermsAsked,
    id: GapId,  # noqa: A002
) -> Response:
    """一个缺口的线索，与可用的目标企业、引荐路径、园区。The leads of a gap, and what is offered."""
    asked = replace(ask.question(terms), editor=who.may("editor"))
    return _today(ask).seen_by(who).reply(lambda: leading.gap_leads(asked, id))


@router.post("/gaps/{id}/leads", response_model=LeadEditAnswer, responses={**EDIT_PROBLEMS})
def begin_lead(
    edit: EditAsk,
    terms: TermsAsked,
    id: GapId,  # noqa: A002
    said: LeadInput,
) -> Response:
    """新建招商线索：目标企业、承载地、责任单位、期限。Begin a lead on a gap; no status changes."""
    wanted = edit.asked.question(terms).terms
    return _made(edit, edits.begun(edit.asked.ws, id, said, edit.author, wanted))


@router.post("/leads/{id}", response_model=LeadEditAnswer, responses={**EDIT_PROBLEMS})
def move_lead(edit: EditAsk, id: LeadId, said: LeadChangeInput) -> Response:  # noqa: A002
    """推进或修改线索；退回或终止须写明理由。Move a lead on; going back needs a reason."""
    lead = edits.seen_lead(edit.store, edit.asked.ws, id, edit.seen)
    return _made(edit, edits.moved(edit.asked.ws, lead, said, edit.author))


@router.post("/leads/{id}/landing", response_model=LeadEditAnswer, responses={**EDIT_PROBLEMS})
def register_landing(edit: EditAsk, id: LeadId, said: LandingInput) -> Response:  # noqa: A002
    """登记落地：签约、开工登记项目和在建企业，投产登记在产。Register what a lead has come to."""
    lead = held_lead(edit.asked.ws, id)
    return _made(edit, landed(edit.asked.ws, lead, said, edit.author), lead.id)


def _made(edit: Editing, change: Change, lead_id: str = "") -> Response:
    """Make an edit of one lead, and tell what is remarked of it afterwards."""
    lead_id = lead_id or change.records[0].id

    def told(ws: Workspace, body: EditBody) -> EditBody:
        asked = replace(edit.asked.question(), ws=ws)
        return LeadEditAnswer(**dict(body), remarks=leading.lead(asked, lead_id).remarks)

    return edit.make(change, told)
