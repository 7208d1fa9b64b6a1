"""Pages of what comes first, and of parks and chains."""

from dataclasses import asdict, replace
from typing import Annotated

from fastapi import Query
from pydantic import Field as Bounded
from starlette.responses import Response

from api import queries
from api.http.routers import reading_router
from api.routes.pages.asking import Blank, FieldText, LeafNumber, PageAsk, PageNumber
from api.routes.pages.questions import TermsForm, terms_wanted
from api.wanted_priority import PriorityWanted
from api.wanted_rows import RowsWanted
from graph import answers
from graph.analysis.weights import given_weights
from graph.answers.shapes.priority import LeftOut
from graph.model.vocabulary import CRITERIA, Preset
from viz import priority_pages
from viz.leaves import Leaf
from viz.priority_pages import PriorityQuery, PriorityShown
from viz.queries import PageProblem

router = reading_router(include_in_schema=False)
SeedTyped = Annotated[Annotated[int, Bounded(ge=0, le=999_999_999)] | None, Blank]
LinesTyped = Annotated[Annotated[int, Bounded(ge=1, le=50)] | None, Blank]


@router.get("/priority")
def show_priority(  # noqa: PLR0913, PLR0917 - the fields of a form
    page: PageAsk,
    terms: TermsForm,
    preset: Annotated[Preset | None, Blank] = None,
    weights: Annotated[str, Query(max_length=400)] = "",
    seed: SeedTyped = None,
    first: LinesTyped = None,
    number: PageNumber = None,
    gap: FieldText = "",
    left: Annotated[LeftOut | None, Blank] = None,
    more: LeafNumber = None,
) -> Response:
    """The short list, and every gap with its score taken apart."""
    default = PriorityWanted()
    typed: dict[str, str] = {name: text for name, text in page.query if name in CRITERIA and text}
    query = PriorityQuery(
        **asdict(terms),
        preset=preset or default.preset,
        typed=typed,
        seed=str(seed or ""),
        first=str(first or ""),
    )

    def made(problem: PageProblem | None) -> str:
        body, shown, leaf = None, query, Leaf(number or 1, priority_pages.ROWS, 0)
        if problem is None:
            text = _weights(weights, typed)
            shown = replace(query, given=given_weights(text, preset or default.preset))
            asked = page.asked.question(terms_wanted(terms))
            wanted = PriorityWanted.model_construct(
                preset=preset or default.preset,
                weights=text,
                seed=default.seed if seed is None else seed,
                first=first or default.first,
            )
            place = queries.place_by_priority(asked, wanted, gap) if gap and not number else None
            at = leaf.number if place is None else place // leaf.size + 1
            rows = RowsWanted(limit=leaf.size, number=at)
            body = queries.priority(replace(asked, page=rows), wanted)
            leaf = Leaf(at, leaf.size, body.total)
        found = PriorityShown(body, leaf, left or "", more or 1)
        return priority_pages.priority_page(page.chrome, found, problem, shown)

    return page.form(made)


def _weights(link: str, typed: dict[str, str]) -> str | None:
    """What was typed counts before what a link brought."""
    parts = [link, *(f"{name}:{text}" for name, text in typed.items())]
    return ",".join(each for each in parts if each) or None


@router.get("/land")
def show_land(page: PageAsk, terms: TermsForm) -> Response:
    """Parks beside chains."""

    def made() -> str:
        asked = page.asked.question(terms_wanted(terms))
        return priority_pages.land_page(page.chrome, answers.land(asked.ws, asked.terms), terms)

    return page.show(made)
