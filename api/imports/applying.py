"""Tables in, the same for routes and commands: read, report, and write in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from api.compiling import compiled
from api.recognising import elsewhere_of
from api.workspaces import Workspaces
from graph.answers import Workspace, workspace
from graph.edits.withdrawals import withdrawals
from graph.errors import BadParameterError, RowsRejectedError, UnknownDatasetError
from graph.exchange.match.founding import founded, seed_of
from graph.exchange.read.files import TableFile
from graph.exchange.read.kinds import GRAPH
from graph.exchange.report.bodies import ImportBody
from graph.exchange.report.outcome import (
    ImportChoices,
    ImportGround,
    TableRead,
    ToldLines,
    outcome_of,
)
from graph.exchange.report.registers import RegisterRead, register_read, register_report
from graph.exchange.report.summary import report
from graph.model import AnyRecord, Facts, RecordKey, Seed
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore, Version


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import that was read and compared, and not written.

    It holds what is needed to write it and no more: `seed` for a dataset that is to be, else
    `records` and `withdrawn`; `tables` have the rejected rows, `note` says what came in otherwise.
    """

    body: ImportBody
    by: str
    tables: tuple[TableRead, ...]
    records: Sequence[AnyRecord]
    withdrawn: Sequence[RecordKey]
    seed: Seed | None
    note: str = ""


def prepare(
    workspaces: Workspaces,
    files: Sequence[TableFile],
    choices: ImportChoices,
    lang: Lang,
    told: ToldLines = lambda _: None,
) -> Prepared:
    """Read tables against the dataset they are for; raise `TableRefusedError` for no table.

    Nodes and edges for a dataset that is not there found a new one; any other table for it
    raises `UnknownDatasetError`.
    """
    ground = _ground(workspaces, choices)
    if choices.register is not None and ground.version:
        read = register_read(ground, files, choices, choices.register, told)
        return _as_register(ground.ws, read, choices, lang)
    found = outcome_of(ground, files, choices, told)
    if not ground.version and any(t.heading.table.kind not in GRAPH for t in found.tables):
        known = ", ".join(each.id for each in workspaces.store.datasets())
        raise UnknownDatasetError(dataset=ground.ws.facts.dataset.id, known=known)
    return Prepared(
        body=report(found, ground.ws, lang, compiled),
        by=choices.by,
        tables=tuple(found.tables),
        records=found.records,
        withdrawn=found.withdrawn,
        seed=None if ground.version else seed_of(found),
    )


def apply(
    store: GraphStore, prepared: Prepared, *, sound_only: bool = False, seen: int | None = None
) -> ImportBody:
    """Write what was prepared, in one transaction; return its report with the new version.

    Raise `RowsRejectedError`, and write nothing, where rows are rejected and it was not asked
    for the sound ones alone, `StaleEditError` where what it changes has been changed since the
    version that it was compared with, or `seen` before that.
    """
    body = prepared.body
    if body.rejected_rows and not sound_only:
        raise RowsRejectedError(count=body.rejected_rows)
    version = _written(store, prepared, seen or body.version)
    return body.model_copy(update={"applied": True, "version": version.number})


def _written(store: GraphStore, prepared: Prepared, seen: int) -> Version:
    if prepared.seed is not None:
        return store.load(prepared.seed)
    tables = prepared.note or "、".join(table.table for table in prepared.tables)
    return store.report(
        prepared.body.dataset,
        prepared.records,
        by=prepared.by,
        note=f"导入 {tables}"[:500],
        withdrawn=prepared.withdrawn,
        seen=seen,
    )


def _as_register(ws: Workspace, read: RegisterRead, choices: ImportChoices, lang: Lang) -> Prepared:
    register = read.snapshot.register
    return Prepared(
        body=register_report(read, ws, lang, compiled),
        by=choices.by,
        tables=read.tables,
        records=read.snapshot.records,
        withdrawn=(),
        seed=None,
        note=f"名录 {register.name}（{register.as_of}）",
    )


def _ground(workspaces: Workspaces, choices: ImportChoices) -> ImportGround:
    """Take the current version of the dataset as what tables are read against."""
    wanted = choices.dataset or workspaces.dataset
    if wanted is not None and wanted not in {each.id for each in workspaces.store.datasets()}:
        return ImportGround(
            workspace(_new(wanted, choices)), lambda _: workspace(_new(wanted, choices))
        )
    version = workspaces.newest(wanted)

    def past(number: int) -> Workspace:
        return workspace(workspaces.store.read(version.dataset, number))

    gone = withdrawals(workspaces.store, version)
    return ImportGround(workspaces.at(version), past, gone, lambda ws: elsewhere_of(ws.facts))


def _new(dataset: str, choices: ImportChoices) -> Facts:
    try:
        return founded(dataset, choices.by, choices.today)
    except ValidationError as error:
        allowed = "a–z, 0–9, _"
        raise BadParameterError(parameter="dataset", value=dataset, allowed=allowed) from error
