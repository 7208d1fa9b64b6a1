"""The network of changed facts is the one that is compiled of them anew."""

from collections.abc import Iterable
from random import Random

import pytest

from graph.model import Facts
from graph.network.compile import compile_network
from graph.network.network import Network
from graph.network.situation import situation_of
from graph.network.supposed import Supposition, supposed_facts, supposed_network
from tests.questions.random_graphs import random_facts, random_unlisted
from tests.support import claim, enterprise, facts, maker, makes, region, reported, segment

SEEDS = range(400)


def plain(network: Network) -> tuple[object, ...]:
    """All that the network holds, whatever its arrays are made of."""
    found = network.locals
    rows = (found.makers, found.claim_region, found.firms_in, found.made_by, found.claims_in)
    marks = (found.maker_status, found.claim_status, found.claim_reported)
    return (
        network.ids,
        found.enterprises,
        list(found.enterprise_region),
        list(found.region_parent),
        list(found.maker_segment),
        list(found.claim_segment),
        [[list(each.starts), list(each.values)] for each in rows],
        [list(each) for each in marks],
        list(network.arrays.traded),
    )


def random_supposition(dataset: Facts, seed: int) -> Supposition:
    dice = Random(seed)  # noqa: S311 - a test, no secret

    def some(names: Iterable[str], share: float) -> frozenset[str]:
        return frozenset(name for name in names if dice.random() < share)

    closed = some(dataset.enterprises, 0.4)
    absent = some(dataset.segments, 0.15)
    traded = (id_ for id_, each in dataset.segments.items() if each.traded)
    return Supposition(
        region=dice.choice(("district", "district", "park")),
        closed=closed,
        landed=some(set(dataset.enterprises) - closed, 0.4),
        absent=absent,
        here=some(set(dataset.segments) - absent, 0.15),
        untraded=some(traded, 0.5),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_the_supposed_network_is_that_of_the_supposed_facts(seed: int) -> None:
    dataset = random_facts(seed)
    unlisted = random_unlisted(dataset, seed)
    change = random_supposition(dataset, seed)
    before = compile_network(dataset, unlisted)

    fast = supposed_network(before, dataset, change, unlisted)

    anew = compile_network(supposed_facts(dataset, change), unlisted)
    assert plain(fast) == plain(anew)
    for place in ("district", "park"):
        assert situation_of(fast, place, "now") == situation_of(anew, place, "now")
    assert plain(before) == plain(compile_network(dataset, unlisted))


def status(dataset: Facts, change: Supposition, name: str, place: str = "district") -> str | None:
    network = supposed_network(compile_network(dataset), dataset, change)
    return situation_of(network, place, "now").local_status(network.number(name))


def test_without_its_only_known_maker_a_segment_is_unknown_not_absent() -> None:
    """Others may make it: nobody said that there are none."""
    mill = facts(segment("tube"), *maker("acme", "tube"))

    assert status(mill, Supposition("district", closed=frozenset({"acme"})), "tube") == "unknown"


def test_an_absence_that_an_answer_set_aside_holds_again_once_the_maker_stops() -> None:
    later = makes("acme", "tube", evidence=reported("2027-01"))
    mill = facts(segment("tube"), enterprise("acme"), later, claim("tube", "absent"))

    assert status(mill, Supposition("district"), "tube") == "made"
    assert status(mill, Supposition("district", closed=frozenset({"acme"})), "tube") == "absent"


def test_an_assumption_is_later_than_anything_that_was_said() -> None:
    sure = claim("tube", "absent", evidence=reported("2030-01"))
    mill = facts(segment("tube"), segment("frame"), *maker("acme", "frame"), sure)
    change = Supposition("district", here=frozenset({"tube"}), absent=frozenset({"frame"}))

    assert status(mill, change, "tube") == "present"
    assert status(mill, change, "frame") == "absent"


def test_who_lands_stands_in_the_region_asked() -> None:
    """A firm that was planned yonder makes things here once it has come."""
    mill = facts(
        segment("tube"),
        region(),
        region("yonder", "neighbour"),
        region("park", "park"),
        *maker("acme", "tube", status="prospective", region="yonder"),
    )
    landed = frozenset({"acme"})

    assert status(mill, Supposition("district"), "tube") == "unknown"
    assert status(mill, Supposition("district", landed=landed), "tube") == "made"
    assert status(mill, Supposition("park", landed=landed), "tube", "park") == "made"
