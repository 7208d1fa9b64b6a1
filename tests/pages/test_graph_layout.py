"""Where nodes stand: stages in order, suppliers left of whom they supply, guests under hosts."""

from itertools import pairwise

from graph.answers import workspace
from graph.answers.neighbourhood import Around, neighbourhood
from graph.network.terms import Terms
from tests.support import (
    chain,
    enterprise,
    facts,
    group,
    industry,
    maker,
    membership,
    role,
    segment,
)
from viz.graph_layout import COLUMN, HANGING, ROW, at_the_foot, placed, positions


def test_within_a_stage_whoever_supplies_stands_left() -> None:
    # 0 → 1 → 2 in one stage, 3 in the next
    places = positions([0, 0, 0, 1], [(0, 1), (1, 2), (2, 3)])

    assert all(one[0] < other[0] for one, other in pairwise(places))


def test_a_ring_of_supplies_is_cut_and_still_has_places() -> None:
    places = positions([0, 0, 0], [(0, 1), (1, 2), (2, 0)])

    assert len(set(places)) == 3


def test_what_hangs_on_a_node_stands_right_below_it() -> None:
    places = positions([0, 0, 0, 0], [], {2: 0, 3: 0})

    (x, y), first, second = places[0], places[2], places[3]
    assert first == (x, y + (1 + HANGING) / 2 * ROW)
    assert second == (x, first[1] + HANGING * ROW)


def test_a_guest_of_a_guest_stands_by_itself() -> None:
    places = positions([0, 0, 0], [], {1: 0, 2: 1})

    assert len(set(places)) == 3


def test_two_edges_that_cross_are_put_straight() -> None:
    # 0 and 1 supply 3 and 2: drawn in order of index the two edges would cross
    places = positions([0, 0, 1, 1], [(0, 3), (1, 2)])

    assert (places[0][1] < places[1][1]) == (places[3][1] < places[2][1])


def test_a_depth_with_many_nodes_does_not_widen_its_stage() -> None:
    """Forty suppliers of one product, a chain of three behind it: five columns are enough."""
    ring = [(each, 40) for each in range(40)] + [(40, 41), (41, 42), (42, 43)]
    places = positions([0] * 44, ring)

    assert len({x for x, _ in places}) <= 5


def test_many_nodes_fill_a_picture_of_a_screen_and_none_covers_another() -> None:
    places = positions([each % 4 for each in range(400)], [])

    wide = max(x for x, _ in places) - min(x for x, _ in places) + COLUMN
    high = max(y for _, y in places) - min(y for _, y in places) + ROW
    assert len(set(places)) == 400
    assert 1 < wide / high < 2.5


def test_firms_of_which_nothing_drawn_is_known_stand_below_the_stages() -> None:
    ws = workspace(
        facts(
            industry(),
            chain("bikes"),
            segment("frame"),
            segment("bike"),
            membership("bikes", "frame"),
            membership("bikes", "bike", "midstream"),
            group("bike", "frame"),
            *maker("acme", "bike"),
            enterprise("lone"),
            role("bikes", "lone"),
        )
    )
    around = Around(chain="bikes", types=("segment", "enterprise"))
    body = placed(neighbourhood(ws, Terms(), "zh", around))
    at = {node.id: (node.x, node.y) for node in body.nodes}

    assert at_the_foot(body) == ("lone",)
    assert at["lone"][1] > max(y for node, (_, y) in at.items() if node != "lone") + ROW
    assert min(at["frame"][0], at["bike"][0]) <= at["lone"][0] <= max(at["frame"][0], at["bike"][0])
    assert len({x for node, (x, _) in at.items() if node != "lone"}) == 2


def test_a_firm_by_itself_stands_where_a_picture_begins() -> None:
    ws = workspace(facts(enterprise("lone")))
    body = placed(neighbourhood(ws, Terms(), "zh", Around(center="enterprise:lone")))

    assert [(node.id, node.x, node.y) for node in body.nodes] == [("lone", 0, 0)]
    assert at_the_foot(body) == ()


def test_a_picture_of_nothing_has_no_places() -> None:
    assert positions([], []) == ()
    assert placed(neighbourhood(workspace(facts()), Terms(), "zh", Around())).nodes == ()
