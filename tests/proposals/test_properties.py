"""What holds of every queue, on small random datasets whose firms name segments at random."""

from dataclasses import replace
from random import Random

import pytest

from graph.answers import workspace
from graph.edits.changes import Author
from graph.edits.deciding import DecisionsInput, decided
from graph.edits.preview import previewed
from graph.model import Facts, FirmWords, facts_from
from graph.model.synonyms import Synonyms
from graph.network.terms import Terms
from graph.recognition.known import known
from graph.recognition.queue import Recogniser, queue
from tests.questions.random_graphs import random_facts
from tests.support import firm_words, reported

AUTHOR = Author("王工", "2026-11-28")
LETTERS = "甲乙丙丁戊己庚辛壬癸子丑"
SEEDS = range(60)
REGIONS = ("district", "park", "pier", "yonder")


def talking(seed: int) -> Facts:
    """Random facts, their segments named as firms may name them, and firms that do."""
    dice = Random(seed)  # noqa: S311 - a test, no secret
    facts = random_facts(seed)
    names = {s: f"{LETTERS[int(s[1:])]}形阀" for s in facts.segments}
    records = [
        r.model_copy(update={"name": names[r.id]}) if r.type == "segment" else r
        for r in facts.records()
    ]
    firms = [*sorted(facts.enterprises), "newcomer", "other"]
    return facts_from(facts.dataset, 1, [*records, *(_words(f, names, dice) for f in firms)])


def _words(firm: str, names: dict[str, str], dice: Random) -> FirmWords:
    said = dice.sample(sorted(names.values()), min(len(names), dice.choice((1, 2, 3))))
    listed = reported(dice.choice(("2025-06-30", "2026-06-30", "2026-11-01")))
    return firm_words(firm, "、".join(said) + "制造", evidence=listed)


def recogniser(facts: Facts) -> Recogniser:
    segments, kinds = facts.segments.values(), facts.kinds.values()
    return Recogniser(known(segments, kinds, facts.by_products.values(), Synonyms()))


def available(facts: Facts, *, possible: bool) -> set[tuple[str, str]]:
    """What is available where, in one world."""
    ws = workspace(facts)
    found = set()
    for region in REGIONS:
        situation = ws.frame(Terms(region=region)).situation
        world = situation.possible if possible else situation.certain
        found |= {(region, s) for s in facts.segments if world.available[ws.network.number(s)]}
    return found


def some(facts: Facts, reading: Recogniser, seed: int) -> tuple[str, ...]:
    waiting = sorted(queue(facts, reading))
    return tuple(Random(seed).sample(waiting, (len(waiting) + 1) // 2))  # noqa: S311 - a test


def test_the_random_firms_say_something() -> None:
    found = [len(queue(facts, recogniser(facts))) for facts in map(talking, SEEDS)]

    assert sum(found) > 300


@pytest.mark.parametrize("seed", SEEDS)
def test_confirming_makes_no_segment_less_available(seed: int) -> None:
    facts = talking(seed)
    reading = recogniser(facts)
    chosen = some(facts, reading, seed)

    change = decided(facts, queue(facts, reading), DecisionsInput(confirm=chosen), AUTHOR)
    after = previewed(facts, change)

    for possible in (False, True):
        assert available(facts, possible=possible) <= available(after, possible=possible)
    left = queue(after, reading)
    assert {id_ for id_ in chosen if left[id_].state != "confirmed"} == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_refusing_changes_nothing_but_the_queue(seed: int) -> None:
    facts = talking(seed)
    reading = recogniser(facts)
    before = queue(facts, reading)
    chosen = some(facts, reading, seed)

    after = previewed(facts, decided(facts, before, DecisionsInput(refuse=chosen), AUTHOR))

    assert replace(after, decisions={}) == replace(facts, decisions={})
    now = queue(after, reading)
    assert {id_ for id_, each in now.items() if each.state == "refused"} == set(chosen)
    assert now.keys() == before.keys()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_refused_waits_again_only_for_other_words(seed: int) -> None:
    facts = talking(seed)
    reading = recogniser(facts)
    every = tuple(queue(facts, reading))
    said = DecisionsInput(refuse=every)
    refused = previewed(facts, decided(facts, queue(facts, reading), said, AUTHOR))

    moved = rewritten(refused, row=40)
    other = rewritten(refused, industry_code="3443")

    assert {each.state for each in queue(moved, reading).values()} == {"refused"}
    again = queue(other, reading)
    assert again.keys() == set(every)
    assert {(each.state, each.again) for each in again.values()} == {("waiting", True)}


def rewritten(facts: Facts, row: int = 2, industry_code: str = "") -> Facts:
    """The same words in another row, or of firms with another code."""
    records = [
        each.model_copy(
            update={
                "lines": tuple(line.model_copy(update={"row": row}) for line in each.lines),
                "industry": (industry_code,) if industry_code else (),
            }
        )
        if isinstance(each, FirmWords)
        else each
        for each in facts.records()
    ]
    return facts_from(facts.dataset, facts.version, records)
