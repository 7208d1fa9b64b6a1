"""What is read through columns equals what is read from the store and compiled."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from api.columns import KeptColumns
from api.compiling import compiled
from graph.answers import Workspace
from graph.model import Facts, Seed
from graph.store import GraphStore, open_store
from graph.store.shelves import MANY, SavedShelf
from tests import templates
from tests.fields.samples import everything
from tests.questions.random_graphs import random_facts
from tests.support import (
    chain,
    claim,
    enterprise,
    industry,
    listed,
    makes,
    mention,
    region,
    register,
    seed,
    segment,
)

Opened = Callable[[], GraphStore]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    stores: list[GraphStore] = []

    def opening() -> GraphStore:
        stores.append(open_store(f"sqlite:///{tmp_path / 'store.sqlite'}"))
        return stores[-1]

    yield opening
    for each in stores:
        each.close()


def read_back(store: GraphStore, dataset: str) -> Workspace:
    """The workspace of the current version, first kept, then read back."""
    version = store.current(dataset)
    KeptColumns(store).workspace(version)
    ws, _ = KeptColumns(store).workspace(version)
    assert isinstance(ws.facts.segments, SavedShelf)
    return ws


def told(facts: Facts) -> dict[str, object]:
    """Everything of facts, in order."""
    return {each.name: in_order(getattr(facts, each.name)) for each in fields(facts)}


def in_order(value: object) -> object:
    return list(value.items()) if isinstance(value, Mapping) else value


INDEXES = (
    "mentions",
    "claims",
    "makers",
    "products",
    "roles",
    "chain_roles",
    "places",
    "members",
    "kinds",
    "unlisted",
)


def same(read: Workspace, made: Workspace) -> bool:
    return (
        told(read.facts) == told(made.facts)
        and read.network == made.network
        and read.placed == made.placed
        and [in_order(getattr(read, each)) for each in INDEXES]
        == [in_order(getattr(made, each)) for each in INDEXES]
        and (read.registers, read.open_on, read.past) == (made.registers, made.open_on, made.past)
        and all(
            dict(read.known_names.of(kind)) == dict(made.known_names.of(kind))
            for kind in ("segment", "chain", "enterprise", "region", "industry", "gap")
        )
    )


def test_the_shipped_dataset_is_read_back_as_it_is_compiled(tmp_path: Path, opened: Opened) -> None:
    templates.lay(tmp_path / "store.sqlite", "hechuan")
    store = opened()

    assert same(read_back(store, "hechuan"), compiled(store.read("hechuan")))


def test_records_of_every_type_are_read_back(opened: Opened) -> None:
    store = opened()
    store.load(seed(*everything()))

    assert same(read_back(store, "demo"), compiled(store.read("demo")))


@pytest.mark.parametrize("number", range(12))
def test_random_datasets_are_read_back(number: int, opened: Opened) -> None:
    made = random_facts(number)
    store = opened()
    store.load(Seed(made.dataset, (), tuple(made.records())))

    assert same(read_back(store, made.dataset.id), compiled(store.read(made.dataset.id)))


def test_what_is_covered_denied_merged_and_lost_is_read_back(opened: Opened) -> None:
    store = opened()
    store.load(
        seed(
            segment("frame"),
            segment("wheel"),
            enterprise("acme"),
            claim("frame", "absent"),
            region(),
            industry(),
            chain(),
            mention("bikes", "wheel", name="轮子"),
            makes("acme", "frame"),
            register("r2026"),
            listed("r2026", "jia", "3761"),
        )
    )
    reported = (
        enterprise("acme", name="新名", was=("acme_old",)),
        makes("acme", "frame", denied="并不生产"),
        makes("acme_old", "wheel"),
        makes("gone", "wheel"),
        listed("r2026", "yi", "3761", enterprise="gone"),
    )
    store.report("demo", reported, by="王工", note="核对")

    made = compiled(store.read("demo"))
    read = read_back(store, "demo")

    assert same(read, made)
    assert made.facts.covered
    assert made.facts.denied
    assert made.facts.merged


def test_a_record_that_is_asked_for_is_made_alone(tmp_path: Path, opened: Opened) -> None:
    templates.lay(tmp_path / "store.sqlite", "hechuan")
    store = opened()
    ws = read_back(store, "hechuan")
    made = store.read("hechuan")
    last = list(made.segments)[-1]

    assert ws.facts.segments[last] == made.segments[last]
    assert ws.facts.segments.get("nothing") is None
    assert "nothing" not in ws.facts.segments
    assert last in ws.facts.segments
    assert len(ws.facts.segments) == len(made.segments)
    with pytest.raises(KeyError):
        ws.facts.segments["nothing"]


def test_what_is_read_back_stays_when_all_of_it_is_asked_for(
    tmp_path: Path, opened: Opened
) -> None:
    templates.lay(tmp_path / "store.sqlite", "hechuan")
    ws = read_back(opened(), "hechuan")
    one = next(iter(ws.facts.chains))
    first = ws.facts.chains[one]

    every = tuple(ws.facts.chains.values())

    assert any(each is first for each in every)
    assert ws.facts.chains[one] is first


def test_many_records_that_name_one_are_made_in_one_go_and_stay(
    tmp_path: Path, opened: Opened
) -> None:
    templates.lay(tmp_path / "store.sqlite", "hechuan")
    store = opened()
    ws = read_back(store, "hechuan")
    made = store.read("hechuan").memberships.values()
    fullest = max(ws.members, key=lambda chain: sum(each.chain == chain for each in made))
    expected = tuple(each for each in made if each.chain == fullest)
    first = ws.facts.memberships[expected[0].id]

    members = ws.members[fullest]

    assert len(expected) > MANY
    assert members == expected
    assert members[0] is first
    assert all(ws.facts.memberships[each.id] is each for each in members)
