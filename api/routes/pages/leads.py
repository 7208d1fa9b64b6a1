"""Pages of leads: the board, one lead, the leads of a gap; forms that work without scripts."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api import leading
from api.auth.callers import Editor
from api.http.routers import reading_router
from api.queries import Question
from api.routes.pages.asking import Cursor, PageAsk, PageForm, PageRequest
from api.routes.pages.edit_forms import Submitted, Typed, submitted
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted import PageWanted
from api.wanted_leads import LeadsWanted
from graph.analysis.land import PLACES
from graph.answers.leads import held_lead
from graph.answers.shapes import Ref
from graph.answers.shapes.leads import GapLeadsBody
from graph.edits import leading as edits
from graph.edits.changes import Change
from graph.edits.landing import (
    STATES,
    LandingInput,
    is_registered,
    landed,
    proposed,
    segments_of,
)
from graph.edits.lead_inputs import LeadChangeInput, LeadInput
from viz import leads as pages
from viz.editing import EditProblem
from viz.leads import LeadsQuery, LeadTyped

router = reading_router(include_in_schema=False)
PER_PAGE = 200
NAMED = ("owner", "stage", "park", "due", "note")
LISTED = ("targets", "documents")
_APART = re.compile(r"[\n；;]")


class LeadsForm(PageForm, LeadsWanted):
    """The filters of the form, and how the leads are laid out."""

    view: Annotated[str, Query(max_length=10)] = ""


@router.get("/leads")
def show_leads(
    page: PageAsk, wanted: Annotated[LeadsForm, Query()], cursor: Cursor = None
) -> Response:
    """The board of leads, or the list by owner."""

    def made() -> str:
        asked = page.asked.question(page=PageWanted(limit=PER_PAGE, cursor=cursor))
        body = leading.leads(asked, wanted)
        given = {name: str(each) for name, each in wanted if each not in {None, ""}}
        if wanted.overdue is not None:
            given["overdue"] = str(wanted.overdue).lower()
        owners = sorted({each.owner for each in page.asked.ws.facts.leads.values()})
        return pages.leads_page(page.chrome, body, LeadsQuery(**given), owners)

    return _shown(page, made)


@router.get("/leads/{id}")
def show_lead(page: PageAsk, id: str) -> Response:  # noqa: A002
    """One lead, with the form to move it on."""

    def made() -> str:
        body = leading.lead(page.asked.question(), id)
        typed = pages.typed_from(page.asked.version.number, body)
        shown = replace(typed, landing=_landing(page, id))
        return pages.lead_page(page.chrome, body, shown, _parks(page))

    return _shown(page, made)


@router.post("/leads/{id}/landing")
def register_landing(page: PageAsk, who: Editor, id: str, fields: Typed) -> Response:  # noqa: A002
    """Register what a lead has come to, and show the lead."""
    form = submitted(page, who, fields)
    texts = form.texts("firm", "segment", "project")

    def change() -> Change:
        said = {name: text or None for name, text in texts.items()}
        landing = LandingInput.model_validate({**said, "evidence": form.known})
        return landed(page.asked.ws, held_lead(page.asked.ws, id), landing, form.author)

    def drawn(problem: EditProblem, version: int) -> str:
        body = leading.lead(page.asked.question(), id)
        again = _landing(page, id, {**texts, **form.texts("known", "as_of")})
        shown = replace(pages.typed_from(version, body), landing=again)
        return pages.lead_page(page.chrome, body, shown, _parks(page), problem)

    return form.make(change, drawn, page.chrome.links.to(f"/leads/{id}"))


def _landing(
    page: PageRequest, lead_id: str, typed: dict[str, str] | None = None
) -> pages.LandingTyped | None:
    """What is proposed to be registered of a lead; nothing before it is signed, or once it is."""
    ws = page.asked.ws
    lead = held_lead(ws, lead_id)
    segments = segments_of(ws, lead)
    if lead.stage not in STATES or not (lead.targets and segments) or is_registered(ws, lead):
        return None
    found = proposed(ws, lead)
    return pages.LandingTyped(
        version=page.asked.version.number,
        found=found,
        firms=lead.targets,
        segments=tuple(ws.ref("segment", each) for each in segments),
        **{"firm": found.firm, "segment": found.segment, "project": found.project} | (typed or {}),
    )


@router.post("/leads/{id}")
def move(page: PageAsk, who: Editor, id: str, fields: Typed) -> Response:  # noqa: A002
    """Move a lead on, and show it."""
    form = submitted(page, who, fields)
    typed = _typed(form)

    def change() -> Change:
        said = LeadChangeInput.model_validate(
            {**_said(form), "reason": typed.reason or None, "evidence": form.known}
        )
        lead = edits.seen_lead(form.store, page.asked.ws, id, form.seen)
        return edits.moved(page.asked.ws, lead, said, form.author)

    def drawn(problem: EditProblem, version: int) -> str:
        body = leading.lead(page.asked.question(), id)
        again = replace(typed, version=version, landing=_landing(page, id))
        return pages.lead_page(page.chrome, body, again, _parks(page), problem)

    return form.make(change, drawn, page.chrome.links.to(f"/leads/{id}"))


@router.get("/gaps/{id}/leads")
def show_leads_of_a_gap(page: PageAsk, id: str, terms: TermsForm) -> Response:  # noqa: A002
    """The leads of a gap, what is offered, and the form for a new one."""

    def made() -> str:
        body = leading.gap_leads(_asked(page, terms), id)
        typed = LeadTyped(page.asked.version.number, terms=terms.terms())
        return pages.gap_leads_page(page.chrome, body, typed, _parks(page, body))

    return _shown(page, made)


@router.post("/gaps/{id}/leads")
def begin(
    page: PageAsk,
    who: Editor,
    id: str,  # noqa: A002
    terms: TermsForm,
    fields: Typed,
) -> Response:
    """Begin a lead on a gap, and show the leads."""
    form = submitted(page, who, fields)
    typed = replace(_typed(form), terms=terms.terms())

    def change() -> Change:
        said = LeadInput.model_validate({**_said(form), "evidence": form.known})
        wanted = page.asked.question(terms_wanted(terms)).terms
        return edits.begun(page.asked.ws, id, said, form.author, wanted)

    def drawn(problem: EditProblem, version: int) -> str:
        body = leading.gap_leads(_asked(page, terms), id)
        again = replace(typed, version=version)
        return pages.gap_leads_page(page.chrome, body, again, _parks(page, body), problem)

    return form.make(change, drawn, page.chrome.links.to("/leads"))


def _asked(page: PageRequest, terms: TermsForm) -> Question:
    """The question of whoever looks at the page."""
    asked = page.asked.question(terms_wanted(terms))
    return replace(asked, editor=page.caller.may("editor"))


def _shown(page: PageRequest, made: Callable[[], str]) -> Response:
    """Answer with a page that holds for one day."""
    asked = replace(page.asked, conditions=page.asked.conditions.on(leading.this_day()))
    return replace(page, asked=asked).show(made)


def _parks(page: PageRequest, offered: GapLeadsBody | None = None) -> tuple[Ref, ...]:
    """Where a lead can land: the parks that fit the gap first, then all others."""
    ws = page.asked.ws
    fitting = [each.region.id for each in offered.parks] if offered else []
    others = [each.id for each in ws.facts.regions.values() if each.sort in PLACES]
    return tuple(ws.ref("region", each) for each in dict.fromkeys((*fitting, *others)))


def _typed(form: Submitted) -> LeadTyped:
    texts = form.texts(*NAMED, *LISTED, "reason", "known", "as_of")
    return replace(LeadTyped(form.seen), **texts)  # type: ignore[arg-type] # each a text


def _said(form: Submitted) -> dict[str, object]:
    """What was typed, as an edit takes it: a field that was left empty holds nothing."""
    texts: dict[str, object] = {name: text or None for name, text in form.texts(*NAMED).items()}
    lists = {
        name: [line.strip() for line in _APART.split(text) if line.strip()]
        for name, text in form.texts(*LISTED).items()
    }
    return {**texts, "owner": form.texts("owner")["owner"], **lists}
