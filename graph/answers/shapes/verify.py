"""核实清单: the facts that would settle the gap list."""

from typing import Literal

from graph.answers.shapes.common import ComputedPage, Ref
from graph.model import Evidence, Record
from graph.model.vocabulary import LocalStatus, NeedCode, Urgency


class Consequence(Record):
    """What an answer would change: a sentence, and the segments whose gaps change."""

    text: str
    closes: tuple[Ref, ...] = ()
    opens: tuple[Ref, ...] = ()
    confirms: tuple[Ref, ...] = ()


class VerifyItem(Record):
    """A question for one row of the gap list: whom to ask, what follows from yes and from no.

    `members` are the segments asked about, the first as `segment`: any one of them will do.
    `ask` are firms, or in words the office. `gap` leads the row, `under` the row that heads it.
    """

    gap: str
    segment: Ref
    members: tuple[Ref, ...]
    local_status: LocalStatus
    need: NeedCode
    urgency: Urgency
    under: Ref | None
    rank: int
    ties: int
    question: str
    ask: tuple[Ref | str, ...]
    changes: int
    if_yes: Consequence
    if_no: Consequence


class FirstQuestion(Record):
    """A question about a fact itself, before those of the gap list.

    `kinds`: the category `segment` is here, and which of its kinds, `members`, nobody says;
    `built`: it was being built when the plan's period ended. `local_status` is that of the
    members, `evidence` what the fact rests on.
    """

    about: Literal["kinds", "built"]
    segment: Ref
    members: tuple[Ref, ...]
    local_status: LocalStatus
    question: str
    ask: tuple[Ref | str, ...]
    if_yes: Consequence
    if_no: Consequence
    evidence: tuple[Evidence, ...]


class VerifyBody(ComputedPage):
    """The questions, in the order of the gap list; `first` those about facts themselves."""

    by: Literal["gap"] = "gap"
    first: tuple[FirstQuestion, ...] = ()
    items: tuple[VerifyItem, ...]


class EnterpriseSheet(Record):
    """What one firm can answer; the office asks what no known firm can."""

    firm: Ref | None
    name: str
    first: tuple[FirstQuestion, ...] = ()
    questions: tuple[VerifyItem, ...]


class VerifyByEnterpriseBody(ComputedPage):
    """The same questions as one sheet per firm, those with the first questions first.

    A question to several firms stands on each of their sheets; `questions` counts it once, those
    that are asked first too.
    """

    by: Literal["firm"] = "firm"
    questions: int
    items: tuple[EnterpriseSheet, ...]
