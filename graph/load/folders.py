"""Folders from outside: recognised, checked, and handed on as records."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from graph.load.entries import SourceEntry
from graph.load.places import FilePlace
from graph.load.reading import DATASET_HEAD, LAYER_HEAD, check_dataset, check_reference
from graph.load.report import FindingsReport
from graph.message import Listing, _
from graph.model import FIELD_OF_TYPE, AnyRecord, Dataset, Edition, Seed
from graph.model.synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder without errors: what it is, and how many records of each type it holds."""

    kind: Literal["dataset", "reference"]
    id: str
    title: str
    counts: Mapping[str, int]


def load_dataset(folder: Path) -> Seed:
    """The checked records of a dataset folder and of the reference layer beside it.

    Raises `InvalidDataError` with all findings at once, also where the folder is no dataset.
    """
    folder = folder.resolve()
    report = FindingsReport()
    _refuse_other_folders(folder, (DATASET_HEAD,), report)
    layer = check_dataset(folder, report)
    if layer.head is None:
        report.refuse()
    report.close()
    head = layer.head
    dataset = Dataset(
        id=head.id,
        title=head.title,
        title_en=head.title_en,
        region=head.region,
        edition=Edition(
            label=head.edition.label, date=head.edition.date, period=head.edition.period
        ),
        made_up=head.made_up,
    )
    return Seed(dataset, _sorted(layer.reference), _sorted(layer.entries))


def check(folder: Path) -> Checked:
    """Check a dataset folder or the folder of a reference layer, whichever it is.

    Raises `InvalidDataError` with all findings at once, also where it is neither.
    """
    folder = folder.resolve()
    report = FindingsReport()
    _refuse_other_folders(folder, (DATASET_HEAD, LAYER_HEAD), report)
    if (folder / DATASET_HEAD).is_file():
        seed = load_dataset(folder)
        counts = _counts((*seed.reference, *seed.local))
        return Checked("dataset", seed.dataset.id, seed.dataset.title, counts)
    layer = check_reference(folder, report)
    if layer.head is None:
        report.refuse()
    report.close()
    counts = _counts(_sorted(layer.entries))
    return Checked("reference", layer.head.id, layer.head.title, counts)


def load_synonyms(folder: Path) -> Synonyms:
    """What firms call the segments of a reference layer, read from the layer's folder.

    Raises `InvalidDataError` with all findings at once.
    """
    report = FindingsReport()
    layer = check_reference(folder.resolve(), report)
    report.close()
    return layer.synonyms


def _counts(records: Iterable[AnyRecord]) -> Mapping[str, int]:
    found: Counter[str] = Counter(record.type for record in records)
    return {kind: found[kind] for kind in FIELD_OF_TYPE if kind in found}


def _sorted(entries: Iterable[SourceEntry]) -> tuple[AnyRecord, ...]:
    order = {kind: index for index, kind in enumerate(FIELD_OF_TYPE)}
    return tuple(
        sorted((entry.record for entry in entries), key=lambda each: (order[each.type], each.id))
    )


def _refuse_other_folders(folder: Path, heads: tuple[str, ...], report: FindingsReport) -> None:
    """Stop with the nearest folders that would do, where this one has no first file."""
    if any((folder / head).is_file() for head in heads):
        return
    near = sorted({path.parent for head in heads for path in folder.parent.glob(f"*/{head}")})
    below = sorted({path.parent for head in heads for path in folder.glob(f"*/{head}")})
    report.add(
        FilePlace(str(folder), {}),
        _("这里没有 {heads}", heads=Listing(heads, _(" 或 "))),
        [str(path) for path in below or near],
    )
    report.refuse()
