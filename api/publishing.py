"""Computed gaps for people who look into a store itself: Browser, Bloom, Cypher."""

import logging
from collections.abc import Iterator
from threading import Thread

from api.compiling import compiled
from graph.answers import Workspace
from graph.answers.shapes import GapItem
from graph.errors import StoreError
from graph.network.terms import Terms
from graph.store.contract import ComputedGap, GraphStore, Version

LOG = logging.getLogger("liantu.gaps")


def publish(store: GraphStore, version: Version) -> None:
    """Hand the gaps of a version to its store, for which nothing is computed if it shows none."""
    key = version.dataset, version.number
    store.publish(*key, lambda: _computed(compiled(store.read(*key))))


def publish_soon(store: GraphStore, ws: Workspace) -> None:
    """Hand the gaps of a compiled version to its store; no answer waits for it or fails by it."""
    about = ws.facts.dataset.id, ws.facts.version

    def work() -> None:
        try:
            store.publish(*about, lambda: _computed(ws))
        except StoreError as error:
            LOG.warning("%s %d: %s", *about, error.text("en"))

    Thread(target=work, daemon=True).start()


def _computed(ws: Workspace) -> Iterator[ComputedGap]:
    """Every gap under the terms that hold where nobody names others."""
    from graph.answers.relations import gap_items  # noqa: PLC0415 - most stores show no gaps

    terms = Terms()
    return (_gap(item, str(terms.boundary)) for item in gap_items(ws, terms, "zh"))


def _gap(item: GapItem, boundary: str) -> ComputedGap:
    # What writes files brings a library for workbooks, which only some commands need.
    from graph.exchange.out.whole_graph import computed_attributes  # noqa: PLC0415

    return ComputedGap(
        id=item.id,
        region=item.region.id,
        segment=item.segment.id if item.segment else None,
        properties={"sure": None, **computed_attributes(item, boundary)},  # null takes it away
        blocks={block.id: " ".join(block.worlds) for block in item.blocks},
        candidates=tuple(firm.id for firm in item.candidates),
    )
