"""Lists of firms to words that are kept: whose they are, and what they replace."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from graph.errors import BadParameterError
from graph.exchange.match.chosen import refuse_unmet
from graph.exchange.match.known import NEW, SKIP, KnownRecords, must_confirm
from graph.exchange.read.firm_words import FirmList, SkippedTable
from graph.message import _
from graph.model import Evidence, Facts, FirmLine, FirmWords, RecordKey
from graph.model.formats import CreditCode
from graph.model.names import fold
from graph.model.new_ids import new_id
from graph.recognition.clauses import LONGEST
from graph.recognition.rows import FirmRow

_CODE: TypeAdapter[str] = TypeAdapter(CreditCode)


@dataclass(frozen=True, slots=True)
class KeepChoices:
    """Who keeps the words of lists, as of which date, and what names in them stand for.

    `names` leads from a name to the id of an enterprise, to `new` or to `skip`.
    """

    by: str
    as_of: str | None = None
    names: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class WordsKept:
    """What lists say of firms: all of it, what of it is other than before, what is said no more.

    `skipped` are the rows left out because a person has to say which firm they are of.
    """

    every: tuple[FirmWords, ...]
    changed: tuple[FirmWords, ...]
    gone: tuple[RecordKey, ...]
    skipped: tuple[SkippedTable, ...]


def words_kept(facts: Facts, lists: Iterable[FirmList], choices: KeepChoices) -> WordsKept:
    """Make records of lists; a list takes the place of an earlier one of its name.

    A firm is known by its credit code, else by its name; one that nobody is like is new. Raise
    `BadParameterError` for a list that is older than the one of its name, and for a choice of a
    name that no list has.
    """
    rows = [row for each in lists for row in each.rows]
    held = _held(facts, {row.table for row in rows})
    _refuse_older(held.values(), choices.as_of)
    refuse_unmet(choices.names or (), (row.firm for row in rows))
    found, skipped = _by_firm(facts, rows, choices)
    every = tuple(sorted(_records(found, choices), key=lambda each: each.id))
    return WordsKept(
        every=every,
        changed=tuple(each for each in every if not _same(each, held.get(each.id))),
        gone=tuple(("firm_words", id_) for id_ in sorted(held.keys() - {e.id for e in every})),
        skipped=tuple(skipped),
    )


def _held(facts: Facts, tables: set[str]) -> dict[str, FirmWords]:
    words = facts.firm_words.values()
    return {each.id: each for each in words if each.evidence[0].table in tables}


def _refuse_older(held: Iterable[FirmWords], as_of: str | None) -> None:
    newest = max((each.evidence[0].as_of or "" for each in held), default="")
    if as_of is not None and as_of < newest:
        raise BadParameterError(parameter="as_of", value=as_of, allowed=f"≥ {newest}")


_FirmRows = Mapping[tuple[str, str], Sequence[FirmRow]]


def _by_firm(
    facts: Facts, rows: Iterable[FirmRow], choices: KeepChoices
) -> tuple[_FirmRows, list[SkippedTable]]:
    """Gather rows by firm and table; the others with the reason."""
    names = {fold(name): meant for name, meant in (choices.names or {}).items()}
    known = KnownRecords(facts, choices=names)
    found: defaultdict[tuple[str, str], list[FirmRow]] = defaultdict(list)
    skipped = []
    settled: dict[tuple[str, str | None], str | SkippedTable | None] = {}
    for row in rows:
        key = fold(row.firm), row.credit_code
        if key not in settled:
            settled[key] = _firm(known, row)
            if isinstance(fault := settled[key], SkippedTable):
                skipped.append(fault)
        if isinstance(firm := settled[key], str):
            found[firm, row.table].append(row)
    return found, skipped


def _firm(known: KnownRecords, row: FirmRow) -> str | SkippedTable | None:
    """The id of a firm, that of a new one too; null for one that a person leaves out."""
    code = _code(row.credit_code)
    chosen = known.choice(row.firm)
    if chosen == SKIP:
        return None
    by_code = known.firm_with_code(code) if code and chosen is None else None
    match = known.find("enterprise", row.firm)
    firm = by_code or match.id
    if firm is None and chosen != NEW and must_confirm(match.candidates):
        near = "、".join(f"{each.name}（{each.id}）" for each in match.candidates)
        why = _("“{name}”可能是已有的企业：{near}；请确认", name=row.firm, near=near)
        return SkippedTable(row.table, row.row, why)
    return firm or new_id(row.firm, "firm")


def _code(text: str | None) -> str | None:
    """A credit code as it is kept; null for a text that is none."""
    try:
        return _CODE.validate_python(text) if text else None
    except ValidationError:
        return None


def _records(found: _FirmRows, choices: KeepChoices) -> Iterator[FirmWords]:
    for (firm, table), rows in found.items():
        digest = hashlib.sha256(table.encode()).hexdigest()[:8]
        listed = Evidence(
            basis="reported", table=table, row=rows[0].row, by=choices.by, as_of=choices.as_of
        )
        yield FirmWords(
            id=f"firm_words.{firm}.{digest}",
            enterprise=firm,
            firm=rows[0].firm,
            credit_code=next(filter(None, (_code(each.credit_code) for each in rows)), None),
            industry=next(filter(None, (each.industry for each in rows)), ()),
            lines=tuple(_lines(rows)),
            evidence=(listed,),
        )


def _lines(rows: Iterable[FirmRow]) -> Iterator[FirmLine]:
    for row in rows:
        for each in row.words:
            yield FirmLine(
                row=row.row,
                kind=each.kind,
                column=each.column,
                text=each.text[:LONGEST],
                amount=each.amount,
            )


def _same(words: FirmWords, held: FirmWords | None) -> bool:
    """Whether a list says again what it said, as of the same day; by whom does not matter."""
    if held is None or held.evidence[0].as_of != words.evidence[0].as_of:
        return False
    return words == held.model_copy(update={"evidence": words.evidence})
