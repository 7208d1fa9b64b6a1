"""A document cut at the ends of its cited spans, so that each piece knows its facts."""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.answers.shapes import DocumentBody, Passage, PassageFact, PassagesBody


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within a line; `key` names its drawer where facts cite it."""

    text: str
    key: str
    facts: tuple[PassageFact, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line by its number (1-based) and its pieces; an empty line has none."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def facts(self) -> int:
        """How many different facts cite this line."""
        return len({(fact.type, fact.id) for piece in self.pieces for fact in piece.facts})


def lines(document: DocumentBody, passages: PassagesBody) -> Iterator[Line]:
    """Every line, its cited spans marked; overlapping spans are cut where they begin and end."""
    cited: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in passages.items:
        cited[passage.line].append(passage)
    for number, text in enumerate(document.text, start=1):
        yield Line(number, tuple(_pieces(number, text, cited[number])))


def _pieces(number: int, text: str, passages: list[Passage]) -> Iterator[Piece]:
    ends = {0, len(text), *(end for passage in passages for end in (passage.start, passage.end))}
    cuts = sorted(end for end in ends if end <= len(text))
    for start, end in itertools.pairwise(cuts):
        facts = tuple(
            fact
            for passage in passages
            if passage.start <= start and end <= passage.end
            for fact in passage.facts
        )
        yield Piece(text[start:end], f"p{number}-{start}", facts)
