"""A document cut at the ends of its cited spans, so that each piece knows its facts."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.answers.shapes import (
    DocumentBody,
    Passage,
    PassageFact,
    PassagesBody,
    UncitedSentence,
)
from viz.queries import UNCITED, ReaderQuery

_MARKS = {
    1: re.compile("[一二三四五六七八九十]+、"),
    2: re.compile("（[一二三四五六七八九十]+）"),
    3: re.compile(r"\d+．"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text within a line; `key` names its drawer where facts cite it.

    `left` is the sentence it belongs to where no fact cites that; `here` where somebody
    was led to it.
    """

    text: str
    key: str
    facts: tuple[PassageFact, ...]
    left: UncitedSentence | None = None
    here: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line by its number (1-based) and its pieces; an empty line has none."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def facts(self) -> int:
        """How many different facts cite this line."""
        return len({(fact.type, fact.id) for piece in self.pieces for fact in piece.facts})


def chosen(passages: PassagesBody, query: ReaderQuery) -> tuple[Passage, ...]:
    """The cited spans with the facts asked for; spans that none of these cites are left out."""
    kept = (
        each.model_copy(update={"facts": tuple(f for f in each.facts if _is_asked(f, query))})
        for each in passages.items
    )
    return tuple(each for each in kept if each.facts)


def left_out(document: DocumentBody, query: ReaderQuery) -> tuple[UncitedSentence, ...]:
    """The sentences that no fact cites, unless the facts of some chain or type are asked for."""
    return document.uncited if query.type == UNCITED or not query.asked() else ()


def types(passages: PassagesBody) -> tuple[str, ...]:
    """The types of the facts that cite the document, the most frequent first."""
    found = Counter(fact.type for each in passages.items for fact in each.facts)
    return tuple(type_ for type_, _ in found.most_common())


def lines(
    document: DocumentBody,
    passages: Iterable[Passage],
    left: Iterable[UncitedSentence] = (),
    query: ReaderQuery = ReaderQuery(),  # noqa: B008 - frozen
) -> Iterator[TextLine]:
    """Every line, its cited spans marked; overlapping spans are cut where they begin and end."""
    cited: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        cited[passage.line].append(passage)
    spared: defaultdict[int, list[UncitedSentence]] = defaultdict(list)
    for sentence in left:
        spared[sentence.line].append(sentence)
    for number, text in enumerate(document.text, start=1):
        here = query.span if number == query.line else None
        cuts = _cuts(text, [*cited[number], *spared[number]], here)
        pieces = _pieces(text, cited[number], spared[number], cuts, number)
        yield TextLine(number, tuple(_led_to(pieces, cuts, here)))


def opened(read: Iterable[TextLine], passage: str) -> tuple[int, Piece] | None:
    """The piece whose facts are opened, and its line; nothing where it has none."""
    pieces = ((line.number, piece) for line in read for piece in line.pieces)
    return next((each for each in pieces if each[1].facts and each[1].key == f"p{passage}"), None)


@dataclass(frozen=True, slots=True)
class TextHeading:
    """A line that heads a part, as Chinese official documents number them."""

    number: int
    level: int
    text: str


def headings(text: Sequence[str]) -> Iterator[TextHeading]:
    """Lines numbered 一、 or （一） or 1． that are short enough to be a heading.

    >>> [heading.level for heading in headings(["一、基础", "（一）成就。", "1．产业。", "全区"])]
    [1, 2, 3]
    """
    for number, line in enumerate(text, start=1):
        level = next((level for level, mark in _MARKS.items() if mark.match(line.strip())), 0)
        if level and len(line.strip()) <= 40:
            yield TextHeading(number, level, line.strip().rstrip("。"))


def _is_asked(fact: PassageFact, query: ReaderQuery) -> bool:
    return query.chain in {"", *fact.chains} and query.type in {"", fact.type}


def _cuts(
    text: str, marks: Iterable[Passage | UncitedSentence], here: tuple[int, int] | None
) -> list[int]:
    ends = {0, len(text), *(end for mark in marks for end in (mark.start, mark.end)), *(here or ())}
    return sorted(end for end in ends if end <= len(text))


def _pieces(
    text: str,
    passages: list[Passage],
    left: list[UncitedSentence],
    cuts: list[int],
    number: int,
) -> Iterator[Piece]:
    for start, end in itertools.pairwise(cuts):
        facts = tuple(
            fact
            for passage in passages
            if passage.start <= start and end <= passage.end
            for fact in passage.facts
        )
        sentence = next((each for each in left if each.start <= start and end <= each.end), None)
        yield Piece(text[start:end], f"p{number}-{start}", facts, sentence)


def _led_to(
    pieces: Iterable[Piece], cuts: list[int], here: tuple[int, int] | None
) -> Iterator[Piece]:
    for piece, (start, end) in zip(pieces, itertools.pairwise(cuts), strict=True):
        yield replace(piece, here=here is not None and here[0] <= start and end <= here[1])
