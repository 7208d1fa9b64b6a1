"""Columns that are written without making records of firms are those that records would give."""

from pathlib import Path

import pytest

from api.columns import KeptColumns
from api.compiling import compiled
from graph.answers import Workspace
from graph.model import AnyRecord, Evidence
from graph.store import GraphStore, open_store
from tests.support import (
    chain,
    claim,
    enterprise,
    industry,
    makes,
    membership,
    region,
    role,
    seed,
    segment,
)

QUOTING = Evidence(
    basis="reported", table="a.csv", row=1, by="王工", note='"source":"domain","as_of":"2099"'
)
GENERAL = Evidence(basis="reference", source="domain", note="常识")
DATED = Evidence(basis="reported", table="a.csv", row=2, by="王工", as_of="2031-01-01")
SEED = seed(
    region(),
    region("park", sort="park", parent="district"),
    industry(),
    chain(),
    *(segment(f"part{number}") for number in range(5)),
    membership("bikes", "part1"),
    claim("part2", "absent"),
    enterprise("acme", region="park", aliases=("艾", "Ａcme")),
    enterprise("bolts", "suspended", name="螺栓厂"),
    enterprise("cogs", "planned", name="艾"),
    role("bikes", "acme"),
    role("bikes", "acme", "链主", id="role.bikes.acme.2", nth=2),
    *(makes(firm, f"part{number}") for firm in ("acme", "cogs") for number in (1, 2, 3)),
    makes("bolts", "part4"),
    makes("acme", "part4").model_copy(update={"evidence": (QUOTING,)}),
    makes("cogs", "part0").model_copy(update={"evidence": (GENERAL, DATED)}),
)
DENIED = makes("acme", "part1", denied="走访")
FIRM = enterprise("bolts", "operating", name="螺栓厂", region="park")


@pytest.fixture
def stores(tmp_path: Path) -> tuple[GraphStore, GraphStore]:
    return tuple(open_store(f"sqlite:///{tmp_path}/{each}.db") for each in "ab")  # type: ignore[return-value] # two


def told(ws: Workspace) -> list[object]:
    names = [sorted(ws.known_names.of(kind).items()) for kind in ("enterprise", "segment")]
    indexes = [ws.makers, ws.products, ws.roles, ws.chain_roles, ws.places, ws.claims]
    beside = [dict(ws.facts.covered), dict(ws.facts.denied), ws.past]
    return [
        list(ws.facts.records()),
        [sorted(each.items()) for each in indexes],
        ws.network,
        ws.placed,
        names,
        beside,
        ws.resting,
    ]


def workspace(store: GraphStore, *, large: int) -> Workspace:
    """From its columns, as the next process gets it."""
    version = store.current("demo")
    KeptColumns(store, large=large).workspace(version)
    return KeptColumns(store, large=large).workspace(version)[0]


@pytest.mark.parametrize("reported", [[], [DENIED], [FIRM], [DENIED, FIRM]])
def test_the_columns_are_the_same_however_they_are_written(
    stores: tuple[GraphStore, GraphStore], reported: list[AnyRecord]
) -> None:
    for store in stores:
        store.load(SEED)
        if reported:
            store.report("demo", reported, by="王工", note="走访")

    few, many = workspace(stores[0], large=1000), workspace(stores[1], large=1)

    assert told(many) == told(few) == told(compiled(stores[0].read("demo")))


def test_where_a_subject_is_lost_the_records_are_read(
    stores: tuple[GraphStore, GraphStore],
) -> None:
    lost = makes("gone", "part1")
    for store in stores:
        store.load(SEED)
        store.report("demo", [lost], by="王工", note="走访")

    few, many = workspace(stores[0], large=1000), workspace(stores[1], large=1)

    assert lost.id not in many.facts.makes
    assert told(many) == told(few)
