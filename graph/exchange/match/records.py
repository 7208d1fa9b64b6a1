"""Rows to records: what a row says, laid over what is known."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from graph.exchange.match.computed import Own
from graph.exchange.match.known import SKIP, KnownRecords
from graph.exchange.match.sections import SectionTitles
from graph.exchange.read.cells import Cells
from graph.exchange.read.list_date import is_to_come
from graph.exchange.read.states import states_in
from graph.exchange.read.values import finer, listed, unnumbered
from graph.message import _
from graph.model import AnyRecord, Evidence, Fact, Makes
from graph.model.references import RecordKey

Stated = TypeVar("Stated", bound=Fact)


@dataclass(frozen=True, slots=True)
class RowOrigin:
    """Where a row comes from: its table, who hands it in, and as which the table was written.

    `own` is null for tables that are not ours; `today` is the day on which it is handed in;
    `sections` are the titles that are met from row to row; `as_of` is the date of the whole list,
    for rows without a column for theirs.
    """

    table: str
    by: str
    own: Own | None = None
    today: str = ""
    sections: SectionTitles = field(default_factory=SectionTitles, compare=False)
    as_of: str | None = None


def reported(cells: Cells, origin: RowOrigin) -> Evidence:
    """The evidence of a row."""
    return Evidence(
        basis="reported",
        table=origin.table,
        row=cells.row.number,
        by=origin.by,
        as_of=_dated(cells, origin),
        note="；".join(filter(None, (cells.text("basis"), *_kept(cells)))) or None,
    )


def _dated(cells: Cells, origin: RowOrigin) -> str | None:
    """The date of a row, else of its list; a fault for one that is yet to come."""
    if "as_of" not in cells.heading.columns:
        return origin.as_of
    found = cells.date("as_of")
    if found is not None and is_to_come(found, origin.today):
        why = _("日期 {date} 晚于今天（{today}）一年以上，请核对", date=found, today=origin.today)
        cells.refuse("as_of", why, "future")
        return None
    return found


def _kept(cells: Cells) -> Iterator[str]:
    """What says more than what follows from it: the registry's word, the certificate."""
    closed = "closed" in (states_in(cells.text("status")) or ())
    for code in (*(("status",) if closed else ()), "registry", "certificate", "batch"):
        if text := cells.text(code):
            yield f"{cells.header(code)}：{text}"


def laid_over(before: AnyRecord | None, after: Stated) -> Stated:
    """Return `after` with the proofs of `before` and its own; `before` where nothing is new.

    A row is new where its content is, or where it says a date or basis that no report of the
    fact has said so far.
    """
    if not isinstance(before, Fact):
        return after
    (evidence,) = after.evidence
    kept = {"evidence": before.evidence, "was": before.was, "corrected": before.corrected}
    held = after.model_copy(update=kept)
    if held == before and _said_already(evidence, before.evidence):
        return held
    if evidence in before.evidence:
        return held
    return held.model_copy(update={"evidence": (*before.evidence, evidence)})


def _said_already(new: Evidence, known: Iterable[Evidence]) -> bool:
    if new.as_of is None and new.note is None:
        return True
    return any(
        each.basis == "reported"
        and new.as_of in (None, each.as_of)
        and new.note in (None, each.note)
        and (not each.fields or {*new.fields} <= {*each.fields})
        for each in known
    )


def makes(known: KnownRecords, firm: str, segment: str, evidence: Evidence) -> Makes:
    """The fact that a firm makes a segment."""
    id_ = f"makes.{firm}.{segment}"
    before = known.current(("makes", id_))
    return laid_over(before, Makes(id=id_, enterprise=firm, segment=segment, evidence=(evidence,)))


def segments_in(cells: Cells, known: KnownRecords, code: str) -> list[str]:
    """The segments that a column names, each once; a fault for each name that is none.

    A name may hold a comma of its own, so the whole text is tried before its parts.
    """
    parts = (part for text in cells.texts(code) for part in _parts(known, text))
    wanted = [part for part in parts if known.choice(part) != SKIP]
    found = [known.named(cells, code, "segment", part) for part in wanted]
    return list(dict.fromkeys(each for each in found if each is not None))


def _parts(known: KnownRecords, text: str) -> Iterator[str]:
    """The names in a cell: whole, by the usual signs, or as people number and join them."""
    names = known.names("segment")
    if known.choice(text) is not None or names.find(text).id is not None:
        yield text
        return
    for part in listed(unnumbered(text)):
        yield from _finest(known, part)


def _finest(known: KnownRecords, part: str) -> tuple[str, ...]:
    """The reading of an entry that gives known names alone; else itself, to be asked about."""
    names = known.names("segment")
    for reading in finer(part):
        if all(known.choice(each) is not None or names.find(each).id for each in reading):
            return reading
    return (part,)


def agrees(cells: Cells, known: KnownRecords, code: str, key: RecordKey, value: object) -> bool:
    """Whether no earlier row says something else of the same thing; else a fault."""
    said, row = known.told.get((key, code), (value, cells.row.number))
    if said == value:
        cells.told[key, code] = (value, cells.row.number)
        return True
    text = _("与第 {row} 行矛盾（那里是 {said}）", row=row, said=said)
    cells.refuse(code, text, "contradiction")
    return False
