"""Loads of small files, as any of any size."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from api.imports.bulk import BulkTask, load_files
from graph.exchange.bulk.ground import WORDS
from graph.exchange.bulk.report import BulkBody
from graph.model import AnyRecord, Evidence, Fact, Facts
from graph.store import GraphStore

Parquet = Mapping[str, Sequence[object]]


def load(store: GraphStore, *paths: Path, sound_only: bool = True) -> BulkBody:
    """Load files as the dataset `newtown`."""
    task = BulkTask(paths, "newtown", "王工", "2026-11-25", sound_only=sound_only)
    return load_files(store, task, "zh", lambda _: None).body


def written(folder: Path, **files: str | bytes) -> list[Path]:
    """CSV files by name, in GBK where they are bytes already."""
    paths = []
    for name, content in files.items():
        path = folder / f"{name}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return paths


def defects(body: BulkBody) -> set[tuple[str, int, str]]:
    """Where what is wrong, by its code."""
    return {(each.table, each.row, each.code) for each in body.rejected}


def without_words(facts: Facts) -> list[AnyRecord]:
    """Records as an import writes them: their evidence without the words of its row."""
    return [_plain(each) if isinstance(each, Fact) else each for each in facts.records()]


def _plain(record: Fact) -> AnyRecord:
    proofs = tuple(map(_without, record.evidence))
    return record.model_copy(update={"evidence": proofs})  # type: ignore[return-value] # a record


def _without(evidence: Evidence) -> Evidence:
    note = (evidence.note or "").partition(WORDS)[0].removesuffix("；")
    return evidence.model_copy(update={"note": note or None})
