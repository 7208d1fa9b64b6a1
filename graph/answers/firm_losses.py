"""How many local products go with a firm that stops, as numbers: kept for whoever asks again."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from graph.analysis.closure import downstream_depths
from graph.analysis.rounds import shifts
from graph.analysis.stopping import NOTHING, Lost, Stopping
from graph.answers.workspace import Workspace
from graph.network.frame import frame_of
from graph.network.network import Network
from graph.network.situation import Restated
from graph.network.supposed import Supposition, supposed_network, without_firm
from graph.network.terms import Terms


class FirmLoss(NamedTuple):
    """What goes with a firm (see `FirmRisk`), by numbers of the network."""

    firm: int
    alone: tuple[int, ...]
    low: int
    known: int
    high: int


class FirmLosses:
    """What goes with each firm of a region under some terms; each is worked out once.

    Holds no workspace: versions that say the same of who makes what have it in common.
    """

    def __init__(self, ws: Workspace, terms: Terms) -> None:
        self._terms, self._frame = terms, ws.frame(terms)
        made: defaultdict[int, list[int]] = defaultdict(list)
        for segment, who in enumerate(self._frame.situation.makers):
            for firm in who:
                made[firm].append(segment)
        self.made = dict(made)
        self.here = ws.local_products(terms) | set().union(*made.values())
        self._restated = Restated(ws.network, self._frame.situation)
        self._stopping = Stopping(self._frame)
        self._found: dict[int, FirmLoss] = {}

    def of(self, ws: Workspace, firm: int) -> FirmLoss:
        """Tell of one firm that makes something here."""
        if firm not in self._found:
            self._found[firm] = self._loss(ws, firm, self.made[firm])
        return self._found[firm]

    def _loss(self, ws: Workspace, firm: int, made: Sequence[int]) -> FirmLoss:
        frame = self._frame
        alone = tuple(each for each in made if frame.situation.makers[each] == (firm,))
        reached = {t for s in made for t in downstream_depths(frame, s, frame.asked)}
        id_ = ws.network.locals.enterprises[firm]
        known, surely = self._lost(ws, id_) if alone else NOTHING
        return FirmLoss(
            firm=firm,
            alone=alone,
            low=len(surely & self.here),
            known=len(known & self.here),
            high=len(self.here & (reached | set(made) | known)),
        )

    def _lost(self, ws: Workspace, firm: str) -> Lost:
        changed = self._restated.changed_by(without(ws, firm))
        return self._stopping.lost(changed) or traced(ws, self._terms, firm)


def firm_losses(ws: Workspace, terms: Terms) -> FirmLosses:
    """Return what goes with each firm that stops, as far as somebody asked for it."""
    settled = ws.settle(terms)
    return ws.losses.get(settled, lambda: FirmLosses(ws, settled))


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
