"""The page of which k of the gaps to fill."""

from dataclasses import asdict
from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api.choosing import chosen, written_out
from api.http.routers import reading_router
from api.routes.pages.asking import PageAsk, PageForm
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted_choice import ChooseWanted
from viz.choice_pages import ChoiceQuery, choose_page
from viz.queries import PageProblem

router = reading_router(include_in_schema=False)


class ChooseForm(PageForm, ChooseWanted):
    """The wishes of the form."""


ChooseFormAsked = Annotated[ChooseForm, Query()]


@router.get("/choose")
def show_choice(page: PageAsk, wanted: ChooseFormAsked, terms: TermsForm) -> Response:
    """The best k of the gaps under the limits in the address."""
    query = ChoiceQuery(**(asdict(terms) | {name: _typed(said) for name, said in wanted}))

    def made(problem: PageProblem | None) -> str:
        body = None
        if problem is None:
            body = chosen(page.asked.question(terms_wanted(terms)), written_out(wanted))
        return choose_page(page.chrome, body, problem, query)

    return page.form(made)


def _typed(said: object) -> str:
    if isinstance(said, float):
        return f"{said:g}"
    return "" if said is None else str(said)
