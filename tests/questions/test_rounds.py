"""Rounds of effect: by hand, and by the definitions step by step on random datasets."""

import pytest

from graph.analysis.rounds import Shift, Shifts, shifts
from graph.model import AnyRecord, Facts
from graph.network.compile import compile_network
from graph.network.frame import frame_of
from graph.network.supposed import Supposition, supposed_facts, supposed_network
from graph.network.terms import Terms
from tests.questions.brute_force import Answers, Question
from tests.questions.brute_recipes import Recipes
from tests.questions.random_graphs import random_facts
from tests.questions.test_supposed import random_supposition
from tests.support import by_product, claim, facts, group, kind, maker, segment

SEEDS = range(600)
LINE: tuple[AnyRecord, ...] = (
    *map(segment, ("ore", "steel", "tube", "frame", "bike")),
    group("steel", "ore"),
    group("tube", "steel"),
    group("frame", "tube"),
    group("bike", "frame"),
    *(claim(each, "present") for each in ("ore", "steel", "frame", "bike")),
    *maker("acme", "tube"),
)
"""Ore → steel → tube → frame → bike; acme alone is known to make tube."""


def asked(dataset: Facts, change: Supposition) -> tuple[Shifts, tuple[str, ...]]:
    network = compile_network(dataset)
    after = supposed_network(network, dataset, change)
    return shifts(frame_of(network, Terms()), frame_of(after, Terms())), network.ids


def told(found: tuple[Shift, ...], ids: tuple[str, ...]) -> list[tuple[object, ...]]:
    return [
        (ids[e.segment], e.round, e.sort, e.cause, [ids[each] for each in e.through]) for e in found
    ]


def lost(change: Supposition, *records: AnyRecord) -> list[tuple[object, ...]]:
    found, ids = asked(facts(*records), change)
    assert found.gained == ()
    return told(found.lost, ids)


CLOSED = Supposition("district", closed=frozenset({"acme"}))


def test_what_takes_it_goes_round_by_round() -> None:
    assert lost(CLOSED, *LINE) == [
        ("tube", 1, "available", "fact", []),
        ("frame", 2, "completable", "input", ["tube"]),
        ("bike", 3, "completable", "input", ["frame"]),
    ]


def test_what_comes_is_gained_in_the_same_order() -> None:
    """The mirror: tube is planned, and then made."""
    waits = (*LINE[:-2], *maker("acme", "tube", status="planned"))
    found, ids = asked(facts(*waits), Supposition("district", landed=frozenset({"acme"})))

    assert found.lost == ()
    assert told(found.gained, ids) == [
        ("tube", 1, "available", "fact", []),
        ("frame", 2, "completable", "input", ["tube"]),
        ("bike", 3, "completable", "input", ["frame"]),
    ]


def test_an_alternative_that_is_here_stops_it() -> None:
    """The frame takes tube or bamboo, and there is bamboo."""
    bamboo = (segment("bamboo"), claim("bamboo", "present"), group("frame", "tube", "bamboo"))
    records = (*LINE[:7], *LINE[8:], *bamboo)

    assert lost(CLOSED, *records) == [("tube", 1, "available", "fact", [])]


def test_a_second_known_maker_stops_it_at_once() -> None:
    assert lost(CLOSED, *LINE, *maker("best", "tube")) == []


def test_who_has_stopped_already_changes_nothing() -> None:
    assert lost(CLOSED, *LINE[:-2], *maker("acme", "tube", status="suspended")) == []


def test_a_general_segment_goes_with_its_last_kind_and_a_by_product_with_its_source() -> None:
    records = (
        *map(segment, ("power", "ash", "tube", "steel_tube")),
        kind("steel_tube", "tube"),
        by_product("steel_tube", "ash"),
        *maker("acme", "steel_tube"),
    )

    assert lost(CLOSED, *records) == [
        ("steel_tube", 1, "available", "fact", []),
        ("ash", 2, "available", "by_product", ["steel_tube"]),
        ("tube", 2, "available", "kind", ["steel_tube"]),
    ]


def test_what_is_bought_no_longer_stops_its_takers() -> None:
    records = (
        segment("ore", traded=True),
        segment("steel"),
        group("steel", "ore"),
        claim("steel", "present"),
    )

    assert lost(Supposition("district", untraded=frozenset({"ore"})), *records) == [
        ("ore", 1, "obtainable", "market", []),
        ("steel", 2, "completable", "input", ["ore"]),
    ]


def test_what_sustains_itself_in_a_circle_comes_as_one() -> None:
    """Power needs coal and coal needs power; both are here once coal is."""
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("coal", "power")),
        group("coal", "power"),
        group("power", "coal"),
        claim("power", "present"),
    )
    found, ids = asked(facts(*records), Supposition("district", here=frozenset({"coal"})))

    assert told(found.gained, ids) == [
        ("coal", 1, "available", "fact", []),
        ("power", 2, "completable", "circle", ["coal"]),
    ]


class Naive:
    """The definitions, one step at a time, everything at once, with sets of names."""

    def __init__(self, question: Question) -> None:
        self.question, self.recipes = question, question.recipes
        self.answers = question.world("certain")
        self.works = self.answers.available | self._stages_at_work()
        everything = {(s, exact) for s in self.recipes.ids for exact in (False, True)}
        self.holds = {each for each in everything if self._counts(*each)}

    def _stages_at_work(self) -> set[str]:
        works = set(self.answers.available)
        while True:
            more = {c for c in self.recipes.captive if self.recipes.consumers[c] & works}
            more |= {t for s, t in self.recipes.by_products if s in works | more}
            more &= self.recipes.captive
            if more <= works:
                return works & self.recipes.captive
            works |= more

    def _counts(self, name: str, exact: bool) -> bool:
        if not exact:
            return name in self.answers.completable
        stands = name in self.question.bought or self.answers.stands(name)
        needs = [] if name in self.question.bought else self.question.needs(name)
        return stands and all(self.answers.met(need) for need in needs)

    def step(
        self, works: set[str], holds: set[tuple[str, bool]]
    ) -> tuple[set[str], set[tuple[str, bool]]]:
        recipes = self.recipes
        here = {t for s, t in recipes.by_products if s in works} | self.answers.own
        rises = {recipes.parent[s] for s in works - recipes.captive if s in recipes.parent}
        stages = {c for c in recipes.captive if recipes.consumers[c] & works}
        base = (here | recipes.captive) - recipes.category
        alone = self.question.bought | {
            s
            for s in base
            if all(any((n, exact) in holds for n, exact in g) for g in self.question.needs(s))
        }
        whole = alone | {
            recipes.parent[s] for s, exact in holds if s in recipes.parent and not exact
        }
        now = here | (rises - recipes.captive) | stages
        return now, {(s, True) for s in alone} | {(s, False) for s in whole}


def rounds(old: Naive, new: Naive, *, falling: bool) -> dict[str, int]:
    """In which round each segment is lost, or gained."""
    works = old.works | new.works if falling else old.works & new.works
    holds = old.holds | new.holds if falling else old.holds & new.holds
    found: dict[str, int] = {}
    number = 0
    while (works, holds) != (new.works, new.holds):
        number += 1
        next_works, next_holds = new.step(works, holds)
        if falling:
            next_works, next_holds = (
                (next_works & works) | new.works,
                (next_holds & holds) | new.holds,
            )
        else:
            next_works, next_holds = (
                (next_works | works) & new.works,
                (next_holds | holds) & new.holds,
            )
        if (next_works, next_holds) == (works, holds):
            next_works, next_holds = new.works, new.holds
        moved = (works ^ next_works) - old.recipes.captive
        moved |= {s for s, exact in holds ^ next_holds if not exact}
        for each in moved:
            found.setdefault(each, number)
        works, holds = next_works, next_holds
    return found


def differing(old: Answers, new: Answers) -> tuple[set[str], set[str]]:
    """What is available or completable in one world of one and not of the other."""
    lost = (old.available - new.available) | (old.completable - new.completable)
    gained = (new.available - old.available) | (new.completable - old.completable)
    return lost, gained


@pytest.mark.parametrize("seed", SEEDS)
def test_rounds_are_those_of_the_definitions(seed: int) -> None:
    dataset = random_facts(seed, largest=9)
    change = random_supposition(dataset, seed)
    found, ids = asked(dataset, change)

    questions = [Question(Recipes(each)) for each in (dataset, supposed_facts(dataset, change))]
    old, new = map(Naive, questions)
    gone, come = differing(old.answers, new.answers)
    assert {ids[each.segment] for each in found.lost} == gone
    assert {ids[each.segment] for each in found.gained} == come
    for found_, falling in ((found.lost, True), (found.gained, False)):
        told_ = {ids[each.segment]: each.round for each in found_}
        assert told_ == rounds(old, new, falling=falling)
    for each in found.lost:
        possible = questions[1].world("possible")
        there = possible.available if each.sort == "available" else possible.completable
        assert each.possible == (ids[each.segment] in there)


def test_the_random_changes_hold_every_cause() -> None:
    causes = set()
    for seed in SEEDS:
        dataset = random_facts(seed, largest=9)
        found, _ = asked(dataset, random_supposition(dataset, seed))
        causes |= {each.cause for each in (*found.lost, *found.gained)}

    assert causes >= {"fact", "market", "kind", "by_product", "input", "circle"}
