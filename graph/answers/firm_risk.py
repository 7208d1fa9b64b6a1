"""What goes with a firm that stops: by what is known, at least, and at most."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.analysis.closure import downstream_depths
from graph.analysis.esri import index
from graph.analysis.rounds import shifts
from graph.analysis.stopping import NOTHING, Lost, lost
from graph.analysis.trade import trade_of
from graph.answers.shapes.risk import FirmRisk
from graph.answers.workspace import Workspace
from graph.network.frame import frame_of
from graph.network.network import Network
from graph.network.situation import Restated
from graph.network.supposed import Supposition, supposed_network, without_firm
from graph.network.terms import Terms


def firm_risks(ws: Workspace, terms: Terms, segments: Iterable[str]) -> tuple[FirmRisk, ...]:
    """Tell it of every firm that makes one of some segments here.

    Those with the highest index first where there are amounts, else those that may take most
    local products with them; closes each firm that alone makes something, one by one.
    """
    frame = ws.frame(terms)
    made: defaultdict[int, list[int]] = defaultdict(list)
    for segment, who in enumerate(frame.situation.makers):
        for firm in who:
            made[firm].append(segment)
    wanted = {ws.network.number(each) for each in segments}
    closing = _Closing(
        ws,
        terms,
        restated=Restated(ws.network, frame.situation),
        here=ws.local_products(terms) | set().union(*made.values()),
        amounts=_indices(ws, terms),
    )
    found = [closing.risk(firm, made[firm]) for firm in sorted(made) if wanted & {*made[firm]}]
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


@dataclass(frozen=True)
class _Closing:
    """What is asked of each firm: `here` are the products that count, `amounts` the indices."""

    ws: Workspace
    terms: Terms
    restated: Restated
    here: frozenset[int]
    amounts: Mapping[str, float]

    def risk(self, firm: int, made: Sequence[int]) -> FirmRisk:
        """Tell of one firm, which makes some segments here."""
        ws, frame = self.ws, self.ws.frame(self.terms)
        id_ = ws.network.locals.enterprises[firm]
        alone = [each for each in made if frame.situation.makers[each] == (firm,)]
        reached = {t for s in made for t in downstream_depths(frame, s, frame.asked)}
        known, surely = self._lost(id_) if alone else NOTHING
        return FirmRisk(
            enterprise=ws.ref("enterprise", id_),
            products=ws.segments(alone),
            low=len(surely & self.here),
            known=len(known & self.here),
            high=len(self.here & (reached | set(made) | known)),
            of=len(self.here),
            index=self.amounts.get(id_),
        )

    def _lost(self, firm: str) -> Lost:
        own = self.restated.own_with(without(self.ws, firm))
        return lost(self.ws.frame(self.terms), own) or traced(self.ws, self.terms, firm)


def without(ws: Workspace, firm: str) -> Network:
    """Return the network of what a firm makes, as if it had stopped."""
    segments = sorted({each.segment for each in ws.products[firm]})
    makes = (each for segment in segments for each in ws.makers[segment])
    said = (
        each
        for found in (ws.claims, ws.unlisted)
        for segment in segments
        for each in found.get(segment, ())
    )
    return without_firm(ws.facts, firm, makes, said)


def traced(ws: Workspace, terms: Terms, firm: str) -> Lost:
    """Collect what is lost with a firm, round by round."""
    settled = ws.settle(terms)
    change = Supposition(settled.region or ws.facts.dataset.region, closed=frozenset({firm}))
    unlisted = [each for found in ws.unlisted.values() for each in found]
    network = supposed_network(ws.network, ws.facts, change, unlisted)
    found = shifts(ws.frame(terms), frame_of(network, settled)).lost
    return Lost(
        frozenset(each.segment for each in found),
        frozenset(each.segment for each in found if not each.possible),
    )
