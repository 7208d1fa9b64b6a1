"""A document cut at the ends of its cited spans, so that each piece knows its facts."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.answers.shapes import DocumentBody, Passage, PassageFact, PassagesBody

_MARKS = {
    1: re.compile("[一二三四五六七八九十]+、"),
    2: re.compile("（[一二三四五六七八九十]+）"),
    3: re.compile(r"\d+．"),
}


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


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that heads a part, as Chinese official documents number them."""

    number: int
    level: int
    text: str


def headings(text: Sequence[str]) -> Iterator[Heading]:
    """Lines numbered 一、 or （一） or 1． that are short enough to be a heading.

    >>> [heading.level for heading in headings(["一、基础", "（一）成就。", "1．产业。", "全区"])]
    [1, 2, 3]
    """
    for number, line in enumerate(text, start=1):
        level = next((level for level, mark in _MARKS.items() if mark.match(line.strip())), 0)
        if level and len(line.strip()) <= 40:
            yield Heading(number, level, line.strip().rstrip("。"))


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
