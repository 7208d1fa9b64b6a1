"""Pages that show one thing: the overview, a panorama, a record, a document."""

from dataclasses import replace
from typing import Annotated

from fastapi import Query
from pydantic import Field as Bounded
from starlette.responses import Response

from api import queries
from api.chain_history import chain_history
from api.http.routers import reading_router
from api.routes.pages.asking import PageAsk, PageForm, PageRequest, shown_change
from api.wanted import LONGEST
from api.watching import since_seen
from graph import answers
from graph.errors import UnknownNameError
from graph.model import RecordType
from viz import pages
from viz.chain_history import history_page
from viz.queries import ReaderQuery

router = reading_router(include_in_schema=False)
Numbers = Annotated[str, Bounded(pattern=r"^\d{1,6}-\d{1,6}$")]
LineNumber = Annotated[int, Bounded(ge=1)]


class ReaderForm(PageForm):
    """What the page of a document marks and opens."""

    chain: Annotated[str, Bounded(max_length=LONGEST)] = ""
    type: Annotated[str, Bounded(max_length=LONGEST)] = ""
    line: LineNumber | None = None
    span: Numbers = ""
    passage: Numbers = ""


ReaderAsked = Annotated[ReaderForm, Query()]


@router.get("/")
def show_home(page: PageAsk) -> Response:
    """The overview."""

    def made() -> str:
        asked, services = page.asked, page.asked.conditions.services
        body = answers.overview(asked.ws, asked.question().terms, asked.lang)
        changes = services.store.versions(asked.version.dataset)
        return pages.home_page(
            page.chrome,
            body,
            queries.datasets(services.workspaces),
            tuple(shown_change(each) for each in changes if each.number <= asked.version.number),
            None
            if page.chrome.past
            else since_seen(services.workspaces, asked.version, page.watcher, asked.lang),
        )

    return page.show(made)


@router.get("/chains/{id}")
def show_chain(page: PageAsk, id: str) -> Response:  # noqa: A002
    """The panorama of a chain."""
    return page.show(
        lambda: pages.panorama_page(page.chrome, queries.panorama(page.asked.question(), chain=id))
    )


@router.get("/chains/{id}/history")
def show_chain_history(page: PageAsk, id: str) -> Response:  # noqa: A002
    """The numbers of a chain, version by version."""

    def made() -> str:
        asked, workspaces = page.asked, page.asked.conditions.services.workspaces
        body = chain_history(workspaces, asked.version, asked.question(), id)
        return history_page(page.chrome, body)

    return page.show(made)


@router.get("/industries/{id}")
def show_industry(page: PageAsk, id: str) -> Response:  # noqa: A002
    """The panorama of an industry."""
    return page.show(
        lambda: pages.panorama_page(
            page.chrome, queries.panorama(page.asked.question(), industry=id)
        )
    )


@router.get("/chains/{id}/about/{segment}")
def show_chain_card(page: PageAsk, id: str, segment: str) -> Response:  # noqa: A002
    """What is known of one card of the panorama of a chain."""
    return page.show(lambda: _card(page, segment, ("chain", id)))


@router.get("/industries/{id}/about/{segment}")
def show_industry_card(page: PageAsk, id: str, segment: str) -> Response:  # noqa: A002
    """What is known of one card of the panorama of an industry."""
    return page.show(lambda: _card(page, segment, ("industry", id)))


def _card(page: PageRequest, segment: str, subject: tuple[RecordType, str]) -> str:
    asked = page.asked.question()
    card = answers.panorama_card(asked.ws, asked.terms, asked.lang, segment, subject)
    return pages.card_part(page.chrome, card)


@router.get("/segments/{id}")
def show_segment(page: PageAsk, id: str) -> Response:  # noqa: A002
    """One segment."""

    def made() -> str:
        asked = page.asked
        body = answers.segment(asked.ws, id, asked.question().terms, asked.lang)
        return pages.segment_page(page.chrome, body)

    return page.show(made)


@router.get("/documents")
def show_documents(page: PageAsk) -> Response:
    """The source texts."""
    return page.show(lambda: _documents(page))


@router.get("/sources")
def show_sources(page: PageAsk) -> Response:
    """The public sources of the reference layer."""
    return page.show(lambda: pages.sources_page(page.chrome, answers.sources(page.asked.ws)))


@router.get("/documents/{id}")
def show_document(page: PageAsk, id: str, form: ReaderAsked) -> Response:  # noqa: A002
    """A document by line, with the facts of a chain or type marked, and one span of a line."""

    def made() -> str:
        document = answers.document(page.asked.ws, id)
        passages = answers.passages(page.asked.ws, id, page.asked.lang)
        return pages.document_page(page.chrome, document, passages, _query(page, form))

    return page.show(made)


@router.get("/documents/{id}/about/{passage}")
def show_passage(page: PageAsk, id: str, passage: str, form: ReaderAsked) -> Response:  # noqa: A002
    """What a piece of a document proves, as the page of the document shows it opened."""

    def made() -> str:
        document = answers.document(page.asked.ws, id)
        passages = answers.passages(page.asked.ws, id, page.asked.lang)
        query = replace(_query(page, form), passage=passage)
        part = pages.passage_part(page.chrome, document, passages, query)
        if part is None:
            raise UnknownNameError(name=f"{id}#p{passage}", what="document")
        return part

    return page.show(made)


def _query(page: PageRequest, form: ReaderForm) -> ReaderQuery:
    start, _sign, end = form.span.partition("-")
    span = (int(start), int(end)) if end else None
    chain = page.asked.question().id(form.chain or None, "chain") or ""
    return ReaderQuery(chain, form.type, form.line, span, form.passage)


def _documents(page: PageRequest) -> str:
    return pages.documents_page(page.chrome, answers.documents(page.asked.ws, page.asked.lang))
