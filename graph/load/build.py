"""Items in their shape to records, quotes looked up on the way."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.load.citations import Citations
from graph.load.entries import SourceEntry
from graph.load.file_context import FileContext
from graph.load.forms import built
from graph.load.items import Item
from graph.load.recipes import segment_entries
from graph.load.shapes import DocumentShape, Shape
from graph.load.shapes_facts import Proven, UncitedShape
from graph.load.shapes_recipes import RecipeShape, SourceShape
from graph.message import _
from graph.model import Evidence, Source


def reference_entries(items: Iterable[Item]) -> Iterator[SourceEntry]:
    """The records of the reference layer: its sources and its segments with their recipes."""
    for item in items:
        match item.shape:
            case SourceShape() as shape:
                yield SourceEntry(Source(**shape.model_dump()), item.place)
            case RecipeShape() as shape:
                yield from segment_entries(shape, item.place)


@dataclass(slots=True)
class LocalBuilder:
    """Builds the records of a dataset; `region` is what facts without a region are about.

    `uncited` gathers the passages that no fact cites, each with the reason as its note.
    """

    citations: Citations
    region: str
    uncited: list[Evidence] = field(default_factory=list)
    _seen: Counter[type[Shape]] = field(default_factory=Counter)

    def entries(self, items: list[Item]) -> Iterator[SourceEntry]:
        """The records of all items, documents first: the others quote them."""
        yield from self._documents(items)
        yield from reference_entries(items)
        for item in items:
            if isinstance(item.shape, Proven):
                yield from self._fact(item, item.shape)
            elif isinstance(item.shape, UncitedShape):
                passage = self.citations.evidence(item.shape, item.place, item.document)
                self.uncited.append(passage.model_copy(update={"note": item.shape.reason}))

    def _documents(self, items: list[Item]) -> Iterator[SourceEntry]:
        for item in items:
            if isinstance(item.shape, DocumentShape):
                document = self.citations.documents.read(item.shape, item.place)
                if document is not None:
                    yield SourceEntry(document, item.place)

    def _fact(self, item: Item, shape: Proven) -> Iterator[SourceEntry]:
        around = FileContext(item.chain, self.region, self._seen[type(shape)])
        self._seen[type(shape)] += 1
        proof = tuple(
            self.citations.evidence(quote, item.place.at("evidence", index), item.document)
            for index, quote in enumerate(shape.evidence)
        )
        if any(getattr(shape, name) is None and around.of(name) is None for name in shape.filled):
            self.citations.report.add(item.place, _("缺少键“chain”，文件开头也没有写 chain"))
            return
        record = built(shape, proof, around)
        yield SourceEntry(record, item.place.of(record.id))
