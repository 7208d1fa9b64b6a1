"""What differs between two versions, in words: facts, gaps and by which fact, completeness."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from graph.analysis.diff import FactChange, fact_changes, stated_in, touched
from graph.analysis.families import generals
from graph.analysis.gaps import GapRow
from graph.analysis.targets import descendants
from graph.answers.chains import products_in
from graph.answers.echo import completeness_of, origin
from graph.answers.gap_names import gap_name
from graph.answers.shapes.common import Ref
from graph.answers.shapes.diff import (
    ChainChange,
    ChangedFact,
    DiffBody,
    DiffCause,
    GapDifference,
)
from graph.answers.shapes.edits import VersionItem
from graph.answers.statements import sentence
from graph.answers.workspace import Workspace
from graph.model import RecordKey
from graph.model.vocabulary import FactAction, GapAction, Lang
from graph.network.terms import Terms

MOST_CAUSES = 10
"""Facts that are named as the cause of one gap's change."""
BESIDE = frozenset({"judgement", "lead"})
"""What stands beside what is computed, and so causes no change of it."""
TERMS = Terms()
"""Gaps and completeness are compared under the usual terms."""


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """Two versions, and the facts that differ, each with what it is about."""

    before: Workspace
    after: Workspace
    changes: tuple[tuple[FactChange, frozenset[RecordKey]], ...]

    @property
    def causes(self) -> tuple[tuple[FactChange, frozenset[RecordKey]], ...]:
        """Those that can change an answer."""
        return tuple(each for each in self.changes if each[0].record.type not in BESIDE)


def diff(
    before: Workspace, after: Workspace, versions: tuple[VersionItem, VersionItem], lang: Lang
) -> DiffBody:
    """Compare two versions of one dataset; `versions` tell when and why they were made."""
    compared = _compared(before, after)
    gaps = tuple(_gaps(compared, lang))
    items = tuple(
        ChangedFact(**dict(_told(before, after, each, lang)), before=each.before, after=each.after)
        for each, _about in compared.changes
    )
    return DiffBody(
        **origin(after),
        before=versions[0],
        after=versions[1],
        facts={code: sum(e.action == code for e in items) for code in get_args(FactAction)},
        gap_changes={code: sum(e.action == code for e in gaps) for code in get_args(GapAction)},
        gaps=gaps,
        chains=tuple(_chains(before, after)),
        items=items,
        total=len(items),
    )


def gap_changes(before: Workspace, after: Workspace, lang: Lang) -> tuple[GapDifference, ...]:
    """The gaps whose standing differs alone, and by which facts."""
    return tuple(_gaps(_compared(before, after), lang))


def _compared(before: Workspace, after: Workspace) -> TwoVersions:
    changes = fact_changes(before.facts, after.facts)
    about = tuple((each, touched(each, before.facts, after.facts)) for each in changes)
    return TwoVersions(before, after, about)


def _told(before: Workspace, after: Workspace, change: FactChange, lang: Lang) -> DiffCause:
    """A changed fact in the words of the version that has it."""
    ws, record = before if change.after is None else after, change.record
    text = sentence(ws, record, lang)
    said = tuple(
        ws.ref("document", each) for each in stated_in(change) if each in ws.facts.documents
    )
    return DiffCause(
        type=record.type, id=record.id, text=text, action=change.action, stated_in=said
    )


def _gaps(compared: TwoVersions, lang: Lang) -> Iterator[GapDifference]:
    """Each gap whose standing differs: a computed one that a document states now is the same."""
    old, new = _rows(compared.before), _rows(compared.after)
    for key in sorted({*old, *new}):
        was, now = old.get(key), new.get(key)
        if was and now and was.standing == now.standing:
            continue
        ws, row = (compared.after, now) if now else (compared.before, was)
        assert row is not None  # noqa: S101 - a key of either
        yield GapDifference(
            gap=Ref(type="gap", id=row.id, name=gap_name(ws, row, lang)),
            action="moved" if was and now else "opened" if now else "closed",
            before=was.standing if was else None,
            after=now.standing if now else None,
            because=_because(compared, was, now, lang),
        )


def _rows(ws: Workspace) -> Mapping[tuple[str, str], GapRow]:
    here = ws.facts.dataset.region

    def key(row: GapRow) -> tuple[str, str]:
        region = row.stated.region if row.stated else here
        return (region, row.segment) if row.merges and row.segment else ("", row.id)

    return {key(row): row for row in ws.gap_rows(TERMS).values()}


def _because(
    compared: TwoVersions, was: GapRow | None, now: GapRow | None, lang: Lang
) -> tuple[DiffCause, ...]:
    """The facts that differ and are about the gap itself; else about what it comes by.

    Where one fact alone differs, it is the cause of all.
    """
    sides = [(compared.before, was), (compared.after, now)]
    rows = [(ws, row) for ws, row in sides if row is not None]
    itself: set[RecordKey] = {("gap", row.id) for _, row in rows}
    itself |= {("segment", row.segment) for _, row in rows if row.segment}
    found = [change for change, about in compared.causes if about & itself]
    if not found:
        around = {("segment", each) for ws, row in rows for each in _around(ws, row)}
        found = [change for change, about in compared.causes if about & around]
    if not found and len(compared.causes) == 1:
        found = [compared.causes[0][0]]
    return tuple(_told(compared.before, compared.after, each, lang) for each in found[:MOST_CAUSES])


def _around(ws: Workspace, row: GapRow) -> set[str]:
    """The segments by which a gap comes: kinds, generals, alternatives, the products that wait."""
    numbers = {*row.through, *row.open}
    frame = ws.frame(TERMS)
    if row.segment:
        number = ws.network.number(row.segment)
        numbers |= {*generals(frame, number), *descendants(frame, number)}
        for group in frame.arrays.used_in.row(number):
            numbers |= {frame.arrays.consumer[group], *frame.arrays.members.row(group)}
    if row.lack:
        numbers |= {*row.lack.path, *(each.product for each in row.lack.blocks)}
    return {ws.network.ids[each] for each in numbers}


def _chains(before: Workspace, after: Workspace) -> Iterator[ChainChange]:
    both = before.facts.chains.keys() & after.facts.chains.keys()
    for chain in sorted(both, key=lambda each: (after.facts.chains[each].order, each)):
        old, new = (
            completeness_of(ws, TERMS, products_in(ws, TERMS, [chain])) for ws in (before, after)
        )
        if old != new:
            yield ChainChange(chain=after.ref("chain", chain), before=old, after=new)
