"""What goes with a firm that stops: by what is known, at least, and at most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.analysis.esri import index
from graph.analysis.firm_losses import FirmLoss
from graph.analysis.trade import trade_of
from graph.answers.firm_losses import firm_losses, losses_of
from graph.answers.shapes.risk import FirmRisk
from graph.answers.workspace import Workspace
from graph.network.terms import Terms


@dataclass(frozen=True)
class FirmRisks:
    """What goes with each firm that makes one of some segments here, as numbers.

    Those with the highest index first where there are amounts, else those that may take most
    local products with them. `of` is how many products there are.
    """

    ws: Workspace
    of: int
    losses: tuple[FirmLoss, ...]
    indices: Mapping[str, float]

    def item(self, loss: FirmLoss) -> FirmRisk:
        """Join the numbers of a firm with names."""
        id_ = self.ws.network.locals.enterprises[loss.firm]
        return FirmRisk(
            enterprise=self.ws.ref("enterprise", id_),
            products=self.ws.segments(loss.alone),
            low=loss.low,
            known=loss.known,
            high=loss.high,
            of=self.of,
            index=self.indices.get(id_),
        )


def firm_risks(ws: Workspace, terms: Terms, segments: Iterable[str]) -> FirmRisks:
    """Tell it of every firm that makes one of some segments here.

    Closes each that alone makes something, one by one; looks only at what falls with it.
    """
    losses, indices = firm_losses(ws, terms), _indices(ws, terms)
    wanted = {ws.network.number(each) for each in segments}
    firms = (firm for firm, made in losses.made.items() if not wanted.isdisjoint(made))
    ids = ws.network.locals.enterprises
    found = sorted(
        losses_of(ws, terms, firms),
        key=lambda each: (
            -indices.get(ids[each.firm], 0),
            -each.known,
            -each.high,
            ids[each.firm],
        ),
    )
    return FirmRisks(ws, len(losses.here), tuple(found), indices)


def with_amounts(ws: Workspace) -> bool:
    """Tell whether the deliveries have amounts, all of them."""
    every = ws.facts.deliveries.values()
    return bool(every) and all(each.amount for each in every)


def _indices(ws: Workspace, terms: Terms) -> dict[str, float]:
    if not with_amounts(ws):
        return {}
    trade, firms = trade_of(ws.frame(terms), ws.facts.deliveries.values(), ws.products)
    return {firm: index(trade, number) for number, firm in enumerate(firms)}
