"""A chain diagnosis 产业链诊断 as a document: what it says, and the quotes that it rests on."""

from graph.answers.shapes.chain_history import ChainPoint
from graph.answers.shapes.common import Computed
from graph.model import Evidence, Record


class ReportSentence(Record):
    """A sentence; `cites` are numbers of quotes, `computed` where it is worked out from facts.

    One that `goes_on` belongs to the paragraph before it.
    """

    text: str
    cites: tuple[int, ...] = ()
    computed: bool = False
    goes_on: bool = False


class ReportCell(Record):
    """A coloured cell: a segment, or a count; `word` says in words what the colour says.

    A count of 0 keeps its place, and is not drawn.

    `gap` where a confirmed gap is on the segment.
    """

    text: str
    code: str
    word: str
    gap: bool = False


class ReportRow(Record):
    """A row of cells: a stage of one chain, or one chain of all; `more` were left out."""

    name: str
    cells: tuple[ReportCell, ...]
    more: int = 0


class ReportSection(Record):
    """A part of the document; `code` tells which."""

    code: str
    heading: str
    sentences: tuple[ReportSentence, ...]
    rows: tuple[ReportRow, ...] = ()

    @property
    def paragraphs(self) -> list[list[ReportSentence]]:
        """The sentences by paragraph."""
        found: list[list[ReportSentence]] = []
        for each in self.sentences:
            if each.goes_on and found:
                found[-1].append(each)
            else:
                found.append([each])
        return found


class ReportQuote(Record):
    """A numbered piece of evidence at the end of the document, and where it stands in words."""

    number: int
    where: str
    evidence: Evidence


class Report(Computed):
    """The diagnosis of one chain, or a briefing over all chains.

    `terms` says region, boundary, inputs and horizon in words; `edition` which document as of when.
    `history` are the versions in which the numbers of the chain differ, where there are several.
    """

    title: str
    dataset_title: str
    edition: str
    terms: str
    made_up: bool
    lead: ReportSentence
    sections: tuple[ReportSection, ...]
    quotes: tuple[ReportQuote, ...]
    history: tuple[ChainPoint, ...] = ()
