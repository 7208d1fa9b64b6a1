"""The plan of Hechuan as text: its lines, the sentences of a chapter, its numbers, its spans."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import seeds
from graph.load import load_dataset
from graph.model import Document, Fact, Seed

FOLDER = seeds.FOLDER / "hechuan"
NUMBER = re.compile(r"\d+(?:\.\d+)?")
QUANTITY = re.compile(
    r"\d+(?:\.\d+)?(?=亿|万|家|个(?!重要)|项|名|件|亩|公里|平方公里|%|％|左右|辆|人(?!才))"
)
"""A number that counts something, by the word behind it."""


class Span(NamedTuple):
    """A passage of one line; line from 1, end exclusive, as in the evidence of a fact."""

    line: int
    start: int
    end: int

    def meets(self, other: "Span") -> bool:
        return self.line == other.line and self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.line == other.line and self.start <= other.start and other.end <= self.end

    def text(self) -> str:
        return lines()[self.line - 1][self.start : self.end]


@cache
def seed() -> Seed:
    return load_dataset(FOLDER)


@cache
def document() -> bytes:
    return (FOLDER / "documents/plan.txt").read_bytes()


@cache
def lines() -> tuple[str, ...]:
    return tuple(document().decode("utf-8").split("\n"))


def digest() -> str:
    return hashlib.sha256(document()).hexdigest()


def facts() -> Iterator[Fact]:
    """Every local fact; a document is none."""
    return (record for record in seed().local if isinstance(record, Fact))


def spans_of(facts: Iterable[Fact]) -> set[Span]:
    """Where the quotes of these facts stand."""
    return {
        Span(each.line, each.start, each.end)
        for fact in facts
        for each in fact.evidence
        if each.line is not None and each.start is not None and each.end is not None
    }


@cache
def cited() -> frozenset[Span]:
    return frozenset(spans_of(facts()))


@cache
def uncited() -> frozenset[Span]:
    documents = (each for each in seed().local if isinstance(each, Document))
    passages = [passage for document in documents for passage in document.uncited]
    return frozenset(Span(each.line or 0, each.start or 0, each.end or 0) for each in passages)


def line_of(opening: str) -> int:
    """The one line that begins so."""
    (found,) = [number for number, line in enumerate(lines(), 1) if line.startswith(opening)]
    return found


def sentences(first: int, last: int) -> Iterator[Span]:
    """What stands between 。 and ； on the lines first to last, without blanks around it."""
    for number in range(first, last + 1):
        for found in re.finditer(r"[^。；\s][^。；]*[。；]?", lines()[number - 1]):
            yield Span(number, found.start(), found.end())


def matches(pattern: re.Pattern[str]) -> Iterator[Span]:
    """Every match of a pattern in the whole plan."""
    for number, line in enumerate(lines(), 1):
        for found in pattern.finditer(line):
            yield Span(number, *found.span())


def shown(spans: Iterable[Span]) -> list[str]:
    """Spans as a failing test tells them: the line and some words around."""
    return [
        f"{line}: …{lines()[line - 1][max(0, start - 12) : end + 12]}…"
        for line, start, end in sorted(spans)
    ]
