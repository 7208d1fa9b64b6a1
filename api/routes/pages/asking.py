"""Requests for pages: their chrome, and what stands in a page's place when it cannot be made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic import Field as Bounded
from starlette.responses import HTMLResponse, Response

from api.auth.callers import Reader, known_caller
from api.auth.kept_forms import kept_form
from api.auth.roles import Caller
from api.auth.watchers import COOKIE, NOBODY, Watcher, watcher_key
from api.http.answering import DatasetRequest, conditions
from api.http.errors import Problem, kind_of
from api.http.etag import etag
from api.http.proxies import root_path_of
from api.http.services import lang_of, services_of
from api.routes.pages.context import PageContext
from api.wanted import LONGEST
from graph.answers.shapes import Ref
from graph.errors import AmbiguousNameError, RequestError, UnknownNameError
from graph.model.vocabulary import Lang
from graph.store.contract import GraphStore, Version
from viz import queries
from viz.access import login_page
from viz.chrome import Chrome, PastVersion
from viz.overview import VersionSummary
from viz.pages import error_page

HTML = "text/html"
# A form sends the fields that were left empty, too.
Blank = BeforeValidator(lambda text: text or None)
FieldText = Annotated[str, Query(max_length=LONGEST)]
LeafNumber = Annotated[Annotated[int, Bounded(ge=1, le=1_000_000)] | None, Blank]
PageNumber = Annotated[LeafNumber, Query(alias="page")]
Cursor = Annotated[Annotated[str, Query(max_length=100)] | None, Blank]


class PageForm(BaseModel):
    """What a form asks: a field that was left empty counts as not given."""

    model_config = ConfigDict(defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: dict[str, object]) -> dict[str, object]:
        return {name: text for name, text in given.items() if text}


class PageAbout(PageForm):
    """Which dataset a page is about, and which version of it if not the current one."""

    dataset: Annotated[str, Bounded(max_length=LONGEST)] | None = None
    version: Annotated[int, Bounded(ge=1)] | None = None


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A request for a page about one dataset, at its current version or one that is past.

    `watcher` is what is remembered of the reader, under `key`; without a key nobody is known.
    """

    asked: DatasetRequest
    path: str
    query: tuple[tuple[str, str], ...]
    caller: Caller
    current: Version
    root: str = ""
    key: str = ""
    watcher: Watcher = NOBODY

    @property
    def context(self) -> PageContext:
        """What surrounds the page."""
        return self.asked.conditions.services.workspaces.context(self.asked.version)

    @property
    def chrome(self) -> Chrome:
        """The chrome of the page."""
        context = self.context
        return Chrome(
            path=self.path,
            query=self.query,
            lang=self.asked.lang,
            dataset=context.dataset,
            menus=context.menus,
            documents=context.documents,
            sources=context.sources,
            user=self.caller.name,
            role=self.caller.role,
            root=self.root,
            past=self._past(),
            saved=tuple((each.name, each.address) for each in self.watcher.lists),
        )

    def _past(self) -> PastVersion | None:
        shown, current = self.asked.version, self.current
        if shown.number == current.number:
            return None
        return PastVersion(shown.number, shown.at, current.number)

    def show(self, page: Callable[[], str]) -> Response:
        """Answer with a page; it is not made for a browser that has it already."""
        return self.asked.conditions.reply_bytes(lambda: page().encode(), HTML)

    def form(self, page: Callable[[queries.PageProblem | None], str]) -> Response:
        """Answer with a page that holds a form: a wrong question is shown in its place there.

        `page` is called with the problem, or with nothing at first.
        """
        try:
            return self.show(lambda: page(None))
        except RequestError as error:
            kind, lang = kind_of(error), self.asked.lang
            near = suggested(self.asked.conditions.services.store, self.asked.version, error)
            problem = queries.PageProblem(kind.title(lang), error.text(lang), near)
            return HTMLResponse(page(problem), kind.status)


def page_request(
    request: Request,
    caller: Reader,
    about: Annotated[PageAbout, Query()],
) -> PageRequest:
    """Return what the page is about; a form's empty field counts as not given.

    Whoever writes, writes to the current version, wherever they come from.
    """
    workspaces = services_of(request).workspaces
    current, reads = workspaces.shown(about.dataset), request.method in {"GET", "HEAD"}
    current = current if reads else workspaces.newest(current.dataset)
    shown = workspaces.numbered(current, about.version if reads else None)
    request.state.version = shown
    states = (shown,) if shown.number == current.number else (shown, current)
    found = conditions(request, None, states)
    # The page says who is logged in: nobody gets, or keeps, another one's.
    root = root_path_of(request)
    key = watcher_key(caller.token, request.cookies.get(COOKIE, ""))
    watcher = services_of(request).watchers.of(key)
    parts = (found.tag, caller.name, caller.role, root, watcher.model_dump_json())
    own = replace(found, tag=etag(*parts))
    asked = DatasetRequest(own, shown)
    query = tuple(
        each for each in request.query_params.multi_items() if reads or each[0] != "version"
    )
    return PageRequest(asked, request.url.path, query, caller, current, root, key, watcher)


PageAsk = Annotated[PageRequest, Depends(page_request)]


def suggested(store: GraphStore, version: Version, error: RequestError) -> tuple[Ref, ...]:
    """Return the segments that the suggestions of an error name."""
    if not isinstance(error, UnknownNameError | AmbiguousNameError):
        return ()
    found: dict[str, Ref] = {}
    for name in error.suggestions:
        for hit in store.search(
            version.dataset, name, types=("segment",), limit=1, version=version.number
        ):
            found[hit.id] = Ref(type=hit.type, id=hit.id, name=hit.name)
    return tuple(found.values())


def shown_change(version: Version) -> VersionSummary:
    """Return a version as the overview lists it."""
    return VersionSummary(
        number=version.number,
        at=version.at,
        cause=version.cause,
        by=version.by,
        note=version.note,
        added=version.added,
        changed=version.changed,
        removed=version.removed,
    )


def problem_page(request: Request, problem: Problem, lang: Lang) -> str:
    """Draw a problem as a page, for a browser; asks nothing of the store, which may be broken.

    Who needs a token is shown the field for it.
    """
    chrome = replace(bare_chrome(request), lang=lang)
    title = f"{problem.status} {problem.title}"
    if problem.status == HTTPStatus.UNAUTHORIZED:
        shown = queries.PageProblem(title, problem.detail)
        here = f"{request.url.path}?{request.url.query}".rstrip("?")
        typed = kept_form(request)
        onward = here if request.method == "GET" or typed else "/"
        return login_page(replace(chrome, user=""), onward, shown, kept=typed)
    if problem.type.endswith(":unknown-dataset"):  # its links would lead here again
        kept = tuple(each for each in chrome.query if each[0] != "dataset")
        chrome = replace(chrome, query=kept)
    advice = queries.Advice(problem.status, str(request.path_params.get("id", "")))
    return error_page(chrome, title, problem.detail, advice=advice)


def bare_chrome(request: Request) -> Chrome:
    """Return the chrome of a page that stands before any dataset."""
    query = tuple(request.query_params.multi_items())
    caller = known_caller(request)
    return Chrome(
        path=request.url.path,
        query=query,
        lang=lang_of(request),
        user=caller.name,
        role=caller.role,
        root=root_path_of(request),
    )
