"""The picture of a path has every edge of every shortest path, inherited inputs included."""

from itertools import pairwise
from random import Random

import pytest

from api.drawings import picture
from api.queries import Question
from graph.answers import path, workspace
from graph.answers.neighbourhood import Around, neighbourhood
from graph.answers.relations import relation
from graph.errors import UnknownNameError
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.support import facts, group, kind, segment
from viz.graph_data import GraphData
from viz.graph_page import GraphQuery
from viz.graph_page import picture as drawn_as

INHERITED = workspace(
    facts(
        *map(segment, ("car", "sedan", "seat", "foam")),
        kind("sedan", "car"),
        group("car", "seat"),
        group("seat", "foam"),
    )
)
"""Foam → seat → car; a sedan is a kind of car and inherits the seat."""


def edges(ws_picture: GraphData) -> set[tuple[str, str]]:
    return {(each["from"], each["to"]) for each in ws_picture["edges"]}  # type: ignore[misc] # ids


def test_a_path_to_a_kind_is_drawn_with_the_input_that_it_inherits() -> None:
    query = GraphQuery(from_="foam", to="sedan")
    drawn = picture(Question(INHERITED), query)

    assert {("foam", "seat"), ("seat", "sedan")} <= edges(drawn_as(drawn, "zh"))


def test_an_inherited_input_can_be_asked_for_its_proof() -> None:
    body = path(INHERITED, "foam", "sedan", Terms())
    fact = body.paths[0][-1].fact or ""
    found = relation(INHERITED, Terms(), "zh", fact, ("segment:seat", "segment:sedan"))

    assert (found.source.id, found.target.id, found.relation) == ("seat", "sedan", "supplies")
    assert found.evidence == body.paths[0][-1].evidence
    with pytest.raises(UnknownNameError):
        relation(INHERITED, Terms(), "zh", fact, ("segment:foam", "segment:sedan"))


def test_without_a_path_nothing_inherited_is_drawn() -> None:
    around = Around(types=("segment",), also=("seat", "sedan"))

    assert neighbourhood(INHERITED, Terms(), "zh", around).edges == ()


@pytest.mark.parametrize("seed", range(8))
def test_paths_between_shipped_segments_lose_no_edge(seed: int) -> None:
    ws, dice = shipped("hechuan"), Random(seed)  # noqa: S311 - a test, no secret
    connected = 0
    while connected < 6:
        source, target = dice.sample(sorted(ws.facts.segments), 2)
        body = path(ws, source, target, Terms())
        if not body.paths:
            continue
        connected += 1
        steps = {
            (one.segment.id, other.segment.id)
            for steps in body.paths
            for one, other in pairwise(steps)
        }
        drawn = drawn_as(picture(Question(ws), GraphQuery(from_=source, to=target)), "zh")

        assert steps <= edges(drawn), (source, target)
