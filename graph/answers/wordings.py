"""Where a document writes something: the sentences that contain a text, with line and place."""

import re
from collections.abc import Iterable, Iterator

from graph.answers.shapes import Ref
from graph.answers.shapes.search import FoundPassage
from graph.model import Document
from graph.model.names import fold

_SENTENCE = re.compile(r"[^。；\s][^。；]*[。；]?")


def sentences_with(documents: Iterable[Document], text: str) -> tuple[FoundPassage, ...]:
    """List the sentences that contain a text, in the order of the documents; none for no text.

    Compared as names are: width, case and spaces do not matter. Linear in the documents.
    """
    wanted = fold(text)
    return tuple(_found(documents, wanted)) if wanted else ()


def _found(documents: Iterable[Document], wanted: str) -> Iterator[FoundPassage]:
    for document in documents:
        ref = Ref(type="document", id=document.id, name=document.title)
        for number, line in enumerate(document.text.split("\n"), start=1):
            for sentence in _SENTENCE.finditer(line):
                span = _span(sentence[0], wanted)
                if span is not None:
                    start, end = (sentence.start() + at for at in span)
                    yield FoundPassage(
                        document=ref,
                        line=number,
                        start=start,
                        end=end,
                        quote=line[start:end],
                        text=sentence[0].rstrip(),
                    )


def _span(sentence: str, wanted: str) -> tuple[int, int] | None:
    """Find where a sentence says it, in its own code points."""
    parts = [fold(character) for character in sentence]
    at = "".join(parts).find(wanted)
    if at < 0:
        return None
    places = [place for place, part in enumerate(parts) for _ in part]
    return places[at], places[at + len(wanted) - 1] + 1
