"""Risk 风险: what end products cannot do without, single makers, and what goes with each firm."""

from collections.abc import Mapping, Sequence

from graph.analysis.dependence import dependence, external_of
from graph.analysis.dominators import dominators
from graph.analysis.end_products import end_products
from graph.analysis.synergy import MADE_AT
from graph.answers.chains import products_in, segments_of
from graph.answers.dependence import dependence_item, external_body
from graph.answers.echo import echo
from graph.answers.firm_risk import firm_risks, with_amounts
from graph.answers.risk_summary import METHODS, NOTES, summary
from graph.answers.shapes import DependenceItem
from graph.answers.shapes.risk import DominatorItem, EndProductItem, RiskBody, RiskMethod
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Lang
from graph.network.frame import Frame
from graph.network.terms import Terms

END_SORTS = frozenset({"product", "equipment", "software"})
"""Sorts of segments that can be an end product."""


def risk(ws: Workspace, terms: Terms, lang: Lang, *, chain: str | None = None) -> RiskBody:
    """Tell where it hurts in a chain, or in all of them together."""
    chains = [chain] if chain else sorted(ws.facts.chains)
    segments = segments_of(ws, chains)
    ends = _ends(ws, terms, chains)
    singles = _singles(ws, terms, segments)
    outside = external_body(ws, external_of(ws.frame(terms), products_in(ws, terms, chains)))
    firms = firm_risks(ws, terms, segments)
    method: RiskMethod = "esri" if with_amounts(ws) else "qualitative_cascade"
    return RiskBody(
        **echo(ws, terms),
        chain=ws.ref("chain", chain) if chain else None,
        summary=tuple(each.text(lang) for each in summary(ends, singles, outside, firms)),
        end_products=ends,
        singles=singles,
        external=outside,
        firms=firms,
        method=method,
        method_text=METHODS[method].text(lang),
        notes=tuple(each.text(lang) for each in NOTES),
    )


def _ends(ws: Workspace, terms: Terms, chains: Sequence[str]) -> tuple[EndProductItem, ...]:
    """Find the end products of each chain that are here, and what dominates them.

    Of a chain whose documents name none that is here, those of its local products.
    """
    frame = ws.frame(terms)
    found: set[int] = set()
    for each in chains:
        here = frame.situation.certain.available
        ends = [end for end in end_products(frame, _named(ws, each)) if here[end]]
        found.update(ends or end_products(frame, products_in(ws, terms, [each])))
    over = dominators(frame, found)
    told = {each: _dominator(ws, terms, each) for each in set().union(*over.values())}
    return tuple(
        EndProductItem(
            segment=ws.segment(end),
            local_status=frame.situation.local_status(end),
            makers=ws.makers_here(terms, ws.network.ids[end]),
            dominators=_dominators(ws.frame(terms), end, over[end], told),
        )
        for end in sorted(found)
    )


def _named(ws: Workspace, chain: str) -> list[int]:
    """List the goods that documents name in a chain, midstream or downstream in it."""
    named = {m.segment for found in ws.mentions.values() for m in found if m.chain == chain}
    return [
        ws.network.number(place.segment)
        for place in ws.members.get(chain, ())
        if place.segment in named
        and place.stage in MADE_AT
        and ws.facts.segments[place.segment].sort in END_SORTS
        and not ws.facts.segments[place.segment].captive
    ]


def _dominator(ws: Workspace, terms: Terms, segment: int) -> DominatorItem:
    situation = ws.frame(terms).situation
    return DominatorItem(
        segment=ws.segment(segment),
        local_status=situation.local_status(segment),
        makers=ws.makers_here(terms, ws.network.ids[segment]),
        single=len(situation.makers[segment]) == 1,
    )


def _dominators(
    frame: Frame, end: int, over: frozenset[int], told: Mapping[int, DominatorItem]
) -> tuple[DominatorItem, ...]:
    own = {end, *frame.arrays.above(end)}
    items = [told[each] for each in sorted(over - own) if not frame.arrays.captive[each]]
    return tuple(sorted(items, key=lambda item: (not item.single, not item.makers)))


def _singles(ws: Workspace, terms: Terms, segments: list[str]) -> tuple[DependenceItem, ...]:
    wanted = frozenset(map(ws.network.number, segments))
    found = [e for e in ws.dependence(terms) if len(e.makers) == 1 and e.segment in wanted]
    return tuple(dependence_item(ws, dependence(ws.frame(terms), each.segment)) for each in found)
