"""The page of 核实清单: what stands on it is described, all else is counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.answers.echo import echo
from graph.answers.first_questions import OFFICE, first_question
from graph.answers.gap_names import gap_name
from graph.answers.shapes import Ref, VerifyBody
from graph.answers.sheets import Asked, Whom
from graph.answers.verify import question_of, verify_item, whom
from graph.answers.workspace import Workspace
from graph.model.vocabulary import Lang
from graph.network.terms import Terms


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a line: its place in its list, and the segment that it is about."""

    place: int
    segment: Ref
    question: str


@dataclass(frozen=True, slots=True)
class SheetLines:
    """What one firm is asked, its first questions in lines; all are counted.

    `key` asks for the whole sheet: the firm's id, or in words the office.
    """

    key: str
    firm: Ref | None
    name: str
    first: tuple[QuestionLine, ...]
    questions: tuple[QuestionLine, ...]
    firsts: int
    total: int


@dataclass(frozen=True, slots=True)
class VerifyParts:
    """Which rows, first questions and sheets are shown; `rows` are places in the list."""

    rows: Sequence[int]
    first: slice
    sheets: slice
    named: int
    """How many questions of a sheet are named."""


def rows_asked(asked: Asked, firm: str, lang: Lang) -> Sequence[int]:
    """The places of the questions to one firm or the office, or of all where none is named."""
    if not firm:
        return range(len(asked.rows))
    return asked.rows_of.get(None if firm == OFFICE.template(lang) else firm, ())


def place_of(ws: Workspace, terms: Terms, asked: Asked, rows: Sequence[int], segment: str) -> int:
    """Where among some rows the question about a segment stands; the first place if nowhere."""
    gaps = ws.gap_rows(terms)
    found = (n for n, each in enumerate(rows) if gaps[asked.rows[each]].segment == segment)
    return next(found, 0) if segment else 0


def verify_part(
    ws: Workspace, terms: Terms, lang: Lang, asked: Asked, parts: VerifyParts
) -> tuple[VerifyBody, tuple[SheetLines, ...]]:
    """Describe the questions and sheets that are shown; the total is that of all questions."""
    body = VerifyBody(
        **echo(ws, terms),
        first=tuple(first_question(ws, terms, each, lang) for each in asked.first[parts.first]),
        items=tuple(verify_item(ws, terms, asked.rows[each], lang) for each in parts.rows),
        total=len(asked.rows),
    )
    firms = asked.firms[parts.sheets]
    return body, tuple(_sheet(ws, terms, lang, (asked, each), parts.named) for each in firms)


def leading(ws: Workspace, terms: Terms, asked: Asked, lang: Lang) -> Ref | None:
    """The segment of the first question of all."""
    return question_of(ws, terms, asked.rows[0], lang)[0] if asked.rows else None


def headed(ws: Workspace, terms: Terms, asked: Asked, lang: Lang) -> list[tuple[str, int]]:
    """How many questions stand under a row that heads them, by its name."""
    tasks, gaps = ws.tasks(terms), ws.gap_rows(terms)
    heads = Counter(tasks[each].under for each in asked.rows)
    found = Counter[str]()
    for head, count in heads.items():
        if head is not None and head in gaps:
            found[gap_name(ws, gaps[head], lang)] += count
    return sorted(found.items())


def _sheet(
    ws: Workspace, terms: Terms, lang: Lang, of: tuple[Asked, Whom], named: int
) -> SheetLines:
    asked, firm = of
    first, rows = asked.first_of.get(firm, ()), asked.rows_of.get(firm, ())
    described = ((n, first_question(ws, terms, asked.first[n], lang)) for n in first[:named])
    return SheetLines(
        key=firm or OFFICE.template(lang),
        firm=None if firm is None else ws.ref("enterprise", firm),
        name=whom(ws, firm, lang),
        first=tuple(QuestionLine(n, each.segment, each.question) for n, each in described),
        questions=tuple(
            QuestionLine(n, *question_of(ws, terms, asked.rows[n], lang)) for n in rows[:named]
        ),
        firsts=len(first),
        total=len(rows),
    )
