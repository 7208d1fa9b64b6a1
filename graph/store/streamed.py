"""Seeds too large to be held in memory: stores that take records as they come."""

from collections.abc import Callable, Iterable
from typing import Protocol, runtime_checkable

from graph.model import AnyRecord, Dataset, Seed
from graph.store.contract import GraphStore, Version


@runtime_checkable
class StreamLoaded(Protocol):
    """A store that loads without holding all records at once."""

    def load_streamed(
        self, dataset: str, records: Iterable[AnyRecord], called: Callable[[], Dataset]
    ) -> Version:
        """Replace the seed layers by a local one of `records`, each of which comes once.

        `called` tells what the dataset is when all have come. What `records` raises leaves
        everything as it was.
        """
        ...


def load_streamed(
    store: GraphStore, dataset: str, records: Iterable[AnyRecord], called: Callable[[], Dataset]
) -> Version:
    """Load as `StreamLoaded` does; a store that cannot takes a seed, which is held in memory."""
    if isinstance(store, StreamLoaded):
        return store.load_streamed(dataset, records, called)
    local = sorted(records, key=lambda each: (each.type, each.id))
    return store.load(Seed(called(), (), tuple(local)))
