"""What people denied or withdrew, where a list says it once more."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.edits.withdrawals import Withdrawal
from graph.exchange.match.known import KnownRecords
from graph.exchange.read.cells import Cells, Fault
from graph.message import Message, _
from graph.model import AnyRecord, Fact
from graph.model.facts import own_fields


class TakenBack(NamedTuple):
    """A fact of a row that a person took back: the code of its fault, when, by whom and why."""

    code: str
    day: str
    told: Message


def refuse_taken_back(known: KnownRecords, cells: Cells, records: Iterable[AnyRecord]) -> None:
    """Reject what a person denied or withdrew, unless a person says so or the row is later.

    A withdrawal counts from its day on. A denial yields to a person alone; a claim is an answer,
    and a later answer counts.
    """
    for record in records:
        back = taken_back(known, record)
        if back is None or known.restore or _is_later(record, back):
            continue
        shown = " ".join(cells.row.cells)[:80]
        why = _("{told}；确要恢复，请选“恢复曾撤回或否定的事实”（命令 --restore）", told=back.told)
        cells.faults.append(Fault("", shown, why, back.code))


def taken_back(known: KnownRecords, record: AnyRecord) -> TakenBack | None:
    """When and why a person took back what a record says now; null where nobody did."""
    key = (record.type, record.id)
    denial = known.facts.denied.get(key)
    if isinstance(denial, Fact) and record.type != "claim":
        day = max((each.as_of or "" for each in denial.evidence), default="")
        told = _("此事实已被更正为不实：{denied}", denied=denial.denied)
        return TakenBack("denied", day, told)
    gone = known.withdrawn.get(key)
    if gone is None or not _brings_back(known.before(key), gone, record):
        return None
    told = _("此事实 {day} 由 {by} 撤回：{why}", day=gone.day, by=gone.by, why=gone.why)
    return TakenBack("withdrawn", gone.day, told)


def _brings_back(before: AnyRecord | None, gone: Withdrawal, record: AnyRecord) -> bool:
    """Whether a record says a value again that was withdrawn and is not held."""
    if before is None:
        return True
    return any(
        getattr(record, name) == getattr(gone.record, name) != getattr(before, name)
        for name in own_fields(type(record))
    )


def _is_later(record: AnyRecord, back: TakenBack) -> bool:
    """Whether the row that a record comes from is dated after the day of a withdrawal."""
    said = record.evidence[-1].as_of if isinstance(record, Fact) else None
    return back.code == "withdrawn" and said is not None and said > back.day


def restored(known: KnownRecords, records: Iterable[AnyRecord]) -> Iterator[AnyRecord]:
    """The records with what was denied of them laid below: the proofs of the seed stay."""
    for record in records:
        below = known.facts.covered.get((record.type, record.id))
        denied = (record.type, record.id) in known.facts.denied
        if denied and isinstance(below, Fact) and isinstance(record, Fact):
            proofs = tuple(dict.fromkeys((*below.evidence, *record.evidence)))
            yield record.model_copy(update={"evidence": proofs})
        else:
            yield record
