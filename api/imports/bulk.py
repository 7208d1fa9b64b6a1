"""Big files as a whole dataset: read and written in one transaction, with a report of all rows."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from graph.errors import BadParameterError, RowsRejectedError
from graph.exchange.bulk.files import big_tables
from graph.exchange.bulk.loading import BulkLoad
from graph.exchange.bulk.report import BulkBody, bulk_report
from graph.exchange.match.founding import LABEL, founded
from graph.exchange.read.headers import TableChoices
from graph.message import _
from graph.model import Facts
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore, Version
from graph.store.streamed import load_streamed

_ANOTHER = _("新的名称，或由文件建成的数据集（此数据集不是，载入会替换它）")


@dataclass(frozen=True, slots=True)
class BulkTask:
    """Which files make which dataset, who hands them in and when; what was said of tables."""

    paths: tuple[Path, ...]
    dataset: str
    by: str
    today: str
    wanted: TableChoices = field(default_factory=TableChoices)
    sound_only: bool = False


@dataclass(frozen=True, slots=True)
class Bulked:
    """What came of a load: its report, and the rows themselves."""

    body: BulkBody
    load: BulkLoad


def load_files(
    store: GraphStore, task: BulkTask, lang: Lang, told: Callable[[int], None]
) -> Bulked:
    """Write what files say as the local layer of a dataset, or nothing where a row is rejected.

    Raise `TableRefusedError` for a file that is no such table, `BadParameterError` for a
    dataset that was not made from files: it would be lost.
    """
    before = _before(store, task.dataset)
    task.wanted.refuse_unknown_fields()
    tables = big_tables(task.paths, task.wanted)
    load = BulkLoad(_founded(task), task.by, task.sound_only, told)
    after: Version | None = None
    with suppress(RowsRejectedError):  # the report says which
        after = load_streamed(store, task.dataset, load.records(tables), lambda: load.dataset)
    return Bulked(bulk_report(load, tables, before, after, lang), load)


def _before(store: GraphStore, dataset: str) -> int:
    for each in store.datasets():
        if each.id == dataset:
            if each.edition.label != LABEL:
                raise BadParameterError(parameter="dataset", value=dataset, allowed=_ANOTHER)
            return store.current(dataset).number
    return 0


def _founded(task: BulkTask) -> Facts:
    try:
        return founded(task.dataset, task.by, task.today)
    except ValidationError as error:
        allowed = "a–z, 0–9, _"
        raise BadParameterError(parameter="dataset", value=task.dataset, allowed=allowed) from error
