"""A link to a quote marks the very words of it and nothing else, wherever they stand."""

from collections.abc import Sequence

from graph.answers import document, passages, workspace
from graph.answers.shapes import DocumentBody, Passage
from graph.model import Evidence
from tests.exchange.conftest import shipped
from tests.support import claim, facts, segment
from tests.support import document as source_text
from viz.queries import ReaderQuery
from viz.reader import lines

TWICE = "引进链条，引进同步带，引进链条。"


def marked(body: DocumentBody, cited: Sequence[Passage], here: Passage) -> list[str]:
    """What is marked of the line; the others are read in the test below."""
    body = body.model_copy(update={"text": (*[""] * (here.line - 1), body.text[here.line - 1])})
    query = ReaderQuery(line=here.line, span=(here.start, here.end))
    read = lines(body, [each for each in cited if each.line == here.line], (), query)
    texts = ("".join(piece.text for piece in line.pieces if piece.here) for line in read)
    return [text for text in texts if text]


def test_every_quote_of_the_shipped_plan_is_marked() -> None:
    body, cited = document(shipped("hechuan"), "plan"), passages(shipped("hechuan"), "plan").items

    assert len(cited) > 900
    assert [each for each in cited if marked(body, cited, each) != [each.quote]] == []


def test_of_words_that_stand_twice_in_a_line_the_cited_ones_are_marked() -> None:
    def saying(start: int) -> tuple[Evidence, ...]:
        return (Evidence(basis="stated", document="plan", line=2, quote="引进链条",
                         start=start, end=start + 4),)  # fmt: skip

    ws = workspace(
        facts(
            source_text(text=f"产业链\n{TWICE}\n"),
            segment("chain"),
            claim("chain", "sought", evidence=saying(TWICE.rindex("引进链条"))),
        )
    )
    body, cited = document(ws, "plan"), passages(ws, "plan").items
    second = next(each for each in cited if each.line == 2)
    query = ReaderQuery(line=2, span=(second.start, second.end))
    line = list(lines(body, cited, (), query))[1]

    assert [(piece.text, piece.here) for piece in line.pieces] == [
        (TWICE[:11], False),
        ("引进链条", True),
        ("。", False),
    ]
