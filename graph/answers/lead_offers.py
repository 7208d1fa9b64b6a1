"""What is offered for a lead on a gap: firms to ask, who could introduce them, where they fit."""

from collections.abc import Iterable, Mapping

from graph.analysis.gaps import GapRow
from graph.analysis.leads import LeadClock
from graph.analysis.referrals import referrals
from graph.answers.chains import gap_chains
from graph.answers.echo import origin
from graph.answers.gap_names import gap_name
from graph.answers.gaps import gap_row
from graph.answers.leads import lead_items, row_of
from graph.answers.neighbours import neighbours
from graph.answers.parks import parks_for
from graph.answers.partners import candidates
from graph.answers.shapes import Ref
from graph.answers.shapes.leads import (
    GapLeadsBody,
    OfferedElsewhere,
    OfferedPartner,
    OfferedRole,
    OfferedTarget,
)
from graph.answers.workspace import Workspace
from graph.model import Evidence
from graph.model.vocabulary import Lang
from graph.network.terms import Terms

Elsewhere = Mapping[str, tuple[OfferedElsewhere, ...]]
"""Firms elsewhere by the segment that they seem to make."""
MOST_ELSEWHERE = 30
"""Firms elsewhere that are offered for one gap, those with the strongest words first."""


def gap_leads(  # noqa: PLR0913 - firms elsewhere are for some alone
    ws: Workspace,
    gap_id: str,
    terms: Terms,
    clock: LeadClock,
    lang: Lang,
    *,
    elsewhere: Elsewhere | None = None,
) -> GapLeadsBody:
    """Give the leads of a gap and what is offered for a new one; raise `UnknownNameError`."""
    row = gap_row(ws, gap_id, terms)
    chains = gap_chains(ws, terms)[row.id]
    own = [each for each in ws.facts.leads.values() if _is_on(ws, each.gap, row)]
    buyers, sellers = partners(ws, row, terms)
    direct = {each.segment.id for each in buyers}
    blocked = row.lack.blocks if row.lack and row.merges else ()
    waiting = _made(ws, terms, [each.product for each in blocked])
    return GapLeadsBody(
        **origin(ws),
        today=clock.today.isoformat(),
        gap=Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)),
        items=lead_items(ws, own, clock, lang),
        targets=offered_targets(ws, row),
        buyers=buyers,
        sellers=sellers,
        waiting=tuple(each for each in waiting if each.segment.id not in direct),
        roles=_roles(ws, chains),
        parks=parks_for(ws, chains),
        rivals=tuple(
            each for each in neighbours(ws, row, terms, lang) if each.role in {"rival", "both"}
        ),
        elsewhere=offered_elsewhere(ws, row, elsewhere or {}),
    )


def offered_elsewhere(
    ws: Workspace, row: GapRow, elsewhere: Elsewhere
) -> tuple[OfferedElsewhere, ...]:
    """List the firms elsewhere that seem to make what a gap lacks, or a kind of it."""
    wanted = _subjects(row)
    kinds = (each.segment for each in ws.facts.kinds.values() if each.parent in wanted)
    found = [each for segment in (*wanted, *kinds) for each in elsewhere.get(segment, ())]
    return tuple({each.id: each for each in reversed(found)}.values())[::-1][:MOST_ELSEWHERE]


def _is_on(ws: Workspace, gap: str, row: GapRow) -> bool:
    if gap == row.id:
        return True
    found = row_of(ws, gap)
    return found is not None and found.id == row.id


def _subjects(row: GapRow) -> tuple[str, ...]:
    """The segments that a gap is about: its own, else those that it names as related."""
    if row.segment:
        return (row.segment,)
    return row.stated.related if row.stated else ()


def offered_targets(ws: Workspace, row: GapRow) -> tuple[OfferedTarget, ...]:
    """List the firms that the plan wants, then those elsewhere that deliver it here already."""
    delivered: dict[str, list[str]] = {}
    proofs: dict[str, tuple[Evidence, ...]] = {}
    for each in ws.facts.deliveries.values():
        if each.segment in _subjects(row) and not _is_made_by(ws, each.segment, each.source):
            delivered.setdefault(each.source, []).append(each.target)
            proofs[each.source] = (*proofs.get(each.source, ()), *each.evidence)
    wanted = [each.id for each in candidates(ws, row)]
    return tuple(
        OfferedTarget(
            enterprise=ws.ref("enterprise", firm),
            status=ws.facts.enterprises[firm].status,
            through=tuple(ws.ref("enterprise", each) for each in delivered.get(firm, ())),
            evidence=proofs.get(firm) or ws.facts.enterprises[firm].evidence,
        )
        for firm in dict.fromkeys((*wanted, *sorted(delivered)))
    )


def _is_made_by(ws: Workspace, segment: str, firm: str) -> bool:
    """Whether a firm makes a segment and works here."""
    makes = any(each.enterprise == firm for each in ws.makers.get(segment, ()))
    return makes and ws.facts.enterprises[firm].status == "operating"


def partners(
    ws: Workspace, row: GapRow, terms: Terms
) -> tuple[tuple[OfferedPartner, ...], tuple[OfferedPartner, ...]]:
    """Who would buy from whoever fills the gap, and who would sell to them."""
    frame = ws.frame(terms)
    found = [referrals(frame, ws.network.number(each)) for each in _subjects(row)]
    buying = sorted({each for sides in found for each in sides.buying})
    selling = sorted({each for sides in found for each in sides.selling})
    return _made(ws, terms, buying), _made(ws, terms, selling)


def _made(ws: Workspace, terms: Terms, numbers: Iterable[int]) -> tuple[OfferedPartner, ...]:
    found = (
        OfferedPartner(segment=each, makers=ws.makers_here(terms, each.id))
        for each in ws.segments(numbers)
    )
    return tuple(each for each in found if each.makers)


def _roles(ws: Workspace, chains: Iterable[str]) -> tuple[OfferedRole, ...]:
    return tuple(
        OfferedRole(
            enterprise=ws.ref("enterprise", each.enterprise),
            chain=ws.ref("chain", each.chain),
            role=each.role,
        )
        for chain in chains
        for each in ws.chain_roles.get(chain, ())
        if ws.facts.enterprises[each.enterprise].status == "operating"
    )
