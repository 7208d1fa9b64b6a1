"""The queue: proposals of who makes what, decisions on them, and the lists they come from."""

from typing import Annotated

from fastapi import Query
from starlette.responses import Response

from api.auth.callers import Editor
from api.editing import EDIT_PROBLEMS, EditAnswer, EditAsk, author_of
from api.http.dependencies import Ask, AskNow, PageAsked
from api.http.routers import reading_router
from api.imports.lists import FORM, SentLists
from api.queueing import ListsBody, kept, lists_body, proposals, queue_of
from api.routes import PREFIX
from api.wanted import QueueWanted
from graph.edits.changes import commit
from graph.edits.deciding import DecisionsInput, decided
from graph.recognition.queue_list import QueueBody

LISTS = f"{PREFIX}/proposals/lists"
router = reading_router(prefix=PREFIX, tags=["proposals"])
QueueAsked = Annotated[QueueWanted, Query()]


@router.get("/proposals", response_model=QueueBody)
def list_proposals(ask: Ask, who: Editor, page: PageAsked, wanted: QueueAsked) -> Response:  # noqa: ARG001 - a gate
    """谁可能生产什么，凭哪些用语；须有编辑者令牌。Who may make what, and why; for editors."""
    return ask.reply(lambda: proposals(ask.question(page=page), wanted))


@router.post("/proposals/decisions", response_model=EditAnswer, responses={**EDIT_PROBLEMS})
def decide(edit: EditAsk, said: DecisionsInput) -> Response:
    """确认或否定待确认，一次全部写入。Confirm or refuse proposals, all of them or none."""
    ws = edit.asked.ws
    return edit.make(decided(ws.facts, queue_of(ws), said, edit.author))


@router.post(
    "/proposals/lists",
    response_model=ListsBody,
    responses={**EDIT_PROBLEMS},
    openapi_extra={"requestBody": FORM},
)
def keep_lists(ask: AskNow, who: Editor, sent: SentLists) -> Response:
    """读入企业名单，其用语列入待确认。Keep what lists say of firms; the queue asks from then on."""
    change, found = kept(ask.ws, sent.files, sent.choices)
    store = ask.conditions.services.store
    seen = sent.seen or ask.version.number
    made = commit(store, ask.ws.facts, change, author_of(who), seen)
    body = lists_body(ask.ws, made.number, found, ask.lang)
    headers = {"ETag": f'"{made.number}"', "Cache-Control": "no-store"}
    return Response(body.model_dump_json(), headers=headers, media_type="application/json")
