"""The Economic Systemic Risk Index: what share of all sales is lost where a firm stops.

Diem, Borsos, Reisch, Kertész and Thurner (2022), "Quantifying firm-level economic systemic risk
from nation-wide supply networks", Scientific Reports 12:7719. Firms produce by a generalised
Leontief function: essential inputs limit one by one, the others by their share of all inputs.
A supplier's failure weighs by its market share, for others of the same product stand in for it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

CONVERGED = 1e-9
"""Where production levels change less, they stand; the paper stops at 0.01."""
MOST_ROUNDS = 100_000


@dataclass(frozen=True, slots=True)
class Flow:
    """What one firm delivers to another in a year, by number.

    `kind` is the type of input that it is for the target: different flows of one kind stand in
    for one another. Where the kind is `essential`, the target stops without it.
    """

    source: int
    target: int
    product: int
    amount: float
    kind: int
    essential: bool


@dataclass(frozen=True, slots=True)
class Levels:
    """Production levels after a shock, between 0 and 1: as inputs allow, and as buyers want."""

    supplied: tuple[float, ...]
    wanted: tuple[float, ...]

    @property
    def lower(self) -> tuple[float, ...]:
        """The lower one of each firm."""
        return tuple(min(pair) for pair in zip(self.supplied, self.wanted, strict=True))


@dataclass(frozen=True)
class Trade:
    """Who delivers what to whom, among `firms` firms."""

    firms: int
    flows: tuple[Flow, ...]

    @cached_property
    def sales(self) -> tuple[float, ...]:
        """What each firm sells."""
        found = [0.0] * self.firms
        for flow in self.flows:
            found[flow.source] += flow.amount
        return tuple(found)

    @cached_property
    def market(self) -> Mapping[tuple[int, int], float]:
        """What each firm sells of each product."""
        found: defaultdict[tuple[int, int], float] = defaultdict(float)
        for flow in self.flows:
            found[flow.product, flow.source] += flow.amount
        return found

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much of the target's production a flow bears.

        Of an essential input its share among those of the kind; of another its share in all
        inputs.
        """
        whole: defaultdict[tuple[int, int | None], float] = defaultdict(float)
        for flow in self.flows:
            whole[flow.target, flow.kind] += flow.amount
            whole[flow.target, None] += flow.amount
        return tuple(
            flow.amount / whole[flow.target, flow.kind if flow.essential else None]
            for flow in self.flows
        )


def index(trade: Trade, firm: int, tolerance: float = CONVERGED) -> float:
    """Return the index of a firm: the share of all sales that is lost where it stops."""
    return loss(trade, {firm: 0.0}, tolerance)


def loss(trade: Trade, left: Mapping[int, float], tolerance: float = CONVERGED) -> float:
    """Return the share of sales lost where some firms have only a share `left` of their capacity.

    Each round is linear in the flows.

    >>> chain = Trade(3, (Flow(0, 1, 0, 2.0, 0, True), Flow(1, 2, 1, 6.0, 1, True)))
    >>> [round(index(chain, firm), 3) for firm in range(3)]
    [1.0, 1.0, 1.0]
    """
    total = sum(trade.sales)
    if not total:
        return 0.0
    lower = levels(trade, left, tolerance).lower
    return sum(s * (1 - h) for s, h in zip(trade.sales, lower, strict=True)) / total


def levels(trade: Trade, left: Mapping[int, float], tolerance: float = CONVERGED) -> Levels:
    """Let a shock spread until no production level changes by more than the tolerance."""
    caps = tuple(left.get(firm, 1.0) for firm in range(trade.firms))
    now = Levels((1.0,) * trade.firms, (1.0,) * trade.firms)
    for _ in range(MOST_ROUNDS):
        after = Levels(_supplied(trade, now.supplied, caps), _wanted(trade, now.wanted, caps))
        before, now = now, after
        pairs = zip(before.supplied + before.wanted, now.supplied + now.wanted, strict=True)
        if max((abs(a - b) for a, b in pairs), default=0.0) <= tolerance:
            break
    return now


def _supplied(trade: Trade, level: tuple[float, ...], caps: tuple[float, ...]) -> tuple[float, ...]:
    """What inputs allow: the scarcest essential kind, and all the others together."""
    standing: defaultdict[int, float] = defaultdict(float)
    for (product, firm), sold in trade.market.items():
        standing[product] += sold * level[firm]
    missing: defaultdict[tuple[int, int | None], float] = defaultdict(float)
    for flow, weight in zip(trade.flows, trade.weights, strict=True):
        sold, others = trade.market[flow.product, flow.source], standing[flow.product]
        share = min(1.0, sold / others) if others > 0 else 1.0
        kind = flow.kind if flow.essential else None
        missing[flow.target, kind] += share * weight * (1 - level[flow.source])
    found = list(caps)
    for (firm, _kind), lacks in missing.items():
        found[firm] = min(found[firm], max(0.0, 1 - lacks))
    return tuple(found)


def _wanted(trade: Trade, level: tuple[float, ...], caps: tuple[float, ...]) -> tuple[float, ...]:
    """What buyers want: who sells to nobody here is wanted as before."""
    asked = [0.0] * trade.firms
    for flow in trade.flows:
        asked[flow.source] += flow.amount * level[flow.target]
    return tuple(
        min(cap, want / sold) if sold > 0 else cap
        for cap, want, sold in zip(caps, asked, trade.sales, strict=True)
    )
