"""What rows change in what is held: each value before and after, and what is not theirs to say."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from graph.edits import values
from graph.exchange.match.known import KnownRecords
from graph.exchange.read.cells import Cells
from graph.message import Message, _
from graph.model import AnyRecord, Evidence, Fact
from graph.model.facts import own_fields
from graph.model.references import RecordKey


class ValueChange(NamedTuple):
    """A field of a fact and what it held before and holds after, in words of tables."""

    field: str
    name: Message
    before: str
    after: str


def changes_of(known: KnownRecords, before: AnyRecord, after: AnyRecord) -> tuple[ValueChange, ...]:
    """The fields in which two states of a record differ, its own alone."""
    return tuple(
        ValueChange(field, told.words, worded(known, before, field), worded(known, after, field))
        for field, told in own_fields(type(after)).items()
        if getattr(before, field) != getattr(after, field)
    )


def worded(known: KnownRecords, record: AnyRecord, field: str) -> str:
    """A value as tables write it: words for codes, names for ids; empty where there is none."""
    return values.worded(
        record, field, lambda type_, id_: getattr(known.current((type_, id_)), "name", id_)
    )


def hold_back(
    cells: Cells,
    known: KnownRecords,
    key: RecordKey,
    changes: Mapping[str, object],
    evidence: Evidence,
) -> None:
    """Reject a row that would change a value by an older statement, or by one without a date.

    A status is changed by a dated list alone; another value may change without a date where what
    is held has none either. What counts is the date of the value, not of what else is proven.
    """
    before = known.before(key)
    if not isinstance(before, Fact):
        return
    for field, value in changes.items():
        if getattr(before, field) in (None, (), value):
            continue
        since = values.newest(known.facts, before, field)
        held = worded(known, before, field)
        if evidence.as_of is not None and evidence.as_of == since:
            why = None if _is_again(before, evidence, field) else _same_day(since, held)
        else:
            why = _reason(field, since, evidence.as_of, held)
        if why is not None:
            code = "registry" if field == "status" and not cells.text("status") else field
            cells.refuse(code if _has(cells, code) else field, why, "older")


def speaking_of(evidence: Evidence, before: AnyRecord | None, said: Collection[str]) -> Evidence:
    """The evidence of a row, of those values alone that it says of a fact which is held already."""
    if before is None:
        return evidence
    fields = tuple(name for name in own_fields(type(before)) if name in said)
    return evidence.model_copy(update={"fields": fields or ("name",)})


def _is_again(before: Fact, evidence: Evidence, field: str) -> bool:
    """Whether it is the same list of the same day once more, as it is when it was mended."""
    return any(
        each.as_of == evidence.as_of and each.table == evidence.table
        for each in before.evidence
        if each.speaks_of(field)
    )


def _same_day(since: str, held: str) -> Message:
    return _(
        "现为“{held}”，另一依据在同一日期（{since}）如此说，日期分不出先后；"
        "请补写确切的数据截至，或在企业页面更正",
        held=held,
        since=since,
    )


def _reason(field: str, since: str | None, as_of: str | None, held: str) -> Message | None:
    if as_of is None and (since is not None or field == "status"):
        when = f"（{since}）" if since else ""
        return _("现为“{held}”{when}，此行没有日期，不能更改；请写明数据截至", held=held, when=when)
    if as_of is None or since is None:
        return None
    if values.is_newer(as_of, since):
        return None
    return _(
        "现为“{held}”（{since}），此行的日期 {as_of} 不更新，不能更改；"
        "若现值有误，请补写确切的数据截至，或在企业页面更正",
        held=held,
        since=since,
        as_of=as_of,
    )


def _has(cells: Cells, code: str) -> bool:
    return any(each.code == code for each in cells.heading.table.fields)
