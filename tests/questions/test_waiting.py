"""Who lacks one segment, found from the segment, is who lacks it in the whole list."""

from dataclasses import replace

import pytest

from graph.analysis.gaps import named_in
from graph.analysis.unmet import unmet
from graph.analysis.waiting import WaitingWalk
from graph.model import Facts
from graph.network.compile import compile_network
from graph.network.frame import frame_of
from graph.network.terms import Terms, parse_boundary
from tests.questions.random_graphs import random_facts
from tests.trade import district

ASKED = (
    Terms(),
    Terms(horizon="planned"),
    Terms(boundary=parse_boundary("none"), inputs=("material", "energy", "capital", "service")),
    Terms(boundary=parse_boundary("traded+tiers:1")),
)


def check(facts: Facts, terms: Terms) -> None:
    frame = frame_of(compile_network(facts), replace(terms, region=facts.dataset.region))
    named = frozenset(named_in(frame, facts.gaps.values()))
    whole = unmet(frame, named)
    lacking = {
        segment: [
            product
            for product, lack in sorted(whole.found.items())
            if any(segment == member for group in lack.groups for member, _ in group.members)
        ]
        for segment in range(len(frame.inside))
    }
    for segment, products in lacking.items():
        assert unmet(frame, named).lacks(segment) == (segment in whole.segments)
        if terms.boundary.tiers is None:
            assert list(WaitingWalk(frame, named).products(segment)) == products


@pytest.mark.parametrize("terms", ASKED, ids=str)
@pytest.mark.parametrize("number", range(60))
def test_a_random_dataset_lacks_a_segment_as_its_list_says(number: int, terms: Terms) -> None:
    check(random_facts(number), terms)


def test_the_shipped_district_lacks_a_segment_as_its_list_says() -> None:
    check(district().facts, ASKED[0])
