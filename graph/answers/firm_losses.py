"""What goes with each firm that stops: the facts as they would be, and what is lost by them."""

from collections.abc import Iterable, Iterator

from graph.analysis.firm_losses import FirmLoss, FirmLosses
from graph.analysis.rounds import shifts
from graph.analysis.stopping import Lost
from graph.answers.workspace import Workspace
from graph.network.frame import frame_of
from graph.network.network import Network
from graph.network.supposed import Supposition, supposed_network, without_firm
from graph.network.terms import Terms


def firm_losses(ws: Workspace, terms: Terms) -> FirmLosses:
    """Return what goes with each firm of a region, as far as somebody asked for it."""
    settled = ws.settle(terms)
    return ws.losses.get(settled, lambda: FirmLosses(ws.frame(settled), ws.local_products(settled)))


def losses_of(ws: Workspace, terms: Terms, firms: Iterable[int]) -> Iterator[FirmLoss]:
    """Tell what goes with each of some firms that make something here, one by one."""
    losses, ids = firm_losses(ws, terms), ws.network.locals.enterprises
    for firm in firms:
        id_ = ids[firm]
        yield losses.of(
            firm,
            lambda id_=id_: without(ws, id_),  # type: ignore[misc] # bound at once
            lambda id_=id_: traced(ws, terms, id_),  # type: ignore[misc] # bound at once
        )


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
