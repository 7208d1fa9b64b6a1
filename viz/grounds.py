"""What is unknown, what the facts rest on, and which answers would settle most."""

from collections import Counter
from dataclasses import dataclass

from graph.answers.shapes import Ref, VerifyBody, VerifyByEnterpriseBody
from graph.answers.shapes.overview import Grounds
from graph.answers.shapes.verify import VerifyItem
from viz import navigation
from viz.chrome import Chrome
from viz.leaves import Leaf
from viz.queries import TermsQuery
from viz.render import render

QUESTIONS, SHEETS, NAMED = 50, 40, 12
"""Questions, and sheets of firms, on one leaf; questions that a sheet names."""


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


def verify_page(
    chrome: Chrome,
    body: VerifyBody,
    sheets: VerifyByEnterpriseBody,
    grounds: Grounds,
    query: VerifyQuery,
) -> str:
    """`/verify` with terms: shares by basis, dates, and the questions 核实清单, by row and firm.

    `body` and `sheets` hold all questions, of which leaves are shown. Leads to the import of
    answers where the application has that page.
    """
    listed = [each for each in body.items if not query.firm or query.firm in _asked(each)]
    place = next((n for n, each in enumerate(listed) if each.segment.id == query.ask), 0)
    leaf = Leaf(query.page or place // QUESTIONS + 1, QUESTIONS, len(listed))
    names = {"body": body, "grounds": grounds, "query": query, "items": listed[leaf.part]}
    leaves = {
        "leaf": leaf,
        "of_sheets": Leaf(query.sheets, SHEETS, sheets.total),
        "of_first": Leaf(query.first, QUESTIONS, len(body.first)),
    }
    under = Counter(each.under.name for each in body.items if each.under)
    whom = {each.firm.id: each.name for each in sheets.items if each.firm}
    names["asked_of"] = whom.get(query.firm, query.firm)
    told = {"firms": sheets, "under": sorted(under.items()), "named": NAMED}
    imports = navigation.stands("/import")
    return render("verify.html", chrome, imports=imports, **names, **leaves, **told)


def _asked(item: VerifyItem) -> set[str]:
    return {each.id if isinstance(each, Ref) else each for each in item.ask}
