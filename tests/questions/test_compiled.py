"""Loops answer the same as Python and compiled: what the definitions say, worked out apart."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graph.analysis.closure import downstream_depths, followed
from graph.model import Facts
from graph.network.assuming import Trials
from graph.network.compiled import When, compiled
from graph.network.regions import completable_everywhere, facts_of_regions
from tests.questions.asking import Asked, asked_of
from tests.questions.brute_force import Question
from tests.questions.brute_recipes import Recipes
from tests.questions.comparison import cases, compare
from tests.questions.random_graphs import random_facts
from tests.questions.test_assuming import frame_with
from tests.support import enterprise, makes, reported

FEW = range(0, 60, 5)


@pytest.fixture(params=["never", "always"], autouse=True)
def way(request: pytest.FixtureRequest) -> Iterator[None]:
    when: When = request.param
    with compiled(when):
        yield


def test_every_answer_is_that_of_the_definitions() -> None:
    assert compare(4).differences == {}


def test_what_is_downstream_of_a_segment_has_it_upstream_at_the_same_depth() -> None:
    for seed in FEW:
        _, asked, question = next(cases(seed, random_facts(seed)))
        depths = {target: question.depths(target) for target in asked.network.ids}
        for source in asked.network.ids:
            expected = {t: d[source] for t, d in depths.items() if d.get(source)}

            assert downstream(asked, source) == expected, (seed, source)


def downstream(asked: Asked, source: str) -> dict[str, int]:
    number, ids = asked.network.number(source), asked.network.ids
    found = downstream_depths(asked.frame, number, followed(asked.frame))
    return {ids[each]: depth for each, depth in found.items()}


def test_what_an_answer_adds_is_what_a_dataset_with_it_has_more() -> None:
    for seed in FEW:
        facts = random_facts(seed)
        before = frame_with(facts, horizon="now", boundary="traded")
        trials = Trials(before.frame)
        for number, name in enumerate(before.network.ids):
            if before.status(name) != "unknown":
                continue
            newcomer = (enterprise("new"), makes("new", name, evidence=reported("2027-06")))
            anew = frame_with(facts, *newcomer, horizon="now", boundary="traded").frame

            with trials.made(number) as found:
                assert found.frame.situation.now == anew.situation.now, (seed, name)
                assert found.frame.certain == anew.certain, (seed, name)


@pytest.mark.parametrize("horizon", ["now", "planned"])
def test_every_region_completes_what_it_completes_when_asked_alone(horizon: str) -> None:
    more = 0
    for seed in FEW:
        facts = random_facts(seed)
        asked = asked_of(facts, region=None, boundary="traded", inputs="material", horizon=horizon)
        network, terms = asked.network, asked.frame.terms
        found = completable_everywhere(asked.frame, facts_of_regions(network, terms))
        anywhere = completable(replace(facts, makes={}, claims={}), "district", horizon)
        for number, region in enumerate(network.locals.regions):
            expected = completable(facts, region, horizon) - anywhere

            assert sorted(asked.network.ids[s] for s in found.row(number)) == sorted(expected)
            more += len(expected)

    assert more > 20


def completable(facts: Facts, region: str, horizon: str) -> set[str]:
    """What a region can complete for certain, by the definition."""
    question = Question(Recipes(facts, ()), region, True, None, frozenset({"material"}), horizon)
    return set(question.world("certain").completable)
