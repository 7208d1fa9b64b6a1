"""Risk 风险: what end products cannot do without, single makers, and what goes with each firm."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.analysis.dependence import dependence, external_of
from graph.analysis.dominators import dominators
from graph.answers.chains import products_in, segments_of
from graph.answers.dependence import dependence_item, external_body
from graph.answers.echo import echo
from graph.answers.firm_risk import firm_risks, with_amounts
from graph.answers.risk_ends import ends_of
from graph.answers.risk_summary import METHODS, NOTES, summary
from graph.answers.shapes.risk import (
    DominatorItem,
    EndProductItem,
    RiskBody,
    RiskMethod,
    RiskTotals,
)
from graph.answers.workspace import WHOLE, Workspace
from graph.model.vocabulary import Lang
from graph.network.frame import Frame
from graph.network.terms import Terms


class RiskParts(NamedTuple):
    """Which rows of each list are described; `end` is an end product to list alone, by id."""

    ends: slice = WHOLE
    firms: slice = WHOLE
    singles: slice = WHOLE
    end: str | None = None

    @classmethod
    def all_at(cls, part: slice) -> "RiskParts":
        """The same rows of each list."""
        return cls(part, part, part)


ALL_ROWS = RiskParts()


def risk(
    ws: Workspace,
    terms: Terms,
    lang: Lang,
    *,
    chain: str | None = None,
    parts: RiskParts = ALL_ROWS,
) -> RiskBody:
    """Tell where it hurts in a chain, or in all of them together.

    Only some `parts` of the lists are described, all rows are counted and summed up.
    """
    chains = [chain] if chain else sorted(ws.facts.chains)
    segments = segments_of(ws, chains)
    wanted = frozenset(map(ws.network.number, segments))
    ends = ends_of(ws, terms, chain)
    lone = (each for each in ws.dependence(terms) if len(each.makers) == 1)
    singles = [each.segment for each in lone if each.segment in wanted]
    outside = external_body(ws, external_of(ws.frame(terms), products_in(ws, terms, chains)))
    firms = firm_risks(ws, terms, segments)
    method: RiskMethod = "esri" if with_amounts(ws) else "qualitative_cascade"
    totals = RiskTotals(end_products=len(ends.every), singles=len(singles), firms=len(firms.losses))
    return RiskBody(
        **echo(ws, terms),
        chain=ws.ref("chain", chain) if chain else None,
        summary=tuple(each.text(lang) for each in summary(ws, ends, singles, outside, firms)),
        total=max(totals.end_products, totals.singles, totals.firms),
        totals=totals,
        end_products=_described(ws, terms, _shown(ws, ends.every, parts)),
        singles=tuple(
            dependence_item(ws, dependence(ws.frame(terms), each))
            for each in singles[parts.singles]
        ),
        external=outside,
        firms=tuple(map(firms.item, firms.losses[parts.firms])),
        method=method,
        method_text=METHODS[method].text(lang),
        notes=tuple(each.text(lang) for each in NOTES),
    )


def _shown(ws: Workspace, ends: tuple[int, ...], parts: RiskParts) -> tuple[int, ...]:
    if parts.end is None:
        return ends[parts.ends]
    return tuple(each for each in ends if ws.network.ids[each] == parts.end)


def _described(ws: Workspace, terms: Terms, ends: Iterable[int]) -> tuple[EndProductItem, ...]:
    """Join end products with what dominates them."""
    frame = ws.frame(terms)
    over = dominators(frame, ends)
    told = {each: _dominator(ws, terms, each) for each in set().union(*over.values())}
    return tuple(
        EndProductItem(
            segment=ws.segment(end),
            local_status=frame.situation.local_status(end),
            makers=ws.makers_here(terms, ws.network.ids[end]),
            dominators=_dominators(frame, end, found, told),
        )
        for end, found in over.items()
    )


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
