"""What is found around one record is what the list of every relation has of it."""

from itertools import chain as joined

import pytest

from graph.answers import workspace
from graph.answers.adjacent import Adjacent, shelf
from graph.answers.offered import NODE_TYPES, NodeType
from graph.answers.relations import order, ties
from graph.answers.tie import NodeKey, Tie
from graph.answers.workspace import Workspace
from graph.network.terms import Terms
from tests.exchange.conftest import shipped
from tests.support import (
    by_product,
    chain,
    claim,
    facts,
    group,
    industry,
    kind,
    maker,
    makes,
    membership,
    role,
    segment,
)

MADE_UP = workspace(
    facts(
        industry(),
        chain("bikes", "vehicles"),
        *(segment(each) for each in ("bolt", "frame", "racer", "slag")),
        kind("racer", "frame"),
        group("frame", "bolt"),
        by_product("bolt", "slag"),
        membership("bikes", "frame", "midstream"),
        *maker("acme", "racer"),
        *maker("planner", "bolt", status="planned"),
        makes("acme", "slag"),
        role("bikes", "acme"),
        claim("bolt", "absent"),
    )
)
"""Each relation but that to a region; the racer inherits the bolt, which is none of its own."""


def relations(ws: Workspace, *types: NodeType) -> list[Tie]:
    """Every relation between records of some types."""
    every = ties(ws, ws.gap_rows(Terms()).values())
    return [each for each in every if {each.source[0], each.target[0]} <= set(types)]


@pytest.mark.parametrize("types", [NODE_TYPES, ("segment", "enterprise"), ("gap", "segment")])
@pytest.mark.parametrize("name", ["made up", "demo", "hechuan"])
def test_around_each_record_are_all_its_relations_and_no_others(
    name: str, types: tuple[NodeType, ...]
) -> None:
    ws = MADE_UP if name == "made up" else shipped(name)
    adjacent = Adjacent(ws, Terms(), frozenset(types))
    keys: list[NodeKey] = [(each, id_) for each in types for id_ in shelf(ws, Terms(), each)]
    around: dict[NodeKey, list[Tie]] = {key: [] for key in keys}
    for tie in relations(ws, *types):
        for end in {tie.source, tie.target}:
            around[end].append(tie)

    assert {key: sorted(adjacent.ties(key), key=order) for key in keys} == around


def test_relations_of_every_sort_are_found() -> None:
    adjacent = Adjacent(MADE_UP, Terms(), frozenset(NODE_TYPES))
    found = joined(*(adjacent.ties(("segment", each)) for each in ("bolt", "racer")))

    assert {(each.relation, each.source[1], each.target[1]) for each in found} >= {
        ("supplies", "bolt", "frame"),
        ("supplies", "bolt", "slag"),
        ("kind_of", "racer", "frame"),
        ("makes", "acme", "racer"),
        ("makes", "planner", "bolt"),
        ("blocks", "derived.district.bolt", "racer"),
        ("gap_on", "derived.district.bolt", "bolt"),
    }
