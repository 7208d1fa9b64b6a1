"""Rows of lists to proposals: every firm by itself, the same answer for the same rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.model.names import fold
from graph.recognition.clauses import LONGEST, ClauseReader
from graph.recognition.denials import STOPPED
from graph.recognition.evidence import FirmSeen, PhraseEvidence, read_firm
from graph.recognition.industries import IndustryClass
from graph.recognition.known import Known
from graph.recognition.lexicon import MOST_MEANINGS
from graph.recognition.naming import from_name
from graph.recognition.proposal import STRENGTHS, Cut, Proposal, Recognised, What, proposal_id
from graph.recognition.rows import FirmRow

MOST_PROPOSALS = 40
"""Proposals for one firm; what lies beyond the strongest of them is told, not shown."""
MOST_REASONS = 12
"""Places told for one proposal."""


def recognise(rows: Iterable[FirmRow], of: Known) -> Recognised:
    """Propose what each firm makes, strong ones first, then by firm as listed, then by segment."""
    firms: dict[str, list[FirmRow]] = {}
    for row in rows:
        firms.setdefault(fold(row.firm), []).append(row)
    reader = of.reader
    proposals: list[Proposal] = []
    cut: list[Cut] = []
    for own in firms.values():
        found = _firm(own, of, reader)
        proposals += found[:MOST_PROPOSALS]
        cut += _cuts(own, found, of)
    return Recognised(firms=len(firms), proposals=tuple(proposals), cut=tuple(cut))


def recognise_firm(rows: Sequence[FirmRow], of: Known) -> tuple[Proposal, ...]:
    """Propose what one firm makes, of all its rows together; strong ones first."""
    return tuple(_firm(rows, of, of.reader)[:MOST_PROPOSALS])


def _firm(rows: Sequence[FirmRow], of: Known, reader: ClauseReader) -> list[Proposal]:
    firm = _seen(rows, of)
    found: defaultdict[str, list[PhraseEvidence]] = defaultdict(list)
    for segment, evidence in read_firm(rows, firm, of, reader):
        found[segment].append(evidence)
    kept = {segment: each for segment, each in found.items() if not _falls_off(segment, found, of)}
    if not any(word in each.text for row in rows for each in row.words for word in STOPPED):
        kept |= {segment: [each] for segment, each in from_name(rows[0], firm, of, kept)}
    told = [_proposal(firm, segment, each, of) for segment, each in kept.items()]
    return sorted(told, key=lambda each: (STRENGTHS.index(each.strength), each.segment.id))


def _seen(rows: Sequence[FirmRow], of: Known) -> FirmSeen:
    """What all rows of a firm say of it together: a code in one list serves another."""
    industries = [of.codes.industry(row.industry) for row in rows]
    best = next((each for each in industries if each.code), None)
    best = best or next(
        (each for each in industries if each.names), IndustryClass(None, (), "unknown")
    )
    code = next((row.credit_code for row in rows if row.credit_code), None)
    return FirmSeen.of(rows[0].firm, code, best, of.words)


def _falls_off(segment: str, found: Mapping[str, list[PhraseEvidence]], of: Known) -> bool:
    """Whether it is only the by-product of something else that the firm makes."""
    return any(source in found for source in of.rests.get(segment, ()))


def _proposal(firm: FirmSeen, segment: str, found: list[PhraseEvidence], of: Known) -> Proposal:
    order = sorted(enumerate(found), key=lambda each: (STRENGTHS.index(each[1].strength), each[0]))
    because = tuple(dict.fromkeys(evidence.because for _, evidence in order))
    return Proposal(
        id=proposal_id(firm.name, segment),
        firm=firm.name,
        credit_code=firm.credit_code,
        segment=of.refs[segment],
        strength=order[0][1].strength,
        because=because[:MOST_REASONS],
    )


def _cuts(rows: Sequence[FirmRow], found: list[Proposal], of: Known) -> Iterator[Cut]:
    for row in rows:
        if any(len(words.text) > LONGEST for words in row.words):
            yield _cut(row, "text", LONGEST)
    said = {because.name for each in found for because in each.because}
    if said & of.words.crowded:
        yield _cut(rows[0], "segments", MOST_MEANINGS)
    if len(found) > MOST_PROPOSALS:
        yield _cut(rows[0], "proposals", MOST_PROPOSALS)


def _cut(row: FirmRow, what: What, kept: int) -> Cut:
    return Cut(table=row.table, row=row.row, firm=row.firm, what=what, kept=kept)
