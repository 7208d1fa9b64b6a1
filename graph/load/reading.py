"""A reference layer and a dataset, each read, built and checked into a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.load.build import LocalBuilder, reference_entries
from graph.load.catalog import Catalog
from graph.load.citations import Citations
from graph.load.documents import Documents
from graph.load.entries import SourceEntry
from graph.load.file_forms import DatasetForm, LayerChainForm, LayerForm
from graph.load.files import read_files
from graph.load.items import (
    LOCAL,
    LOCAL_HEADERS,
    REFERENCE,
    REFERENCE_HEAD,
    Item,
    ItemReader,
    Sections,
)
from graph.load.nearest import nearest
from graph.load.places import FilePlace
from graph.load.report import FindingsReport
from graph.load.rules import check_rules
from graph.load.rules_ids import refuse_unknown_ids, tell_second_id
from graph.load.synonyms import ByNameForm, TrapForm, WordsForm, read_synonyms
from graph.message import _
from graph.model import Document, Evidence, Membership
from graph.model.synonyms import Synonyms

DATASET_HEAD = "dataset.yaml"
LAYER_HEAD = "layer.yaml"
SPOKEN: Sections = {"words": WordsForm, "traps": TrapForm, "by_name": ByNameForm}
"""What a reference layer says of words, beside its sources and segments."""


@dataclass(frozen=True, slots=True)
class ReferenceLayer:
    """A reference layer as far as it could be read; `head` is null where that is broken."""

    head: LayerForm | None
    entries: Sequence[SourceEntry]
    catalog: Catalog
    synonyms: Synonyms


@dataclass(frozen=True, slots=True)
class LocalLayer:
    """A dataset as far as it could be read, with the records of the layer beside it."""

    head: DatasetForm | None
    entries: Sequence[SourceEntry]
    reference: Sequence[SourceEntry]


def check_reference(folder: Path, to: FindingsReport) -> ReferenceLayer:
    """Read a reference layer and check it; every error goes to the report."""
    layer = _read_reference(folder, to)
    check_rules(layer.entries, layer.catalog, to)
    return layer


def check_dataset(folder: Path, to: FindingsReport) -> LocalLayer:
    """Read a dataset with its reference layer and check both; every error goes to the report."""
    files = read_files(folder, DATASET_HEAD, to)
    catalog = Catalog()
    catalog.add_files(files)
    reader = ItemReader(catalog, to)
    head, files[0] = reader.head(files[0], "dataset", DatasetForm)
    reference = _reference_beside(head, files[0].place, folder, catalog, to)
    items = [item for file in files for item in reader.items(file, LOCAL, LOCAL_HEADERS)]
    citations = Citations(Documents(folder, to), catalog, to)
    builder = LocalBuilder(citations, _region(head, files[0].place, catalog, to))
    entries = [_with_uncited(entry, builder.uncited) for entry in list(builder.entries(items))]
    refuse_unknown_ids(entries, catalog, to)
    known = set(catalog.ids("chain"))
    concerning = [entry for entry in reference if _concerns(entry, known)]
    check_rules([*concerning, *entries], catalog, to)
    return LocalLayer(head, entries, concerning)


def _with_uncited(entry: SourceEntry, uncited: Iterable[Evidence]) -> SourceEntry:
    if not isinstance(entry.record, Document):
        return entry
    mine = (each for each in uncited if each.document == entry.record.id)
    placed = tuple(sorted(mine, key=lambda each: (each.line or 0, each.start or 0)))
    return SourceEntry(entry.record.model_copy(update={"uncited": placed}), entry.place)


def _read_reference(folder: Path, to: FindingsReport) -> ReferenceLayer:
    files = read_files(folder, LAYER_HEAD, to)
    catalog = Catalog()
    catalog.add_files(files)
    reader = ItemReader(catalog, to)
    head, files[0] = reader.head(files[0], "layer", LayerForm)
    items: list[Item] = []
    for index, file in enumerate(files):
        items.extend(reader.items(file, {**REFERENCE, **SPOKEN} if index else REFERENCE_HEAD, ()))
    entries = list(reference_entries(items))
    _refuse_second_chains(items, to)
    refuse_unknown_ids(entries, catalog, to)
    return ReferenceLayer(head, entries, catalog, read_synonyms(items, catalog, to))


def _refuse_second_chains(items: list[Item], to: FindingsReport) -> None:
    """The chains that a layer knows are no records; so they are compared here."""
    first: dict[str, FilePlace] = {}
    for item in items:
        if isinstance(item.form, LayerChainForm):
            other = first.setdefault(item.form.id, item.place)
            if other is not item.place:
                tell_second_id(item.form.id, item.place, other, to)


def _reference_beside(
    head: DatasetForm | None, place: FilePlace, folder: Path, catalog: Catalog, to: FindingsReport
) -> Sequence[SourceEntry]:
    """The records of the reference layer; its ids and names join the catalog."""
    if head is None:
        catalog.leave_open("segment", "source")
        return ()
    if head.reference is None:
        return ()
    beside = folder.parent / head.reference
    if not (beside / LAYER_HEAD).is_file():
        catalog.leave_open("segment", "source")
        layers = [path.parent.name for path in folder.parent.glob(f"*/{LAYER_HEAD}")]
        to.add(
            place.of("dataset").at("dataset", "reference"),
            _("旁边没有名为“{reference}”的参考层文件夹", reference=head.reference),
            nearest(head.reference, layers) or sorted(layers),
        )
        return ()
    layer = _read_reference(beside, to)
    catalog.add_all(layer.catalog, but="chain")
    return layer.entries


def _region(
    head: DatasetForm | None, place: FilePlace, catalog: Catalog, to: FindingsReport
) -> str:
    """The region that facts are about by default; told once where there is none."""
    if head is None:
        return catalog.excuse()
    if not catalog.has("region", head.region):
        to.add(
            place.of("dataset").at("dataset", "region"),
            _("没有 id 为“{region}”的地区", region=head.region),
            catalog.nearest("region", head.region),
        )
        return catalog.excuse()
    return head.region


def _concerns(entry: SourceEntry, chains: set[str]) -> bool:
    """A membership in a chain that the district has not is left out; the rest serves anyone."""
    return not isinstance(entry.record, Membership) or entry.record.chain in chains
