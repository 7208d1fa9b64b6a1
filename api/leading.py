"""Leads as routes, pages, commands and files ask for them: on this day, by the office's clocks."""

from datetime import UTC, date, datetime
from functools import partial

from api.queries import Question
from api.recognising import elsewhere_of
from api.wanted_leads import LeadsWanted
from graph import answers
from graph.analysis.leads import LeadClock
from graph.answers.shapes.leads import GapLeadsBody, LeadBody, LeadsBody
from graph.answers.workspace import WHOLE
from graph.edits.judging import terms_of


def this_day() -> date:
    """The day on which something is asked, where the server stands."""
    return datetime.now(UTC).astimezone().date()


def clock_of(asked: Question) -> LeadClock:
    """The clock of today, with the days that the office set."""
    return LeadClock(this_day(), asked.stage_days)


def all_leads(asked: Question, wanted: LeadsWanted, part: slice = WHOLE) -> LeadsBody:
    """Every lead wanted, or a `part` of them."""
    return answers.leads(
        asked.ws,
        clock_of(asked),
        asked.lang,
        stage=wanted.stage,
        owner=wanted.owner,
        chain=asked.id(wanted.chain, "chain"),
        overdue=wanted.overdue,
        part=part,
    )


def leads(asked: Question, wanted: LeadsWanted) -> LeadsBody:
    """One page of the leads wanted."""
    listed = partial(all_leads, asked, wanted)
    return asked.page_of(listed, "leads", wanted, this_day().isoformat())


def lead(asked: Question, lead_id: str) -> LeadBody:
    """One lead."""
    return answers.lead(asked.ws, lead_id, clock_of(asked), asked.lang)


def gap_leads(asked: Question, gap_id: str) -> GapLeadsBody:
    """The leads of one gap, with what is offered for a new one."""
    terms = terms_of(gap_id, asked.terms)
    found = elsewhere_of(asked.ws.facts) if asked.editor else {}
    return answers.gap_leads(asked.ws, gap_id, terms, clock_of(asked), asked.lang, elsewhere=found)
