"""Documents by line, and the facts that cite them."""

from starlette.responses import Response

from api.http.dependencies import Ask, PageAsked
from api.http.paging import paged
from api.http.paths import DocumentId
from api.http.routers import reading_router
from api.routes import PREFIX
from graph import answers
from graph.answers.shapes import DocumentBody, DocumentsBody, PassagesBody, SourcesBody

router = reading_router(prefix=PREFIX, tags=["documents"])


@router.get("/documents", response_model=DocumentsBody)
def list_documents(ask: Ask, page: PageAsked) -> Response:
    """文件。Documents."""
    return ask.reply(lambda: paged(answers.documents(ask.ws, ask.lang), page, "documents"))


@router.get("/documents/{id}", response_model=DocumentBody)
def show_document(ask: Ask, id: DocumentId) -> Response:  # noqa: A002
    """文件全文，按行。A document, line by line."""
    return ask.reply(lambda: answers.document(ask.ws, id))


@router.get("/documents/{id}/passages", response_model=PassagesBody)
def list_passages(ask: Ask, page: PageAsked, id: DocumentId) -> Response:  # noqa: A002
    """被引用的原文与所证事实。The cited spans with their facts."""
    return ask.reply(lambda: paged(answers.passages(ask.ws, id), page, "passages", id))


@router.get("/sources", response_model=SourcesBody)
def list_sources(ask: Ask, page: PageAsked) -> Response:
    """参考知识的公开来源。Public sources of the reference layer."""
    return ask.reply(lambda: paged(answers.sources(ask.ws), page, "sources"))
