"""What one row says, phrase by phrase."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.model.spelling import plain
from graph.model.vocabulary import Sort, Strength
from graph.recognition.clauses import STANDARD, Clause, ClauseReader
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
    """A meaning found in a clause and the verbs at it; `acted` where the word takes one in."""

    meaning: Meaning
    verbs: tuple[str, ...]
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
        if clause.shares and not agrees and _is_of(clause.shares, industry, of):
            continue
        found = strength(_seen(place, clause, hit, segment.sort, agrees))
        if found is not None:
            yield segment.id, PhraseEvidence(found, _because(place, clause, hit, agrees))


def _is_of(noun: str, industry: IndustryClass, of: Known) -> bool:
    """Whether the code says that a firm makes what a noun means."""
    meant = of.words.at_end(noun).meanings
    return any(of.codes.agrees(each.segment, industry) for each in meant)


def _seen(place: _Place, clause: Clause, hit: _Hit, sort: Sort, agrees: bool | None) -> Seen:  # noqa: FBT001
    own = sort != "service" or not clause.borrowed
    return Seen(
        column=place.words.kind,
        by=hit.meaning.by,
        sort=sort,
        done=acts(hit.verbs) if own else frozenset(),
        agrees=agrees,
        named=_is_named(hit.meaning, place.firm),
        standing=place.firm.standing,
        hint=bool(hit.meaning.context),
        standard=place.standard,
        branch=clause.branch,
        acted=hit.acted,
        beside=place.beside,
    )


def _because(place: _Place, clause: Clause, hit: _Hit, agrees: bool | None) -> Because:  # noqa: FBT001
    return Because(
        table=place.row.table,
        row=place.row.row,
        column=place.words.column,
        phrase=clause.phrase,
        name=hit.meaning.text,
        by=hit.meaning.by,
        verb=told(acts(hit.verbs)),
        industry_code=place.firm.industry.code,
        code_agrees=agrees,
    )


def _hits(clause: Clause, of: Known) -> list[_Hit]:
    """What a clause means: with its verbs (电梯安装), else the noun; beside it standard phrases."""
    found = _acted(clause, of)
    taken = {each.verbs[0] for each in found if each.verbs}
    found = [each._replace(verbs=clause.verbs) for each in found]
    rest = tuple(verb for verb in clause.verbs if verb not in taken)
    if not found or "makes" in acts(rest):
        known = {hit.meaning.segment for hit in found}
        nouns = of.words.at_end(clause.noun).meanings
        found += [_Hit(each, rest, acted=False) for each in nouns if each.segment not in known]
    phrases = of.words.phrases.get(clause.whole, ()) or next(
        filter(None, (of.words.phrases.get(clause.noun + verb) for verb in clause.verbs)), ()
    )
    known = {hit.meaning.segment for hit in found}
    said = clause.verbs
    found += [_Hit(each, said, acted=True) for each in phrases if each.segment not in known]
    return found


def _acted(clause: Clause, of: Known) -> list[_Hit]:
    """Words that take a verb of the clause in, each with that verb: 养殖 of 肉牛养殖."""
    found: dict[str, _Hit] = {}
    for verb in clause.verbs:
        at = of.words.at_end(clause.noun + verb)
        if 0 <= at.start < len(clause.noun):
            for meaning in at.meanings:
                found.setdefault(meaning.segment, _Hit(meaning, (verb,), acted=True))
    return list(found.values())


def _meant(hits: list[_Hit], clause: Clause, firm: FirmSeen) -> list[_Hit]:
    """The hits that hold here; a meaning of this context replaces the usual ones."""
    here = [hit for hit in hits if _in_context(hit.meaning, clause, firm)]
    special = [hit for hit in here if hit.meaning.context]
    return special or here


def _in_context(meaning: Meaning, clause: Clause, firm: FirmSeen) -> bool:
    if not meaning.context:
        return True
    around = " ".join(
        (plain(firm.name), plain(clause.under + clause.noun), *map(plain, firm.industry.names))
    )
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
