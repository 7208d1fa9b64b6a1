"""Seeds too large to be held in memory: stores that take records as they come."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, runtime_checkable

from graph.model import AnyRecord, Dataset, Seed
from graph.model.record_text import RecordText, WrittenRecord
from graph.store.contract import GraphStore, Version
from graph.store.layers import records_from


@runtime_checkable
class StreamLoaded(Protocol):
    """A store that loads without holding all records at once."""

    def load_streamed(
        self, dataset: str, records: Iterable[WrittenRecord], called: Callable[[], Dataset]
    ) -> Version:
        """Replace the seed layers by a local one of `records`, each of which comes once.

        `called` tells what the dataset is when all have come. What `records` raises leaves
        everything as it was.
        """
        ...


def load_streamed(
    store: GraphStore,
    dataset: str,
    records: Iterable[WrittenRecord],
    called: Callable[[], Dataset],
) -> Version:
    """Load as `StreamLoaded` does; a store that cannot takes a seed, which is held in memory."""
    if isinstance(store, StreamLoaded):
        return store.load_streamed(dataset, records, called)
    local = sorted(_whole(records), key=lambda each: (each.type, each.id))
    return store.load(Seed(called(), (), tuple(local)))


def _whole(records: Iterable[WrittenRecord]) -> Iterator[AnyRecord]:
    for each in records:
        yield from records_from([each.text]) if isinstance(each, RecordText) else [each]
