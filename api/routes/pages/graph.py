"""The page of the graph, and what its panel says of a record or a relation."""

from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, Field
from starlette.responses import Response

from api import drawings
from api.http.routers import reading_router
from api.routes.pages.asking import Blank, LeafNumber, PageAsk
from api.wanted import LONGEST
from graph import answers
from graph.answers.offered import MOST_HOPS
from graph.answers.relations import relation
from viz import graph_about, graph_page
from viz.graph_page import GraphQuery
from viz.queries import PageProblem

router = reading_router(include_in_schema=False)
FormText = Annotated[str, Field(max_length=LONGEST)]
Many = Annotated[tuple[FormText, ...], Field(max_length=200)]
AboutType = Literal["segment", "enterprise", "gap", "chain", "industry", "region"]


class GraphForm(BaseModel):
    """The fields of the page's form and links; an empty field counts as not given."""

    center: FormText = ""
    chain: FormText = ""
    hops: Annotated[int | None, Blank, Field(ge=1, le=MOST_HOPS)] = None
    whole: FormText = ""
    type: Many = ()
    status: Many = ()
    standing: Many = ()
    basis: Many = ()
    open: Many = ()
    from_: FormText = Field("", alias="from")
    to: FormText = ""
    selected: FormText = ""
    view: FormText = ""
    page: LeafNumber = None

    def query(self) -> GraphQuery:
        """The question as pages know it."""
        return GraphQuery(**self.model_dump(exclude={"hops"}), hops=self.hops or 1)


@router.get("/graph")
def show_graph(page: PageAsk, form: Annotated[GraphForm, Query()]) -> Response:
    """The graph as a picture or a list."""
    query = form.query()

    def made(problem: PageProblem | None) -> str:
        drawn = None if problem else drawings.picture(page.asked.question(), query)
        return graph_page.graph_page(page.chrome, drawn, query, problem)

    return page.form(made)


@router.get("/graph/about/{type}/{id:path}")
def show_about(page: PageAsk, type: AboutType, id: str) -> Response:  # noqa: A002
    """What the panel says of a record."""

    def made() -> str:
        asked, terms = page.asked, page.asked.question().terms
        if type == "segment":
            body = answers.segment(asked.ws, id, terms, asked.lang)
            return graph_about.about_segment(page.chrome, body)
        if type == "enterprise":
            return graph_about.about_enterprise(
                page.chrome, answers.enterprise(asked.ws, id, asked.lang)
            )
        if type == "gap":
            return graph_about.about_gap(page.chrome, answers.gap(asked.ws, id, terms, asked.lang))
        known = answers.resolve(asked.ws, id, type)
        return graph_about.about_place(page.chrome, asked.ws.ref(type, known))

    return page.show(made)


@router.get("/graph/relation")
def show_relation(page: PageAsk, id: FormText, source: FormText, target: FormText) -> Response:  # noqa: A002
    """What the panel says of a relation: its ends, its word, its evidence."""

    def made() -> str:
        asked = page.asked
        found = relation(asked.ws, asked.question().terms, asked.lang, id, (source, target))
        return graph_about.about_relation(page.chrome, found)

    return page.show(made)
