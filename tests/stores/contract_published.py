"""What every store promises of gaps that are published beside its facts."""

from collections.abc import Iterable

from graph.store import GraphStore
from graph.store.contract import ComputedGap
from tests.stores.examples import BIKES
from tests.support import seed


def computed(id_: str = "derived.district.frame", **blocks: str) -> ComputedGap:
    """A gap on the frame, which some products wait for."""
    properties = {"name": "车架", "origin": "derived", "basis": "derived", "boundary": "traded"}
    return ComputedGap(id_, "district", "frame", properties, blocks, ("acme",))


class PublishContract:
    def test_what_is_published_is_never_read_back(self, store: GraphStore) -> None:
        version = store.load(seed(*BIKES))
        before = store.archive("demo"), store.read("demo"), store.search("demo", "车架")

        store.publish("demo", version.number, lambda: [computed(bike="certain")])

        assert (store.archive("demo"), store.read("demo"), store.search("demo", "车架")) == before
        assert store.load(seed(*BIKES)) == version

    def test_gaps_of_what_is_not_current_are_not_even_asked_for(self, store: GraphStore) -> None:
        store.load(seed(*BIKES))

        def gaps() -> Iterable[ComputedGap]:
            raise AssertionError("nobody shows these")

        store.publish("demo", 7, gaps)
        store.publish("nowhere", 1, gaps)
