"""What one row says, phrase by phrase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.model.vocabulary import Sort, Strength
from graph.recognition.clauses import STANDARD, Clause, ClauseReader, plain
from graph.recognition.firms import core, holds, trades
from graph.recognition.industries import CodeStanding, IndustryClass
from graph.recognition.invoices import lines
from graph.recognition.judging import Seen, strength
from graph.recognition.known import Known
from graph.recognition.lexicon import Lexicon, Meaning
from graph.recognition.proposal import Because
from graph.recognition.rows import FirmRow, Words
from graph.recognition.verbs import acts, ending, told


class PhraseEvidence(NamedTuple):
    """One place that speaks for a segment, and how much it proves."""

    strength: Strength
    because: Because


class _Hit(NamedTuple):
    """A meaning found in a clause; `acted` where the word takes the verb in."""

    meaning: Meaning
    acted: bool


@dataclass(frozen=True, slots=True)
class FirmSeen:
    """A firm as all its rows show it.

    `core` is its name without its legal form, `classed` what the name of its class means.
    """

    name: str
    credit_code: str | None
    industry: IndustryClass
    core: str
    standing: CodeStanding
    classed: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, name: str, credit_code: str | None, industry: IndustryClass, words: Lexicon
    ) -> "FirmSeen":
        """Settle what sort of firm it is: its code first, then its name."""
        standing = industry.standing
        if standing == "unknown" and trades(name):
            standing = "trade"
        elif standing == "unknown" and holds(name):
            standing = "service"
        classed = _classed(industry, words)
        return cls(name, credit_code, industry, core(name), standing, classed)


def read_firm(
    rows: Sequence[FirmRow], firm: FirmSeen, of: Known, reader: ClauseReader
) -> Iterator[tuple[str, PhraseEvidence]]:
    """Yield the segments that the rows of a firm speak for, in the order of its words."""
    for row in rows:
        for words in row.words:
            if words.kind != "invoice":
                standard = words.kind == "scope" and any(each in words.text for each in STANDARD)
                for clause in reader.clauses(words.text):
                    yield from _said(_Place(row, words, firm, standard), clause, of)
    for line in lines(rows):
        place = _Place(line.row, line.words, firm, beside=not line.main)
        for clause in reader.clauses(line.product):
            yield from _said(place, clause, of)


@dataclass(frozen=True, slots=True)
class _Place:
    row: FirmRow
    words: Words
    firm: FirmSeen
    standard: bool = False
    beside: bool = False


def _said(place: _Place, clause: Clause, of: Known) -> Iterator[tuple[str, PhraseEvidence]]:
    for hit in _meant(_hits(clause, of), clause, place.firm):
        segment = of.segments[hit.meaning.segment]
        industry = place.firm.industry
        agrees = segment.id in place.firm.classed or of.codes.agrees(segment.id, industry)
        found = strength(_seen(place, clause, hit, segment.sort, agrees))
        if found is not None:
            yield segment.id, PhraseEvidence(found, _because(place, clause, hit.meaning, agrees))


def _seen(place: _Place, clause: Clause, hit: _Hit, sort: Sort, agrees: bool | None) -> Seen:  # noqa: FBT001
    own = sort != "service" or not clause.borrowed
    return Seen(
        column=place.words.kind,
        by=hit.meaning.by,
        sort=sort,
        done=acts(clause.verbs) if own else frozenset(),
        agrees=agrees,
        named=_is_named(hit.meaning, place.firm),
        standing=place.firm.standing,
        hint=bool(hit.meaning.context),
        standard=place.standard,
        branch=clause.branch,
        acted=hit.acted,
        beside=place.beside,
    )


def _because(place: _Place, clause: Clause, meaning: Meaning, agrees: bool | None) -> Because:  # noqa: FBT001
    return Because(
        table=place.row.table,
        row=place.row.row,
        column=place.words.column,
        phrase=clause.phrase,
        name=meaning.text,
        by=meaning.by,
        verb=told(acts(clause.verbs)),
        industry_code=place.firm.industry.code,
        code_agrees=agrees,
    )


def _hits(clause: Clause, of: Known) -> list[_Hit]:
    """What a clause means: with its verb (电梯安装), else the noun; beside it standard phrases."""
    words = of.words
    found: list[_Hit] = []
    for verb in clause.verbs:
        at = words.at_end(clause.noun + verb)
        if at.start >= 0 and at.meanings and len(clause.noun) > at.start:
            found += [_Hit(meaning, acted=True) for meaning in at.meanings]
            break
    else:
        found += [_Hit(meaning, acted=False) for meaning in words.at_end(clause.noun).meanings]
    phrases = words.phrases.get(clause.whole, ()) or next(
        filter(None, (words.phrases.get(clause.noun + verb) for verb in clause.verbs)), ()
    )
    known = {hit.meaning.segment for hit in found}
    found += [_Hit(each, acted=True) for each in phrases if each.segment not in known]
    return found


def _meant(hits: list[_Hit], clause: Clause, firm: FirmSeen) -> list[_Hit]:
    """The hits that hold here; a meaning of this context replaces the usual ones."""
    here = [hit for hit in hits if _in_context(hit.meaning, clause, firm)]
    special = [hit for hit in here if hit.meaning.context]
    return special or here


def _in_context(meaning: Meaning, clause: Clause, firm: FirmSeen) -> bool:
    if not meaning.context:
        return True
    around = " ".join((plain(firm.name), plain(clause.noun), *map(plain, firm.industry.names)))
    code = firm.industry.code or ""
    return any(
        code.startswith(each) if each.isdecimal() else plain(each) in around
        for each in meaning.context
    )


def _classed(industry: IndustryClass, words: Lexicon) -> frozenset[str]:
    """The segments that the finest class of a firm names: 互联网零售, 电动机制造."""
    if not industry.names:
        return frozenset()
    name = plain(industry.names[0])
    found = [*words.at_end(name).meanings, *words.phrases.get(name, ())]
    found = found or [*words.at_end(ending(name)[0]).meanings]
    return frozenset(each.segment for each in found if not each.context)


def _is_named(meaning: Meaning, firm: FirmSeen) -> bool:
    word = plain(meaning.text)
    return len(word) > 1 and word in firm.core
