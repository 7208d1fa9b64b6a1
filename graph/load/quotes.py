"""Finding a quote in a document: on which line, from which to which code point."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from rapidfuzz.distance import ScoreAlignment


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Line from 1; start and end are 0-based code points in the line, end exclusive."""

    line: int
    start: int
    end: int


class Lines:
    r"""A document cut at line feeds only, ready to be searched.

    >>> Lines("气凝胶\n气凝胶毡，气凝胶板").spans("气凝胶毡")
    [Span(line=2, start=0, end=4)]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def spans(self, quote: str) -> list[Span]:
        """Every occurrence within one line, overlapping ones too, in order."""
        return list(self._spans(quote)) if quote else []

    def _spans(self, quote: str) -> Iterator[Span]:
        found = self._text.find(quote)
        while found >= 0:
            line = bisect_right(self._starts, found)
            start = found - self._starts[line - 1]
            if start + len(quote) <= len(self._lines[line - 1]):
                yield Span(line, start, start + len(quote))
            found = self._text.find(quote, found + 1)

    def nearest(self, quote: str) -> tuple[int, str] | None:
        """The line and passage most similar to a quote that is not there; null if none is."""
        best = self._best_line(quote)
        if best is None:
            return None
        line = self._lines[best]
        if len(line) <= len(quote):
            return best + 1, line.strip()
        cut = fuzz.partial_ratio_alignment(quote, line)
        return best + 1, _passage(line, cut)

    def _best_line(self, quote: str) -> int | None:
        # A line much shorter than the quote would match any quote that holds its few characters.
        long_enough = {
            number: line for number, line in enumerate(self._lines) if 2 * len(line) >= len(quote)
        }
        best = process.extractOne(quote, long_enough, scorer=fuzz.partial_ratio, score_cutoff=50)
        return None if best is None else best[2]


def _passage(line: str, cut: ScoreAlignment | None) -> str:
    return line.strip() if cut is None else line[cut.dest_start : cut.dest_end].strip()
