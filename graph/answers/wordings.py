"""Where a document writes something: the sentences that contain a text, with line and place."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from graph.answers.shapes import Ref
from graph.answers.shapes.search import FoundPassage
from graph.model import Document
from graph.model.names import fold

_QUOTES = str.maketrans(dict.fromkeys("“”„「」『』‘’'", '"'))
_SENTENCE = re.compile(r"[^。；\s][^。；]*[。；]?")


def sentences_with(documents: Iterable[Document], text: str) -> tuple[FoundPassage, ...]:
    """List the sentences that contain a text, in the order of the documents; none for no text.

    Compared as names are: width, case and spaces do not matter, nor which quotes. A text
    that runs over the end of a sentence is found with all that it touches. Linear in the documents.
    """
    wanted = _plain(text)
    return tuple(_found(documents, wanted)) if wanted else ()


def _found(documents: Iterable[Document], wanted: str) -> Iterator[FoundPassage]:
    for document in documents:
        ref = Ref(type="document", id=document.id, name=document.title)
        for number, line in enumerate(document.text.split("\n"), start=1):
            if wanted not in _plain(line):
                continue
            for start, end, text in _said(line, wanted):
                yield FoundPassage(
                    document=ref,
                    line=number,
                    start=start,
                    end=end,
                    quote=line[start:end],
                    text=text,
                )


def _said(line: str, wanted: str) -> Iterator[tuple[int, int, str]]:
    """Where a line says it, each with the sentences that it touches; these are listed once."""
    parts = [_plain(character) for character in line]
    folded, places = "".join(parts), [at for at, part in enumerate(parts) for _ in part]
    sentences = [found.span() for found in _SENTENCE.finditer(line)]
    at = folded.find(wanted)
    while at >= 0:
        start, end = places[at], places[at + len(wanted) - 1] + 1
        touched = [each for each in sentences if each[0] < end and start < each[1]]
        until = max([end, *(each[1] for each in touched)])
        if touched:  # else it is a mark between two sentences
            yield start, end, line[touched[0][0] : until].rstrip()
        at = folded.find(wanted, bisect_left(places, until))


def _plain(text: str) -> str:
    return fold(text).translate(_QUOTES)
