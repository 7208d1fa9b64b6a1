"""Items in their form to records, quotes looked up on the way."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.load.citations import Citations
from graph.load.entries import SourceEntry
from graph.load.file_context import FileContext
from graph.load.file_forms import DocumentForm, Form
from graph.load.forms import built
from graph.load.forms_facts import Proven, UncitedForm
from graph.load.forms_recipes import RecipeForm, SourceForm
from graph.load.items import Item
from graph.load.recipes import segment_entries
from graph.message import _
from graph.model import Evidence, Source


def reference_entries(items: Iterable[Item]) -> Iterator[SourceEntry]:
    """The records of the reference layer: its sources and its segments with their recipes."""
    for item in items:
        match item.form:
            case SourceForm() as form:
                yield SourceEntry(Source(**form.model_dump()), item.place)
            case RecipeForm() as form:
                yield from segment_entries(form, item.place)


@dataclass(slots=True)
class LocalBuilder:
    """Builds the records of a dataset; `region` is what facts without a region are about.

    `uncited` gathers the passages that no fact cites, each with the reason as its note.
    """

    citations: Citations
    region: str
    uncited: list[Evidence] = field(default_factory=list)
    _seen: Counter[type[Form]] = field(default_factory=Counter)

    def entries(self, items: list[Item]) -> Iterator[SourceEntry]:
        """The records of all items, documents first: the others quote them."""
        yield from self._documents(items)
        yield from reference_entries(items)
        for item in items:
            if isinstance(item.form, Proven):
                yield from self._fact(item, item.form)
            elif isinstance(item.form, UncitedForm):
                passage = self.citations.evidence(item.form, item.place, item.document)
                self.uncited.append(passage.model_copy(update={"note": item.form.reason}))

    def _documents(self, items: list[Item]) -> Iterator[SourceEntry]:
        for item in items:
            if isinstance(item.form, DocumentForm):
                document = self.citations.documents.read(item.form, item.place)
                if document is not None:
                    yield SourceEntry(document, item.place)

    def _fact(self, item: Item, form: Proven) -> Iterator[SourceEntry]:
        around = FileContext(item.chain, self.region, self._seen[type(form)])
        self._seen[type(form)] += 1
        proof = tuple(
            self.citations.evidence(quote, item.place.at("evidence", index), item.document)
            for index, quote in enumerate(form.evidence)
        )
        if any(getattr(form, name) is None and around.of(name) is None for name in form.filled):
            self.citations.report.add(item.place, _("缺少键“chain”，文件开头也没有写 chain"))
            return
        record = built(form, proof, around)
        yield SourceEntry(record, item.place.of(record.id))
