"""Records that come one after the other leave the store as a seed of all of them would."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from graph.model import AnyRecord, Dataset, Seed
from graph.store import GraphStore, open_store
from graph.store.contract import Version
from graph.store.streamed import StreamLoaded, load_streamed
from graph.store.streamed_facts import StreamRead
from tests.support import enterprise, makes, region, seed, segment

FIRST = (region(), segment("frame"), segment("wheel"), enterprise("acme"), makes("acme", "frame"))
CHANGED = (*FIRST[:2], segment("wheel", name="车轮"), enterprise("bolts"))
CALLED = seed(*FIRST).dataset


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[GraphStore, GraphStore]]:
    with (
        open_store(f"sqlite:///{tmp_path}/one.db") as one,
        open_store(f"sqlite:///{tmp_path}/other.db") as other,
    ):
        yield one, other


def streamed(store: GraphStore, records: Iterable[AnyRecord], called: Dataset = CALLED) -> Version:
    return load_streamed(store, "demo", records, lambda: called)


def whole(store: GraphStore, records: Sequence[AnyRecord]) -> Version:
    local = sorted(records, key=lambda each: (each.type, each.id))
    return store.load(Seed(CALLED, (), tuple(local)))


def counts(version: Version) -> tuple[int, int, int, int]:
    return version.number, version.added, version.changed, version.removed


def test_versions_and_facts_are_those_of_a_seed(stores: tuple[GraphStore, GraphStore]) -> None:
    one, other = stores
    assert isinstance(other, StreamLoaded)
    for records in (FIRST, CHANGED, CHANGED, FIRST):
        assert counts(streamed(other, records)) == counts(whole(one, records))
        assert [*other.read("demo").records()] == [*one.read("demo").records()]
        assert other.search("demo", "车") == one.search("demo", "车")
    assert [*other.read("demo", 2).records()] == [*one.read("demo", 2).records()]


def test_what_was_reported_stays_above(stores: tuple[GraphStore, GraphStore]) -> None:
    one, _other = stores
    streamed(one, FIRST)
    one.report("demo", [enterprise("acme", "suspended")], by="王工", note="走访")

    streamed(one, CHANGED)

    assert one.read("demo").enterprises["acme"].status == "suspended"
    assert one.current("demo").number == 3


def test_another_title_alone_makes_a_version(stores: tuple[GraphStore, GraphStore]) -> None:
    one, _other = stores
    streamed(one, FIRST)

    version = streamed(one, FIRST, CALLED.model_copy(update={"title": "新名"}))

    assert counts(version) == (2, 0, 0, 0)
    assert one.datasets()[0].title == "新名"


def test_another_dataset_is_left_alone(stores: tuple[GraphStore, GraphStore]) -> None:
    one, _other = stores
    named = CALLED.model_copy(update={"id": "other"})
    load_streamed(one, "other", FIRST, lambda: named)
    streamed(one, FIRST)

    streamed(one, CHANGED)

    assert one.current("other").number == 1
    assert [*one.read("other").makes] == ["makes.acme.frame"]
    assert isinstance(one, StreamRead)
    version = one.current("demo")
    assert one.count_of(version, ["enterprise", "makes"]) == 1
    assert [*one.read_without(version, ["segment"]).enterprises] == ["bolts"]
    with one.bodies(version, "segment") as found:
        assert [(id_, layer) for id_, layer, _body in found] == [("frame", 1), ("wheel", 1)]
    with one.bodies(one.versions("demo")[1], "enterprise") as found:
        assert [id_ for id_, _layer, _body in found] == ["acme"]


def test_what_breaks_the_stream_off_leaves_everything_as_it_was(
    stores: tuple[GraphStore, GraphStore],
) -> None:
    one, _other = stores
    streamed(one, FIRST)
    before = [*one.read("demo").records()], one.versions("demo")

    def broken() -> Iterator[AnyRecord]:
        yield from (segment(f"part{number}") for number in range(12_000))
        raise KeyError("the file ends here")

    with pytest.raises(KeyError):
        streamed(one, broken())

    assert ([*one.read("demo").records()], one.versions("demo")) == before
    assert one.search("demo", "part7") == ()


class Seeded:
    """A store that takes seeds alone."""

    def __init__(self, store: GraphStore) -> None:
        self.load = store.load


def test_a_store_that_cannot_stream_takes_a_seed(stores: tuple[GraphStore, GraphStore]) -> None:
    one, _other = stores

    version = load_streamed(Seeded(one), "demo", iter(FIRST), lambda: CALLED)  # type: ignore[arg-type] # no more is asked of it

    assert counts(version) == (1, 5, 0, 0)
