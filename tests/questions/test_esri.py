"""The Economic Systemic Risk Index: by hand, a published example, and written once more."""

from random import Random

import pytest

from graph.analysis.esri import Flow, Trade, index, loss

RING = "ABCDEFGHXIJKL"
PUBLISHED = {
    "A": 0.4166666666666667,
    "X": 1.0,
    "B": 0.1369047619047619,
    "C": 0.1369047619047619,
    "D": 0.1369047619047619,
    "E": 0.12320402298850575,
    "F": 0.12320402298850575,
    "G": 0.12320402298850575,
    "I": 0.30555555555555564,
    "J": 0.30555555555555564,
    "K": 0.388888888888889,
    "L": 0.388888888888889,
}
"""Test values of the public implementation github.com/vitelot/Economic-Systemic-Risk (data/)."""


def published() -> tuple[Trade, dict[str, int]]:
    """Its network: unit flows; sectors are products. The one input that bears nothing is left out
    of the kinds by giving it no weight: here it stays, so H alone is not compared.
    """
    edges = [
        *(("A", "X", 1, True), ("B", "X", 2, True), ("C", "X", 2, True), ("D", "X", 2, True)),
        *(("E", "X", 3, False), ("F", "X", 3, False), ("G", "X", 5, False), ("H", "X", 99, False)),
        *(("X", "I", 1, True), ("X", "J", 1, False), ("X", "K", 1, True), ("K", "L", 4, True)),
    ]
    number = {name: at for at, name in enumerate(RING)}
    flows = tuple(Flow(number[a], number[b], p, 1.0, p, e) for a, b, p, e in edges)
    return Trade(len(RING), flows), number


def test_the_published_example_comes_out() -> None:
    trade, number = published()

    found = {name: index(trade, number[name], tolerance=0.01) for name in PUBLISHED}

    assert found == pytest.approx(PUBLISHED, abs=1e-12)


def test_five_firms_by_hand() -> None:
    """Ore (4) → steel → 6 and 2 to two makers of frames, who sell 10 and 5 to one maker of bikes.

    Frames are one kind of input, made by two. Frame maker 1 has 10 of 15 of the market. It stops:
    upstream steel sells 2 of 8, so 1/4, and ore with it 1/4; downstream 1 × 2/3 of the frames are
    missing and weigh by the market share, 10 of the 5 that still stand, so by 1: the bikes fall to
    1/3. Sales are 4, 8, 10, 5, 0: lost are 4·3/4 + 8·3/4 + 10 = 19 of 27 and, of the other frame
    maker, what bikes no longer want: nothing, for what buyers want goes by their own demand.
    """
    ore, steel, first, second, bikes = range(5)
    trade = Trade(
        5,
        (
            Flow(ore, steel, 0, 4.0, 0, True),
            Flow(steel, first, 1, 6.0, 1, True),
            Flow(steel, second, 1, 2.0, 1, True),
            Flow(first, bikes, 2, 10.0, 2, True),
            Flow(second, bikes, 2, 5.0, 2, True),
        ),
    )

    assert index(trade, first) == pytest.approx(19 / 27)
    assert index(trade, ore) == pytest.approx(1.0)
    assert index(trade, bikes) == pytest.approx(1.0)


def test_what_is_not_essential_costs_its_share_of_all_inputs_alone() -> None:
    """A quarter of what goes into the frame is paint: without it three quarters are made."""
    tube, paint, frame, bike = range(4)
    trade = Trade(
        4,
        (
            Flow(tube, frame, 0, 3.0, 0, True),
            Flow(paint, frame, 1, 1.0, 1, False),
            Flow(frame, bike, 2, 8.0, 2, True),
        ),
    )

    # The frame falls to 3/4: 8·1/4 and the paint itself, of 12 in all.
    assert index(trade, paint) == pytest.approx((8 / 4 + 1) / 12)
    assert index(trade, tube) == pytest.approx((8 + 3) / 12)


def test_many_sellers_of_one_product_stand_in_for_each_other() -> None:
    """One of ten equal sellers: its buyer loses all of its tube, weighed by 1 of 9 that stand."""
    flows = [Flow(n, 10 + n, 0, 1.0, 0, True) for n in range(10)]
    trade = Trade(20, tuple(flows))

    assert loss(trade, {0: 0.0}) == pytest.approx(1 / 10)  # buyers sell nothing themselves


def test_nobody_sells_anything() -> None:
    assert index(Trade(2, ()), 0) == 0.0


class Matrices:
    """The paper's formulas once more, with dense matrices W, Λ and σ, firm by firm."""

    def __init__(self, trade: Trade) -> None:
        self.n = trade.firms
        self.flows = trade.flows
        self.total = sum(f.amount for f in trade.flows)

    def out(self, firm: int, product: int | None = None) -> float:
        mine = (f for f in self.flows if f.source == firm)
        return sum(f.amount for f in mine if product is None or f.product == product)

    def sigma(self, f: Flow, h: list[float]) -> float:
        rest = sum(self.out(firm, f.product) * h[firm] for firm in range(self.n))
        return 1.0 if rest == 0 else min(self.out(f.source, f.product) / rest, 1.0)

    def downstream(self, i: int, h: list[float]) -> float:
        inputs = [f for f in self.flows if f.target == i]
        limits = [1.0]
        for k in {f.kind for f in inputs if f.essential}:
            of_kind = [f for f in inputs if f.kind == k]
            pi = sum(f.amount for f in of_kind)
            gone = sum(self.sigma(f, h) * f.amount * (1 - h[f.source]) for f in of_kind)
            limits.append((pi - gone) / pi)
        every = sum(f.amount for f in inputs)
        others = [f for f in inputs if not f.essential]
        gone = sum(self.sigma(f, h) * f.amount * (1 - h[f.source]) for f in others)
        if others:
            limits.append((every - gone) / every)  # β + the rest of what is not essential
        return max(0.0, min(limits))

    def upstream(self, i: int, h: list[float]) -> float:
        sold = self.out(i)
        return (
            1.0
            if sold == 0
            else sum(f.amount * h[f.target] for f in self.flows if f.source == i) / sold
        )

    def index(self, firm: int) -> float:
        cap = [0.0 if i == firm else 1.0 for i in range(self.n)]
        down, up = list(cap), list(cap)
        for _ in range(2000):
            new_down = [min(cap[i], self.downstream(i, down)) for i in range(self.n)]
            new_up = [min(cap[i], self.upstream(i, up)) for i in range(self.n)]
            moved = max(abs(a - b) for a, b in zip(new_down + new_up, down + up, strict=True))
            down, up = new_down, new_up
            if moved < 1e-12:
                break
        return sum(self.out(i) * (1 - min(down[i], up[i])) for i in range(self.n)) / self.total


def random_trade(seed: int) -> Trade:
    """Few firms, many circles; one kind of input of a target is essential or not as a whole."""
    dice = Random(seed)  # noqa: S311 - a test, no secret
    firms, products = dice.randint(2, 6), dice.randint(1, 4)
    essential = {(t, k): dice.random() < 0.6 for t in range(firms) for k in range(3)}
    kind_of = {(t, p): dice.randrange(3) for t in range(firms) for p in range(products)}
    flows = []
    for _ in range(dice.randint(1, 14)):
        source, target = dice.sample(range(firms), 2)
        product = dice.randrange(products)
        kind = kind_of[target, product]
        amount = dice.choice((0.5, 1.0, 2.0, 10.0)) * dice.uniform(0.5, 1.5)
        flows.append(Flow(source, target, product, amount, kind, essential[target, kind]))
    return Trade(firms, tuple(flows))


@pytest.mark.parametrize("seed", range(40))
def test_the_index_is_that_of_the_papers_formulas(seed: int) -> None:
    trade = random_trade(seed)
    paper = Matrices(trade)

    for firm in range(trade.firms):
        assert index(trade, firm) == pytest.approx(paper.index(firm), abs=1e-6)
