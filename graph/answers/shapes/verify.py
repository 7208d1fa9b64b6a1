"""核实清单: the facts that would settle most gaps."""

from graph.answers.shapes.common import ComputedPage, Ref
from graph.model import Record


class Consequence(Record):
    """What an answer would change: a sentence, and the segments whose gaps change."""

    text: str
    closes: tuple[Ref, ...] = ()
    opens: tuple[Ref, ...] = ()
    confirms: tuple[Ref, ...] = ()


class VerifyItem(Record):
    """A question about an unknown segment: whom to ask, what follows from yes and from no."""

    segment: Ref
    question: str
    ask: str
    askable: tuple[Ref, ...]
    changes: int
    if_yes: Consequence
    if_no: Consequence


class VerifyBody(ComputedPage):
    """The questions, those that change most first."""

    items: tuple[VerifyItem, ...]
