"""Questions to settle: yes closes, no confirms; by hand, and against answers worked out anew."""

import pytest

from graph.analysis.gaps import Needs
from graph.analysis.settle import Question, questions
from graph.model import AnyRecord, Facts, facts_from
from graph.network.arrays import ABSENT, DEVELOPING
from tests.questions.asking import Asked, ask, asked_of
from tests.questions.random_graphs import random_facts
from tests.support import claim, group, kind, maker, segment

SEEDS = range(300)


def settle(asked: Asked) -> dict[str, Question]:
    found = questions(asked.frame, asked.needs)
    return {asked.network.ids[each.segment]: each for each in found}


def effects(asked: Asked, name: str) -> tuple[set[str], set[str], set[str]]:
    """What yes closes, what yes opens, what no confirms."""
    found = settle(asked)[name]
    return asked.ids(found.closes), asked.ids(found.opens), asked.ids(found.confirms)


BIKE: tuple[AnyRecord, ...] = (
    *map(segment, ("bike", "frame", "tube")),
    group("bike", "frame"),
    group("frame", "tube"),
    *maker("acme", "bike"),
)
"""The bike is made; nothing is said of its frame, nor of the tube that goes into a frame."""


def test_yes_closes_the_gap_and_asks_for_what_lies_behind_no_confirms_it() -> None:
    asked = ask(*BIKE)

    assert list(settle(asked)) == ["frame"]
    assert effects(asked, "frame") == ({"frame"}, {"tube"}, {"frame"})


def test_yes_closes_the_alternatives_too_and_no_alone_confirms_nothing() -> None:
    """Chain or belt: one will do, and each no leaves the other to be asked about."""
    asked = ask(
        *map(segment, ("bike", "chain", "belt")),
        group("bike", "chain", "belt"),
        *maker("a", "bike"),
    )

    assert effects(asked, "chain") == ({"chain", "belt"}, set(), set())
    assert effects(asked, "belt") == ({"chain", "belt"}, set(), set())


def test_no_confirms_a_lacking_alternative_too() -> None:
    """The belt is lacking already; once the chain is, nobody can hope for either."""
    asked = ask(
        *map(segment, ("bike", "chain", "belt")),
        group("bike", "chain", "belt"),
        *maker("a", "bike"),
        claim("belt", "absent"),
    )

    assert effects(asked, "chain") == ({"chain", "belt"}, set(), {"chain", "belt"})


def test_what_is_known_or_bought_or_needed_by_nobody_is_no_question() -> None:
    asked = ask(
        *map(segment, ("bike", "frame", "saddle", "kite")),
        segment("steel", traded=True),
        group("bike", "frame"),
        group("bike", "saddle"),
        group("bike", "steel"),
        *maker("acme", "bike", "saddle"),
        claim("frame", "sought"),
    )

    assert settle(asked) == {}


def test_what_turns_out_to_be_made_is_a_product_that_may_lack_something() -> None:
    """A tube made is a product too; it is a category, so it asks for what its kind needs."""
    asked = ask(
        *map(segment, ("frame", "tube", "alloy_tube", "alloy")),
        kind("alloy_tube", "tube"),
        group("frame", "tube"),
        group("alloy_tube", "alloy"),
        *maker("acme", "frame"),
    )

    assert effects(asked, "tube") == ({"tube"}, {"alloy"}, {"tube"})


def test_a_gap_that_another_product_has_stays_whatever_the_answer() -> None:
    """The bike takes a chain or a belt, the lathe only a belt: a chain here does not help it."""
    asked = ask(
        *map(segment, ("bike", "lathe", "chain", "belt")),
        group("bike", "chain", "belt"),
        group("lathe", "belt"),
        *maker("acme", "bike", "lathe"),
    )

    assert effects(asked, "chain")[0] == {"chain"}
    assert effects(asked, "belt")[0] == {"chain", "belt"}


def test_no_goes_for_every_kind_of_which_nothing_else_is_said() -> None:
    asked = ask(
        *map(segment, ("bike", "chain", "steel_chain")),
        kind("steel_chain", "chain"),
        group("bike", "chain", "steel_chain"),
        *maker("acme", "bike"),
    )

    assert effects(asked, "chain")[2] == {"chain", "steel_chain"}


def test_what_changes_most_comes_first_then_by_id() -> None:
    """The frame changes 3 gaps (see above), saddle and bell 2 each (one closes, one confirms)."""
    asked = ask(
        *BIKE, segment("saddle"), segment("bell"), group("bike", "saddle"), group("bike", "bell")
    )

    assert [(name, q.weight) for name, q in settle(asked).items()] == [
        ("frame", 3),
        ("bell", 2),
        ("saddle", 2),
    ]


def confirmed(asked: Asked, found: Needs) -> set[str]:
    status = asked.frame.situation.status
    lacking = range(DEVELOPING, ABSENT + 1)
    return {asked.network.ids[s] for s in found.certain & found.possible if status[s] in lacking}


def learnt(facts: Facts, *records: AnyRecord) -> Asked:
    """The same question, asked of a dataset that holds some records more."""
    more = facts_from(facts.dataset, 2, (*facts.records(), *records))
    return asked_of(more, region=None, boundary="traded", inputs="material", horizon="now")


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answer_changes_what_a_dataset_with_that_answer_says(seed: int) -> None:
    facts = random_facts(seed)
    before = learnt(facts)
    certain = before.ids(before.needs.certain)
    for name in settle(before):
        yes = learnt(facts, *maker("newcomer", name))
        no = learnt(facts, claim(name, "absent"))
        closes, opens, confirms = effects(before, name)

        assert closes == certain - yes.ids(yes.needs.certain), name
        assert opens == yes.ids(yes.needs.certain) - certain, name
        assert confirms == confirmed(no, no.needs) - confirmed(before, before.needs), name


def test_the_random_datasets_ask_questions_of_every_sort() -> None:
    """Otherwise the comparison above would prove little."""
    found = [each for seed in SEEDS for each in settle(learnt(random_facts(seed))).values()]

    assert sum(len(each.closes) > 1 for each in found) >= 20
    assert sum(bool(each.opens) for each in found) >= 10
    assert sum(bool(each.confirms) for each in found) >= 20
