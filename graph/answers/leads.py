"""Leads 招商线索 as answers: with names, clocks and remarks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.leads import LeadClock
from graph.answers.chains import gap_chains
from graph.answers.described import described
from graph.answers.echo import origin
from graph.answers.gap_names import gap_name
from graph.answers.gaps import gap_row
from graph.answers.shapes import Ref
from graph.answers.shapes.leads import (
    LeadBody,
    LeadItem,
    LeadRemarkItem,
    LeadsBody,
    LeadTarget,
)
from graph.answers.workspace import WHOLE, Workspace, ref_to
from graph.errors import UnknownNameError
from graph.message import _
from graph.model import Enterprise, Lead
from graph.model.firm_names import firm_core, places_of
from graph.model.looks import LOCAL_STATUS
from graph.model.names import fold, simplified
from graph.model.new_ids import new_id
from graph.model.references import DERIVED, derived_ends
from graph.model.vocabulary import AVAILABLE, LEAD_STAGES, Lang, LeadStage
from graph.network.terms import Terms

_CLOSED_BY_A_MAKER = frozenset({"missing", "introduce"})
"""Kinds of gaps that somebody who makes the segment here fills."""


def leads(  # noqa: PLR0913 - the filters of a list
    ws: Workspace,
    clock: LeadClock,
    lang: Lang,
    *,
    stage: LeadStage | None = None,
    owner: str | None = None,
    chain: str | None = None,
    overdue: bool | None = None,
    part: slice = WHOLE,
) -> LeadsBody:
    """List leads, filtered: the latest first, then by deadline; those without one come last."""
    found = [
        each
        for each in ws.facts.leads.values()
        if stage in {None, each.stage}
        and owner in {None, each.owner}
        and overdue in {None, clock.days_late(each) > 0}
        and (chain is None or chain in lead_chains(ws, each))
    ]
    found.sort(key=lambda each: (-clock.days_late(each), str(clock.deadline(each) or "9"), each.id))
    stages = Counter(each.stage for each in found)
    owners = Counter(each.owner for each in found)
    return LeadsBody(
        **origin(ws),
        today=clock.today.isoformat(),
        stage_days=dict(clock.days),
        stages={each: stages[each] for each in LEAD_STAGES},
        owners=dict(sorted(owners.items(), key=lambda each: (-each[1], each[0]))),
        late=sum(clock.days_late(each) > 0 for each in found),
        items=lead_items(ws, found[part], clock, lang),
        total=len(found),
    )


def lead(ws: Workspace, lead_id: str, clock: LeadClock, lang: Lang) -> LeadBody:
    """Give one lead; raise `UnknownNameError`."""
    (item,) = lead_items(ws, [held_lead(ws, lead_id)], clock, lang)
    return LeadBody(**origin(ws), **dict(item))


def held_lead(ws: Workspace, lead_id: str) -> Lead:
    """Find one lead by its id; raise `UnknownNameError`."""
    found = ws.facts.leads.get(lead_id)
    if found is None:
        near = tuple(each for each in ws.facts.leads if lead_id in each)[:6]
        raise UnknownNameError(name=lead_id, what="lead", suggestions=near)
    return found


def lead_items(
    ws: Workspace, found: Iterable[Lead], clock: LeadClock, lang: Lang
) -> tuple[LeadItem, ...]:
    """Attach names, clocks and remarks to leads."""
    every = list(found)
    firms = firms_called(ws, {name for each in every for name in each.targets})
    return tuple(_item(ws, each, clock, lang, firms) for each in every)


def firms_called(ws: Workspace, names: Iterable[str]) -> Mapping[str, Enterprise]:
    """Find the enterprises that are called so, by name: as written, or but for form and place."""
    places = places_of(ws.facts)
    wanted: dict[str, set[str]] = {}
    for name in names:
        for way in (fold(simplified(name)), firm_core(name, places)):
            wanted.setdefault(way, set()).add(name)
    found: dict[str, Enterprise] = {}
    for id_, called in ws.folded_firms.items() if wanted else ():
        for name in (each for way in called for each in wanted.get(way, ())):
            found.setdefault(name, ws.facts.enterprises[id_])
    return found


def _item(
    ws: Workspace, held: Lead, clock: LeadClock, lang: Lang, firms: Mapping[str, Enterprise]
) -> LeadItem:
    due, late = clock.deadline(held), clock.days_late(held)
    return described(
        ws,
        LeadItem,
        held,
        gap=lead_gap(ws, held, lang),
        chains=tuple(ws.ref("chain", each) for each in lead_chains(ws, held)),
        firms=tuple(_target(each, firms.get(each)) for each in held.targets),
        deadline=due.isoformat() if due else None,
        overdue=late > 0,
        days_late=late,
        remarks=tuple(_remarks(ws, held, lang, firms)),
        project=_project(ws, held),
    )


def project_of(held: Lead) -> str:
    """The id of the project that a lead comes to: always the same one."""
    return new_id(held.id, "project")


def _project(ws: Workspace, held: Lead) -> Ref | None:
    id_ = project_of(held)
    return ws.ref("project", id_) if id_ in ws.facts.projects else None


def _target(name: str, firm: Enterprise | None) -> LeadTarget:
    if firm is None:
        return LeadTarget(name=name)
    return LeadTarget(name=name, enterprise=ref_to(firm), status=firm.status)


def row_of(ws: Workspace, gap: str) -> GapRow | None:
    """Find the row of a gap that a lead is about, none where it is no gap any more."""
    try:
        return gap_row(ws, gap, lead_terms(gap))
    except UnknownNameError:
        return None


def lead_gap(ws: Workspace, held: Lead, lang: Lang) -> Ref:
    """Point to the gap of a lead; one that is no gap any more goes by its segment."""
    row = row_of(ws, held.gap)
    if row is not None:
        return Ref(type="gap", id=row.id, name=gap_name(ws, row, lang))
    if not held.gap.startswith(DERIVED):
        return ws.ref("gap", held.gap)
    segment = ws.ref(*derived_ends(held.gap)[1])
    return Ref(type="gap", id=held.gap, name=segment.name, name_en=segment.name_en)


def _segment(ws: Workspace, held: Lead) -> str | None:
    if held.gap.startswith(DERIVED):
        return derived_ends(held.gap)[1][1]
    return ws.facts.gaps[held.gap].segment


def lead_chains(ws: Workspace, held: Lead) -> tuple[str, ...]:
    """Return the chains of the gap; of one that is closed, those where its segment stands."""
    row = row_of(ws, held.gap)
    if row is not None:
        return gap_chains(ws, lead_terms(held.gap))[row.id]
    segment = _segment(ws, held)
    return tuple(sorted({each.chain for each in ws.places.get(segment or "", ())}))


def lead_terms(gap: str) -> Terms:
    """The usual terms, in the region that the id of a derived gap names."""
    return Terms(region=derived_ends(gap)[0][1] if gap.startswith(DERIVED) else None)


def _remarks(
    ws: Workspace, held: Lead, lang: Lang, firms: Mapping[str, Enterprise]
) -> Iterator[LeadRemarkItem]:
    segment = _segment(ws, held)
    status = ws.local_status(lead_terms(held.gap), segment) if segment else None
    closed = is_closed(ws, held)
    if held.stage == "producing" and not closed:
        yield _landed(ws, segment, lang)
    if held.stage in {"producing", "ended"}:
        return
    local = [firm for each in held.targets if (firm := firms.get(each)) and _is_here(firm)]
    if local:
        text = _("目标企业已在本地：若是增资扩产，请在备注写明；否则请换目标企业")
        refs = tuple(ref_to(each) for each in local)
        yield LeadRemarkItem(code="local_target", text=text.text(lang), refs=refs)
    if closed and segment and status:
        text = _(
            "缺口已关闭，{segment}现为“{status}”：若还要再引一家可照旧推进，否则请终止并写明理由"
        )
        name, now = ws.ref("segment", segment), LOCAL_STATUS[status].label(lang)
        said = name.name if lang == "zh" else name.name_en or name.name
        text_now = text.text(lang, segment=said, status=now)
        yield LeadRemarkItem(code="gap_closed", text=text_now, refs=(name,))


def is_closed(ws: Workspace, held: Lead) -> bool:
    """Whether somebody here makes by now what the gap of a lead lacks."""
    segment = _segment(ws, held)
    status = ws.local_status(lead_terms(held.gap), segment) if segment else None
    return status in AVAILABLE and _fills(ws, held)


def _fills(ws: Workspace, held: Lead) -> bool:
    """Whether a maker of the segment closes the gap: of weak and upgraded ones it does not."""
    if held.gap.startswith(DERIVED):
        return True
    return ws.facts.gaps[held.gap].kind in _CLOSED_BY_A_MAKER


def _is_here(firm: Enterprise) -> bool:
    return firm.status in {"operating", "suspended"}


def _landed(ws: Workspace, segment: str | None, lang: Lang) -> LeadRemarkItem:
    text = _("已投产：请登记这家企业和它的产品（附依据），缺口才会随之变化；线索本身不改变任何现状")
    refs = (ws.ref("segment", segment),) if segment else ()
    return LeadRemarkItem(code="landed", text=text.text(lang), refs=refs)
