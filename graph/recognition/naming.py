"""What the name of a firm hints at, where nothing better is said."""

from collections.abc import Collection, Iterator

from graph.recognition.evidence import FirmSeen, PhraseEvidence
from graph.recognition.known import Known
from graph.recognition.proposal import Because
from graph.recognition.rows import FirmRow

COLUMN = "企业名称"


def from_name(
    row: FirmRow, firm: FirmSeen, of: Known, said: Collection[str]
) -> Iterator[tuple[str, PhraseEvidence]]:
    """Yield what the end of the name means, weakly, and only where the code agrees.

    Nothing where its words said it, or a kind of it, already.
    """
    if firm.standing in {"trade", "service", "construction"}:
        return
    below = {above for segment in said for above in _above(segment, of)}
    for meaning in of.words.at_end(firm.core).meanings:
        segment = of.segments[meaning.segment]
        agrees = of.codes.agrees(segment.id, firm.industry)
        quiet = segment.captive or meaning.context or len(meaning.text) < 2
        if agrees and not quiet and segment.id not in said and segment.id not in below:
            because = Because(
                table=row.table,
                row=row.row,
                column=COLUMN,
                phrase=row.firm,
                name=meaning.text,
                by="firm_name",
                verb="none",
                industry_code=firm.industry.code,
                code_agrees=True,
            )
            yield segment.id, PhraseEvidence("weak", because)


def _above(segment: str, of: Known) -> Iterator[str]:
    at: str | None = segment
    for _ in range(len(of.parents) + 1):
        at = of.parents.get(at) if at is not None else None
        if at is None:
            return
        yield at
