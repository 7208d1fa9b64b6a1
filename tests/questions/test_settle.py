"""Questions to settle: yes closes, no confirms; by hand, and against answers worked out anew."""

import pytest

from graph.analysis.settle import OpenQuestion, OpenQuestions
from graph.analysis.standing import is_lacking
from graph.model import AnyRecord, Facts, facts_from
from graph.network.arrays import UNKNOWN
from tests.questions.asking import LIFT, Asked, ask, asked_of
from tests.questions.random_graphs import random_facts
from tests.support import (
    claim,
    enterprise,
    gap,
    group,
    kind,
    maker,
    makes,
    reported,
    segment,
)

SEEDS = range(500)


def settle(asked: Asked) -> dict[str, OpenQuestion]:
    found = OpenQuestions(asked.place, asked.gaps, asked.tasks.values())
    return {asked.network.ids[each.members[0]]: each for each in found.values()}


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


def test_alternatives_are_one_question_yes_closes_no_confirms_them_all() -> None:
    """Chain or belt: one will do."""
    asked = ask(
        *map(segment, ("bike", "chain", "belt")),
        group("bike", "chain", "belt"),
        *maker("a", "bike"),
    )

    assert list(settle(asked)) == ["belt"]
    assert asked.ids(settle(asked)["belt"].members) == {"chain", "belt"}
    assert effects(asked, "belt") == ({"chain", "belt"}, set(), {"chain", "belt"})


def test_beside_a_confirmed_gap_its_alternative_is_no_question_of_its_own() -> None:
    asked = ask(
        *map(segment, ("bike", "chain", "belt")),
        group("bike", "chain", "belt"),
        *maker("a", "bike"),
        claim("belt", "absent"),
    )

    assert settle(asked) == {}


def test_what_is_being_built_stays_so_if_the_answer_is_no() -> None:
    asked = ask(
        *map(segment, ("bike", "chain")),
        group("bike", "chain"),
        *maker("a", "bike"),
        claim("chain", "developing"),
    )

    assert effects(asked, "chain") == ({"chain"}, set(), set())


def test_a_stated_general_that_heads_the_questions_on_its_kinds_is_none_itself() -> None:
    asked = ask(
        *LIFT,
        *maker("acme", "lift"),
        gap("key_parts", "extend", segment="parts"),
    )

    assert set(settle(asked)) == {"car", "door"}
    assert {asked.tasks[f"derived.district.{s}"].under for s in ("car", "door")} == {"key_parts"}


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


def test_the_narrower_group_is_asked_about_the_wider_one_joins_it() -> None:
    """The bike takes a chain or a belt, the lathe only a belt: a belt would do for both."""
    asked = ask(
        *map(segment, ("bike", "lathe", "chain", "belt")),
        group("bike", "chain", "belt"),
        group("lathe", "belt"),
        *maker("acme", "bike", "lathe"),
    )

    # The belt alone serves both, so it is the question; the chain stands in its row.
    assert list(settle(asked)) == ["belt"]
    assert effects(asked, "belt")[0] == {"chain", "belt"}
    assert asked.gaps["derived.district.chain"].standing == "to_settle"
    assert asked.task_of("derived.district.chain").id == "derived.district.belt"


def test_no_goes_for_every_kind_of_which_nothing_else_is_said() -> None:
    asked = ask(
        *map(segment, ("bike", "chain", "steel_chain")),
        kind("steel_chain", "chain"),
        group("bike", "chain", "steel_chain"),
        *maker("acme", "bike"),
    )

    assert effects(asked, "chain")[2] == {"chain", "steel_chain"}


def confirmed(asked: Asked) -> set[str]:
    frame = asked.frame
    return asked.ids(s for s in asked.needs.certain if is_lacking(frame, s))


def learnt(facts: Facts, *records: AnyRecord) -> Asked:
    """The same question, asked of a dataset that holds some records more."""
    more = facts_from(facts.dataset, 2, (*facts.records(), *records))
    return asked_of(more, region=None, boundary="traded", inputs="material", horizon="now")


def says_no(before: Asked, question: OpenQuestion) -> list[AnyRecord]:
    """That none of the segments asked about is made here, as far as nothing else is known."""
    own = before.frame.situation.own
    return [
        claim(name, "absent", evidence=reported("2027-06"))
        for member in question.members
        for name in [before.network.ids[member]]
        if own[member] == UNKNOWN
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answer_changes_what_a_dataset_with_that_answer_says(seed: int) -> None:
    facts = random_facts(seed)
    before = learnt(facts)
    certain = before.ids(before.needs.certain)
    for name, question in settle(before).items():
        newcomer = makes("newcomer", name, evidence=reported("2027-06"))
        yes = learnt(facts, enterprise("newcomer"), newcomer)
        no = learnt(facts, *says_no(before, question))
        closes, opens, confirms = effects(before, name)

        assert closes == certain - yes.ids(yes.needs.certain), name
        assert opens == yes.ids(yes.needs.certain) - certain, name
        assert confirms == confirmed(no) - confirmed(before), name


def test_the_random_datasets_ask_questions_of_every_sort() -> None:
    """Otherwise the comparison above would prove little."""
    found = [each for seed in SEEDS for each in settle(learnt(random_facts(seed))).values()]

    assert sum(len(each.closes) > 1 for each in found) >= 15
    assert sum(bool(each.opens) for each in found) >= 5
    assert sum(bool(each.confirms) for each in found) >= 20
    assert sum(len(each.members) > 1 for each in found) >= 10
