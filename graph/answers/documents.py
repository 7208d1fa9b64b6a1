"""Documents by line, and the passages that facts cite."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from graph.analysis.periods import plan_periods
from graph.answers.concerns import concerned_chains
from graph.answers.described import described
from graph.answers.echo import origin
from graph.answers.shapes import (
    DocumentBody,
    DocumentItem,
    DocumentsBody,
    Passage,
    PassageFact,
    PassagesBody,
    UncitedSentence,
)
from graph.answers.shapes.documents import PeriodsCompared
from graph.answers.statements import statement
from graph.answers.workspace import Workspace
from graph.errors import UnknownNameError
from graph.model import Document, Fact
from graph.model.vocabulary import Lang

SpanKey = tuple[int, int, int]
_SENTENCE = re.compile(r"[^。；\s][^。；]*[。；]?")


def documents(ws: Workspace, lang: Lang = "zh") -> DocumentsBody:
    """List every document, without its text, and compare the last two plan periods."""
    items = tuple(_item(ws, each) for each in ws.facts.documents.values())
    compared = _periods(ws, lang)
    return DocumentsBody(**origin(ws), items=items, total=len(items), periods=compared)


def _periods(ws: Workspace, lang: Lang) -> PeriodsCompared | None:
    found = plan_periods(ws.facts)
    if found is None:
        return None

    def told(facts: Iterable[Fact]) -> tuple[PassageFact, ...]:
        return tuple(_fact(ws, each, lang) for each in facts)

    return PeriodsCompared(
        older=ws.ref("document", found.older.id),
        newer=ws.ref("document", found.newer.id),
        carried_on=told(found.carried_on),
        dropped=told(found.dropped),
        first_named=told(found.first_named),
    )


def document(ws: Workspace, document_id: str) -> DocumentBody:
    """Give one document by line; raise `UnknownNameError`."""
    found = _document(ws, document_id)
    item = _item(ws, found).model_dump()
    return DocumentBody(
        **origin(ws),
        **item,
        text=tuple(found.text.split("\n")),
        uncited=tuple(_uncited(found, _spans(ws, found.id))),
    )


def passages(ws: Workspace, document_id: str, lang: Lang = "zh") -> PassagesBody:
    """List the cited spans of a document in order of place, each with its facts."""
    found = _document(ws, document_id)
    spans = _spans(ws, found.id)
    lines = found.text.split("\n")
    items = tuple(
        Passage(
            line=line,
            start=start,
            end=end,
            quote=lines[line - 1][start:end],
            facts=tuple(_fact(ws, fact, lang) for fact in spans[line, start, end]),
        )
        for line, start, end in sorted(spans)
    )
    return PassagesBody(**origin(ws), document=found.id, items=items, total=len(items))


def _document(ws: Workspace, document_id: str) -> Document:
    found = ws.facts.documents.get(document_id)
    if found is None:
        known = tuple(ws.facts.documents)
        raise UnknownNameError(name=document_id, what="document", suggestions=known)
    return found


def _item(ws: Workspace, found: Document) -> DocumentItem:
    lines = found.text.count("\n") + (not found.text.endswith("\n"))
    return described(ws, DocumentItem, found, lines=lines, cited=len(_spans(ws, found.id)))


def _spans(ws: Workspace, document_id: str) -> dict[SpanKey, list[Fact]]:
    spans: defaultdict[SpanKey, list[Fact]] = defaultdict(list)
    for fact in ws.facts.public():
        if not isinstance(fact, Fact):
            continue
        for each in fact.evidence:
            if each.document == document_id and each.line is not None:
                span = (each.line, each.start or 0, each.end or 0)
                if fact not in spans[span]:
                    spans[span].append(fact)
    return spans


def _uncited(found: Document, cited: Iterable[SpanKey]) -> Iterator[UncitedSentence]:
    """Yield what stands between 。 and ； and is cited by no fact, not even in part."""
    spans = list(cited)
    left = [(each.line or 0, each.start or 0, each.end or 0, each.note) for each in found.uncited]
    for line, text in enumerate(found.text.split("\n"), start=1):
        for sentence in _SENTENCE.finditer(text):
            place = (line, sentence.start(), sentence.start() + len(sentence[0].rstrip()))
            if any(_meet(place, span) for span in spans):
                continue
            reasons = dict.fromkeys(
                note for *span, note in left if note and _meet(place, (span[0], span[1], span[2]))
            )
            yield UncitedSentence(
                line=line,
                start=place[1],
                end=place[2],
                reason="；".join(reasons) or None,
            )


def _meet(one: SpanKey, other: SpanKey) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _fact(ws: Workspace, fact: Fact, lang: Lang) -> PassageFact:
    text, refs = statement(ws, fact, lang)  # type: ignore[arg-type] # every Fact is a record
    chains = concerned_chains(ws, fact)  # type: ignore[arg-type] # every Fact is a record
    return PassageFact(id=fact.id, type=fact.type, text=text, refs=refs, chains=chains)  # type: ignore[attr-defined]
