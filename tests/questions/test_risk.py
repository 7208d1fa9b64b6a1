"""Risk: dominators and end products by hand, against what holds and networkx; firms; amounts."""

from dataclasses import replace
from random import Random

import networkx
import pytest

from graph.analysis.dependence import holds
from graph.analysis.dominators import dominated, dominators
from graph.analysis.end_products import end_products
from graph.analysis.esri import index
from graph.analysis.stopping import Stopping
from graph.analysis.trade import trade_of
from graph.answers.firm_losses import traced, without
from graph.answers.risk import RiskParts, risk
from graph.answers.shapes.risk import RiskBody, RiskTotals
from graph.answers.workspace import workspace
from graph.model import AnyRecord
from graph.model.vocabulary import Horizon
from graph.network.situation import Restated
from graph.network.terms import Terms, parse_boundary
from tests.questions.asking import Asked, ask, asked_of
from tests.questions.random_graphs import random_facts
from tests.support import (
    chain,
    claim,
    delivery,
    facts,
    group,
    industry,
    kind,
    maker,
    membership,
    mention,
    region,
    segment,
)

BIKES: tuple[AnyRecord, ...] = (
    region(),
    industry(),
    chain(),
    *map(segment, ("bike", "frame", "tube", "chainset", "belt", "bell")),
    segment("steel", traded=True),
    group("bike", "frame"),
    group("bike", "chainset", "belt"),
    group("frame", "tube"),
    group("tube", "steel"),
    *(membership("bikes", each, "midstream") for each in ("bike", "frame", "bell")),
    *(membership("bikes", each) for each in ("tube", "chainset", "belt")),
    *(mention("bikes", each) for each in ("bike", "frame", "bell")),
    *maker("flywheel", "bike"),
    *maker("tuber", "tube"),
    *maker("links", "chainset"),
    *maker("acme", "frame"),
    *maker("best", "frame"),
    claim("bell", "present"),
)
"""Steel (traded) → tube → frame → bike, which takes a chainset or a belt, too."""


def over(asked: Asked, name: str) -> set[str]:
    found = dominators(asked.frame, [asked.network.number(name)])[asked.network.number(name)]
    return asked.ids(found) - {name}


def test_a_product_cannot_do_without_what_has_no_substitute() -> None:
    """Tube and frame; not the chainset, for a belt would do, nor steel, which is bought."""
    asked = ask(*BIKES)

    assert over(asked, "bike") == {"frame", "tube"}
    assert over(asked, "frame") == {"tube"}
    assert over(asked, "steel") == set()


def test_two_ways_that_meet_hang_on_where_they_meet() -> None:
    """A chainset or a belt, both of rubber: without rubber there is neither."""
    asked = ask(
        *map(segment, ("bike", "chainset", "belt", "rubber")),
        group("bike", "chainset", "belt"),
        group("chainset", "rubber"),
        group("belt", "rubber"),
    )

    assert over(asked, "bike") == {"rubber"}


def test_a_circle_sustains_itself() -> None:
    asked = ask(*map(segment, ("coal", "power")), group("coal", "power"), group("power", "coal"))

    assert (over(asked, "coal"), over(asked, "power")) == ({"power"}, {"coal"})


def test_a_category_goes_with_all_its_kinds_alone() -> None:
    asked = ask(
        *map(segment, ("bike", "drive", "belt", "chainset", "rubber", "steel")),
        *(kind(each, "drive") for each in ("belt", "chainset")),
        group("bike", "drive"),
        group("belt", "rubber"),
        group("chainset", "steel"),
        group("bike", "steel"),
    )

    assert over(asked, "bike") == {"steel"}


def test_of_what_cannot_be_made_at_all_what_goes_into_it_is_listed() -> None:
    """The bike wants a drive itself, no kind of it, and nobody makes a drive that is no kind."""
    asked = ask(
        *map(segment, ("bike", "drive", "belt", "rubber", "bell")),
        kind("belt", "drive"),
        group("bike", "drive", exact=("drive",)),
        group("belt", "rubber"),
        group("bell", "rubber"),
    )

    assert over(asked, "bike") == {"drive", "belt", "rubber"}


@pytest.mark.parametrize("boundary", ["traded", "none"])
@pytest.mark.parametrize("seed", range(0, 300, 3))
def test_dominators_are_what_holds_one_by_one(seed: int, boundary: str) -> None:
    asked = asked_of(
        random_facts(seed), region=None, boundary=boundary, inputs="material", horizon="now"
    )
    frame = asked.frame
    here = frame.situation.certain.available
    found, never = dominators(frame, range(len(here))), set(frame.never)

    for segment_ in range(len(here)):
        own = {segment_, *frame.arrays.above(segment_)}
        held = {t for t in range(len(here)) if here[t] and segment_ in found[t]} - own
        assert held - never == set(holds(frame, segment_)) - never


@pytest.mark.parametrize("seed", range(40))
def test_with_one_group_each_they_are_the_dominators_of_a_flow_graph(seed: int) -> None:
    """Each takes one of some earlier ones, or what is bought: the root of the flow graph."""
    dice = Random(seed)  # noqa: S311 - a test, no secret
    size = dice.randint(2, 9)
    records: list[AnyRecord] = [segment("root", traded=True)]
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for number in range(size):
        earlier = ["root", *(f"s{each}" for each in range(number))]
        inputs = dice.sample(earlier, min(len(earlier), dice.randint(1, 3)))
        records += [segment(f"s{number}"), group(f"s{number}", *inputs)]
        graph.add_edges_from((each, f"s{number}") for each in inputs)
    asked = ask(*records)
    above = networkx.immediate_dominators(graph, "root")

    for number in range(size):
        chain_, here = set[str](), f"s{number}"
        while above.get(here) not in {None, here}:
            here = above[here]
            chain_.add(here)
        assert over(asked, f"s{number}") == chain_ - {"root"}


@pytest.mark.parametrize("room", [1, 5, 4096])
@pytest.mark.parametrize("seed", range(0, 200, 5))
def test_what_has_a_marked_dominator_is_told_without_listing_them(
    seed: int, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many segments are looked at together: one after the other, or all of them."""
    monkeypatch.setattr("graph.analysis.dominators.ROOM", room)
    frame = asked_of(
        random_facts(seed), region=None, boundary="traded", inputs="material", horizon="now"
    ).frame
    every = range(len(frame.inside))
    marked = (frozenset(every[::2]), frozenset(every[::3]), frozenset[int]())
    listed = {each: dominators(frame, [each])[each] for each in every}

    found = dominated(frame, every, marked)

    for hung, among in zip(found, marked, strict=True):
        own = {each: {each, *frame.arrays.above(each)} for each in every}
        assert hung == {each for each in every if (listed[each] - own[each]) & among}


def test_end_products_feed_no_other_of_them() -> None:
    """The frame goes into the bike; the bell goes nowhere."""
    asked = ask(*BIKES)
    products = [asked.network.number(each) for each in ("bike", "frame", "bell")]

    assert asked.ids(end_products(asked.frame, products)) == {"bike", "bell"}


def test_what_is_not_essential_or_goes_through_others_is_told_apart() -> None:
    asked = ask(
        *map(segment, ("car", "seat", "foam", "mat")),
        group("car", "seat"),
        group("seat", "foam"),
        group("car", "mat", essential=False),
    )
    products = [asked.network.number(each) for each in ("car", "foam", "mat")]

    assert asked.ids(end_products(asked.frame, products)) == {"car", "mat"}


def body(*records: AnyRecord, chain: str | None = "bikes") -> RiskBody:
    return risk(workspace(facts(*BIKES, *records)), Terms(), "zh", chain=chain)


def test_the_bike_hangs_on_the_one_maker_of_tube() -> None:
    found = body()

    bike = next(each for each in found.end_products if each.segment.id == "bike")
    assert [(d.segment.id, d.single) for d in bike.dominators] == [("tube", True), ("frame", False)]
    assert [each.segment.id for each in found.end_products] == ["bell", "bike"]
    assert found.summary[0] == "终端产品 2 个，其中 1 个必须依靠只点名一家企业的环节：bike"
    assert {each.segment.id for each in found.singles} == {"bike", "chainset", "tube"}


def test_what_goes_with_a_firm_lies_between_two_bounds() -> None:
    """Local products: bike, frame, tube, chainset, bell. Nobody said that tuber is the only one."""
    firms = {each.enterprise.id: each for each in body().firms}

    assert (firms["tuber"].low, firms["tuber"].known, firms["tuber"].high) == (0, 3, 3)
    assert (firms["acme"].low, firms["acme"].known, firms["acme"].high) == (0, 0, 2)
    assert (firms["flywheel"].known, firms["flywheel"].high, firms["flywheel"].of) == (1, 1, 5)
    assert body().method == "qualitative_cascade"
    sure = body(claim("tube", "absent"))  # said of others than tuber: without it there is none
    assert next(f for f in sure.firms if f.enterprise.id == "tuber").low == 3


AMOUNTS = (
    delivery("tuber", "acme", "tube", amount=4.0),
    delivery("acme", "flywheel", "frame", amount=6.0),
    delivery("links", "flywheel", "chainset", amount=2.0),
    *maker("bells", "bell"),
    delivery("bells", "flywheel", "bell", amount=2.0),
)


def test_deliveries_become_flows_by_the_recipes_of_their_targets() -> None:
    """Frame and chainset are essential to the bike, the bell is not in its recipe."""
    ws = workspace(facts(*BIKES, *AMOUNTS))
    trade, firms = trade_of(ws.frame(Terms()), ws.facts.deliveries.values(), ws.products)

    told = {(firms[f.source], firms[f.target]): (f.amount, f.essential) for f in trade.flows}
    assert told == {
        ("tuber", "acme"): (4.0, True),
        ("acme", "flywheel"): (6.0, True),
        ("links", "flywheel"): (2.0, True),
        ("bells", "flywheel"): (2.0, False),
    }
    # Without bells a fifth of what flywheel takes is missing: 8/10 are wanted of all three
    # suppliers only if flywheel asked for less, which the bell alone does not do upstream.
    assert index(trade, firms.index("bells")) == pytest.approx(2 / 14)
    assert index(trade, firms.index("flywheel")) == pytest.approx(1.0)


def test_alternatives_of_one_group_are_one_kind_of_input() -> None:
    """Chainset and belt stand in for one another; half of the kind is gone, weighed by 1."""
    records = (
        *AMOUNTS[:3],
        *maker("belts", "belt"),
        delivery("belts", "flywheel", "belt", amount=2.0),
    )
    ws = workspace(facts(*BIKES, *records))
    trade, firms = trade_of(ws.frame(Terms()), ws.facts.deliveries.values(), ws.products)
    kinds = {firms[f.source]: f.kind for f in trade.flows}

    assert kinds["links"] == kinds["belts"] != kinds["acme"]


def test_with_amounts_the_index_is_told_and_named() -> None:
    found = body(*AMOUNTS)

    assert found.method == "esri"
    assert found.firms[0].index == pytest.approx(1.0)
    assert {each.enterprise.id: each.index for each in found.firms}["best"] is None
    assert "销售额的 100.0%" in found.summary[-1]
    partly = body(*AMOUNTS, delivery("best", "flywheel", "frame"))
    assert (partly.method, partly.firms[0].index) == ("qualitative_cascade", None)


def test_rows_that_are_shown_are_those_of_the_whole_lists_and_all_are_summed_up() -> None:
    ws = workspace(facts(*BIKES))
    whole = risk(ws, Terms(), "zh")

    part = risk(ws, Terms(), "zh", parts=RiskParts.all_at(slice(1, 2)))
    alone = risk(ws, Terms(), "zh", parts=RiskParts(ends=slice(0), end="bike"))

    assert part.end_products == whole.end_products[1:2]
    assert (part.singles, part.firms) == (whole.singles[1:2], whole.firms[1:2])
    assert (part.summary, part.total) == (whole.summary, 5)
    assert part.totals == RiskTotals(end_products=2, singles=3, firms=5)
    assert [each.segment.id for each in alone.end_products] == ["bike"]
    assert alone.end_products[0] in whole.end_products


def test_deliveries_that_come_later_are_not_answered_with_what_was_known_before() -> None:
    """What goes with a firm is kept by version; the index rests on deliveries besides."""
    ws = workspace(facts(*BIKES))
    before = risk(ws, Terms(), "zh")
    later = risk(replace(ws, facts=facts(*BIKES, *AMOUNTS[:3])), Terms(), "zh")

    assert {each.index for each in before.firms} == {None}
    assert later.firms[0].index == pytest.approx(1.0)


def test_a_chain_without_products_says_so() -> None:
    found = risk(workspace(facts(region(), industry(), chain())), Terms(), "zh", chain="bikes")

    assert found.summary == ("这里没有已知的终端产品",)
    assert (found.end_products, found.singles, found.firms) == ((), (), ())
    assert (found.external.low, found.external.display) == (None, "list")


@pytest.mark.parametrize("boundary", ["traded", "none"])
@pytest.mark.parametrize("horizon", ["now", "planned"])
@pytest.mark.parametrize("seed", range(0, 200, 5))
def test_what_is_lost_with_a_firm_is_what_two_frames_show_round_by_round(
    seed: int, horizon: Horizon, boundary: str
) -> None:
    ws = workspace(random_facts(seed))
    terms = Terms(boundary=parse_boundary(boundary), horizon=horizon)
    frame = ws.frame(terms)
    restated, stopping = Restated(ws.network, frame.situation), Stopping(frame)

    for firm in sorted(ws.products):
        found = stopping.lost(restated.changed_by(without(ws, firm)))
        assert found in (None, traced(ws, terms, firm))


def test_it_rarely_takes_rounds_to_tell_what_is_lost_with_a_firm() -> None:
    """Else the test above would say little, and an answer for a province take minutes."""
    told = []
    for seed in range(0, 200, 5):
        ws = workspace(random_facts(seed))
        frame = ws.frame(Terms())
        restated, stopping = Restated(ws.network, frame.situation), Stopping(frame)
        told += [stopping.lost(restated.changed_by(without(ws, firm))) for firm in ws.products]

    assert sum(each is None for each in told) < len(told) / 50
    assert sum(bool(each and each.known) for each in told) > len(told) / 10
