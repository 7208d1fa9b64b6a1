"""What a picture of the graph draws: bounded, opened, with what was left out counted."""

from graph.answers import workspace
from graph.answers.neighbourhood import Around, neighbourhood
from graph.answers.picture import picture_headline
from graph.answers.shapes.graph import GraphBody
from graph.network.terms import Terms
from tests.questions.asking import LIFT
from tests.support import chain, claim, facts, gap, group, industry, maker, membership, segment

# a frame of five parts, one of which has a maker, one is absent, three are not known
PARTS = ("bolt", "gear", "nut", "rod", "screw")
FACTS = facts(
    industry(),
    chain("bikes", "vehicles"),
    segment("frame"),
    membership("bikes", "frame", "midstream"),
    *maker("acme", "frame"),
    *(segment(each) for each in PARTS),
    *(membership("bikes", each) for each in PARTS),
    *(group("frame", each) for each in PARTS),
    segment("wire"),
    group("bolt", "wire"),
    *maker("rodco", "rod"),
    claim("screw", "absent"),
)


def of(around: Around) -> GraphBody:
    return neighbourhood(workspace(FACTS), Terms(), "zh", around)


def ids(body: GraphBody) -> list[str]:
    return [node.id for node in body.nodes]


def test_a_fan_takes_in_what_is_known_first_and_counts_the_rest() -> None:
    body = of(Around(center="frame", types=("segment",), fan=2))

    assert ids(body) == ["frame", "rod", "screw"]
    assert body.nodes[0].more == 3


def test_an_opened_record_brings_all_its_neighbours() -> None:
    body = of(Around(center="frame", types=("segment",), fan=2, opened=("frame",)))

    assert sorted(ids(body)) == ["bolt", "frame", "gear", "nut", "rod", "screw"]
    assert {node.id: node.more for node in body.nodes}["bolt"] == 1


def test_records_named_besides_are_drawn_alone() -> None:
    body = of(Around(types=("segment",), also=("bolt", "wire")))

    assert sorted(ids(body)) == ["bolt", "wire"]
    assert [edge.source for edge in body.edges] == ["wire"]


def test_a_segment_wears_its_gravest_gap() -> None:
    gaps = {node.id: node.gap for node in of(Around(types=("segment",))).nodes}

    assert gaps["screw"] is not None
    assert gaps["screw"].standing == "confirmed"
    assert gaps["nut"] is not None
    assert gaps["nut"].standing == "to_settle"
    assert gaps["rod"] is None


def test_the_sentence_over_a_stated_gap_says_who_waits_for_its_kinds() -> None:
    """The lift waits for the car and the door, kinds of the parts that the plan wants."""
    wanted = (gap("wanted", segment="parts"), claim("parts", "absent"))
    ws = workspace(facts(*LIFT, *maker("acme", "lift"), *wanted))
    graph = neighbourhood(ws, Terms(), "zh", Around(center="parts", types=("segment",)))

    assert picture_headline(ws, Terms(), "zh", graph) == "parts是确认缺口，卡住1个本地产品"


def test_in_the_picture_of_a_chain_a_gap_of_another_chain_is_marked_as_such() -> None:
    """The frame is made in one chain, stands in the other too, and a bike waits for it."""
    ws = workspace(
        facts(
            *map(segment, ("bike", "frame", "mould")),
            industry(),
            chain("bikes"),
            chain("moulds"),
            membership("bikes", "bike", "midstream"),
            membership("bikes", "frame", "midstream"),
            membership("moulds", "mould", "midstream"),
            membership("moulds", "frame", stage="upstream"),
            group("bike", "frame"),
            *maker("acme", "bike"),
            claim("frame", "absent"),
        )
    )

    def elsewhere(where: str | None) -> bool:
        nodes = neighbourhood(ws, Terms(), "zh", Around(chain=where, types=("segment",))).nodes
        worn = next(node.gap for node in nodes if node.id == "frame")
        assert worn
        assert worn.standing == "confirmed"
        return worn.elsewhere

    assert [elsewhere(each) for each in (None, "bikes", "moulds")] == [False, False, True]
