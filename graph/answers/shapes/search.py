"""What was found by name, and where the documents write it."""

from graph.answers.shapes.common import Page, Ref
from graph.model import Record


class SearchItem(Ref):
    """A record found by name."""

    matched: str


class FoundPassage(Record):
    """A sentence of a document that says it: `quote` as written, at `start` to `end` of its line.

    Lines count from 1, places are 0-based code points, the end exclusive.
    """

    document: Ref
    line: int
    start: int
    end: int
    quote: str
    text: str


class SearchBody(Page):
    """What was found; `passages` are the first 20 of `passages_total`, on the first page only."""

    items: tuple[SearchItem, ...]
    passages: tuple[FoundPassage, ...] = ()
    passages_total: int = 0
