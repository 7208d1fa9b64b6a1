"""What a store answers itself is what the compiled network answers."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import seeds
from graph.analysis.paths import shortest_paths
from graph.answers import Workspace, workspace
from graph.answers.neighbourhood import Around, neighbourhood
from graph.load import load_dataset
from graph.model import AnyRecord, Facts, Segment
from graph.model.vocabulary import INPUT_SORTS, InputSort
from graph.network.terms import Terms
from graph.store import GraphStore
from tests.questions.asking import Asked, asked_of
from tests.questions.random_graphs import random_facts
from tests.support import seed

FOLDER = Path(seeds.__file__).parent
WIDE: tuple[InputSort, ...] = INPUT_SORTS
NARROW: tuple[InputSort, ...] = ("material",)


class NetworkContract:
    thinned = 1
    """Of the random datasets, one in so many is asked: where each question takes its time."""

    def test_the_demo_is_answered_as_the_network_answers_it(self, store: GraphStore) -> None:
        store.load(load_dataset(FOLDER / "demo"))
        facts = store.read("demo")

        compare(store, facts, facts.segments, list(facts.segments))

    def test_the_shipped_district_is_answered_as_the_network_answers_it(
        self, store: GraphStore
    ) -> None:
        store.load(load_dataset(FOLDER / seeds.SHIPPED))
        facts = store.read(seeds.SHIPPED)
        compare_some(store, facts)

    def test_random_datasets_are_answered_as_the_network_answers_them(
        self, store: GraphStore
    ) -> None:
        for number in range(0, 24, self.thinned):
            facts = random_facts(number)
            store.load(seed(*facts.records()))

            compare(store, facts, facts.segments, list(facts.segments)[::3])

    def test_what_is_reported_is_answered_as_what_is_loaded(self, store: GraphStore) -> None:
        for number in range(100, 112, self.thinned):
            facts = random_facts(number)
            dice = Random(number)  # noqa: S311 - a test, no secret
            later = [each for each in movable(facts) if dice.random() < 0.3]
            ids = {(each.type, each.id) for each in later}
            store.load(seed(*(r for r in facts.records() if (r.type, r.id) not in ids)))
            compare_current(store)
            store.report("demo", later, by="王工", note="补")
            compare(store, facts, facts.segments, list(facts.segments)[::4])
            store.withdraw("demo", sorted(ids)[::2], by="王工", note="撤")
            compare_current(store)
            store.withdraw("demo", sorted(ids), by="王工", note="撤")

    def test_orphans_denials_and_merged_ids_are_answered_as_the_network_answers_them(
        self, store: GraphStore
    ) -> None:
        for number in range(200, 212, self.thinned):
            facts = random_facts(number)
            dice = Random(number)  # noqa: S311 - a test, no secret
            store.load(seed(*facts.records()))
            denied = [
                each.model_copy(update={"denied": "无"}) for each in dice.sample(movable(facts), 4)
            ]
            store.report("demo", [*denied, *merged(facts)], by="王工", note="更正")

            compare_current(store)

            store.withdraw("demo", [(r.type, r.id) for r in movable(facts)], by="王", note="")


def movable(facts: Facts) -> list[AnyRecord]:
    """Every record but the region that questions are about."""
    return [each for each in facts.records() if each.id != "district"]


def merged(facts: Facts) -> list[Segment]:
    """Two segments as one, unless that would make a kind of itself."""
    tied = {end for each in facts.kinds.values() for end in (each.segment, each.parent)}
    plain = [each for each in facts.segments if each not in tied]
    if len(facts.segments) < 2 or not plain:
        return []
    first = next(each for each in facts.segments.values() if each.id != plain[-1])
    return [first.model_copy(update={"was": (plain[-1],)})]


def compare_current(store: GraphStore) -> None:
    facts = workspace(store.read("demo")).facts  # without those that lost their subject
    compare(store, facts, facts.segments, list(facts.segments)[::4])


def compare_some(store: GraphStore, facts: Facts) -> None:
    """Compare what is asked of a few segments of a large dataset."""
    some = Random(1).sample(list(facts.segments), 8)  # noqa: S311 - a test, no secret
    compare(store, facts, some, some)


def compare(store: GraphStore, facts: Facts, centers: Iterable[str], ends: Sequence[str]) -> None:
    """Compare closures and neighbourhoods of `centers`, and paths between `ends`."""
    ws = workspace(facts)
    name = facts.dataset.id
    for inputs in (NARROW, WIDE):
        asked = asked_of(
            facts, region=None, boundary="traded", inputs=",".join(inputs), horizon="now"
        )
        for each in centers:
            found = store.closure(name, each, inputs=inputs)
            assert {row.id: row.depth for row in found} == asked.closure(each)
            assert list(found) == sorted(found, key=lambda row: (row.depth, row.id))
        for source in ends:
            for target in ends:
                ways = expected_paths(asked, source, target, 50)
                for limit in (50, 2) if len(ways) > 1 else (50,):
                    gone = store.path(name, source, target, inputs=inputs, limit=limit)
                    assert list(gone) == ways[:limit]
    for each in centers:
        expected = [around(ws, each, hops) for hops in range(4)]
        rings = {key: hops for hops in (3, 2, 1, 0) for key in expected[hops]}
        nodes = store.neighbourhood(name, each, hops=3, limit=60)
        assert [(node.type, node.id) for node in nodes] == expected[3][:60]
        assert [node.hops for node in nodes] == [rings[key] for key in expected[3][:60]]
    for each in list(centers)[::3]:
        nearest = store.neighbourhood(name, each, hops=1, limit=1000)
        assert {(node.type, node.id) for node in nearest} == set(around(ws, each, 1))


def expected_paths(asked: Asked, source: str, target: str, limit: int) -> list[tuple[str, ...]]:
    number = asked.network.number
    found = shortest_paths(asked.frame, number(source), number(target), limit)
    return [tuple(asked.names(path)) for path in found]


def around(ws: Workspace, center: str, hops: int) -> list[tuple[str, str]]:
    wanted = Around(f"segment:{center}", hops, 10_000, types=("segment", "enterprise"))
    body = neighbourhood(ws, Terms(), "zh", wanted)
    return [(node.type, node.record) for node in body.nodes]
