"""Pages of what is new since a reader was last here."""

from typing import Annotated

from fastapi import Query, Request
from pydantic import Field as Bounded
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.differences import difference, names_in
from api.http.errors import kind_of
from api.http.routers import reading_router
from api.http.services import services_of
from api.routes.pages.asking import Blank, Cursor, PageAsk, PageRequest, shown_change
from api.routes.pages.edit_forms import Typed
from api.routes.pages.introducing import introduced
from api.wanted import PageWanted
from api.wanted_around import DiffWanted
from api.watching import counted, mark_seen
from graph.errors import BadParameterError, UnknownVersionError
from viz.overview import VersionSummary
from viz.queries import PageProblem
from viz.watching import changes_page, unwatched_page

router = reading_router(include_in_schema=False)
PER_PAGE = 30
Since = Annotated[Annotated[int, Bounded(ge=1)] | None, Blank, Query()]


@router.get("/changes")
def show_changes(page: PageAsk, since: Since = None, cursor: Cursor = None) -> Response:
    """What has changed since a version: the one named, else the one that the reader saw last."""
    seen = page.watcher.seen.get(page.asked.version.dataset)
    number = since or (seen.version if seen else None)
    if number is None:
        return page.show(lambda: unwatched_page(page.chrome, _versions(page)))
    try:
        return page.show(lambda: _compared(page, number, cursor))
    except UnknownVersionError as error:
        kind, lang = kind_of(error), page.asked.lang
        problem = PageProblem(kind.title(lang), error.text(lang))
        return HTMLResponse(unwatched_page(page.chrome, _versions(page), problem), kind.status)


def _compared(page: PageRequest, number: int, cursor: str | None) -> str:
    asked, services = page.asked, page.asked.conditions.services
    wanted = DiffWanted.model_validate({"from": number, "to": asked.version.number})
    rows = PageWanted(limit=PER_PAGE, cursor=cursor)
    body = difference(services.workspaces, asked.version, wanted, rows, asked.lang)
    seen = page.watcher.seen.get(asked.version.dataset)
    day = seen.day if seen and seen.version == number else body.before.at[:10]
    names = names_in(asked.ws, body.items, asked.lang)
    return changes_page(page.chrome, body, counted(body, day), _versions(page), names)


def _versions(page: PageRequest) -> tuple[VersionSummary, ...]:
    """Return the versions up to the one that is shown, the newest first."""
    shown = page.asked.version
    kept = page.asked.conditions.services.store.versions(shown.dataset)
    return tuple(shown_change(each) for each in kept if each.number <= shown.number)


@router.post("/changes")
def mark(request: Request, page: PageAsk, fields: Typed) -> Response:
    """Remember that the reader has seen a version, and show what is new since then."""
    typed = fields.get("version", "")
    if not typed.isascii() or not typed.isdigit():
        raise BadParameterError(parameter="version", value=typed[:20], allowed="1, 2, …")
    answer = RedirectResponse(page.chrome.links.to("/changes"), 303)
    key = page.key or introduced(request, answer)
    mark_seen(services_of(request), key, page.current, int(typed[:9]))
    return answer
