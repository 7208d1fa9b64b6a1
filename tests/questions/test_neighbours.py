"""Neighbours beside gaps: complement or rival, by what both sides state."""

import pytest

from graph.answers import GapFilter, gap, gap_list, neighbours_of, workspace
from graph.answers.shapes.gaps import NeighbourBeside
from graph.model import AnyRecord
from graph.network.terms import Terms
from tests import support as s

COUNTY = (
    s.region(),
    *(s.region(each, "neighbour") for each in ("maker", "taker", "friend", "both")),
    s.region("park", "park"),
    s.industry(),
    s.chain("parts"),
    s.chain("bikes"),
    s.segment("bike"),
    s.segment("frame"),
    s.segment("saddle"),
    s.membership("bikes", "bike", "downstream"),
    s.membership("parts", "frame", "midstream"),
    s.membership("parts", "saddle", "midstream"),
    s.group("bike", "frame"),
    *s.maker("acme", "bike"),
    s.claim("frame", "absent"),
    s.direction("maker", "parts", "parts"),
    s.direction("taker", "bikes", "bikes"),
    s.direction("friend", "parts", "parts", sort="cooperates"),
    s.direction("both", "parts", "parts"),
    s.direction("both", "bikes", "bikes"),
    s.direction("park", "parts", "parts"),
)
"""A bike is made here and waits for a frame; parts are made in one chain, bikes in another."""
ASKED = s.gap("frames_wanted", "introduce", segment="frame", chains=("parts",))
SADDLES = s.gap("saddles_wanted", "introduce", segment="saddle", chains=("parts",))


def beside(gap_id: str, *more: AnyRecord) -> dict[str, NeighbourBeside]:
    ws = workspace(s.facts(*COUNTY, *more))
    return {each.region.id: each for each in gap(ws, gap_id, Terms(), "zh").neighbours}


def test_who_develops_the_chain_that_makes_what_is_waited_for_is_a_complement() -> None:
    found = beside("derived.district.frame")

    assert {id_: (each.role, each.reasons) for id_, each in found.items()} == {
        "maker": ("complement", ("makes",)),
        "taker": ("complement", ("takes",)),
        "friend": ("complement", ("cooperates",)),
        "both": ("complement", ("makes", "takes")),
    }


def test_where_the_plan_wants_it_to_come_here_both_ask_the_same_firms() -> None:
    found = beside("frames_wanted", ASKED)

    assert (found["maker"].role, found["maker"].reasons) == ("both", ("makes", "attracts"))
    assert found["taker"].role == found["friend"].role == "complement"


def test_what_nothing_here_waits_for_makes_rivals_alone() -> None:
    found = beside("saddles_wanted", SADDLES)

    assert {id_: each.role for id_, each in found.items()} == {
        "maker": "rival",
        "friend": "complement",
        "both": "rival",
    }


def test_both_sides_are_quoted() -> None:
    stated = beside("frames_wanted", ASKED)["maker"]
    derived = beside("derived.district.frame")["maker"]

    assert [each.quote for each in (*stated.evidence, *stated.ours)] == ["原文", "原文"]
    assert [each.basis for each in derived.ours] == ["stated"]  # what says that the bike is made


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"frames_wanted": 4, "saddles_wanted": 3}),
        ({"region": "maker"}, {"frames_wanted": 1, "saddles_wanted": 1}),
        ({"role": "rival"}, {"saddles_wanted": 2}),
        ({"region": "taker", "role": "rival"}, {}),
    ],
)
def test_the_list_can_be_asked_by_neighbour_and_role(
    asked: dict[str, str], expected: dict[str, int]
) -> None:
    ws = workspace(s.facts(*COUNTY, ASKED, SADDLES))
    rows = gap_list(ws, Terms(), "zh", GapFilter())

    body = neighbours_of(ws, Terms(), "zh", rows, **asked)  # type: ignore[arg-type] # codes in a test

    found = [each.gap.id for each in body.items]
    assert {id_: found.count(id_) for id_ in found} == expected
    assert body.total == sum(expected.values())


def test_a_part_of_the_list_is_counted_as_all_of_it() -> None:
    ws = workspace(s.facts(*COUNTY, ASKED, SADDLES))
    rows = gap_list(ws, Terms(), "zh", GapFilter())

    body = neighbours_of(ws, Terms(), "zh", rows, part=slice(3, 5))

    assert (body.total, body.gaps, body.regions) == (7, 2, 4)
    assert [(each.gap.id, each.region.id) for each in body.items] == [
        ("frames_wanted", "taker"),
        ("saddles_wanted", "both"),
    ]


def test_what_is_only_on_record_has_no_neighbours_to_ask() -> None:
    ws = workspace(
        s.facts(*COUNTY, s.gap("weak_frames", "weak", segment="frame", chains=("parts",)))
    )

    body = neighbours_of(ws, Terms(), "zh", gap_list(ws, Terms(), "zh", GapFilter()))

    assert {each.gap.id for each in body.items} == {"derived.district.frame"}
