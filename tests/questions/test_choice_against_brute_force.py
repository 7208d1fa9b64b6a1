"""Random datasets: a choice is worth what the definitions say, and the best is that of all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, islice, product
from random import Random

import pytest

from graph.analysis.gain_model import GainModel
from graph.analysis.gain_rules import WorldName
from graph.analysis.optimum import Limits, best_choice
from tests.questions.asking import Asked
from tests.questions.brute_answers import candidates
from tests.questions.brute_choice import Choosing
from tests.questions.brute_force import Question, worlds
from tests.questions.choosing import Choosable, told
from tests.questions.comparison import cases
from tests.questions.random_graphs import random_facts

SEEDS = (*range(30), 63, 86, 95, 98, 103, 110, 145, 147, 218, 239, 247, 251, 252, 262)
"""Any datasets, and some in which two candidates bring more together than each by itself."""
MOST = 6
"""Candidates up to which every set is a world of its own."""
WIDEST = 16
"""Candidates up to which every set is tried by the model, once that is known to be right."""
Case = tuple[str, Asked, Question]
RICH = (15, 16, 20, 31, 58, 63, 68, 88, 103, 104, 106, 109)
"""Datasets with eleven candidates or more, and eight conditions or more between them."""
Told = tuple[Fraction | int, int]


@dataclass
class Found:
    """What differed, and how often anything was at stake."""

    values: list[str] = field(default_factory=list)
    optima: list[str] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module")
def found() -> Found:
    result = Found()
    for seed in SEEDS:
        case, asked, question = _one_of(cases(seed, random_facts(seed, 10)), seed)
        for world in worlds():
            _compare(result, f"{case} {world}", asked, question, world)
    return result


def _one_of(found: Iterator[Case], seed: int) -> Case:
    """Ask each dataset under one of the eight terms, in turn."""
    return next(islice(found, seed % 8, None))


def _compare(result: Found, case: str, asked: Asked, question: Question, world: WorldName) -> None:
    names = tuple(candidates(question.world("certain"))[:MOST])
    choosable = Choosable(asked, names)
    defined = Choosing(question, world, choosable.planned)
    model = choosable.ground.model(world, choosable.wishes(1))
    worth: dict[frozenset[str], Told] = {}
    for chosen in _subsets(names, MOST):
        worth[chosen] = defined.worth(chosen)
        counted = told(model.worth(model.numbers(map(choosable.number, chosen))))
        if counted != worth[chosen]:
            result.values.append(f"{case} {sorted(chosen)}: {counted} is not {worth[chosen]}")
    for k in (1, 2, 3):
        best = max(value for chosen, value in worth.items() if len(chosen) <= k)
        if _best(model, Limits(k)) != best:
            result.optima.append(f"{case} {k}")
    result.seen["gain"] += any(gain for gain, _ in worth.values())
    result.seen["completes"] += any(done for _, done in worth.values())
    result.seen["together"] += _together(worth)


def _subsets(names: tuple[str, ...], largest: int) -> Iterator[frozenset[str]]:
    for size in range(min(len(names), largest) + 1):
        yield from map(frozenset, combinations(names, size))


def _together(worth: dict[frozenset[str], Told]) -> bool:
    """Whether two bring more together than each by itself."""
    return any(
        gain > sum(worth[frozenset({each})][0] for each in chosen)
        for chosen, (gain, _) in worth.items()
        if len(chosen) == 2
    )


def _best(model: GainModel, limits: Limits) -> Told:
    found = best_choice(model, limits, seconds=10)
    assert found is not None
    assert found.proven
    return told(found.worth)


def test_a_choice_is_worth_what_the_definitions_say(found: Found) -> None:
    assert found.values[:3] == []


def test_the_best_choice_is_the_best_of_all_worlds(found: Found) -> None:
    assert found.optima[:3] == []


@pytest.mark.parametrize(("feature", "least"), [("gain", 20), ("completes", 20), ("together", 10)])
def test_the_cases_put_something_at_stake(found: Found, feature: str, least: int) -> None:
    assert found.seen[feature] >= least


@pytest.mark.parametrize("seed", RICH)
def test_the_best_of_sixteen_under_limits_is_that_of_every_set(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - a test, no secret
    _, asked, question = _one_of(cases(seed, random_facts(seed + 5000, 40)), seed)
    choosable = Choosable(asked, tuple(_few(question, dice)))
    world: WorldName = dice.choice(("certain", "certain", "possible"))
    model = choosable.ground.model(world, choosable.wishes(1))
    limits = _limits(dice, len(model.candidates))

    best = max(told(model.worth(chosen)) for chosen in _allowed(limits, len(model.candidates)))

    assert _best(model, limits) == best


def _few(question: Question, dice: Random) -> list[str]:
    own = (question.world("certain").own, question.recipes.captive, question.recipes.category)
    options = [s for s in question.recipes.ids if not any(s in each for each in own)]
    options = [s for s in options if s not in question.world("certain").by_products]
    return dice.sample(options, min(WIDEST, len(options)))


def _limits(dice: Random, n: int) -> Limits:
    return Limits(
        k=dice.choice((2, 3, 4)),
        forced=frozenset(dice.sample(range(n), dice.choice((0, 0, 1)))),
        parks=dice.choice(({}, {"east": 5.0, "west": 6.0})),
        land={each: float(dice.randint(0, 4)) for each in range(n)},
        fits={each: {"east"} for each in range(n) if dice.random() < 0.3},
        budget=dice.choice((None, 12.0)),
        costs={each: float(dice.randint(1, 6)) for each in range(n)},
    )


def _allowed(limits: Limits, n: int) -> Iterator[frozenset[int]]:
    for size in range(len(limits.forced), limits.k + 1):
        for chosen in map(frozenset, combinations(range(n), size)):
            if limits.forced <= chosen and _affordable(limits, chosen) and _placed(limits, chosen):
                yield chosen


def _affordable(limits: Limits, chosen: frozenset[int]) -> bool:
    return limits.budget is None or sum(limits.costs[each] for each in chosen) <= limits.budget


def _placed(limits: Limits, chosen: frozenset[int]) -> bool:
    """Whether some way to give each its park keeps to what the parks have."""
    if not limits.parks:
        return True
    return any(
        all(
            place in limits.fits.get(each, limits.parks)
            for each, place in zip(chosen, places, strict=True)
        )
        and all(
            sum(limits.land[each] for each, there in zip(chosen, places, strict=True) if there == p)
            <= room
            for p, room in limits.parks.items()
        )
        for places in product(limits.parks, repeat=len(chosen))
    )
