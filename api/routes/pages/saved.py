"""Pages of saved lists: add, open, rename, remove one, and see what changed in each."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import FastAPI, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import compile_path

from api.auth.watchers import Watcher
from api.http.dependencies import parameters
from api.http.errors import kind_of
from api.http.routers import reading_router
from api.http.services import services_of
from api.routes.pages.asking import PageAsk, PageRequest
from api.routes.pages.edit_forms import Typed
from api.routes.pages.introducing import introduced
from api.routes.pages.login import LONGEST_ADDRESS, local
from api.saved_lists import Comparing, changed, kept_address, named, removed, saved
from graph.errors import NotKeptError, RequestError
from graph.message import _
from viz.queries import PageProblem
from viz.watching import SavedTyped, saved_page, suggested_name

router = reading_router(include_in_schema=False)
APART = ("/api/", "/login", "/logout", "/saved", "/import", "/feed.atom")
"""What is no list, or not everybody's."""
Added = Annotated[str, Query(max_length=LONGEST_ADDRESS)]


@router.get("/saved")
def show_saved(request: Request, page: PageAsk, add: Added = "") -> Response:
    """The lists that a reader keeps; with `add` the form to keep another."""

    def made() -> str:
        typed = None
        if add:
            path, query = page_of_ours(request.app, add)
            name = suggested_name(page.chrome, path, query)
            typed = SavedTyped(name, kept_address(path, query, page.asked.version.dataset))
        return _drawn(request, page, typed)

    try:
        return page.show(made)
    except NotKeptError as error:
        return _refused(request, page, error)


@router.post("/saved")
def change_saved(request: Request, page: PageAsk, fields: Typed) -> Response:
    """Add a list (`address`, `name`), or rename, remove, or have looked at one (`id`, `do`)."""
    answer = RedirectResponse(page.chrome.links.to("/saved"), 303)
    try:
        change = _change(request, page, fields)
        change(page.watcher)  # what cannot be done makes nobody known
    except RequestError as error:
        typed = SavedTyped(fields.get("name", ""), fields.get("address", ""))
        return _refused(request, page, error, typed if typed.address else None)
    key = page.key or introduced(request, answer)
    services_of(request).watchers.change(key, change)
    return answer


def _change(
    request: Request, page: PageRequest, fields: dict[str, str]
) -> Callable[[Watcher], Watcher]:
    """Return what a form asks for; raise `NotKeptError`."""
    list_id, name = fields.get("id", ""), fields.get("name", "")
    match fields.get("do", "add"):
        case "remove":
            return lambda held: removed(held, list_id)
        case "rename":
            return lambda held: changed(held, list_id, name=named(name))
        case "looked":
            looked = int(fields["version"][:9]) if fields.get("version", "").isdecimal() else 0
            return lambda held: changed(held, list_id, looked=max(1, looked))
        case _:
            path, query = page_of_ours(request.app, fields.get("address", ""))
            address = kept_address(path, query, page.current.dataset)
            return lambda held: saved(held, name, address, page.current)


def page_of_ours(app: FastAPI, address: str) -> tuple[str, list[tuple[str, str]]]:
    """Return path and query of a page of ours; raise `NotKeptError`."""
    path, query = urlsplit(address).path, parse_qsl(urlsplit(address).query)
    if not address or local(address) != address or filters(app, path) is None:
        raise NotKeptError(why=_("不是链图的页面"))
    return path, query


def filters(app: FastAPI, path: str) -> frozenset[str] | None:
    """Return what a page can be asked for; nothing where no page is."""
    for route in iter_route_contexts(app.routes) if not path.startswith(APART) else ():
        dependant = getattr(route, "dependant", None)
        if not isinstance(dependant, Dependant) or "GET" not in (route.methods or ()):
            continue
        if route.path and compile_path(route.path)[0].match(path):
            return frozenset(parameters(dependant))
    return None


def _drawn(
    request: Request,
    page: PageRequest,
    typed: SavedTyped | None = None,
    problem: PageProblem | None = None,
) -> str:
    workspaces = services_of(request).workspaces
    compare = Comparing(workspaces, page.asked.lang, lambda path: filters(request.app, path))
    states = tuple(map(compare.state, page.watcher.lists))
    return saved_page(page.chrome, states, typed, problem)


def _refused(
    request: Request, page: PageRequest, error: RequestError, typed: SavedTyped | None = None
) -> Response:
    kind, lang = kind_of(error), page.asked.lang
    problem = PageProblem(kind.title(lang), error.text(lang))
    return HTMLResponse(_drawn(request, page, typed, problem), kind.status)
