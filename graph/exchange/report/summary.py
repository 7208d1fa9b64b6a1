"""The plan of an import as its report, and its rejected rows as a file to correct."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from graph.answers.shapes import Ref
from graph.answers.workspace import Workspace, ref_to, workspace
from graph.exchange.match.changes import changes_of
from graph.exchange.match.known import Matched
from graph.exchange.match.names import Candidate
from graph.exchange.match.taken_back import taken_back
from graph.exchange.out.gap_table import disarmed
from graph.exchange.report.bodies import (
    CandidateItem,
    ChangeItem,
    CircleItem,
    ColumnItem,
    FactDifference,
    FactItem,
    ImportBody,
    MatchItem,
    PassedItem,
    RejectedItem,
    RowItem,
    TableItem,
)
from graph.exchange.report.effects import difference, facts_with
from graph.exchange.report.outcome import ImportOutcome, RowResult, TableRead
from graph.model import AnyRecord, Facts, RecordType
from graph.model.references import references
from graph.model.vocabulary import Lang

LISTED = 5000
"""Cells and names in a report; what is beyond is in the file of rejected rows."""
WHY = "原因"


def report(
    found: ImportOutcome,
    before: Workspace,
    lang: Lang,
    compiled: Callable[[Facts], Workspace] = workspace,
) -> ImportBody:
    """Tell what became of every row, and what the facts, `compiled`, would change."""
    records = found.records
    after = facts_with(found.facts, records)
    known = [found.known.before((record.type, record.id)) for record in records]
    told = found.counts["new"] + found.counts["changed"]
    faults = [item for line in found.rejected for item in _rejected(line, found, lang)]
    passed = sum(each.rows for each in found.passed)
    return ImportBody(
        dataset=found.facts.dataset.id,
        version=found.facts.version,
        applied=False,
        new=found.counts["new"],
        changed=found.counts["changed"],
        same=found.counts["same"],
        rejected_rows=found.counts["rejected"],
        rejected=tuple(faults[:LISTED]),
        rows=tuple(_row(line, found, lang) for line in found.telling),
        truncated=told > len(found.telling) or len(faults) > LISTED,
        tables=tuple(table_item(each, lang) for each in found.tables),
        matched=tuple(_match(each, found) for each in list(found.known.matched.values())[:LISTED]),
        circles=tuple(CircleItem(rows=each.rows, names=each.names) for each in found.circles),
        passed=tuple(_passed(found, lang)),
        passed_rows=passed,
        all_rows=found.counts.total() + passed,
        facts=FactDifference(
            added=known.count(None),
            changed=len(known) - known.count(None),
            withdrawn=len(found.withdrawn),
        ),
        answers=difference(before, compiled(after), lang),
    )


def _passed(found: ImportOutcome, lang: Lang) -> Iterator[PassedItem]:
    for each in found.passed[:LISTED]:
        why = each.why.text(lang)
        yield PassedItem(table=each.table, row=each.row, text=each.text, why=why, rows=each.rows)
    for table, row, fault in found.known.left_out[:LISTED]:
        text, why = f"{fault.column} {fault.value}", fault.why.text(lang)
        yield PassedItem(table=table, row=row, text=text, why=why, rows=0)


def table_item(table: TableRead, lang: Lang) -> TableItem:
    """A table that was recognised, and what its columns are taken for."""
    heading = table.heading
    fields = {column: heading.table.field(code) for column, code in heading.used.items()}
    return TableItem(
        table=table.table,
        kind=heading.table.kind,
        kind_name=heading.table.title.text(lang),
        header_row=heading.row,
        columns=tuple(
            ColumnItem(
                column=name,
                field=fields[at].code if at in fields else None,
                field_name=fields[at].header if at in fields else None,
            )
            for at, name in enumerate(heading.names)
            if name
        ),
        unknown=heading.unknown,
        rows=table.rows,
    )


def _row(line: RowResult, found: ImportOutcome, lang: Lang) -> RowItem:
    facts = tuple(
        FactItem(
            fact=_ref(found, record),
            outcome=outcome,
            changes=_changes(record, found, lang),
            taken_back=_taken_back(record, found, lang),
        )
        for record, outcome in line.facts
        if outcome != "same"
    )
    return RowItem(table=line.table, row=line.row.number, outcome=line.outcome, facts=facts)


def _changes(record: AnyRecord, found: ImportOutcome, lang: Lang) -> tuple[ChangeItem, ...]:
    before = found.known.before((record.type, record.id))
    changes = () if before is None else changes_of(found.known, before, record)
    return tuple(
        ChangeItem(
            field=each.field,
            field_name=each.name.text(lang),
            before=each.before,
            after=each.after,
        )
        for each in changes
    )


def _taken_back(record: AnyRecord, found: ImportOutcome, lang: Lang) -> str | None:
    back = taken_back(found.known, record)
    return None if back is None else back.told.text(lang)


def _ref(found: ImportOutcome, record: AnyRecord) -> Ref:
    """Point to a fact; one that ties two records goes by both their names."""
    if getattr(record, "name", None):
        return ref_to(record)
    names = [_called(found, kind, id_) for kind, id_ in references(record)]
    return Ref(type=record.type, id=record.id, name=" → ".join(names) or record.id)


def _called(found: ImportOutcome, kind: RecordType, id_: str) -> str:
    record = found.known.current((kind, id_))
    return id_ if record is None else ref_to(record).name


def _rejected(line: RowResult, found: ImportOutcome, lang: Lang) -> Iterator[RejectedItem]:
    for fault in line.faults:
        yield RejectedItem(
            table=line.table,
            row=line.row.number,
            column=fault.column,
            value=fault.value[:200],
            code=fault.code,
            why=fault.why.text(lang),
            candidates=_candidates(found, fault.candidates),
            name=fault.name[:200],
        )


def _match(each: Matched, found: ImportOutcome) -> MatchItem:
    taken_for = Ref(type=each.type, id=each.id, name=_called(found, each.type, each.id))
    near = _candidates(found, each.candidates)
    return MatchItem(value=each.value, taken_for=taken_for, how=each.how, candidates=near)


def _candidates(found: ImportOutcome, near: Iterable[Candidate]) -> tuple[CandidateItem, ...]:
    return tuple(
        CandidateItem(
            ref=Ref(type=_type(found, each.id), id=each.id, name=each.name), score=each.score
        )
        for each in near
    )


def _type(found: ImportOutcome, id_: str) -> RecordType:
    kinds: tuple[RecordType, ...] = ("enterprise", "segment", "chain")
    return next((k for k in kinds if found.known.current((k, id_)) is not None), "region")


def rejected_csv(table: TableRead, lang: Lang) -> Iterator[str]:
    """Yield the rejected rows of a table as they were, with the reasons in a last column.

    That column is passed over when the corrected file is imported.
    """
    names = table.heading.names
    yield "\ufeff" + _csv([*names, WHY])
    for line in table.rejected:
        cells = [line.row.cell(column) for column in range(len(names))]
        yield _csv([*cells, "；".join(_said(line, lang))])


def _said(line: RowResult, lang: Lang) -> Iterator[str]:
    for fault in line.faults:
        where = f"{fault.column}：" if fault.column else ""
        yield f"{where}{fault.why.text(lang)}"


def _csv(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([disarmed(cell) for cell in cells])
    return buffer.getvalue()
