"""Documents and cited passages."""

from pydantic import Field

from graph.answers.shapes.common import Body, Page, Ref
from graph.model import Record, RecordType
from graph.model.documents import DocumentDetails, SourceDetails


class DocumentItem(DocumentDetails):
    """A document without its text."""

    id: str
    lines: int
    cited: int


class UncitedSentence(Record):
    """A sentence of a line that no fact cites; `reason` where that is by decision."""

    line: int
    start: int
    end: int
    reason: str | None


class DocumentBody(Body, DocumentItem):
    """A document by line; line n is `text[n - 1]`."""

    text: tuple[str, ...]
    uncited: tuple[UncitedSentence, ...] = ()


class PassageFact(Record):
    """A fact that cites a passage; `chains` are those it concerns, by id."""

    id: str
    type: RecordType
    text: str
    refs: tuple[Ref, ...]
    chains: tuple[str, ...] = ()


class PeriodsCompared(Record):
    """What the plan of the newest period intends, beside the last document before it.

    `dropped` are the intentions that it does not name again: they are not taken back by that.
    """

    older: Ref
    newer: Ref
    carried_on: tuple[PassageFact, ...]
    dropped: tuple[PassageFact, ...]
    first_named: tuple[PassageFact, ...]


class DocumentsBody(Page):
    """All documents; `periods` where one of them is the plan of a later period."""

    items: tuple[DocumentItem, ...]
    periods: PeriodsCompared | None = Field(default=None, exclude_if=lambda each: each is None)


class Passage(Record):
    """A cited span of a line (0-based code points, end exclusive) with its facts."""

    line: int
    start: int
    end: int
    quote: str
    facts: tuple[PassageFact, ...]


class PassagesBody(Page):
    """The cited spans of a document, in order of place."""

    document: str
    items: tuple[Passage, ...]


class SourceItem(SourceDetails):
    """A public source of the reference layer; `facts` counts those that rest on it."""

    id: str
    facts: int


class SourcesBody(Page):
    """All public sources."""

    items: tuple[SourceItem, ...]
