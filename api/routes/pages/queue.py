"""The page of the queue: forms that work without scripts, keys that press their buttons."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import Field, ValidationError
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.auth.callers import Editor
from api.auth.roles import Caller
from api.editing import author_of
from api.http.errors import kind_of
from api.http.limits import MB
from api.http.routers import reading_router
from api.imports.lists import SentLists
from api.queueing import filter_of, kept, lists_body, proposals, queue_of
from api.routes.pages.asking import Cursor, PageAsk, PageForm, PageRequest
from api.wanted import PageWanted, QueueWanted
from graph.edits import history
from graph.edits.changes import Change, commit
from graph.edits.deciding import MOST_AT_ONCE, DecisionsInput, decided, last_decided
from graph.errors import LiantuError, StaleCursorError, UnknownNameError
from graph.exchange.read import limits
from graph.message import _
from graph.recognition.queue_list import chosen
from viz.queries import PageProblem
from viz.queue import QueueFilters, QueueShown, queue_page

PATH = "/queue"
LISTS = f"{PATH}/lists"
PER_PAGE = 50
router = reading_router(prefix=PATH, include_in_schema=False)
FRESH = {"Cache-Control": "no-store"}
FILTERS = tuple(QueueWanted.model_fields)


class QueueForm(PageForm, QueueWanted):
    """The filters of the queue, its page, the row to go on with, the version just made."""

    cursor: Cursor = None
    at: Annotated[int, Field(ge=0)] = 0
    done: Annotated[int, Field(ge=0)] = 0

    @property
    def filters(self) -> QueueFilters:
        """The filters that are set."""
        return QueueFilters(**self.model_dump(include=set(FILTERS) & self.model_fields_set))


async def sent(
    request: Request,
    who: Editor,  # noqa: ARG001 - asked before the body is read
) -> FormData:
    """Return what a form sent."""
    return await request.form(max_files=0, max_fields=MOST_AT_ONCE)


QueueSent = Annotated[FormData, Depends(sent)]


@router.get("")
def show_queue(
    page: PageAsk,
    who: Editor,  # noqa: ARG001 - a gate
    wanted: Annotated[QueueForm, Query()],
) -> Response:
    """Proposals, in groups, and the field for lists."""
    try:
        return HTMLResponse(_page(page, wanted, _told(page, wanted.done)), headers=FRESH)
    except (UnknownNameError, StaleCursorError) as error:
        return _again(page, wanted, error)


@router.post("")
def decide(page: PageAsk, who: Editor, form: QueueSent) -> Response:
    """Confirm or refuse: one, those selected, or all of a strength."""

    def change() -> Change:
        there = queue_of(page.asked.ws)
        said = DecisionsInput.model_validate(_said(page, form))
        return decided(page.asked.ws.facts, there, said, author_of(who))

    return _Submitted(page, who, form).make(change)


@router.post("/undo")
def undo(page: PageAsk, who: Editor, form: QueueSent) -> Response:
    """Undo what this person decided last."""
    submitted = _Submitted(page, who, form)

    def change() -> Change:
        store, ws = page.asked.conditions.services.store, page.asked.ws
        last = last_decided(store, ws.facts, who.name)
        return history.undoing(store, last, _("撤销认定").text("zh"), submitted.seen)

    return submitted.make(change)


@router.post("/lists")
def keep_lists(page: PageAsk, who: Editor, lists: SentLists) -> Response:
    """Keep what lists say, and show the queue with it."""
    asked = page.asked
    try:
        change, found = kept(asked.ws, lists.files, lists.choices)
    except LiantuError as error:
        return _again(page, QueueForm(), error)
    store = asked.conditions.services.store
    made = commit(store, asked.ws.facts, change, author_of(who), asked.version.number)
    if not found.skipped:
        return RedirectResponse(page.chrome.links.to(PATH, done=str(made.number)), 303, FRESH)
    body = lists_body(asked.ws, made.number, found, asked.lang)
    now = replace(page, asked=replace(asked, version=made))
    skipped = tuple(f"{each.table}:{each.row} {each.why}" for each in body.skipped)
    told = change.note if change.records else ""
    return HTMLResponse(_page(now, QueueForm(), told, skipped=skipped), 200, FRESH)


@dataclass(frozen=True, slots=True)
class _Submitted:
    """A form that was sent, and who sent it."""

    page: PageRequest
    who: Caller
    form: FormData

    @property
    def seen(self) -> int:
        """The version that the form was made of; none if it does not say."""
        text = str(self.form.get("version", ""))
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

    @property
    def filters(self) -> dict[str, str]:
        """The filters that the list was shown with."""
        return {name: str(self.form.get(name) or "") for name in FILTERS}

    @property
    def wanted(self) -> QueueForm:
        """The list that it was shown with; all of it where there is none like that."""
        try:
            return QueueForm.model_validate(self.filters)
        except ValidationError:
            return QueueForm()

    def make(self, change: Callable[[], Change]) -> Response:
        """Write a change and go on with the list, or show it with the problem."""
        asked = self.page.asked
        try:
            made = commit(
                asked.conditions.services.store,
                asked.ws.facts,
                change(),
                author_of(self.who),
                self.seen,
            )
        except ValidationError:
            return RedirectResponse(self._onward(0), 303, FRESH)  # nothing was selected
        except LiantuError as error:
            return _again(self.page, self.wanted, error)
        return RedirectResponse(self._onward(made.number), 303, FRESH)

    def _onward(self, done: int) -> str:
        at = str(self.form.get("at") or "")
        query = {**self.filters, "at": at if at.isdigit() else "", "done": str(done or "")}
        return self.page.chrome.links.to(PATH, **query)


def _said(page: PageRequest, form: FormData) -> dict[str, list[str]]:
    """What a form decides: by the button of a row, of the selection, or of a strength."""
    if every := form.get("every"):
        given = {name: str(form.get(name) or "") for name in FILTERS}
        wanted = QueueForm.model_validate({**given, "strength": str(every)})
        asked, there = page.asked.question(), queue_of(page.asked.ws)
        listed = chosen(there, filter_of(asked, there, wanted))[:MOST_AT_ONCE]
        return {"confirm": [each.id for each in listed]}
    if (act := form.get("act")) in {"confirm", "refuse"}:
        return {str(act): [str(each) for each in form.getlist("chosen")]}
    return {act: [str(form[act])] for act in ("confirm", "refuse") if act in form}


def _page(
    page: PageRequest,
    wanted: QueueForm,
    told: str = "",
    *,
    problem: PageProblem | None = None,
    skipped: tuple[str, ...] = (),
) -> str:
    asked = page.asked.question(page=PageWanted(limit=PER_PAGE, cursor=wanted.cursor))
    body = proposals(asked, wanted)
    shown = QueueShown(body, wanted.filters, wanted.at, told, problem, skipped)
    return queue_page(page.chrome, shown, limits.BYTES // MB)


def _again(page: PageRequest, wanted: QueueForm, error: LiantuError) -> Response:
    """Show the list with what is wrong; without a name that is not found."""
    lang, kind = page.asked.lang, kind_of(error)
    detail = error.text(lang)
    if isinstance(error, UnknownNameError):
        wanted = _without(wanted, "firm", "segment")
        near = _("、").text(lang).join(error.suggestions)
        detail += _("。可能是：").text(lang) + near if near else ""
    problem = PageProblem(kind.title(lang), detail)
    shown = _page(page, _without(wanted, "cursor"), problem=problem)
    return HTMLResponse(shown, kind.status, FRESH)


def _without(wanted: QueueForm, *names: str) -> QueueForm:
    return QueueForm.model_validate(wanted.model_dump(exclude_unset=True, exclude=set(names)))


def _told(page: PageRequest, done: int) -> str:
    """What a version did, as its note says; nothing for none."""
    store, dataset = page.asked.conditions.services.store, page.asked.version.dataset
    found = next((each for each in store.versions(dataset) if each.number == done), None)
    return (found and found.note) or ""
