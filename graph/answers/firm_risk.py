"""What goes with a firm that stops: by what is known, at least, and at most."""

from collections.abc import Iterable

from graph.analysis.closure import downstream_depths
from graph.analysis.esri import index
from graph.analysis.rounds import shifts
from graph.analysis.trade import trade_of
from graph.answers.shapes.risk import FirmRisk
from graph.answers.workspace import Workspace
from graph.network.frame import frame_of
from graph.network.supposed import Supposition, supposed_network
from graph.network.terms import Terms


def firm_risks(ws: Workspace, terms: Terms, segments: Iterable[str]) -> tuple[FirmRisk, ...]:
    """Tell it of every firm that makes one of some segments here.

    Those with the highest index first where there are amounts, else those that may take most
    local products with them; closes each firm that alone makes something, one by one.
    """
    frame = ws.frame(terms)
    makers = frame.situation.makers
    firms = {firm for each in segments for firm in makers[ws.network.number(each)]}
    amounts = _indices(ws, terms)
    found = [_risk(ws, terms, firm, amounts) for firm in sorted(firms)]
    key = lambda each: (-(each.index or 0), -each.known, -each.high, each.enterprise.id)  # noqa: E731
    return tuple(sorted(found, key=key))


def with_amounts(ws: Workspace) -> bool:
    """Tell whether the deliveries have amounts, all of them."""
    every = ws.facts.deliveries.values()
    return bool(every) and all(each.amount for each in every)


def _indices(ws: Workspace, terms: Terms) -> dict[str, float]:
    if not with_amounts(ws):
        return {}
    trade, firms = trade_of(ws.frame(terms), ws.facts.deliveries.values(), ws.products)
    return {firm: index(trade, number) for number, firm in enumerate(firms)}


def _risk(ws: Workspace, terms: Terms, firm: int, amounts: dict[str, float]) -> FirmRisk:
    frame = ws.frame(terms)
    makers, id_ = frame.situation.makers, ws.network.locals.enterprises[firm]
    made = [s for s in range(len(makers)) if firm in makers[s]]
    alone = [s for s in made if makers[s] == (firm,)]
    here = {*ws.local_products(terms), *(s for s in range(len(makers)) if makers[s])}
    reached = {t for s in made for t in downstream_depths(frame, s, frame.asked)}
    known, surely = _lost(ws, terms, id_) if alone else (set(), set())
    return FirmRisk(
        enterprise=ws.ref("enterprise", id_),
        products=ws.segments(alone),
        low=len(surely & here),
        known=len(known & here),
        high=len(here & (reached | set(made) | known)),
        of=len(here),
        index=amounts.get(id_),
    )


def _lost(ws: Workspace, terms: Terms, firm: str) -> tuple[set[int], set[int]]:
    """Collect what is lost by what is known, and what even if everything unknown is here."""
    settled = ws.settle(terms)
    change = Supposition(settled.region or ws.facts.dataset.region, closed=frozenset({firm}))
    unlisted = [each for found in ws.unlisted.values() for each in found]
    network = supposed_network(ws.network, ws.facts, change, unlisted)
    lost = shifts(ws.frame(terms), frame_of(network, settled)).lost
    return {e.segment for e in lost}, {e.segment for e in lost if not e.possible}
