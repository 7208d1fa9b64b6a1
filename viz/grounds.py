"""What is unknown, what the facts rest on, and which answers would settle most."""

from graph.answers.shapes import VerifyBody, VerifyByEnterpriseBody
from graph.answers.shapes.overview import Grounds
from viz import navigation
from viz.chrome import Chrome
from viz.queries import TermsQuery
from viz.render import render

SHOWN = 20
"""Questions that are listed at once; the others wait behind "more"."""


def verify_page(
    chrome: Chrome,
    body: VerifyBody,
    sheets: VerifyByEnterpriseBody,
    grounds: Grounds,
    query: TermsQuery,
) -> str:
    """`/verify` with terms: shares by basis, dates, and the questions 核实清单, by row and firm.

    Leads to the import of answers where the application has that page.
    """
    imports = navigation.stands("/import")
    names = {
        "body": body,
        "firms": sheets,
        "grounds": grounds,
        "query": query,
        "imports": imports,
    }
    return render("verify.html", chrome, shown=SHOWN, **names)
