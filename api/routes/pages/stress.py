"""Pages of what would follow from closures and landings, and of where it hurts."""

from dataclasses import asdict, replace
from typing import Annotated

from fastapi import Depends, Query
from pydantic import BaseModel
from pydantic import Field as Bounded
from starlette.responses import Response

from api import queries
from api.http.routers import reading_router
from api.routes.pages.asking import FieldText, LeafNumber, PageAsk
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted import LONGEST
from api.wanted_stress import MOST_SUPPOSED, WhatIfWanted
from graph.answers.offered import ACTIONS
from graph.answers.risk import risk
from graph.errors import SuppositionError
from graph.message import _
from viz import stress_pages
from viz.queries import PageProblem
from viz.stress_pages import RiskQuery, WhatIfQuery, split

router = reading_router(include_in_schema=False)
Texts = Annotated[
    list[Annotated[str, Bounded(max_length=LONGEST)]], Bounded(max_length=MOST_SUPPOSED)
]


class WhatIfForm(BaseModel):
    """The fields of the form; each may come several times, and hold several names."""

    close: Texts = []
    land: Texts = []
    stop: Texts = []
    unflag: Texts = []
    here: Texts = []
    absent: Texts = []


async def asked_what_if(terms: TermsForm, form: Annotated[WhatIfForm, Query()]) -> WhatIfQuery:
    """Return the question of the form, as it was typed."""
    names = {action: split(getattr(form, action)) for action in ACTIONS}
    return WhatIfQuery(**asdict(terms), names=names)


@router.get("/what-if")
def show_what_if(page: PageAsk, query: Annotated[WhatIfQuery, Depends(asked_what_if)]) -> Response:
    """What follows from what is supposed; all of it stands in the address."""

    def made(problem: PageProblem | None) -> str:
        body = None
        if query.supposes() and problem is None:
            body = queries.what_if(page.asked.question(terms_wanted(query)), _wanted(query))
        return stress_pages.what_if_page(page.chrome, body, problem, query)

    return page.form(made)


def _wanted(query: WhatIfQuery) -> WhatIfWanted:
    if any(len(each) > MOST_SUPPOSED for each in query.names.values()):
        raise SuppositionError(reason=_("一次最多假设 {n} 项", n=MOST_SUPPOSED))
    return WhatIfWanted.model_validate(query.names)


@router.get("/risk")
def show_risk(  # noqa: PLR0913, PLR0917 - the fields of the page
    page: PageAsk,
    terms: TermsForm,
    chain: FieldText = "",
    end: FieldText = "",
    ends: LeafNumber = None,
    firms: LeafNumber = None,
    singles: LeafNumber = None,
) -> Response:
    """Where it hurts, in a chain or in the whole district."""
    asked = RiskQuery(**asdict(terms), chain=chain, end=end)
    query = replace(asked, ends=ends or 1, firms=firms or 1, singles=singles or 1)

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms))
        one = asked.id(chain or None, "chain")
        body = risk(asked.ws, asked.terms, asked.lang, chain=one, parts=query.parts())
        return stress_pages.risk_page(page.chrome, body, query)

    return page.show(made)
