"""Single makers, concentration, what hangs on a segment and what it hangs on: by hand, and by
the definitions on random datasets.
"""

from typing import get_args

import pytest

from graph.analysis.dependence import Dependence, Supplied, dependence
from graph.model import AnyRecord
from tests.questions.asking import Asked, ask, asked_of
from tests.questions.brute_force import Answers, Need, Question
from tests.questions.brute_recipes import Recipes
from tests.questions.random_graphs import random_facts
from tests.support import claim, group, kind, maker, region, segment

MILL = (
    *map(segment, ("bike", "trike", "frame", "tube", "bell")),
    segment("steel", traded=True),
    segment("paint", traded=True),
    group("bike", "frame"),
    group("bike", "bell", essential=False),
    group("trike", "frame"),
    group("frame", "tube"),
    group("frame", "paint"),
    group("tube", "steel"),
    *maker("acme", "frame"),
    *maker("best", "frame", "tube"),
    *maker("closed", "frame", status="suspended"),
    *maker("coming", "tube", status="planned"),
)
"""Steel → tube → frame → bike and trike; paint, too, goes into the frame, both are traded."""


def of(asked: Asked, name: str) -> Dependence:
    return dependence(asked.frame, asked.network.number(name))


def makers(asked: Asked, name: str) -> set[str]:
    return {asked.network.locals.enterprises[firm] for firm in of(asked, name).makers}


def test_only_operating_makers_count() -> None:
    asked = ask(*MILL)

    assert makers(asked, "frame") == {"acme", "best"}
    assert makers(asked, "tube") == {"best"}
    assert makers(asked, "bike") == set()


def test_concentration_is_one_over_the_number_of_equal_makers() -> None:
    """Two makers with a half each: 1/4 + 1/4. One has everything. None has no concentration."""
    asked = ask(*MILL)

    assert [of(asked, name).hhi for name in ("frame", "tube", "bike")] == [0.5, 1.0, None]


def test_reach_is_all_that_takes_it_directly_or_through_others() -> None:
    asked = ask(*MILL)

    assert asked.ids(of(asked, "tube").reach) == {"frame", "bike", "trike"}
    assert asked.ids(of(asked, "frame").reach) == {"bike", "trike"}
    assert of(asked, "bike").reach == ()


def test_what_a_segment_can_do_without_does_not_carry_a_stop_on() -> None:
    assert of(ask(*MILL), "bell").reach == ()


def test_reach_goes_round_a_circle_once() -> None:
    """Power needs coal and coal needs power."""
    asked = ask(*map(segment, ("coal", "power")), group("coal", "power"), group("power", "coal"))

    assert asked.ids(of(asked, "coal").reach) == {"power"}


def sides(asked: Asked, name: str) -> dict[tuple[str, ...], str]:
    """Where each group of inputs comes from."""
    found = of(asked, name).external
    return {tuple(sorted(asked.ids(members))): state for members, state in found.groups}


def share(asked: Asked, name: str) -> tuple[float | None, float | None]:
    found = of(asked, name).external
    return found.low, found.high


def test_external_counts_what_is_bought_for_certain_and_what_is_unknown_perhaps() -> None:
    """Of the frame's inputs the tube is made here, paint is bought: one of two comes from outside.

    Of nothing but the frame the bike takes, and two firms make it. The trike likewise.
    """
    asked = ask(*MILL)

    assert sides(asked, "frame") == {("tube",): "available", ("paint",): "bought"}
    assert share(asked, "frame") == (0.5, 0.5)
    assert share(asked, "tube") == (1.0, 1.0)
    assert share(asked, "bike") == (0.0, 0.0)
    assert share(asked, "steel") == (None, None)


def test_external_is_a_range_between_what_lacks_and_what_is_unknown() -> None:
    """A chain is said to be absent, of saddles nothing is said, rims are made, spokes bought."""
    asked = ask(
        *map(segment, ("bike", "chain", "saddle", "rim")),
        segment("spoke", traded=True),
        *(group("bike", each) for each in ("chain", "saddle", "rim", "spoke")),
        *maker("acme", "rim"),
        claim("chain", "absent"),
    )

    found = of(asked, "bike").external
    assert [found.count(state) for state in get_args(Supplied)] == [1, 1, 1, 1]
    assert (found.low, found.high) == (0.5, 0.75)


def test_what_is_bought_and_made_here_too_is_not_external() -> None:
    asked = ask(*MILL, claim("steel", "present"))

    assert share(asked, "tube") == (0.0, 0.0)


def test_a_traded_kind_is_bought_for_its_general_segment() -> None:
    asked = ask(
        *map(segment, ("frame", "tube")),
        segment("steel_tube", traded=True),
        kind("steel_tube", "tube"),
        group("frame", "tube"),
    )

    assert share(asked, "frame") == (1.0, 1.0)


def test_without_a_boundary_steel_is_unknown_not_bought() -> None:
    asked = ask(*MILL, boundary="none")

    assert sides(asked, "frame") == {("tube",): "available", ("paint",): "unknown"}
    assert share(asked, "frame") == (0.0, 0.5)


def test_an_in_house_stage_is_passed_through() -> None:
    """Body in white is welded in the car plant: what counts are the panels that go into it."""
    asked = ask(
        segment("car"),
        segment("body", captive=True),
        segment("panel"),
        group("car", "body"),
        group("body", "panel"),
        claim("panel", "absent"),
    )

    assert sides(asked, "car") == {("panel",): "lacking"}


@pytest.mark.parametrize(("needed", "unknown", "shown"), [(2, 0, "list"), (4, 3, "counts")])
def test_too_few_groups_or_mostly_unknown_ones_give_no_rate(
    needed: int, unknown: int, shown: str
) -> None:
    parts = [f"part{n}" for n in range(needed)]
    asked = ask(
        segment("bike"),
        *map(segment, parts),
        *(group("bike", each) for each in parts),
        *(claim(each, "present") for each in parts[unknown:]),
    )

    assert of(asked, "bike").external.display == shown


def test_a_product_holds_what_has_no_other_way() -> None:
    """The bike takes the frame alone; the trike a frame or a pedestal, of which none is here."""
    asked = ask(
        *map(segment, ("bike", "trike", "frame", "pedestal", "rack")),
        group("bike", "frame"),
        group("trike", "frame", "pedestal"),
        group("rack", "frame", essential=False),
        *maker("acme", "frame"),
        *(claim(each, "present") for each in ("bike", "trike", "rack")),
    )

    assert asked.ids(of(asked, "frame").holds) == {"bike"}


def test_a_product_holds_through_stages_and_makers_between() -> None:
    """Tube → frame (in-house) → bike: whoever stops making tube stops the bike."""
    asked = ask(
        *map(segment, ("bike", "tube")),
        segment("frame", captive=True),
        group("bike", "frame"),
        group("frame", "tube"),
        *maker("acme", "tube"),
        claim("bike", "present"),
    )

    assert asked.ids(of(asked, "tube").holds) == {"bike"}


def test_what_is_bought_or_made_twice_holds_nobody() -> None:
    bought = ask(
        segment("bike"), segment("frame", traded=True), group("bike", "frame"),
        *maker("acme", "frame"), claim("bike", "present"),
    )  # fmt: skip
    twice = ask(
        *map(segment, ("bike", "frame")), group("bike", "frame"),
        *maker("acme", "frame"), *maker("best", "frame"), claim("bike", "present"),
    )  # fmt: skip

    assert of(bought, "frame").holds == ()
    assert of(twice, "frame").holds == ()


def test_a_kind_stands_in_for_its_general_segment() -> None:
    """A bike takes any tube; without the steel tube there is still the alloy tube."""
    records: tuple[AnyRecord, ...] = (
        *map(segment, ("bike", "tube", "steel_tube", "alloy_tube")),
        kind("steel_tube", "tube"),
        group("bike", "tube"),
        *maker("acme", "steel_tube"),
        claim("bike", "present"),
    )

    assert of(ask(*records, kind("alloy_tube", "tube")), "steel_tube").holds == ()
    assert asked_holds(ask(*records), "steel_tube") == {"bike"}


def asked_holds(asked: Asked, name: str) -> set[str]:
    return asked.ids(of(asked, name).holds)


def test_reach_goes_on_from_a_kind_to_what_takes_the_general_one_nearest_first() -> None:
    asked = ask(
        *map(segment, ("ship", "bike", "frame", "tube", "steel_tube")),
        kind("steel_tube", "tube"),
        group("frame", "tube"),
        group("bike", "frame"),
        group("ship", "tube"),
    )

    found = of(asked, "steel_tube").reach
    assert [asked.network.ids[each] for each in found] == ["frame", "ship", "bike"]


def test_reach_counts_a_product_and_its_kinds_as_one() -> None:
    asked = ask(
        *map(segment, ("car", "sedan", "suv", "seat")),
        kind("sedan", "car"),
        kind("suv", "car"),
        group("car", "seat"),
    )

    assert asked.ids(of(asked, "seat").reach) == {"car"}


# The same from the definitions, on random datasets.


def still_made(question: Question, stopped: str) -> set[str]:
    """The largest set that sustains itself if all but one segment were here."""
    recipes = question.recipes
    found = set(recipes.ids)
    while True:
        lost = {s for s in found if not supported(question, s, found, stopped)}
        if not lost:
            return found
        found -= lost


def supported(question: Question, s: str, found: set[str], stopped: str) -> bool:
    kinds = any(kind in found for kind in question.recipes.kinds[s])
    return s in question.bought or kinds or by_itself(question, s, found, stopped)


def by_itself(question: Question, s: str, found: set[str], stopped: str) -> bool:
    """Clause (a) or (b): what an exact member has to be."""
    if s in question.bought:
        return True
    if s == stopped or s in question.recipes.category:
        return False
    return all(
        any(
            by_itself(question, m, found, stopped) and m in found if exact else m in found
            for m, exact in need
        )
        for need in question.needs(s)
    )


def external_of(question: Question, s: str) -> dict[frozenset[tuple[str, bool]], str]:
    certain, possible = question.world("certain"), question.world("possible")
    found = {}
    for need in counted(question, s, ()):
        stages = [m for m, _ in need if m in question.recipes.captive]
        if here(certain, need) or any(m in certain.completable for m in stages):
            state = "available"
        elif any(m in (question.bought if exact else question.boundary) for m, exact in need):
            state = "bought"
        elif here(possible, need) or any(m in possible.completable for m in stages):
            state = "unknown"
        else:
            state = "lacking"
        found[frozenset(need)] = state
    return found


def counted(question: Question, s: str, passed: tuple[str, ...]) -> list[Need]:
    found: list[Need] = []
    for need in question.needs(s):
        stages = [m for m, _ in need if m in question.recipes.captive]
        bought = any(m in (question.bought if exact else question.boundary) for m, exact in need)
        if len(stages) == 1 and not bought and not here(question.world("certain"), need):
            if stages[0] in passed:
                found.append(need)
            else:
                found += counted(question, stages[0], (*passed, stages[0]))
        else:
            found.append(need)
    return found


def here(world: Answers, need: Need) -> bool:
    return any(m in (world.itself if exact else world.available) for m, exact in need)


@pytest.mark.parametrize("seed", range(150))
def test_random_datasets_are_answered_as_the_definitions_say(seed: int) -> None:
    dataset = random_facts(seed, largest=9)
    boundary = "traded" if seed % 3 else "none"
    asked = asked_of(dataset, region=None, boundary=boundary, inputs="material", horizon="now")
    question = Question(Recipes(dataset), traded=boundary == "traded")

    for s in question.recipes.ids:
        states = external_of(question, s).items()
        assert sides(asked, s) == {tuple(sorted(m for m, _ in n)): state for n, state in states}, s
        if len(question.makers(s, "operating")) == 1:
            left = still_made(question, s)
            lost = question.world("certain").available - left - {s, *question.recipes.above(s)}
            assert asked_holds(asked, s) == (set() if s in question.bought else lost), s


def test_a_park_counts_the_makers_that_are_stated_there() -> None:
    asked = ask(
        region(),
        region("park", "park"),
        segment("frame"),
        *maker("acme", "frame"),
        *maker("best", "frame", region="park"),
        region="park",
    )

    assert makers(asked, "frame") == {"best"}
    assert of(asked, "frame").hhi == 1.0


def test_the_chosen_inputs_carry_a_stop_on() -> None:
    gas = group("glass", "gas", input="energy")
    records: tuple[AnyRecord, ...] = (*map(segment, ("glass", "gas")), gas)

    assert of(ask(*records), "gas").reach == ()
    energy = ask(*records, inputs="material,energy")
    assert energy.ids(of(energy, "gas").reach) == {"glass"}
