"""Beginning a lead on a gap, and moving it on; it stands beside what is computed."""

from graph.analysis.gaps import GapRow
from graph.analysis.land import PLACES
from graph.answers import Workspace, resolve
from graph.answers.called import RefName
from graph.answers.gaps import gap_row
from graph.answers.leads import held_lead
from graph.answers.workspace import ref_to
from graph.edits.changes import Author, Change
from graph.edits.inputs import evidence_of
from graph.edits.judging import terms_of
from graph.edits.lead_inputs import LeadChangeInput, LeadInput
from graph.errors import (
    BadParameterError,
    GapClosedError,
    LeadReasonError,
    UnknownNameError,
    UnknownVersionError,
)
from graph.message import _
from graph.model import Lead
from graph.model.looks import LOCAL_STATUS
from graph.model.plain_looks import LEAD_STAGE
from graph.model.references import DERIVED, derived_ends
from graph.model.vocabulary import AVAILABLE, LEAD_STAGES, LeadStage
from graph.network.terms import Terms
from graph.store.contract import GraphStore


def begun(ws: Workspace, gap_id: str, said: LeadInput, author: Author, terms: Terms) -> Change:
    """Begin a lead on a gap of the list; a derived id that met a stated gap leads there.

    Its number is that of the version it makes, so that none is ever given twice. Raise
    `UnknownNameError` for what is no gap, `GapClosedError` for what is none any more,
    `BadParameterError` for a day that is past.
    """
    row = _open_row(ws, gap_id, terms_of(gap_id, terms))
    _refuse_the_past(said.due, author)
    values = said.model_dump(exclude={"evidence", "park"})
    lead = Lead(
        id=f"lead.{row.id}.{ws.facts.version + 1}",
        gap=row.id,
        park=_park(ws, said.park),
        since=author.today,
        evidence=evidence_of(said.evidence, author.name, author.today),
        **values,
    )
    return Change(said.note or said.evidence[0].note, (lead,))


def _open_row(ws: Workspace, gap_id: str, terms: Terms) -> GapRow:
    try:
        return gap_row(ws, gap_id, terms)
    except UnknownNameError:
        segment = derived_ends(gap_id)[1][1] if gap_id.startswith(DERIVED) else None
        known = ws.facts.segments.get(segment or "")
        status = ws.local_status(terms, known.id) if known else None
        if known is None or status not in AVAILABLE:
            raise
        now = LOCAL_STATUS[status].words
        raise GapClosedError(name=RefName(ref_to(known)), status=now) from None


def seen_lead(store: GraphStore, ws: Workspace, lead_id: str, seen: int) -> Lead:
    """Find a lead as whoever changes it saw it; raise `UnknownNameError`.

    So one who comes too late is told of the other's change, not that their own leads back.
    """
    now = held_lead(ws, lead_id)
    if seen == ws.facts.version:
        return now
    try:
        return store.read(ws.facts.dataset.id, seen).leads.get(now.id, now)
    except UnknownVersionError:
        return now


def moved(ws: Workspace, lead: Lead, said: LeadChangeInput, author: Author) -> Change:
    """Change a lead: what is said holds from now on, what was done is added to what was before.

    Raise `UnknownNameError`, `BadParameterError` for a day that is past, `LeadReasonError`.
    """
    stage = said.stage or lead.stage
    if stage != lead.stage:
        _refuse_without_reason(lead.stage, stage, said.reason)
    if said.due != lead.due:
        _refuse_the_past(said.due, author)
    update = _said(ws, said)
    if stage != lead.stage:
        # A day that the last stage was due by says nothing of this one, once it is past.
        over = said.due == lead.due and (said.due or "") < author.today
        update |= {"stage": stage, "since": author.today, "due": None if over else said.due}
    why = said.reason or said.evidence[0].note
    told = {each.note for each in lead.evidence}
    news = [each for each in said.evidence if each.note not in told]
    if not news and all(getattr(lead, name) == value for name, value in update.items()):
        return Change(why, (lead,))
    done = evidence_of(said.evidence, author.name, author.today)
    return Change(why, (lead.model_copy(update=update | {"evidence": (*lead.evidence, *done)}),))


def _said(ws: Workspace, said: LeadChangeInput) -> dict[str, object]:
    """The fields that are named, with what they hold from now on."""
    named = ("owner", "targets", "documents", "note", "due")
    found: dict[str, object] = {
        name: getattr(said, name)
        for name in named
        if name in said.model_fields_set and _may_be(name, getattr(said, name))
    }
    return found | ({"park": _park(ws, said.park)} if "park" in said.model_fields_set else {})


def _may_be(name: str, value: object) -> bool:
    return value is not None or name in {"note", "due"}


def _park(ws: Workspace, name: str | None) -> str | None:
    """Return the park of a name; raise `BadParameterError` for a region that takes no firms in."""
    if name is None:
        return None
    found = ws.facts.regions[resolve(ws, name, "region")]
    if found.sort not in PLACES and found.id != ws.facts.dataset.region:
        parks = [each.name for each in ws.facts.regions.values() if each.sort in PLACES]
        raise BadParameterError(parameter="park", value=name, allowed="、".join(parks))
    return found.id


def _refuse_the_past(due: str | None, author: Author) -> None:
    if due is not None and due < author.today:
        allowed = _("{today} 及以后的日期", today=author.today)
        raise BadParameterError(parameter="due", value=due, allowed=allowed)


def _refuse_without_reason(before: LeadStage, after: LeadStage, reason: str | None) -> None:
    back = LEAD_STAGES.index(after) < LEAD_STAGES.index(before)
    if (back or after == "ended") and reason is None:
        raise LeadReasonError(before=LEAD_STAGE[before].words, after=LEAD_STAGE[after].words)
