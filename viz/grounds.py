"""What is unknown, what the facts rest on, and which answers would settle most."""

from dataclasses import dataclass

from graph.answers.shapes import Ref, VerifyBody
from graph.answers.shapes.overview import Grounds
from graph.answers.verify_lines import SheetLines
from viz import navigation
from viz.chrome import Chrome
from viz.leaves import Leaf
from viz.queries import TermsQuery
from viz.render import render

QUESTIONS, SHEETS, NAMED = 50, 40, 12
"""Questions, and sheets of firms, on one leaf; questions that a sheet names, firms asked."""


@dataclass(frozen=True, slots=True)
class VerifyQuery(TermsQuery):
    """The question of `/verify`: the terms, whom only to ask, and which leaves are shown.

    `ask` is a segment whose question has to be among those listed.
    """

    firm: str = ""
    ask: str = ""
    page: int | None = None
    sheets: int = 1
    first: int = 1

    def asked(self) -> dict[str, str]:
        """What a link to another leaf carries on."""
        return ({"firm": self.firm} if self.firm else {}) | self.terms()


@dataclass(frozen=True, slots=True)
class VerifyShown:
    """What stands on the page, and what is told of all questions.

    `leads` is the segment asked about first, `asking` how many questions there are in all,
    `under` how many stand under each row that heads some, `asked_of` whom only to ask.
    """

    body: VerifyBody
    firms: tuple[SheetLines, ...]
    leads: Ref | None
    asking: int
    under: list[tuple[str, int]]
    asked_of: str
    leaf: Leaf
    of_sheets: Leaf
    of_first: Leaf


def verify_page(chrome: Chrome, shown: VerifyShown, grounds: Grounds, query: VerifyQuery) -> str:
    """`/verify` with terms: shares by basis, dates, and the questions 核实清单, by row and firm.

    Leads to the import of answers where the application has that page.
    """
    names = {each: getattr(shown, each) for each in VerifyShown.__slots__}
    imports = navigation.stands("/import")
    told = {"grounds": grounds, "query": query, "named": NAMED, "imports": imports}
    return render("verify.html", chrome, **names, **told)
