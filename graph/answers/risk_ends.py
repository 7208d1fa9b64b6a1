"""The end products of a chain, and which of them cannot do without what is exposed."""

from collections.abc import Iterator

from graph.analysis.dominators import dominated
from graph.analysis.end_products import EndProducts, end_products
from graph.analysis.synergy import MADE_AT
from graph.answers.chains import products_in
from graph.answers.workspace import Workspace
from graph.network.arrays import MADE, PRESENT
from graph.network.terms import Terms

END_SORTS = frozenset({"product", "equipment", "software"})
"""Sorts of segments that can be an end product."""


def ends_of(ws: Workspace, terms: Terms, chain: str | None) -> EndProducts:
    """Find the end products of a chain, or of all of them together."""
    settled = ws.settle(terms)
    return ws.hung.get((settled, chain), lambda: _ends(ws, settled, chain))


def _ends(ws: Workspace, terms: Terms, chain: str | None) -> EndProducts:
    frame = ws.frame(terms)
    place, captive = frame.situation, frame.arrays.captive
    chains = [chain] if chain else sorted(ws.facts.chains)
    every = tuple(sorted({end for each in chains for end in _ends_in(ws, terms, each)}))
    told = [each for each in range(len(captive)) if not captive[each]]
    single = frozenset(each for each in told if len(place.makers[each]) == 1)
    away = frozenset(each for each in told if place.status[each] not in {MADE, PRESENT})
    exposed, unsourced = dominated(frame, every, (single, away))
    return EndProducts(every, exposed, unsourced)


def _ends_in(ws: Workspace, terms: Terms, chain: str) -> tuple[int, ...]:
    """List the end products of a chain that are here.

    Of a chain whose documents name none that is here, those of its local products.
    """
    frame = ws.frame(terms)
    here = frame.situation.certain.available
    ends = tuple(end for end in end_products(frame, _named(ws, chain)) if here[end])
    return ends or end_products(frame, products_in(ws, terms, [chain]))


def _named(ws: Workspace, chain: str) -> Iterator[int]:
    """Yield the goods that documents name in a chain, midstream or downstream in it."""
    named = {
        each.segment for found in ws.mentions.values() for each in found if each.chain == chain
    }
    for place in ws.members.get(chain, ()) if named else ():
        if place.segment in named and place.stage in MADE_AT:
            segment = ws.facts.segments[place.segment]
            if segment.sort in END_SORTS and not segment.captive:
                yield ws.network.number(place.segment)
