"""Loops answer the same as Python and compiled: what the definitions say, worked out apart."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest

from graph.analysis.closure import downstream_depths, followed
from graph.analysis.dependence import reach, reaches
from graph.analysis.synergy import Places, ground, shared_inputs, supplies
from graph.analysis.tallies import input_tally, supply_tally
from graph.model import Facts
from graph.model.vocabulary import Stage
from graph.network.arrays import rows_of
from graph.network.assuming import Trials
from graph.network.compiled import When, compiled
from graph.network.frame import Frame, standing
from graph.network.kernels import largest_self_supporting, spread_availability
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


def test_products_in_reach_of_all_segments_are_those_of_each() -> None:
    for seed in FEW:
        frame = next(cases(seed, random_facts(seed)))[1].frame
        every = range(len(frame.inside))
        found = reaches(frame, every, every[::2])
        for source in every:
            expected = set(reach(frame, source)).intersection(every[::2])

            assert set(found.row(source)) == expected, (seed, source)


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


def test_more_regions_than_a_word_has_bits_complete_what_each_completes() -> None:
    dice = Random(5)  # noqa: S311 - no secret
    frame = next(cases(5, random_facts(5)))[1].frame
    numbers = [each for each in range(len(frame.inside)) if not frame.arrays.captive[each]]
    few = [sorted(dice.sample(numbers, dice.randrange(len(numbers)))) for _ in range(50)]
    facts = [dice.choice(few) for _ in range(1_100)]
    found = completable_everywhere(frame, rows_of(facts))
    anywhere = sustained_by(frame, [])
    expected = {tuple(row): sorted(sustained_by(frame, row) - anywhere) for row in few}

    assert [found.row(each).tolist() for each in range(1_100)] == [
        expected[tuple(row)] for row in facts
    ]
    assert sum(map(len, expected.values())) > 50


def sustained_by(frame: Frame, facts: list[int]) -> set[int]:
    """What one region can complete, asked alone."""
    size = len(frame.inside)
    world = spread_availability(frame.arrays, bytearray(each in facts for each in range(size)))
    base = standing(frame.arrays, world, known=True)
    whole = largest_self_supporting(frame.arrays, frame.asked, frame.inside, base).whole
    return {each for each in range(size) if whole[each]}


def completable(facts: Facts, region: str, horizon: str) -> set[str]:
    """What a region can complete for certain, by the definition."""
    question = Question(Recipes(facts, ()), region, True, None, frozenset({"material"}), horizon)
    return set(question.world("certain").completable)


def test_pairs_of_chains_have_as_many_ties_as_their_lists_name() -> None:
    ties = 0
    for seed in FEW:
        asked = asked_of(
            random_facts(seed), region=None, boundary="traded", inputs="material", horizon="now"
        )
        on, chains = ground(asked.frame), drawn_chains(len(asked.network.ids), seed)
        given, shared = supply_tally(on, chains), input_tally(on, chains)
        for one, other in permutations(range(len(chains)), 2):
            supply = supplies(on, chains[one], chains[other])
            ties += len(supply.known) + len(supply.possible)

            assert given.known[one, other] == len(supply.known), seed
            assert given.possible[one, other] == len(supply.possible), seed
            if one < other:
                both = shared_inputs(on, chains[one], chains[other])
                assert shared.known[one, other] == len(both.known), seed
                assert shared.possible[one, other] == len(both.possible), seed

    assert ties > 50


def drawn_chains(segments: int, seed: int) -> list[Places]:
    dice = Random(seed)  # noqa: S311 - no secret
    stages: tuple[Stage, ...] = ("upstream", "midstream", "downstream", "supporting")
    return [
        {each: dice.choice(stages) for each in range(segments) if dice.random() < 0.5}
        for _ in range(4)
    ]
