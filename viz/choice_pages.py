"""The page of which k of the gaps to fill; a body in, an HTML text out."""

from dataclasses import dataclass

from graph.answers.choice_words import amount
from graph.answers.shapes import ChooseBody
from viz.chrome import Chrome
from viz.queries import PageProblem, TermsQuery
from viz.render import render


@dataclass(frozen=True, slots=True)
class ChoiceQuery(TermsQuery):
    """The question of `/choose`, as it was typed."""

    k: str = ""
    chain: str = ""
    force: str = ""
    forbid: str = ""
    land: str = ""
    needs: str = ""
    budget: str = ""
    costs: str = ""

    @property
    def limited(self) -> bool:
        """Whether limits were given, so that their fields stand open."""
        return bool(self.land or self.needs or self.budget or self.costs)


def choose_page(
    chrome: Chrome, body: ChooseBody | None, problem: PageProblem | None, query: ChoiceQuery
) -> str:
    """`/choose?k=&chain=&force=&forbid=&land=&needs=&budget=&costs=`, with the terms."""
    return render("choose.html", chrome, body=body, problem=problem, query=query, figure=amount)
