"""The first week of an office: what each step did to what is unknown, and to the gap list."""

from graph.answers.shapes.common import Body, Ref
from graph.answers.shapes.registers import RegisterItem
from graph.answers.shapes.verify import EnterpriseSheet
from graph.model import Record


class WeekStep(Record):
    """A step: `documents` alone, with what was `reported`, with what `registers` show.

    `unknown` of `segments` have an unknown status after it; the gaps are those that the step
    opened, closed, made certain or uncertain.
    """

    code: str
    unknown: int
    segments: int
    confirmed_gaps: int
    open_questions: int
    opened: tuple[Ref, ...] = ()
    closed: tuple[Ref, ...] = ()
    confirmed: tuple[Ref, ...] = ()
    doubted: tuple[Ref, ...] = ()


class FirstWeekBody(Body):
    """Registers in, what waits, questions by firm, and what each step did.

    `waiting` counts proposals by strength that nobody has confirmed or refused.
    """

    registers: tuple[RegisterItem, ...]
    waiting: dict[str, int]
    to_review: int
    gone: int
    sheets: tuple[EnterpriseSheet, ...]
    questions: int
    steps: tuple[WeekStep, ...]
