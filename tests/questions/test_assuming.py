"""An assumed answer gives the worlds, statuses and completable segments that hold with it."""

import pytest

from graph.model import AnyRecord, Facts, facts_from
from graph.network.arrays import ABSENT, DEVELOPING, UNKNOWN
from graph.network.assuming import Trials
from graph.network.frame import Frame
from graph.network.situation import Situation
from tests.questions.asking import Asked, asked_of
from tests.questions.random_graphs import random_facts
from tests.support import claim, enterprise, makes, reported

SEEDS = range(0, 500, 4)


def frame_with(facts: Facts, *records: AnyRecord, horizon: str, boundary: str) -> Asked:
    more = facts_from(facts.dataset, 2, (*facts.records(), *records))
    return asked_of(more, region=None, boundary=boundary, inputs="material", horizon=horizon)


def told(place: Situation) -> tuple[object, ...]:
    return place.own, place.status, place.now, place.certain, place.possible


def differing(before: Frame, after: Frame) -> set[int]:
    """The segments that are available or completable otherwise than before."""
    pairs = [
        *zip(before.situation.certain, after.situation.certain, strict=True),
        *zip(before.certain, after.certain, strict=True),
    ]
    return {at for old, new in pairs for at in range(len(old)) if old[at] != new[at]}


@pytest.mark.parametrize("horizon", ["now", "planned"])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_turns_out_to_be_made_grows_into_what_holds_with_it(seed: int, horizon: str) -> None:
    facts = random_facts(seed)
    before = frame_with(facts, horizon=horizon, boundary="traded")
    trials = Trials(before.frame)
    for number, name in enumerate(before.network.ids):
        if before.frame.situation.own[number] not in {UNKNOWN, DEVELOPING}:
            continue
        newcomer = (enterprise("newcomer"), makes("newcomer", name, evidence=reported("2027-06")))
        anew = frame_with(facts, *newcomer, horizon=horizon, boundary="traded").frame

        with trials.made(number) as found:
            assert told(found.frame.situation) == told(anew.situation), name
            assert found.frame.certain == anew.certain, name
            assert differing(before.frame, anew) <= found.changed, name
            assert differing_status(before.frame, anew) <= found.shown, name


def differing_status(before: Frame, after: Frame) -> set[int]:
    old, new = before.situation.status, after.situation.status
    return {at for at in range(len(old)) if old[at] != new[at]}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_turns_out_to_be_absent_changes_statuses_alone(seed: int) -> None:
    facts = random_facts(seed)
    before = frame_with(facts, horizon="now", boundary="traded")
    trials = Trials(before.frame)
    for number, name in enumerate(before.network.ids):
        kinds = before.network.arrays.kinds.row(number)
        if before.frame.situation.own[number] != UNKNOWN or kinds:
            continue
        absent = claim(name, "absent", evidence=reported("2027-06"))
        anew = frame_with(facts, absent, horizon="now", boundary="traded").frame

        with trials.absent([number]) as found:
            assert found.frame.situation.own[number] == ABSENT
            assert told(found.frame.situation) == told(anew.situation), name
            assert (found.frame.certain, found.changed) == (anew.certain, frozenset()), name
            assert differing_status(before.frame, anew) <= found.shown, name


@pytest.mark.parametrize("horizon", ["now", "planned"])
def test_after_a_trial_everything_is_as_it_was(horizon: str) -> None:
    before = frame_with(random_facts(3), horizon=horizon, boundary="traded").frame
    trials, every = Trials(before), range(len(before.inside))
    for number in every:
        with trials.made(number):
            pass
    with trials.absent(every):
        pass

    with trials.absent([]) as found:
        assert told(found.frame.situation) == told(before.situation)
        assert found.frame.situation.makers == list(before.situation.makers)
        assert found.frame.certain == before.certain
