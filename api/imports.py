"""Tables in, the same for routes and commands: read, report, and write in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.workspaces import Workspaces
from graph.answers import Workspace, workspace
from graph.errors import RowsRejectedError
from graph.exchange.incoming.files import File
from graph.exchange.incoming.plan import Choices, Ground, Plan, Told, plan
from graph.exchange.incoming.report import report
from graph.exchange.incoming.shapes import ImportBody
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import that was read and compared, and not written."""

    plan: Plan
    body: ImportBody


def ground(workspaces: Workspaces, dataset: str | None) -> Ground:
    """Take the current version of a dataset as what tables are read against."""
    version = workspaces.current(dataset)

    def past(number: int) -> Workspace:
        return workspace(workspaces.store.read(version.dataset, number))

    return Ground(workspaces.at(version), past)


def prepare(
    ground: Ground, files: Sequence[File], choices: Choices, lang: Lang, told: Told
) -> Prepared:
    """Read tables against the facts; raise `TableRefusedError` for what is no table."""
    found = plan(ground, files, choices, told)
    return Prepared(found, report(found, ground.ws, lang))


def apply(
    store: GraphStore, prepared: Prepared, choices: Choices, *, sound_only: bool = False
) -> ImportBody:
    """Write what was prepared, in one transaction; return its report with the new version.

    Raise `RowsRejectedError`, and write nothing, where rows are rejected and it was not asked
    for the sound ones alone, `StaleEditError` where what it was compared with has changed.
    """
    body = prepared.body
    if body.rejected_rows and not sound_only:
        raise RowsRejectedError(count=body.rejected_rows)
    tables = "、".join(table.table for table in body.tables)
    version = store.report(
        body.dataset,
        prepared.plan.records,
        by=choices.by,
        note=f"导入 {tables}"[:500],
        withdrawn=prepared.plan.withdrawn,
        seen=body.version,
    )
    return body.model_copy(update={"applied": True, "version": version.number})
